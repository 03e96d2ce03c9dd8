import Desk
import Screen

/// To a higher level, with the hand-off it needs. For a P0 or P1 the glass may be broken: the ticket goes at once
/// and the hand-off is owed within half an hour.
struct EscalateSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.escalate
  let rows = 18

  /// When the hand-off is given.
  enum Glass: String, CaseIterable { case now, later }

  func title(_ context: SheetContext) -> String { context.words.escalateTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    let levels = Level.allCases.filter {
      $0 > ticket.level && (!$0.isVendor || context.rules.may(.escalateToVendor, context.me))
    }
    var glass = FormField.choice(
      .glass, words.field(.glass), words.options(Glass.allCases, words.glass), chosen: Glass.now.rawValue)
    glass.isShown = ticket.priority <= .p1
    let agents = context.agents(holding: levels.first ?? .n3)
    return Form(
      [
        .choice(
          .level, words.field(.level), levels.map { .init($0.rawValue, $0.rawValue) }, chosen: levels.first?.rawValue,
          mandatory: true), glass,
      ] + HandoffFields.fields(ticket, context) + [
        .picker(.agent, words.field(.target), Picker(agents, isFree: false))
      ],
      focus: levels.count > 1 ? .level : .symptom)
  }

  func follow(_ changed: FieldName?, _ form: inout Form, _ context: SheetContext) {
    if changed == nil || changed == .glass { form.show(HandoffFields.names, form.text(.glass) != Glass.later.rawValue) }
    if changed == .level, let level: Level = form.choice(.level) {
      form.changePicker(.agent) { $0.offer(context.agents(holding: level)) }
    }
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    guard let level: Level = form.choice(.level) else { return .refused(.missing([.reason])) }
    let isBroken = form.text(.glass) == Glass.later.rawValue
    let target = form.text(.agent)
    return .intent(
      .escalate(
        to: level, handoff: isBroken ? nil : HandoffFields.handoff(form), target: target.isEmpty ? nil : target))
  }
}
