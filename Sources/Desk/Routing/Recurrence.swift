/// A ticket that opens by itself again and again: when, and how it begins.
package struct Recurrence: Sendable {
  package let name: String
  package let place: ConfigPlace
  package let period: Period
  /// Seconds on the wall clock of `zone`.
  package let time: Int
  package let zone: Zone
  /// Says which days are closed.
  package let calendar: WorkingCalendar
  package let closed: Closed
  /// Open days before its date on which the ticket is opened.
  package let ahead: Int
  /// First and last day, both included.
  package let from: Day?
  package let until: Day?
  package let opening: Beginning

  /// What recurs: every so many days, weeks on some weekdays, or months on one day.
  package enum Period: Hashable, Sendable {
    case day(every: Int)
    /// ISO weekdays, 1 Monday … 7 Sunday.
    case week(every: Int, on: [Int])
    case month(every: Int, on: MonthDay)
  }

  /// A day of a month.
  package enum MonthDay: Hashable, Sendable {
    /// 1…31; of a shorter month the last.
    case number(Int)
    case last
    /// The first … fourth (1…4) or last (5) weekday of that name.
    case weekday(Int, nth: Int)
  }

  /// What becomes of a date on which the calendar is closed.
  package enum Closed: String, CaseIterable, Sendable {
    /// The next open day.
    case next
    /// Left out.
    case skip
    /// It stays.
    case same
  }

  /// How the ticket begins.
  package struct Beginning: Sendable {
    package var subject: FieldText
    package var body: FieldText?
    package var requester: Party?
    package var customer: String?
    package var site: String?
    package var asset: String?
    package var channel: Channel
    package var qualification: Qualification?
    package var then: [Instruction]
  }

  /// One of its dates.
  package struct Occurrence: Hashable, Sendable {
    /// The date it is named by, whatever was closed: 20261123.
    package let number: Int
    /// When it is for, and when its ticket is opened.
    package let due: Instant
    package let opens: Instant
  }

  package static let days = 1...366
  /// Days looked at for the next date, and for what was missed.
  package static let horizon = 3700
  /// Days by which a closed calendar may move a date.
  private static let shift = 40
}

extension Recurrence {
  /// What opens now, where `last` was opened last, by its number, and the rule is in force `since`: the latest date
  /// whose time has come, and how many before it nobody opened.
  package func due(at now: Instant, after last: Int?, since: Instant) -> (occurrence: Occurrence, missed: Int)? {
    let today = zone.local(now).day
    let first = last.flatMap(Day.init(decimal:)).map { $0 + 1 } ?? zone.local(since).day + -Recurrence.shift
    let begin = max(first, today + -Recurrence.horizon)
    var come: [Occurrence] = []
    var day = begin
    while day <= today + (ahead * 2 + Recurrence.shift) {
      // One that was moved to the date of the next is that next one.
      if let found = occurrence(on: day), found.opens <= now, last != nil || found.opens >= since {
        if come.last?.due == found.due { come.removeLast() }
        come.append(found)
      }
      day = day + 1
    }
    return come.last.map { ($0, come.count - 1) }
  }

  /// The next dates after an instant, by when their tickets open.
  package func next(_ count: Int, after now: Instant) -> [Occurrence] {
    var found: [Occurrence] = []
    var day = zone.local(now).day + -Recurrence.shift
    let end = day + Recurrence.horizon
    while day <= end, found.count <= count {
      if let next = occurrence(on: day), next.opens > now {
        if found.last?.due == next.due { found.removeLast() }
        found.append(next)
      }
      day = day + 1
    }
    return Array(found.prefix(count))
  }

  /// The date named by a day; nil where it is none, or left out.
  package func occurrence(on day: Day) -> Occurrence? {
    guard (from.map { $0 <= day } ?? true), (until.map { day <= $0 } ?? true), isDate(day),
      let held = moved(day)
    else { return nil }
    let due = zone.instant(of: held, secondOfDay: time)
    guard let opens = opening(before: held) else { return nil }
    return Occurrence(number: day.decimal, due: due, opens: opens)
  }

  private func isDate(_ day: Day) -> Bool {
    switch period {
    case .day(let every): return (day.number - (from ?? Recurrence.epoch).number) % every == 0
    case .week(let every, let weekdays):
      // Weeks begin on Monday.
      let weeks = (day.number + 3).dividedDown(by: 7) - ((from ?? Recurrence.epoch).number + 3).dividedDown(by: 7)
      return weekdays.contains(day.weekday) && weeks % every == 0
    case .month(let every, let on):
      let start = from ?? Recurrence.epoch
      let months = (day.year - start.year) * 12 + day.month - start.month
      return months % every == 0 && day == on.day(of: day.year, day.month)
    }
  }

  /// A Monday, the first of January of a year of its own: what is counted from where nothing is said.
  private static let epoch = Day(2024, 1, 1)

  /// The day it is held on; nil where it is left out, or nothing opens soon enough.
  private func moved(_ day: Day) -> Day? {
    if closed == .same || !calendar.hours(of: day.number).isEmpty { return day }
    if closed == .skip { return nil }
    return (1...Recurrence.shift).lazy.map { day + $0 }.first { !calendar.hours(of: $0.number).isEmpty }
  }

  /// When the ticket of a day opens: so many open days before.
  private func opening(before day: Day) -> Instant? {
    var left = ahead
    var at = day
    while left > 0 {
      at = at + -1
      if day.number - at.number > ahead * 2 + Recurrence.shift { return nil }
      if !calendar.hours(of: at.number).isEmpty { left -= 1 }
    }
    return zone.instant(of: at, secondOfDay: time)
  }
}

extension Recurrence.MonthDay {
  func day(of year: Int, _ month: Int) -> Day {
    let first = Day(year, month, 1)
    let last = (month == 12 ? Day(year + 1, 1, 1) : Day(year, month + 1, 1)) + -1
    switch self {
    case .number(let number): return Day(year, month, min(number, last.day))
    case .last: return last
    case .weekday(let weekday, let nth):
      if nth > 4 { return last + -((last.weekday - weekday + 7) % 7) }
      return first + ((weekday - first.weekday + 7) % 7 + (nth - 1) * 7)
    }
  }
}

extension Day {
  /// 20261123
  package var decimal: Int { (year * 100 + month) * 100 + day }

  package init?(decimal: Int) {
    guard (1_000_101...99_991_231).contains(decimal) else { return nil }
    let (year, month, day) = (decimal / 10_000, decimal / 100 % 100, decimal % 100)
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.init(year, month, day)
  }
}

extension Int {
  /// Division rounded towards minus infinity, for a positive divisor.
  fileprivate func dividedDown(by divisor: Int) -> Int { (self >= 0 ? self : self - divisor + 1) / divisor }
}
