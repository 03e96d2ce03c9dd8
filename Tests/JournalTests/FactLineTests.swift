import Desk
import Journal
import Testing

/// Every fact goes through a line and comes back the same.
@Suite struct FactLineTests {
  static let letter = Letter(
    from: Party(name: "Élise", email: "e@x.fr", phone: "0478"), to: ["a@x", "b@x"], cc: ["c@x"], subject: "Ré: panne",
    body: Body("Bonjour,\r\n\u{202E}piège\u{1B}", blob: String(repeating: "a", count: 64)), channel: .mail,
    attachments: [Attachment(name: "é.png", type: "image/png", bytes: 12, sha256: String(repeating: "b", count: 64))],
    messageID: "<1@x>", inReplyTo: ["<0@x>"], references: ["<0@x>", "<00@x>"], isAuto: true)
  static let handoff = Handoff(symptom: "s", tried: "t", hypothesis: "h", needed: "n", evidence: "e")
  static let other = TicketID(site: "PAR", number: 12)

  static let facts: [Fact] = [
    .opened(
      Opening(
        subject: "« Écran » noir", channel: .walkIn, requester: Party(name: "Luc"), customer: "ACME", site: "Lyon",
        asset: "PC-1", occurredAt: noon, receivedAt: noon + 1)),
    .qualified(Qualification(kind: .request, gravity: .blocking, impact: .department, category: "Réseau")),
    .priorityOverridden(.p1, reason: "VIP"), .priorityOverridden(nil, reason: "no"), .routed(group: "réseau"),
    .assigned(to: "bob", mode: .steal, reason: "congé"), .assigned(to: "bob", mode: .take, reason: nil),
    .released(reason: nil), .released(reason: "r"),
    .escalated(from: .n1, to: .v4, handoff: handoff, target: "vendor"),
    .escalated(from: .n1, to: .n2, handoff: nil, target: nil), .handoffCompleted(handoff),
    .returned(from: .n2, to: .n1, reason: "r"), .planned(start: noon, chosenBy: .user),
    .waiting(Wait(on: .third, reason: .vendor, until: noon, party: "p")),
    .waiting(Wait(on: .user, reason: .userTest, until: noon)), .resumed(.timer),
    .resolved(
      Resolution(
        code: .softwareFix, summary: "s", rootCause: "c", told: .phone, knowledge: .linked("KB-0001"),
        firstContact: true)),
    .resolved(Resolution(code: .duplicate, summary: "s", told: .message, knowledge: .notReusable("n"))),
    .resolved(Resolution(code: .other, summary: "s", told: .message, knowledge: .draft)),
    .reopened(.requester, reason: "r"), .closed(.auto), .cancelled(reason: "r"), .restored(reason: "r"), .markedSpam,
    .unmarkedSpam, .stewardChanged(to: "a"), .messageIn(letter), .messageOut(Letter(body: Body("x"), channel: .chat)),
    .noteAdded(Note(Body("n"), visibility: .restricted, attachments: letter.attachments)),
    .deliveryFailed(recipient: "a@x", status: "5.1.1"), .linkAdded(Link(.causedBy, other)),
    .linkRemoved(Link(.parent, other)), .mergedInto(other), .mergedFrom(other, upTo: 7), .mergeUndone(other),
    .splitOut(to: other, event: "e"), .splitIn(from: other, event: "e"), .watcherAdded("w"), .watcherRemoved("w"),
    .tagAdded("t"), .tagRemoved("t"), .repaired(Repair(damage: [.init(kind: "torn", line: 2, bytes: 9, seal: "n")])),
    .unknown(
      op: "sla.forgotten", d: .object(of: ("clock", "resolve"), ("pct", 75), ("x", .array([.number("1.5"), .null])))),
  ]

  @Test func everyFact() throws {
    for fact in FactLineTests.facts {
      let event = try passed(fact)
      if event.fact != fact { Issue.record("\(fact.op) came back as \(event.fact)") }
    }
    #expect(Set(FactLineTests.facts.map(\.op)).count == 37)
  }

  @Test func everyFactOfArticlesAndLedger() throws {
    let content = ArticleContent(
      title: "Bourrage", kind: .script, level: .n2, product: "p", category: "c", symptom: "s", steps: ["1", "2"],
      reply: "{nom}", keywords: ["k"])
    let articles: [ArticleFact] = [
      .created(content), .revised(content), .published(.public), .archived, .reviewed,
      .helpful(true, ticket: FactLineTests.other), .helpful(false, ticket: nil), .unknown(op: "kb.x", d: .object([])),
    ]
    for fact in articles {
      let event = try passed(fact)
      if event.fact != fact { Issue.record("\(fact.op)") }
    }
    let ledger: [LedgerFact] = [
      .agent(Agent(login: "a", name: "A", profile: .n2, email: "a@x", skills: ["s"], active: false)),
      .customer(Customer(id: "c", name: "C", domains: ["c.fr"], sites: ["Lyon"], contract: "k")),
      .person(Person(party: Party(name: "P", email: "p@x"), customer: "c", site: "Lyon", vip: true)),
      .unknown(op: "x.y", d: .object([])),
    ]
    for fact in ledger {
      let event = try passed(fact)
      if event.fact != fact { Issue.record("\(fact.op)") }
    }
  }

  private func passed<P: Payload>(_ fact: P) throws -> Event<P> {
    var bytes: [UInt8] = []
    _ = Entrant(fact, as: amel, at: noon).append(n: 2, previous: LineTests.genesis, lamport: 5, to: &bytes)
    return try Line.read(Array(bytes.dropLast())).get().event(site: "LYO")
  }
}
