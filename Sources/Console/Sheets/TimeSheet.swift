import Desk
import Screen

/// Time spent, on what, and whether it is billed.
struct TimeSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.time
  let rows = 4

  /// Whether it is drawn from a credit or invoiced.
  enum Billing: String, CaseIterable { case billed, free }

  func title(_ context: SheetContext) -> String { context.words.timeTitle(ticket.work) }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    var minutes = FormField.line(.minutes, words.field(.minutes), limit: 12, mandatory: true)
    minutes.placeholder = words.minutesExample
    return Form([
      minutes,
      .choice(
        .activity, words.field(.activity), words.options(Activity.allCases) { words.name($0) },
        chosen: Activity.other.rawValue, mandatory: true),
      .choice(
        .billing, words.field(.billing), words.options(Billing.allCases, words.billing),
        chosen: Billing.billed.rawValue),
    ])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let typed = form.words(.minutes) ?? ""
    guard let minutes = Minutes.read(typed) else { return .refused(.invalid(.time, text: typed)) }
    return .intent(
      .logTime(
        WorkTime(
          minutes: minutes, activity: form.choice(.activity) ?? .other,
          isBillable: form.text(.billing) != Billing.free.rawValue)))
  }
}
