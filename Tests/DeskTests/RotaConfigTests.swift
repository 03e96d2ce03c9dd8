import Desk
import Kit
import Testing

private func zones(_ name: String) -> Zone? { name == "Europe/Paris" ? Zones.paris : nil }

private func read(_ text: String) -> Configuration {
  Configuration([ConfigText(.rotas, "{ rotas: [\n\(text)\n] }")], zones: zones)
}

/// One wrong rota: where it is told, and as what.
private struct Wrong: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let column: Int
  let problem: ConfigFault.Problem

  init(_ text: String, _ column: Int, _ problem: ConfigFault.Problem) {
    (testDescription, self.column, self.problem) = (text, column, problem)
  }
}

private let whole = "name: 'a', from: '2026-01-05', handover: 'mon 09:00', members: ['chloe', 'driss']"

private func flaw(of text: String) -> Query.Flaw {
  do throws(Query.Flaw) { return try Query(text).flawless } catch { return error }
}

extension Query {
  /// Read without a flaw: a test that expects one fails on this.
  fileprivate var flawless: Query.Flaw { Query.Flaw(range: 0..<0, problem: .tooLong) }
}

private let wrongs: [Wrong] = [
  Wrong("{ name: 'a', from: '2026-01-05', handover: 'mon 09:00' }", 1, .missingKey("members")),
  Wrong("{ name: 'a', from: '2026-01-05', members: ['x'] }", 1, .missingKey("handover")),
  Wrong("{ name: 'a', handover: '08:00', members: ['x'] }", 1, .missingKey("from")),
  Wrong(
    "{ handover: '25:00', from: '2026-01-05', members: ['x'] }", 13,
    .badValue("25:00", expected: "mon 09:00, 08:00")),
  Wrong("{ handover: '08:00', from: '5 janvier', members: ['x'] }", 28, .badValue("5 janvier", expected: "2026-01-05")),
  Wrong("{ \(whole), zone: 'Mars' }", 92, .unknownName(.zone, "Mars", near: nil)),
  Wrong("{ \(whole), level: 'N9' }", 93, .unknownName(.level, "N9", near: nil, known: Level.allCases.map(\.rawValue))),
  Wrong("{ \(whole), during: 'burau' }", 94, .unknownName(.calendar, "burau", near: "bureau")),
  Wrong("{ \(whole), outside: '24/7' }", 95, .badValue("24/7", expected: "bureau")),
  Wrong("{ \(whole), rotate: 'month' }", 94, .badValue("month", expected: "shift, day, week")),
  Wrong("{ \(whole), pages: 'p0 genre:panne' }", 97, .query(flaw(of: "p0 genre:panne"))),
  Wrong("{ \(whole), delay: 'bientôt' }", 93, .badValue("bientôt", expected: "5m, 15m, 1h30")),
  Wrong("{ \(whole), escalate: [{ to: 'zoe' }] }", 103, .badValue("zoe", expected: "next, @login, rota:…")),
  Wrong("{ \(whole), escalate: [{ to: 'rota:zoe' }] }", 1, .unknownName(.rota, "zoe", near: nil, known: ["a"])),
  Wrong(
    "{ name: 'a', from: '2026-01-05', handover: 'mon 09:00', members: ['x', '@y', 'y'] }", 78, .doubledTurn("y")),
  Wrong("{ \(whole), escalat: [] }", 86, .unknownKey("escalat", near: "escalate")),
]

@Suite struct RotaConfigTests {
  @Test(arguments: wrongs) fileprivate func `what is wrong is told at its place`(_ wrong: Wrong) {
    let faults = read(wrong.testDescription).faults.filter { $0.file == "rotas.json" }
    #expect(faults.map(\.problem) == [wrong.problem])
    #expect(faults.first?.place == ConfigPlace(line: 2, column: wrong.column))
  }

  @Test func `a rota is read whole`() throws {
    let text = """
      { name: "n2", level: "n2", group: "reseau", zone: "Europe/Paris", from: "2026-01-05",
        handover: ["lun 09:00", "fri 18:00"], members: ["@chloe", null, "driss"], rotate: "week", holidays: "french",
        outside: "bureau", pages: "p0-1 n2", delay: "5m",
        escalate: [{ after: "10m", to: "next" }, { to: "@eva" }, { after: "1h", to: "rota:n3" }] },
      { name: "n3", from: "2026-01-05", handover: "08:00", members: ["eva"], pages: "-" }
      """
    let configuration = read(text)
    #expect(configuration.faults.isEmpty)
    let plan = configuration.duty.plan
    let rota = try #require(plan["n2"])
    #expect(rota.level == .n2 && rota.group == "reseau" && rota.members == ["chloe", nil, "driss"])
    #expect(rota.plan.moments.map(\.weekday) == [1, 5] && rota.plan.rotation == .week)
    #expect(rota.delay == 300 && rota.pagesText == "p0-1 n2" && rota.hours == .outside(.office(Zones.paris)))
    #expect(
      rota.steps == [
        DutyStep(after: 600, .next), DutyStep(after: 900, .agent("eva")), DutyStep(after: 3600, .rota("n3")),
      ])
    let other = try #require(plan["n3"])
    #expect(other.pages == nil && other.hours == .always && other.steps.isEmpty)
    // What nobody said: P0 and P1 page, and the next is called after a quarter of an hour.
    let usual = try #require(read("{ \(whole) }").duty.plan["a"])
    #expect(usual.pagesText == "p0-1" && usual.steps == [DutyStep(after: 900, .next)])
    #expect(configuration.rules().duty == plan)
  }

  /// Pages that no ticket would set off, and what is said of them; the small desk has groups and categories of its own.
  @Test(arguments: [
    ("p9", QueryDoubt.onlyAWord(.priority, "p9")), ("p0-9", .onlyAWord(.priority, "p0-9")),
    ("p0 n7", .onlyAWord(.level, "n7")), ("p0 p3", .both(.priority, "P0", "P3")), ("n1 n2", .both(.level, "N1", "N2")),
    ("type:incident type:alert p0", .both(.kind, "incident", "alert")),
    ("p0 @cloe", .unknown(.agent, "cloe", near: "chloe")), ("p0 groupe:zzz", .unknown(.group, "zzz", near: nil)),
    ("p0 cat:Rézo", .unknown(.category, "rezo", near: nil)),
    ("p0 (p1 or client:zzz)", .unknown(.customer, "zzz", near: nil)),
  ]) func `a page that nothing sets off`(_ text: String, _ doubt: QueryDoubt) throws {
    let desk = ConfigText(.desk, "{ categories: ['Réseau/VPN', 'Poste'] }")
    let rotas = ConfigText(.rotas, "{ rotas: [\n{ \(whole),\n pages: '\(text)' }\n] }")
    let configuration = Configuration([desk, rotas], zones: zones)
    let faults = configuration.dutyFaults(
      beside: TestDesk.directory, DutyBook(), from: moment("2026-01-05 09:00"))
    let told = faults.filter { if case .meets = $0.problem { true } else { false } }
    #expect(told == [ConfigFault(file: "rotas.json", at: ConfigPlace(line: 3, column: 9), .meets(doubt))])
    #expect(!told.contains { !$0.isWarning })
  }

  @Test(arguments: [
    "p0-1", "p0-1 n2 cat:réseau", "p0 or p1 or imprimante", "p0 -p3", "p0-2 p1", "p1102", "p0 @chloe", "p0 @me",
  ])
  func `a page that something may set off`(_ text: String) throws {
    let query = try Query(text)
    #expect(query.doubts(beside: TestDesk.directory, categories: ["Réseau/VPN"]).isEmpty)
  }

  /// What is found out with the agents there are and the weeks to come.
  private static func flaws(_ text: String, seconds: Int64 = 14 * 86_400) -> [DutyFlaw] {
    read(text).duty.plan.flaws(beside: TestDesk.directory, from: moment("2026-01-05 09:00"), seconds: seconds).map(
      \.flaw)
  }

  private static func wall(_ text: String) -> LocalTime { Zones.paris.local(moment(text)) }

  @Test func `agents who are not there`() {
    let text =
      "{ name: 'a', level: 'N2', from: '2026-01-05', handover: 'mon 09:00', members: ['chloé', 'gone', 'bob'] }"
    #expect(
      Self.flaws(text, seconds: 3600) == [
        .unknownAgent(rota: "a", login: "chloé", near: "chloe"), .inactiveAgent(rota: "a", login: "gone"),
        .levelNotHeld(rota: "a", login: "bob", level: .n2),
        .hole(rota: "a", from: Self.wall("2026-01-05 09:00"), to: Self.wall("2026-01-05 10:00")),
      ])
  }

  @Test func `a stretch nobody covers`() {
    #expect(
      Self.flaws("{ name: 'a', from: '2026-01-05', handover: 'mon 09:00', members: ['chloe', null] }") == [
        .hole(rota: "a", from: Self.wall("2026-01-12 09:00"), to: Self.wall("2026-01-19 09:00"))
      ])
    #expect(
      Self.flaws("{ name: 'a', from: '2026-01-07', handover: '08:00', members: ['chloe', 'driss'] }") == [
        .hole(rota: "a", from: Self.wall("2026-01-05 09:00"), to: Self.wall("2026-01-07 08:00"))
      ])
    #expect(
      Self.flaws(
        "{ name: 'a', from: '2026-01-05', handover: '08:00', members: ['chloe'], escalate: [{ to: 'next' }] }")
        == [.noNext(rota: "a")])
  }

  @Test func `two that overlap, and two that leave a time between them`() {
    let day =
      "{ name: 'day', level: 'N2', from: '2026-01-05', handover: '08:00', members: ['chloe'], during: 'bureau' }"
    let night =
      "{ name: 'night', level: 'N2', from: '2026-01-05', handover: '08:00', members: ['driss'], outside: 'bureau' }"
    #expect(Self.flaws(day + ",\n" + night).isEmpty)
    let always = "{ name: 'all', level: 'N2', from: '2026-01-05', handover: '08:00', members: ['driss'] }"
    #expect(
      Self.flaws(day + ",\n" + always) == [
        .overlap(
          rota: "all", other: "day", line: 2, from: Self.wall("2026-01-05 09:00"), to: Self.wall("2026-01-05 12:30"))
      ])
    let lunch = Self.flaws(day + ",\n" + day.replacing("'day'", with: "'other'"), seconds: 86_400)
    #expect(
      lunch.contains(
        .gap(rotas: ["day", "other"], from: Self.wall("2026-01-05 12:30"), to: Self.wall("2026-01-05 13:30"))))
  }

  @Test func `what a rota names as unknown costs nothing else`() {
    let configuration = read("{ name: 'bad' },\n{ \(whole) }")
    #expect(configuration.duty.plan.rotas.map(\.name) == ["a"])
    let faults = configuration.dutyFaults(
      beside: Directory(), DutyBook(), from: moment("2026-01-05 09:00"))
    #expect(faults.allSatisfy { $0.isWarning && $0.file == "rotas.json" && $0.place.line == 3 } && faults.count >= 2)
  }
}
