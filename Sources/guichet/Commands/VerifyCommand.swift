import Console
import Desk
import Glibc
import Journal

// Whether the files are what they were.
extension Command {
  static let verify = Command(.verify, [.any(.ticket)], [.checkpoint, .against]) { invocation throws(Trouble) in
    let words = invocation.words
    let cabinet = try invocation.openCabinet(invocation.settings.cabinet)
    let only = try invocation.tickets(home: cabinet.site)
    let kept = try invocation.keptCheckpoint(of: cabinet)
    let task = LongTask(words) { $0.verifying($1, of: $2) }
    let verdict = cabinet.verify(only: only, against: kept) { done, total in task.tell(done, of: total) }
    for finding in verdict.findings { invocation.tell(finding) }
    let halves = cabinet.halfPairs(among: verdict.paired)
    for half in halves { invocation.tell(half, home: cabinet.site) }
    if let path = invocation.arguments.one(.checkpoint) { try invocation.keep(verdict.heads, at: path) }
    let lost = verdict.findings.filter { !$0.isSettled && $0.isAccounted }.count
    let other = verdict.findings.filter { !$0.isSettled && !$0.isAccounted }.count
    if invocation.printer.isJSON { invocation.printer.json(verdict.json) }
    let sum = words.verified(files: verdict.files, events: verdict.events)
    let torn = halves.count { !$0.isLink }
    if verdict.isSound, torn > 0 { throw Trouble(.data, sum + words.pairsToFinish(torn)) }
    guard verdict.isSound else { throw Trouble(.data, sum + words.unsound(lost: lost, other: other)) }
    if !invocation.printer.isJSON { invocation.printer.line("✓ " + sum) }
  }
}

extension Invocation {
  /// A cabinet opened by whoever may read it, agent or not.
  func openCabinet(_ path: String) throws(Trouble) -> Cabinet {
    do throws(JournalError) { return try Cabinet(opening: path) } catch { throw Trouble(error, words) }
  }

  /// The tickets named; nil where none is.
  func tickets(home: String) throws(Trouble) -> Set<TicketID>? {
    if arguments.operands.isEmpty { return nil }
    var tickets: Set<TicketID> = []
    for word in arguments.operands {
      guard let id = TicketID(word, home: home) else { throw Trouble(.usage, words.badTicket(word, home: home)) }
      tickets.insert(id)
    }
    return tickets
  }

  /// The heads kept in the file that `--against` names.
  fileprivate func keptCheckpoint(of cabinet: Cabinet) throws(Trouble) -> HeadList? {
    guard let path = arguments.one(.against) else { return nil }
    guard let bytes = Paths.read(path, limit: Limits.checkpoint) else {
      throw Trouble(.noInput, words.unreadableFile(path))
    }
    guard let list = HeadList(reading: bytes), list.store == cabinet.charter.store else {
      throw Trouble(.data, words.badCheckpoint(path))
    }
    return list
  }

  /// Writes a checkpoint, and says what to note of it elsewhere.
  fileprivate func keep(_ heads: HeadList?, at path: String) throws(Trouble) {
    guard let heads else { throw Trouble(.usage, words.checkpointOfAll) }
    guard Paths.write(heads.bytes, to: path) else { throw Trouble(.cannotCreate, words.cannotCreate(path)) }
    if !printer.isJSON { printer.line(words.checkpointKept(path, heads.digest)) }
  }

  /// Two tickets of which one does not know.
  func tell(_ half: HalfPair, home: String) {
    if printer.isJSON { return printer.json(half.json) }
    printer.line("! " + words.unfinished(half, home: home))
  }

  /// One finding, in one line.
  func tell(_ finding: Anomaly) {
    guard !printer.isJSON else { return printer.json(finding.json) }
    let place = finding.line > 0 ? "\(finding.file):\(finding.line)" : finding.file
    let state = finding.isAccounted ? " (\(finding.losesEvents ? words.lostForGood : words.accountedFor))" : ""
    printer.line("\(finding.isSettled ? "·" : "!") \(place): \(words.fault(finding.kind.fault))\(state)")
  }
}

extension Limits {
  /// Bytes of a checkpoint that will be read: some four million files.
  static let checkpoint = 512 << 20
}

extension Anomaly.Kind {
  var fault: FileFault {
    switch self {
    case .torn(let bytes): .torn(bytes: bytes)
    case .zeros(let bytes): .zeros(bytes: bytes)
    case .unended: .unended
    case .closedOff: .closedOff
    case .stray(let bytes): .stray(bytes: bytes)
    case .flipped: .flipped
    case .joined(let lines): .joined(lines: lines)
    case .malformed: .malformed
    case .missing(let from, let to): .missing(from: from, to: to)
    case .reordered(let n): .reordered(n: n)
    case .doubled(let n): .doubled(n: n)
    case .foreign(let other): .foreign(of: other)
    case .rewritten: .rewritten
    case .duplicateNumber(let n): .duplicateNumber(n: n)
    case .duplicateEvent(let other): .duplicateEvent(in: other)
    case .duplicateFile(let other): .duplicateFile(of: other)
    case .shortened(let from, let to): .shortened(from: from, to: to)
    case .olderCopy(let from, let to): .olderCopy(from: from, to: to)
    case .emptied: .emptied
    case .removed: .removed
    case .misnamed: .misnamed
    case .newerFormat(let version): .newerFormat(version)
    case .clockJump: .clockJump
    case .unreadable(let errno): .unreadable(errno: errno)
    }
  }
}

extension Anomaly {
  var json: JSON {
    .object(
      of: ("file", .string(file)), ("line", .int(Int64(line))), ("damage", .string(kind.name)),
      ("harmless", .bool(isHarmless)), ("accounted", .bool(isAccounted)), ("lost", .bool(losesEvents)))
  }
}

extension Verdict {
  fileprivate var json: JSON {
    .object(
      of: ("files", .int(Int64(files))), ("events", .int(Int64(events))), ("findings", .int(Int64(findings.count))),
      ("sound", .bool(isSound)), ("checkpoint", heads.map { .string($0.digest) }))
  }
}
