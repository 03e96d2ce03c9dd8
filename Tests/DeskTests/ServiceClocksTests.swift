import Desk
import Testing

/// What a clock should say at an instant: `due 2026-03-09 18:00`, `paused 3600`, `stopped 1800`, `none`.
struct ClockCase: CustomTestStringConvertible, Sendable {
  let name: String
  let changes: [ClockChange]
  let priority: Priority
  let at: String
  let expected: [ServiceClock: String]
  var testDescription: String { name }

  init(
    _ name: String, _ changes: [ClockChange], _ priority: Priority = .p3, at: String, _ expected: [ServiceClock: String]
  ) {
    (self.name, self.changes, self.priority, self.at, self.expected) = (name, changes, priority, at, expected)
  }
}

/// A change on Monday 9 March 2026, or on the day given.
private func on(_ time: String, _ kind: ClockChange.Kind, day: String = "2026-03-09") -> ClockChange {
  ClockChange(kind, at: moment(day + " " + time))
}

private func say(_ deadline: Deadline?) -> String {
  guard let deadline else { return "none" }
  let late = deadline.isBreached ? " late" : ""
  switch deadline.standing {
  case .running(let due): return "due " + due.rfc3339 + late
  case .paused: return "paused \(deadline.remaining)" + late
  case .stopped: return "stopped \(deadline.used)" + late
  }
}

@Suite struct ServiceClocksTests {
  private static let policies = ServicePolicies(office: Calendars.bureau)
  private static func policy(_ priority: Priority = .p3) -> ServicePolicy {
    policies.policy(for: ServiceSubject(priority: priority))
  }
  private static let opened = [on("09:00", .opened(answered: false))]

  /// Expected texts write `due` with local time; this makes it an instant.
  private func exact(_ text: String) -> String {
    guard text.hasPrefix("due ") else { return text }
    let isLate = text.hasSuffix(" late")
    let local = text.dropFirst(4).dropLast(isLate ? 5 : 0)
    return "due " + moment(String(local)).rfc3339 + (isLate ? " late" : "")
  }

  @Test(arguments: [
    ClockCase(
      "new P3: all but update run", opened, at: "2026-03-09 10:00",
      [
        .acknowledge: "due 2026-03-09 11:00", .firstReply: "due 2026-03-09 14:00", .update: "none",
        .resolve: "due 2026-03-12 09:00",
      ]),
    ClockCase(
      "taken: acknowledged", opened + [on("10:00", .entered(.open))], at: "2026-03-09 10:30",
      [.acknowledge: "stopped 3600", .firstReply: "due 2026-03-09 14:00", .resolve: "due 2026-03-12 09:00"]),
    ClockCase(
      "taken late", opened + [on("11:30", .entered(.open))], at: "2026-03-09 11:40",
      [.acknowledge: "stopped 9000 late"]),
    ClockCase(
      "taken at the last moment is in time", opened + [on("11:00", .acknowledged)], at: "2026-03-10 10:00",
      [.acknowledge: "stopped 7200"]),
    ClockCase(
      "late and still running", opened, at: "2026-03-09 11:01",
      [.acknowledge: "due 2026-03-09 11:00 late", .firstReply: "due 2026-03-09 14:00"]),
    ClockCase(
      "a reply acknowledges too", opened + [on("09:30", .replied)], at: "2026-03-09 10:00",
      [.acknowledge: "stopped 1800", .firstReply: "stopped 1800"]),
    ClockCase(
      "on the phone both are met at once", [on("09:00", .opened(answered: true))], .p2,
      at: "2026-03-09 10:00",
      [.acknowledge: "stopped 0", .firstReply: "stopped 0", .resolve: "due 2026-03-09 18:00"]),
    ClockCase(
      "waiting for the user pauses", opened + [on("10:00", .replied), on("10:00", .entered(.waitingUser))],
      at: "2026-03-11 10:00", [.resolve: "paused 88200"]),
    ClockCase(
      "planned by us goes on", opened + [on("10:00", .entered(.planned))], at: "2026-03-09 11:00",
      [.resolve: "due 2026-03-12 09:00", .acknowledge: "stopped 3600"]),
    ClockCase(
      "planned by the user pauses", opened + [on("10:00", .entered(.plannedByUser))], at: "2026-03-09 11:00",
      [.resolve: "paused 88200", .firstReply: "due 2026-03-09 14:00"]),
    ClockCase(
      "waiting for a third party goes on", opened + [on("10:00", .entered(.waitingThird))], at: "2026-03-09 11:00",
      [.resolve: "due 2026-03-12 09:00"]),
    ClockCase(
      "resumed", opened + [on("10:00", .entered(.waitingUser)), on("10:00", .entered(.open), day: "2026-03-10")],
      at: "2026-03-10 11:00", [.resolve: "due 2026-03-13 09:00"]),
    ClockCase(
      "resolved: all stop", opened + [on("10:00", .entered(.resolved))], at: "2026-03-12 11:00",
      [.acknowledge: "stopped 3600", .firstReply: "stopped 3600", .update: "none", .resolve: "stopped 3600"]),
    ClockCase(
      "reopened: used is kept, met stays met",
      opened + [on("10:00", .entered(.resolved)), on("10:00", .entered(.open), day: "2026-03-10")],
      at: "2026-03-10 11:00", [.resolve: "due 2026-03-13 09:00", .firstReply: "stopped 3600"]),
    ClockCase(
      "cancelled then restored: the first reply is still owed",
      opened + [on("09:30", .entered(.ended)), on("11:00", .entered(.open))], at: "2026-03-09 11:30",
      [.firstReply: "due 2026-03-09 15:30"]),
    ClockCase(
      "update is disarmed before the first reply",
      opened + [on("09:10", .entered(.open)), on("09:20", .requesterWrote)], at: "2026-03-09 10:00",
      [.update: "none"]),
    ClockCase(
      "update runs from the unanswered message",
      opened + [on("09:10", .entered(.open)), on("09:20", .replied), on("09:30", .requesterWrote)],
      at: "2026-03-09 10:00", [.update: "due 2026-03-10 09:30"]),
    ClockCase(
      "a second message does not start it again",
      opened + [
        on("09:10", .entered(.open)), on("09:20", .replied), on("09:30", .requesterWrote), on("15:00", .requesterWrote),
      ], at: "2026-03-09 16:00", [.update: "due 2026-03-10 09:30"]),
    ClockCase(
      "an answer ends the cycle",
      opened + [
        on("09:10", .entered(.open)), on("09:20", .replied), on("09:30", .requesterWrote), on("10:00", .replied),
      ], at: "2026-03-09 11:00", [.update: "none"]),
    ClockCase(
      "a new priority re-reads the same runs",
      opened + [
        on("10:00", .entered(.waitingUser)), on("11:00", .entered(.open)),
      ], .p2, at: "2026-03-09 12:00", [.resolve: "due 2026-03-10 09:30"]),
    ClockCase(
      "a major incident counts around the clock", [on("17:00", .opened(answered: false))], .p0,
      at: "2026-03-09 17:01", [.acknowledge: "due 2026-03-09 17:15", .resolve: "due 2026-03-09 21:00"]),
    ClockCase(
      "P5 has no update goal",
      [
        on("09:00", .opened(answered: true)), on("09:10", .entered(.open)), on("09:20", .requesterWrote),
      ], .p5, at: "2026-03-09 10:00", [.update: "none"]),
    ClockCase(
      "an event of a slow wall clock counts as the one before",
      opened + [
        on("10:00", .entered(.waitingUser)), on("09:30", .entered(.open)), on("09:40", .entered(.waitingUser)),
      ],
      at: "2026-03-09 12:00", [.resolve: "paused 88200"]),
  ])
  func `the clocks of a ticket`(_ row: ClockCase) {
    let all = ServiceClocks.fold(row.changes).deadlines(Self.policy(row.priority), at: moment(row.at))
    for (clock, expected) in row.expected {
      #expect(say(all.first { $0.clock == clock }) == exact(expected), "\(clock)")
    }
  }

  @Test(arguments: [
    ("the first one due", [ClockChange](), "acknowledge"),
    ("once answered, resolution", [on("09:30", .entered(.open)), on("09:30", .replied)], "resolve"),
    ("a running clock before one that waits", [on("09:30", .entered(.waitingUser))], "firstReply"),
    ("one that waits", [on("09:30", .replied), on("09:30", .entered(.waitingUser))], "resolve"),
    ("none once resolved", [on("09:30", .entered(.resolved))], "none"),
  ])
  func `the deadline of a queue row`(_ name: String, _ changes: [ClockChange], _ expected: String) {
    let nearest = ServiceClocks.fold(Self.opened + changes).nearest(Self.policy(), at: moment("2026-03-09 10:00"))
    #expect(nearest.map { "\($0.clock)" } ?? "none" == expected)
  }

  @Test func `an empty pause changes nothing`() {
    let changes = Self.opened + [on("09:10", .entered(.open)), on("09:10", .replied), on("10:00", .requesterWrote)]
    let pause = [on("11:00", .entered(.waitingUser)), on("11:00", .entered(.open))]
    let now = moment("2026-03-09 12:00")
    #expect(
      ServiceClocks.fold(changes + pause).deadlines(Self.policy(), at: now)
        == ServiceClocks.fold(changes).deadlines(Self.policy(), at: now))
  }

  @Test func `a deadline passed before a pause stays where it was`() {
    var watch = Stopwatch()
    watch.start(at: moment("2026-03-09 09:00"))
    watch.pause(at: moment("2026-03-09 11:00"))
    watch.start(at: moment("2026-03-10 09:00"))
    #expect(watch.instant(percent: 50, of: 7200, on: Calendars.bureau) == moment("2026-03-09 10:00"))
    #expect(watch.instant(reaching: 3600, on: Calendars.bureau) == moment("2026-03-09 10:00"))
    #expect(watch.isBreached(due: moment("2026-03-09 10:00"), at: moment("2026-03-10 09:01")))
    #expect(watch.instant(percent: -1, of: 7200, on: Calendars.bureau) == nil)
    #expect(watch.instant(percent: 50, of: .max, on: Calendars.bureau) == nil)
  }

  @Test func `a clock that waits has no deadline and is not breached by waiting`() {
    var watch = Stopwatch()
    watch.start(at: moment("2026-03-09 09:00"))
    watch.pause(at: moment("2026-03-09 09:30"))
    #expect(watch.instant(reaching: 3600, on: Calendars.bureau) == nil)
    #expect(!watch.isBreached(due: nil, at: moment("2027-03-09 09:30")))
    #expect(watch.used(on: Calendars.bureau, at: moment("2027-03-09 09:30")) == 1800)
  }

  @Test func `a clock paused without end keeps a bounded number of runs`() {
    var watch = Stopwatch()
    for count in 0..<Int64(Stopwatch.runLimit + 100) {
      watch.start(at: Instant(seconds: count * 10))
      watch.pause(at: Instant(seconds: count * 10 + 5))
    }
    #expect(watch.runs.count == Stopwatch.runLimit)
  }

  @Test(arguments: [
    (Priority.p0, [Int64(900), 1800, 3600, 14_400], [Int64(1800), 3600]),
    (.p1, [900, 1800, 3600, 14_400], [1800, 3600]), (.p2, [1800, 3600, 14_400, 28_800], [3600, 7200]),
    (.p3, [7200, 14_400, 30_600, 91_800], [14_400, 30_600]),
    (.p4, [14_400, 30_600, 61_200, 153_000], [30_600, 30_600]), (.p5, [30_600, 61_200, 0, 306_000], [0, 0]),
  ])
  func `the goals a desk starts with`(_ priority: Priority, _ goals: [Int64], _ levels: [Int64]) {
    let policy = Self.policy(priority)
    #expect(ServiceClock.promised.map { policy.goals[$0] ?? 0 } == goals)
    #expect([Level.n2, .n3].map { policy.levelGoals[$0] ?? 0 } == levels)
    #expect(policy.calendar.name == (priority < .p2 ? "24/7" : "bureau"))
    #expect(policy.warnings == (priority < .p2 ? [50, 75, 90, 100, 150] : [75, 90, 100, 150]))
  }
}
