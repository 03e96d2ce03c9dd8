import Desk
import Screen

/// A major incident: why, and how often those it hits are told.
struct MajorSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.major
  let rows = 5

  func title(_ context: SheetContext) -> String { context.words.majorTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    return Form([
      .line(.reason, words.field(.reason), limit: 500, mandatory: true),
      .line(.every, words.field(.every), String(Major.usualMinutes), limit: 4, mandatory: true),
    ])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let typed = form.words(.every) ?? ""
    guard let every = Minutes.read(typed) else { return .refused(.invalid(.every, text: typed)) }
    return .intent(.declareMajor(reason: form.words(.reason) ?? "", every: every))
  }
}
