/// A moment in UTC, in milliseconds since 1970-01-01T00:00:00Z. Integer on purpose: Foundation's `Date` is a
/// Double and gives 496 of 1,000 millisecond values back one lower.
package struct Instant: Hashable, Comparable, Sendable {
  package var ms: Int64
  package init(ms: Int64) { self.ms = ms }
  package init(seconds: Int64) { ms = seconds * 1000 }
  /// Whole seconds since 1970, rounded down.
  package var seconds: Int64 { ms >= 0 ? ms / 1000 : (ms - 999) / 1000 }

  package static func < (a: Instant, b: Instant) -> Bool { a.ms < b.ms }
  /// `instant + seconds`.
  package static func + (a: Instant, seconds: Int64) -> Instant { Instant(ms: a.ms + seconds * 1000) }
  /// Whole seconds between two instants, rounded towards zero.
  package static func - (a: Instant, b: Instant) -> Int64 { (a.ms - b.ms) / 1000 }
}

/// A date of the proleptic Gregorian calendar, with no time zone.
package struct Day: Hashable, Comparable, Sendable {
  package var year: Int
  /// 1…12
  package var month: Int
  /// 1…31
  package var day: Int

  package init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1970-01-01. Years of 400 years' eras starting in March, so that the leap day ends a year.
  package var number: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  package init(number: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    self.init(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
  }

  /// ISO 8601: 1 Monday … 7 Sunday.
  package var weekday: Int { (number % 7 + 10) % 7 + 1 }

  package static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
  package static func + (a: Day, days: Int) -> Day { Day(number: a.number + days) }
}

extension Instant {
  /// RFC 3339 in UTC with milliseconds: `2025-11-21T18:57:03.123Z`.
  package var rfc3339: String {
    let days = Int((ms >= 0 ? ms : ms - 86_399_999) / 86_400_000)
    let rest = Int(ms - Int64(days) * 86_400_000)
    let date = Day(number: days)
    return Instant.pad(date.year, 4) + "-" + Instant.pad(date.month, 2) + "-" + Instant.pad(date.day, 2) + "T"
      + Instant.pad(rest / 3_600_000, 2) + ":" + Instant.pad(rest / 60_000 % 60, 2) + ":"
      + Instant.pad(rest / 1000 % 60, 2) + "." + Instant.pad(rest % 1000, 3) + "Z"
  }

  /// Reads RFC 3339 (`Z` or a numeric offset, any number of fraction digits); nil where it is none.
  package init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20 else { return nil }
    func number(_ from: Int, _ count: Int) -> Int? {
      var value = 0
      for at in from..<from + count {
        guard at < bytes.count, bytes[at] >= 48, bytes[at] <= 57 else { return nil }
        value = value * 10 + Int(bytes[at] - 48)
      }
      return value
    }
    guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2), let hour = number(11, 2),
      let minute = number(14, 2), let second = number(17, 2), bytes[4] == 45, bytes[7] == 45,
      bytes[10] == 84 || bytes[10] == 116 || bytes[10] == 32, bytes[13] == 58, bytes[16] == 58,
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
    else { return nil }
    var at = 19
    var millis = 0
    if bytes[at] == 46 {
      at += 1
      var scale = 100
      while at < bytes.count, bytes[at] >= 48, bytes[at] <= 57 {
        millis += Int(bytes[at] - 48) * scale
        scale /= 10
        at += 1
      }
    }
    guard at < bytes.count else { return nil }
    var offset = 0
    switch bytes[at] {
    case 90, 122: guard at + 1 == bytes.count else { return nil }
    case 43, 45:
      guard at + 6 == bytes.count, bytes[at + 3] == 58, let h = number(at + 1, 2), let m = number(at + 4, 2)
      else { return nil }
      offset = (h * 60 + m) * (bytes[at] == 45 ? -1 : 1)
    default: return nil
    }
    let days = Day(year, month, day).number
    let seconds = days * 86_400 + hour * 3600 + (minute - offset) * 60 + second
    self.init(ms: Int64(seconds) * 1000 + Int64(millis))
  }

  /// A non-negative number with at least `width` digits.
  package static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
  }
}
