import Desk
import Testing

import guichet

@Suite("The demo desk")
struct DemoDeskTests {
  /// A Wednesday, 14:03 UTC.
  static let now = Instant(rfc3339: "2026-03-18T14:03:00.000Z") ?? Instant(ms: 0)
  static let office = WorkingCalendar.office(.utc)
  static func desk(seed: UInt64 = 1, count: Int = 200, now: Instant = now) -> DemoDesk {
    DemoDesk(seed: seed, now: now, count: count, calendar: office)
  }
  static let lives = Array(desk().lives)

  @Test(arguments: [1, 2, 42, UInt64.max])
  func livesAreLegal(seed: UInt64) {
    let refused = Self.desk(seed: seed, count: 400).lives.flatMap { life in
      life.refused.map { "\(life.id): \($0)" }
    }
    #expect(refused == [])
  }

  /// Morning, night, Sunday, New Year's Day, an instant in the middle of nothing.
  @Test(arguments: [
    "2026-03-18T07:05:00.000Z", "2026-03-19T02:00:00.000Z", "2026-03-22T11:00:00.000Z", "2027-01-01T10:00:00.000Z",
    "2000-02-29T23:59:59.999Z",
  ])
  func livesAreOfThePast(moment: String) throws {
    let now = try #require(Instant(rfc3339: moment))
    let lives = Self.desk(now: now).lives.filter { life in
      !life.refused.isEmpty || life.events.contains { $0.at > now }
        || zip(life.events, life.events.dropFirst()).contains { $0.at > $1.at }
    }
    #expect(lives.map(\.id) == [])
  }

  @Test(arguments: [1, 2, 3, 2026])
  func everyStateLevelAndPriorityIsThere(seed: UInt64) {
    let tickets = Self.desk(seed: seed).lives.map(\.ticket)
    #expect(Set(tickets.map(\.state)) == Set(State.allCases))
    #expect(Set(tickets.map(\.level)) == Set(Level.allCases))
    #expect(Set(tickets.map(\.priority)) == Set(Priority.allCases))
    #expect(Set(tickets.map(\.channel)).isSuperset(of: [.phone, .mail, .chat, .portal, .monitor]))
    let active = tickets.filter(\.state.isActive)
    #expect(Set(active.map(\.priority)).isSuperset(of: [.p0, .p2, .p3, .p4, .p5]))
    #expect(Set(active.map(\.level)).isSuperset(of: [.n1, .n2, .n3, .v4, .v5]))
  }

  /// What it has ready reads without a flaw beside its own people and categories, and a rule writes to nobody.
  @Test func whatItHasReadyIsRight() {
    let configuration = Configuration(
      [ConfigText(.desk, DemoDesk.config)] + DemoConfig.texts, zones: { _ in .utc })
    let automation = Automation(configuration, zones: { _ in .utc })
    #expect(configuration.faults(beside: Self.desk().rules.directory, automation) == [])
    #expect(automation.macros.count == 2 && automation.templates.names.count == 2)
    let deeds = automation.routing.rules.flatMap(\.then)
    #expect(!deeds.isEmpty)
    #expect(!deeds.contains { [.reply, .ask, .resolve].contains($0.verb) })
  }

  @Test func theMixIsThatOfAnOrdinaryDay() {
    let states = Dictionary(grouping: Self.lives, by: \.ticket.state).mapValues(\.count)
    let bounds: [(State, ClosedRange<Int>)] = [
      (.new, 20...30), (.open, 50...70), (.planned, 10...20), (.waitUser, 15...25), (.waitThird, 10...20),
      (.resolved, 20...30), (.closed, 25...35), (.cancelled, 2...5), (.spam, 2...7), (.merged, 1...4),
    ]
    #expect(bounds.filter { !$0.1.contains(states[$0.0] ?? 0) }.map { "\($0.0) \(states[$0.0] ?? 0)" } == [])
    let tickets = Self.lives.map(\.ticket)
    #expect(tickets.contains { $0.reopenings > 0 && $0.state == .open })
    #expect(tickets.contains { $0.reopenings > 0 && !$0.state.isActive })
    #expect(tickets.contains { $0.handoff != nil && $0.state.isActive })
    #expect(tickets.contains { $0.state.isWaiting && ($0.nextDate ?? Self.now) < Self.now })
    #expect(tickets.count { $0.state.isWaiting && ($0.nextDate ?? Self.now) > Self.now } > 30)
    #expect(
      tickets.contains { ticket in
        ticket.entries.contains { if case .returned = $0.fact { true } else { false } }
      })
  }

  @Test func storiesDiffer() {
    #expect(Set(Self.lives.map(\.ticket.subject)).count > 120)
    let bodies = Self.lives.compactMap { life -> String? in
      if case .messageIn(let letter)? = life.events.dropFirst().first?.fact { letter.body.text } else { nil }
    }
    #expect(bodies.count == 200)
    #expect(Set(bodies).count >= 190)
  }

  @Test func theSameSeedAndDateTellTheSame() {
    #expect(Array(Self.desk().lives.map(\.events)) == Self.lives.map(\.events))
    #expect(Self.desk().articles().map(\.events) == Self.desk().articles().map(\.events))
    #expect(Array(Self.desk(seed: 2).lives.map(\.ticket.subject)) != Self.lives.map(\.ticket.subject))
    #expect(Self.desk().life(117).events == Self.lives[116].events)
  }

  @Test func eventsFoldToTheTicket() {
    let desk = Self.desk()
    let wrong = Self.lives.filter { Ticket.fold($0.id, $0.events, under: desk.rules) != $0.ticket }
    #expect(wrong.map(\.id) == [])
    #expect(Set(Self.lives.flatMap { $0.events.map(\.id) }).count == Self.lives.reduce(0) { $0 + $1.events.count })
  }

  @Test func numbersFollowTheOpenings() {
    let openings = Self.lives.map(\.ticket.openedAt)
    let late = zip(openings, openings.dropFirst()).count { $1 + 90 < $0 }
    #expect(late == 0)
  }

  @Test func aMergeIsToldOnBothSides() {
    let byID = Dictionary(uniqueKeysWithValues: Self.lives.map { ($0.id, $0) })
    let merged = Self.lives.filter { $0.ticket.state == .merged }
    #expect(!merged.isEmpty)
    let lonely = merged.filter { life in
      guard let into = life.ticket.mergedInto, let host = byID[into] else { return true }
      return host.ticket.customer != life.ticket.customer
        || !host.events.contains { if case .mergedFrom(life.id, _) = $0.fact { true } else { false } }
    }
    #expect(lonely.map(\.id) == [])
  }

  @Test func aLargeDeskIsMostlyClosed() {
    let desk = Self.desk(count: 20_000)
    let sample = stride(from: 1, through: 20_000, by: 37).map { desk.life($0) }
    let active = sample.count(where: \.ticket.state.isActive)
    #expect((sample.count * 3 / 100...sample.count * 7 / 100).contains(active))
    #expect(sample.flatMap(\.refused) == [])
    let first = desk.life(1).ticket.openedAt
    #expect((580...660).contains((Self.now - first) / 86_400))
  }

  @Test(arguments: [0, 1, 2, 7]) func aSmallDeskStands(count: Int) {
    #expect(Array(Self.desk(count: count).lives).count == count)
  }

  @Test func theLedgerNamesEverybody() {
    let desk = Self.desk()
    var directory = Directory()
    for event in desk.ledger() { directory.apply(event.fact) }
    #expect(directory == desk.rules.directory)
    #expect(directory.agents.count == 12)
    #expect(directory.customers.count == 8)
    let strangers = Self.lives.filter {
      $0.ticket.state != .spam && $0.ticket.requester.email.map { directory.person(email: $0) == nil } ?? false
    }
    #expect(strangers.map(\.id) == [])
  }

  @Test func articlesArePublished() {
    let articles = Self.desk().articles().map { Article.fold($0.id, $0.events) }
    #expect(articles.count == 30)
    #expect(articles.allSatisfy { if case .published = $0.state { true } else { false } })
  }
}
