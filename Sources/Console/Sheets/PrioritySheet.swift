import Desk
import Screen

/// A priority set by hand, with a reason; what the matrix says stays beside it.
struct PrioritySheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.prioritise
  let rows = 5
  /// The option that goes back to the matrix.
  static let matrix = "matrix"

  func title(_ context: SheetContext) -> String { context.words.priorityTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    let mayMajor = context.rules.may(.declareMajor, context.me)
    var options = Priority.allCases.filter { $0 != .p0 || mayMajor }.map { Choice.Option($0.name, $0.name) }
    if ticket.override != nil { options.append(.init(PrioritySheet.matrix, words.backToMatrix(ticket.computed.name))) }
    return Form([
      FormField(.computed, words.field(.computed), .fixed([words.computed(ticket)], .text)),
      .choice(.priority, words.field(.priority), options, chosen: ticket.priority.name, mandatory: true),
      .line(.reason, words.field(.reason), limit: 500, mandatory: true),
    ])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let typed = form.text(.priority)
    let priority = Priority.allCases.first { $0.name == typed }
    return .intent(.prioritise(priority, reason: form.words(.reason) ?? ""))
  }
}
