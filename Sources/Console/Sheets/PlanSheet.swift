import Desk
import Screen

/// A start date, and who chose it: the requester's choice suspends the promise, ours does not.
struct PlanSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.plan
  let rows = 5

  func title(_ context: SheetContext) -> String { context.words.planTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    return Form([
      .when(.start, words.field(.start), mandatory: true),
      .choice(
        .chosenBy, words.field(.chosenBy), words.options(ChosenBy.allCases) { words.name($0) }, mandatory: true),
    ])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    guard let start = form.instant(.start, context), let chosenBy: ChosenBy = form.choice(.chosenBy) else {
      return .refused(.missing([.start]))
    }
    return .intent(.plan(start: start, chosenBy: chosenBy))
  }
}
