import Desk
import Screen

/// A question to the requester: the ticket then waits for them, until a date at which somebody looks again.
struct AskSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.ask
  let look = SheetLook.letter
  let rows = 16

  func title(_ context: SheetContext) -> String {
    context.words.askTitle + "  →  " + OutgoingLetter(ticket: ticket).recipient
  }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    var body = FormField.area(.body, "", rows: 3, mandatory: true)
    body.placeholder = words.writeHere
    var form = Form(
      [
        .line(
          .subject, words.field(.subject), OutgoingLetter(ticket: ticket).subject, limit: Limits.subject),
        FormField(.rule, "", .rule("━", title: "")), body,
        .choice(
          .waitReason, words.field(.waitReason), words.options(WaitReason.reasons(for: .user)) { words.name($0) },
          chosen: WaitReason.information.rawValue, mandatory: true),
        .when(.until, words.field(.until), mandatory: true),
      ], focus: .body)
    form.submitsOnEnter = false
    if OutgoingLetter(ticket: ticket).address == nil { form.general = .noAddress }
    return form
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    guard let reason: WaitReason = form.choice(.waitReason), let until = form.instant(.until, context) else {
      return .refused(.missing([.until]))
    }
    let letter = OutgoingLetter(ticket: ticket).letter(
      form.text(.body), subject: form.words(.subject), from: context.me)
    return .intent(.ask(letter, reason: reason, until: until))
  }

  func submitWord(_ words: Words) -> String { words.send }
}
