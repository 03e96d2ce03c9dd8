import Desk
import Screen

/// Makes the sheets.
package enum SheetBook {
  package static func make(
    _ kind: SheetKind, on ticket: TicketID?, from draft: Draft?, _ context: SheetContext
  ) -> any Sheet {
    PlainNote(ticket, text: draft?.fields["body"] ?? "")
  }
}

/// The plainest sheet: one field, kept as an internal note.
struct PlainNote: Sheet {
  let ticket: TicketID?
  var field: TextField
  var extent: SheetExtent { .box(width: 60, height: 5) }

  init(_ ticket: TicketID?, text: String) {
    self.ticket = ticket
    field = TextField(text)
  }

  mutating func handle(_ key: Key, _ context: SheetContext) -> SheetStep {
    switch key {
    case .escape: return .leave()
    case .alt(.enter), .enter:
      guard let ticket else { return .leave() }
      return .submit([.record(.note(Note(Body(field.text))), on: ticket, seen: context.reading?.lamport)])
    default:
      _ = field.handle(key)
      return .stay()
    }
  }

  mutating func paste(_ text: String, _ context: SheetContext) -> SheetStep {
    field.insert(text)
    return .stay()
  }

  mutating func receive(_ message: Message, _ context: SheetContext) -> SheetStep { .stay() }

  func draw(into frame: inout Frame, in area: Area, _ context: SheetContext) {
    let inside = frame.box(area, title: context.words.internalNote(.team))
    frame.put(field.layout(width: inside.width).text, .input, in: inside)
  }

  mutating func resized(to area: Area) {}
  func hints(_ context: SheetContext) -> [Hint] { [] }
  func draft(at now: Instant) -> Draft? {
    field.isEmpty ? nil : Draft(kind: .note, ticket: ticket, fields: ["body": field.text], savedAt: now)
  }
}
