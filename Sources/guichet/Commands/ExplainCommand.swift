import Console
import Desk
import Journal
import Screen

// `guichet explain`: how a ticket's deadlines came about, stretch by stretch, under the promises in force and, with
// `--policy`, under others beside them.
extension Command {
  static let explain = Command(.explain, [.one(.ticket)], [.clock, .policy]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    let clock = try invocation.clock()
    let others = try invocation.arguments.one(.policy).map { (path: String) throws(Trouble) in
      (path, try PolicyFile(path, invocation, session).policies)
    }
    let ticket: Ticket
    do throws(JournalError) { ticket = try session.read(id).ticket } catch {
      throw Trouble(error, on: id, invocation.words)
    }
    let explaining = Explaining(ticket: ticket, rules: session.rules, clock: clock, now: session.now)
    if invocation.printer.isJSON {
      invocation.printer.json(explaining.json(file: nil, policies: nil))
      if let (file, policies) = others { invocation.printer.json(explaining.json(file: file, policies: policies)) }
      return
    }
    invocation.printer.line("\(invocation.words.name(id, home: session.home))  \(ticket.subject)")
    if others != nil { invocation.printer.line(invocation.words.underPolicy(nil)) }
    invocation.tell(explaining, nil)
    guard let (file, policies) = others else { return }
    invocation.printer.line("")
    invocation.printer.line(invocation.words.underPolicy(file))
    invocation.tell(explaining, policies)
  }
}

/// A ticket whose clocks are to be explained, as they stand at an instant.
private struct Explaining {
  let ticket: Ticket
  let rules: Rules
  /// The only clock asked for.
  let clock: ServiceClock?
  let now: Instant

  /// Under the promises in force, or under others.
  func clocks(_ policies: ServicePolicies?) -> TicketClocks {
    var rules = rules
    if let policies { rules.policies = policies }
    return ticket.clocks(under: rules)
  }

  func ledgers(_ clocks: TicketClocks) -> [ClockLedger] {
    clocks.ledgers(at: now).filter { clock == nil || $0.cycle.clock == clock }
  }

  func json(file: String?, policies: ServicePolicies?) -> JSON {
    let clocks = clocks(policies)
    return .object(
      of: ("id", .string(ticket.id.description)), ("at", .string(now.rfc3339)), ("file", file.map(JSON.string)),
      ("policy", .string(clocks.policy.name)), ("clocks", .array(ledgers(clocks).map(\.json))))
  }
}

extension Invocation {
  fileprivate func tell(_ explaining: Explaining, _ policies: ServicePolicies?) {
    let clocks = explaining.clocks(policies)
    let layout = LedgerLayout(words: words, zone: clocks.policy.calendar.place ?? settings.zone, now: explaining.now)
    for line in lines(of: explaining.ledgers(clocks), clocks.waivers, layout) { printer.line(line) }
    tellZone(layout.zone, at: explaining.now)
  }

  /// As wide as they come; on a terminal that is narrower, as the console tells them in a pane of its width.
  private func lines(
    of ledgers: [ClockLedger], _ waivers: [ServiceClock: String], _ layout: LedgerLayout
  ) -> [String] {
    let lines = layout.lines(of: ledgers, waivers: waivers)
    guard let width = printer.width, lines.contains(where: { Width.of($0) > width }) else { return lines }
    return LedgerPanel(width: width, words: words, zone: layout.zone, now: layout.now)
      .lines(of: ledgers, waivers: waivers).map { $0.pieces.map(\.text).joined() }
  }
}
