/// What the desk did by itself, or was asked to leave for another.
package enum AutomatFact: FactFamily {
  /// A rule acted because of an event; its facts follow. What it asked for and may not be stands in `refused`.
  case ruleFired(rule: String, cause: String, refused: [RefusedAction] = [])
  /// Opened by a recurring rule for one of its dates, written as a number: 20261123. The pair is opened once, however
  /// many look.
  /// `missed`: the dates before it on which nobody looked, and that open no ticket any more.
  case recurred(rule: String, occurrence: Int, missed: Int = 0)
  /// An agent to whom it was next left it to others, and why.
  case skipped(reason: String)

  package var op: String {
    switch self {
    case .ruleFired: "rule.fired"
    case .recurred: "ticket.recurred"
    case .skipped: "next.skipped"
    }
  }

  package var d: JSON {
    switch self {
    case .ruleFired(let rule, let cause, let refused):
      .object(
        of: ("rule", .string(rule)), ("cause", .string(cause)),
        ("refused", refused.isEmpty ? nil : .array(refused.map(\.json))))
    case .recurred(let rule, let occurrence, let missed):
      .object(
        of: ("rule", .string(rule)), ("occurrence", .int(Int64(occurrence))),
        ("missed", missed > 0 ? .int(Int64(missed)) : nil))
    case .skipped(let reason): .object(of: ("reason", .string(reason)))
    }
  }

  static func read(op: String, d: JSON) -> AutomatFact? {
    switch op {
    case "rule.fired":
      guard let rule = d["rule"]?.string, let cause = d["cause"]?.string else { return nil }
      return .ruleFired(rule: rule, cause: cause, refused: (d["refused"]?.array ?? []).compactMap(RefusedAction.init))
    case "ticket.recurred":
      guard let rule = d["rule"]?.string, let occurrence = d["occurrence"]?.int else { return nil }
      return .recurred(
        rule: rule, occurrence: Int(clamping: occurrence), missed: Int(clamping: d["missed"]?.int ?? 0))
    case "next.skipped": return d["reason"]?.string.map { .skipped(reason: $0) }
    default: return nil
    }
  }
}

/// What a rule asked for and was not done, and why, as a code (`Refusal.code`).
package struct RefusedAction: Hashable, Sendable {
  package var verb: Verb
  package var why: String

  package init(verb: Verb, why: String) {
    self.verb = verb
    self.why = why
  }

  var json: JSON { .object(of: ("verb", .string(verb.rawValue)), ("why", .string(why))) }

  init?(json: JSON) {
    guard let verb: Verb = json.word("verb"), let why = json["why"]?.string else { return nil }
    self.init(verb: verb, why: why)
  }
}
