import Desk

/// Gathers tickets, in any order, and lays them out as a segment.
struct SegmentBuilder {
  private var rows: [Row] = []
  private var lengths: [Int] = []
  /// Word number << 8 | frequency, ticket after ticket.
  private var forward: [UInt32] = []
  private var ends: [Int] = [0]
  private var terms: Terms
  /// By word. Clearing a table for each ticket would cost more.
  private var met: [Meeting] = []

  /// Which ticket met a word last, counted from 1, and how often so far.
  private struct Meeting {
    var ticket: UInt32 = 0
    var frequency = TermFrequency(byte: 0)
  }

  init(expecting tickets: Int = 64) { terms = Terms(expecting: min(tickets * 16, 1 << 18)) }

  var count: Int { rows.count }
  var ids: some Sequence<TicketID> { rows.lazy.map(\.summary.id) }

  /// Adds a ticket with the words of its texts.
  mutating func add(_ row: Row, _ ticket: Ticket, whole: (Body) -> String) {
    let stamp = UInt32(rows.count + 1)
    let start = forward.count
    var length = 0
    ticket.eachText(whole: whole) { field, text in
      Tokens.each(in: text) { word in
        let number = terms.number(of: word)
        if number == met.count { met.append(Meeting()) }
        if met[number].ticket != stamp {
          met[number] = Meeting(ticket: stamp)
          forward.append(UInt32(number))
        }
        met[number].frequency.count(field)
        length &+= 1
      }
    }
    for at in start..<forward.count {
      forward[at] = forward[at] &<< 8 | UInt32(met[Int(forward[at])].frequency.byte)
    }
    close(row, length)
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

  // MARK: - Words

  private func layText(_ order: [Int], _ sections: inout [SegmentLayout.Section: [UInt8]]) {
    let numbers = terms.sorted()
    // Two passes: how long each word's postings are, then the postings, each in its place.
    var sizes = [Int](repeating: 0, count: terms.count)
    var frequencies = [UInt32](repeating: 0, count: terms.count)
    var last = [UInt32](repeating: 0, count: terms.count)
    forward.withUnsafeBufferPointer { forward in
      for (ordinal, place) in order.enumerated() {
        let now = UInt32(ordinal &+ 1)
        for at in ends[place]..<ends[place &+ 1] {
          let number = Int(forward[at] &>> 8)
          sizes[number] &+= PostingCode.size(now &- last[number], forward[at] & 0xFF)
          last[number] = now
          frequencies[number] &+= 1
        }
      }
    }
    var starts = [Int](repeating: 0, count: terms.count)
    var total = 0
    for number in numbers {
      starts[number] = total
      total += sizes[number]
    }
    sections[.postings] = [UInt8](unsafeUninitializedCapacity: total) { out, count in
      for at in last.indices { last[at] = 0 }
      var cursor = starts
      forward.withUnsafeBufferPointer { forward in
        for (ordinal, place) in order.enumerated() {
          let now = UInt32(ordinal &+ 1)
          for at in ends[place]..<ends[place &+ 1] {
            let number = Int(forward[at] &>> 8)
            PostingCode.put(now &- last[number], forward[at] & 0xFF, to: out, at: &cursor[number])
            last[number] = now
          }
        }
      }
      count = total
    }
    layDictionary(numbers, frequencies, sizes, starts, &sections)
  }

  private func layDictionary(
    _ numbers: [Int], _ frequencies: [UInt32], _ sizes: [Int], _ starts: [Int],
    _ sections: inout [SegmentLayout.Section: [UInt8]]
  ) {
    var dictionary = Sink()
    var blocks = Sink()
    var before: [UInt8] = []
    for (at, number) in numbers.enumerated() {
      let isFirst = at % SegmentLayout.termsPerBlock == 0
      if isFirst {
        blocks.put(UInt32(dictionary.count))
        blocks.put(UInt32(starts[number]))
        before = []
      }
      terms.withWord(number) { word in
        var shared = 0
        while shared < before.count, shared < word.count, before[shared] == word[shared] { shared += 1 }
        dictionary.put(UInt8(shared))
        dictionary.put(UInt8(word.count - shared))
        dictionary.put(contentsOf: word[shared...])
        before = Array(word)
      }
      dictionary.put(varint: frequencies[number])
      dictionary.put(varint: UInt32(sizes[number]))
    }
    sections[.dictionary] = dictionary.bytes
    sections[.blocks] = blocks.bytes
  }
}

/// One entry of a word's postings: how many tickets further on, doubled, plus one where a frequency other than
/// "once" follows in a byte of its own.
enum PostingCode {
  static func size(_ delta: UInt32, _ frequency: UInt32) -> Int {
    let hasByte = frequency != UInt32(TermFrequency.once.byte)
    let value = UInt64(delta) &<< 1
    return (value < 1 &<< 7 ? 1 : value < 1 &<< 14 ? 2 : value < 1 &<< 21 ? 3 : value < 1 &<< 28 ? 4 : 5)
      &+ (hasByte ? 1 : 0)
  }

  static func put(
    _ delta: UInt32, _ frequency: UInt32, to out: UnsafeMutableBufferPointer<UInt8>, at cursor: inout Int
  ) {
    let hasByte = frequency != UInt32(TermFrequency.once.byte)
    var rest = UInt64(delta) &<< 1 | (hasByte ? 1 : 0)
    while rest >= 0x80 {
      out[cursor] = UInt8(truncatingIfNeeded: rest) | 0x80
      cursor &+= 1
      rest &>>= 7
    }
    out[cursor] = UInt8(truncatingIfNeeded: rest)
    cursor &+= 1
    if hasByte {
      out[cursor] = UInt8(truncatingIfNeeded: frequency)
      cursor &+= 1
    }
  }
}

/// Texts that many rows share are kept once and called by number.
enum Interning {
  /// `nil` is number 0; a text begins with a byte of its own, so that the empty text is not nil.
  static func number(of text: String?, in strings: inout Terms) -> UInt32 {
    var bytes: [UInt8] = []
    if let text {
      bytes.append(1)
      bytes.append(contentsOf: text.utf8)
    }
    return number(of: bytes, in: &strings)
  }

  /// Several texts under one number, each with its length before it: `UInt32.max` for one that is missing.
  static func number(of texts: [String?], in strings: inout Terms) -> UInt32 {
    var out = Sink()
    for text in texts {
      out.put(text.map { UInt32($0.utf8.count) } ?? .max)
      if let text { out.put(contentsOf: text.utf8) }
    }
    return number(of: out.bytes, in: &strings)
  }

  private static func number(of bytes: [UInt8], in strings: inout Terms) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(strings.number(of: $0)) }
  }
}
