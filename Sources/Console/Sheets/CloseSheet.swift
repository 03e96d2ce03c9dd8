import Desk
import Screen

/// The end of a resolved ticket, and on whose word.
struct CloseSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.close
  let rows = 3

  func title(_ context: SheetContext) -> String { context.words.closeTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    let mayEarly = context.rules.may(.closeEarly, context.me)
    let causes = CloseCause.allCases.filter { $0 == .confirmed || mayEarly }
    return Form([
      .choice(
        .cause, words.field(.cause), words.options(causes) { words.name($0) }, chosen: CloseCause.confirmed.rawValue,
        mandatory: true)
    ])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome { .intent(.close(form.choice(.cause) ?? .confirmed)) }
}
