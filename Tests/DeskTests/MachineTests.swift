import Desk
import Kit
import Testing

/// A line of the state machine: what happened before, who wants what, and what comes of it.
struct Arrow: Sendable, CustomTestStringConvertible {
  let name: String
  let before: [(String, Intent)]
  let actor: String
  let intent: Intent
  let outcome: Outcome

  enum Outcome: Sendable {
    case goes(State)
    case refused(Refusal)
  }

  init(_ name: String, _ before: [(String, Intent)], _ actor: String, _ intent: Intent, _ outcome: Outcome) {
    self.name = name
    self.before = before
    self.actor = actor
    self.intent = intent
    self.outcome = outcome
  }

  var testDescription: String { name }
}

private let soon = TestDesk.start + 2 * 86_400
private let ask = Intent.ask(.saying("Quel modèle ?"), reason: .information, until: soon)
private let hold = Intent.hold(party: "Chg-12", reason: .change, until: soon)
private let plan = Intent.plan(start: soon, chosenBy: .user)
private let resolve = Intent.resolve(.simple(), message: nil)
private let qualify = Intent.qualify(.of(2, 2))
private let up = Intent.escalate(to: .n2, handoff: .full, target: nil)
private let reopen = Intent.reopen(.agent, reason: "revient")
private let cancel = Intent.cancel(reason: "doublon")

private let new: [(String, Intent)] = []
private let open: [(String, Intent)] = [("amel", .take)]
private let qualified: [(String, Intent)] = [("amel", .take), ("amel", qualify)]
private let planned = open + [("amel", plan)]
private let waitUser = open + [("amel", ask)]
private let waitThird = open + [("amel", hold)]
private let resolved = open + [("amel", resolve)]
private let closed = resolved + [("amel", .close(.confirmed))]
private let cancelled = open + [("amel", cancel)]
private let spam: [(String, Intent)] = [("amel", .spam)]
private let atN2 = qualified + [("amel", up)]
private let states: [(String, [(String, Intent)])] = [
  ("new", new), ("open", open), ("planned", planned), ("wait_user", waitUser), ("wait_third", waitThird),
  ("resolved", resolved), ("closed", closed), ("cancelled", cancelled), ("spam", spam),
]

/// The arrows that are taken: verb, from, to.
private let taken: [Arrow] =
  [
    Arrow("take new", new, "amel", .take, .goes(.open)),
    Arrow("assign new", new, "amel", .assign(to: "bob"), .goes(.open)),
    Arrow("take planned keeps the state", [("amel", plan)], "bob", .take, .goes(.planned)),
    Arrow("steal open", open, "bob", .steal(reason: "absente"), .goes(.open)),
    Arrow("release open", open, "amel", .release(reason: nil), .goes(.open)),
    Arrow("close resolved", resolved, "amel", .close(.confirmed), .goes(.closed)),
    Arrow("reopen resolved", resolved, "amel", reopen, .goes(.open)),
    Arrow("reopen closed by a manager", closed, "rene", reopen, .goes(.open)),
    Arrow("restore cancelled", cancelled, "rene", .restore(reason: "erreur"), .goes(.open)),
    Arrow("spam new", new, "amel", .spam, .goes(.spam)),
    Arrow("unspam", spam, "amel", .unspam, .goes(.new)),
    Arrow("requester wakes a waiting ticket", waitUser, "mail", .receive(.saying("Modèle X")), .goes(.open)),
    Arrow("requester reopens a resolved ticket", resolved, "mail", .receive(.saying("Non")), .goes(.open)),
    Arrow("requester reopens one closed lately", closed, "mail", .receive(.saying("Non")), .goes(.open)),
    Arrow(
      "a program's mail leaves it closed", closed, "mail",
      .receive(Letter(body: Body("absent"), channel: .mail, isAuto: true)), .goes(.closed)),
    Arrow(
      "a cancelled ticket takes no mail", cancelled, "mail", .receive(.saying("Non")),
      .refused(.wrongState(.receive, state: .cancelled))),
    Arrow("requester wakes a planned ticket", planned, "mail", .receive(.saying("Ok")), .goes(.open)),
    Arrow("requester wakes one that waits for a third party", waitThird, "mail", .receive(.saying("Ok")), .goes(.open)),
    Arrow(
      "N1 resolves at N2", atN2, "amel", .resolve(.simple(rootCause: "x"), message: nil),
      .refused(.levelNotHeld(agent: "amel", level: .n2))),
    Arrow("manager resolves at N2", atN2, "rene", .resolve(.simple(rootCause: "x"), message: nil), .goes(.resolved)),
    Arrow(
      "break the glass for a P1", [("amel", .qualify(.of(1, 1)))], "amel",
      .escalate(to: .n2, handoff: nil, target: nil), .goes(.open)),
    Arrow(
      "complete the hand-off",
      [("amel", .qualify(.of(1, 1))), ("amel", .escalate(to: .n2, handoff: nil, target: nil))], "amel",
      .completeHandoff(.full), .goes(.open)),
    Arrow("escalate to an agent", qualified, "amel", .escalate(to: .n2, handoff: .full, target: "chloe"), .goes(.open)),
    Arrow(
      "N3 escalates to a vendor", qualified + [("amel", .escalate(to: .n3, handoff: .full, target: "eva"))], "eva",
      .escalate(to: .v4, handoff: .full, target: nil), .goes(.open)),
    Arrow(
      "resolve at N2 with a root cause", atN2, "chloe", .resolve(.simple(rootCause: "pilote"), message: nil),
      .goes(.resolved)),
    Arrow("reply to new takes it", new, "amel", .reply(.saying("Bonjour")), .goes(.open)),
    Arrow(
      "timer closes after its date", resolved, "timer", .close(.manager),
      .refused(.notAllowed(.close, .closeEarly, profile: .machine))),
  ]
  + states.filter { ["new", "open", "wait_user", "wait_third"].contains($0.0) }.map {
    Arrow("plan from \($0.0)", $0.1, "amel", plan, .goes(.planned))
  }
  + states.filter { ["new", "open", "planned", "wait_third"].contains($0.0) }.map {
    Arrow("ask from \($0.0)", $0.1, "amel", ask, .goes(.waitUser))
  }
  + states.filter { ["open", "planned", "wait_user"].contains($0.0) }.map {
    Arrow("hold from \($0.0)", $0.1, "amel", hold, .goes(.waitThird))
  }
  + states.filter { ["planned", "wait_user", "wait_third"].contains($0.0) }.map {
    Arrow("resume from \($0.0)", $0.1, "amel", .resume(.agent), .goes(.open))
  }
  + states[..<5].map { Arrow("escalate from \($0.0)", $0.1 + [("amel", qualify)], "amel", up, .goes(.open)) }
  + states[..<5].map {
    Arrow(
      "return from \($0.0)", $0.1 + [("amel", qualify), ("amel", up)], "chloe", .return(to: .n1, reason: "à compléter"),
      .goes(.open))
  }
  + states[..<5].map { Arrow("resolve from \($0.0)", $0.1, "amel", resolve, .goes(.resolved)) }
  + states[..<5].map { Arrow("cancel from \($0.0)", $0.1, "amel", cancel, .goes(.cancelled)) }

/// The arrows that are not there: each verb from each state the table does not name.
private let wrongStates: [Arrow] = {
  let intents: [Intent] = [
    .take, .assign(to: "bob"), qualify, plan, ask, hold, .resume(.agent), up, .return(to: .n1, reason: "x"), resolve,
    .close(.confirmed), reopen, cancel, .restore(reason: "x"), .spam, .unspam, .reply(.saying("x")),
  ]
  return states.flatMap { label, before in
    let state = State(rawValue: label)!
    return intents.filter { !$0.verb.from.contains(state) }.map {
      Arrow("\($0.verb.rawValue) from \(label)", before, "rene", $0, .refused(.wrongState($0.verb, state: state)))
    }
  }
}()

/// Guards: a right act with something missing, too late, too far, or by the wrong hand.
private let guards: [Arrow] = [
  Arrow("take what a colleague has", open, "bob", .take, .refused(.owned(by: "amel"))),
  Arrow("take twice", open, "amel", .take, .refused(.alreadyYours)),
  Arrow("N1 takes at N2", atN2, "amel", .take, .refused(.notAllowed(.take, .takeN2, profile: .n1))),
  Arrow("auditor takes", new, "otto", .take, .refused(.notAllowed(.take, .takeN1, profile: .auditor))),
  Arrow("steal what nobody has", new, "bob", .steal(reason: "x"), .refused(.notOwned)),
  Arrow("steal without a reason", open, "bob", .steal(reason: " "), .refused(.missing([.reason]))),
  Arrow(
    "N1 steals from N2", [("amel", qualify), ("amel", .escalate(to: .n2, handoff: .full, target: "chloe"))], "bob",
    .steal(reason: "x"), .refused(.notAllowed(.steal, .stealAny, profile: .n1))),
  Arrow("assign to nobody known", new, "amel", .assign(to: "zoe"), .refused(.noSuchAgent("zoe"))),
  Arrow("assign to who left", new, "amel", .assign(to: "gone"), .refused(.agentInactive("gone"))),
  Arrow(
    "assign N2's ticket to N1", atN2, "chloe", .assign(to: "bob"), .refused(.levelNotHeld(agent: "bob", level: .n2))),
  Arrow("assign to an admin", new, "amel", .assign(to: "ines"), .refused(.levelNotHeld(agent: "ines", level: .n1))),
  Arrow("qualify without a category", new, "amel", .qualify(.of(1, 1, " ")), .refused(.missing([.category]))),
  Arrow(
    "declare P0 as N1", new, "amel", .prioritise(.p0, reason: "tout est tombé"),
    .refused(.notAllowed(.prioritise, .declareMajor, profile: .n1))),
  Arrow("priority without a reason", new, "amel", .prioritise(.p2, reason: ""), .refused(.missing([.reason]))),
  Arrow("plan in the past", new, "amel", .plan(start: TestDesk.start, chosenBy: .us), .refused(.notInFuture(.start))),
  Arrow(
    "ask with no words", new, "amel", .ask(.saying(" "), reason: .information, until: soon), .refused(.missing([.body]))
  ),
  Arrow(
    "ask until yesterday", new, "amel", .ask(.saying("?"), reason: .information, until: TestDesk.start),
    .refused(.notInFuture(.until))),
  Arrow(
    "ask for a month", new, "amel", .ask(.saying("?"), reason: .information, until: TestDesk.start + 30 * 86_400),
    .refused(.tooFar(.until, days: 10))),
  Arrow(
    "ask for a vendor's reason", new, "amel", .ask(.saying("?"), reason: .workshop, until: soon),
    .refused(.wrongReason(.workshop, .user))),
  Arrow("hold for no one", open, "amel", .hold(party: "", reason: .change, until: soon), .refused(.missing([.party]))),
  Arrow(
    "N1 holds for a vendor", open, "amel", .hold(party: "HP", reason: .vendor, until: soon),
    .refused(.notAllowed(.hold, .holdVendor, profile: .n1))),
  Arrow("escalate unqualified", open, "amel", up, .refused(.notQualified)),
  Arrow(
    "escalate with a blank contract", qualified, "amel",
    .escalate(to: .n2, handoff: Handoff(symptom: "x"), target: nil),
    .refused(.missing([.tried, .hypothesis, .needed, .evidence]))),
  Arrow(
    "a note stands for what was tried", qualified + [("amel", .note(Note(Body("Essayé X"))))], "amel",
    .escalate(
      to: .n2, handoff: Handoff(symptom: "x", hypothesis: "aucune", needed: "x", evidence: "aucune"), target: nil),
    .goes(.open)),
  Arrow(
    "break the glass for a P3", [("amel", .qualify(.of(3, 3)))], "amel", .escalate(to: .n2, handoff: nil, target: nil),
    .refused(.noEmergency(.p3))),
  Arrow(
    "escalate to the same level", qualified, "amel", .escalate(to: .n1, handoff: .full, target: nil),
    .refused(.levelNotAbove(.n1, current: .n1))),
  Arrow(
    "N2 escalates to a vendor", atN2, "chloe", .escalate(to: .v4, handoff: .full, target: nil),
    .refused(.notAllowed(.escalate, .escalateToVendor, profile: .n2))),
  Arrow("complete what is not owed", atN2, "amel", .completeHandoff(.full), .refused(.nothingOwed)),
  Arrow(
    "N1 returns", atN2, "amel", .return(to: .n1, reason: "x"), .refused(.notAllowed(.return, .returnDown, profile: .n1))
  ),
  Arrow("return upwards", atN2, "chloe", .return(to: .n3, reason: "x"), .refused(.levelNotBelow(.n3, current: .n2))),
  Arrow(
    "resolve with nothing said", open, "amel",
    .resolve(Resolution(code: .other, summary: "", told: .message, knowledge: .linked("")), message: nil),
    .refused(.missing([.summary, .message, .article]))),
  Arrow("resolve at N2 without a root cause", atN2, "chloe", resolve, .refused(.missing([.rootCause]))),
  Arrow(
    "N1 closes early as a manager", resolved, "amel", .close(.manager),
    .refused(.notAllowed(.close, .closeEarly, profile: .n1))),
  Arrow(
    "N1 reopens a closed ticket", closed, "amel", reopen, .refused(.notAllowed(.reopen, .reopenClosed, profile: .n1))),
  Arrow(
    "N1 restores", cancelled, "amel", .restore(reason: "x"), .refused(.notAllowed(.restore, .restore, profile: .n1))),
  Arrow(
    "spam after an answer", [("amel", .reply(.saying("Bonjour"))), ("amel", .release(reason: nil))], "amel", .spam,
    .refused(.wrongState(.spam, state: .open))),
  Arrow("link to itself", open, "amel", .link(Link(.relates, TicketID(site: "LYO", number: 1))), .refused(.linkToSelf)),
  Arrow("tag twice", open + [("amel", .tag("vip"))], "amel", .tag("vip"), .refused(.alreadyThere)),
  Arrow("admin replies", open, "ines", .reply(.saying("x")), .refused(.notAllowed(.reply, .work, profile: .admin))),
]

@Suite struct MachineTests {
  @Test(arguments: taken + wrongStates + guards) func arrow(_ arrow: Arrow) throws {
    var life = Life()
    for (who, intent) in arrow.before { try life.act(who, intent) }
    let before = life.ticket
    switch arrow.outcome {
    case .goes(let state):
      try life.act(arrow.actor, arrow.intent)
      #expect(life.ticket.state == state)
    case .refused(let refusal):
      #expect(throws: refusal) { try life.act(arrow.actor, arrow.intent) }
      #expect(life.ticket == before)
    }
  }

  /// Every state can reach `closed`, by the arrows the table above takes.
  @Test func everyStateReachesClosed() throws {
    let ways: [State: [(String, Intent)]] = [
      .spam: [("amel", .unspam)], .cancelled: [("rene", .restore(reason: "x"))],
      .resolved: [("amel", .close(.confirmed))],
    ]
    for (label, before) in states where label != "closed" {
      var life = Life()
      for (who, intent) in before { try life.act(who, intent) }
      for _ in 0..<3 where life.ticket.state != .closed {
        for (who, intent) in ways[life.ticket.state] ?? [("amel", resolve)] { try life.act(who, intent) }
      }
      #expect(life.ticket.state == .closed, "from \(label)")
    }
  }

  @Test func autoCloseWaitsForItsDate() throws {
    var life = Life()
    for (who, intent) in resolved { try life.act(who, intent) }
    let due = try #require(life.rules.autoClose(life.ticket))
    #expect(throws: Refusal.tooEarly(until: due)) { try life.act("timer", .close(.auto)) }
    life.now = due
    try life.act("timer", .close(.auto))
    #expect(life.ticket.state == .closed)
  }

  @Test func reopeningHasAWindow() throws {
    var life = Life()
    for (who, intent) in closed { try life.act(who, intent) }
    life.now = life.now + 30 * 86_400
    #expect(throws: Refusal.windowOver(days: 5)) { try life.act("rene", reopen) }
    #expect(throws: Refusal.windowOver(days: 5)) { try life.act("mail", .receive(.saying("Encore"))) }
  }

  @Test func stewardFollowsWhereTheOwnerChanges() throws {
    var life = Life()
    for (who, intent) in atN2 { try life.act(who, intent) }
    #expect(life.ticket.steward == "amel")
    #expect(life.ticket.owner == nil)
    #expect(life.ticket.lastOwner == "amel")
    try life.act("chloe", .take)
    #expect(life.ticket.steward == "amel")
    #expect(life.ticket.owner == "chloe")
  }

  @Test func wordsThatLeaveTheHouseSeeWhatChanged() throws {
    var life = Life()
    try life.act("amel", .take)
    let seen = life.ticket.lamport
    try life.act("bob", .note(Note(Body("vu"))))
    try life.act("amel", .reply(.saying("Un")), seen: seen)
    try life.act("bob", .steal(reason: "urgent"))
    let seenByAmel = life.ticket.lamport - 1
    #expect(throws: Refusal.changed(by: "bob", at: life.now, op: "ticket.assigned", count: 1)) {
      try life.act("amel", .reply(.saying("Deux")), seen: seenByAmel)
    }
  }

  /// What Bob does while Amel fills in a form, and whether her form is held up by it.
  @Test(arguments: [
    ("qualified", Intent.qualify(.of(1, 2)), Intent.qualify(.of(3, 3)), true),
    ("qualified, then by hand", .qualify(.of(1, 2)), .prioritise(.p2, reason: "VIP"), true),
    ("by hand", .prioritise(.p1, reason: "paie"), .qualify(.of(3, 3)), true),
    ("taken over", .steal(reason: "urgent"), .escalate(to: .n2, handoff: .full, target: nil), true),
    ("answered", .reply(.saying("Vu")), .qualify(.of(3, 3)), false),
    ("tagged", .tag("vip"), .cancel(reason: "doublon"), false),
    ("answered, to be cancelled", .reply(.saying("Vu")), .cancel(reason: "doublon"), true),
    ("qualified, to be tagged", .qualify(.of(1, 2)), .tag("vip"), false),
  ])
  func aFormIsHeldUpByWhatItSets(name: String, deed: Intent, form: Intent, isHeld: Bool) throws {
    var life = Life()
    try life.act("amel", .take)
    try life.act("amel", .qualify(.of(3, 4)))
    let seen = life.ticket.lamport
    try life.act("bob", deed)
    var changed = false
    do { try life.act("amel", form, seen: seen) } catch Refusal.changed { changed = true }
    #expect(changed == isHeld, "\(name)")
  }

  @Test func aMailIsToldByItsWriter() throws {
    var life = Life()
    try life.act("amel", .take)
    let seen = life.ticket.lamport
    let letter = Letter(from: Party(name: "Élise Bérard"), body: Body("Alors ?"), channel: .mail)
    life.record([.messageIn(letter), .tagAdded("x")], by: .mail)
    #expect(throws: Refusal.changed(by: "Élise Bérard", at: life.now, op: "message.in", count: 1)) {
      try life.act("amel", .reply(.saying("Oui")), seen: seen)
    }
  }

  @Test func overrideStandsBesideTheComputedPriority() throws {
    var life = Life()
    try life.act("amel", .qualify(.of(3, 4)))
    try life.act("amel", .prioritise(.p2, reason: "VIP"))
    #expect(life.ticket.priority == .p2)
    #expect(life.ticket.computed == .p4)
    try life.act("amel", .prioritise(nil, reason: "fini"))
    #expect(life.ticket.priority == .p4)
  }
}
