import Desk
import Screen

/// What lies over the panes and has the keys.
package enum Overlay: Sendable {
  /// The palette, the help or the drafts: a list narrowed by typing.
  case chooser(Chooser)
  /// What may follow a prefix; shown after a hesitation. It takes no key: the next one goes on with the sequence.
  case following([Key])
  case conflict(Conflict)
  /// A text to be read: a ticket's clocks, a card.
  case leaf(Leaf)
  /// Who is on call.
  case duty(DutyPane)
}

/// A ticket changed while an answer was being written: the agent chooses.
package struct Conflict: Hashable, Sendable {
  package let ticket: TicketID
  package let refusal: Refusal
}
