/// The stretches of time during which a calendar is open, from an instant on, in order and without overlap,
/// in milliseconds since 1970.
///
/// Goes from one period of the zone to the next, and within it from civil date to civil date: inside a period the
/// wall clock runs straight, so a stretch is a plain difference. A date that the clocks enter twice is looked at twice.
/// Ends after `WorkingCalendar.searchDays` dates.
struct OpenSpans: Sequence, IteratorProtocol {
  private let calendar: WorkingCalendar
  /// Nothing before it is given any more.
  private var cursor: Int64
  private var period: Zone.Period
  private var day: Int
  private var daysLeft = WorkingCalendar.searchDays
  /// The hours of `day`, and which of them comes next.
  private var hours: [OpenInterval]
  private var index = 0

  init(_ calendar: WorkingCalendar, from start: Instant) {
    self.calendar = calendar
    cursor = start.ms
    period = calendar.zone.period(at: start.seconds)
    day = period.day(at: start.seconds)
    hours = calendar.hours(of: day)
  }

  mutating func next() -> Range<Int64>? {
    while true {
      while index < hours.count {
        let interval = hours[index]
        index += 1
        let midnight = self.midnight
        let opens = Swift.max((midnight + Int64(interval.opens)) * 1000, cursor)
        let closes = Swift.min((midnight + Int64(interval.closes)) * 1000, period.endMilliseconds)
        guard opens < closes else { continue }
        cursor = closes
        return opens..<closes
      }
      guard daysLeft > 0 else { return nil }
      daysLeft -= 1
      goToNextDay()
    }
  }

  /// The instant of `day` 00:00 in this period, in seconds.
  private var midnight: Int64 { Int64(day) * 86_400 - Int64(period.type.offset) }

  private mutating func goToNextDay() {
    if midnight + 86_400 < period.end {
      day += 1
    } else {
      period = calendar.zone.period(at: period.end)
      day = period.day(at: period.start)
      cursor = Swift.max(cursor, period.start * 1000)
    }
    hours = calendar.hours(of: day)
    index = 0
  }
}

extension Zone.Period {
  /// The day number the wall clock shows at an instant of this period.
  fileprivate func day(at seconds: Int64) -> Int { Int((seconds + Int64(type.offset)).dividedDown(by: 86_400)) }

  fileprivate var endMilliseconds: Int64 { Swift.min(end, .max / 1000) * 1000 }
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

  /// When it next opens after an instant, which for one that is open is after it has closed; nil where that is further
  /// than it is looked.
  package func nextOpening(after instant: Instant) -> Instant? {
    for span in OpenSpans(self, from: instant) where span.lowerBound > instant.ms {
      return Instant(ms: span.lowerBound)
    }
    return nil
  }

  /// Whether somebody works at that instant; not at a closing.
  package func isOpen(at instant: Instant) -> Bool {
    let wall = zone.local(instant)
    return hours(of: wall.day.number).contains { ($0.opens..<$0.closes).contains(wall.secondOfDay) }
  }
}
