import Desk
import Screen

/// What lies over the panes and has the keys.
package enum Overlay: Sendable {
  /// The palette, the help or the drafts: a list narrowed by typing.
  case chooser(Chooser)
  /// What may follow a prefix; shown after a hesitation. It takes the keys that scroll it; any other goes on with the
  /// sequence.
  case following(PrefixMenu)
  case conflict(Conflict)
  /// A text to be read, or to be confirmed: a ticket's clocks, a card, who is on call, what a macro will do.
  case leaf(Leaf)
}

/// A ticket changed while a sheet was being filled in: the agent chooses.
package struct Conflict: Hashable, Sendable {
  package let ticket: TicketID
  package let refusal: Refusal
  /// Whether the sheet has words that would leave the house: they may be made a note instead.
  package let speaks: Bool
  /// Whether the sheet leaves a draft where it is left.
  package let keepsDraft: Bool
}
