import Desk
import Testing

@Suite struct ServiceHolidayTests {
  /// Days from 21 March to Easter Sunday, 1900 to 2100.
  private static let easter = [
    25, 17, 9, 22, 13, 33, 25, 10, 29, 21, 6, 26, 17, 2, 22, 14, 33, 18, 10, 30,
    14, 6, 26, 11, 30, 22, 14, 27, 18, 10, 30, 15, 6, 26, 11, 31, 22, 7, 27, 19,
    3, 23, 15, 35, 19, 11, 31, 16, 7, 27, 19, 4, 23, 15, 28, 20, 11, 31, 16, 8,
    27, 12, 32, 24, 8, 28, 20, 5, 24, 16, 8, 21, 12, 32, 24, 9, 28, 20, 5, 25,
    16, 29, 21, 13, 32, 17, 9, 29, 13, 5, 25, 10, 29, 21, 13, 26, 17, 9, 22, 14,
    33, 25, 10, 30, 21, 6, 26, 18, 2, 22, 14, 34, 18, 10, 30, 15, 6, 26, 11, 31,
    22, 14, 27, 19, 10, 30, 15, 7, 26, 11, 31, 23, 7, 27, 19, 4, 23, 15, 35, 20,
    11, 31, 16, 8, 27, 19, 4, 24, 15, 28, 20, 12, 31, 16, 8, 28, 12, 32, 24, 9,
    28, 20, 5, 25, 16, 8, 21, 13, 32, 24, 9, 29, 20, 5, 25, 17, 29, 21, 13, 33,
    17, 9, 29, 14, 5, 25, 10, 30, 21, 13, 26, 18, 9, 22, 14, 34, 25, 10, 30, 22,
    7,
  ]

  @Test func `Easter falls where the tables say, 1900 to 2100`() {
    let worked = (1900...2100).map { Day.easter($0).number - Day($0, 3, 21).number }
    #expect(worked == Self.easter)
  }

  private static let y2026 = [
    "2026-1-1", "2026-4-6", "2026-5-1", "2026-5-8", "2026-5-14", "2026-5-25", "2026-7-14", "2026-8-15", "2026-11-1",
    "2026-11-11", "2026-12-25",
  ]

  @Test(arguments: [
    ("French", Holidays.french, y2026),
    ("Alsace-Moselle", .alsaceMoselle, (y2026 + ["2026-4-3", "2026-12-26"])),
    ("none", .none, []),
    ("a list", Holidays(dates: [Day(2026, 3, 10)]), ["2026-3-10"]),
    ("out of reach", Holidays(fromEaster: [.min, .max, 101]), []),
  ])
  func `the holidays of 2026`(_ name: String, _ holidays: Holidays, _ expected: [String]) {
    let days = (0..<365).map { Day(2026, 1, 1) + $0 }.filter(holidays.contains)
    #expect(Set(days.map { "\($0.year)-\($0.month)-\($0.day)" }) == Set(expected))
  }
}
