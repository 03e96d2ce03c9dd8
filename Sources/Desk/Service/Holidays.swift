/// The days of a calendar on which nobody works: the same date each year, a count of days from Easter, or a list.
package struct Holidays: Hashable, Sendable {
  /// Month and day of each year.
  private var fixed: Set<MonthDay>
  /// Days from Easter Sunday, -100…100.
  private var fromEaster: Set<Int>
  /// Day numbers.
  private var dates: Set<Int>

  private struct MonthDay: Hashable {
    let month: Int
    let day: Int
  }

  package init(fixed: [(month: Int, day: Int)] = [], fromEaster: [Int] = [], dates: [Day] = []) {
    self.fixed = Set(fixed.map { MonthDay(month: $0.month, day: $0.day) })
    self.fromEaster = Set(fromEaster.filter { abs($0.clamped) <= Holidays.reach })
    self.dates = Set(dates.map(\.number))
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

  package func contains(_ day: Day) -> Bool {
    if !fixed.isEmpty, fixed.contains(MonthDay(month: day.month, day: day.day)) { return true }
    if !dates.isEmpty, dates.contains(day.number) { return true }
    return !fromEaster.isEmpty && fromEaster.contains(day.number - Day.easter(day.year).number)
  }
}

extension Int {
  /// Away from `Int.min`, whose absolute value overflows.
  fileprivate var clamped: Int { Swift.max(self, -Int.max) }
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
