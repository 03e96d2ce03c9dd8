import Console
import Desk
import Journal

// What can be mended, by appending only.
extension Command {
  static let repair = Command(.repair, [.any(.ticket)], [.all, .copy, .dryRun]) { invocation throws(Trouble) in
    let words = invocation.words
    let session = try invocation.session()
    let only = try invocation.tickets(home: session.home)
    guard (only == nil) == invocation.arguments.has(.all) else { throw Trouble(.usage, words.needsTicketsOrAll) }
    var copy: Cabinet?
    if let path = invocation.arguments.one(.copy) {
      copy = try invocation.openCabinet(path)
      guard copy?.charter.store == session.cabinet.charter.store else {
        throw Trouble(.data, words.otherCabinet(path))
      }
    }
    let isDry = invocation.arguments.has(.dryRun)
    let mendings = session.cabinet.repair(
      only: only, from: copy, as: session.actor, at: session.now, isDry: isDry)
    for mending in mendings { invocation.tell(mending) }
    let halves = session.cabinet.halfPairs(among: only ?? session.cabinet.verify().paired)
    let unfinished = halves.filter { !invocation.finish($0, isDry, session) }
    guard mendings.allSatisfy(\.isDone), unfinished.isEmpty else { throw Trouble(.data, words.notMended) }
    if invocation.printer.isJSON { return }
    if mendings.isEmpty, halves.isEmpty { invocation.printer.line("✓ " + words.nothingToMend) }
    if isDry { invocation.printer.line(words.dryRunOnly) }
  }
}

extension Invocation {
  /// Says what a writer that died between two tickets left, and repeats the act, which writes the missing half. False
  /// where that cannot be.
  fileprivate func finish(_ half: HalfPair, _ isDry: Bool, _ session: Session) -> Bool {
    tell(half, home: session.home)
    if isDry { return true }
    do throws(RecordError) {
      try session.finish(half)
      if !printer.isJSON { printer.line("✓ " + words.finished) }
      return true
    } catch {
      Printer.complain("  " + Trouble(error, on: nil, words).words)
      return false
    }
  }

  fileprivate func tell(_ mending: Mending) {
    guard !printer.isJSON else { return printer.json(mending.json) }
    if mending.fetched > 0 { printer.line("✓ " + words.mended(mending.file, fetched: mending.fetched)) }
    if !mending.accounted.isEmpty { printer.line("✓ " + words.accounted(mending.file, mending.accounted.count)) }
    for finding in mending.accounted { printer.line("    \(finding.line): \(words.fault(finding.kind.fault))") }
    switch mending.obstacle {
    case .fork(let line): printer.line("! " + words.forked(mending.file, line: line))
    case .otherSite(let site): printer.line("! " + words.belongsElsewhere(mending.file, site: site))
    case .nothingValid: printer.line("! " + words.nothingValid(mending.file))
    case .failed(let error): printer.line("! \(mending.file): \(words.failure(Failure(error)))")
    case nil: break
    }
    for finding in mending.left { tell(finding) }
  }
}

extension Mending {
  /// Nothing stood in the way, and nothing is left that nobody tells of.
  fileprivate var isDone: Bool { obstacle == nil && left.isEmpty }

  fileprivate var json: JSON {
    .object(
      of: ("file", .string(file)), ("fetched", .int(Int64(fetched))), ("accounted", .array(accounted.map(\.json))),
      ("left", .array(left.map(\.json))), ("obstacle", obstacle.map { .string($0.name) }))
  }
}

extension Mending.Obstacle {
  fileprivate var name: String {
    switch self {
    case .fork: "fork"
    case .otherSite: "other_site"
    case .nothingValid: "nothing_valid"
    case .failed: "failed"
    }
  }
}
