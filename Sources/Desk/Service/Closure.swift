/// Why a calendar is closed at a time.
package enum Closure: Hashable, Sendable {
  /// Before the first opening of a day or after its last closing.
  case afterHours
  /// Between two openings of a day.
  case lunch
  /// A weekday without hours.
  case dayOff
  case holiday(Holiday)
  /// The date has hours of its own, and these are not among them.
  case exception
}

/// A stretch of time during which a calendar is open, or closed for one reason.
package struct CalendarStretch: Hashable, Sendable {
  package let from: Instant
  package let to: Instant
  /// nil while it is open.
  package let closure: Closure?

  /// Working milliseconds.
  var length: Int64 { closure == nil ? to.ms - from.ms : 0 }
}

extension WorkingCalendar {
  /// A time cut where the calendar opens and closes. Hours that go on past midnight are one stretch, and so are nights,
  /// lunches and days without hours that follow one another; a holiday is one of its own. At most `limit` stretches; the last then reaches to the end and is
  /// told as if it were of one piece.
  package func stretches(from start: Instant, to end: Instant, limit: Int) -> [CalendarStretch] {
    var stretches: [CalendarStretch] = []
    func add(_ from: Int64, _ to: Int64, _ closure: Closure?) {
      guard from < to else { return }
      if let last = stretches.last, let merged = WorkingCalendar.merged(last.closure, closure) {
        stretches[stretches.count - 1] = CalendarStretch(from: last.from, to: Instant(ms: to), closure: merged)
      } else {
        stretches.append(CalendarStretch(from: Instant(ms: from), to: Instant(ms: to), closure: closure))
      }
    }
    var cursor = start.ms
    for span in OpenSpans(self, from: start) {
      if span.lowerBound >= end.ms || stretches.count >= limit { break }
      closed(from: cursor, to: span.lowerBound, add)
      add(span.lowerBound, min(span.upperBound, end.ms), nil)
      cursor = min(span.upperBound, end.ms)
    }
    if cursor < end.ms, stretches.count < limit { closed(from: cursor, to: end.ms, add) }
    return stretches
  }

  /// Cuts a closed time at midnights, and tells why each day of it is closed.
  private func closed(from start: Int64, to end: Int64, _ add: (Int64, Int64, Closure?) -> Void) {
    var cursor = start
    for _ in 0..<WorkingCalendar.searchDays where cursor < end {
      let wall = zone.local(Instant(ms: cursor))
      let midnight = zone.instant(of: wall.day + 1, secondOfDay: 0).ms
      let next = Swift.min(end, Swift.max(midnight, cursor + 1))
      add(cursor, next, closure(on: wall.day, at: wall.secondOfDay))
      cursor = next
    }
  }

  /// Why it is closed on a day at a second of its wall clock.
  private func closure(on day: Day, at second: Int) -> Closure {
    let hours = hours(of: day.number)
    if exceptions[day.number] != nil { return .exception }
    let usual = week[(day.number % 7 + 10) % 7]
    if usual.isEmpty { return .dayOff }
    if let holiday = holidays.holiday(on: day) { return .holiday(holiday) }
    let isBetween = hours.contains { $0.closes <= second } && hours.contains { $0.opens > second }
    return isBetween ? .lunch : .afterHours
  }

  /// What two reasons that follow one another are called together; nil where each is told.
  private static func merged(_ a: Closure?, _ b: Closure?) -> Closure?? {
    if a == b { return .some(a) }
    switch (a, b) {
    case (.afterHours, .dayOff), (.dayOff, .afterHours): return .some(.dayOff)
    default: return nil
    }
  }
}
