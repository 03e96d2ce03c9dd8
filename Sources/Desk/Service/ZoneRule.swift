/// The rule of a zone for the years to come: a POSIX TZ string with the extensions of RFC 9636 (3.3.1).
///
///     CET-1CEST,M3.5.0,M10.5.0/3        Paris: last Sunday of March 02:00 to last Sunday of October 03:00
///     <-02>2<-01>,M3.5.0/-1,M10.5.0/0   Nuuk: a negative hour is one of the day before
///     XXX3EDT4,0/0,J365/23              daylight time all year long
///
/// POSIX counts offsets west of Greenwich; they are turned east here.
struct ZoneRule: Equatable, Sendable {
  /// A day of each year and a time on it.
  struct Yearly: Equatable, Sendable {
    enum Date: Equatable, Sendable {
      /// `Jn`: 1…365, 29 February never counted.
      case julian(Int)
      /// `n`: 0…365, 29 February counted.
      case zeroBased(Int)
      /// `Mm.w.d`: week 5 is the last one, day 0 is Sunday.
      case weekday(month: Int, week: Int, day: Int)
    }
    let date: Date
    /// Wall seconds after that day's midnight, -604,799…604,799 (167 h 59 min 59 s either way).
    let time: Int
  }

  struct Daylight: Equatable, Sendable {
    let type: Zone.LocalType
    let start: Yearly
    let end: Yearly
  }

  let standard: Zone.LocalType
  let daylight: Daylight?

  /// The period that contains `seconds` since 1970: between the last change before it and the next one after.
  func period(at seconds: Int64) -> Zone.Period {
    guard let daylight else { return Zone.Period(start: .min, end: .max, type: standard) }
    let year = LocalTime(wallSeconds: seconds.clamped(to: ZoneRule.reach)).day.year
    var start = Int64.min
    var end = Int64.max
    var type = standard
    // A change may fall up to a week outside its year, so the years beside are looked at too.
    for year in year - 1...year + 1 {
      let changes = [
        (daylight.end.wallSeconds(in: year) - Int64(daylight.type.offset), standard),
        // At equal instants the start of daylight time comes last: daylight time all year long.
        (daylight.start.wallSeconds(in: year) - Int64(standard.offset), daylight.type),
      ]
      for (instant, next) in changes {
        if instant > seconds {
          end = min(end, instant)
        } else if instant >= start {
          start = instant
          type = next
        }
      }
    }
    return Zone.Period(start: start, end: end, type: type)
  }

  /// Seconds since 1970 for which years are worked out: the years -9999 to 19999 or so.
  private static let reach: ClosedRange<Int64> = -377_000_000_000...569_000_000_000
}

extension ZoneRule.Yearly {
  /// Wall seconds since 1970-01-01 00:00 at which it falls in a year.
  func wallSeconds(in year: Int) -> Int64 { Int64(dayNumber(in: year)) * 86_400 + Int64(time) }

  private func dayNumber(in year: Int) -> Int {
    let newYear = Day(year, 1, 1).number
    switch date {
    case .zeroBased(let count): return newYear + count
    case .julian(let count):
      let isLeap = Day(year + 1, 1, 1).number - newYear == 366
      return newYear + count - (isLeap && count >= 60 ? 0 : 1)
    case .weekday(let month, let week, let day):
      let first = Day(year, month, 1)
      let next = month == 12 ? Day(year + 1, 1, 1) : Day(year, month + 1, 1)
      let number = first.number + (day - first.weekday % 7 + 7) % 7 + (week - 1) * 7
      return number < next.number ? number : number - 7
    }
  }
}

extension ZoneRule {
  /// nil where the text is no rule.
  init?(posix text: some Sequence<UInt8>) {
    var reader = ZoneRuleReader(text)
    guard let name = reader.name(), let west = reader.offset() else { return nil }
    standard = Zone.LocalType(offset: -west, isDaylight: false, abbreviation: name)
    if reader.isAtEnd {
      daylight = nil
      return
    }
    guard let summer = reader.daylight(standardOffset: -west), reader.isAtEnd else { return nil }
    daylight = summer
  }
}

/// Reads the pieces of a POSIX TZ string from left to right; each gives nil where it is not there.
private struct ZoneRuleReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: some Sequence<UInt8>) { bytes = Array(text) }

  var isAtEnd: Bool { at >= bytes.count }
  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next, next == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  /// Three letters or more, or anything but `>` between angle brackets.
  mutating func name() -> String? {
    let quoted = take("<")
    let start = at
    while let next, quoted ? next != UInt8(ascii: ">") : next.isLetter { at += 1 }
    let name = String(decoding: bytes[start..<at], as: UTF8.self)
    guard at - start >= 3, !quoted || take(">") else { return nil }
    return name
  }

  /// `[+-]h[h[h]][:mm[:ss]]` in seconds.
  private mutating func time(hours limit: Int) -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let hours = number(upTo: limit) else { return nil }
    var total = hours * 3600
    for unit in [60, 1] {
      guard take(":") else { break }
      guard let count = number(upTo: 59) else { return nil }
      total += count * unit
    }
    return isNegative ? -total : total
  }

  mutating func offset() -> Int? { time(hours: 24) }

  mutating func daylight(standardOffset: Int) -> ZoneRule.Daylight? {
    guard let name = name() else { return nil }
    var east = standardOffset + 3600
    if let next, next != UInt8(ascii: ",") {
      guard let west = offset() else { return nil }
      east = -west
    }
    let type = Zone.LocalType(offset: east, isDaylight: true, abbreviation: name)
    guard Zone.offsets.contains(east), take(","), let start = yearly(), take(","), let end = yearly() else {
      return nil
    }
    return ZoneRule.Daylight(type: type, start: start, end: end)
  }

  private mutating func yearly() -> ZoneRule.Yearly? {
    guard let date = date() else { return nil }
    guard take("/") else { return ZoneRule.Yearly(date: date, time: 7200) }
    return time(hours: 167).map { ZoneRule.Yearly(date: date, time: $0) }
  }

  private mutating func date() -> ZoneRule.Yearly.Date? {
    if take("J") { return number(upTo: 365).flatMap { $0 > 0 ? .julian($0) : nil } }
    guard take("M") else { return number(upTo: 365).map { .zeroBased($0) } }
    guard let month = number(upTo: 12), month > 0, take("."), let week = number(upTo: 5), week > 0, take("."),
      let day = number(upTo: 6)
    else { return nil }
    return .weekday(month: month, week: week, day: day)
  }

  private mutating func number(upTo limit: Int) -> Int? {
    let start = at
    var value = 0
    while let next, (48...57).contains(next), at - start < 3 {
      value = value * 10 + Int(next - 48)
      at += 1
    }
    return at > start && value <= limit ? value : nil
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
}

extension Int64 {
  fileprivate func clamped(to range: ClosedRange<Int64>) -> Int64 {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
