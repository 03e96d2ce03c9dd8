/// What the desk did by itself, or was asked to leave for another.
package enum AutomatFact: FactFamily {
  /// A rule acted because of an event; its facts follow.
  case ruleFired(rule: String, cause: String)
  /// Opened by a recurring rule for its n-th time: the pair is opened once, however many look.
  case recurred(rule: String, occurrence: Int)
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
    case .ruleFired(let rule, let cause): .object(of: ("rule", .string(rule)), ("cause", .string(cause)))
    case .recurred(let rule, let occurrence):
      .object(of: ("rule", .string(rule)), ("occurrence", .int(Int64(occurrence))))
    case .skipped(let reason): .object(of: ("reason", .string(reason)))
    }
  }

  static func read(op: String, d: JSON) -> AutomatFact? {
    switch op {
    case "rule.fired":
      guard let rule = d["rule"]?.string, let cause = d["cause"]?.string else { return nil }
      return .ruleFired(rule: rule, cause: cause)
    case "ticket.recurred":
      guard let rule = d["rule"]?.string, let occurrence = d["occurrence"]?.int else { return nil }
      return .recurred(rule: rule, occurrence: Int(clamping: occurrence))
    case "next.skipped": return d["reason"]?.string.map { .skipped(reason: $0) }
    default: return nil
    }
  }
}
