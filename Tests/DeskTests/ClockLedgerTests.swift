import Desk
import Testing

/// A ledger drawn as lines: `from to phase why +seconds =total`, times on the wall of Paris.
@Suite struct ClockLedgerTests {
  private static let policy = ServicePolicy(
    name: "test", calendar: Calendars.bureau, goals: [.resolve: 4 * 3600], warnings: [50, 75, 100])

  private static func change(_ kind: ClockChange.Kind, _ at: String) -> ClockChange {
    ClockChange(kind, at: moment("2026-" + at))
  }

  private static func ledger(
    _ changes: [ClockChange], at now: String, options: ServiceOptions = ServiceOptions()
  ) -> ClockLedger? {
    let clocks = ServiceClocks.fold(changes, options: options)
    let whole = TicketClocks(policy: policy, clocks: clocks)
    return clocks.cycles.first { $0.clock == .resolve }.flatMap { whole.ledger(of: $0, at: moment("2026-" + now)) }
  }

  private static func wall(_ instant: Instant) -> String {
    let wall = Zones.paris.local(instant)
    let (hour, minute) = (wall.secondOfDay / 3600, wall.secondOfDay / 60 % 60)
    return "\(String(wall.day.iso.dropFirst(5))) \(Instant.pad(hour, 2)):\(Instant.pad(minute, 2))"
  }

  private static func drawn(_ ledger: ClockLedger?) -> [String] {
    (ledger?.entries ?? []).map { entry in
      let why =
        switch entry.reason {
        case .counted: "+\(entry.seconds / 60)"
        case .paused: "paused"
        case .stopped: "stopped"
        case .closed(let closure): "\(closure)"
        }
      return "\(wall(entry.from)) – \(wall(entry.to)) \(entry.phase.name) \(why) =\(entry.total / 60)"
    }
  }

  @Test func `lunch and night`() {
    let ledger = Self.ledger([Self.change(.opened(answered: true), "03-09 12:00")], at: "03-10 09:00")
    #expect(
      Self.drawn(ledger) == [
        "03-09 12:00 – 03-09 12:30 new +30 =30", "03-09 12:30 – 03-09 13:30 new lunch =30",
        "03-09 13:30 – 03-09 18:00 new +270 =300", "03-09 18:00 – 03-10 08:30 new afterHours =300",
        "03-10 08:30 – 03-10 09:00 new +30 =330",
      ])
    #expect(ledger?.outcome == .broken)
    #expect(ledger?.marks.map { $0.at.map(Self.wall) ?? "-" } == ["03-09 15:00", "03-09 16:00", "03-09 17:00"])
  }

  /// Around the clock nothing closes, whatever midnights pass in whichever zone.
  @Test func `around the clock is one stretch`() {
    let clocks = ServiceClocks.fold([Self.change(.opened(answered: true), "03-27 12:00")], options: ServiceOptions())
    let policy = ServicePolicy(name: "24/7", calendar: .always, goals: [.resolve: 4 * 3600])
    let whole = TicketClocks(policy: policy, clocks: clocks)
    let ledger = clocks.cycles.first { $0.clock == .resolve }.flatMap {
      whole.ledger(of: $0, at: moment("2026-03-30 12:00"))
    }
    #expect(Self.drawn(ledger) == ["03-27 12:00 – 03-30 12:00 new +4260 =4260"])
  }

  @Test func `a holiday and a weekend are named`() {
    let ledger = Self.ledger([Self.change(.opened(answered: true), "05-07 16:30")], at: "05-11 11:00")
    #expect(
      Self.drawn(ledger) == [
        "05-07 16:30 – 05-07 18:00 new +90 =90", "05-07 18:00 – 05-08 00:00 new afterHours =90",
        "05-08 00:00 – 05-09 00:00 new holiday(Desk.Holiday.fixed(month: 5, day: 8)) =90",
        "05-09 00:00 – 05-11 08:30 new dayOff =90", "05-11 08:30 – 05-11 11:00 new +150 =240",
      ])
    // Used up exactly now: in time until the next moment.
    #expect(ledger?.outcome == .open)
  }

  @Test func `pauses, and time resolved`() {
    let changes = [
      Self.change(.opened(answered: true), "03-09 09:00"), Self.change(.entered(.open), "03-09 09:30"),
      Self.change(.entered(.waitingUser), "03-09 10:00"), Self.change(.entered(.open), "03-10 09:00"),
      Self.change(.entered(.resolved), "03-10 10:00"), Self.change(.entered(.open), "03-10 11:00"),
    ]
    #expect(
      Self.drawn(Self.ledger(changes, at: "03-10 11:30")) == [
        "03-09 09:00 – 03-09 09:30 new +30 =30", "03-09 09:30 – 03-09 10:00 open +30 =60",
        "03-09 10:00 – 03-10 09:00 wait_user paused =60", "03-10 09:00 – 03-10 10:00 open +60 =120",
        "03-10 10:00 – 03-10 11:00 resolved stopped =120", "03-10 11:00 – 03-10 11:30 open +30 =150",
      ])
    let counting = Self.ledger(changes, at: "03-10 11:30", options: ServiceOptions(countsResolved: true))
    #expect(counting?.deadline.used == Int64(12_600))
    #expect(Self.drawn(counting).contains("03-10 10:00 – 03-10 11:00 resolved +60 =180"))
  }

  @Test func `an option pauses the clock while a third party holds the ticket`() {
    let changes = [
      Self.change(.opened(answered: true), "03-09 09:00"), Self.change(.entered(.waitingVendor), "03-09 10:00"),
    ]
    let used = { Self.ledger(changes, at: "03-09 11:00", options: ServiceOptions(pausesForThird: $0))?.deadline.used }
    #expect(used(false) == 7200)
    #expect(used(true) == 3600)
  }

  @Test func `what is counted is what is used`() {
    var draw = Draw(seed: 37)
    let phases: [ClockPhase] = [
      .open, .planned, .plannedByUser, .waitingUser, .waitingThird, .waitingVendor, .resolved,
    ]
    for _ in 0..<200 {
      var at = moment("2026-03-05 08:00") + draw.number(in: 0...600_000)
      var changes = [ClockChange(.opened(answered: true), at: at)]
      for _ in 0..<draw.number(in: 0...8) {
        at = at + draw.number(in: 0...90_000)
        changes.append(ClockChange(.entered(phases[Int(draw.number(in: 0...6))]), at: at))
      }
      let clocks = TicketClocks(policy: Self.policy, clocks: ServiceClocks.fold(changes))
      for ledger in clocks.ledgers(at: at + draw.number(in: 0...400_000)) {
        let sum = ledger.entries.reduce(0) { $0 + $1.seconds }
        let isWhole = zip(ledger.entries, ledger.entries.dropFirst()).allSatisfy { $0.to == $1.from }
        if sum != ledger.deadline.used || !isWhole { Issue.record("\(Self.drawn(ledger)) \(ledger.deadline.used)") }
      }
    }
  }

  @Test func `a ledger of years is cut`() {
    let ledger = Self.ledger([Self.change(.opened(answered: true), "03-09 12:00")], at: "03-10 09:00")
    #expect(ledger?.isCut == false)
    let clocks = ServiceClocks.fold([Self.change(.opened(answered: true), "03-09 12:00")])
    let old = TicketClocks(policy: Self.policy, clocks: clocks).ledgers(at: moment("2036-03-10 09:00"))
    #expect(old.allSatisfy { $0.isCut && $0.entries.count == ClockLedger.entryLimit })
  }
}
