/// The clocks of one ticket, folded from what happened to it. Goals and calendars are only looked at when they are
/// read, so the fold says the same whenever it is run, and a new priority or service level re-reads the same runs.
package struct ServiceClocks: Hashable, Sendable {
  /// 0…5 for P0…P5.
  package private(set) var priority = 3
  package private(set) var phase = ClockPhase.ended
  /// Update cycles that were answered, oldest first.
  package private(set) var pastUpdates: [Stopwatch] = []
  private var watches: [ServiceClock: Stopwatch] = [:]
  /// Acknowledgement and first reply, once met.
  private var met: Set<ServiceClock> = []
  /// The requester wrote and nobody answered.
  private var isUnanswered = false
  private var latest: Instant?

  /// The most answered update cycles kept; later ones replace the last.
  package static let pastUpdateLimit = 1024

  package init() {}

  /// The clocks after changes given in the order of the ticket's events. An instant earlier than the change before
  /// (two sites, two wall clocks) counts as that one: no clock runs backwards.
  package static func fold(_ changes: some Sequence<ClockChange>) -> ServiceClocks {
    changes.reduce(into: ServiceClocks()) { $0.apply($1) }
  }

  package mutating func apply(_ change: ClockChange) {
    let now = max(change.at, latest ?? change.at)
    latest = now
    switch change.kind {
    case .opened(let answered):
      phase = .new
      if answered { met.formUnion([.acknowledge, .firstReply]) }
    case .acknowledged: met.insert(.acknowledge)
    case .replied: answer(at: now)
    case .requesterWrote: isUnanswered = true
    case .entered(let next): phase = next
    case .priority(let next): priority = min(max(next, 0), 5)
    }
    for clock in ServiceClock.allCases { settle(clock, at: now) }
  }

  /// The clock as it ran, whatever its goal.
  package func stopwatch(_ clock: ServiceClock) -> Stopwatch { watches[clock] ?? Stopwatch() }

  private mutating func answer(at now: Instant) {
    met.formUnion([.acknowledge, .firstReply])
    isUnanswered = false
    guard var cycle = watches[.update] else { return }
    cycle.stop(at: now)
    if pastUpdates.count >= ServiceClocks.pastUpdateLimit { pastUpdates.removeLast() }
    pastUpdates.append(cycle)
    watches[.update] = nil
  }

  /// Brings a clock to what the table asks of it.
  private mutating func settle(_ clock: ServiceClock, at now: Instant) {
    // The update clock is disarmed until a first reply: the first reply's own clock answers that message.
    if clock == .update, !isUnanswered || !met.contains(.firstReply) { return }
    let move = met.contains(clock) ? ClockMove.stop : phase.move(of: clock)
    switch move {
    case .run: watches[clock, default: Stopwatch()].start(at: now)
    case .pause: watches[clock, default: Stopwatch()].pause(at: now)
    case .end: watches[clock, default: Stopwatch()].stop(at: now)
    case .stop:
      watches[clock, default: Stopwatch()].stop(at: now)
      if clock == .acknowledge || clock == .firstReply { met.insert(clock) }
    }
  }
}

extension ServiceClocks {
  /// Every clock that has a goal at this level and has started or waits to, read at an instant.
  package func deadlines(_ level: ServiceLevel, at now: Instant) -> [Deadline] {
    let target = level.target(priority: priority)
    return ServiceClock.allCases.compactMap { deadline(of: $0, target, at: now) }
  }

  /// The deadline a queue shows: the first one due of the clocks that run; of those that wait, the one with the
  /// least left; nil where every clock has stopped.
  package func nearest(_ level: ServiceLevel, at now: Instant) -> Deadline? {
    let all = deadlines(level, at: now)
    let running = all.filter { $0.due != nil }
    if let first = running.min(by: { ($0.due ?? now) < ($1.due ?? now) }) { return first }
    return all.filter { $0.standing == .paused }.min { $0.remaining < $1.remaining }
  }

  /// nil for a clock without a goal, one that never started, and one that runs on a calendar that never opens again.
  private func deadline(of clock: ServiceClock, _ target: ServiceTarget, at now: Instant) -> Deadline? {
    guard let goal = target.goals[clock], let watch = watches[clock] else { return nil }
    let due = watch.instant(reaching: goal, on: target.calendar)
    guard let standing = Deadline.Standing(watch.standing, due: due) else { return nil }
    return Deadline(
      clock: clock, standing: standing, goal: goal, used: watch.used(on: target.calendar, at: now),
      isBreached: watch.isBreached(due: due, at: now))
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
