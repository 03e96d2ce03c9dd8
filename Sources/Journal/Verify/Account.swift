import Desk

/// What the events of a file say of its own damage: `journal.repaired`.
struct Account {
  private var spots: [Repair.Spot] = []

  init(of scroll: Scroll) {
    for line in scroll.lines where line.op == Repair.op { spots += Repair(json: line.d)?.damage ?? [] }
  }

  /// The findings, each marked where it is told of; and what was lost before the account was given, which is to be
  /// seen nowhere else any more.
  func settle(_ findings: [Anomaly], file: String, _ bytes: UnsafeRawBufferPointer) -> [Anomaly] {
    if spots.isEmpty { return findings }
    var settled: [Anomaly] = []
    for var finding in findings {
      if let spot = spots.first(where: { $0.tells(of: finding, bytes) }) {
        finding.isAccounted = true
        // What was a tail when the account was written was never acknowledged, whatever it looks like now.
        if Repair.Spot.tails.contains(spot.kind) { finding.kind = .closedOff }
        // What was an event then is one that is lost, though the account itself now passes over it.
        if spot.kind == "flipped", finding.kind == .closedOff { finding.kind = .flipped }
      }
      settled.append(finding)
    }
    for spot in spots where spot.isCut && !settled.contains(where: { $0.isAccounted && $0.kind.isCut }) {
      var finding = Anomaly(file, 0, .shortened(from: spot.bytes, to: Int(spot.seal) ?? 0))
      finding.isAccounted = true
      settled.append(finding)
    }
    return settled
  }
}

extension Anomaly {
  /// What to write of it; nil where an event in the file cannot account for it: the harm is not in its lines, or an
  /// account would hide the next one.
  func spot(_ bytes: UnsafeRawBufferPointer) -> Repair.Spot? {
    switch kind {
    case .missing(let from, let to):
      Repair.Spot(kind: kind.name, line: line, bytes: 0, seal: "\(from)-\(to)")
    case .shortened(let from, let to), .olderCopy(let from, let to):
      Repair.Spot(kind: kind.name, line: 0, bytes: from, seal: String(to))
    case .unended, .newerFormat, .emptied, .removed, .misnamed, .unreadable, .duplicateEvent, .duplicateFile: nil
    default: line > 0 ? Repair.Spot(kind: kind.name, line: line, row: Rows.row(line, of: bytes)) : nil
    }
  }
}

extension Repair.Spot {
  /// Kinds of a last line that nobody had acknowledged.
  fileprivate static let tails = ["torn", "zeros"]

  fileprivate init(kind: String, line: Int, row: UnsafeRawBufferPointer) {
    self.init(kind: kind, line: line, bytes: row.count, seal: SHA256.hash(row).seal.description)
  }

  fileprivate var isCut: Bool { kind == "shortened" || kind == "older_copy" }

  /// Whether it is about this very thing: the same bytes in the same place.
  fileprivate func tells(of finding: Anomaly, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let other = finding.spot(bytes), line == other.line, self.bytes == other.bytes else { return false }
    return isCut ? other.isCut : seal == other.seal && (kind == "missing") == (other.kind == "missing")
  }
}

extension Anomaly.Kind {
  fileprivate var isCut: Bool {
    switch self {
    case .shortened, .olderCopy: true
    default: false
    }
  }
}

/// Bytes between newlines.
enum Rows {
  /// The bytes of a line, counted from 1, without its newline; none where there are not so many.
  static func row(_ number: Int, of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var start = 0
    var row = 0
    while start < bytes.count {
      row += 1
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      if row == number { return UnsafeRawBufferPointer(rebasing: bytes[start..<end]) }
      start = end + 1
    }
    return UnsafeRawBufferPointer(start: nil, count: 0)
  }
}
