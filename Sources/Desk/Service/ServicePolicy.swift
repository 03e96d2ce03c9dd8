/// A promise: to which tickets it is made, the goal of each clock, and the calendar that counts them.
package struct ServicePolicy: Sendable, Equatable {
  package let name: String
  package let conditions: ServiceConditions
  package let calendar: WorkingCalendar
  /// Working seconds. A clock without a goal is not kept.
  package let goals: [ServiceClock: Int64]
  /// How long a ticket may wait at a level, once handed there, before somebody takes it (OLA), in working seconds.
  package let levelGoals: [Level: Int64]
  /// The percentages of a goal at which somebody is told, ascending.
  package let warnings: [Int]
  package let options: ServiceOptions

  /// The percentages at which somebody is told unless a policy says otherwise: amber, red, broken, the manager.
  package static let usualWarnings = [75, 90, 100, 150]
  /// Those of the most urgent.
  package static let urgentWarnings = [50, 75, 90, 100, 150]
  /// The most percentages of one policy.
  package static let warningLimit = 16

  /// Goals of nothing or beyond `WorkingCalendar.addLimit` are left out, and so are percentages that cannot be asked.
  package init(
    name: String, conditions: ServiceConditions = ServiceConditions(), calendar: WorkingCalendar,
    goals: [ServiceClock: Int64], levelGoals: [Level: Int64] = [:], warnings: [Int] = ServicePolicy.usualWarnings,
    options: ServiceOptions = ServiceOptions()
  ) {
    let goalRange = 1...WorkingCalendar.addLimit
    self.name = name
    self.conditions = conditions
    self.calendar = calendar
    // The level's clock has a goal for each level.
    self.goals = goals.filter { $0.key != .ola && goalRange.contains($0.value) }
    self.levelGoals = levelGoals.filter { goalRange.contains($0.value) }
    let asked = Set(warnings.filter { (1...Stopwatch.percentLimit).contains($0) }).sorted()
    self.warnings = Array(asked.prefix(ServicePolicy.warningLimit))
    self.options = options
  }

  /// The same promise counted in other hours: its goals stay as many seconds as they are.
  package func counted(on calendar: WorkingCalendar) -> ServicePolicy {
    ServicePolicy(
      name: name, conditions: conditions, calendar: calendar, goals: goals, levelGoals: levelGoals, warnings: warnings,
      options: options)
  }

  /// The goal of a cycle in working seconds; nil where nothing is promised.
  package func goal(of cycle: ClockCycle) -> Int64? {
    cycle.clock == .ola ? cycle.level.flatMap { levelGoals[$0] } : goals[cycle.clock]
  }
}

/// What a policy asks of a ticket; what is left empty asks nothing.
package struct ServiceConditions: Hashable, Sendable {
  /// `Contract.id`
  package var contracts: Set<String>
  package var kinds: Set<Kind>
  package var priorities: Set<Priority>
  /// A category, and all below it: `Réseau` takes `Réseau/VPN` as well.
  package var categories: Set<String>
  /// `Customer.id`
  package var customers: Set<String>
  /// Whether the requester is a VIP; nil for anybody.
  package var isVIP: Bool?

  package init(
    contracts: Set<String> = [], kinds: Set<Kind> = [], priorities: Set<Priority> = [], categories: Set<String> = [],
    customers: Set<String> = [], isVIP: Bool? = nil
  ) {
    self.contracts = contracts
    self.kinds = kinds
    self.priorities = priorities
    self.categories = categories
    self.customers = customers
    self.isVIP = isVIP
  }

  package func match(_ subject: ServiceSubject) -> Bool {
    mayMatch(subject) && (contracts.isEmpty || subject.contract.map(contracts.contains) == true)
      && (isVIP == nil || isVIP == subject.isVIP)
  }

  /// Whether the ticket may match, as far as a queue's row tells, which knows neither contract nor VIP.
  package func mayMatch(_ subject: ServiceSubject) -> Bool {
    (kinds.isEmpty || kinds.contains(subject.kind)) && (priorities.isEmpty || priorities.contains(subject.priority))
      && (customers.isEmpty || subject.customer.map(customers.contains) == true)
      && (categories.isEmpty || takes(category: subject.category))
  }

  /// Whether every ticket that matches `other` matches this too.
  package func covers(_ other: ServiceConditions) -> Bool {
    func covers<T>(_ ours: Set<T>, _ theirs: Set<T>) -> Bool {
      ours.isEmpty || !theirs.isEmpty && theirs.isSubset(of: ours)
    }
    let categoriesCovered = categories.isEmpty || !other.categories.isEmpty && other.categories.allSatisfy(takes)
    return covers(contracts, other.contracts) && covers(kinds, other.kinds) && covers(priorities, other.priorities)
      && covers(customers, other.customers) && categoriesCovered && (isVIP == nil || isVIP == other.isVIP)
  }

  private func takes(category: String?) -> Bool {
    guard let category else { return false }
    return categories.contains { category == $0 || category.hasPrefix($0 + "/") }
  }
}

/// What of a ticket its policy hangs on.
package struct ServiceSubject: Hashable, Sendable {
  package var contract: String?
  package var kind: Kind
  package var priority: Priority
  package var category: String?
  package var customer: String?
  package var isVIP: Bool

  package init(
    contract: String? = nil, kind: Kind = .incident, priority: Priority = .p3, category: String? = nil,
    customer: String? = nil, isVIP: Bool = false
  ) {
    self.contract = contract
    self.kind = kind
    self.priority = priority
    self.category = category
    self.customer = customer
    self.isVIP = isVIP
  }
}
