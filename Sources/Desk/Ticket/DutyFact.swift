/// Who was called out, and what the desk keeps telling about a major incident.
package enum DutyFact: FactFamily {
  /// Many are hit: those concerned are told anew after so many minutes.
  case majorDeclared(reason: String, every: Int)
  case majorEnded(reason: String)
  /// Recorded before the call is carried: whoever recorded it carries it.
  case pageSent(DutyCall)
  /// It was not carried, and is tried again; `page` is the event that sent it.
  case pageRetried(page: String)
  case pageDelivered(page: String)
  /// What carries calls said no, and why.
  case pageFailed(page: String, reason: String)
  /// Everybody of a rota was called, and nobody answered in time.
  case pageUnanswered(rota: String)
  /// Whoever was paged answers for it; `page` is the event that sent it.
  case pageAcknowledged(page: String)

  package var op: String {
    switch self {
    case .majorDeclared: "major.declared"
    case .majorEnded: "major.ended"
    case .pageSent: "page.sent"
    case .pageRetried: "page.retried"
    case .pageDelivered: "page.delivered"
    case .pageFailed: "page.failed"
    case .pageUnanswered: "page.unanswered"
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
    case .pageRetried(let page), .pageDelivered(let page), .pageAcknowledged(let page):
      .object(of: ("page", .string(page)))
    case .pageFailed(let page, let reason): .object(of: ("page", .string(page)), ("reason", .string(reason)))
    case .pageUnanswered(let rota): .object(of: ("rota", .string(rota)))
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
    case "page.retried": return d["page"]?.string.map { .pageRetried(page: $0) }
    case "page.delivered": return d["page"]?.string.map { .pageDelivered(page: $0) }
    case "page.failed":
      return d["page"]?.string.map { .pageFailed(page: $0, reason: d["reason"]?.string ?? "") }
    case "page.unanswered": return d["rota"]?.string.map { .pageUnanswered(rota: $0) }
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
  /// It was carried when it was recorded; else later facts tell (`DutyFact.pageDelivered`).
  package var isDelivered: Bool

  package init(rota: String, to: String, step: Int = 1, isDelivered: Bool = true) {
    self.rota = rota
    self.to = to
    self.step = step
    self.isDelivered = isDelivered
  }
}
