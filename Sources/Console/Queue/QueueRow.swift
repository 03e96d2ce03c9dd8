import Desk

/// One ticket of the queue as the agent's hand left it: the summary changes in place, the row stays.
package struct QueueRow: Hashable, Sendable {
  package var summary: Summary
  /// Set when the ticket no longer belongs to the view: the row stays, dimmed, until the agent lets it go.
  package var leaving: Leaving?

  package var id: TicketID { summary.id }

  package init(_ summary: Summary) { self.summary = summary }

  /// Why a row leaves the view.
  package enum Leaving: Hashable, Sendable {
    case level(Level)
    case owner(String)
    case state(State)
    /// It is not known yet: the ticket was not read since.
    case unknown
  }

  /// What changed between two readings of a ticket that took it out of a view.
  package static func leaving(from old: Summary, to new: Summary) -> Leaving {
    if old.level != new.level { return .level(new.level) }
    if old.state != new.state, !new.state.isActive { return .state(new.state) }
    if let owner = new.owner, owner != old.owner { return .owner(owner) }
    if old.state != new.state { return .state(new.state) }
    return .unknown
  }
}
