import Desk
import Screen

/// The hand-off owed since the glass was broken.
struct HandoffSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.completeHandoff
  let rows = 14

  func title(_ context: SheetContext) -> String { context.words.owedHandoffTitle }

  func form(_ context: SheetContext) -> Form { Form(HandoffFields.fields(ticket, context)) }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    .intent(.completeHandoff(HandoffFields.handoff(form)))
  }
}
