import Console
import Desk
import Journal

// What the command line says of a ticket's contract: how it stands, and whether it covers the ticket.
extension Invocation {
  /// Whether a ticket is outside of what its customer was promised; nothing where it is inside.
  func tellScope(of ticket: Ticket, _ session: Session) {
    guard !printer.isJSON, let scope = ticket.scope(under: session.rules, zone: settings.zone) else { return }
    if let text = words.outOfScope(scope) { printer.line(text) }
  }

  /// The contract and its balance, under a ticket's title.
  func tellPromise(to ticket: Ticket, _ session: Session) {
    guard let scope = ticket.scope(under: session.rules, zone: settings.zone) else { return }
    // A balance that cannot be reckoned keeps nobody from reading the ticket.
    let standing = (try? session.standing(of: scope.contract)) ?? ContractStanding(scope.contract, balance: nil)
    printer.line(standing.header(words).text)
    if let text = words.outOfScope(scope) { printer.line(text) }
  }

  /// The same for programs.
  func promise(to ticket: Ticket, _ session: Session) -> [JSON.Member] {
    guard let scope = ticket.scope(under: session.rules, zone: settings.zone) else { return [] }
    let standing = (try? session.standing(of: scope.contract)) ?? ContractStanding(scope.contract, balance: nil)
    return [
      .init("contract", standing.json),
      .init("out_of_scope", .array(scope.breaches.map { .string(words.breach($0)) })),
    ]
  }

  /// Says, before it is recorded, that no contract pays for time: the ticket's is not registered or not in force, or the
  /// customer's are over; that it reaches a warning of the contract it is drawn from, or overspends it. What will be
  /// refused is not warned of.
  func warn(of time: WorkTime, on id: TicketID, _ session: Session) {
    guard let ticket = try? session.read(id).ticket,
      (try? Decision(on: ticket, as: session.actor, under: session.rules, at: session.now).decide(.logTime(time)))
        != nil
    else { return }
    let payer = TimePayer(of: time, on: ticket, in: session.directory, at: session.now, zone: settings.zone)
    if let name = payer.unregistered {
      Printer.complain(words.stranger(Stranger(.contract, name, in: session.directory)))
    }
    if let text = payer.outside.flatMap(words.outOfScope) { Printer.complain(text) }
    guard let contract = payer.contract, !session.directory.credits(of: contract.id).isEmpty,
      let account = try? session.account(of: contract),
      let text = words.warning(account.allows(time.minutes), contract: contract.name)
    else { return }
    Printer.complain(text)
  }

  /// Says of a contract that something is put to, that it is over.
  func tellOver(_ contract: Contract) {
    let question = Scope.Question(customer: nil, day: settings.zone.local(Clock.now).day)
    let scope = Scope(of: question, under: contract, itemClass: nil)
    if let text = words.outOfScope(scope) { Printer.complain(text) }
  }
}
