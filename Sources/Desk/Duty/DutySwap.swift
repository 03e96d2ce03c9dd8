/// A substitution: for a while somebody is on call in another's place.
package struct DutySwap: Hashable, Sendable {
  /// `Rota.name`
  package var rota: String
  /// Logins: who would have been on call, and who is instead.
  package var whom: String
  package var by: String
  package var from: Instant
  /// Not included.
  package var to: Instant
  package var reason: String

  package init(rota: String, whom: String, by: String, from: Instant, to: Instant, reason: String) {
    self.rota = rota
    self.whom = whom
    self.by = by
    self.from = from
    self.to = to
    self.reason = reason
  }

  package func covers(_ instant: Instant) -> Bool { from <= instant && instant < to }

  package func overlaps(_ other: DutySwap) -> Bool { rota == other.rota && from < other.to && other.from < to }

  /// Whether the same is recorded already, whatever its reason, and nothing later takes a part of it back.
  package func stands(in swaps: [DutySwap]) -> Bool {
    guard let last = swaps.last(where: overlaps) else { return false }
    return (last.rota, last.whom, last.by) == (rota, whom, by) && (last.from, last.to) == (from, to)
  }

  package var json: JSON {
    .object(
      of: ("rota", .string(rota)), ("whom", .string(whom)), ("by", .string(by)), ("from", .string(from.rfc3339)),
      ("to", .string(to.rfc3339)), ("reason", .string(reason)))
  }

  init?(json: JSON) {
    guard let rota = json["rota"]?.string, let whom = json["whom"]?.string, let by = json["by"]?.string,
      let from = json["from"]?.string.flatMap(Instant.init(rfc3339:)),
      let to = json["to"]?.string.flatMap(Instant.init(rfc3339:))
    else { return nil }
    self.init(rota: rota, whom: whom, by: by, from: from, to: to, reason: json["reason"]?.string ?? "")
  }

  /// Who is on call in the place of whom the rota names. Substitutions count in the order they were recorded in: each
  /// takes over from whoever has it by then, or from the one the rota names, so that the last recorded wins.
  package static func holder(_ planned: String?, at instant: Instant, _ swaps: [DutySwap]) -> (String?, DutySwap?) {
    var holder = planned
    var last: DutySwap?
    for swap in swaps where swap.covers(instant) && (swap.whom == holder || swap.whom == planned) {
      holder = swap.by
      last = swap
    }
    return (holder, holder == planned ? nil : last)
  }
}
