import Desk
import Glibc

/// What exactly is wrong with one file, line by line. Slow and thorough: only files that are not as they should be
/// come here.
struct Autopsy {
  private let file: String
  private let genesis: Seal
  private let siblings: Siblings
  /// Lines that are events, each once, in the order of the file.
  private var valid: [(row: Int, line: Line, bytes: UnsafeRawBufferPointer)] = []
  /// The seals of all valid lines, and for each row that of the valid line above it: what its writer leant on, even
  /// where lines are doubled or out of order.
  private var known: Set<Seal> = []
  private var above: [Int: Seal] = [:]
  /// Lines that are none.
  private var bent: [Bent] = []
  private(set) var findings: [Anomaly] = []

  /// A line that is no event, and what can still be told of it.
  private struct Bent {
    var row: Int
    var bytes: UnsafeRawBufferPointer
    var fault: Line.Fault
    /// It has no newline.
    var isTail: Bool
    /// The seal it claims, and the one its bytes have: the next line leans on one of them where only the other is bent.
    var seals: [Seal]
    /// Events it holds: more than one where newlines were lost.
    var events: Int
  }

  init(_ bytes: UnsafeRawBufferPointer, file: String, genesis: Seal, siblings: Siblings) {
    self.file = file
    self.genesis = genesis
    self.siblings = siblings
    guard !bytes.allSatisfy({ $0 == 0 }) else {
      note(0, .emptied)
      return
    }
    cut(bytes)
    followChain()
    noteOrder()
  }

  private mutating func note(_ row: Int, _ kind: Anomaly.Kind) { findings.append(Anomaly(file, row, kind)) }

  // MARK: - Lines

  private mutating func cut(_ bytes: UnsafeRawBufferPointer) {
    var last = genesis
    var ids: Set<String> = []
    var row = 0
    var start = 0
    while start < bytes.count {
      row += 1
      let newline = bytes[start...].firstIndex(of: 10)
      let span = UnsafeRawBufferPointer(rebasing: bytes[start..<(newline ?? bytes.count)])
      start = (newline ?? bytes.count) + 1
      switch Line.read(span) {
      case .success(let line):
        if newline == nil { note(row, .unended) }
        if line.version != Line.format { note(row, .newerFormat(line.version)) }
        above[row] = last
        last = line.seal
        if !known.insert(line.seal).inserted {
          note(row, .doubled(n: line.n))
          continue
        }
        if !ids.insert(line.id).inserted { note(row, .doubled(n: line.n)) }
        valid.append((row, line, span))
      case .failure(let fault):
        bent.append(
          Bent(
            row: row, bytes: span, fault: fault, isTail: newline == nil, seals: Autopsy.seals(of: span),
            events: Autopsy.joined(in: span)))
      }
    }
  }

  /// The seal that stands at the end of bent bytes, and the one that what stands before it has.
  private static func seals(of bytes: UnsafeRawBufferPointer) -> [Seal] {
    let start = bytes.count - Line.tailLength
    guard start > 0 else { return [] }
    let claimed = Seal(bytes, at: start + 6)
    return [SHA256.hash(UnsafeRawBufferPointer(rebasing: bytes[..<start])).seal] + (claimed.map { [$0] } ?? [])
  }

  /// How many whole lines stand in a row without newlines between them; 1 where they do not.
  private static func joined(in bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var start = 0
    while start < bytes.count {
      var end = start
      repeat {
        end = next(in: bytes, after: end)
        if case .success = Line.read(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) { break }
        if end == bytes.count { return 1 }
      } while true
      count += 1
      start = end
    }
    return max(count, 1)
  }

  /// Where the next `}{` parts, or the end.
  private static func next(in bytes: UnsafeRawBufferPointer, after start: Int) -> Int {
    var at = start + 1
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "{"), bytes[at - 1] == UInt8(ascii: "}") { return at }
      at += 1
    }
    return bytes.count
  }

  // MARK: - The chain

  /// Walks the events in the order of their numbers and says where one does not lean on the one before.
  private mutating func followChain() {
    let ordered = valid.sorted { ($0.line.n, $0.row) < ($1.line.n, $1.row) }
    var head = genesis
    var last = (n: 0, row: 0)
    var passedOver: Set<Int> = []
    var rewritten: Set<Int> = []
    for (at, item) in ordered.enumerated() {
      let line = item.line
      let between = bent.filter { !$0.isTail && $0.row > last.row && $0.row < item.row }
      let follower = at + 1 < ordered.count ? ordered[at + 1].line : nil
      if line.previous == head || (line.previous == above[item.row] && line.n == last.n + 1) {
        passedOver.formUnion(between.map(\.row))
        if line.n != last.n + 1 {
          note(item.row, .rewritten)
          rewritten.insert(item.row)
        }
      } else if between.contains(where: { $0.seals.contains(line.previous) }) {
        missing(last.n + 1, line.n - 1, explained: between, at: item.row)
      } else if line.n > last.n + 1 {
        missing(last.n + 1, line.n - 1, explained: between, at: item.row)
      } else if line.n <= last.n, known.contains(line.previous), !rewritten.contains(last.row) {
        // Two writers leant on the same line.
        note(item.row, .duplicateNumber(n: line.n))
        continue
      } else if follower?.previous != line.seal, isOthers(item.bytes) || (follower != nil && last.row > 0) {
        // The events before and after know nothing of it.
        note(item.row, .foreign(of: siblings.holder(of: item.bytes)))
        continue
      } else if line.n == last.n + 1 {
        // It leans on what stood where the one before stands now; a first line leans on its file's name.
        if last.row == 0 {
          note(item.row, .foreign(of: siblings.holder(of: item.bytes)))
        } else {
          note(last.row, .rewritten)
        }
      } else if !rewritten.contains(last.row) {
        note(item.row, .duplicateNumber(n: line.n))
      }
      head = line.seal
      last = (max(last.n, line.n), item.row)
    }
    noteBent(passedOver)
    noteClocks(ordered.map { ($0.row, $0.line) })
  }

  private func isOthers(_ bytes: UnsafeRawBufferPointer) -> Bool { siblings.holder(of: bytes) != nil }

  private mutating func missing(_ first: Int, _ last: Int, explained: [Bent], at row: Int) {
    guard last >= first, last - first + 1 > explained.reduce(0, { $0 + $1.events }) else { return }
    note(row, .missing(from: first, to: last))
  }

  /// Each bent line: what became of it.
  private mutating func noteBent(_ passedOver: Set<Int>) {
    for line in bent {
      if line.events > 1 {
        note(line.row, .joined(lines: line.events))
      } else if line.fault == .stray, isBesideTheChain(line, passedOver) {
        note(line.row, siblings.holder(of: line.bytes).map { .foreign(of: $0) } ?? .stray(bytes: line.bytes.count))
      } else if line.isTail {
        let zeros = line.bytes.reversed().prefix { $0 == 0 }.count
        note(line.row, zeros > 0 ? .zeros(bytes: line.bytes.count) : .torn(bytes: line.bytes.count))
      } else if let owner = siblings.holder(of: line.bytes) {
        note(line.row, .foreign(of: owner))
      } else if passedOver.contains(line.row), line.fault == .fragment || line.fault == .tooLong {
        note(line.row, .closedOff)
      } else if line.fault == .fragment, let last = valid.last, line.row > last.row {
        // Nothing leant on it yet; where the last line is remembered and was this one, `compare` says so.
        note(line.row, .closedOff)
      } else {
        note(line.row, line.fault == .badContent ? .malformed : .flipped)
      }
    }
  }

  /// Nothing leant on it when the next event was written, or none has been since.
  private func isBesideTheChain(_ line: Bent, _ passedOver: Set<Int>) -> Bool {
    line.isTail || passedOver.contains(line.row) || valid.last.map { line.row > $0.row } == true
  }

  private mutating func noteClocks(_ lines: [(row: Int, line: Line)]) {
    var clock: Int64 = 0
    for (row, line) in lines {
      if line.lamport > clock + Limits.lamportJump {
        note(row, .clockJump(to: line.lamport))
      } else {
        clock = max(clock, line.lamport)
      }
    }
  }

  /// Lines that stand after one of a higher number.
  private mutating func noteOrder() {
    let strangers = Set(findings.compactMap { if case .foreign = $0.kind { $0.line } else { nil } })
    var highest = 0
    for item in valid where !strangers.contains(item.row) {
      if item.line.n < highest { note(item.row, .reordered(n: item.line.n)) }
      highest = max(highest, item.line.n)
    }
  }

  // MARK: - What was remembered

  /// Holds the file against its remembered head, which must be the seal of one of its lines.
  mutating func compare(with head: Head, size: Int, inode: UInt64, modified: Int64) {
    if findings.contains(where: { $0.kind == .emptied }) || valid.contains(where: { $0.line.seal == head.seal }) {
      return
    }
    // It stands in a line that is bent, and told of.
    if let line = bent.first(where: { !$0.isTail && $0.seals.contains(head.seal) }) {
      // It was acknowledged, whatever a later writer took it for.
      if let at = findings.firstIndex(where: { $0.line == line.row && $0.kind.isNoEvent }) {
        findings[at].kind = .flipped
      }
      return
    }
    let end = bent.last.flatMap { $0.row > (valid.last?.row ?? 0) ? $0 : nil }
    if let end, size >= head.size {
      // The last line is whole in length: its own bytes, or its newline, are bent.
      if let at = findings.firstIndex(where: { $0.line == end.row && $0.kind.isNoEvent }) {
        findings[at].kind = .flipped
      }
      return
    }
    let lines = valid.map(\.line.n).max() ?? 0
    if size >= head.size || lines >= head.lines ?? .max {
      note(0, .rewritten)
    } else if inode != head.inode || modified < head.modified {
      note(0, .olderCopy(from: head.size, to: size))
    } else {
      note(0, .shortened(from: head.size, to: size))
    }
  }
}

extension Anomaly.Kind {
  /// What a line is taken for that was never an event, as long as nothing is remembered of it.
  fileprivate var isNoEvent: Bool {
    switch self {
    case .torn, .zeros, .unended, .closedOff, .stray, .newerFormat: true
    default: false
    }
  }
}
