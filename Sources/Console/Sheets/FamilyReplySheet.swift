import Desk
import Screen

/// One answer to the requesters of a ticket and of all active tickets under it: a major incident and its children.
/// Words to many people are confirmed by their number, which no key pressed by mistake types.
struct FamilyReplySheet: Purpose {
  let ticket: Ticket
  /// The active tickets under it, once they are known.
  private var children: [Summary]?

  let kind = SheetKind.replyFamily
  let look = SheetLook.letter
  let rows = 20

  init(ticket: Ticket) { self.ticket = ticket }

  func title(_ context: SheetContext) -> String { context.words.familyTitle(children.map { $0.count + 1 }) }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    var body = FormField.area(.body, "", rows: 3, mandatory: true)
    body.placeholder = words.writeHere
    var form = Form(
      [
        FormField(.due, "", .fixed([words.reading], .textDim)), FormField(.rule, "", .rule("━", title: "")), body,
        FormField(.quote, "", .fixed([words.familyAdvice], .textDim)),
        .line(.confirm, words.field(.confirm), limit: 6, mandatory: true),
      ], focus: .body)
    form.submitsOnEnter = false
    return form
  }

  mutating func receive(_ message: Message, _ form: inout Form, _ context: SheetContext) {
    guard case .family(let id, let rows) = message, id == ticket.id else { return }
    children = rows
    let names = ([ticket.id] + rows.map(\.id)).map { context.words.name($0, home: context.home) }
    form.change(.due) { field in
      field.control = .fixed([context.words.familyTickets(names)], .text)
    }
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let typed = form.words(.confirm) ?? ""
    guard let children, Int(typed) == children.count + 1 else { return .refused(.invalid(.number, text: typed)) }
    return .effect(.replyAll(form.text(.body), on: [ticket.id] + children.map(\.id)))
  }

  func submitWord(_ words: Words) -> String { words.send }
}
