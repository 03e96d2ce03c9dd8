import Desk
import Screen

/// An answer to the requester. What happens after it is chosen before it is sent: the ticket goes on, waits for
/// the requester until a date, or is resolved.
struct ReplySheet: Purpose {
  let ticket: Ticket
  var text = ""
  /// Made from a note: said above the text.
  var isTurned = false

  /// What the articles found have ready, by id.
  private var ready: [String: String] = [:]
  /// The desk's templates for this ticket, by name.
  private var templates: [String: ReadyText] = [:]

  let kind = SheetKind.reply
  let look = SheetLook.letter
  let rows = 20

  init(ticket: Ticket, text: String = "", isTurned: Bool = false) {
    self.ticket = ticket
    self.text = text
    self.isTurned = isTurned
  }

  /// What comes after the message.
  enum After: String, CaseIterable { case stay, ask, resolve }

  func title(_ context: SheetContext) -> String {
    context.words.replyTitle + "  →  " + OutgoingLetter(ticket: ticket).recipient
  }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    let letter = OutgoingLetter(ticket: ticket)
    var cc = FormField.line(.cc, words.field(.cc), limit: 1000)
    cc.minimumHeight = 10
    var subject = FormField.line(.subject, words.field(.subject), letter.subject, limit: Limits.subject)
    subject.minimumHeight = 8
    var body = FormField.area(.body, "", text, rows: 3, mandatory: true)
    body.placeholder = words.writeHere
    var form = Form(
      [
        cc, subject, ReplySheet.due(ticket, context), FormField(.rule, "", .rule("━", title: "")), body,
        ReplySheet.quote(letter, context),
        ReplySheet.articles(words), ReplySheet.templates(words),
        ReplySheet.after(ticket, context),
        .choice(
          .waitReason, words.field(.waitReason),
          words.options(WaitReason.reasons(for: .user)) { words.name($0) }, chosen: WaitReason.information.rawValue,
          mandatory: true),
        .when(.until, words.field(.until), mandatory: true),
      ], focus: .body)
    form.submitsOnEnter = false
    if letter.address == nil { form.general = .noAddress }
    if isTurned { form.general = .nowPublic }
    return form
  }

  /// How long there is to answer, where an answer is promised.
  private static func due(_ ticket: Ticket, _ context: SheetContext) -> FormField {
    var field = FormField(.due, "", .fixed([], .text))
    field.minimumHeight = 14
    guard let due = ticket.due(under: context.rules), [.firstReply, .update].contains(due.clock),
      case .running(let end, let warning) = due.standing
    else {
      field.isShown = false
      return field
    }
    let now = context.now
    if now >= end {
      field.control = .fixed(["! " + context.words.replyLate(due.clock, seconds: now - end)], .slaLate)
    } else {
      let isSoon = now >= warning || end - now <= 3600
      let words = context.words.replyDue(due.clock, seconds: end - now)
      field.control = .fixed([(isSoon ? "▲ " : "") + words], isSoon ? .slaSoon : .slaOk)
    }
    return field
  }

  /// Articles whose ready reply goes into the text; shown on Ctrl-X b.
  private static func articles(_ words: Words) -> FormField {
    var field = FormField.picker(.article, words.field(.article), Picker([], isFree: false, isRemote: true))
    field.isShown = false
    return field
  }

  /// The desk's templates, filled in; shown on Ctrl-X t.
  private static func templates(_ words: Words) -> FormField {
    var field = FormField.picker(.template, words.field(.template), Picker([], isFree: false))
    field.isShown = false
    return field
  }

  /// What the requester wrote last, folded to its first line.
  private static func quote(_ letter: OutgoingLetter, _ context: SheetContext) -> FormField {
    guard let quoted = letter.quoted else {
      var none = FormField(.quote, "", .fixed([], .quote))
      none.isShown = false
      return none
    }
    let first = quoted.text.split(separator: "\n").first { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? ""
    let at = context.words.moment(quoted.at, in: context.zone, now: context.now)
    var field = FormField(
      .quote, "", .fixed([context.words.lastMessage(at), "> " + String(first.prefix(400)) + " […]"], .quote))
    field.minimumHeight = 14
    return field
  }

  /// The ways on from the state the ticket is in.
  private static func after(_ ticket: Ticket, _ context: SheetContext) -> FormField {
    let words = context.words
    let stays = ticket.state == .new ? State.open : ticket.state
    var options = [Choice.Option(After.stay.rawValue, words.name(stays))]
    if Verb.ask.from.contains(ticket.state) { options.append(.init(After.ask.rawValue, words.name(.waitUser))) }
    if Verb.resolve.from.contains(ticket.state) { options.append(.init(After.resolve.rawValue, words.name(.resolved))) }
    return .choice(.after, words.field(.after), options, chosen: After.stay.rawValue)
  }

  mutating func follow(_ changed: FieldName?, _ form: inout Form, _ context: SheetContext) {
    if changed == nil || changed == .after {
      form.show([.waitReason, .until], form.text(.after) == After.ask.rawValue)
    }
    if changed == .template, let name = form.picker(.template)?.chosen { insert(name, into: &form) }
    guard changed == .article, let id = form.picker(.article)?.chosen else { return }
    form.show([.article], false)
    form.focus(on: .body)
    _ = form.pasteApart(ready[id] ?? "")
    form.changePicker(.article) { $0.restore(text: "", chosen: nil) }
  }

  private func insert(_ name: String, into form: inout Form) {
    form.show([.template], false)
    if let subject = templates[name]?.subject { form.setText(.subject, subject) }
    form.focus(on: .body)
    _ = form.pasteApart(templates[name]?.body ?? "")
    form.changePicker(.template) { $0.restore(text: "", chosen: nil) }
  }

  func search(_ form: Form, _ context: SheetContext) -> Effect? {
    guard form[.article]?.isShown == true, let picker = form.picker(.article), picker.chosen == nil else { return nil }
    return .searchArticles(query(picker))
  }

  /// The words typed, else those of the ticket.
  private func query(_ picker: Picker) -> String {
    picker.text.allSatisfy(\.isWhitespace) ? String(ticket.subject.prefix(200)) : picker.text
  }

  mutating func receive(_ message: Message, _ form: inout Form, _ context: SheetContext) {
    if case .templates(let texts, ticket.id) = message { return offer(texts, &form) }
    guard case .articles(let articles, let asked) = message, let picker = form.picker(.article), asked == query(picker)
    else { return }
    for article in articles {
      ready[article.id] = article.content.reply ?? article.content.steps.map { "- " + $0 }.joined(separator: "\n")
    }
    form.offer(articles)
  }

  private mutating func offer(_ texts: [ReadyText], _ form: inout Form) {
    templates = Dictionary(texts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    form.changePicker(.template) { picker in
      picker.offer(
        texts.map { text in
          Picker.Candidate(id: text.name, label: text.name, detail: String(text.line(apartFrom: texts).prefix(60)))
        })
      picker.highlightFirst()
    }
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let cc = OutgoingLetter.addresses(form.text(.cc))
    if let wrong = cc.first(where: { !Mailbox.isAddress($0) }) {
      return .refused(.invalid(.recipient, text: String(wrong.prefix(40))))
    }
    let text = form.text(.body)
    let letter = OutgoingLetter(ticket: ticket).letter(
      text, subject: form.words(.subject), cc: form.text(.cc), from: context.me)
    switch form.choice(.after) as After? {
    case .ask:
      guard let reason: WaitReason = form.choice(.waitReason), let until = form.instant(.until, context) else {
        return .refused(.missing([.until]))
      }
      return .intent(.ask(letter, reason: reason, until: until))
    case .resolve:
      return .sheet(FormSheet(ResolveSheet(ticket: ticket, message: text), on: ticket.id, carriesText: true, context))
    case .stay, nil: return .intent(.reply(letter))
    }
  }

  func chords(_ words: Words) -> [Hint] {
    [Hint("b", words.knowledge), Hint("t", words.template), Hint("i", words.toInternalNote)]
      + (OutgoingLetter(ticket: ticket).quoted == nil ? [] : [Hint("q", words.quote)])
  }

  func chord(_ key: Key, _ form: inout Form, _ context: SheetContext) -> SheetStep? {
    switch key {
    case "b":
      form.show([.article], true)
      form.focus(on: .article)
      return search(form, context).map { .stay([$0]) } ?? .stay()
    case "t":
      form.show([.template], true)
      form.focus(on: .template)
      return .stay([.templates(on: ticket.id)])
    case "i":
      let note = NoteSheet(ticket: ticket, text: form.text(.body), isTurned: true)
      return .become(FormSheet(note, on: ticket.id, carriesText: !note.text.isEmpty, context))
    case "q":
      form.focus(on: .body)
      _ = form.pasteApart(OutgoingLetter(ticket: ticket).quotation())
      return .stay()
    default: return nil
    }
  }

  func submitWord(_ words: Words) -> String { words.send }
}
