/// Who was called out, and what the desk keeps telling about a major incident.
package enum DutyFact: FactFamily {
  /// Many are hit: those concerned are told anew after so many minutes.
  case majorDeclared(reason: String, every: Int)
  case majorEnded(reason: String)
  case pageSent(DutyCall)
  /// Whoever was paged answers for it; `page` is the event that sent it.
  case pageAcknowledged(page: String)

  package var op: String {
    switch self {
    case .majorDeclared: "major.declared"
    case .majorEnded: "major.ended"
    case .pageSent: "page.sent"
    case .pageAcknowledged: "page.acknowledged"
    }
  }

  package var d: JSON {
    switch self {
    case .majorDeclared(let reason, let every):
      .object(of: ("reason", .string(reason)), ("every_minutes", .int(Int64(every))))
    case .majorEnded(let reason): .object(of: ("reason", .string(reason)))
    case .pageSent(let page):
      .object(
        of: ("rota", .string(page.rota)), ("to", .string(page.to)), ("step", .int(Int64(page.step))),
        ("delivered", .bool(page.isDelivered)))
    case .pageAcknowledged(let page): .object(of: ("page", .string(page)))
    }
  }

  static func read(op: String, d: JSON) -> DutyFact? {
    switch op {
    case "major.declared":
      guard let reason = d["reason"]?.string else { return nil }
      return .majorDeclared(reason: reason, every: Int(clamping: d["every_minutes"]?.int ?? 0))
    case "major.ended": return d["reason"]?.string.map { .majorEnded(reason: $0) }
    case "page.sent":
      guard let rota = d["rota"]?.string, let to = d["to"]?.string, let step = d["step"]?.int else { return nil }
      return .pageSent(
        DutyCall(rota: rota, to: to, step: Int(clamping: step), isDelivered: d["delivered"]?.bool ?? true))
    case "page.acknowledged": return d["page"]?.string.map { .pageAcknowledged(page: $0) }
    default: return nil
    }
  }
}

/// A call to whoever is on duty.
package struct DutyCall: Hashable, Sendable {
  package var rota: String
  /// An agent's login.
  package var to: String
  /// 1 for the first called, more where nobody answered in time.
  package var step: Int
  /// The hook that carries it ended well.
  package var isDelivered: Bool

  package init(rota: String, to: String, step: Int = 1, isDelivered: Bool = true) {
    self.rota = rota
    self.to = to
    self.step = step
    self.isDelivered = isDelivered
  }
}
