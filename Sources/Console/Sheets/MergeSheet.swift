import Desk
import Screen

/// Into which ticket this one goes on. Its number is typed: that is the confirmation.
struct MergeSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.merge
  let rows = 3

  func title(_ context: SheetContext) -> String { context.words.mergeTitle }

  func form(_ context: SheetContext) -> Form {
    Form([.line(.ticketNumber, context.words.field(.ticketNumber), limit: 20, mandatory: true)])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let typed = form.words(.ticketNumber) ?? ""
    guard let target = TicketID(typed, home: context.home) else { return .refused(.invalid(.link, text: typed)) }
    return .intent(.merge(into: target))
  }
}
