/// What was said of a ticket's clocks. Deadlines are never recorded: they are read from the other events.
package enum ServiceFact: FactFamily {
  /// A threshold was crossed and whoever it concerns was told; once for each clock, cycle and percentage. From 100 on
  /// the promise is broken.
  case crossed(Threshold)
  /// The promise is not held against the desk, and why.
  case waived(ServiceClock, reason: String)

  package var op: String {
    switch self {
    case .crossed(let threshold): threshold.percent < 100 ? "sla.warned" : "sla.breached"
    case .waived: "sla.waived"
    }
  }

  package var d: JSON {
    switch self {
    case .crossed(let threshold):
      .object(
        of: ("clock", .string(threshold.clock.name)), ("cycle", .int(Int64(threshold.cycle))),
        ("pct", .int(Int64(threshold.percent))))
    case .waived(let clock, let reason):
      .object(of: ("clock", .string(clock.name)), ("reason", .string(reason)))
    }
  }

  static func read(op: String, d: JSON) -> ServiceFact? {
    guard let clock = d["clock"]?.string.flatMap(ServiceClock.init(name:)) else { return nil }
    switch op {
    case "sla.warned", "sla.breached":
      guard let percent = d["pct"]?.int, (percent < 100) == (op == "sla.warned") else { return nil }
      return .crossed(
        Threshold(clock: clock, cycle: Int(clamping: d["cycle"]?.int ?? 1), percent: Int(clamping: percent)))
    case "sla.waived": return d["reason"]?.string.map { .waived(clock, reason: $0) }
    default: return nil
    }
  }
}

/// A share of a goal, of one run of one clock.
package struct Threshold: Hashable, Sendable {
  package var clock: ServiceClock
  /// Which of the clock's cycles, from 1: the update clock has one for each unanswered message, a clock of the level
  /// one for each stay.
  package var cycle: Int
  /// Per cent of the goal.
  package var percent: Int

  package init(clock: ServiceClock, cycle: Int = 1, percent: Int) {
    self.clock = clock
    self.cycle = cycle
    self.percent = percent
  }
}

extension ServiceClock {
  /// As the journal and JSON output write it.
  package var name: String {
    switch self {
    case .acknowledge: "acknowledge"
    case .firstReply: "first_reply"
    case .update: "update"
    case .resolve: "resolve"
    case .ola: "ola"
    case .uc: "uc"
    }
  }

  /// The names one may type.
  package static var names: String { allCases.map(\.name).joined(separator: " ") }

  package init?(name: String) {
    guard let clock = ServiceClock.allCases.first(where: { $0.name == name }) else { return nil }
    self = clock
  }
}
