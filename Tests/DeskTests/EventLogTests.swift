import Desk
import Kit
import Testing

/// Rows of another desk's log become the acts that lead from one to the next, and the way that was gone is read back
/// from the acts.
@Suite struct EventLogTests {
  /// A log drawn a row a line: `minute team level owner state`.
  struct Log: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: [String]
    let ops: [String]
    /// `teams | levels | team changes, ping-pong, escalations, returns, reopenings, done again | waits in minutes`
    let flow: String
    var testDescription: String { name }
  }

  static let map = EventLogTests.json(
    ("case", "case"), ("time", "time"), ("by", "owner"), ("group", "team"), ("owner", "owner"),
    ("subject", "Panne {case} {nothing}"),
    (
      "level",
      .object(
        of: ("fields", .array(["level"])), ("values", .object(of: ("1", "N1"), ("2", "N2"), ("3", "N3"))))
    ),
    (
      "state",
      .object(
        of: ("fields", .array(["state"])),
        (
          "values",
          .object(
            of: ("queued", "queued"), ("open", "open"), ("user", "wait user information"),
            ("vendor", "wait third vendor"), ("done", "resolved"), ("call", "resolved first_contact"),
            ("closed", "closed"), ("dropped", "cancelled"))
        ))
    ))

  private static func json(_ members: (String, JSON)...) -> JSON {
    .object(members.map { JSON.Member($0.0, $0.1) })
  }

  static let logs = [
    Log(
      name: "solved in the call", rows: ["00 A 1 ann open", "05 A 1 ann call"],
      ops: ["opened", "routed", "assigned", "resolved"], flow: "A | N1 | 0 0 0 0 0 no |"),
    Log(
      name: "a first contact that goes on is no reopening",
      rows: ["00 A 1 ann call", "10 A 1 ann open", "20 A 1 ann done"],
      ops: ["opened", "routed", "resolved", "reopened", "assigned", "resolved"], flow: "A | N1 | 0 0 0 0 1 no |"),
    Log(
      name: "waits for somebody to take it, then for the requester",
      rows: ["00 A 1 ann queued", "30 A 1 bob open", "40 A 1 bob user", "59 A 1 bob done"],
      ops: ["opened", "routed", "assigned", "waiting", "resolved"],
      flow: "A | N1 | 0 0 0 0 0 no | owner 30, user.information 19"),
    Log(
      name: "passed on and back: ping-pong, up and down",
      rows: ["00 A 1 ann open", "10 B 2 ann queued", "20 B 2 bob open", "30 A 1 bob queued", "40 A 1 ann done"],
      ops: [
        "opened", "routed", "assigned", "escalated", "routed", "assigned", "returned", "routed", "resolved",
      ], flow: "A B A | N1 N2 N1 | 2 1 1 1 0 no | owner 20"),
    Log(
      name: "begins on the second line", rows: ["00 A 2 ann open", "10 A 3 ann vendor", "20 A 3 ann closed"],
      ops: ["opened", "escalated", "routed", "assigned", "escalated", "assigned", "waiting", "closed"],
      flow: "A | N2 N3 | 0 0 1 0 0 no | third.vendor 10"),
    Log(
      name: "resolved, closed, opened again, dropped",
      rows: ["00 A 1 ann open", "10 A 1 ann done", "11 A 1 sys closed", "20 A 1 ann queued", "30 A 1 ann dropped"],
      ops: ["opened", "routed", "assigned", "resolved", "closed", "reopened", "released", "cancelled"],
      flow: "A | N1 | 0 0 0 0 1 yes | owner 10"),
    Log(
      name: "the same state twice is one, a wait goes on",
      rows: ["00 A 1 ann user", "10 A 1 ann user", "20 A 1 ann open", "30 A 1 ann done", "40 A 1 ann done"],
      ops: ["opened", "routed", "assigned", "waiting", "waiting", "resumed", "resolved"],
      flow: "A | N1 | 0 0 0 0 0 no | user.information 20"),
    Log(
      name: "rows in any order", rows: ["20 B 1 ann done", "00 A 1 ann open", "10 B 1 ann open"],
      ops: ["opened", "routed", "assigned", "routed", "resolved"], flow: "A B | N1 | 1 0 0 0 0 no |"),
  ]

  private static func row(_ text: String, line: Int) -> EventRow {
    let parts = text.split(separator: " ").map(String.init)
    return EventRow(
      line: line,
      fields: [
        "case": "C-1", "time": "2026-03-02T12:\(parts[0]):00Z", "team": parts[1], "level": parts[2], "owner": parts[3],
        "state": parts[4],
      ])
  }

  @Test(arguments: logs) func rowsBecomeALife(_ log: Log) throws {
    var events = EventLog(try EventMap(json: EventLogTests.map))
    for (at, text) in log.rows.enumerated() { try events.add(EventLogTests.row(text, line: at + 1)) }
    let lives = try events.lives().map { try $0.get().life }
    let life = try #require(lives.first)
    #expect(lives.count == 1 && life.reference == "C-1")
    #expect(life.acts.map { String($0.fact.op.split(separator: ".")[1]) } == log.ops)
    let rules = Rules()
    let ticket = Ticket.fold(
      TicketID(site: "LYO", number: 1),
      life.acts.enumerated().map { n, act in
        TicketEvent(
          id: "E\(n)", site: "LYO", n: n + 1, lamport: Int64(n + 1), at: act.at, by: act.by, fact: act.fact)
      }, under: rules)
    #expect(ticket.subject == "Panne C-1 ")
    #expect(EventLogTests.drawn(Flow(of: ticket, under: rules)) == log.flow)
  }

  private static func drawn(_ flow: Flow) -> String {
    let counts = [flow.teamChanges, flow.pingPong, flow.escalations, flow.returns, flow.reopenings]
    let waits = flow.waits.sorted { $0.key < $1.key }.map { "\($0.key.name) \($0.value / 60)" }.joined(separator: ", ")
    let parts = [
      flow.teams.joined(separator: " "), flow.levels.map(\.rawValue).joined(separator: " "),
      counts.map(String.init).joined(separator: " ") + (flow.isReopenedAfterDone ? " yes" : " no"), waits,
    ]
    return parts.joined(separator: " | ").trimmedEnd
  }

  // MARK: - What will not do

  @Test(
    arguments: [
      ("state", "gone", "state"), ("time", "yesterday", "time"), ("time", "", "time"), ("level", "4", "level"),
      ("owner", " ", "owner"), ("case", "", "case"), ("case", "two words", "case"),
    ])
  func aRowThatWillNotDoIsNamed(_ field: String, _ value: String, _ path: String) throws {
    var fields = EventLogTests.row("00 A 1 ann open", line: 3).fields
    fields[field] = value
    var events = EventLog(try EventMap(json: EventLogTests.map))
    var found: String?
    do {
      try events.add(EventRow(line: 3, fields: fields))
      for life in events.lives() { _ = try life.get() }
    } catch let flaw as FieldFlaw { found = flaw.path } catch let flaw as EventLog.Flaw {
      found = flaw.line == 3 ? flaw.flaw.path : "line \(flaw.line)"
    }
    #expect(found == path)
  }

  @Test(
    arguments: [
      ("stat", .object([]), "stat"), ("state", .null, "state.fields"),
      ("state", .object(of: ("fields", .array(["s"]))), "state.values"),
      (
        "state", .object(of: ("fields", .array(["s"])), ("values", .object(of: ("x", "wait user vendor")))),
        "state.values.x"
      ),
      ("case", 7, "case"), ("time", "", "time"), ("channel", "pigeon", "channel"),
      ("gravity", .object(of: ("fields", .array(["g"])), ("values", .object(of: ("x", "G1")))), "impact"),
    ] as [(String, JSON, String)])
  func aMapThatWillNotDoIsNamed(_ key: String, _ value: JSON, _ path: String) {
    guard case .object(var members) = EventLogTests.map else { return }
    members.removeAll { $0.key == key }
    members.append(JSON.Member(key, value))
    var found: String?
    do throws(FieldFlaw) { _ = try EventMap(json: .object(members)) } catch { found = error.path }
    #expect(found == path)
  }

  @Test(
    arguments: [
      ([], "none"), ([7], "1 7 7 7"), ([1, 2], "2 1 1 2"), ([3, 1, 2], "3 2 2 3"),
      (Array(1...10), "10 5 5 9"), ([.max, .max, .max], "3 \(Int64.max) \(Int64.max) \(Int64.max)"),
      ([-3, 3], "2 0 -3 3"),
    ] as [([Int64], String)])
  func aSpread(_ values: [Int64], _ expected: String) {
    let spread = Spread(values)
    #expect((spread.map { "\($0.count) \($0.mean) \($0.median) \($0.p90)" } ?? "none") == expected)
  }
}

extension String {
  fileprivate var trimmedEnd: String { last == " " ? String(dropLast()).trimmedEnd : self }
}
