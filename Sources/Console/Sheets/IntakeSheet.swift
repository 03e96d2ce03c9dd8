import Desk
import Screen

/// A ticket taken on the phone: who, what, since when, how pressing. Known people fill their own details; tickets
/// that resemble the subject are shown while it is typed, so that one failure is not opened twenty times.
struct IntakeSheet: Purpose {
  let kind = SheetKind.intake
  let rows = 30
  /// The person whose details were filled in last.
  private var filled = ""
  /// The tickets that resemble the subject, and the subject they were sought for.
  private var similar: [Summary] = []

  /// Letters of a subject worth a search, and rows of what it finds.
  static let worthSearching = 4
  static let shown = 4
  /// What hampers nobody unless it is said that it does.
  private static let minorKinds: [Kind] = [.request, .advice]

  func title(_ context: SheetContext) -> String { context.words.intakeTitle }

  func form(_ context: SheetContext) -> Form {
    let words = context.words
    var category = FormField.picker(.category, words.field(.category), context.categories())
    if case .picker = category.control { category.placeholder = words.qualifyLater }
    var similar = FormField(.similar, words.field(.similar), .fixed([], .textDim))
    similar.isShown = false
    return Form([
      .picker(.requester, words.field(.requester), Picker(context.people(), isFree: true), mandatory: true),
      .line(.phone, words.field(.phone), limit: 40), .line(.email, words.field(.email)),
      .picker(.customer, words.field(.customer), Picker(context.customers(), isFree: false)),
      .line(.site, words.field(.site), limit: 100),
      .line(.subject, words.field(.subject), limit: Limits.subject, mandatory: true), similar,
      .area(.words, words.field(.words), rows: 3),
      .choice(
        .kind, words.field(.kind), words.options(Kind.allCases) { words.name($0) }, chosen: Kind.incident.rawValue),
      category, FormField(.grid, words.field(.grid), .grid(PriorityGrid(context.rules.matrix, words))),
      .when(.occurredAt, words.field(.occurredAt), "", .back),
      .choice(
        .channel, words.field(.channel), words.options(Channel.allCases) { words.name($0) },
        chosen: Channel.phone.rawValue), .area(.note, words.field(.note), rows: 2),
    ])
  }

  mutating func follow(_ changed: FieldName?, _ form: inout Form, _ context: SheetContext) {
    switch changed {
    case .requester, nil: fill(&form, context)
    case .kind:
      if let kind: Kind = form.choice(.kind), IntakeSheet.minorKinds.contains(kind) { setMinor(&form) }
    default: break
    }
  }

  /// A known person's mail, phone, customer and site.
  private mutating func fill(_ form: inout Form, _ context: SheetContext) {
    guard let id = form.picker(.requester)?.chosen, id != filled, let person = context.directory.people[id] else {
      return
    }
    filled = id
    form.setText(.email, person.party.email ?? "")
    form.setText(.phone, person.party.phone ?? "")
    form.setText(.site, person.site ?? "")
    let customer = person.customer.flatMap { context.directory.customers[$0] }
    form.changePicker(.customer) { picker in
      if let customer {
        picker.choose(Picker.Candidate(id: customer.id, label: customer.name))
      } else {
        picker.restore(text: "", chosen: nil)
      }
    }
  }

  private func setMinor(_ form: inout Form) {
    form.change(.grid) { field in
      guard case .grid(var grid) = field.control else { return }
      grid.set(gravity: .minor)
      field.control = .grid(grid)
    }
  }

  func search(_ form: Form, _ context: SheetContext) -> Effect? {
    guard let subject = form.words(.subject), subject.count >= IntakeSheet.worthSearching else { return nil }
    return .similar(subject)
  }

  mutating func receive(_ message: Message, _ form: inout Form, _ context: SheetContext) {
    guard case .similar(let found, let subject) = message, subject == form.words(.subject) else { return }
    similar = found
    let lines = found.prefix(IntakeSheet.shown).map { row in
      "\(context.words.name(row.id, home: context.home)) \(row.priority.name) \(context.words.name(row.state)) · \(row.subject)"
    }
    form.change(.similar) { field in
      field.isShown = !lines.isEmpty
      field.control = .fixed(Array(lines), .warning)
    }
  }

  func outcome(_ form: Form, _ context: SheetContext) -> Outcome {
    let known = form.picker(.requester)?.chosen.flatMap { context.directory.people[$0] }
    let email = form.words(.email)
    if let email, !Mailbox.isAddress(email) { return .refused(.invalid(.recipient, text: email)) }
    let typed = form.picker(.requester)?.text ?? ""
    let party = Party(name: known?.party.name ?? typed, email: email, phone: form.words(.phone))
    let channel: Channel = form.choice(.channel) ?? .phone
    let customer = form.text(.customer)
    let opening = Opening(
      subject: form.words(.subject) ?? "", channel: channel, requester: party,
      customer: customer.isEmpty ? email.flatMap { context.directory.customer(email: $0)?.id } : customer,
      site: form.words(.site), occurredAt: form.instant(.occurredAt, context))
    if form.text(.category).allSatisfy(\.isWhitespace), form.grid(.grid)?.value != usualGrid(form, context) {
      return .refused(.missing([.category]))
    }
    let message = form.words(.words).map { Letter(from: party, body: Body($0), channel: channel) }
    return .effect(
      .open(
        opening, message: message, qualification: qualification(form),
        note: form.words(.note).map { Note(Body($0)) }))
  }

  /// Where the grid stands when no hand has moved it.
  private func usualGrid(_ form: Form, _ context: SheetContext) -> String {
    var grid = PriorityGrid(context.rules.matrix, context.words)
    if let kind: Kind = form.choice(.kind), IntakeSheet.minorKinds.contains(kind) { grid.set(gravity: .minor) }
    return grid.value
  }

  /// Without a category the ticket waits to be qualified; a gravity or an impact that was chosen asks for one.
  private func qualification(_ form: Form) -> Qualification? {
    let category = form.text(.category)
    guard !category.allSatisfy(\.isWhitespace), let kind: Kind = form.choice(.kind), let grid = form.grid(.grid) else {
      return nil
    }
    return Qualification(kind: kind, gravity: grid.gravity, impact: grid.impact, category: category)
  }
}
