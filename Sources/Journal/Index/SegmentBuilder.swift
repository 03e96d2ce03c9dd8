import Desk

/// Gathers tickets, in any order, and lays them out as a segment.
struct SegmentBuilder {
  private var rows: [Row] = []
  private var lengths: [Int] = []
  /// Word number << 8 | frequency, ticket after ticket.
  private(set) var forward: [UInt32] = []
  private(set) var ends: [Int] = [0]
  private(set) var terms: Terms
  /// By word. Clearing a table for each ticket would cost more.
  private var met: [Meeting] = []

  /// Which ticket met a word last, counted from 1, and how often so far.
  private struct Meeting {
    var ticket: UInt32 = 0
    var frequency = TermFrequency(byte: 0)
  }

  /// Words of the ticket that is being added, until they are many.
  private var batch: [(word: Terms.Short, field: TicketField)] = []
  private var numbers: [Int] = []
  /// Of what is read only to have it at hand.
  private var fetched: UInt32 = 0
  private static let batchSize = 1024

  init(expecting tickets: Int = 64) { terms = Terms(expecting: min(tickets * 16, 1 << 18)) }

  var count: Int { rows.count }
  var ids: some Sequence<TicketID> { rows.lazy.map(\.summary.id) }

  /// Adds a ticket with the words of its texts.
  mutating func add(_ row: Row, _ ticket: Ticket, whole: (Body) -> String) {
    let start = forward.count
    var length = 0
    ticket.eachText(whole: whole) { field, text in
      Tokens.each(in: text) { word in
        length &+= 1
        if let short = Terms.Short(word) {
          batch.append((short, field))
          if batch.count == SegmentBuilder.batchSize { meetBatch() }
        } else {
          meet(terms.number(of: word), field)
        }
      }
    }
    meetBatch()
    for at in start..<forward.count {
      forward[at] = forward[at] &<< 8 | UInt32(met[Int(forward[at])].frequency.byte)
    }
    close(row, length)
  }

  /// What is known of many words is fetched before the first of them is asked for: one by one each would have to be
  /// waited for, twice.
  private mutating func meetBatch() {
    fetched ^= terms.fetch(batch.lazy.map(\.word))
    numbers.removeAll(keepingCapacity: true)
    for (word, _) in batch { numbers.append(terms.number(of: word)) }
    for number in numbers where number < met.count { fetched ^= met[number].ticket }
    for (number, (_, field)) in zip(numbers, batch) { meet(number, field) }
    batch.removeAll(keepingCapacity: true)
  }

  /// A word of the ticket that is being added.
  private mutating func meet(_ number: Int, _ field: TicketField) {
    while number >= met.count { met.append(Meeting()) }
    let stamp = UInt32(rows.count + 1)
    if met[number].ticket != stamp {
      met[number] = Meeting(ticket: stamp)
      forward.append(UInt32(number))
    }
    met[number].frequency.count(field)
  }

  /// Adds a ticket whose words are known.
  mutating func add(_ row: Row, _ bag: WordBag) {
    bag.each { word, frequency in
      let number = terms.number(of: word)
      if number == met.count { met.append(Meeting()) }
      forward.append(UInt32(number) &<< 8 | UInt32(frequency.byte))
    }
    close(row, bag.length)
  }

  private mutating func close(_ row: Row, _ length: Int) {
    rows.append(row)
    lengths.append(length)
    ends.append(forward.count)
  }

  /// The whole file. `replaced` names, by older segment, the ordinals that rows here stand in for.
  func build(seal: Seal, replaced: [(segment: String, ordinals: [UInt32])] = []) -> [UInt8] {
    let order = self.order
    var sections: [SegmentLayout.Section: [UInt8]] = [:]
    layRows(order, &sections)
    layText(order, &sections)
    var out = Sink()
    for (segment, ordinals) in replaced {
      out.put(UInt32(segment.utf8.count))
      out.put(contentsOf: segment.utf8)
      out.put(UInt32(ordinals.count))
      for ordinal in ordinals { out.put(ordinal) }
    }
    sections[.replaced] = out.bytes
    return assemble(sections, seal: seal, active: order.prefix { rows[$0].summary.state.isActive }.count)
  }

  /// The active tickets by priority and deadline: what a queue shows first lies side by side, its texts too. Then the
  /// others, those changed last first.
  private var order: [Int] {
    func isBefore<Rank: Comparable>(_ a: (rank: Rank, at: Int), _ b: (rank: Rank, at: Int)) -> Bool {
      a.rank == b.rank ? rows[a.at].summary.id < rows[b.at].summary.id : a.rank < b.rank
    }
    var active: [(rank: Order.Rank, at: Int)] = []
    var ended: [(rank: Order.Rank, at: Int)] = []
    for at in rows.indices {
      let row = rows[at].summary
      if row.state.isActive {
        active.append((row.facets.next.timeless, at))
      } else {
        ended.append((Order.updatedRank(row.updatedAt), at))
      }
    }
    return active.sorted(by: isBefore).map(\.at) + ended.sorted(by: isBefore).map(\.at)
  }

  private func assemble(_ sections: [SegmentLayout.Section: [UInt8]], seal: Seal, active: Int) -> [UInt8] {
    var body = Sink()
    body.reserve(sections.values.reduce(1024) { $0 + $1.count + 8 } * 257 / 256)
    var table: [(start: Int, length: Int)] = []
    for section in SegmentLayout.Section.allCases where section != .checks {
      let bytes = sections[section] ?? []
      table.append((SegmentLayout.headerSize + body.count, bytes.count))
      body.put(contentsOf: bytes)
      body.pad(to: 8)
    }
    var checks = Sink()
    body.bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: SegmentLayout.blockSize) {
        let end = min(start + SegmentLayout.blockSize, bytes.count)
        checks.put(UInt32(truncatingIfNeeded: Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))))
      }
    }
    table.append((SegmentLayout.headerSize + body.count, checks.count))
    var head = Sink()
    head.put(UInt64(SegmentLayout.headerSize + body.count + checks.count))
    head.put(seal.high)
    head.put(seal.low)
    head.put(UInt32(rows.count))
    head.put(UInt32(active))
    head.put(UInt64(lengths.reduce(0, +)))
    for (start, length) in table {
      head.put(UInt64(start))
      head.put(UInt64(length))
    }
    head.put(contentsOf: repeatElement(0, count: SegmentLayout.headerSize - 24 - head.count))
    var out = Sink()
    out.reserve(SegmentLayout.headerSize + body.count + checks.count)
    out.put(contentsOf: SegmentLayout.magic)
    out.put(Checksum.of(head.bytes) ^ Checksum.of(checks.bytes))
    out.put(contentsOf: head.bytes)
    out.put(contentsOf: body.bytes)
    out.put(contentsOf: checks.bytes)
    return out.bytes
  }

  // MARK: - Rows

  private func layRows(_ order: [Int], _ sections: inout [SegmentLayout.Section: [UInt8]]) {
    var strings = Terms(expecting: rows.count)
    // String 0 is "none", and every text begins with a mark of its own, so that an empty one is not "none".
    _ = Interning.number(of: String?.none, in: &strings)
    // Sites next, so that they are found by looking at a few.
    for site in Set(rows.map(\.summary.id.site)).sorted() { _ = Interning.number(of: site, in: &strings) }
    var records = Sink()
    var subjects = Sink()
    var marks = Packer()
    var lookup: [(key: UInt64, ordinal: UInt32)] = []
    records.reserve(rows.count * SegmentLayout.recordSize)
    for (ordinal, place) in order.enumerated() {
      let row = rows[place]
      let site = Interning.number(of: row.summary.id.site, in: &strings)
      lookup.append((UInt64(site) << 32 | UInt64(row.summary.id.number), UInt32(ordinal)))
      let start = subjects.count
      subjects.put(contentsOf: row.summary.subject.utf8)
      Record.put(
        row.summary, site: site, subject: start..<subjects.count, marks: marks.bytes.count, &strings, to: &records)
      row.packMarks(into: &marks)
    }
    lookup.sort { $0.key < $1.key }
    var pairs = Sink()
    for (key, ordinal) in lookup {
      pairs.put(key)
      pairs.put(ordinal)
    }
    var ends = Sink()
    var heap = Sink()
    for number in 0..<strings.count {
      strings.withWord(number) { heap.put(contentsOf: $0) }
      ends.put(UInt32(heap.count))
    }
    // Subjects follow the interned strings, and are counted from where those end.
    heap.put(contentsOf: subjects.bytes)
    var words = Sink()
    for place in order { words.put(UInt16(clamping: lengths[place])) }
    sections[.ranks] = layRanks(order)
    sections[.rows] = records.bytes
    sections[.lengths] = words.bytes
    sections[.lookup] = pairs.bytes
    sections[.strings] = ends.bytes
    sections[.heap] = heap.bytes
    sections[.marks] = marks.bytes
  }

  private func layRanks(_ order: [Int]) -> [UInt8] {
    var out = Sink()
    for place in order {
      let row = rows[place].summary
      guard row.state.isActive else { break }
      let next = row.facets.next
      out.put(next.due)
      out.put(next.received)
      out.put(row.updatedAt.ms)
      out.put(UInt8(clamping: next.standing))
      out.put(UInt8(clamping: next.priority))
      out.put(UInt8(next.awaitsReply ? 1 : 0))
      out.put(UInt8(0))
    }
    return out.bytes
  }
}
