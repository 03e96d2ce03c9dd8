/// The questions that rules, macros, templates and recurring tickets ask of their files alike.
struct AutomationNotes {
  var notes: ConfigNotes
  /// Counts the durations.
  let calendar: WorkingCalendar
  /// Those of `desk.json`; empty where any will do.
  let categories: [String]
  let templates: [String]
  /// Those of `checklists.json`, which may be laid by their name alone.
  let checklists: [ChecklistTemplate]
  /// Agents and groups that are named, to be looked up in the ledger.
  private(set) var named: [NamedInConfig] = []
  var errors: Int { notes.faults.count { !$0.isWarning } }

  init(
    _ notes: ConfigNotes, calendar: WorkingCalendar, categories: [String], templates: [String] = [],
    checklists: [ChecklistTemplate] = []
  ) {
    self.notes = notes
    self.calendar = calendar
    self.categories = categories
    self.templates = templates
    self.checklists = checklists
  }

  // MARK: - Texts

  /// A text with fields.
  mutating func fields(_ node: ConfigNode?, under key: String) -> FieldText? {
    guard let text = lines(node, under: key), let place = node?.place else { return nil }
    return fields(text, at: place)
  }

  private mutating func fields(_ text: String, at place: ConfigPlace) -> FieldText? {
    do throws(FieldText.Flaw) { return try FieldText(text) } catch {
      switch error {
      case .brace: notes.add(.brace, at: place)
      case .unknownField(let field, _): notes.unknown(.field, field, among: FillIn.allCases.map(\.rawValue), at: place)
      }
      return nil
    }
  }

  /// One text, or an array of lines; not blank as a whole.
  private mutating func lines(_ node: ConfigNode?, under key: String) -> String? {
    guard let node else { return nil }
    guard node.array != nil else {
      guard let text = node.string else {
        notes.add(.wrongShape(.stringOrArray, under: key), at: node.place)
        return nil
      }
      return bounded(text, at: node.place)
    }
    var text: [String] = []
    for entry in notes.list(node) {
      guard let line = entry.string else {
        notes.add(.wrongShape(.string, under: key), at: entry.place)
        return nil
      }
      // A field that does not read is told at its own line.
      if fields(line, at: entry.place) == nil { return nil }
      text.append(line)
    }
    return bounded(text.joined(separator: "\n"), at: node.place)
  }

  private mutating func bounded(_ text: String, at place: ConfigPlace) -> String? {
    if !text.allSatisfy(\.isWhitespace), text.utf8.count <= Limits.inlineBody { return text }
    notes.add(text.utf8.count > Limits.inlineBody ? .badLength(limit: Limits.inlineBody) : .blank, at: place)
    return nil
  }

  /// `"…"`, `["…", "…"]`, `{ subject: "…", body: … }`, or one of these for each language.
  mutating func letter(_ node: ConfigNode, language: String) -> LetterTemplate? {
    if let members = node.members, !members.contains(where: { $0.key == "body" }) {
      var texts: [String: LetterTemplate.Text] = [:]
      for member in notes.table(node) {
        guard AutomationNotes.isLanguage(member.key) else {
          notes.add(.unknownName(.language, member.key, near: nil), at: member.place)
          continue
        }
        if let text = text(member.value) { texts[member.key.lowercased()] = text }
      }
      if members.isEmpty { notes.add(.missingKey("body"), at: node.place) }
      return texts.isEmpty ? nil : LetterTemplate(texts: texts)
    }
    return text(node).map { LetterTemplate(texts: [language: $0]) }
  }

  private mutating func text(_ node: ConfigNode) -> LetterTemplate.Text? {
    guard node.members != nil else {
      return fields(node, under: "body").map { LetterTemplate.Text(subject: nil, body: $0) }
    }
    let members = notes.members(of: node, keys: ["subject", "body"])
    let subject = fields(members["subject"], under: "subject")
    if members["body"] == nil { notes.add(.missingKey("body"), at: node.place) }
    return fields(members["body"], under: "body").map { LetterTemplate.Text(subject: subject, body: $0) }
  }

  /// Two or three letters, with what BCP 47 puts behind.
  static func isLanguage(_ text: String) -> Bool {
    let primary = text.prefix { $0 != "-" }
    return (2...3).contains(primary.utf8.count) && text.utf8.count <= 20
      && text.utf8.allSatisfy { (97...122).contains($0 | 32) || $0 == 45 || (48...57).contains($0) }
  }

  /// A template by its name, or words of its own.
  mutating func wording(_ node: ConfigNode, language: String) -> Wording? {
    guard let name = node.string else { return letter(node, language: language).map(Wording.own) }
    if templates.contains(name) { return .template(name) }
    notes.unknown(.template, name, among: templates, at: node.place)
    return nil
  }

  // MARK: - Values

  /// `15m`, `4h`, `2j`: working seconds.
  mutating func duration(_ node: ConfigNode?, under key: String) -> Int64? {
    guard let node, let text = notes.text(node, under: key) else { return nil }
    if let seconds = WorkingDuration.seconds(of: text, nominalDay: calendar.nominalDay), seconds > 0 { return seconds }
    notes.add(.badValue(text, expected: "30m, 4h, 1h30, 2j"), at: node.place)
    return nil
  }

  /// One of a closed list, as the journal writes it.
  mutating func word<T: RawRepresentable & CaseIterable>(
    _ node: ConfigNode?, under key: String, _ sort: ConfigFault.Sort, as type: T.Type
  ) -> T? where T.RawValue == String {
    guard let node, let text = notes.text(node, under: key) else { return nil }
    return notes.name(text, at: node.place, sort, among: T.allCases.map { ($0.rawValue, $0) })
  }

  mutating func priority(_ node: ConfigNode?) -> Priority? {
    guard let node, let text = notes.text(node, under: "priority") else { return nil }
    return notes.name(text, at: node.place, .priority, among: Priority.allCases.map { ($0.name, $0) })
  }

  mutating func level(_ node: ConfigNode, under key: String) -> Level? {
    guard let text = notes.text(node, under: key) else { return nil }
    return notes.name(text, at: node.place, .level, among: Level.allCases.map { ($0.rawValue, $0) })
  }

  mutating func category(_ node: ConfigNode?) -> String? {
    guard let node, let text = notes.text(node, under: "category") else { return nil }
    if categories.isEmpty || categories.contains(text) { return text }
    notes.unknown(.category, text, among: categories, at: node.place)
    return nil
  }

  mutating func agent(_ node: ConfigNode?, under key: String) -> String? { name(node, under: key, .agent) }
  mutating func group(_ node: ConfigNode?, under key: String) -> String? { name(node, under: key, .group) }

  mutating func customer(_ node: ConfigNode?, under key: String) -> String? { name(node, under: key, .customer) }

  private mutating func name(_ node: ConfigNode?, under key: String, _ sort: ConfigFault.Sort) -> String? {
    guard let node, let text = notes.text(node, under: key) else { return nil }
    named.append(NamedInConfig(sort: sort, name: text, file: notes.file, place: node.place))
    return text
  }

  mutating func qualification(_ node: ConfigNode?) -> Instruction.QualificationChange? {
    guard let node else { return nil }
    let members = notes.members(of: node, keys: ["kind", "gravity", "impact", "category"])
    return node.members == nil ? nil : qualification(members)
  }

  mutating func qualification(_ members: [String: ConfigNode]) -> Instruction.QualificationChange {
    var change = Instruction.QualificationChange()
    change.kind = word(members["kind"], under: "kind", .kind, as: Kind.self)
    change.gravity = notes.number(members["gravity"], under: "gravity", 1...4).flatMap(Gravity.init)
    change.impact = notes.number(members["impact"], under: "impact", 1...4).flatMap(Impact.init)
    change.category = category(members["category"])
    return change
  }

  /// The filter language.
  mutating func query(_ node: ConfigNode?) -> Query? {
    guard let node else { return .all }
    guard let text = notes.text(node, under: "if") else { return nil }
    return notes.query(text, at: node.place)
  }
}

/// Somebody or something of the ledger that a file names.
struct NamedInConfig: Hashable, Sendable {
  let sort: ConfigFault.Sort
  let name: String
  let file: String
  let place: ConfigPlace

  /// What is wrong with it beside the registers.
  func fault(in directory: Directory) -> ConfigFault? {
    let isKnown =
      switch sort {
      case .agent: directory.agents[name]?.active ?? false
      case .group: directory.groups[name].map { !$0.isRetired } ?? false
      case .customer: directory.customers[name] != nil
      default: true
      }
    return isKnown ? nil : ConfigFault(file: file, at: place, .unregistered(sort, name))
  }
}
