import Desk
import Journal
import Kit
import Testing
import guichet

/// The console's look for what is due, minute by minute, against what the rows say.
@Suite struct DueLookTests {
  private static let morning = Instant(rfc3339: "2026-03-02T09:00:00.000Z")!
  private static let lea = Actor(name: "lea", profile: .n1, via: .tui)

  @Test func `finds what is due in the minute it is, and what a change makes due`() throws {
    let bench = Bench()
    let cabinet = try Cabinet.create(at: bench.cabinet, site: "LYO")
    let index = Index(cabinet)
    var look = DueLook()
    var found: [Int] = []
    var told = 0
    for minute in 0..<120 {
      let now = Self.morning + Int64(minute * 60)
      // A crisis of the whole site comes in at 0:20: its promises are those of day and night.
      if minute == 20 {
        let opening = Opening(subject: "Salle froide", channel: .mail, requester: Party(name: "Inès"))
        let crisis = Qualification(kind: .incident, gravity: .crisis, impact: .company, category: "Énergie")
        _ = try cabinet.open([.opened(opening), .qualified(crisis)], as: Self.lea, at: now)
      }
      _ = try index.refresh()
      let due = index.list(
        ListRequest(.term(.stirred), order: .received, asker: Query.Asker(login: "", now: now), limit: 10))
      let isFound = look.findsSomething(in: index, under: cabinet.rules, at: now)
      #expect(isFound == !due.rows.isEmpty, "minute \(minute)")
      if isFound {
        found.append(minute)
        for row in due.rows {
          _ = try cabinet.record(on: row.id, as: .timer, at: now) { ticket in
            let facts = ticket.tick(under: cabinet.rules, at: now)
            told += facts.count
            return facts
          }
        }
      }
    }
    // 15 min to acknowledge and 30 to reply: told at 50, 75, 90, 100 and 150 %.
    #expect(found.count > 5 && told == 10, "\(found)")
  }

  /// A night's looks at a ticket whose thresholds passed while nobody told of them.
  @Test(arguments: [
    ("who works by day is told when they come", 3, "2026-03-03T01:30:00.000Z", []),
    // The row says so each time, and as long as it is the same there is nothing new to try.
    ("what is not seen to is tried again now and then", 1, "2026-03-03T01:30:00.000Z", [0, 10, 20, 30, 40, 50]),
  ])
  func `looks again when there is a reason to`(_ name: String, _ degree: Int, _ from: String, _ inTheFirstHour: [Int])
    throws
  {
    let bench = Bench()
    let cabinet = try Cabinet.create(at: bench.cabinet, site: "LYO")
    let opening = Opening(subject: "Salle froide", channel: .mail, requester: Party(name: "Inès"))
    let qualification = Qualification(
      kind: .incident, gravity: Gravity(rawValue: degree) ?? .minor, impact: Impact(rawValue: degree) ?? .person,
      category: "Énergie")
    _ = try cabinet.open([.opened(opening), .qualified(qualification)], as: Self.lea, at: Self.morning)
    let index = Index(cabinet)
    _ = try index.refresh()
    let rules = cabinet.rules
    let row = try #require(index.list(ListRequest(.all, asker: Query.Asker(login: "", now: Self.morning))).rows.first)
    var look = DueLook()
    let start = try #require(Instant(rfc3339: from))
    let found = (0..<480).filter { look.findsSomething(in: index, under: rules, at: start + Int64($0 * 60)) }
    #expect(found.filter { $0 < 60 } == inTheFirstHour)
    let firstAwake = (0..<480).first {
      var rest = RestHours(rules, at: start + Int64($0 * 60))
      return !rest.cover(row)
    }
    #expect(found.first == firstAwake)
  }

  /// When somebody may have to be called: a rota that works from eight to six, for P0 and P1.
  @Test(
    arguments: [
      ("a P1 in the morning", "2026-03-02T09:00:00.000Z", 1, [], true),
      ("a P1 at night", "2026-03-02T23:00:00.000Z", 1, [], false),
      ("a P4", "2026-03-02T09:00:00.000Z", 4, [], false),
      (
        "a P1 that waits", "2026-03-02T09:00:00.000Z", 1,
        [Fact.waiting(Wait(on: .user, reason: .information, until: Instant(rfc3339: "2026-03-03T09:00:00.000Z")!))],
        false
      ),
    ] as [(String, String, Int, [Fact], Bool)])
  func `a rota on duty is asked for`(_ name: String, _ at: String, _ degree: Int, _ more: [Fact], _ isFound: Bool)
    throws
  {
    let bench = Bench()
    let cabinet = try Cabinet.create(at: bench.cabinet, site: "LYO")
    let now = try #require(Instant(rfc3339: at))
    let opening = Opening(subject: "Salle froide", channel: .mail, requester: Party(name: "Inès"))
    let qualification = Qualification(
      kind: .incident, gravity: Gravity(rawValue: degree) ?? .minor, impact: Impact(rawValue: degree) ?? .person,
      category: "Énergie")
    _ = try cabinet.open([.opened(opening), .qualified(qualification)] + more, as: Self.lea, at: now)
    let index = Index(cabinet)
    _ = try index.refresh()
    let rota =
      ##"{ rotas: [{ name: "n2", from: "2026-01-01", handover: "08:00", members: ["bob"], during: "bureau" }] }"##
    let plan = Configuration([ConfigText(.rotas, rota)], zones: { _ in .utc }).duty.plan
    #expect(plan.rotas.first?.pages != nil)
    #expect(DueLook.findsAlarms(in: index, of: plan, at: now) == isFound)
    #expect(!DueLook.findsAlarms(in: index, of: DutyPlan(), at: now))
  }
}
