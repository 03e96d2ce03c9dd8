import Desk
import Screen

/// A ticket taken on the phone: who, what, since when, how pressing. Known people fill their own details; tickets
/// that resemble the subject are shown while it is typed, so that one failure is not opened twenty times.
struct IntakeSheet: Purpose {
  let kind = SheetKind.intake
  let rows = 30
  /// The person taken last, and what the register filled in of them.
  private var filling: Filling?
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
      category, FormField(.grid, words.field(.grid), .grid(proposed(for: nil, context))),
      .when(.occurredAt, words.field(.occurredAt), "", .back),
      .choice(
        .channel, words.field(.channel), words.options(Channel.allCases) { words.name($0) },
        chosen: Channel.phone.rawValue), .area(.note, words.field(.note), rows: 2),
    ])
  }

  mutating func follow(_ changed: FieldName?, _ form: inout Form, _ context: SheetContext) {
    switch changed {
    case .requester, nil: fill(&form, context)
    case .email, .kind, .category: break
    default: return
    }
    let isVIP = isVIP(form, context)
    form.change(.requester) { $0.aside = isVIP ? context.words.vip : "" }
    propose(&form, context, isRestored: changed == nil)
  }

  /// A known person's mail, phone, customer and site; they go with the name when it becomes somebody else's.
  private mutating func fill(_ form: inout Form, _ context: SheetContext) {
    guard let requester = form.picker(.requester) else { return }
    if let id = requester.chosen, id != filling?.id, let person = context.directory.people[id] {
      filling = Filling(id, person, context.directory)
      filling?.fill(&form)
    } else if requester.chosen == filling?.id || Folding.fold(requester.text.trimmed) == filling?.name {
      filling?.putBack(&form)
    } else {
      filling?.withdraw(&form)
    }
  }

  private func isVIP(_ form: Form, _ context: SheetContext) -> Bool {
    context.directory.isVIP(Party(name: "", email: form.words(.email)))
  }

  /// Where the desk would begin: what nobody qualified is so pressing, a request hampers nobody, a VIP counts as a
  /// group does.
  private func proposed(for form: Form?, _ context: SheetContext) -> PriorityGrid {
    var grid = PriorityGrid(context.rules.matrix, showing: Ticket.unqualifiedPriority, context.words)
    if let form {
      if let kind: Kind = form.choice(.kind), IntakeSheet.minorKinds.contains(kind) { grid.set(gravity: .minor) }
      if isVIP(form, context) { grid.raiseToGroup() }
    }
    grid.propose(grid, lit: false)
    return grid
  }

  /// With a category the ticket is qualified as proposed unless somebody moves the grid; without one no cell is lit.
  private func propose(_ form: inout Form, _ context: SheetContext, isRestored: Bool) {
    let proposal = proposed(for: form, context)
    let hasCategory = form.words(.category) != nil
    form.change(.grid) { field in
      guard case .grid(var grid) = field.control else { return }
      if isRestored, hasCategory { grid.takeAsProposed(proposal) }
      grid.propose(proposal, lit: hasCategory)
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
    if form.words(.category) == nil, form.grid(.grid)?.isMoved == true { return .refused(.missing([.category])) }
    let message = form.words(.words).map { Letter(from: party, body: Body($0), channel: channel) }
    return .effect(
      .open(
        opening, message: message, qualification: qualification(form),
        note: form.words(.note).map { Note(Body($0)) }))
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

/// What the register told of a person, field by field, and what of it was taken out again.
private struct Filling: Sendable {
  let id: String
  /// The name, folded: another case or accent is the same person.
  let name: String
  private let values: [(field: FieldName, value: String)]
  private let customer: Picker.Candidate?
  private var withdrawn: Set<FieldName> = []

  init(_ id: String, _ person: Person, _ directory: Directory) {
    self.id = id
    name = Folding.fold(person.party.label)
    values = [
      (.email, person.party.email ?? ""), (.phone, person.party.phone ?? ""), (.site, person.site ?? ""),
    ]
    customer = person.customer.flatMap { directory.customers[$0] }.map { Picker.Candidate(id: $0.id, label: $0.name) }
  }

  /// All of it, over whatever stands there.
  func fill(_ form: inout Form) {
    for (field, value) in values { form.setText(field, value) }
    set(customer, in: &form)
  }

  /// Takes out what no hand has touched since.
  mutating func withdraw(_ form: inout Form) {
    for (field, value) in values where !value.isEmpty && form.text(field) == value {
      form.setText(field, "")
      withdrawn.insert(field)
    }
    if let customer, form.picker(.customer)?.chosen == customer.id {
      set(nil, in: &form)
      withdrawn.insert(.customer)
    }
  }

  /// The name is theirs again: what was taken out comes back where nothing else was typed.
  mutating func putBack(_ form: inout Form) {
    for (field, value) in values where withdrawn.contains(field) && form.text(field).isEmpty {
      form.setText(field, value)
    }
    if withdrawn.contains(.customer), form.picker(.customer)?.field.isEmpty == true { set(customer, in: &form) }
    withdrawn = []
  }

  private func set(_ customer: Picker.Candidate?, in form: inout Form) {
    form.changePicker(.customer) { picker in
      if let customer { picker.choose(customer) } else { picker.restore(text: "", chosen: nil) }
    }
  }
}
