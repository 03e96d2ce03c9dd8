import Desk
import Screen

/// Back to a lower level, and why.
struct ReturnSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.return
  let rows = 7

  func title(_ context: SheetContext) -> String { context.words.returnTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    let levels = Level.allCases.filter { $0 < ticket.level }
    return Form(
      [
        .choice(
          .level, words.field(.level), levels.map { .init($0.rawValue, $0.rawValue) }, chosen: levels.last?.rawValue,
          mandatory: true),
        .area(.reason, words.field(.reason), rows: 3, limit: Limits.shortText, mandatory: true),
      ], focus: .reason)
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    guard let level: Level = form.choice(.level) else { return .refused(.missing([.reason])) }
    return .intent(.return(to: level, reason: form.words(.reason) ?? ""))
  }
}
