import Desk
import Testing

/// One golden vector: a clock's life on a calendar, when 75 % of its goal is used, when it is due.
struct ServiceVector: CustomTestStringConvertible, Sendable {
  let name: String
  let calendar: WorkingCalendar
  let goal: String
  /// `start`, `pause`, `resume` or `stop`, and a moment.
  let events: [String]
  let warning: String
  let due: String
  var testDescription: String { name }

  init(
    _ name: String, _ calendar: WorkingCalendar, _ goal: String, _ events: [String], _ warning: String, _ due: String
  ) {
    (self.name, self.calendar, self.goal, self.events) = (name, calendar, goal, events)
    (self.warning, self.due) = (warning, due)
  }

  var stopwatch: Stopwatch {
    var watch = Stopwatch()
    for event in events {
      let words = event.split(separator: " ", maxSplits: 1).map(String.init)
      let at = moment(words[1], calendar.zone)
      switch words[0] {
      case "pause": watch.pause(at: at)
      case "stop": watch.stop(at: at)
      default: watch.start(at: at)
      }
    }
    return watch
  }
}

@Suite struct ServiceVectorTests {
  private static let bureau = Calendars.bureau
  private static let nuit = Calendars.nuit
  private static let early = Calendars.everyDay("from 02:30", Zones.paris, ["02:30-04:00"])
  private static let late = Calendars.everyDay("until 02:30", Zones.paris, ["01:00-02:30"])

  static let vectors: [ServiceVector] = [
    ServiceVector(
      "V1 overnight", bureau, "4h", ["start 2026-03-09 16:00"], "2026-03-10 09:30", "2026-03-10 10:30"),
    ServiceVector(
      "V2 over the weekend", bureau, "4h", ["start 2026-03-06 17:00"], "2026-03-09 10:30", "2026-03-09 11:30"),
    ServiceVector(
      "V3 over a holiday", bureau, "4h", ["start 2026-05-07 16:30"], "2026-05-11 10:00", "2026-05-11 11:00"),
    ServiceVector(
      "V4 starts at lunch", bureau, "4h", ["start 2026-03-09 12:45"], "2026-03-09 16:30", "2026-03-09 17:30"),
    ServiceVector(
      "V5 exactly at closing", bureau, "8.5h", ["start 2026-03-09 08:30"], "2026-03-09 15:52:30", "2026-03-09 18:00"),
    ServiceVector(
      "V6 a pause", bureau, "8h", ["start 2026-03-09 09:00", "pause 2026-03-09 11:00", "resume 2026-03-09 15:00"],
      "2026-03-10 09:30", "2026-03-10 11:30"),
    ServiceVector(
      "V7 a pause over the weekend", bureau, "8h",
      ["start 2026-03-06 16:00", "pause 2026-03-06 17:00", "resume 2026-03-09 10:00"],
      "2026-03-09 16:00", "2026-03-09 18:00"),
    ServiceVector(
      "V8 a pause outside hours", bureau, "8h",
      ["start 2026-03-06 16:00", "pause 2026-03-06 19:00", "resume 2026-03-08 10:00"],
      "2026-03-09 12:30", "2026-03-09 15:30"),
    ServiceVector(
      "V9 24/7 in spring", Calendars.always, "24h", ["start 2026-03-28 12:00"],
      "2026-03-29T07:00:00+02:00", "2026-03-29T13:00:00+02:00"),
    ServiceVector(
      "V10 24/7 in autumn", Calendars.always, "24h", ["start 2026-10-24 12:00"],
      "2026-10-25T05:00:00+01:00", "2026-10-25T11:00:00+01:00"),
    ServiceVector(
      "V11 the night of 7 hours", nuit, "8h", ["start 2026-03-28 22:00"], "2026-03-29 05:00", "2026-03-29 23:00"),
    ServiceVector(
      "V12 the night of 9 hours", nuit, "8h", ["start 2026-10-24 22:00"],
      "2026-10-25T03:00:00+01:00", "2026-10-25T05:00:00+01:00"),
    ServiceVector(
      "V13 7/7 across autumn", Calendars.s7, "30h", ["start 2026-10-24 00:10"], "2026-10-26 10:30", "2026-10-26 18:00"),
    ServiceVector(
      "V14 an empty pause and a full one", bureau, "4h",
      [
        "start 2026-03-09 09:00", "pause 2026-03-09 10:00", "resume 2026-03-09 10:00", "pause 2026-03-09 10:30",
        "resume 2026-03-09 11:30",
      ], "2026-03-09 14:00", "2026-03-09 15:00"),
    ServiceVector(
      "V15 reopened", bureau, "8h",
      ["start 2026-03-09 09:00", "stop 2026-03-09 12:00", "resume 2026-03-10 09:00"],
      "2026-03-10 12:00", "2026-03-10 15:00"),
    ServiceVector(
      "V16 London, spring at the weekend", Calendars.london, "4h", ["start 2026-03-27 16:00"],
      "2026-03-30 10:30", "2026-03-30 11:30"),
    ServiceVector(
      "V17 Christmas", bureau, "1h", ["start 2026-12-24 17:30"], "2026-12-28 08:45", "2026-12-28 09:00"),
  ]

  @Test(arguments: vectors)
  func `golden vector`(_ vector: ServiceVector) throws {
    let goal = try #require(WorkingDuration.seconds(of: vector.goal, nominalDay: vector.calendar.nominalDay))
    let watch = vector.stopwatch
    let warning = watch.instant(percent: 75, of: goal, on: vector.calendar)
    let due = watch.instant(reaching: goal, on: vector.calendar)
    #expect(warning?.rfc3339 == moment(vector.warning, vector.calendar.zone).rfc3339)
    #expect(due?.rfc3339 == moment(vector.due, vector.calendar.zone).rfc3339)
  }

  @Test(arguments: [
    ("24/7 in spring", Calendars.always, "2025-03-30 00:30", "2025-03-30 05:00", Int64(12_600)),
    ("24/7 in autumn", Calendars.always, "2025-10-26 00:10", "2025-10-26 05:00", 21_000),
    ("7/7 in autumn", Calendars.s7, "2025-10-25 00:10", "2025-10-28 10:00", 115_200),
    ("7/7 in spring", Calendars.s7, "2025-03-28 23:30", "2025-04-01 10:00", 115_200),
    (
      "back in the repeated hour", Calendars.always, "2026-10-25T02:30:00+02:00", "2026-10-25T02:10:00+01:00", 2400
    ),
    ("opening in the repeated hour: both passes", early, "2026-10-25 00:00", "2026-10-25 12:00", 7200),
    ("closing in the repeated hour: both passes", late, "2026-10-25 00:00", "2026-10-25 12:00", 7200),
    ("opening in the gap: from its end", early, "2026-03-29 00:00", "2026-03-29 12:00", 3600),
    ("closing in the gap: until its start", late, "2026-03-29 00:00", "2026-03-29 12:00", 3600),
    ("wrong order", Calendars.always, "2026-03-10 10:00", "2026-03-10 09:00", 0),
    ("Friday 16:00 to Monday 16:00", Calendars.bureau, "2026-03-06 16:00", "2026-03-09 16:00", 30_600),
  ])
  func `working time between two moments`(
    _ name: String, _ calendar: WorkingCalendar, _ from: String, _ to: String, _ seconds: Int64
  ) {
    let elapsed = calendar.elapsed(from: moment(from, calendar.zone), to: moment(to, calendar.zone))
    #expect(elapsed == seconds)
  }
}
