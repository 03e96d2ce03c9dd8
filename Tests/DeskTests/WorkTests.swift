import Desk
import Kit
import Testing

/// One wish about work, and what is said of it.
private struct Wish: Sendable, CustomTestStringConvertible {
  let name: String
  let actor: String
  let intent: Intent
  let refusal: Refusal?

  init(_ name: String, by actor: String = "amel", _ intent: Intent, _ refusal: Refusal? = nil) {
    self.name = name
    self.actor = actor
    self.intent = intent
    self.refusal = refusal
  }

  var testDescription: String { name }
}

private let now = TestDesk.start
private func time(_ minutes: Int, doneAt: Instant? = nil) -> Intent {
  .logTime(WorkTime(minutes: minutes, activity: .repair, doneAt: doneAt))
}
private func task(_ task: WorkTask) -> Intent { .addTask(task) }
private func session(_ start: Int64, _ end: Int64, tool: String = "AnyDesk", consent: String = "oui") -> Intent {
  .recordSession(RemoteSession(tool: tool, start: now + start, end: now + end, consent: consent))
}

private let wishes: [Wish] = [
  Wish("a minute", time(1)),
  Wish("a day", time(1440)),
  Wish("no time", time(0), .notBetween(.time, least: 1, most: 1440)),
  Wish("less than none", time(-5), .notBetween(.time, least: 1, most: 1440)),
  Wish("more than a day", time(1441), .notBetween(.time, least: 1, most: 1440)),
  Wish("time spent yesterday", time(10, doneAt: now + -86_400)),
  Wish("time spent tomorrow", time(10, doneAt: now + 86_400), .inFuture(.doneAt)),
  Wish("an auditor's time", by: "otto", time(10), .notAllowed(.logTime, .work, profile: .auditor)),
  Wish("correct what is not there", .correctTime(event: "E99", minutes: 5, reason: "x"), .invalid(.event, text: "E99")),
  Wish("a task", task(WorkTask("Changer l’écran"))),
  Wish("a task without words", task(WorkTask(" ")), .missing([.task])),
  Wish("a task on site, nowhere", task(WorkTask("Écran", kind: .onsite)), .missing([.place])),
  Wish("a task on site", task(WorkTask("Écran", kind: .onsite, place: "Lyon 3", travel: 40))),
  Wish("a task in the workshop", task(WorkTask("Écran", kind: .workshop, place: "Atelier"))),
  Wish(
    "a task that takes days on the road", task(WorkTask("Écran", travel: 9999)),
    .notBetween(.travel, least: 0, most: 1440)),
  Wish("a task that ends without a start", task(WorkTask("Écran", end: now + 3600)), .missing([.start])),
  Wish(
    "a task that ends before it starts", task(WorkTask("Écran", start: now + 7200, end: now + 3600)),
    .invalid(.end, text: (now + 3600).rfc3339)),
  Wish("a task for nobody known", task(WorkTask("Écran", assignee: "zoe")), .noSuchAgent("zoe")),
  Wish("a task for who left", task(WorkTask("Écran", assignee: "gone")), .agentInactive("gone")),
  Wish("a task for a colleague of any level", task(WorkTask("Écran", assignee: "bob"))),
  Wish("end a task that is not there", .finishTask(event: "E99", outcome: "x"), .invalid(.event, text: "E99")),
  Wish("a session", session(-1800, -600)),
  Wish("a session to come", session(600, 1800), .inFuture(.end)),
  Wish("a session that ends first", session(-600, -1800), .invalid(.end, text: (now + -1800).rfc3339)),
  Wish("a session nobody agreed to", session(-1800, -600, consent: " "), .missing([.consent])),
  Wish("a checklist", .applyChecklist(name: "Arrivée", items: ["Compte", "Badge"])),
  Wish("a checklist of nothing", .applyChecklist(name: "Arrivée", items: []), .missing([.item])),
  Wish(
    "a checklist without end", .applyChecklist(name: "Arrivée", items: Array(repeating: "x", count: 101)),
    .tooMany(.item, limit: 100)),
  Wish("tick what is not there", .tick(event: "E99", item: 1, isDone: true), .invalid(.event, text: "E99")),
  Wish("a major incident", by: "eva", .declareMajor(reason: "tout est tombé", every: 30)),
  Wish(
    "a major incident by N1", .declareMajor(reason: "x", every: 30),
    .notAllowed(.declareMajor, .declareMajor, profile: .n1)),
  Wish("a major incident without a reason", by: "eva", .declareMajor(reason: "", every: 30), .missing([.reason])),
  Wish(
    "a word every second", by: "eva", .declareMajor(reason: "x", every: 0), .notBetween(.every, least: 5, most: 1440)),
  Wish("end what is none", by: "eva", .endMajor(reason: "x"), .notThere),
  Wish("another requester", .changeRequester(to: Party(name: "Zoé"), customer: "acme", site: nil)),
  Wish(
    "the same requester",
    .changeRequester(to: Party(name: "Élise Bérard", email: "elise@exemple.fr"), customer: nil, site: nil),
    .alreadyThere),
  Wish("nobody", .changeRequester(to: Party(name: " "), customer: nil, site: nil), .missing([.requester])),
  Wish("an asset", .linkAsset("PRN-12")),
  Wish("no asset where there is none", .linkAsset(nil), .notThere),
  Wish("a contract", .linkContract("C-1")),
  Wish("ask before it is over", .askSatisfaction, .wrongState(.askSatisfaction, state: .new)),
  Wish(
    "an opinion before it is over", .answerSatisfaction(score: 4, comment: nil),
    .wrongState(.answerSatisfaction, state: .new)),
]

/// Contracts of two customers, and one of nobody's.
private func contracts() -> Rules {
  var rules = TestDesk.rules
  rules.directory.apply(.customer(Customer(id: "acme", name: "ACME")))
  rules.directory.apply(.customer(Customer(id: "tilleul", name: "Le Tilleul", contract: "t2")))
  rules.directory.apply(.contract(Contract(id: "or", customer: "acme", name: "Or")))
  rules.directory.apply(.contract(Contract(id: "t1", customer: "tilleul", name: "T1")))
  rules.directory.apply(.contract(Contract(id: "t2", name: "T2")))
  rules.directory.apply(.contract(Contract(id: "libre", name: "Libre")))
  return rules
}

@Suite struct WorkTests {
  /// A contract, and why neither the ticket of ACME nor its time goes on it.
  @Test(arguments: [
    ("or", nil), ("libre", nil), ("t1", Refusal.otherCustomer(contract: "t1", of: "Le Tilleul", ticket: "ACME")),
    ("t2", .otherCustomer(contract: "t2", of: "Le Tilleul", ticket: "ACME")),
  ])
  func aContractBelongsToOneCustomer(_ contract: String, _ refusal: Refusal?) throws {
    var life = Life(rules: contracts())
    let time = Intent.logTime(WorkTime(minutes: 5, activity: .repair, contract: contract))
    // Whose the ticket is is not known yet.
    try life.act("amel", time)
    try life.act("amel", .changeRequester(to: Party(name: "Zoé"), customer: "acme", site: nil))
    for intent in [time, .linkContract(contract)] {
      guard let refusal else {
        try life.act("amel", intent)
        continue
      }
      #expect(throws: refusal) { try life.act("amel", intent) }
    }
    // What was recorded before is read as it was.
    #expect(life.ticket.debits.first?.contract == contract)
  }

  private static let payers: [(linked: String?, payer: String)] = [(nil, "or"), ("or", "or"), ("libre", "libre")]
  private static let laterLinks: [String?] = [nil, "or", "libre"]

  private static func drawn(_ life: Life, _ contract: String) throws -> Int {
    let known = try #require(contracts().directory.contracts[contract])
    return ContractAccount(known, in: contracts().directory, debits: life.ticket.debits, zone: .utc).balance().drawn
  }

  /// What paid as time was logged, and what the ticket is linked to afterwards: minutes that were drawn stay drawn, and
  /// a correction goes back to who paid.
  @Test(arguments: payers, laterLinks)
  func earlierMinutesStayWithWhoPaid(_ paying: (linked: String?, payer: String), _ later: String?) throws {
    var life = Life(rules: contracts())
    try life.act("amel", .changeRequester(to: Party(name: "Zoé"), customer: "acme", site: nil))
    if let linked = paying.linked { try life.act("amel", .linkContract(linked)) }
    try life.act("amel", time(30))
    let event = try #require(life.ticket.work.times.first?.event)
    let before = try ["or", "libre"].map { try WorkTests.drawn(life, $0) }
    #expect(life.ticket.debits.map(\.contract) == [paying.payer])
    if later != paying.linked { try life.act("amel", .linkContract(later)) }
    #expect(try ["or", "libre"].map { try WorkTests.drawn(life, $0) } == before)
    try life.act("amel", .correctTime(event: event, minutes: 10, reason: "erreur"))
    #expect(try WorkTests.drawn(life, paying.payer) == 10)
  }

  /// Minutes that nothing paid for are drawn from the contract that the ticket is linked to at last, as those of older
  /// events are; what is not billed names no contract.
  @Test func whatNothingPaidForFollowsTheLink() throws {
    var life = Life(rules: contracts())
    try life.act("amel", time(30))
    try life.act("amel", .logTime(WorkTime(minutes: 5, activity: .call, isBillable: false)))
    #expect(life.ticket.work.times.map(\.logged.contract) == [nil, nil])
    try life.act("amel", .linkContract("libre"))
    #expect(life.ticket.debits.map(\.contract) == ["libre"])
  }

  @Test func timeGoesOnAContractThatIsThere() throws {
    var life = Life(rules: contracts())
    let time = Intent.logTime(WorkTime(minutes: 5, activity: .repair, contract: "libr"))
    #expect(throws: Refusal.noSuchContract("libr", near: "libre")) { try life.act("amel", time) }
  }

  @Test(arguments: wishes) private func wish(_ wish: Wish) throws {
    var life = Life()
    let before = life.ticket
    guard let refusal = wish.refusal else { return try life.act(wish.actor, wish.intent) }
    #expect(throws: refusal) { try life.act(wish.actor, wish.intent) }
    #expect(life.ticket == before)
  }

  @Test func theSumIsWhatTheLatestCorrectionsSay() throws {
    var life = Life()
    try life.act("amel", time(25))
    let first = try #require(life.ticket.work.times.last?.event)
    try life.act("amel", .logTime(WorkTime(minutes: 10, activity: .call, isBillable: false)))
    #expect(life.ticket.work.minutes == 35)
    #expect(life.ticket.work.billableMinutes == 25)
    try life.act("amel", .correctTime(event: first, minutes: 20, reason: "pause"))
    try life.act("amel", .correctTime(event: first, minutes: 15, reason: "pause plus longue"))
    #expect(life.ticket.work.minutes == 25)
    let spent = try #require(life.ticket.work.times[event: first])
    #expect(spent.logged.minutes == 25)
    #expect(spent.correction?.reason == "pause plus longue")
    #expect(throws: Refusal.alreadyThere) { try life.act("amel", .correctTime(event: first, minutes: 15, reason: "x")) }
    try life.act("amel", .correctTime(event: first, minutes: 0, reason: "autre ticket"))
    #expect(life.ticket.work.minutes == 10)
    #expect(life.ticket.entries.count { $0.fact.op == "time.corrected" } == 3)
  }

  @Test func onlyALeadCorrectsTheTimeOfOthers() throws {
    var life = Life()
    try life.act("amel", time(25))
    let event = try #require(life.ticket.work.times.last?.event)
    let correction = Intent.correctTime(event: event, minutes: 5, reason: "x")
    #expect(throws: Refusal.notAllowed(.correctTime, .actForOthers, profile: .n1)) { try life.act("bob", correction) }
    try life.act("rene", correction)
    #expect(life.ticket.work.minutes == 5)
  }

  @Test func timeIsLoggedWhenAllIsOverAndTasksDoNotKeepATicketOpen() throws {
    var life = Life()
    try life.act("amel", .take)
    try life.act("amel", task(WorkTask("Rapporter l’ancien écran")))
    try life.act("amel", .resolve(.simple(), message: nil))
    #expect(life.ticket.work.openTasks.count == 1)
    let event = try #require(life.ticket.work.tasks.last?.event)
    try life.act("amel", .finishTask(event: event, outcome: "rendu"))
    #expect(life.ticket.work.openTasks.isEmpty)
    #expect(throws: Refusal.alreadyThere) { try life.act("amel", .finishTask(event: event, outcome: "encore")) }
    try life.act("amel", .close(.confirmed))
    try life.act("amel", time(30))
    #expect(life.ticket.work.minutes == 30)
  }

  @Test func aChecklistIsTickedAndUnticked() throws {
    var life = Life()
    try life.act("amel", .applyChecklist(name: "Arrivée", items: ["Compte", "Badge", "Poste"]))
    let event = try #require(life.ticket.work.checklists.last?.event)
    try life.act("amel", .tick(event: event, item: 1, isDone: true))
    try life.act("bob", .tick(event: event, item: 3, isDone: true))
    #expect(life.ticket.work.checklists[0].done == 2)
    #expect(life.ticket.work.checklists[0].items[2].doneBy == "bob")
    #expect(throws: Refusal.alreadyThere) { try life.act("bob", .tick(event: event, item: 1, isDone: true)) }
    try life.act("amel", .tick(event: event, item: 1, isDone: false))
    #expect(throws: Refusal.notBetween(.item, least: 1, most: 3)) {
      try life.act("amel", .tick(event: event, item: 4, isDone: true))
    }
    #expect(throws: Refusal.alreadyThere) {
      try life.act("amel", .applyChecklist(name: "Arrivée", items: ["encore"]))
    }
    #expect(life.ticket.work.checklists[0].done == 1)
  }

  @Test func aMajorIncidentIsAP0UntilItEnds() throws {
    var life = Life()
    try life.act("amel", .qualify(.of(3, 3)))
    try life.act("eva", .declareMajor(reason: "messagerie", every: 30))
    #expect(life.ticket.priority == .p0)
    let declared = life.now
    #expect(life.ticket.communicationDue == declared + 1800)
    life.now = declared + 1200
    try life.act("eva", .reply(.saying("On cherche.")))
    #expect(life.ticket.communicationDue == life.now + 1800)
    #expect(throws: Refusal.alreadyThere) { try life.act("eva", .declareMajor(reason: "x", every: 30)) }
    try life.act("eva", .endMajor(reason: "rétabli"))
    #expect(life.ticket.priority == .p3)
    #expect(life.ticket.major == nil)
    #expect(life.ticket.communicationDue == nil)
  }

  @Test func anOpinionIsAskedAndGivenOnceForEachEnd() throws {
    var life = Life()
    try life.act("amel", .take)
    try life.act("amel", .resolve(.simple(), message: nil))
    try life.act("amel", .close(.confirmed))
    try life.act("timer", .askSatisfaction)
    #expect(life.ticket.satisfaction?.asked?.of == "elise@exemple.fr")
    #expect(throws: Refusal.alreadyThere) { try life.act("timer", .askSatisfaction) }
    #expect(throws: Refusal.notBetween(.score, least: 1, most: 5)) {
      try life.act("requester", .answerSatisfaction(score: 6, comment: nil))
    }
    try life.act("requester", .answerSatisfaction(score: 4, comment: "rapide"))
    #expect(life.ticket.satisfaction?.answer?.score == 4)
    #expect(throws: Refusal.alreadyThere) { try life.act("requester", .answerSatisfaction(score: 1, comment: nil)) }
    try life.act("rene", .reopen(.agent, reason: "revient"))
    #expect(life.ticket.satisfaction == nil)
    try life.act("amel", .resolve(.simple(), message: nil))
    try life.act("amel", .answerSatisfaction(score: 2, comment: nil))
    #expect(life.ticket.satisfaction?.answer?.score == 2)
  }

  @Test(arguments: [
    ("25", 25), ("25m", 25), ("25 min", 25), ("1h", 60), ("1h30", 90), ("1 H 30", 90), ("1h05m", 65), ("2:15", 135),
    ("0", 0),
    ("", nil), ("h", nil), ("1h60", nil), ("-5", nil), ("1.5h", nil), ("2j", nil), ("1:", nil), ("999999999999", nil),
    ("1h2h3", nil), ("٣", nil),
  ])
  func minutesAreReadAsTheyAreTyped(text: String, minutes: Int?) { #expect(Minutes.read(text) == minutes) }

  /// What a line written by hand may say: the fold bounds it and goes on.
  @Test func theFoldBelievesNoNumber() {
    var life = Life()
    life.record(
      [
        .work(.timeLogged(WorkTime(minutes: .max, activity: .other))),
        .work(.timeCorrected(event: "nowhere", minutes: .min, reason: "")),
        .work(.checklistApplied(name: "x", items: ["a"])),
        .work(.checklistTicked(event: "E4", item: .min, isDone: true)),
        .duty(.majorDeclared(reason: "x", every: .max)), .mergedFrom(TicketID(site: "LYO", number: 9), upTo: .min),
      ], by: .timer)
    #expect(life.ticket.work.minutes == Limits.timeMinutes)
    #expect(life.ticket.major?.every == 1440)
    #expect(life.ticket.communicationDue != nil)
  }
}

@Suite struct RepeatContactTests {
  private let day: Int64 = 86_400

  /// A ticket resolved two minutes after it was taken.
  private func earlier() throws -> Life {
    var life = Life()
    try life.act("amel", .qualify(.of(3, 3)))
    try life.act("amel", .take)
    try life.act("amel", .resolve(.simple(), message: nil))
    return life
  }

  private func later(_ days: Int64, category: String = "Impression") throws -> Life {
    var life = Life(id: TicketID(site: "LYO", number: 2), at: TestDesk.start + days * day + 600)
    try life.act("amel", .qualify(.of(3, 3, category)))
    return life
  }

  @Test(arguments: [(1, "Impression", true), (13, "Impression", true), (15, "Impression", false), (1, "Réseau", false)])
  func comesBack(days: Int, category: String, isRepeat: Bool) throws {
    let old = try earlier().ticket
    let row = Summary(try later(Int64(days), category: category).ticket)
    let candidates = RepeatContact.candidates(for: row, among: [Summary(old), row])
    #expect((candidates == [old.id] && RepeatContact.isRepeat(row, of: old)) == isRepeat)
  }

  @Test func whatIsStillOpenIsNoRepeat() throws {
    var life = Life()
    try life.act("amel", .qualify(.of(3, 3)))
    #expect(!RepeatContact.isRepeat(Summary(try later(1).ticket), of: life.ticket))
  }

  @Test func aResolutionCountsThoughItWasReopenedSince() throws {
    var life = try earlier()
    life.now = life.now + 5 * day
    try life.act("amel", .reopen(.agent, reason: "revient"))
    #expect(RepeatContact.isRepeat(Summary(try later(1).ticket), of: life.ticket))
  }
}
