import Desk

/// Which sheet an action opens. `SheetBook.make(_:on:from:_:)` (in `Sheets/`) makes it:
/// `static func make(_ kind: SheetKind, on ticket: TicketID?, from draft: Draft?, _ context: SheetContext) -> any Sheet`.
/// A draft fills the sheet as it was left; the fields it does not know are ignored.
package enum SheetKind: String, CaseIterable, Sendable {
  case intake, reply, note, ask, hold, plan, escalate, completeHandoff, `return`, resolve, assign, steal, release, skip
  case qualify, prioritise, close, reopen, cancel, restore, tag, link, article, view
  case split, checklist, replyFamily
  case merge, time, task, tick, major, endMajor, opinion

  /// The draft this sheet may leave; nil where it is too short to be worth keeping.
  package var draft: Draft.Kind? { Draft.Kind(rawValue: rawValue) }

  /// Whether it opens blank whatever was kept: the next to call is somebody else. What was kept waits to be taken up.
  package var beginsAnew: Bool { self == .intake }
}
