import Desk
import Screen

/// What it is and how pressing: the priority is read off the matrix as one moves.
struct QualifySheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.qualify
  let rows = 14

  func title(_ context: SheetContext) -> String { context.words.qualifyTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    let known = ticket.qualification
    // What the header shows of a ticket nobody qualified is where the grid begins; a VIP's begins at the impact that is
    // theirs.
    var grid =
      known.map { PriorityGrid(context.rules.matrix, impact: $0.impact, gravity: $0.gravity, words) }
      ?? PriorityGrid(context.rules.matrix, showing: ticket.computed, words)
    if known == nil, context.directory.isVIP(ticket.requester) { grid.raiseToGroup() }
    return Form([
      FormField(.grid, words.field(.grid), .grid(grid)),
      .choice(
        .kind, words.field(.kind), words.options(Kind.allCases) { words.name($0) }, chosen: ticket.kind.rawValue,
        mandatory: true),
      .picker(.category, words.field(.category), context.categories(chosen: known?.category), mandatory: true),
    ])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    guard let kind: Kind = form.choice(.kind), let grid = form.grid(.grid) else {
      return .refused(.missing([.category]))
    }
    return .intent(
      .qualify(
        Qualification(kind: kind, gravity: grid.gravity, impact: grid.impact, category: form.text(.category))))
  }
}
