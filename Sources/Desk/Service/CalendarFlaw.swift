/// Why hours make no calendar. Whoever read them knows the file and the line.
package enum CalendarFlaw: Error, Hashable, Sendable {
  /// No zone of the IANA database has this name.
  case unknownZone(String)
  /// Not `mon` … `sun`.
  case unknownWeekday(String)
  /// Not `HH:MM-HH:MM` with the end after the beginning, at most a day later (`22:00-30:00`).
  case badHours(String)
  /// Not `YYYY-MM-DD`, or a day no calendar has.
  case badDate(String)
  /// Two intervals of one day meet in more than a bound; the hours of the day before may reach into it.
  case overlap(CalendarDay, OpenInterval, OpenInterval)
  /// No hours at all, in no week and on no date.
  case neverOpens

  /// A name for programs.
  package var code: String {
    switch self {
    case .unknownZone: "unknown_zone"
    case .unknownWeekday: "unknown_weekday"
    case .badHours: "bad_hours"
    case .badDate: "bad_date"
    case .overlap: "overlapping_hours"
    case .neverOpens: "never_opens"
    }
  }
}

/// A day whose hours a calendar gives: of every week, or a date.
package enum CalendarDay: Hashable, Sendable {
  /// ISO: 1 Monday … 7 Sunday.
  case weekday(Int)
  case date(Day)
}

extension WorkingCalendar {
  /// Weekdays as files name them, Monday first.
  package static let weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// What is wrong with the hours, in the order of the week; nothing where they make a calendar that opens.
  package var flaws: [CalendarFlaw] {
    var flaws = week.indices.compactMap { overlap(week[$0], on: .weekday($0 + 1)) }
    flaws += exceptions.keys.sorted().compactMap { overlap(exceptions[$0] ?? [], on: .date(Day(number: $0))) }
    if week.allSatisfy(\.isEmpty), exceptions.values.allSatisfy(\.isEmpty) { flaws.append(.neverOpens) }
    return flaws
  }

  private func overlap(_ hours: [OpenInterval], on day: CalendarDay) -> CalendarFlaw? {
    for (earlier, later) in zip(hours, hours.dropFirst()) where later.opens < earlier.closes {
      return .overlap(day, earlier, later)
    }
    return nil
  }
}

extension OpenInterval {
  /// `08:30-12:30`
  package var text: String { OpenInterval.time(opens) + "-" + OpenInterval.time(closes) }

  private static func time(_ second: Int) -> String {
    Instant.pad(second / 3600, 2) + ":" + Instant.pad(second / 60 % 60, 2)
  }
}

extension Day {
  /// Reads `YYYY-MM-DD`; nil for a day no calendar has.
  package init?(iso text: some StringProtocol) {
    let parts = String(text).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day),
      Day(number: Day(year, month, day).number) == Day(year, month, day)
    else { return nil }
    self.init(year, month, day)
  }

  /// `2026-03-09`
  package var iso: String { Instant.pad(year, 4) + "-" + Instant.pad(month, 2) + "-" + Instant.pad(day, 2) }
}
