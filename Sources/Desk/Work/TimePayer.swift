/// Who would pay for time that is about to be logged on a ticket: asked before it is recorded.
package struct TimePayer: Hashable, Sendable {
  /// The contract it would be drawn from; nil: none pays.
  package private(set) var contract: Contract?
  /// The contract it is put on, where nobody registered it.
  package private(set) var unregistered: String?
  /// Why the contract it is put on, or its customer's, is not in force that day; nil where one is.
  package private(set) var outside: Scope?

  package init(of time: WorkTime, on ticket: Ticket, in directory: Directory, at now: Instant, zone: Zone) {
    guard time.isBillable else { return }
    let named = time.contract ?? ticket.contract
    let debit = Debit(
      ticket: ticket.id, event: "", at: time.doneAt ?? now, by: "", minutes: time.minutes, activity: time.activity,
      contract: named, customer: ticket.customer)
    contract = directory.contract(paying: debit, zone)
    if let named, contract == nil {
      unregistered = named
      return
    }
    if named == nil, contract != nil { return }
    let question = Scope.Question(customer: ticket.customer, contract: named, day: zone.local(debit.at).day)
    guard let scope = Scope.of(question, in: directory), !scope.isIn else { return }
    outside = scope
  }
}
