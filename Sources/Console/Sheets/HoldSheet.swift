import Desk
import Screen

/// A wait for a third party: who, why and until when.
struct HoldSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.hold
  let rows = 7

  func title(_ context: SheetContext) -> String { context.words.holdTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    return Form([
      .line(.party, words.field(.party), limit: 200, mandatory: true),
      .choice(
        .waitReason, words.field(.waitReason), words.options(WaitReason.reasons(for: .third)) { words.name($0) },
        mandatory: true),
      .when(.until, words.field(.until), mandatory: true),
    ])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    guard let reason: WaitReason = form.choice(.waitReason), let until = form.instant(.until, context) else {
      return .refused(.missing([.until]))
    }
    return .intent(.hold(party: form.words(.party) ?? "", reason: reason, until: until))
  }
}
