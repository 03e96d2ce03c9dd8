import Desk
import Screen

/// How it ended: the code, a summary, the root cause from N2 on, how the requester learns of it, and what the
/// knowledge base keeps.
struct ResolveSheet: Purpose {
  let ticket: Ticket
  /// A reply already written.
  var message = ""

  let kind = SheetKind.resolve
  let rows = 20

  /// What is kept (`KnowledgeDecision`).
  enum Keep: String, CaseIterable { case linked, draft, none }

  func title(_ context: SheetContext) -> String { context.words.resolveTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    var cause = FormField.area(
      .rootCause, words.field(.rootCause), rows: 2, grows: false, limit: Limits.shortText,
      mandatory: ticket.level >= .n2)
    cause.isShown = ticket.level >= .n2
    let told: Told = ticket.requester.email == nil && message.isEmpty ? .phone : .message
    let open = ticket.work.openTasks.count
    var form = Form([
      .choice(.code, words.field(.code), words.options(ResolutionCode.allCases) { words.name($0) }, mandatory: true),
      .area(.summary, words.field(.summary), rows: 2, grows: false, limit: Limits.shortText, mandatory: true), cause,
      .choice(
        .told, words.field(.told), words.options(Told.allCases) { words.name($0) }, chosen: told.rawValue,
        mandatory: true),
      .area(.message, words.field(.message), message, rows: 4, mandatory: true),
      .choice(.knowledge, words.field(.knowledge), words.options(Keep.allCases, words.keep), mandatory: true),
      .picker(.article, words.field(.article), Picker([], isFree: false, isRemote: true), mandatory: true),
      .line(.why, words.field(.why), limit: 500, mandatory: true),
    ])
    if open > 0 { form.general = .openTasks(open) } else if !ticket.isQualified { form.general = .unqualified }
    return form
  }

  func follow(_ changed: FieldName?, _ form: inout Form, _ context: SheetContext) {
    form.show([.message], form.text(.told) == Told.message.rawValue)
    form.show([.article], form.text(.knowledge) == Keep.linked.rawValue)
    form.show([.why], form.text(.knowledge) == Keep.none.rawValue)
  }

  func search(_ form: Form, _ context: SheetContext) -> Effect? {
    guard form[.article]?.isShown == true, let picker = form.picker(.article), picker.chosen == nil else { return nil }
    return .searchArticles(query(picker))
  }

  /// The words typed, else those of the ticket.
  private func query(_ picker: Picker) -> String {
    picker.text.allSatisfy(\.isWhitespace) ? String(ticket.subject.prefix(200)) : picker.text
  }

  func receive(_ message: Message, _ form: inout Form, _ context: SheetContext) {
    guard case .articles(let articles, let asked) = message, let picker = form.picker(.article), asked == query(picker)
    else { return }
    form.offer(articles)
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    guard let code: ResolutionCode = form.choice(.code), let told: Told = form.choice(.told),
      let keep: Keep = form.choice(.knowledge)
    else { return .refused(.missing([.knowledge])) }
    let knowledge: KnowledgeDecision =
      switch keep {
      case .linked: .linked(form.text(.article))
      case .draft: .draft
      case .none: .notReusable(form.words(.why) ?? "")
      }
    let resolution = Resolution(
      code: code, summary: form.words(.summary) ?? "", rootCause: form.words(.rootCause), told: told,
      knowledge: knowledge)
    let letter =
      told == .message
      ? OutgoingLetter(ticket: ticket).letter(form.text(.message), from: context.me) : nil
    return .intent(.resolve(resolution, message: letter))
  }
}
