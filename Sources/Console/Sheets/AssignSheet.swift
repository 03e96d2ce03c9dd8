import Desk
import Screen

/// To an agent who holds the ticket's level.
struct AssignSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.assign
  let rows = 7

  func title(_ context: SheetContext) -> String { context.words.assignTitle(ticket.level) }

  func form(_ context: SheetContext) -> Form {
    let agents = context.agents(holding: ticket.level, but: ticket.owner)
    return Form([.picker(.agent, context.words.field(.agent), Picker(agents, isFree: false), mandatory: true)])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome { .intent(.assign(to: form.text(.agent))) }
}
