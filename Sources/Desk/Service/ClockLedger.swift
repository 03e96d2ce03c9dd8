/// How a clock came to stand where it stands, stretch by stretch: what was counted, what was not and why, and when each
/// threshold falls. Made from a clock's runs, its policy and the phases of the ticket alone.
package struct ClockLedger: Hashable, Sendable {
  /// A stretch of time that counted, or did not for one reason.
  package struct Entry: Hashable, Sendable {
    package let from: Instant
    package let to: Instant
    /// Where the ticket was.
    package let phase: ClockPhase
    package let reason: Reason
    /// Whom it waited for and why, in a phase that waits.
    package let wait: Wait?
    /// Working seconds counted in it, and in all until its end.
    package let seconds: Int64
    package let total: Int64
  }

  package enum Reason: Hashable, Sendable {
    case counted
    /// The calendar is closed.
    case closed(Closure)
    /// The clock waits, as the policy has it for the phase.
    case paused
    /// The aim was met for a while: the ticket was resolved, or over.
    case stopped
  }

  /// A percentage of the goal, and when it falls; nil while nobody can tell.
  package struct Mark: Hashable, Sendable {
    package let percent: Int
    package let at: Instant?
    package let isTold: Bool
  }

  package let deadline: Deadline
  package let cycle: ClockCycle
  /// The calendar's and the policy's names.
  package let calendar: String
  package let policy: String
  package let outcome: ClockCycle.Outcome
  package let entries: [Entry]
  /// Entries that the limit left out, at the end.
  package let isCut: Bool
  package let marks: [Mark]

  /// The most entries of one ledger: ten a working day for two years.
  package static let entryLimit = 5000
}

extension TicketClocks {
  /// The ledgers of every clock that is promised and has run, past cycles first.
  package func ledgers(at now: Instant) -> [ClockLedger] {
    clocks.cycles.compactMap { ledger(of: $0, at: now) }
  }

  package func ledger(of cycle: ClockCycle, at now: Instant) -> ClockLedger? {
    guard let goal = policy.goal(of: cycle),
      let outcome = cycle.outcome(under: policy, isWaived: clocks.waived.contains(cycle.clock), at: now),
      let deadline = clocks.deadline(of: cycle, policy, at: now)
    else { return nil }
    var writer = LedgerWriter(calendar: policy.calendar, phases: clocks.phases, waits: waits)
    let end = cycle.watch.standing == .stopped ? cycle.watch.runs.last?.end ?? now : now
    for (at, run) in cycle.watch.runs.enumerated() {
      writer.count(from: run.start, to: run.end ?? end)
      let next = at + 1 < cycle.watch.runs.count ? cycle.watch.runs[at + 1].start : end
      if let stop = run.end { writer.skip(from: stop, to: next) }
    }
    let marks = (policy.warnings + (policy.warnings.contains(100) ? [] : [100])).sorted().map { percent in
      ClockLedger.Mark(
        percent: percent, at: cycle.watch.instant(percent: percent, of: goal, on: policy.calendar),
        isTold: crossed.contains(Threshold(clock: cycle.clock, cycle: cycle.number, percent: percent)))
    }
    return ClockLedger(
      deadline: deadline, cycle: cycle, calendar: policy.calendar.name, policy: policy.name, outcome: outcome,
      entries: writer.entries, isCut: writer.isCut, marks: marks)
  }
}

/// Writes a ledger's entries in order, cut where the phase changes.
private struct LedgerWriter {
  let calendar: WorkingCalendar
  let phases: [PhaseSpan]
  let waits: [(at: Instant, wait: Wait)]
  private(set) var entries: [ClockLedger.Entry] = []
  private(set) var isCut = false
  /// Counted milliseconds.
  private var total: Int64 = 0

  init(calendar: WorkingCalendar, phases: [PhaseSpan], waits: [(at: Instant, wait: Wait)]) {
    self.calendar = calendar
    self.phases = phases
    self.waits = waits
  }

  mutating func count(from: Instant, to: Instant) {
    for (phase, start, end) in pieces(from, to) {
      let room = ClockLedger.entryLimit - entries.count
      for stretch in calendar.stretches(from: start, to: end, limit: max(room, 0) + 1) {
        let reason = stretch.closure.map(ClockLedger.Reason.closed) ?? .counted
        put(stretch.from, stretch.to, phase, reason, stretch.length)
      }
    }
  }

  mutating func skip(from: Instant, to: Instant) {
    for (phase, start, end) in pieces(from, to) {
      put(start, end, phase, phase.isActive ? .paused : .stopped, 0)
    }
  }

  private mutating func put(
    _ from: Instant, _ to: Instant, _ phase: ClockPhase, _ reason: ClockLedger.Reason, _ counted: Int64
  ) {
    guard entries.count < ClockLedger.entryLimit else { return isCut = true }
    let before = total / 1000
    total += counted
    entries.append(
      ClockLedger.Entry(
        from: from, to: to, phase: phase, reason: reason, wait: wait(in: phase, at: from),
        seconds: total / 1000 - before, total: total / 1000))
  }

  private func wait(in phase: ClockPhase, at instant: Instant) -> Wait? {
    guard phase == .waitingUser || phase == .waitingThird || phase == .waitingVendor else { return nil }
    return waits.last { $0.at <= instant }?.wait
  }

  /// A time cut where the ticket went from one phase to the next.
  private func pieces(_ from: Instant, _ to: Instant) -> [(ClockPhase, Instant, Instant)] {
    var pieces: [(ClockPhase, Instant, Instant)] = []
    for (at, span) in phases.enumerated() {
      let end = at + 1 < phases.count ? phases[at + 1].since : to
      let piece = (span.phase, max(span.since, from), min(end, to))
      guard piece.1 < piece.2 else { continue }
      if let last = pieces.last, last.0 == piece.0, last.2 == piece.1 {
        pieces[pieces.count - 1].2 = piece.2
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }
}
