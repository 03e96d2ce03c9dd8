extension PolicyConfig {
  /// The promises as the clocks know them, the built-in ones behind.
  package func policies(office: WorkingCalendar) -> ServicePolicies {
    ServicePolicies(entries.map(\.policy), office: office)
  }
}

extension PolicyConfig.Entry {
  /// The promise as the clocks know it.
  package var policy: ServicePolicy {
    var known: [ServiceClock: Int64] = [:]
    for goal in goals { known[goal.clock.service] = goal.seconds }
    return ServicePolicy(
      name: name,
      conditions: ServiceConditions(
        contracts: contracts, kinds: kinds, priorities: priorities, categories: categories, customers: customers,
        isVIP: isVIP),
      calendar: calendar, goals: known,
      levelGoals: Dictionary(levelGoals.map { ($0.level, $0.seconds) }, uniquingKeysWith: { first, _ in first }),
      warnings: warnings ?? ServicePolicy.usualWarnings,
      options: ServiceOptions(countsResolved: countsResolved, pausesForThird: pausesForThird))
  }
}

extension PolicyConfig.Clock {
  /// The clock that keeps it.
  package var service: ServiceClock {
    switch self {
    case .acknowledge: .acknowledge
    case .firstReply: .firstReply
    case .update: .update
    case .resolve: .resolve
    case .vendor: .uc
    }
  }
}
