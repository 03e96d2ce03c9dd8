/// The stretches of time during which a calendar is open, from an instant on, in order and without overlap,
/// in milliseconds since 1970. Goes from civil date to civil date; ends after `WorkingCalendar.searchDays`.
struct OpenSpans: Sequence, IteratorProtocol {
  private let calendar: WorkingCalendar
  /// Nothing before it is given any more.
  private var cursor: Int64
  /// Day number of `hours`, and of the last day looked at.
  private var day: Int
  private let lastDay: Int
  private var hours: [OpenInterval]
  private var index = 0
  /// A period of the zone in which the day may lie whole.
  private var period: Zone.Period

  /// Days around a change of offset on which every bound is looked up: no two offsets differ by more.
  private static let margin: Int64 = 3 * 86_400

  init(_ calendar: WorkingCalendar, from start: Instant) {
    self.calendar = calendar
    cursor = start.ms
    period = calendar.zone.period(at: start.seconds)
    // The day before may still be open where the clocks go back across midnight.
    day = calendar.zone.local(start).day.number - 1
    lastDay = day + WorkingCalendar.searchDays
    hours = calendar.hours(of: day)
  }

  mutating func next() -> Range<Int64>? {
    while true {
      while index < hours.count {
        let interval = hours[index]
        index += 1
        let bounds = bounds(of: interval)
        guard bounds.closes > cursor else { continue }
        let opens = Swift.max(bounds.opens, cursor)
        cursor = bounds.closes
        return opens..<bounds.closes
      }
      guard day < lastDay else { return nil }
      day += 1
      hours = calendar.hours(of: day)
      index = 0
    }
  }

  private mutating func bounds(of interval: OpenInterval) -> (opens: Int64, closes: Int64) {
    let midnight = Int64(day) * 86_400
    let opens = midnight + Int64(interval.opens)
    let closes = midnight + Int64(interval.closes)
    if opens >= period.end { period = calendar.zone.period(at: opens) }
    let isPlain =
      (period.start == .min || opens - period.start > OpenSpans.margin)
      && (period.end == .max || period.end - closes > OpenSpans.margin)
    if isPlain {
      let offset = Int64(period.type.offset)
      return ((opens - offset) * 1000, (closes - offset) * 1000)
    }
    return (
      calendar.zone.seconds(atWall: opens, repeated: .first) * 1000,
      calendar.zone.seconds(atWall: closes, repeated: .last) * 1000
    )
  }
}

extension WorkingCalendar {
  /// The longest working time that is added, in seconds: ten years. Goals are hours or days.
  package static let addLimit: Int64 = 10 * 366 * 86_400

  /// The instant at which `seconds` of working time have passed since `start`: exactly a closing where they end
  /// there; the first open instant for none. nil for a negative or endless time, or where it never opens again.
  package func add(_ seconds: Int64, to start: Instant) -> Instant? {
    guard (0...WorkingCalendar.addLimit).contains(seconds) else { return nil }
    return add(milliseconds: seconds * 1000, to: start)
  }

  func add(milliseconds: Int64, to start: Instant) -> Instant? {
    var left = milliseconds
    for span in OpenSpans(self, from: start) {
      let length = span.upperBound - span.lowerBound
      if left <= length { return Instant(ms: span.lowerBound + left) }
      left -= length
    }
    return nil
  }

  /// Seconds of working time from one instant to another, rounded down; none where they are in the wrong order.
  /// What lies more than `searchDays` after the first is not counted.
  package func elapsed(from start: Instant, to end: Instant) -> Int64 {
    elapsedMilliseconds(from: start, to: end) / 1000
  }

  func elapsedMilliseconds(from start: Instant, to end: Instant) -> Int64 {
    guard start < end else { return 0 }
    var total: Int64 = 0
    for span in OpenSpans(self, from: start) {
      if span.lowerBound >= end.ms { break }
      total += min(span.upperBound, end.ms) - span.lowerBound
    }
    return total
  }

  /// Whether somebody works at that instant; not at a closing.
  package func isOpen(at instant: Instant) -> Bool {
    elapsedMilliseconds(from: instant, to: Instant(ms: instant.ms + 1)) > 0
  }
}
