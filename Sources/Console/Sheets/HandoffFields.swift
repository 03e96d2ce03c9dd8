import Desk
import Screen

/// The contract of an escalation, as fields: what the next level needs to begin without asking again.
enum HandoffFields {
  static let names: [FieldName] = [.symptom, .tried, .hypothesis, .needed, .evidence]

  /// The fields, `tried` begun from the notes of the ticket.
  static func fields(_ ticket: Ticket, _ context: SheetContext) -> [FormField] {
    let words = context.words
    let known = ticket.handoff
    func area(_ name: FieldName, _ text: String, rows: Int) -> FormField {
      .area(name, words.field(name), text, rows: rows, grows: rows > 1, limit: Limits.shortText, mandatory: true)
    }
    var fields = [
      area(.symptom, known?.symptom ?? "", rows: 2), area(.tried, known?.tried ?? notes(of: ticket), rows: 3),
      area(.hypothesis, known?.hypothesis ?? "", rows: 1), area(.needed, known?.needed ?? "", rows: 2),
      area(.evidence, known?.evidence ?? "", rows: 1),
    ]
    for place in fields.indices where [.hypothesis, .evidence].contains(fields[place].name) {
      fields[place].placeholder = words.noneIfNone
    }
    // A ticket with notes says by them what was tried (`Decision`).
    fields[1].isMandatory = ticket.noteCount == 0
    return fields
  }

  /// The first line of each note, the newest last, as far as the field goes.
  static func notes(of ticket: Ticket) -> String {
    var lines: [String] = []
    var bytes = 0
    for entry in ticket.entries.reversed() {
      guard case .noteAdded(let note) = entry.fact,
        let first = note.body.text.split(separator: "\n").first(where: { !$0.allSatisfy(\.isWhitespace) })
      else { continue }
      let line = "- " + first.prefix(200)
      bytes += line.utf8.count + 1
      if bytes > Limits.shortText { break }
      lines.append(line)
    }
    return lines.reversed().joined(separator: "\n")
  }

  static func handoff(_ form: Form) -> Handoff {
    Handoff(
      symptom: form.words(.symptom) ?? "", tried: form.words(.tried) ?? "", hypothesis: form.words(.hypothesis) ?? "",
      needed: form.words(.needed) ?? "", evidence: form.words(.evidence) ?? "")
  }
}
