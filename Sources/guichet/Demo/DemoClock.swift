import Desk

/// Where the demo's instants fall: in working hours as a rule, never after now.
struct DemoClock: Sendable {
  let now: Instant
  let calendar: WorkingCalendar

  /// The instant from which `minutes` of working time have passed until now.
  func opening(workingMinutes minutes: Int, secondsOff: Int) -> Instant {
    let wanted = Int64(minutes) * 60 + Int64(secondsOff)
    // Back by calendar days until enough working time lies between, then forward by what is too much.
    var back: Int64 = 0
    var start = now
    while back < 60 {
      back += max(1, (wanted - calendar.elapsed(from: start, to: now)) / max(calendar.nominalDay, 1))
      start = midnight(daysBack: Int(back))
      let worked = calendar.elapsed(from: start, to: now)
      if worked >= wanted { return calendar.add(worked - wanted + 1, to: start) ?? start }
    }
    return start
  }

  /// An instant of the day `days` ago, in working hours unless `anyHour`.
  func opening(daysAgo days: Int, anyHour: Bool, with source: inout SplitMix64) -> Instant {
    let start = midnight(daysBack: days)
    if anyHour { return start + Int64(source.below(86_400)) }
    return calendar.add(Int64(source.below(max(Int(calendar.nominalDay), 1))) + 1, to: start) ?? start
  }

  private func midnight(daysBack: Int) -> Instant {
    calendar.zone.instant(of: calendar.zone.local(now).day + -daysBack, secondOfDay: 0)
  }

  /// The instants of steps that follow one another after `gaps` of working seconds, the whole squeezed where it would
  /// pass `limit`. They strictly rise.
  func instants(from start: Instant, gaps: [Int64], until limit: Instant) -> [Instant] {
    let wanted = gaps.reduce(0, +)
    // Nobody's story lasts longer, and counting two years' days for each ticket is slow.
    let limit = min(limit, start + 90 * 86_400)
    let worked = calendar.elapsed(from: start, to: limit)
    // Opened out of hours, hours ago: people worked late.
    let late = worked < Int64(gaps.count) * 60
    let room = max(late ? limit - start : worked, 1)
    let squeeze = wanted > room * 9 / 10
    var instants: [Instant] = []
    var used: Int64 = 0
    var last = start
    for gap in gaps {
      used += squeeze ? gap * (room * 9 / 10) / max(wanted, 1) : gap
      var at = late ? start + used : calendar.add(used, to: start) ?? start + used
      if at <= last { at = Instant(ms: last.ms + 1) }
      at.ms = min(at.ms, max(limit.ms, last.ms + 1))
      instants.append(at)
      last = at
    }
    return instants
  }
}
