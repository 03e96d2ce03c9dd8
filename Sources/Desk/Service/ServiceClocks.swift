/// A phase a ticket was in, and since when.
package struct PhaseSpan: Hashable, Sendable {
  package let phase: ClockPhase
  package let since: Instant
}

/// The clocks of one ticket, folded from what happened to it. Goals and calendars are only looked at when they are
/// read, so the fold says the same whenever it is run, and a new priority or policy re-reads the same runs.
package struct ServiceClocks: Hashable, Sendable {
  package let options: ServiceOptions
  package private(set) var phase = ClockPhase.ended
  /// Cycles that are over, oldest first.
  package private(set) var past: [ClockCycle] = []
  package private(set) var waived: Set<ServiceClock> = []
  /// Each phase and since when, from the opening on: what a ledger tells of the time that was not counted.
  package private(set) var phases: [PhaseSpan] = []
  private var current: [ServiceClock: ClockCycle] = [:]
  private var counts: [ServiceClock: Int] = [:]
  /// What was met: acknowledgement and first reply for good, the level's clock for this stay.
  private var met: Set<ServiceClock> = []
  private var level: Level?
  /// The requester wrote and nobody answered.
  private var isUnanswered = false
  private var latest: Instant?

  /// The most past cycles, and the most phases kept; later ones replace the last.
  package static let pastLimit = 1024

  package init(options: ServiceOptions = ServiceOptions()) { self.options = options }

  /// The clocks after changes given in the order of the ticket's events. An instant earlier than the change before
  /// (two sites, two wall clocks) counts as that one: no clock runs backwards.
  package static func fold(
    _ changes: some Sequence<ClockChange>, options: ServiceOptions = ServiceOptions()
  ) -> ServiceClocks {
    changes.reduce(into: ServiceClocks(options: options)) { $0.apply($1) }
  }

  package mutating func apply(_ change: ClockChange) {
    let now = max(change.at, latest ?? change.at)
    latest = now
    switch change.kind {
    case .opened(let answered):
      enter(.new, at: now)
      if answered { met.formUnion([.acknowledge, .firstReply]) }
    case .acknowledged: met.formUnion([.acknowledge, .ola])
    case .replied: answer(at: now)
    case .requesterWrote: isUnanswered = true
    case .arrived(let level): arrive(level, at: now)
    case .entered(let next): enter(next, at: now)
    case .waived(let clock): waived.insert(clock)
    }
    for clock in ServiceClock.allCases { settle(clock, at: now) }
  }

  /// The clock's present cycle as it ran, whatever its goal.
  package func stopwatch(_ clock: ServiceClock) -> Stopwatch { current[clock]?.watch ?? Stopwatch() }

  /// Every cycle there was, past ones first.
  package var cycles: [ClockCycle] { past + ServiceClock.allCases.compactMap { current[$0] } }

  /// The cycles that have not been followed by another: one a clock at most.
  package var present: [ClockCycle] { ServiceClock.allCases.compactMap { current[$0] } }

  private mutating func enter(_ next: ClockPhase, at now: Instant) {
    if options.countsResolved, phase == .resolved, next.isActive, let end = current[.resolve]?.watch.runs.last?.end {
      // As if it had never stopped.
      current[.resolve]?.watch.start(at: end)
    }
    phase = next
    if phases.count >= ServiceClocks.pastLimit { phases.removeLast() }
    phases.append(PhaseSpan(phase: next, since: now))
  }

  private mutating func answer(at now: Instant) {
    met.formUnion([.acknowledge, .firstReply])
    isUnanswered = false
    retire(.update, at: now)
  }

  private mutating func arrive(_ level: Level, at now: Instant) {
    retire(.ola, at: now)
    met.remove(.ola)
    self.level = level
  }

  /// Puts the present cycle of a clock among the past ones.
  private mutating func retire(_ clock: ServiceClock, at now: Instant) {
    guard var cycle = current.removeValue(forKey: clock) else { return }
    cycle.watch.stop(at: now)
    if past.count >= ServiceClocks.pastLimit { past.removeLast() }
    past.append(cycle)
  }

  /// Brings a clock to what the table asks of it.
  private mutating func settle(_ clock: ServiceClock, at now: Instant) {
    let move = met.contains(clock) ? ClockMove.stop : phase.move(of: clock, options: options)
    switch clock {
    // The update clock is disarmed until a first reply: the first reply's own clock answers that message.
    case .update where !isUnanswered || !met.contains(.firstReply): return
    // Nothing was handed over: the first level answers by the acknowledgement.
    case .ola where level == nil: return
    case .uc where move != .run: return retire(.uc, at: now)
    default: turn(clock, move, at: now)
    }
  }

  private mutating func turn(_ clock: ServiceClock, _ move: ClockMove, at now: Instant) {
    var cycle = current[clock] ?? begin(clock)
    switch move {
    case .run: cycle.watch.start(at: now)
    case .pause: cycle.watch.pause(at: now)
    case .end: cycle.watch.stop(at: now)
    case .stop:
      cycle.watch.stop(at: now)
      if clock == .acknowledge || clock == .firstReply || clock == .ola { met.insert(clock) }
    }
    current[clock] = cycle
  }

  private mutating func begin(_ clock: ServiceClock) -> ClockCycle {
    counts[clock, default: 0] += 1
    return ClockCycle(clock, number: counts[clock, default: 1], level: clock == .ola ? level : nil)
  }
}

extension ServiceClocks {
  /// Every clock that has a goal under this policy and has started or waits to, read at an instant.
  package func deadlines(_ policy: ServicePolicy, at now: Instant) -> [Deadline] {
    present.compactMap { deadline(of: $0, policy, at: now) }
  }

  /// The deadline a queue shows: the first one due of the clocks that run; of those that wait, the one with the
  /// least left; nil where every clock has stopped. A vendor's own clock is not the agent's, one that was waived is
  /// nobody's.
  package func nearest(_ policy: ServicePolicy, at now: Instant) -> Deadline? {
    let all = deadlines(policy, at: now).filter { $0.clock != .uc && !$0.isWaived }
    let running = all.filter { $0.due != nil }
    if let first = running.min(by: { ($0.due ?? now) < ($1.due ?? now) }) { return first }
    return all.filter { $0.standing == .paused }.min { $0.remaining < $1.remaining }
  }

  /// nil for a clock without a goal, one that never started, and one that runs on a calendar that never opens again.
  package func deadline(of cycle: ClockCycle, _ policy: ServicePolicy, at now: Instant) -> Deadline? {
    guard let goal = policy.goal(of: cycle) else { return nil }
    let watch = cycle.watch
    let due = watch.instant(reaching: goal, on: policy.calendar)
    guard let standing = Deadline.Standing(watch.standing, due: due) else { return nil }
    let isWaived = waived.contains(cycle.clock)
    return Deadline(
      clock: cycle.clock, cycle: cycle.number, standing: standing, goal: goal,
      used: watch.used(on: policy.calendar, at: now), isBreached: !isWaived && watch.isBreached(due: due, at: now),
      isWaived: isWaived)
  }
}

extension Deadline.Standing {
  fileprivate init?(_ standing: Stopwatch.Standing, due: Instant?) {
    switch (standing, due) {
    case (.running, let due?): self = .running(due: due)
    case (.paused, _): self = .paused
    case (.stopped, _): self = .stopped
    case (.running, nil), (.idle, _): return nil
    }
  }
}
