import Desk
import Kit
import Testing

/// Calls drawn as time: a letter is five minutes, above what happens, below who is called.
@Suite struct PageTrailTests {
  struct Night: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let happens: String
    let called: String
    var start = "2026-03-09 09:00"
    var delay: Int64 = 0
    var hours = DutyHours.always

    init(_ name: String, _ happens: String, _ called: String) {
      (testDescription, self.happens, self.called) = (name, happens, called)
    }

    func at(_ start: String) -> Night { with { $0.start = start } }
    func after(_ delay: Int64) -> Night { with { $0.delay = delay } }
    func during(_ hours: DutyHours) -> Night { with { $0.hours = hours } }

    private func with(_ change: (inout Night) -> Void) -> Night {
      var night = self
      change(&night)
      return night
    }
  }

  /// q: Bob says it is a P1; p: a P3. t: Chloé takes it; A: Bob gives it to her; l: she lets it go. a: she answers the
  /// page; n: she writes a note. r: Bob replies. b: he writes a note. w: he waits for the requester; e: he escalates.
  static let nights: [Night] = [
    Night("nobody answers", "q.............", "1..2..3..!...."),
    Night("the first takes it", "q.t.........", "1..........."),
    Night("the first answers the page", "q..a........", "1..........."),
    Night("the first writes a note", "q.n.........", "1..........."),
    Night("somebody else’s note is no answer", "q.b.....", "1..2..3."),
    Night("that another assigned it is no answer", "qA......", "1..2..3."),
    Night("the requester was answered", "q.r.....", "1......."),
    Night("a P3 calls nobody", "p.......", "........"),
    Night("it calls once it becomes a P1", "p..q...", "...1..2"),
    Night("let go, it calls again", "qt..l.....", "1...1..2.."),
    Night("escalated, it calls again", "qt..e.....", "1...1..2.."),
    Night("who has it makes it a P1: no call", "pt.Q....", "........"),
    Night("another makes it a P1: a call", "pt.q....", "...1..2."),
    Night("taken before the delay is over", "q.t.....", "........").after(900),
    Night("the delay is over", "q.......", "...1..2.").after(900),
    Night("a ticket that waits calls nobody", "q.w.....", "1......."),
    // Monday 17:50, the desk closes at six: the second is called the next morning, ten minutes on.
    Night("outside its hours nobody", "q.......", "1.......").at("2026-03-09 17:50").during(.during(Calendars.bureau)),
    Night("lunch does not count", "q...............", "1..............2").at("2026-03-09 12:20")
      .during(.during(Calendars.bureau)),
  ]

  @Test(arguments: nights) func `a night drawn as letters`(_ night: Night) throws {
    var rules = TestDesk.rules
    let plan = Self.plan(night)
    rules.duty = plan
    let start = moment(night.start)
    var life = Life(at: start + -60, rules: rules, channel: .mail)
    var called = ""
    for (step, letter) in night.happens.enumerated() {
      let now = start + Int64(step) * 300
      life.now = now + -60
      if let (who, intent) = Self.intent(letter) { try life.act(who, intent) }
      life.now = now
      let look = DutyPlan.Look(DutyBook(), rules, at: now)
      let due = plan.due(on: life.ticket, look)
      #expect(due.count <= 1)
      called += due.first.map(Self.letter) ?? "."
      life.record(due.map(Fact.duty), by: .timer)
      // Whoever looks again at once finds nothing.
      #expect(plan.due(on: life.ticket, look).isEmpty)
    }
    #expect(called == night.called)
  }

  private static func plan(_ night: Night) -> DutyPlan {
    var rota = RotaTests.rota("-", ["mon 09:00"], from: "2026-03-09", hours: night.hours)
    rota.members = ["chloe", "driss"]
    rota.pages = try? Query("p0-1")
    rota.delay = night.delay
    rota.steps = [DutyStep(after: 900, .next), DutyStep(after: 900, .agent("eva"))]
    return DutyPlan([rota])
  }

  private static func intent(_ letter: Character) -> (String, Intent)? {
    switch letter {
    case "q": ("bob", .qualify(.of(1, 1)))
    case "Q": ("chloe", .qualify(.of(1, 1)))
    case "p": ("bob", .qualify(.of(3, 3)))
    case "t": ("chloe", .take)
    case "A": ("bob", .assign(to: "chloe"))
    case "l": ("chloe", .release(reason: "r"))
    case "a": ("chloe", .acknowledge)
    case "n": ("chloe", .note(Note(Body("J’y suis."))))
    case "b": ("bob", .note(Note(Body("Toujours rien."))))
    case "r": ("bob", .reply(.saying("On regarde.")))
    case "w":
      (
        "bob", .ask(.saying("Depuis quand ?"), reason: .information, until: moment("2026-03-11 09:00"))
      )
    case "e": ("chloe", .escalate(to: .n3, handoff: .full, target: nil))
    default: nil
    }
  }

  private static func letter(_ fact: DutyFact) -> String {
    if case .pageSent(let call) = fact { "\(call.step)" } else { "!" }
  }

  /// Who had it in hand before it was merged has it again; who was called is not called anew, and goes on not answering.
  @Test(arguments: [("q.t.mu....", "1........."), ("q..mu.......", "1...2..3..!."), ("mu.q....", "...1..2.")])
  func `merged and taken out again, it stands as it stood`(_ happens: String, _ called: String) throws {
    var rules = TestDesk.rules
    let plan = Self.plan(Night("", "", ""))
    rules.duty = plan
    let start = moment("2026-03-09 09:00")
    var life = Life(at: start + -60, rules: rules, channel: .mail)
    let other = TicketID(site: "LYO", number: 2)
    var told = ""
    for (step, letter) in happens.enumerated() {
      let now = start + Int64(step) * 300
      life.now = now + -60
      switch letter {
      case "m": life.record([.mergedInto(other)], by: TestDesk.actor("bob"))
      case "u": life.record([.mergeUndone(other)], by: TestDesk.actor("bob"))
      default: if let (who, intent) = Self.intent(letter) { try life.act(who, intent) }
      }
      life.now = now
      let due = plan.due(on: life.ticket, DutyPlan.Look(DutyBook(), rules, at: now))
      told += due.first.map(Self.letter) ?? "."
      life.record(due.map(Fact.duty), by: .timer)
    }
    #expect(told == called)
  }

  @Test func `a call that was not carried is tried again, so many times`() throws {
    var rules = TestDesk.rules
    let plan = Self.plan(Night("", "", ""))
    rules.duty = plan
    let start = moment("2026-03-09 09:00")
    var life = Life(at: start, rules: rules, channel: .mail)
    try life.act("bob", .qualify(.of(1, 1)))
    let sent = plan.due(on: life.ticket, DutyPlan.Look(DutyBook(), rules, at: life.now))
    life.record(sent.map(Fact.duty), by: .timer)
    func retries(after seconds: Int64) -> [PageTrail.Call] {
      plan.retries(on: life.ticket, DutyPlan.Look(DutyBook(), rules, at: life.now + seconds))
    }
    // Whoever recorded it is about to carry it.
    #expect(retries(after: PageTrail.pause - 1).isEmpty)
    let page = try #require(retries(after: PageTrail.pause).first)
    life.record([.duty(.pageFailed(page: page.event, reason: "exit 3"))], by: .timer)
    for _ in 2...PageTrail.tries {
      #expect(retries(after: PageTrail.pause).map(\.event) == [page.event])
      life.now = life.now + PageTrail.pause
      life.record([.duty(.pageRetried(page: page.event))], by: .timer)
      #expect(retries(after: 1).isEmpty)
    }
    #expect(retries(after: 3600).isEmpty)
    let open = life.ticket.openPages(under: rules)
    #expect(open.count == 1 && open.first?.isLost == true && open.first?.failure == "exit 3")
    life.record([.duty(.pageDelivered(page: page.event))], by: .timer)
    #expect(life.ticket.openPages(under: rules).first?.isLost == false)
    try life.act("chloe", .take)
    #expect(life.ticket.openPages(under: rules).isEmpty)
  }

  @Test func `where nobody is on call the next step is called, and where nobody is at all it is said`() throws {
    var rules = TestDesk.rules
    var rota = RotaTests.rota("-", ["mon 09:00"], from: "2026-03-09")
    rota.pages = try? Query("p0-1")
    rota.steps = [DutyStep(after: 900, .agent("gone")), DutyStep(after: 900, .agent("eva"))]
    rules.duty = DutyPlan([rota])
    var life = Life(at: moment("2026-03-09 10:00"), rules: rules, channel: .mail)
    try life.act("bob", .qualify(.of(1, 1)))
    let look = DutyPlan.Look(DutyBook(), rules, at: life.now)
    // Gone is not there any more.
    #expect(
      rules.duty.due(on: life.ticket, look)
        == [.pageSent(DutyCall(rota: "n2", to: "eva", step: 3, isDelivered: false))])
    rota.steps = []
    #expect(DutyPlan([rota]).due(on: life.ticket, look) == [.pageUnanswered(rota: "n2")])
  }

  @Test func `nothing to answer, nothing to acknowledge`() throws {
    var life = Life()
    #expect(throws: Refusal.noOpenPage) { try life.act("chloe", .acknowledge) }
    #expect(throws: Refusal.notAllowed(.acknowledge, .work, profile: .auditor)) {
      try life.act("otto", .acknowledge)
    }
  }
}
