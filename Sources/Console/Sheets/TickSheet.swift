import Desk
import Screen

/// The next item of a checklist that is done.
struct TickSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.tick
  let rows = 9

  func title(_ context: SheetContext) -> String { context.words.tickTitle(ticket.work.checklists) }

  func form(_ context: SheetContext) -> Form {
    var open: [Picker.Candidate] = []
    for list in ticket.work.checklists {
      for (place, item) in list.items.enumerated() where item.doneBy == nil {
        open.append(Picker.Candidate(id: "\(list.event) \(place + 1)", label: item.text, detail: list.name))
      }
    }
    return Form([.picker(.item, context.words.field(.item), Picker(open, isFree: false), mandatory: true)])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let parts = form.text(.item).split(separator: " ")
    guard parts.count == 2, let item = Int(parts[1]) else { return .refused(.missing([.item])) }
    return .intent(.tick(event: String(parts[0]), item: item, isDone: true))
  }
}
