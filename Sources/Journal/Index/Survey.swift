import Desk
import Glibc

/// A reading of many tickets on all cores, leaf by leaf.
struct Survey: Sendable {
  let archive: Archive
  let rules: Rules
  let seal: Seal

  /// One ticket as its files tell it.
  struct Reading {
    var row: Row
    var ticket: Ticket
  }

  /// Threads at work: as many as there are cores, four at most.
  static let crew = min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 4)
  /// Tickets of one segment at most.
  static let segmentSize = 1 << 17

  // MARK: - Everything

  /// Reads every ticket and gives the segments they make. `progress` is called from one thread, with how many leaves
  /// have been read.
  func segments(_ leaves: [String], progress: @escaping @Sendable (Int) -> Void) -> [[UInt8]] {
    let share = leaves.count * 100 / Survey.crew
    return crew(leaves) { worker, leaves in
      // Taken out once: to take the rules out of here anew for each ticket is dear.
      let (archive, rules) = (archive, rules)
      let known = Stack(root: archive.root, seal: seal)
      var built = Built(seal, expecting: share)
      for (number, leaf) in leaves {
        for (id, writers) in writers(leaf, known) {
          guard let reading = archive.reading(id, writers: writers, under: rules, old: known?.row(id)) else {
            continue
          }
          built.add(reading, archive)
        }
        if worker == 0 { progress(number + 1) }
      }
      return built.all
    }
  }

  /// The segments that a thread makes of the tickets it reads.
  private struct Built {
    private let seal: Seal
    private var whole: [[UInt8]] = []
    private var builder: SegmentBuilder

    init(_ seal: Seal, expecting tickets: Int) {
      self.seal = seal
      builder = SegmentBuilder(expecting: tickets)
    }

    mutating func add(_ reading: Reading, _ archive: Archive) {
      builder.add(reading.row, reading.ticket, whole: archive.wholeText)
      if builder.count < Survey.segmentSize { return }
      whole.append(builder.build(seal: seal))
      builder = SegmentBuilder(expecting: Survey.segmentSize)
    }

    var all: [[UInt8]] { builder.count > 0 ? whole + [builder.build(seal: seal)] : whole }
  }

  /// One job on all cores: each takes a leaf when it has done with the one before. Gives what all of them made.
  private func crew<T: Sendable>(
    _ leaves: [String],
    _ job: @escaping @Sendable (_ worker: Int, _ leaves: LazyMapSequence<Turns, (number: Int, leaf: String)>) -> [T]
  ) -> [T] {
    let turns = Turns(leaves.count)
    return Crew.run(
      (0..<min(Survey.crew, leaves.count)).map { worker in
        { job(worker, turns.lazy.map { ($0, leaves[$0]) }) }
      }
    ).flatMap { $0 }
  }

  // MARK: - The active ones

  /// Reads the tickets that may be active, and only looks at the end of the files of the others. Gives the segments that
  /// the active ones make.
  func active(_ leaves: [String]) -> [[UInt8]] {
    let share = leaves.count * Survey.activeShare / Survey.crew
    return crew(leaves) { _, leaves in
      let (archive, rules) = (archive, rules)
      var built = Built(seal, expecting: share)
      for (_, leaf) in leaves {
        guard let folder = try? Disk.open(archive.root + "/" + leaf, O_RDONLY | O_DIRECTORY) else { continue }
        for (id, writers) in writers(leaf) where !isSurelyEnded(id, writers, in: folder) {
          guard let reading = archive.reading(id, writers: writers, under: rules, old: nil),
            reading.row.summary.state.isActive
          else { continue }
          built.add(reading, archive)
        }
      }
      return built.all
    }
  }

  /// Of the hundred tickets of a leaf, those that may be active; only room is made for them.
  private static let activeShare = 10

  /// Whether the last line of a ticket's one file that moves its state ends it. Nothing is checked: what is left out
  /// here is read whole soon after.
  private func isSurelyEnded(_ id: TicketID, _ writers: [String], in folder: borrowing Handle) -> Bool {
    guard writers.count == 1 else { return false }
    var name: [UInt8] = []
    name.reserveCapacity(64)
    Subject.putName(id, by: writers[0], to: &name)
    name.append(0)
    guard let handle = try? Disk.open(name, in: folder, O_RDONLY) else { return false }
    guard let size = (try? Disk.status(handle)).map({ Int($0.st_size) }) else { return false }
    for tail in Survey.tails {
      let isEnded: Bool? = withUnsafeTemporaryAllocation(byteCount: tail, alignment: 8) { room in
        let start = max(size - tail, 0)
        let got = pread(handle.fd, room.baseAddress, tail, off_t(start))
        guard got > 0, room[got - 1] == 10 else { return false }
        return StateScan.isEnded(UnsafeRawBufferPointer(rebasing: room[..<got]), isWhole: start == 0)
      }
      if let isEnded { return isEnded }
    }
    return false
  }

  /// Bytes of a file's end that are looked at: mostly the very last line tells, and to copy more costs more.
  private static let tails = [512, 16 * 1024]

  // MARK: - Those that changed

  /// Looks at every file of the leaves and reads the tickets whose files are not what `known` says.
  func changed(_ leaves: [String]) -> [Reading] {
    crew(leaves) { _, leaves in
      let known = Stack(root: archive.root, seal: seal)
      return leaves.flatMap { changed(in: $0.leaf, known) }
    }
  }

  func changed(in leaf: String, _ known: Stack?) -> [Reading] {
    writers(leaf, known).compactMap { id, writers in
      let old = known?.row(id)
      if let old, archive.isSame(old, writers: writers) { return nil }
      return archive.reading(id, writers: writers, under: rules, old: old)
    }
  }

  /// The tickets of a leaf in their order, and who wrote about each: nobody where a ticket was known and its files are
  /// gone.
  private func writers(_ leaf: String, _ known: Stack? = nil) -> [(TicketID, [String])] {
    let ids = Tree.ids(in: leaf)
    guard let first = ids.first else { return [] }
    var writers = [[String]](repeating: [], count: ids.count)
    for name in (try? Disk.names(in: archive.root + "/" + leaf)) ?? [] {
      guard let (id, writer) = Tree.parse(name), id.site == first.site else { continue }
      let at = id.number - first.number
      if writers.indices.contains(at) { writers[at].append(writer) }
    }
    return zip(ids, writers).compactMap { id, writers in
      if writers.isEmpty, known?.has(id) != true { return nil }
      return (id, writers.sorted())
    }
  }
}

/// Tells from a file's last lines whether the ticket has ended, without reading them as JSON.
enum StateScan {
  /// nil where the lines do not tell, and those before them may.
  static func isEnded(_ bytes: UnsafeRawBufferPointer, isWhole: Bool) -> Bool? {
    var end = bytes.count - 1
    while end > 0 {
      var start = end
      while start > 0, bytes[start &- 1] != 10 { start &-= 1 }
      if start == 0, !isWhole { return nil }
      guard let op = operation(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) else { return false }
      switch StateMove(op: op) {
      case .ends: return true
      case .unknown: return false
      case .none: end = start - 1
      }
    }
    return false
  }

  /// What follows `,"op":"`; no value before it holds an unescaped quote.
  private static func operation(_ line: UnsafeRawBufferPointer) -> String? {
    let mark: StaticString = ",\"op\":\""
    let length = mark.utf8CodeUnitCount
    var at = 0
    while at &+ length < min(line.count, 2048) {
      if line[at] == mark.utf8Start[0], line[at &+ 2] == mark.utf8Start[2], line[at &+ 3] == mark.utf8Start[3],
        (0..<length).allSatisfy({ line[at &+ $0] == mark.utf8Start[$0] })
      {
        let start = at &+ length
        guard let end = line[start...].firstIndex(of: 0x22), end &- start < 64 else { return nil }
        return String(decoding: line[start..<end], as: UTF8.self)
      }
      at &+= 1
    }
    return nil
  }
}
