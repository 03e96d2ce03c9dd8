import Desk
import Kit
import Testing

/// One value of each fact, with every optional part given and then with none.
let everyFact: [Fact] = {
  let at = TestDesk.start
  let party = Party(name: "Élise", email: "e@x.fr", phone: "4127")
  let file = Attachment(name: "écran.png", type: "image/png", bytes: 12, sha256: String(repeating: "a", count: 64))
  let letter = Letter(
    from: party, to: ["a@b.c"], cc: ["d@e.f"], subject: "Objet", body: Body("Corps\n\u{1B}[31m", blob: "ff"),
    channel: .mail, attachments: [file], messageID: "<1@x>", inReplyTo: ["<0@x>"], references: ["<0@x>"], isAuto: true,
    raw: "ab")
  let id = TicketID(site: "PAR", number: 7)
  return [
    .opened(
      Opening(
        subject: "S", channel: .chat, requester: party, customer: "c1", site: "Lyon", asset: "PC-1", occurredAt: at,
        receivedAt: at)),
    .opened(Opening(subject: "S", channel: .phone, requester: Party(name: ""))),
    .qualified(.of(1, 4)), .priorityOverridden(.p0, reason: "r"), .priorityOverridden(nil, reason: "r"),
    .routed(group: "Réseau"), .assigned(to: "bob", mode: .steal, reason: "r"),
    .assigned(to: "bob", mode: .take, reason: nil), .released(reason: "r"), .released(reason: nil),
    .escalated(from: .n1, to: .v5, handoff: .full, target: "eva"),
    .escalated(from: .n1, to: .n2, handoff: nil, target: nil), .handoffCompleted(.full),
    .returned(from: .n2, to: .n1, reason: "r"), .planned(start: at, chosenBy: .us),
    .waiting(Wait(on: .third, reason: .vendor, until: at, party: "HP")),
    .waiting(Wait(on: .user, reason: .userTest, until: at)), .resumed(.timer),
    .resolved(
      Resolution(
        code: .softwareFix, summary: "s", rootCause: "c", told: .message, knowledge: .linked("KB-1"),
        firstContact: true)),
    .resolved(Resolution(code: .other, summary: "s", told: .phone, knowledge: .draft)),
    .resolved(.simple()), .reopened(.requester, reason: ""), .closed(.auto), .cancelled(reason: "r"),
    .restored(reason: "r"), .markedSpam, .unmarkedSpam, .stewardChanged(to: "amel"), .messageIn(letter),
    .messageOut(Letter(body: Body(""), channel: .phone)),
    .noteAdded(Note(Body("n", blob: "b"), visibility: .restricted, attachments: [file])), .noteAdded(Note(Body("n"))),
    .deliveryFailed(recipient: "a@b", status: "5.1.1"), .linkAdded(Link(.causedBy, id)),
    .linkRemoved(Link(.parent, id)),
    .mergedInto(id), .mergedFrom(id, upTo: 4), .mergeUndone(id), .splitOut(to: id, event: "E"),
    .splitIn(from: id, event: "E"), .watcherAdded("bob"), .watcherRemoved("bob"), .tagAdded("vip"), .tagRemoved("vip"),
    .repaired(Repair(damage: [.init(kind: "torn", line: 2, bytes: 9, seal: "n")])),
    .work(.timeLogged(WorkTime(minutes: 25, activity: .followUp, isBillable: false, contract: "C1", doneAt: at))),
    .work(.timeLogged(WorkTime(minutes: 5, activity: .call))),
    .work(.timeCorrected(event: "E", minutes: 20, reason: "r")),
    .work(
      .taskAdded(WorkTask("t", kind: .onsite, assignee: "bob", start: at, end: at + 60, place: "Lyon", travel: 40))),
    .work(.taskAdded(WorkTask("t"))), .work(.taskDone(event: "E", outcome: "o")),
    .work(.remoteSession(RemoteSession(tool: "VNC", start: at, end: at + 600, consent: "oui"))),
    .work(.checklistApplied(name: "Arrivée", items: ["Compte", "Badge"])),
    .work(.checklistTicked(event: "E", item: 2, isDone: true)),
    .service(.crossed(Threshold(clock: .resolve, percent: 75))),
    .service(.crossed(Threshold(clock: .update, cycle: 3, percent: 150))),
    .service(.waived(.firstReply, reason: "r")), .duty(.majorDeclared(reason: "r", every: 30)),
    .duty(.majorEnded(reason: "r")),
    .duty(.pageSent(DutyCall(rota: "astreinte", to: "bob", step: 2, isDelivered: false))),
    .duty(.pageAcknowledged(page: "E")), .duty(.pageRetried(page: "E")), .duty(.pageDelivered(page: "E")),
    .duty(.pageFailed(page: "E", reason: "exit 3")), .duty(.pageUnanswered(rota: "astreinte")),
    .concern(.requesterChanged(to: party, customer: "c1", site: "Lyon")),
    .concern(.requesterChanged(to: Party(name: "X"), customer: nil, site: nil)), .concern(.assetLinked("PC-1")),
    .concern(.assetLinked(nil)), .concern(.contractLinked("C1")), .concern(.contractLinked(nil)),
    .concern(.satisfactionAsked(of: "a@b")), .concern(.satisfactionAnswered(score: 4, comment: "bien")),
    .concern(.satisfactionAnswered(score: 1, comment: nil)), .automat(.ruleFired(rule: "r", cause: "E")),
    .automat(.ruleFired(rule: "r", cause: "E", refused: [RefusedAction(verb: .assign, why: "nobody")])),
    .automat(.recurred(rule: "sauvegardes", occurrence: 20_261_123)),
    .automat(.recurred(rule: "sauvegardes", occurrence: 20_261_123, missed: 2)), .automat(.skipped(reason: "r")),
    .unknown(op: "sla.forgotten", d: .object(of: ("clock", "resolve"), ("pct", 75))),
  ]
}()

@Suite struct FoldTests {
  @Test(arguments: everyFact) func factComesBackFromItsLine(_ fact: Fact) {
    #expect(Fact(op: fact.op, d: fact.d) == fact)
  }

  /// A known operation whose data does not fit is kept as unknown, word for word.
  @Test(
    arguments: everyFact.map(\.op).filter { $0 != "ticket.spam" && $0 != "ticket.unspam" && $0 != "ticket.released" })
  func misshapenDataIsUnknown(_ op: String) {
    let odd = JSON.object(of: ("surprise", 1))
    #expect(Fact(op: op, d: odd) == .unknown(op: op, d: odd))
  }

  private func event(_ fact: Fact, _ n: Int) -> TicketEvent {
    TicketEvent(id: "E\(n)", site: "LYO", n: n, lamport: Int64(n), at: TestDesk.start, by: "amel", fact: fact)
  }

  /// What the name of an operation says of the state is what the fold makes of it, from every active state.
  @Test(arguments: everyFact) func theNameTellsTheMove(_ fact: Fact) {
    let rules = Rules()
    let before: [Fact] = [
      .tagAdded("new"), .assigned(to: "amel", mode: .take, reason: nil),
      .planned(start: TestDesk.start, chosenBy: .us),
      .waiting(Wait(on: .user, reason: .userTest, until: TestDesk.start)),
      .waiting(Wait(on: .third, reason: .vendor, until: TestDesk.start)),
    ]
    for (at, first) in before.enumerated() {
      var ticket = Ticket(id: TicketID(site: "LYO", number: 1))
      for (n, each) in [everyFact[0], first].enumerated() {
        ticket.apply(event(each, n + 1), under: rules)
      }
      let state = ticket.state
      ticket.apply(event(fact, 3), under: rules)
      switch StateMove(op: fact.op) {
      case .none: #expect(ticket.state == state, "after \(at)")
      case .ends: #expect(!ticket.state.isActive, "after \(at)")
      case .unknown: break
      }
    }
  }

  @Test func foldIgnoresTheOrderOfArrival() throws {
    var life = Life()
    try life.act("amel", .take)
    try life.act("amel", .qualify(.of(1, 2)))
    try life.act("amel", .escalate(to: .n2, handoff: .full, target: nil))
    try life.act("chloe", .take)
    try life.act("chloe", .resolve(.simple(rootCause: "pilote"), message: nil))
    for seed in 1...20 {
      var shuffled = life.events
      for i in shuffled.indices { shuffled.swapAt(i, (i * 7 + seed * 3) % shuffled.count) }
      #expect(Ticket.fold(life.ticket.id, shuffled, under: life.rules) == life.ticket)
    }
  }

  @Test func unknownEventsAreShownAndChangeNothing() {
    var life = Life()
    let before = life.ticket
    life.record([.unknown(op: "csat.forgotten", d: .object([]))], by: .timer)
    #expect(life.ticket.entries.count == before.entries.count + 1)
    #expect(life.ticket.state == before.state)
  }

  @Test func laterSiteAddsToTheSameTicket() throws {
    var life = Life()
    try life.act("amel", .take)
    let paris = TicketEvent(
      id: "P", site: "PAR", n: 1, lamport: life.ticket.lamport + 1, at: life.now + 5, by: "driss",
      fact: .noteAdded(Note(Body("vu de Paris"))))
    let both = Ticket.fold(life.ticket.id, [paris] + life.events, under: life.rules)
    #expect(both.entries.last?.event == "P")
    #expect(both.noteCount == 1)
  }

  @Test func deadlineFollowsPriorityAndWaits() throws {
    var life = Life(channel: .mail)
    #expect(life.ticket.due(under: life.rules)?.clock == .acknowledge)
    try life.act("amel", .take)
    #expect(life.ticket.due(under: life.rules)?.clock == .firstReply)
    try life.act("amel", .ask(.saying("?"), reason: .information, until: TestDesk.start + 86_400))
    guard case .paused = life.ticket.due(under: life.rules)?.standing else {
      Issue.record("a ticket that waits for its requester has no deadline")
      return
    }
  }

  /// A call was answered while it was made; a mail waits for its answer, and a program's mail for none.
  @Test func onlyWhatWasWrittenAwaitsAnAnswer() throws {
    #expect(!Life(channel: .phone).ticket.awaitsReply)
    var life = Life(channel: .mail)
    #expect(life.ticket.awaitsReply)
    try life.act("amel", .reply(.saying("Bonjour")))
    #expect(!life.ticket.awaitsReply)
    try life.act("mail", .receive(Letter(body: Body("absent"), channel: .mail, isAuto: true)))
    #expect(!life.ticket.awaitsReply)
    try life.act("mail", .receive(.saying("Toujours en panne")))
    #expect(life.ticket.awaitsReply)
  }

  /// A mail came back: until somebody writes, on either side.
  @Test func mailThatCameBackIsShown() throws {
    var life = Life(channel: .mail)
    try life.act("amel", .reply(.saying("Bonjour")))
    #expect(!Summary(life.ticket).hasBounced)
    life.record([.deliveryFailed(recipient: "a@b", status: "5.1.1"), .tagAdded("vpn")], by: .timer)
    #expect(Summary(life.ticket).hasBounced)
    var answered = life
    try answered.act("mail", .receive(.saying("Je vous lis")))
    #expect(!answered.ticket.hasBounced)
    try life.act("amel", .reply(.saying("À une autre adresse")))
    #expect(!life.ticket.hasBounced)
  }

  @Test func textsInBlobsAreGivenBackWhole() {
    var life = Life()
    life.record(
      [.noteAdded(Note(Body("déb", blob: "aa"))), .noteAdded(Note(Body("court")))], by: TestDesk.actor("amel"))
    let whole = life.ticket.unabridged { $0.blob == "aa" ? Body("début et fin") : nil }
    let texts = whole.entries.compactMap { if case .noteAdded(let note) = $0.fact { note.body.text } else { nil } }
    #expect(texts == ["début et fin", "court"])
    #expect(life.ticket.unabridged { _ in nil } == life.ticket)
  }

  @Test func ledgerAndArticlesComeBack() {
    let facts: [LedgerFact] = [
      .agent(
        Agent(
          login: "amel", account: "ahaddad", name: "Amel", profile: .n1, email: "a@b", skills: ["vpn"], active: false)),
      .customer(Customer(id: "c", name: "C", domains: ["c.fr"], sites: ["Lyon"], contract: "Or")),
      .person(Person(party: Party(name: "P", email: "p@c.fr"), customer: "c", site: "Lyon", vip: true)),
      .unknown(op: "site.moved", d: .object([])),
    ]
    for fact in facts { #expect(LedgerFact(op: fact.op, d: fact.d) == fact) }
    let content = ArticleContent(
      title: "T", kind: .script, level: .n2, product: "VPN", category: "Réseau", symptom: "S", steps: ["1", "2"],
      reply: "Bonjour", keywords: ["k"])
    let articles: [ArticleFact] = [
      .created(content), .revised(ArticleContent(title: "U")), .published(.public), .archived, .reviewed,
      .helpful(true, ticket: TicketID(site: "LYO", number: 3)), .unknown(op: "kb.translated", d: .object([])),
    ]
    for fact in articles { #expect(ArticleFact(op: fact.op, d: fact.d) == fact) }
  }
}
