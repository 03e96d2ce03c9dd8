/// During which hours a rota answers: always, while a calendar is open, or while it is closed.
package enum DutyHours: Equatable, Sendable {
  case always
  case during(WorkingCalendar)
  case outside(WorkingCalendar)

  /// How far one stretch is followed, in milliseconds: two months.
  private static let reach: Int64 = 62 * 86_400_000

  /// Whether somebody is on call at an instant, and until when it stays so at least.
  package func stretch(at instant: Instant) -> (isOn: Bool, until: Instant) {
    switch self {
    case .always: return (true, Instant(ms: instant.ms + DutyHours.reach))
    case .during(let calendar):
      let (isOpen, until) = DutyHours.opening(of: calendar, at: instant)
      return (isOpen, until)
    case .outside(let calendar):
      let (isOpen, until) = DutyHours.opening(of: calendar, at: instant)
      return (!isOpen, until)
    }
  }

  package func covers(_ instant: Instant) -> Bool { stretch(at: instant).isOn }

  /// Whether it is open around the clock: then pages are sent at night too.
  package var isAlways: Bool { self == .always || self == .during(.always) }

  private static func opening(of calendar: WorkingCalendar, at instant: Instant) -> (isOpen: Bool, until: Instant) {
    let end = instant.ms + reach
    var cursor = instant.ms
    for span in OpenSpans(calendar, from: instant) {
      if span.lowerBound > cursor {
        return cursor == instant.ms ? (false, Instant(ms: min(span.lowerBound, end))) : (true, Instant(ms: cursor))
      }
      cursor = span.upperBound
      if cursor >= end { return (true, Instant(ms: end)) }
    }
    return cursor == instant.ms ? (false, Instant(ms: end)) : (true, Instant(ms: cursor))
  }

  /// The instant at which so many seconds on call have passed; nil where that is further than a year.
  package func add(_ seconds: Int64, to start: Instant) -> Instant? {
    var left = max(0, seconds) * 1000
    var cursor = start
    while cursor.ms - start.ms < 366 * 86_400_000 {
      let (isOn, until) = stretch(at: cursor)
      let length = until.ms - cursor.ms
      if isOn {
        if left <= length { return Instant(ms: cursor.ms + left) }
        left -= length
      }
      cursor = until
    }
    return nil
  }
}
