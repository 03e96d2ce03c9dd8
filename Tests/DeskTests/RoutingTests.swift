import Desk
import Kit
import Testing

/// Rules followed on tickets that live by intents.
@Suite struct RoutingTests {
  private static func ops(_ rules: String, _ facts: [Fact], on life: Life = Life(channel: .mail)) -> [String] {
    routing(rules).followed(life, facts, by: TestDesk.actor("amel")).map(\.fact.op)
  }

  private static func name(_ tag: String) -> Fact { .tagAdded(tag) }

  @Test(arguments: [
    ("on its event", "{ on: 'tag.added', then: [{ watch: 'bob' }] }", ["rule.fired", "watcher.added"]),
    ("on another", "{ on: 'tag.removed', then: [{ watch: 'bob' }] }", []),
    ("on a family", "{ on: 'tag.*', then: [{ watch: 'bob' }] }", ["rule.fired", "watcher.added"]),
    (
      "asked after the act", "{ on: 'tag.added', if: 'tag:vip', then: [{ watch: 'bob' }] }",
      ["rule.fired", "watcher.added"]
    ),
    ("not answered", "{ on: 'tag.added', if: 'tag:rouge', then: [{ watch: 'bob' }] }", []),
    ("nothing to change", "{ on: 'tag.added', then: [{ tag: 'vip' }, { untag: 'rouge' }] }", []),
    (
      "each instruction on what the one before left",
      "{ on: 'tag.added', then: [{ tag: 'a' }, { untag: 'a' }, { tag: 'a' }] }",
      ["rule.fired", "tag.added", "tag.removed", "tag.added"]
    ),
    (
      "in order, each on what the one before left",
      "{ on: 'tag.added', then: [{ watch: 'bob' }] }, { on: 'tag.added', then: [{ watch: 'bob' }, { note: 'n' }] }",
      ["rule.fired", "watcher.added", "rule.fired", "note.added"]
    ),
    (
      "until one stops",
      "{ on: 'tag.added', if: 'tag:vip', then: [{ watch: 'bob' }], stop: true }, { on: 'tag.added', then: [{ note: 'n' }] }",
      ["rule.fired", "watcher.added"]
    ),
    (
      "one sets off the next",
      "{ on: 'tag.added', then: [{ watch: 'bob' }] }, { on: 'watcher.added', then: [{ note: 'n' }] }",
      ["rule.fired", "watcher.added", "rule.fired", "note.added"]
    ),
    ("never itself", "{ on: 'tag.added', then: [{ tag: 'a' }] }", ["rule.fired", "tag.added"]),
    (
      "never what had a part in it",
      "{ on: 'tag.added', then: [{ untag: 'vip' }] }, { on: 'tag.removed', then: [{ tag: 'vip' }] }",
      ["rule.fired", "tag.removed", "rule.fired", "tag.added"]
    ),
    ("refused alone, and named", "{ on: 'tag.added', then: [{ assign: 'nobody' }] }", ["rule.fired"]),
    (
      "refused, the rest goes on", "{ on: 'tag.added', then: [{ assign: 'nobody' }, { watch: 'bob' }] }",
      ["rule.fired", "watcher.added"]
    ),
  ])
  func `a rule acts`(_ name: String, _ rules: String, _ expected: [String]) {
    #expect(Self.ops(rules, [.tagAdded("vip")]) == expected)
  }

  @Test func `what was refused stands in the event`() {
    let rules = routing("{ name: 'r', on: 'tag.added', then: [{ assign: 'gone' }, { close: true }] }")
    let life = Life(channel: .mail)
    let followed = rules.followed(life, [.tagAdded("vip")], by: TestDesk.actor("amel"))
    let refused = [RefusedAction(verb: .assign, why: "agent"), RefusedAction(verb: .close, why: "state")]
    #expect(followed.map(\.fact) == [.automat(.ruleFired(rule: "r", cause: "A0", refused: refused))])
    #expect(followed.allSatisfy { $0.actor == .rule })
  }

  @Test func `a person's message and a program's are two events`() {
    var auto = Letter(body: Body("absente"), channel: .mail)
    auto.isAuto = true
    let rules = "{ on: 'message.received', then: [{ tag: 'a' }] }, { on: 'message.automatic', then: [{ tag: 'b' }] }"
    let person = Self.ops(rules, [.messageIn(.saying("bonjour"))])
    #expect(person == ["rule.fired", "tag.added"])
    let life = Life(channel: .mail)
    let program = routing(rules).followed(life, [.messageIn(auto)], by: .mail).map(\.fact)
    #expect(program.last == .tagAdded("b"))
  }

  @Test func `an automatic answer takes nothing, answers nobody, and is braked`() {
    let rules = routing(
      "{ on: 'message.received', then: [{ reply: { fr: 'Reçu, {requester.name}', en: 'Got it' } }], daily: 50 }")
    var life = Life(channel: .mail)
    for _ in 0..<(Limits.automaticReplies + 3) {
      life.now = life.now + 60
      life.live([.messageIn(.saying("?"))], by: .mail, following: rules)
    }
    let sent = life.ticket.entries.compactMap { entry -> Letter? in
      if case .messageOut(let letter) = entry.fact { letter } else { nil }
    }
    #expect(sent.count == Limits.automaticReplies)
    #expect(sent.allSatisfy { $0.isAuto && $0.body.text == "Reçu, Élise Bérard" })
    #expect(life.ticket.owner == nil && life.ticket.state == .new && life.ticket.awaitsReply)
  }

  @Test func `rules do not give away what somebody has`() throws {
    var life = Life(channel: .mail)
    try life.act("amel", .take)
    let keeps = routing("{ on: 'tag.added', then: [{ assign: 'bob' }] }")
    let steals = routing("{ on: 'tag.added', then: [{ assign: 'bob', steal: true }] }")
    #expect(keeps.followed(life, [.tagAdded("x")], by: TestDesk.actor("amel")).isEmpty)
    life.live([.tagAdded("x")], by: TestDesk.actor("amel"), following: steals)
    #expect(life.ticket.owner == "bob")
  }

  @Test func `it escalates with a hand-off, where the ticket is qualified`() {
    var life = Life(channel: .mail)
    let rules = routing("{ on: 'ticket.qualified', then: [{ escalate: 'N2', needed: 'accès de {requester.name}' }] }")
    life.live([.qualified(.of(3, 3))], by: TestDesk.actor("amel"), following: rules)
    #expect(life.ticket.level == .n2)
    #expect(life.ticket.handoff?.needed == "accès de Élise Bérard")
  }

  @Test func `a threshold sets it off`() {
    let rules =
      "{ on: 'clock.crossed resolve 75', then: [{ tag: 'a' }] }, { on: 'clock.crossed 100', then: [{ tag: 'b' }] }"
    func crossed(_ clock: ServiceClock, _ percent: Int) -> [String] {
      Self.ops(rules, [.service(.crossed(Threshold(clock: clock, percent: percent)))])
    }
    #expect(crossed(.resolve, 75) == ["rule.fired", "tag.added"])
    #expect(crossed(.update, 75) == [])
    #expect(crossed(.update, 100) == ["rule.fired", "tag.added"])
  }

  @Test func `a rule fires as often as it may`() {
    let rules = routing("{ name: 'r', on: 'note.added', then: [{ note: 'n' }], max: 3, daily: 2 }")
    var life = Life(channel: .mail)
    func fired() -> Int {
      life.ticket.entries.count { if case .automat(.ruleFired) = $0.fact { true } else { false } }
    }
    for _ in 0..<4 {
      life.now = life.now + 60
      life.live([.noteAdded(Note(Body("x")))], by: TestDesk.actor("amel"), following: rules)
    }
    #expect(fired() == 2)
    for _ in 0..<4 {
      life.now = life.now + 86_400
      life.live([.noteAdded(Note(Body("x")))], by: TestDesk.actor("amel"), following: rules)
    }
    #expect(fired() == 3)
  }

  @Test func `what a rule says is never too long for a line`() {
    let long = "é{subject}" + String(repeating: "{subject}{subject} ", count: 1000)
    let rules = routing(
      "{ on: 'tag.added', then: [{ priority: 'P1', reason: '\(long)' }, { task: '\(long)' }, "
        + "{ cancel: '\(long)' }] }")
    let life = Life(String(repeating: "🖨", count: 200), channel: .mail)
    let followed = rules.followed(life, [.tagAdded("x")], by: TestDesk.actor("amel"))
    #expect(followed.map(\.fact.op) == ["rule.fired", "priority.overridden", "task.added", "ticket.cancelled"])
    for pending in followed {
      if case .priorityOverridden(_, let reason) = pending.fact { #expect(reason.utf8.count <= Limits.shortText) }
    }
  }

  // MARK: - Laws

  /// Rules drawn by lot: any event, any few instructions.
  private static func drawn(_ source: inout Lot) -> Routing {
    let triggers = Trigger.ops.compactMap { Trigger($0) } + [.messageReceived, .family("tag."), .family("ticket.")]
    let instructions: [Instruction] = [
      .tag("a"), .tag("b"), .untag("a"), .untag("b"), .watch("bob"), .unwatch("bob"), .steward("bob"),
      .note(FieldText(plain: "n")), .route(group: "g"), .route(group: "h"), .assign(.agent("bob"), steals: true),
      .assign(.agent("chloe"), steals: true), .assign(.choice(.init([.load])), steals: true), .release,
      .prioritise(.p1, reason: FieldText(plain: "r")), .prioritise(.p2, reason: FieldText(plain: "r")),
      .qualify(.init(kind: .incident, gravity: .crisis, impact: .group, category: "Réseau")),
      .escalate(.n2, needed: FieldText(plain: "n")), .return(.n1, reason: FieldText(plain: "r")), .resume,
      .cancel(reason: FieldText(plain: "r")), .close, .task(FieldText(plain: "t")),
      .hold(party: FieldText(plain: "p"), reason: .vendor, delay: 3600),
    ]
    let rules = (0..<source.below(12)).map { number in
      RoutingRule(
        name: "r\(number)", on: (0...source.below(3)).map { _ in triggers[source.below(triggers.count)] },
        then: (0...source.below(4)).map { _ in instructions[source.below(instructions.count)] },
        stops: source.below(5) == 0, most: 1 + source.below(6), mostDaily: 1 + source.below(6),
        place: ConfigPlace(line: number))
    }
    return Routing(rules)
  }

  private static let acts: [[Fact]] = [
    [.tagAdded("a")], [.tagRemoved("a")], [.noteAdded(Note(Body("x")))], [.qualified(.of(2, 2))], [.markedSpam],
    [.assigned(to: "amel", mode: .take, reason: nil), .messageOut(.saying("bonjour"))], [.routed(group: "h")],
    [.messageIn(.saying("encore"))], [.watcherAdded("bob")], [.resumed(.agent)],
  ]

  @Test func `whatever the rules, it ends, within the caps, and the same again`() {
    var source = Lot(seed: 4)
    var wrong: [String] = []
    for round in 0..<400 {
      let rules = Self.drawn(&source)
      var life = Life(channel: .mail)
      for _ in 0..<8 {
        life.now = life.now + Int64(source.below(40_000))
        let act = Self.acts[source.below(Self.acts.count)]
        let actor = TestDesk.actor("amel")
        let once = rules.followed(life, act, by: actor)
        if rules.followed(life, act, by: actor) != once { wrong.append("\(round): not the same again") }
        if once.count(where: { $0.fact.op == "rule.fired" }) > Limits.ruleFirings {
          wrong.append("\(round): too many at once")
        }
        life.record(act, by: actor)
        for pending in once { life.record([pending.fact], by: pending.actor) }
      }
      for rule in rules.rules {
        let times = life.ticket.entries.filter {
          if case .automat(.ruleFired(rule.name, _, _)) = $0.fact { true } else { false }
        }
        let days = Dictionary(grouping: times) { $0.at.seconds / 86_400 }.mapValues(\.count)
        if times.count > rule.most || days.values.contains(where: { $0 > rule.mostDaily }) {
          wrong.append("\(round): \(rule.name) over its caps")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }
}

/// A source of chance that is the same at each run.
struct Lot {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  /// 0 ..< limit
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }
}
