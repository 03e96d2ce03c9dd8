/// What the columns of another desk's event log mean here: a JSON object (`guichet.docc`, "Taking in an event log").
///
///     {"case": "case", "time": "ts", "order": "seq", "by": "resource",
///      "subject": "Incident {case}", "requester": "{country}",
///      "group": "group", "owner": "resource",
///      "level": {"fields": ["line"], "values": {"1": "N1", "2": "N2"}},
///      "state": {"fields": ["status"], "values": {
///        "Queued": "queued", "Accepted": "open", "Wait - User": "wait user information",
///        "Resolved": "resolved", "In Call": "resolved first_contact", "Closed": "closed"}}}
package struct EventMap: Sendable {
  let reference: String
  let time: String
  /// Settles which of two rows of one instant comes first; the order of the file where there is none.
  let order: String?
  let by: String
  let subject: Template
  let requester: Template
  let channel: Channel
  let group: String?
  let owner: String?
  let level: Table<Level>?
  let state: Table<Step>
  let gravity: Table<Gravity>?
  let impact: Table<Impact>?
  let category: Template?
  let kind: Kind

  /// Where a row leaves the ticket.
  enum Step: Hashable, Sendable {
    /// Nobody's for the moment, whoever last had it.
    case queued
    case open
    case waiting(WaitingFor, WaitReason)
    case resolved(firstContact: Bool)
    case closed, cancelled

    var isOver: Bool {
      switch self {
      case .resolved, .closed, .cancelled: true
      case .queued, .open, .waiting: false
      }
    }
  }

  /// A text in which `{column}` stands for what a row has there.
  struct Template: Hashable, Sendable {
    let text: String

    func filled(_ row: EventRow) -> String {
      var filled = ""
      var rest = text[...]
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        filled += rest[..<open] + (row.fields[String(rest[rest.index(after: open)..<close])] ?? "")
        rest = rest[rest.index(after: close)...]
      }
      return filled + rest
    }
  }

  /// What the values of some columns, joined by `/`, mean.
  struct Table<Meaning: Hashable & Sendable>: Hashable, Sendable {
    let fields: [String]
    let values: [String: Meaning]

    func meaning(_ row: EventRow) throws(FieldFlaw) -> Meaning {
      var parts: [String] = []
      for field in fields { parts.append(try row.value(field)) }
      guard let meaning = values[parts.joined(separator: "/")] else {
        throw FieldFlaw(fields.joined(separator: "/"), .expected(.choice(values.keys.sorted())))
      }
      return meaning
    }
  }
}

// MARK: - Reading

extension EventMap {
  private static let keys = [
    "case", "time", "order", "by", "subject", "requester", "channel", "group", "owner", "level", "state", "gravity",
    "impact", "category", "kind",
  ]

  /// Reads one; what is wrong is named by its path.
  package init(json: JSON) throws(FieldFlaw) {
    guard case .object(let members) = json else { throw FieldFlaw("", .expected(.object)) }
    for member in members where !EventMap.keys.contains(member.key) {
      throw FieldFlaw(member.key, .unknown(near: Nearest.name(to: member.key, among: EventMap.keys)))
    }
    func text(_ key: String) throws(FieldFlaw) -> String? {
      guard let value = json[key] else { return nil }
      guard let text = value.string, !text.isEmpty, text.utf8.count <= Limits.shortText else {
        throw FieldFlaw(key, .expected(.text(most: Limits.shortText)))
      }
      return text
    }
    func needed(_ key: String) throws(FieldFlaw) -> String {
      guard let text = try text(key) else { throw FieldFlaw(key, .missing) }
      return text
    }
    reference = try needed("case")
    time = try needed("time")
    order = try text("order")
    by = try needed("by")
    subject = Template(text: try text("subject") ?? "{\(reference)}")
    requester = Template(text: try text("requester") ?? "—")
    channel = try EventMap.word(json["channel"], at: "channel") ?? .portal
    kind = try EventMap.word(json["kind"], at: "kind") ?? .incident
    group = try text("group")
    owner = try text("owner")
    level = try EventMap.table(json["level"], at: "level", Level.allCases.map(\.rawValue)) { Level(rawValue: $0) }
    gravity = try EventMap.table(json["gravity"], at: "gravity", Gravity.allCases.map(\.name)) { name in
      Gravity.allCases.first { $0.name == name }
    }
    impact = try EventMap.table(json["impact"], at: "impact", Impact.allCases.map(\.name)) { name in
      Impact.allCases.first { $0.name == name }
    }
    category = try text("category").map { Template(text: $0) }
    let state = try EventMap.table(json["state"], at: "state", Step.names) { Step(name: $0) }
    guard let state else { throw FieldFlaw("state", .missing) }
    self.state = state
    if gravity == nil, impact != nil { throw FieldFlaw("gravity", .missing) }
    if gravity != nil, impact == nil { throw FieldFlaw("impact", .missing) }
    if gravity != nil, category == nil { throw FieldFlaw("category", .missing) }
  }

  private static func word<T: RawRepresentable & CaseIterable>(
    _ json: JSON?, at path: String
  ) throws(FieldFlaw) -> T? where T.RawValue == String {
    guard let json else { return nil }
    guard let word = json.string.flatMap(T.init) else {
      throw FieldFlaw(path, .expected(.choice(T.allCases.map(\.rawValue))))
    }
    return word
  }

  private static func table<T>(
    _ json: JSON?, at path: String, _ names: [String], _ meaning: (String) -> T?
  ) throws(FieldFlaw) -> Table<T>? {
    guard let json else { return nil }
    guard let fields = json["fields"]?.strings, !fields.isEmpty else { throw FieldFlaw(path + ".fields", .missing) }
    guard case .object(let members) = json["values"] else { throw FieldFlaw(path + ".values", .expected(.object)) }
    var values: [String: T] = [:]
    for member in members {
      guard let value = member.value.string.flatMap(meaning) else {
        throw FieldFlaw(path + ".values." + member.key, .expected(.choice(names)))
      }
      values[member.key] = value
    }
    return Table(fields: fields, values: values)
  }
}

extension EventMap.Step {
  /// How a map writes each step.
  static let names: [String] = {
    let waits = [WaitingFor.user, .third].flatMap { who in
      (WaitReason.reasons(for: who) + [.unspecified]).map { "wait \(who.rawValue) \($0.rawValue)" }
    }
    return ["queued", "open", "resolved", "resolved first_contact", "closed", "cancelled"] + waits
  }()

  init?(name: String) {
    let words = name.split(separator: " ").map(String.init)
    switch words {
    case ["queued"]: self = .queued
    case ["open"]: self = .open
    case ["resolved"]: self = .resolved(firstContact: false)
    case ["resolved", "first_contact"]: self = .resolved(firstContact: true)
    case ["closed"]: self = .closed
    case ["cancelled"]: self = .cancelled
    default:
      guard words.count == 3, words[0] == "wait", let who = WaitingFor(rawValue: words[1]),
        let reason = WaitReason(rawValue: words[2]),
        reason == .unspecified || WaitReason.reasons(for: who).contains(reason)
      else { return nil }
      self = .waiting(who, reason)
    }
  }
}
