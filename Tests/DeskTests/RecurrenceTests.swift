import Desk
import Kit
import Testing

/// The dates of recurring tickets.
@Suite struct RecurrenceTests {
  /// `{ every: …, … }` on the office calendar of Paris.
  private static func read(_ text: String, then: String = "[]") throws -> Recurrence {
    let open = "open: { subject: 'Tâche du {date}', requester: 'Exploitation', then: \(then) }"
    let texts = [ConfigText(.recurring, "{ recurring: { t: { \(text), \(open) } } }")]
    let zones: (String) -> Zone? = { _ in Zones.paris }
    let read = Automation(Configuration(texts, zones: zones), zones: zones)
    #expect(read.faults.isEmpty, "\(read.faults)")
    return try #require(read.recurring.first)
  }

  private static func drawn(_ instant: Instant) -> String {
    let local = Zones.paris.local(instant)
    return
      "\(local.day.iso.dropFirst(5)) \(Instant.pad(local.secondOfDay / 3600, 2)):\(Instant.pad(local.secondOfDay / 60 % 60, 2))"
  }

  @Test(arguments: [
    ("every day", "every: 'day', at: '09:00'", "2026-11-20 10:00", "11-23 09:00, 11-24 09:00, 11-25 09:00"),
    (
      "every day, open or not", "every: 'day', closed: 'same'", "2026-11-20 10:00",
      "11-21 08:00, 11-22 08:00, 11-23 08:00"
    ),
    ("every week", "every: 'week', on: 'wed'", "2026-11-20 10:00", "11-25 08:00, 12-02 08:00, 12-09 08:00"),
    (
      "two days a week", "every: 'week', on: ['lun', 'jeu']", "2026-11-20 10:00",
      "11-23 08:00, 11-26 08:00, 11-30 08:00"
    ),
    (
      "every other week", "every: '2 weeks', on: 'mon', from: '2026-11-16'", "2026-11-20 10:00",
      "11-30 08:00, 12-14 08:00, 12-28 08:00"
    ),
    (
      "a holiday, the next open day", "every: 'week', on: 'wed'", "2026-11-06 10:00",
      "11-12 08:00, 11-18 08:00, 11-25 08:00"
    ),
    (
      "a holiday, left out", "every: 'week', on: 'wed', closed: 'skip'", "2026-11-06 10:00",
      "11-18 08:00, 11-25 08:00, 12-02 08:00"
    ),
    ("every month, its first open day", "every: 'month'", "2026-10-20 10:00", "11-02 08:00, 12-01 08:00, 01-04 08:00"),
    (
      "the 31st, or the last", "every: 'month', on: 31, closed: 'same'", "2026-01-10 10:00",
      "01-31 08:00, 02-28 08:00, 03-31 08:00"
    ),
    (
      "the 31st in quotes", "every: 'month', on: '31', closed: 'same'", "2026-01-10 10:00",
      "01-31 08:00, 02-28 08:00, 03-31 08:00"
    ),
    (
      "the 31st in brackets", "every: 'month', on: [31], closed: 'same'", "2026-01-10 10:00",
      "01-31 08:00, 02-28 08:00, 03-31 08:00"
    ),
    (
      "the last of a leap year's February", "every: 'month', on: 'last', closed: 'same'", "2028-02-10 10:00",
      "02-29 08:00, 03-31 08:00, 04-30 08:00"
    ),
    (
      "the first Monday", "every: 'month', on: 'first mon'", "2026-11-20 10:00", "12-07 08:00, 01-04 08:00, 02-01 08:00"
    ),
    ("the last Friday", "every: 'month', on: 'last fri'", "2026-11-20 10:00", "11-27 08:00, 12-28 08:00, 01-29 08:00"),
    (
      "every quarter", "every: 'quarter', on: 15, from: '2026-01-01'", "2026-11-20 10:00",
      "01-15 08:00, 04-15 08:00, 07-15 08:00"
    ),
    ("until the end", "every: 'week', on: 'wed', until: '2026-12-02'", "2026-11-20 10:00", "11-25 08:00, 12-02 08:00"),
    (
      "across a change of the clocks", "every: 'day', at: '02:30', closed: 'same'", "2026-03-27 10:00",
      "03-28 02:30, 03-29 03:00, 03-30 02:30"
    ),
  ])
  func `the next dates`(_ name: String, _ text: String, _ now: String, _ expected: String) throws {
    let next = try Self.read(text).next(3, after: moment(now))
    #expect(next.map { Self.drawn($0.due) }.joined(separator: ", ") == expected)
  }

  @Test func `opened so many open days ahead`() throws {
    let recurrence = try Self.read("every: 'month', on: 'first mon', ahead: 3")
    let next = try #require(recurrence.next(1, after: moment("2026-11-20 10:00")).first)
    #expect([Self.drawn(next.opens), Self.drawn(next.due)] == ["12-02 08:00", "12-07 08:00"])
    #expect(next.number == 20_261_207)
  }

  @Test func `of the dates that went by only the latest opens`() throws {
    let recurrence = try Self.read("every: 'day'")
    let since = moment("2026-11-01 10:00")
    func due(_ now: String, _ last: Int?) -> String {
      guard let (occurrence, missed) = recurrence.due(at: moment(now), after: last, since: since) else { return "" }
      return "\(occurrence.number) \(missed)"
    }
    #expect(due("2026-11-02 07:59", nil) == "")
    #expect(due("2026-11-02 08:00", nil) == "20261102 0")
    #expect(due("2026-11-02 08:01", 20_261_102) == "")
    #expect(due("2026-11-03 08:00", 20_261_102) == "20261103 0")
    // Armistice Day and a weekend are no dates.
    #expect(due("2026-11-16 09:00", 20_261_109) == "20261116 3")
    #expect(due("2026-11-15 09:00", 20_261_113) == "")
    // Before it came into force nothing was missed.
    #expect(due("2026-11-05 09:00", nil) == "20261105 3")
  }

  @Test func `two dates moved to one day are one`() throws {
    let recurrence = try Self.read("every: 'day', closed: 'next'")
    let next = recurrence.next(2, after: moment("2026-11-20 10:00"))
    #expect(next.map(\.number) == [20_261_123, 20_261_124])
    let due = recurrence.due(at: moment("2026-11-23 09:00"), after: 20_261_120, since: moment("2026-11-01 10:00"))
    #expect(due?.missed == 0)
  }

  @Test func `every date is found whenever one looks, and opened once`() throws {
    var wrong: [String] = []
    for text in ["every: 'day'", "every: 'week', on: ['tue', 'sat']", "every: 'month', on: 31, ahead: 5"] {
      let recurrence = try Self.read(text)
      let since = moment("2026-01-01 10:00")
      var last: Int?
      var opened: [Int] = []
      var now = since
      while now < moment("2026-12-31 10:00") {
        if let (occurrence, missed) = recurrence.due(at: now, after: last, since: since) {
          if missed > 0 { wrong.append("\(text) \(occurrence.number): missed \(missed)") }
          if occurrence.opens > now { wrong.append("\(text) \(occurrence.number): too early") }
          opened.append(occurrence.number)
          last = occurrence.number
        }
        now = now + 6 * 3600
      }
      let dates = recurrence.next(400, after: since).filter { $0.opens <= now + -6 * 3600 }.map(\.number)
      if dates != opened { wrong.append("\(text): \(opened.count) opened of \(dates.count)") }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test func `the ticket begins as it is written`() throws {
    let recurrence = try Self.read(
      "every: 'month', on: 'first mon', ahead: 3",
      then: "[ { group: 'g' }, { checklist: 'Vérifier', items: ['un', 'deux'] }, { assign: 'zoe' } ]")
    let now = moment("2026-12-02 08:01")
    let occurrence = try #require(recurrence.due(at: now, after: nil, since: moment("2026-11-30 10:00"))).occurrence
    let id = TicketID(site: "LYO", number: 7)
    var count = 0
    let pending = try recurrence.pending(
      occurrence, missed: 2, on: id, under: TestDesk.rules, at: now, templates: TemplateBook(), roster: .empty
    ) {
      count += 1
      return "E\(count)"
    }
    #expect(
      pending.map(\.fact.op) == [
        "ticket.opened", "ticket.recurred", "ticket.planned", "rule.fired", "ticket.routed", "checklist.applied",
      ])
    #expect(pending[1].fact == .automat(.recurred(rule: "t", occurrence: 20_261_207, missed: 2)))
    let refused = [RefusedAction(verb: .assign, why: "agent")]
    #expect(pending[3].fact == .automat(.ruleFired(rule: "t", cause: "E1", refused: refused)))
    guard case .opened(let opening) = pending[0].fact else { return }
    #expect(opening.subject == "Tâche du 2026-12-07")
  }
}
