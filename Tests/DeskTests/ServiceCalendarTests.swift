import Desk
import Testing

@Suite struct ServiceCalendarTests {
  private static let odd = WorkingCalendar(
    name: "odd", zone: Zones.santiago,
    week: [
      1: ["22:30-26:00"].compactMap { OpenInterval($0) },
      4: ["09:00-09:05", "10:00-10:01"].compactMap { OpenInterval($0) },
      7: ["00:00-02:00", "12:00-24:00"].compactMap { OpenInterval($0) },
    ], holidays: .alsaceMoselle, exceptions: [Day(2026, 4, 4): ["20:00-30:00"].compactMap { OpenInterval($0) }])

  static let calendars: [WorkingCalendar] = [
    Calendars.bureau, Calendars.nuit, Calendars.s7, Calendars.always, Calendars.london, odd, .always,
    Calendars.everyDay("lord howe", Zones.lordHowe, ["01:00-04:00", "08:15-16:45"]),
    Calendars.everyDay("midnight", Zones.santiago, ["00:00-02:00", "22:30-24:00"]),
  ]

  /// Instants of 2025 to 2027, to the millisecond.
  private static func moments(_ draw: inout Draw) -> (Instant, Instant) {
    let a = Instant(ms: draw.number(in: 1_735_689_600_000...1_830_297_600_000))
    return (a, Instant(ms: a.ms + draw.number(in: 0...2_000_000_000)))
  }

  @Test(arguments: calendars)
  func `elapsed undoes add`(_ calendar: WorkingCalendar) throws {
    var draw = Draw(seed: 11)
    for _ in 0..<300 {
      let (start, _) = Self.moments(&draw)
      let seconds = draw.number(in: 0...400_000)
      let due = try #require(calendar.add(seconds, to: start))
      guard calendar.elapsed(from: start, to: due) == seconds, due >= start else {
        Issue.record("\(calendar.name): \(start.rfc3339) + \(seconds) → \(due.rfc3339)")
        return
      }
    }
  }

  @Test(arguments: calendars)
  func `elapsed adds up and never falls`(_ calendar: WorkingCalendar) {
    var draw = Draw(seed: 13)
    for _ in 0..<300 {
      let (a, c) = Self.moments(&draw)
      let b = Instant(seconds: draw.number(in: a.seconds...c.seconds))
      let (first, second) = (Instant(seconds: a.seconds), Instant(seconds: c.seconds))
      let whole = calendar.elapsed(from: first, to: second)
      let parts = calendar.elapsed(from: first, to: b) + calendar.elapsed(from: b, to: second)
      guard whole == parts, whole <= second - first, whole >= 0 else {
        Issue.record("\(calendar.name): \(first.rfc3339) \(b.rfc3339) \(second.rfc3339): \(whole), \(parts)")
        return
      }
    }
  }

  @Test(arguments: calendars)
  func `elapsed counts the open seconds`(_ calendar: WorkingCalendar) {
    // The weeks of both changes of the clocks of 2026, minute by minute.
    for start in [moment("2026-03-27T10:00:00Z"), moment("2026-04-03T10:00:00Z"), moment("2026-10-23T10:00:00Z")] {
      let minutes = (0..<5760).filter { calendar.isOpen(at: start + Int64($0 * 60)) }.count
      #expect(calendar.elapsed(from: start, to: start + 345_600) == Int64(minutes * 60), "\(start.rfc3339)")
    }
  }

  @Test(arguments: [
    ("before opening", "2026-03-09 08:29", false), ("at opening", "2026-03-09 08:30", true),
    ("last second of the morning", "2026-03-09 12:29:59", true), ("at lunch", "2026-03-09 12:30", false),
    ("at closing", "2026-03-09 18:00", false), ("on Saturday", "2026-03-07 10:00", false),
    ("on Whit Monday", "2026-05-25 10:00", false),
  ])
  func `the office is open`(_ name: String, _ at: String, _ isOpen: Bool) {
    #expect(Calendars.bureau.isOpen(at: moment(at)) == isOpen)
  }

  private static let special = WorkingCalendar(
    name: "special", zone: Zones.paris,
    week: Dictionary(uniqueKeysWithValues: (1...5).map { ($0, ["09:00-17:00"].compactMap { OpenInterval($0) }) }),
    holidays: .french,
    exceptions: [
      // An inventory on a Saturday, an open holiday, a morning only, a closed Tuesday, a night of works.
      Day(2026, 3, 14): ["10:00-12:00"].compactMap { OpenInterval($0) },
      Day(2026, 5, 8): ["09:00-10:00"].compactMap { OpenInterval($0) },
      Day(2026, 12, 24): ["09:00-12:00"].compactMap { OpenInterval($0) },
      Day(2026, 3, 17): [],
      Day(2026, 6, 17): ["20:00-32:00"].compactMap { OpenInterval($0) },
    ])

  @Test(arguments: [
    ("Saturday inventory", "2026-03-14", Int64(7200)), ("open holiday", "2026-05-08", 3600),
    ("closed holiday", "2026-05-01", 0), ("morning only", "2026-12-24", 10_800), ("closed Tuesday", "2026-03-17", 0),
    ("night of works", "2026-06-17", 14_400), ("the morning after, and its day", "2026-06-18", 57_600),
    ("usual", "2026-03-18", 28_800),
  ])
  func `a date may have hours of its own`(_ name: String, _ day: String, _ seconds: Int64) {
    let midnight = moment(day + " 00:00")
    #expect(Self.special.elapsed(from: midnight, to: midnight + 86_400) == seconds)
  }

  @Test(arguments: [
    ("office", Calendars.bureau, Int64(30_600)), ("night", Calendars.nuit, 28_800), ("24/7", .always, 86_400),
    ("set too long", WorkingCalendar(name: "", zone: .utc, week: [:], nominalDay: .max), 86_400),
    ("no hours", Calendars.calendar("none", .utc, 1...7, []), 86_400),
  ])
  func `a nominal day`(_ name: String, _ calendar: WorkingCalendar, _ seconds: Int64) {
    #expect(calendar.nominalDay == seconds)
  }

  @Test func `hours across midnight are the same hours split at it`() {
    let split = Calendars.everyDay("split", Zones.paris, ["22:00-24:00", "00:00-06:00"])
    var draw = Draw(seed: 17)
    for _ in 0..<200 {
      let (a, b) = Self.moments(&draw)
      let same = split.elapsed(from: a, to: b) == Calendars.nuit.elapsed(from: a, to: b)
      if !same { Issue.record("\(a.rfc3339) \(b.rfc3339)") }
    }
  }

  @Test func `hours that overlap are counted once`() {
    let twice = Calendars.everyDay("twice", Zones.paris, ["08:00-12:00", "10:00-14:00", "09:00-10:00"])
    let midnight = moment("2026-03-09 00:00")
    #expect(twice.elapsed(from: midnight, to: midnight + 86_400) == 21_600)
  }

  @Test func `what cannot be counted has no due date`() {
    let never = Calendars.calendar("never", Zones.paris, 1...7, [])
    let start = moment("2026-03-09 09:00")
    #expect(never.add(1, to: start) == nil)
    #expect(Calendars.bureau.add(-1, to: start) == nil)
    #expect(Calendars.bureau.add(.max, to: start) == nil)
    #expect(Calendars.always.add(WorkingCalendar.addLimit, to: start) == start + WorkingCalendar.addLimit)
    #expect(Calendars.bureau.add(0, to: moment("2026-03-07 10:00")) == moment("2026-03-09 08:30"))
  }
}
