import Desk
import Screen

/// Time spent, on what, and whether it is billed.
struct TimeSheet: Purpose {
  let ticket: Ticket

  let kind = SheetKind.time
  private(set) var rows = 4

  init(ticket: Ticket) { self.ticket = ticket }

  /// Rows for what there may be to say of the contract.
  private static let warningRows = 2

  /// Who pays for time spent now.
  static func payer(
    of ticket: Ticket, _ directory: Directory, _ now: Instant, _ zone: Zone, isBillable: Bool = true
  ) -> TimePayer {
    TimePayer(
      of: WorkTime(minutes: 0, activity: .other, isBillable: isBillable), on: ticket, in: directory, at: now, zone: zone
    )
  }

  /// Whether it is drawn from a credit or invoiced.
  enum Billing: String, CaseIterable { case billed, free }

  func title(_ context: SheetContext) -> String { context.words.timeTitle(ticket.work) }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    var minutes = FormField.line(.minutes, words.field(.minutes), limit: 12, mandatory: true)
    minutes.placeholder = words.minutesExample
    return Form([
      minutes,
      .choice(
        .activity, words.field(.activity), words.options(Activity.allCases) { words.name($0) },
        chosen: Activity.other.rawValue, mandatory: true),
      .choice(
        .billing, words.field(.billing), words.options(Billing.allCases, words.billing),
        chosen: Billing.billed.rawValue),
    ])
  }

  mutating func follow(_ changed: FieldName?, _ form: inout Form, _ context: SheetContext) {
    if changed == nil { makeRoom(context) }
    warn(&form, context)
  }

  mutating func receive(_ message: Message, _ form: inout Form, _ context: SheetContext) {
    if case .standing = message { warn(&form, context) }
  }

  private mutating func makeRoom(_ context: SheetContext) {
    let payer = TimeSheet.payer(of: ticket, context.directory, context.now, context.zone)
    let isCounted = payer.contract.map { !context.directory.credits(of: $0.id).isEmpty } ?? false
    if isCounted || payer.outside != nil { rows += TimeSheet.warningRows }
  }

  /// Says, as the minutes are typed, that no contract in force pays for them or that they are more than is left. What
  /// is wrong with the fields themselves comes first.
  private func warn(_ form: inout Form, _ context: SheetContext) {
    let payer = TimeSheet.payer(
      of: ticket, context.directory, context.now, context.zone,
      isBillable: form.text(.billing) != Billing.free.rawValue)
    if form.general?.isWarning != false { form.general = payer.outside.map(Remark.outside) }
    if form.remarks[.minutes]?.isWarning == false { return }
    form.remarks[.minutes] = account(payer, Minutes.read(form.words(.minutes) ?? "") ?? 0, context)
  }

  private func account(_ payer: TimePayer, _ minutes: Int, _ context: SheetContext) -> Remark? {
    guard let contract = payer.contract, let balance = context.standings[contract.id]?.balance else { return nil }
    let allowance = Allowance(minutes, of: contract, at: balance)
    if !allowance.overspends, allowance.passes == nil { return nil }
    return .account(allowance, contract: contract.name)
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let typed = form.words(.minutes) ?? ""
    guard let minutes = Minutes.read(typed) else { return .refused(.invalid(.time, text: typed)) }
    return .intent(
      .logTime(
        WorkTime(
          minutes: minutes, activity: form.choice(.activity) ?? .other,
          isBillable: form.text(.billing) != Billing.free.rawValue)))
  }
}
