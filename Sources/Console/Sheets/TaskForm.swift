import Desk
import Screen

/// Something to be done: what, where, when.
struct TaskForm: Purpose {
  let ticket: Ticket

  let kind = SheetKind.task
  let rows = 8

  func title(_ context: SheetContext) -> String { context.words.taskTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    return Form([
      .line(.task, words.field(.task), mandatory: true),
      .choice(
        .taskKind, words.field(.taskKind), words.options(TaskKind.allCases) { words.name($0) },
        chosen: TaskKind.other.rawValue, mandatory: true),
      .when(.start, words.field(.start)),
      .line(.place, words.field(.place), ticket.site ?? ""),
    ])
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    .intent(
      .addTask(
        WorkTask(
          form.words(.task) ?? "", kind: form.choice(.taskKind) ?? .other, start: form.instant(.start, context),
          place: form.words(.place))))
  }
}
