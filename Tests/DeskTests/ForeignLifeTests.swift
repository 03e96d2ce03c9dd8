import Desk
import Kit
import Testing

@Suite struct ForeignLifeTests {
  /// The least a life can be.
  private static let opened: JSON = .object(
    of: ("at", "2026-03-02T12:00:00Z"), ("by", "ines@acme.example"), ("op", "ticket.opened"),
    ("d", .object(of: ("subject", "Écran noir"), ("channel", "mail"), ("requester", .object(of: ("name", "Inès"))))))

  private static func life(_ events: [JSON], reference: JSON? = "INC-42") -> JSON {
    .object(of: ("reference", reference), ("events", .array(events)))
  }

  private static func event(_ op: String, _ d: JSON?, at: String = "2026-03-02T12:05:00Z") -> JSON {
    .object(of: ("at", .string(at)), ("by", "amel"), ("op", .string(op)), ("d", d))
  }

  private static func flaw(_ json: JSON) -> FieldFlaw? {
    do throws(FieldFlaw) {
      _ = try ForeignLife(json: json)
      return nil
    } catch { return error }
  }

  @Test func aLifeIsReadWhole() throws {
    let note = ForeignLifeTests.event("note.added", .object(of: ("body", "vu"), ("visibility", "team")))
    let life = try ForeignLife(json: ForeignLifeTests.life([ForeignLifeTests.opened, note]))
    #expect(life.reference == "INC-42" && life.tag == "ref:INC-42")
    #expect(life.acts.map(\.fact.op) == ["ticket.opened", "note.added"])
    #expect(life.acts.map(\.by) == ["ines@acme.example", "amel"])
  }

  struct Bad: Sendable {
    let name: String
    let json: JSON
    let path: String
  }

  private static func opening(_ changes: (String, JSON?)...) -> JSON {
    var d = JSON.object(of: ("subject", "S"), ("channel", "mail"), ("requester", .object(of: ("name", "I"))))
    for (key, value) in changes {
      guard case .object(var members) = d else { continue }
      members.removeAll { $0.key == key }
      if let value { members.append(JSON.Member(key, value)) }
      d = .object(members)
    }
    return life([event("ticket.opened", d)])
  }

  private static func after(_ op: String, _ d: JSON?) -> JSON { life([opened, event(op, d)]) }

  static let bad: [Bad] = [
    Bad(name: "no object", json: .array([]), path: ""),
    Bad(name: "no reference", json: life([opened], reference: nil), path: "reference"),
    Bad(name: "reference with a space", json: life([opened], reference: "INC 42"), path: "reference"),
    Bad(name: "invisible reference", json: life([opened], reference: "INC\u{200B}42"), path: "reference"),
    Bad(name: "no events", json: life([]), path: "events"),
    Bad(name: "opened late", json: life([event("ticket.released", nil)]), path: "events[0]"),
    Bad(name: "opened twice", json: life([opened, opened]), path: "events[1]"),
    Bad(
      name: "backwards", json: life([opened, event("ticket.released", nil, at: "2026-03-02T11:00:00Z")]),
      path: "events[1].at"),
    Bad(
      name: "no time", json: life([opened, event("ticket.released", nil, at: "yesterday")]), path: "events[1].at"),
    Bad(
      name: "before 1970", json: life([event("ticket.opened", nil, at: "1969-03-02T11:00:00Z")]), path: "events[0].at"),
    Bad(name: "unknown operation", json: after("ticket.exploded", nil), path: "events[1].op"),
    Bad(
      name: "names another ticket", json: after("merged.into", .object(of: ("target", "LYO-1"))), path: "events[1].op"),
    Bad(name: "our own repairs", json: after("journal.repaired", .object([])), path: "events[1].op"),
    Bad(name: "no subject", json: opening(("subject", nil)), path: "events[0].d.subject"),
    Bad(name: "blank subject", json: opening(("subject", "  ")), path: "events[0].d.subject"),
    Bad(name: "wrong word", json: opening(("channel", "courriel")), path: "events[0].d.channel"),
    Bad(name: "unknown member", json: opening(("colour", "red")), path: "events[0].d.colour"),
    Bad(
      name: "deep member", json: opening(("requester", .object(of: ("name", 3)))), path: "events[0].d.requester.name"),
    Bad(name: "bad optional time", json: opening(("occurred_at", "soon")), path: "events[0].d.occurred_at"),
    Bad(
      name: "out of range",
      json: after(
        "ticket.qualified", .object(of: ("kind", "incident"), ("gravity", 9), ("impact", 1), ("category", "C"))),
      path: "events[1].d.gravity"),
    Bad(
      name: "article not said",
      json: after(
        "ticket.resolved",
        .object(of: ("code", "other"), ("summary", "s"), ("told", "phone"), ("kb", .object(of: ("decision", "linked"))))
      ), path: "events[1].d.kb.article"),
    Bad(
      name: "a blob's name",
      json: after("note.added", .object(of: ("body", "b"), ("visibility", "team"), ("blob", "00"))),
      path: "events[1].d.blob"),
    Bad(
      name: "no time at all", json: after("time.logged", .object(of: ("minutes", 0), ("activity", "repair"))),
      path: "events[1].d.minutes"),
    Bad(name: "six of five", json: after("csat.answered", .object(of: ("score", 6))), path: "events[1].d.score"),
    Bad(
      name: "names another event", json: after("task.done", .object(of: ("event", "E1"), ("outcome", "o"))),
      path: "events[1].op"),
    Bad(name: "data that is no object", json: after("ticket.released", "x"), path: "events[1].d"),
  ]

  @Test(arguments: bad.indices) func whatIsWrongIsNamed(row: Int) {
    let bad = ForeignLifeTests.bad[row]
    #expect(ForeignLifeTests.flaw(bad.json)?.path == bad.path, "\(bad.name)")
  }

  /// A member that must be there is one the codec cannot do without, and the other way round.
  @Test(arguments: Fact.foreignOperations) func theShapesAskForWhatTheCodecNeeds(op: String) throws {
    let sample = try #require(ForeignLifeTests.samples[op], "a sample of \(op)")
    let isOpening = op == "ticket.opened"
    func flaw(_ d: JSON) -> FieldFlaw? {
      ForeignLifeTests.flaw(
        isOpening
          ? ForeignLifeTests.life([ForeignLifeTests.event(op, d)])
          : ForeignLifeTests.life([ForeignLifeTests.opened, ForeignLifeTests.event(op, d)]))
    }
    #expect(flaw(sample) == nil)
    guard case .object(let members) = sample else { return }
    for member in members {
      let less = JSON.object(members.filter { $0.key != member.key })
      let isRead = if case .unknown = Fact(op: op, d: less) { false } else { true }
      #expect((flaw(less) == nil) == isRead, "\(op) without \(member.key)")
    }
  }

  private static let handoff: JSON = .object(
    of: ("symptom", "s"), ("tried", ""), ("hypothesis", ""), ("needed", ""), ("evidence", ""))
  private static let letter: JSON = .object(of: ("body", "b"), ("channel", "mail"), ("to", .array(["a@b.example"])))
  private static let reason: JSON = .object(of: ("reason", "r"))

  private static let samples: [String: JSON] = [
    "ticket.opened": .object(
      of: ("subject", "S"), ("channel", "mail"), ("requester", .object(of: ("name", "I"))), ("site", "Lyon")),
    "ticket.qualified": .object(of: ("kind", "incident"), ("gravity", 1), ("impact", 4), ("category", "C")),
    "priority.overridden": .object(of: ("priority", 1), ("reason", "r")), "ticket.routed": .object(of: ("group", "g")),
    "ticket.assigned": .object(of: ("to", "bob"), ("mode", "take"), ("reason", "r")), "ticket.released": reason,
    "ticket.escalated": .object(of: ("from", "N1"), ("to", "N2"), ("handoff", handoff), ("target", "bob")),
    "handoff.completed": .object(of: ("handoff", handoff)),
    "ticket.returned": .object(of: ("from", "N2"), ("to", "N1"), ("reason", "r")),
    "ticket.planned": .object(of: ("start", "2026-03-03T12:00:00Z"), ("chosen_by", "us")),
    "ticket.waiting": .object(
      of: ("on", "third"), ("reason", "vendor"), ("until", "2026-03-03T12:00:00Z"), ("party", "p")),
    "ticket.resumed": .object(of: ("cause", "agent")),
    "ticket.resolved": .object(
      of: ("code", "other"), ("summary", "s"), ("told", "phone"), ("kb", .object(of: ("decision", "draft")))),
    "ticket.reopened": .object(of: ("cause", "agent"), ("reason", "r")),
    "ticket.closed": .object(of: ("cause", "auto")),
    "ticket.cancelled": reason, "ticket.restored": reason, "ticket.spam": .object([]), "ticket.unspam": .object([]),
    "steward.changed": .object(of: ("to", "bob")), "message.in": letter, "message.out": letter,
    "note.added": .object(of: ("body", "b"), ("visibility", "team")),
    "delivery.failed": .object(of: ("recipient", "a@b.example"), ("status", "5.1.1")),
    "watcher.added": .object(of: ("who", "bob")), "watcher.removed": .object(of: ("who", "bob")),
    "tag.added": .object(of: ("tag", "t")), "tag.removed": .object(of: ("tag", "t")),
    "time.logged": .object(
      of: ("minutes", 25), ("activity", "repair"), ("billable", false), ("contract", "or"),
      ("done_at", "2026-03-02T12:00:00Z")),
    "task.added": .object(
      of: ("title", "t"), ("kind", "onsite"), ("assignee", "bob"), ("start", "2026-03-03T12:00:00Z"),
      ("end", "2026-03-03T13:00:00Z"), ("place", "Lyon 3"), ("travel_minutes", 40)),
    "remote.session": .object(
      of: ("tool", "AnyDesk"), ("start", "2026-03-02T12:00:00Z"), ("end", "2026-03-02T12:05:00Z"), ("consent", "oui")),
    "checklist.applied": .object(of: ("name", "n"), ("items", .array(["a", "b"]))),
    "requester.changed": .object(of: ("to", .object(of: ("name", "I"))), ("customer", "acme"), ("site", "Lyon")),
    "asset.linked": .object(of: ("asset", "SRV-1")), "contract.linked": .object(of: ("contract", "or")),
    "csat.asked": .object(of: ("of", "a@b.example")), "csat.answered": .object(of: ("score", 5), ("comment", "merci")),
    "major.declared": .object(of: ("reason", "r"), ("every_minutes", 30)), "major.ended": reason,
    "sla.waived": .object(of: ("clock", "resolve"), ("reason", "r")),
  ]
}
