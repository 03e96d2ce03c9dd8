// What the desk does to a ticket by itself once its time has come: it tells a threshold, ends a wait, closes what was
// resolved. Pure: whoever looks first records it, under the ticket's lock, on the ticket as it is on disk.

extension TicketClocks {
  /// The thresholds passed by clocks that run, of which nobody was told. A clock that waits has no deadline, one that
  /// has stopped needs nobody any more, and one that was waived is nobody's.
  package func crossings(at now: Instant) -> [Threshold] {
    upcoming.filter { $0.at <= now }.sorted { ($0.at, $0.threshold.percent) < ($1.at, $1.threshold.percent) }
      .map(\.threshold)
  }

  /// The thresholds of the clocks that run and when each falls, but for those told already.
  package var upcoming: [(threshold: Threshold, at: Instant)] {
    clocks.present.flatMap { cycle -> [(threshold: Threshold, at: Instant)] in
      guard cycle.watch.standing == .running, !clocks.waived.contains(cycle.clock), let goal = policy.goal(of: cycle)
      else { return [] }
      return policy.warnings.compactMap { percent in
        let threshold = Threshold(clock: cycle.clock, cycle: cycle.number, percent: percent)
        guard !crossed.contains(threshold) else { return nil }
        return cycle.watch.instant(percent: percent, of: goal, on: policy.calendar).map { (threshold, $0) }
      }
    }
  }
}

extension Ticket {
  /// When the desk has something to do to it by itself, in the working time of its calendar; nil where nothing is to
  /// come. `clocks` are the ticket's, where it has some that run.
  package func stirs(_ clocks: TicketClocks?, under rules: Rules) -> Instant? {
    let calendar = clocks?.policy.calendar ?? calendar(under: rules)
    let thresholds = clocks?.upcoming.map(\.at).min()
    guard let first = [thresholds, isOpened ? date(under: rules) : nil].compactMap({ $0 }).min() else { return nil }
    return calendar.add(0, to: first)
  }

  /// The facts that its time has brought about; none outside the working time of its calendar.
  package func tick(under rules: Rules, at now: Instant) -> [Fact] {
    guard isOpened, state.isActive || state == .resolved else { return [] }
    let clocks = clocks(under: rules)
    guard clocks.policy.calendar.isOpen(at: now) else { return [] }
    let told = clocks.crossings(at: now).map { Fact.service(.crossed($0)) }
    return told + wakening(under: rules, at: now)
  }

  /// The end of a wait, of a plan, or of a resolved ticket's time, where its date has come and the rules allow it.
  private func wakening(under rules: Rules, at now: Instant) -> [Fact] {
    guard let date = date(under: rules), date <= now else { return [] }
    let decision = Decision(on: self, as: .timer, under: rules, at: now)
    return (try? decision.decide(state == .resolved ? .close(.auto) : .resume(.timer))) ?? []
  }

  /// The date of a wait or a planned start, or the automatic closing.
  private func date(under rules: Rules) -> Instant? { nextDate ?? rules.autoClose(self) }

  private func calendar(under rules: Rules) -> WorkingCalendar {
    rules.policy(for: self).calendar
  }
}
