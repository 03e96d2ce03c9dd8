/// One clock of a ticket as a queue shows it: what is promised, when it falls due, how much is used.
package struct Deadline: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    case running(due: Instant)
    /// No deadline while it waits; `remaining` working seconds, negative once late.
    case paused
    /// Met, or nothing to meet any more.
    case stopped
  }

  package let clock: ServiceClock
  /// Which of the clock's cycles, from 1.
  package let cycle: Int
  package let standing: Standing
  /// Working seconds.
  package let goal: Int64
  /// Working seconds counted when it was read.
  package let used: Int64
  /// The deadline passed before its aim was met.
  package let isBreached: Bool
  /// A manager said that it is not held against the desk.
  package let isWaived: Bool

  package init(
    clock: ServiceClock, cycle: Int = 1, standing: Standing, goal: Int64, used: Int64, isBreached: Bool,
    isWaived: Bool = false
  ) {
    self.clock = clock
    self.cycle = cycle
    self.isWaived = isWaived
    self.standing = standing
    self.goal = goal
    self.used = used
    self.isBreached = isBreached
  }

  /// Working seconds left; negative once late.
  package var remaining: Int64 { goal - used }

  /// 0 at the start, 1 at the deadline.
  package var usedRatio: Double { Double(used) / Double(max(goal, 1)) }

  /// The instant it falls due while it runs.
  package var due: Instant? {
    guard case .running(let due) = standing else { return nil }
    return due
  }
}
