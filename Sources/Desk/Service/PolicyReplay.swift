/// What promises would have given over a history: for each clock and priority how many cycles were kept, broken, are
/// open or were waived, under the present policies and under others.
package struct PolicyReplay: Sendable {
  /// Counts by outcome.
  package struct Tally: Hashable, Sendable {
    package private(set) var kept = 0
    package private(set) var broken = 0
    package private(set) var open = 0
    package private(set) var waived = 0

    package init() {}

    mutating func count(_ outcome: ClockCycle.Outcome) {
      switch outcome {
      case .kept: kept += 1
      case .broken: broken += 1
      case .open: open += 1
      case .waived: waived += 1
      }
    }

    package var isEmpty: Bool { self == Tally() }
  }

  /// Which clock of which priority.
  package struct Key: Hashable, Comparable, Sendable {
    package let clock: ServiceClock
    package let priority: Priority

    package init(clock: ServiceClock, priority: Priority) {
      self.clock = clock
      self.priority = priority
    }

    package static func < (a: Key, b: Key) -> Bool {
      (a.clock.rawValue, a.priority) < (b.clock.rawValue, b.priority)
    }
  }

  package private(set) var present: [Key: Tally] = [:]
  package private(set) var other: [Key: Tally] = [:]
  /// Tickets told.
  package private(set) var tickets = 0
  /// Cycles kept under the one and broken under the other.
  package private(set) var worse = 0
  package private(set) var better = 0

  package init() {}

  /// Every clock and priority that either promises something for, in order.
  package var keys: [Key] { Set(present.keys).union(other.keys).sorted() }

  /// Tells one ticket, read at an instant.
  package mutating func take(_ ticket: Ticket, under rules: Rules, or others: ServicePolicies, at now: Instant) {
    guard ticket.isOpened, ticket.state != .spam, ticket.state != .merged, ticket.state != .cancelled else { return }
    tickets += 1
    let before = PolicyReplay.count(ticket.clocks(under: rules), ticket.priority, at: now, &present)
    let after = PolicyReplay.count(
      ticket.clocks(under: rules.policy(for: ticket, of: others), rules), ticket.priority, at: now, &other)
    for (cycle, outcome) in before {
      if outcome == .kept, after[cycle] == .broken { worse += 1 }
      if outcome == .broken, after[cycle] == .kept { better += 1 }
    }
  }

  /// Counts the cycles of a ticket; the outcomes by clock and number.
  private static func count(
    _ clocks: TicketClocks, _ priority: Priority, at now: Instant, _ tallies: inout [Key: Tally]
  ) -> [[Int]: ClockCycle.Outcome] {
    var outcomes: [[Int]: ClockCycle.Outcome] = [:]
    for cycle in clocks.clocks.cycles {
      let isWaived = clocks.clocks.waived.contains(cycle.clock)
      guard let outcome = cycle.outcome(under: clocks.policy, isWaived: isWaived, at: now) else { continue }
      tallies[Key(clock: cycle.clock, priority: priority), default: Tally()].count(outcome)
      outcomes[[cycle.clock.rawValue, cycle.number]] = outcome
    }
    return outcomes
  }
}
