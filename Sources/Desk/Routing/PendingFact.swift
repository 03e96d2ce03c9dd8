/// A fact on its way into a ticket's file: what happened, in whose name, under which event id.
package struct PendingFact: Hashable, Sendable {
  package var id: String
  package var fact: Fact
  package var actor: Actor

  package init(id: String, _ fact: Fact, by actor: Actor) {
    self.id = id
    self.fact = fact
    self.actor = actor
  }
}

extension Ticket {
  /// Lets one happen as the journal is about to record it.
  mutating func apply(_ pending: PendingFact, under rules: Rules, at now: Instant) {
    apply(
      TicketEvent(
        id: pending.id, site: id.site, n: entries.count + 1, lamport: lamport + 1, at: now, by: pending.actor.name,
        account: pending.actor.account, via: pending.actor.via, fact: pending.fact), under: rules)
  }
}

extension Actor {
  /// The desk's rules. What they may do was decided by whoever may configure the desk: a manager's rights.
  package static let rule = Actor(name: "rules", profile: .manager, via: .rule)
}
