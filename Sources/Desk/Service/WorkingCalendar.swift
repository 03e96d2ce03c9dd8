/// When somebody works: weekly hours on the wall clock of a place, less its holidays, with the hours of single dates.
///
/// It is open when the wall clock shows an open hour. Hours belong to the civil date they fall on: `22:00-30:00` is kept
/// as 22:00-24:00 and 00:00-06:00 of the day after, so that a holiday closes from midnight to midnight. Of an hour that
/// occurs twice both are worked, a bound in a skipped hour moves to the end of the gap, and what is counted is elapsed
/// time, never the difference of two wall clocks.
package struct WorkingCalendar: Sendable, Equatable {
  package let name: String
  package let zone: Zone
  package let holidays: Holidays
  /// Seconds that `1 j` (one day) stands for in a goal, 1…86,400.
  package let nominalDay: Int64
  /// ISO weekday 1…7 less one; sorted, none past 24:00.
  package let week: [[OpenInterval]]
  /// Hours that replace the week's, holiday or not, by day number; empty where it is closed.
  let exceptions: [Int: [OpenInterval]]

  /// How far a search goes before it gives up, in days: a century.
  package static let searchDays = 36_525

  /// - Parameters:
  ///   - week: hours by ISO weekday, 1 Monday … 7 Sunday.
  ///   - exceptions: exceptional openings and closings: the hours of a date in place of the week's, holiday or not.
  ///   - nominalDay: what a goal in days counts; the most frequent length of an open day unless given.
  package init(
    name: String, zone: Zone, week: [Int: [OpenInterval]], holidays: Holidays = .none,
    exceptions: [Day: [OpenInterval]] = [:], nominalDay: Int64? = nil
  ) {
    self.name = name
    self.zone = zone
    self.holidays = holidays
    self.nominalDay = min(max(nominalDay ?? WorkingCalendar.usualLength(of: week), 1), 86_400)
    var days = [[OpenInterval]](repeating: [], count: 7)
    for (weekday, hours) in week where (1...7).contains(weekday) {
      days[weekday - 1] += hours.compactMap(\.untilMidnight)
      days[weekday % 7] += hours.compactMap(\.afterMidnight)
    }
    self.week = days.map { $0.sorted() }
    var dates = Dictionary(
      exceptions.map { ($0.key.number, $0.value.compactMap(\.untilMidnight)) }, uniquingKeysWith: { $0 + $1 })
    for (day, hours) in exceptions {
      let late = hours.compactMap(\.afterMidnight)
      guard !late.isEmpty else { continue }
      let next = day + 1
      let usual = holidays.contains(next) ? [] : days[next.weekday - 1]
      dates[next.number, default: usual] += late
    }
    self.exceptions = dates.mapValues { $0.sorted() }
  }

  /// The most frequent length of an open day; the longest of several.
  private static func usualLength(of week: [Int: [OpenInterval]]) -> Int64 {
    var counts: [Int: Int] = [:]
    for hours in week.values where !hours.isEmpty { counts[hours.reduce(0) { $0 + $1.length }, default: 0] += 1 }
    let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return Int64(usual?.key ?? 86_400)
  }

  /// The hours of a day by its number, sorted.
  func hours(of number: Int) -> [OpenInterval] {
    if !exceptions.isEmpty, let hours = exceptions[number] { return hours }
    let usual = week[(number % 7 + 10) % 7]
    return usual.isEmpty || holidays.contains(Day(number: number)) ? [] : usual
  }
}

extension OpenInterval {
  fileprivate var untilMidnight: OpenInterval? { OpenInterval(opens: opens, closes: min(closes, 86_400)) }
  fileprivate var afterMidnight: OpenInterval? { OpenInterval(opens: 0, closes: closes - 86_400) }
}

extension WorkingCalendar {
  /// Office hours: Monday to Friday, 08:30-12:30 and 13:30-18:00 (8 h 30), French holidays off.
  package static func office(_ zone: Zone, holidays: Holidays = .french) -> WorkingCalendar {
    let hours = ["08:30-12:30", "13:30-18:00"].compactMap { OpenInterval($0) }
    let week = Dictionary(uniqueKeysWithValues: (1...5).map { ($0, hours) })
    return WorkingCalendar(name: CalendarConfig.office, zone: zone, week: week, holidays: holidays)
  }

  /// Around the clock, every day (on call): real time, whatever the zone.
  package static let always: WorkingCalendar = {
    let hours = ["00:00-24:00"].compactMap { OpenInterval($0) }
    let week = Dictionary(uniqueKeysWithValues: (1...7).map { ($0, hours) })
    return WorkingCalendar(name: "24/7", zone: .utc, week: week)
  }()
}
