import Desk
import Screen

/// A checklist of the desk, laid on a ticket by its name.
struct ChecklistSheet: Purpose {
  let ticket: Ticket
  /// Those of the desk, once they have come.
  private var known: [ChecklistTemplate] = []

  let kind = SheetKind.checklist
  let rows = 7

  init(ticket: Ticket) { self.ticket = ticket }

  func title(_ context: SheetContext) -> String { context.words.checklistTitle }

  func form(_ context: SheetContext) -> Form {
    Form([.picker(.checklist, context.words.field(.checklist), Picker([], isFree: false), mandatory: true)])
  }

  mutating func receive(_ message: Message, _ form: inout Form, _ context: SheetContext) {
    guard case .checklists(let templates) = message else { return }
    known = templates
    let candidates = templates.map {
      Picker.Candidate(id: $0.name, label: $0.name, detail: context.words.points($0.items.count))
    }
    form.changePicker(.checklist) { $0.offer(candidates) }
    form.general = templates.isEmpty ? .noChecklists : nil
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let name = form.text(.checklist)
    guard let template = known.first(where: { $0.name == name }) else { return .refused(.missing([.checklist])) }
    return .intent(.applyChecklist(name: template.name, items: template.items))
  }
}
