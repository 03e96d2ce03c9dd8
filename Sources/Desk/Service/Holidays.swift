/// Why nobody works on a day.
package enum Holiday: Hashable, Sendable {
  case fixed(month: Int, day: Int)
  /// So many days from Easter Sunday.
  case fromEaster(Int)
  /// On the calendar's list, with a name or without.
  case named(String)
  case listed
}

/// The days of a calendar on which nobody works: the same date each year, a count of days from Easter, or a list.
package struct Holidays: Hashable, Sendable {
  /// By month less one, a bit for each day of the month: looked up once for every working day of every clock.
  private var fixed = [UInt32](repeating: 0, count: 12)
  /// Days from Easter Sunday.
  private var fromEaster: [Int]
  /// Day numbers.
  private var dates: Set<Int>
  /// What days of the list are called, by day number.
  private var names: [Int: String]

  /// Days that no month has, and days further than `reach` from Easter, are left out.
  package init(
    fixed: [(month: Int, day: Int)] = [], fromEaster: [Int] = [], dates: [Day] = [], names: [Day: String] = [:]
  ) {
    for (month, day) in fixed where (1...12).contains(month) && (1...31).contains(day) {
      self.fixed[month - 1] |= 1 << UInt32(day)
    }
    self.fromEaster = fromEaster.filter { (-Holidays.reach...Holidays.reach).contains($0) }
    self.dates = Set(dates.map(\.number))
    self.names = Dictionary(uniqueKeysWithValues: names.map { ($0.key.number, $0.value) })
  }

  /// How far from Easter a holiday may be, in days.
  static let reach = 100

  package static let none = Holidays()

  /// The eleven of the French labour code (L3133-1): Easter Monday, Ascension and Whit Monday move.
  package static let french = Holidays(
    fixed: [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)], fromEaster: [1, 39, 50])

  /// Moselle, Bas-Rhin and Haut-Rhin add Good Friday and 26 December (L3134-13).
  package static let alsaceMoselle = Holidays(
    fixed: [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26)],
    fromEaster: [-2, 1, 39, 50])

  /// Which holiday a day is; nil on a day that is none.
  package func holiday(on day: Day) -> Holiday? {
    guard contains(day) else { return nil }
    if let name = names[day.number] { return .named(name) }
    if fixed[day.month - 1] >> UInt32(day.day) & 1 == 1 { return .fixed(month: day.month, day: day.day) }
    let distance = day.number - Day.easter(day.year).number
    return fromEaster.contains(distance) ? .fromEaster(distance) : .listed
  }

  /// The days of both.
  package func union(_ other: Holidays) -> Holidays {
    var both = self
    for month in 0..<12 { both.fixed[month] |= other.fixed[month] }
    both.fromEaster += other.fromEaster.filter { !fromEaster.contains($0) }
    both.dates.formUnion(other.dates)
    both.names.merge(other.names) { ours, _ in ours }
    return both
  }

  package func contains(_ day: Day) -> Bool {
    if fixed[day.month - 1] >> UInt32(day.day) & 1 == 1 { return true }
    if !dates.isEmpty, dates.contains(day.number) { return true }
    return !fromEaster.isEmpty && fromEaster.contains(day.number - Day.easter(day.year).number)
  }
}

extension Day {
  /// Easter Sunday of a Gregorian year (the computus of Meeus, Jones and Butcher).
  package static func easter(_ year: Int) -> Day {
    let golden = year % 19
    let century = year / 100
    let yearOfCentury = year % 100
    let moonCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * toSunday) / 451
    let days = epact + toSunday - 7 * late + 114
    return Day(year, days / 31, days % 31 + 1)
  }
}
