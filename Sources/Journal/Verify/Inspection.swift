import Desk
import Glibc

/// What one worker found in the files given to it.
struct Inspected: Sendable {
  var events = 0
  var findings: [Anomaly] = []
  /// The ends of the files with nothing against them.
  var heads: [(file: String, head: Head)] = []
  /// Every event's id, hashed, and which file holds it; sorted.
  var ids: [EventMark] = []
  /// Tickets that name another as the half of a pair.
  var paired: [TicketID] = []
}

/// An event and where it is, small enough to remember millions of.
struct EventMark: Sendable, Comparable {
  var id: UInt64
  /// Which of the files.
  var file: UInt32
  var line: UInt32

  /// FNV-1a over the id's bytes.
  init(_ id: String, file: Int, line: Int) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.id = hash
    self.file = UInt32(truncatingIfNeeded: file)
    self.line = UInt32(truncatingIfNeeded: line)
  }

  static func < (a: EventMark, b: EventMark) -> Bool { (a.id, a.file, a.line) < (b.id, b.file, b.line) }
}

/// The checking of single files.
struct Inspection: Sendable {
  let archive: Archive
  let memories: [any HeadMemory]
  /// The ends found are to be remembered: so they must be on disk, or a power cut would make them a loss.
  var isRemembering = false

  /// Nanoseconds: the kernel has written back what is older than this (30 s by default).
  private static let unsynced: Int64 = 60_000_000_000

  /// Reads one file and takes down what is to be said of it.
  func inspect(_ file: String, number: Int, into found: inout Inspected) {
    let stream = Stream(root: archive.root, file: file, site: archive.site, store: archive.store)
    do throws(JournalError) {
      let handle = try Disk.open(stream.path, O_RDONLY)
      let status = try Disk.status(handle)
      let bytes = try Disk.read(handle)
      let before = found.heads.count
      bytes.withUnsafeBytes { inspect($0, status, stream, number, &found) }
      if isRemembering, found.heads.count > before, isRecent(status) { try Disk.sync(handle) }
    } catch {
      if case .system(_, _, ENOENT) = error { return }
      found.findings.append(Anomaly(file, 0, .unreadable(errno: error.number)))
    }
  }

  private func isRecent(_ status: stat) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) &* 1_000_000_000 &- Mark.nanoseconds(status) < Inspection.unsynced
  }

  private func inspect(
    _ bytes: UnsafeRawBufferPointer, _ status: stat, _ stream: Stream, _ number: Int, _ found: inout Inspected
  ) {
    let scroll = Scroll(bytes, genesis: stream.genesis)
    found.events += scroll.lines.count
    for line in scroll.lines { found.ids.append(EventMark(line.id, file: number, line: line.n)) }
    if scroll.lines.contains(where: { HalfPair.isHalf($0.op) }), let id = Subject.ticket(of: stream.file) {
      found.paired.append(id)
    }
    let findings = findings(bytes, scroll, status, stream)
    found.findings += findings
    if findings.allSatisfy({ $0.isSettled || $0.isAccounted }), let last = scroll.lines.last {
      found.heads.append(
        (
          stream.file,
          Head(
            lines: last.n, seal: scroll.head, size: scroll.size, inode: UInt64(status.st_ino),
            modified: Mark.nanoseconds(status))
        ))
    }
  }

  /// All that is wrong with a file whose bytes are at hand.
  func findings(
    _ bytes: UnsafeRawBufferPointer, _ scroll: Scroll, _ status: stat, _ stream: Stream
  ) -> [Anomaly] {
    let remembered = memories.compactMap { $0.head(of: stream.file) }.filter { !scroll.holds($0.seal) }
    let alarm = memories.lazy.compactMap { $0.alarm(of: stream.file) }.first
    let isToldOf = scroll.lines.contains { $0.op == Repair.op }
    guard !scroll.flaws.isEmpty || scroll.lines.isEmpty || !remembered.isEmpty || alarm != nil || isToldOf else {
      return []
    }
    var autopsy = Autopsy(
      bytes, file: stream.file, genesis: stream.genesis, siblings: Siblings(of: stream.file, in: archive))
    // Of two memories the one that remembers more.
    if let head = remembered.max(by: { $0.size < $1.size }) {
      autopsy.compare(
        with: head, size: bytes.count, inode: UInt64(status.st_ino), modified: Mark.nanoseconds(status))
    }
    var findings = autopsy.findings
    if let alarm, !findings.contains(where: { $0.line == 0 }) { findings.append(Anomaly(alarm)) }
    return Account(of: scroll).settle(findings, file: stream.file, bytes)
  }
}

extension Anomaly {
  /// A change that was noticed when the file was read into the index.
  fileprivate init(_ alarm: Damage) {
    if case .shortened(let from, let to) = alarm.kind {
      self.init(alarm.file, 0, to == 0 ? .emptied : .shortened(from: from, to: to))
    } else {
      self.init(alarm.file, 0, .rewritten)
    }
  }
}

extension Scroll {
  /// Whether one of its lines has this seal: most often the last.
  func holds(_ seal: Seal) -> Bool { lines.last?.seal == seal || lines.contains { $0.seal == seal } }
}

extension JournalError {
  /// The system's number for it.
  package var number: Int32 {
    switch self {
    case .system(_, _, let number), .notConfirmed(_, let number): number
    case .tooLarge: EFBIG
    default: EIO
    }
  }
}
