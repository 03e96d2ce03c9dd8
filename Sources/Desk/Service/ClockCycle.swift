/// One run of one clock, from its start to its aim: the update clock has a cycle for each unanswered message, the
/// level's for each stay, the vendor's for each wait, the others one.
package struct ClockCycle: Hashable, Sendable {
  package let clock: ServiceClock
  /// From 1, for each clock.
  package let number: Int
  /// Where the ticket stands, for the level's clock.
  package let level: Level?
  package internal(set) var watch = Stopwatch()

  package init(_ clock: ServiceClock, number: Int = 1, level: Level? = nil) {
    self.clock = clock
    self.number = number
    self.level = level
  }
}

extension ClockCycle {
  /// How a promise ended, or stands.
  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    case kept, broken
    /// Nothing is decided: it runs or waits, and is not late.
    case open
    /// Not held against the desk, however it ended.
    case waived
  }

  /// How this cycle stands under a policy; nil where the policy promises nothing, or the clock never ran and was not
  /// met either.
  package func outcome(under policy: ServicePolicy, isWaived: Bool, at now: Instant) -> Outcome? {
    guard let goal = policy.goal(of: self), watch.standing != .idle else { return nil }
    if isWaived { return .waived }
    let due = watch.instant(reaching: goal, on: policy.calendar)
    if watch.isBreached(due: due, at: now) { return .broken }
    return watch.standing == .stopped ? .kept : .open
  }
}
