/// What is promised for a priority: the goal of each clock in working seconds, and the calendar that counts them.
package struct ServiceTarget: Sendable, Equatable {
  package let calendar: WorkingCalendar
  /// A clock without a goal is not kept.
  package let goals: [ServiceClock: Int64]
  /// The percentages of a goal at which somebody is told, ascending.
  package let warnings: [Int]

  /// Goals of nothing or beyond `WorkingCalendar.addLimit` are left out.
  package init(calendar: WorkingCalendar, goals: [ServiceClock: Int64], warnings: [Int] = [75, 90, 100, 150]) {
    self.calendar = calendar
    self.goals = goals.filter { (1...WorkingCalendar.addLimit).contains($0.value) }
    self.warnings = warnings
  }
}

/// The promises of a desk or a contract: one target for each priority, P0 to P5.
package struct ServiceLevel: Sendable, Equatable {
  package let name: String
  /// By priority; never empty.
  private let targets: [ServiceTarget]

  /// nil without any target. A priority past the last target has that one.
  package init?(name: String, targets: [ServiceTarget]) {
    guard !targets.isEmpty else { return nil }
    self.name = name
    self.targets = targets
  }

  /// The target of a priority, 0…5 for P0…P5.
  package func target(priority: Int) -> ServiceTarget { targets[min(max(priority, 0), targets.count - 1)] }

  /// The goals a desk starts with: P0 and P1 around the clock, the others in office hours.
  package static func standard(office: WorkingCalendar) -> ServiceLevel {
    ServiceLevel(name: "standard", office: office)
  }

  private init(name: String, office: WorkingCalendar) {
    let minute: Int64 = 60
    let hour = 60 * minute
    let day = office.nominalDay
    // acknowledge, first reply, update, resolve
    let major = [15 * minute, 30 * minute, hour, 4 * hour]
    let others = [
      [30 * minute, hour, 4 * hour, 8 * hour],
      [2 * hour, 4 * hour, day, 3 * day],
      [4 * hour, day, 2 * day, 5 * day],
      [day, 2 * day, 0, 10 * day],
    ]
    let urgent = ServiceTarget(calendar: .always, goals: ServiceLevel.goals(major), warnings: [50, 75, 90, 100, 150])
    self.name = name
    targets = [urgent, urgent] + others.map { ServiceTarget(calendar: office, goals: ServiceLevel.goals($0)) }
  }

  private static func goals(_ seconds: [Int64]) -> [ServiceClock: Int64] {
    Dictionary(uniqueKeysWithValues: zip(ServiceClock.allCases, seconds))
  }
}
