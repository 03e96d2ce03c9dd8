/// Working time that a ticket draws from a contract: what was logged, as it was last corrected.
package struct Debit: Hashable, Sendable {
  package var ticket: TicketID
  /// The event that logged it.
  package var event: String
  /// When the work was done.
  package var at: Instant
  package var by: String
  package var minutes: Int
  package var activity: Activity
  /// `Contract.id`, where the entry or the ticket names one.
  package var contract: String?
  /// `Customer.id`, whose contract it is where none is named.
  package var customer: String?

  package init(
    ticket: TicketID, event: String, at: Instant, by: String, minutes: Int, activity: Activity,
    contract: String? = nil, customer: String? = nil
  ) {
    self.ticket = ticket
    self.event = event
    self.at = at
    self.by = by
    self.minutes = minutes
    self.activity = activity
    self.contract = contract
    self.customer = customer
  }

  /// What entries of a thread draw, in their order. An entry that is no more than corrected away draws nothing; time
  /// that is not billable draws nothing.
  package static func of(_ id: TicketID, _ entries: [Entry], customer: String?) -> [Debit] {
    var corrected: [String: Int] = [:]
    var linked: String?
    var customer = customer
    for entry in entries {
      switch entry.fact {
      case .work(.timeCorrected(let event, let minutes, _)): corrected[event] = minutes
      case .concern(.contractLinked(let contract)): linked = contract
      case .concern(.requesterChanged(_, let other, _)): customer = other ?? customer
      default: break
      }
    }
    return entries.compactMap { entry in
      guard case .work(.timeLogged(let time)) = entry.fact, time.isBillable else { return nil }
      let minutes = min(max(corrected[entry.event] ?? time.minutes, 0), ContractEntry.limit)
      guard minutes > 0 else { return nil }
      return Debit(
        ticket: id, event: entry.event, at: time.doneAt ?? entry.at, by: entry.by, minutes: minutes,
        activity: time.activity, contract: time.contract ?? linked, customer: customer)
    }
  }
}

extension Ticket {
  /// What it draws from contracts.
  package var debits: [Debit] { Debit.of(id, entries, customer: customer) }
}
