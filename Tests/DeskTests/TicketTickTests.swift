import Desk
import Kit
import Testing

/// What the desk does by itself, on tickets that live by intents.
@Suite struct TicketTickTests {
  private static let rules: Rules = {
    var rules = TestDesk.rules
    rules.calendar = Calendars.bureau
    rules.policies = ServicePolicies(office: Calendars.bureau)
    return rules
  }()

  /// An incident of a gravity and an impact, received by mail at a time of 2026 on the wall of Paris.
  private static func life(_ at: String, gravity: Int = 3, impact: Int = 3) throws -> Life {
    var life = Life(at: moment("2026-" + at), rules: rules, channel: .mail)
    life.record([.qualified(.of(gravity, impact))], by: TestDesk.actor("amel"))
    return life
  }

  /// What a tick tells at each of these times, the ticket living on between: `resolve 75`, `ticket.closed`.
  private static func ticks(_ life: inout Life, _ times: [String]) -> [String] {
    times.map { time in
      life.now = moment("2026-" + time)
      let facts = life.ticket.tick(under: rules, at: life.now)
      life.record(facts, by: .timer)
      return facts.map(drawn).joined(separator: ", ")
    }
  }

  private static func drawn(_ fact: Fact) -> String {
    if case .service(.crossed(let threshold)) = fact { return "\(threshold.clock.name) \(threshold.percent)" }
    return fact.op
  }

  @Test func `thresholds are told once, in their order`() throws {
    // P3: taken in hand in 2 h, answered in 4 h.
    var life = try Self.life("03-09 09:00")
    let told = Self.ticks(
      &life, ["03-09 10:29", "03-09 10:30", "03-09 10:30", "03-09 11:00", "03-09 12:00", "03-09 12:29", "03-09 14:00"])
    #expect(
      told == [
        "", "acknowledge 75", "", "acknowledge 90, acknowledge 100", "first_reply 75, acknowledge 150", "",
        "first_reply 90, first_reply 100",
      ])
    #expect(life.ticket.tick(under: Self.rules, at: life.now).isEmpty)
  }

  @Test(arguments: [
    ("at night", "03-09 22:00"), ("at lunch", "03-10 13:00"), ("on Saturday", "03-14 10:00"),
    ("on a holiday", "05-08 10:00"), ("exactly at closing", "03-09 18:00"),
  ])
  func `nothing is told outside working time`(_ name: String, _ time: String) throws {
    var life = try Self.life("03-06 09:00")
    #expect(Self.ticks(&life, [time]) == [""])
    #expect(!Self.ticks(&life, ["05-11 09:00"]).joined().isEmpty)
  }

  @Test func `around the clock it is told at night`() throws {
    var life = try Self.life("03-07 22:00", gravity: 1, impact: 1)
    #expect(Self.ticks(&life, ["03-07 22:07", "03-07 22:08"]) == ["", "acknowledge 50"])
  }

  @Test func `a clock that waits tells nothing`() throws {
    var life = try Self.life("03-09 09:00")
    life.now = moment("2026-03-09 09:30")
    try life.act("amel", .take)
    try life.act("amel", .ask(.saying("Quel modèle ?"), reason: .information, until: moment("2026-03-20 10:00")))
    #expect(Self.ticks(&life, ["03-10 10:00", "03-19 17:00"]) == ["", ""])
    #expect(Self.ticks(&life, ["03-20 10:00"]) == ["ticket.resumed"])
    #expect(life.ticket.state == .open)
  }

  @Test func `a waived clock tells nothing`() throws {
    var life = try Self.life("03-09 09:00")
    try life.act("rene", .waive(.acknowledge, reason: "coupure"))
    #expect(Self.ticks(&life, ["03-09 11:00"]) == [""])
  }

  @Test func `a resolved ticket is closed at its date`() throws {
    var life = try Self.life("03-09 09:00")
    try life.act("amel", .take)
    try life.act("amel", .resolve(.simple(), message: nil))
    let closing = try #require(Self.rules.autoClose(life.ticket))
    #expect(life.ticket.tick(under: Self.rules, at: closing + -60).isEmpty)
    let facts = life.ticket.tick(under: Self.rules, at: closing + 60)
    #expect(facts.map(\.op) == ["ticket.closed"])
    #expect(Summary(life.ticket, under: Self.rules).stirsAt == closing)
  }

  @Test func `a row says when its ticket stirs, never too late`() throws {
    // Every minute of a week: a tick finds something exactly when the row says so.
    var life = try Self.life("03-06 16:10")
    var wrong: [String] = []
    for minute in 0..<7 * 1440 {
      life.now = moment("2026-03-06 16:10") + Int64(minute) * 60
      let row = Summary(life.ticket, under: Self.rules)
      let facts = life.ticket.tick(under: Self.rules, at: life.now)
      let stirs = row.stirsAt.map { $0 <= life.now } ?? false
      var rest = RestHours(Self.rules, at: life.now)
      if (stirs && !rest.cover(row)) == facts.isEmpty { wrong.append(life.now.rfc3339) }
      life.record(facts, by: .timer)
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test func `being told does not stop an answer that is being written`() throws {
    var life = try Self.life("03-09 09:00")
    let seen = life.ticket.lamport
    #expect(!Self.ticks(&life, ["03-09 10:45"]).joined().isEmpty)
    try life.act("amel", .reply(.saying("Bonjour")), seen: seen)
  }

  @Test func `handed to a level, it is to be taken there`() throws {
    var life = try Self.life("03-09 09:00")
    try life.act("amel", .take)
    try life.act("amel", .escalate(to: .n2, handoff: .full, target: nil))
    let stay = life.ticket.clocks(under: Self.rules).deadlines(at: life.now).first { $0.clock == .ola }
    #expect(stay?.goal == Int64(14_400))
    #expect(stay?.due != nil)
    try life.act("chloe", .take)
    let taken = life.ticket.clocks(under: Self.rules).deadlines(at: life.now).first { $0.clock == .ola }
    #expect(taken?.standing == .stopped)
    // Down and up again: another stay.
    try life.act("chloe", .return(to: .n1, reason: "à vous"))
    #expect(life.ticket.clocks(under: Self.rules).deadlines(at: life.now).allSatisfy { $0.clock != .ola })
    try life.act("amel", .escalate(to: .n2, handoff: .full, target: "driss"))
    let again = life.ticket.clocks(under: Self.rules).clocks.cycles.filter { $0.clock == .ola }
    #expect(again.map(\.number) == [1, 2, 3])
    #expect(again.last?.watch.standing == .stopped)
  }

  @Test func `a vendor's clock runs while the vendor holds it`() throws {
    var rules = Self.rules
    rules.policies = ServicePolicies(
      [ServicePolicy(name: "uc", calendar: Calendars.bureau, goals: [.uc: 3600, .resolve: 36_000])],
      office: Calendars.bureau)
    var life = Life(at: moment("2026-03-09 09:00"), rules: rules)
    try life.act("chloe", .take)
    try life.act("chloe", .hold(party: "Alpha", reason: .vendor, until: moment("2026-03-12 09:00")))
    let held = life.ticket.clocks(under: rules)
    #expect(held.deadlines(at: life.now).contains { $0.clock == .uc && $0.due != nil })
    #expect(held.nearest(at: life.now)?.clock == .resolve)
    try life.act("chloe", .resume(.agent))
    try life.act("chloe", .hold(party: "Bêta", reason: .vendor, until: moment("2026-03-12 09:00")))
    let cycles = life.ticket.clocks(under: rules).clocks.cycles.filter { $0.clock == .uc }
    #expect(cycles.map(\.number) == [1, 2])
  }

  @Test func `who may waive, and what`() throws {
    var life = try Self.life("03-09 09:00")
    #expect(throws: Refusal.notAllowed(.waive, .waive, profile: .n1)) {
      try life.act("amel", .waive(.resolve, reason: "x"))
    }
    #expect(throws: Refusal.missing([.reason])) { try life.act("rene", .waive(.resolve, reason: " ")) }
    #expect(throws: Refusal.notPromised(.uc)) { try life.act("rene", .waive(.uc, reason: "x")) }
    try life.act("rene", .waive(.resolve, reason: "x"))
    #expect(throws: Refusal.alreadyThere) { try life.act("rene", .waive(.resolve, reason: "x")) }
    let waived = life.ticket.clocks(under: Self.rules)
    #expect(waived.deadlines(at: life.now).first { $0.clock == .resolve }?.isWaived == true)
    #expect(waived.nearest(at: life.now)?.clock != .resolve)
  }

  @Test func `a contract chooses the promise, and a change folds the past again`() throws {
    var rules = Self.rules
    rules.policies = ServicePolicies(
      [
        ServicePolicy(
          name: "gold", conditions: ServiceConditions(contracts: ["C-GOLD"]), calendar: Calendars.bureau,
          goals: [.resolve: 3600])
      ], office: Calendars.bureau)
    var life = Life(at: moment("2026-03-09 09:00"), rules: rules)
    #expect(life.ticket.clocks(under: rules).policy.name == "standard-p3")
    life.now = moment("2026-03-09 11:00")
    life.record([.concern(.contractLinked("C-GOLD"))], by: TestDesk.actor("amel"))
    let clocks = life.ticket.clocks(under: rules)
    #expect(clocks.policy.name == "gold")
    #expect(clocks.deadlines(at: life.now).first { $0.clock == .resolve }?.isBreached == true)
    life.record([.concern(.contractLinked(nil))], by: TestDesk.actor("amel"))
    #expect(life.ticket.clocks(under: rules).policy.name == "standard-p3")
  }

  @Test func `another promise would have given otherwise`() throws {
    var life = try Self.life("03-09 09:00")
    life.now = moment("2026-03-09 10:00")
    try life.act("amel", .take)
    let strict = ServicePolicies(
      [ServicePolicy(name: "strict", calendar: Calendars.bureau, goals: [.acknowledge: 600])], office: Calendars.bureau)
    var replay = PolicyReplay()
    replay.take(life.ticket, under: Self.rules, or: strict, at: moment("2026-03-09 12:00"))
    let key = PolicyReplay.Key(clock: .acknowledge, priority: life.ticket.priority)
    #expect(replay.present[key]?.kept == 1)
    #expect(replay.other[key]?.broken == 1)
    #expect((replay.better, replay.worse, replay.tickets) == (0, 1, 1))
    #expect(replay.keys.first == key)
  }
}
