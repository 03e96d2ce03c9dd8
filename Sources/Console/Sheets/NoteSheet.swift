import Desk
import Screen

/// Words for the desk, never sent to the requester. Its title, dotted edge and rule are not those of a letter, so
/// that one is not taken for the other even without colour.
struct NoteSheet: Purpose {
  let ticket: Ticket
  var text = ""
  /// Made from a reply: said above the text.
  var isTurned = false

  let kind = SheetKind.note
  let look = SheetLook.note
  let rows = 12

  func title(_ context: SheetContext) -> String { context.words.noteTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    var visibility = FormField.choice(
      .visibility, words.field(.visibility), words.options(Visibility.allCases) { words.name($0) },
      chosen: Visibility.team.rawValue)
    visibility.minimumHeight = 6
    var body = FormField.area(.body, "", text, rows: 3, mandatory: true)
    body.placeholder = words.writeHere
    var form = Form([visibility, FormField(.rule, "", .rule("┊", title: "")), body], focus: .body)
    form.submitsOnEnter = false
    if isTurned { form.general = .nowInternal }
    return form
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    .intent(.note(Note(Body(form.text(.body)), visibility: form.choice(.visibility) ?? .team)))
  }

  func chords(_ words: Words) -> [Hint] { [Hint("i", words.toPublicReply)] }

  func chord(_ key: Key, _ form: inout Form, _ context: SheetContext) -> SheetStep? {
    guard key == "i" else { return nil }
    let reply = ReplySheet(ticket: ticket, text: form.text(.body), isTurned: true)
    return .become(FormSheet(reply, on: ticket.id, carriesText: !reply.text.isEmpty, context))
  }
}
