// Which promise a ticket has: that of its contract, else the first of the desk's that it matches.

extension Rules {
  /// The policy of a ticket: the one its contract names, else the first that matches; counted in the hours that its
  /// contract covers, where it says any.
  ///
  /// `others`: policies to try in place of those in force.
  package func policy(for ticket: Ticket, of others: ServicePolicies? = nil) -> ServicePolicy {
    let policies = others ?? self.policies
    let contract = ticket.contract(under: self)
    let subject = ServiceSubject(
      contract: contract?.id ?? ticket.contract, kind: ticket.kind, priority: ticket.priority,
      category: ticket.qualification?.category, customer: ticket.customer,
      isVIP: policies.asksVIP && directory.isVIP(ticket.requester))
    let named = contract?.policy.flatMap { policies.policy(named: $0, for: subject) }
    let policy = named ?? policies.policy(for: subject)
    guard let coverage = contract?.calendar.flatMap({ calendars[$0] }) else { return policy }
    return policy.counted(on: coverage)
  }

  /// The calendars that contracts say they cover.
  var coverages: [WorkingCalendar] {
    guard directory.contractEdition.count > 0 else { return [] }
    let names = Set(directory.contracts.values.filter { !$0.isRetired }.compactMap(\.calendar))
    return names.sorted().compactMap { calendars[$0] }
  }

  /// When one of the calendars that promises are counted in next opens after an instant; nil where none does.
  package func nextOpening(after instant: Instant) -> Instant? {
    ([policies.nextOpening(after: instant)] + coverages.map { $0.nextOpening(after: instant) }).compactMap { $0 }.min()
  }
}

extension Ticket {
  /// The contract its promises hang on: the one it was linked to, else the one of its asset or its customer that covers
  /// it (`Scope`); nil where there is none.
  func contract(under rules: Rules) -> Contract? {
    guard rules.directory.contractEdition.count > 0 else { return nil }
    if let contract { return rules.directory.contracts[contract] }
    guard let scope = scope(under: rules, zone: rules.calendar.zone), scope.isIn else { return nil }
    return scope.contract
  }
}

extension Directory {
  /// Whether a requester is marked as a VIP, known by the address.
  package func isVIP(_ party: Party) -> Bool { party.email.flatMap { person(email: $0) }?.vip ?? false }
}
