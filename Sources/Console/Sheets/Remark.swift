import Desk

/// What a sheet has to say of a field: why it cannot be sent so, or what became of a pasted text.
package enum Remark: Hashable, Sendable {
  /// Mandatory and blank.
  case blank
  case when(When.Flaw)
  /// Not one of the list.
  case unlisted
  /// Pasted or edited text did not fit: so many characters were left out of `limit`.
  case cut(lost: Int, limit: Int)
  case full(limit: Int)
  /// A reply became a note, or a note a reply: said, since nobody may mistake one for the other.
  case nowInternal, nowPublic
  /// No address of the requester is known: what is written reaches nobody by mail.
  case noAddress
  /// What a resolution would leave undone.
  case openTasks(Int)
  /// What is resolved was never qualified.
  case unqualified
  /// The desk has none to lay on a ticket.
  case noChecklists
  /// What time would make of the credit it is drawn from.
  case account(Allowance, contract: String)
  /// No contract in force pays.
  case outside(Scope)
  /// Words of an earlier sheet wait to be taken up: which, and how.
  case draftWaits(String)
  /// The desk's own rules say no.
  case refused(Refusal)

  /// A loss of text is told, and does not stop what is being sent.
  package var isWarning: Bool {
    switch self {
    case .cut, .full, .nowInternal, .nowPublic, .noAddress, .openTasks, .unqualified, .noChecklists, .account, .outside,
      .draftWaits:
      true
    case .blank, .when, .unlisted, .refused: false
    }
  }

  /// Whether it stays so whatever is typed: it is told until the sheet is left.
  package var isLasting: Bool {
    switch self {
    case .noAddress, .openTasks, .unqualified, .outside: true
    default: false
    }
  }
}
