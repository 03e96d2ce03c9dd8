import Console
import Desk
import Kit
import Screen
import Testing

/// Keys in a sheet and the intent they come to.
struct SheetCase: CustomTestStringConvertible, Sendable {
  let name: String
  let kind: SheetKind
  var agent = "amel"
  let ticket: Ticket
  let keys: String
  let intent: Intent

  init(
    _ name: String, _ kind: SheetKind, as agent: String = "amel", on ticket: Ticket, _ keys: String, _ intent: Intent
  ) {
    self.name = name
    self.kind = kind
    self.agent = agent
    self.ticket = ticket
    self.keys = keys
    self.intent = intent
  }

  var testDescription: String { name }
}

/// A letter from an agent to the requester of `workedTicket`.
private func letter(_ text: String, from name: String = "Amel") -> Letter {
  Letter(
    from: Party(name: name), to: ["elise@exemple.fr"], subject: "Re: Serveur de fichiers inaccessible",
    body: Body(text), channel: .mail)
}

private func paris(_ text: String) -> Instant { Instant(rfc3339: text + ":00.000+01:00") ?? Instant(ms: 0) }

private let handoff = Handoff(
  symptom: "Rien ne s’ouvre", tried: "- Redémarré le poste.", hypothesis: "aucune", needed: "Accès", evidence: "aucune")

private func resolution(_ knowledge: KnowledgeDecision, _ told: Told, cause: String? = nil) -> Resolution {
  Resolution(code: .assistance, summary: "Bourrage", rootCause: cause, told: told, knowledge: knowledge)
}

private let unqualified = Life(
  "Wi-Fi instable", id: TicketID(site: "LYO", number: 10449), at: SheetBench.now, rules: SheetBench.rules
).ticket
private let urgent = workedTicket { try $0.act("amel", .qualify(.of(1, 1))) }
private let atN2 = workedTicket { try $0.act("amel", .escalate(to: .n2, handoff: .full, target: nil)) }
private let resolved = workedTicket { try $0.act("amel", .resolve(.simple(), message: nil)) }
private let cancelled = workedTicket { try $0.act("amel", .cancel(reason: "x")) }
private let tagged = workedTicket { try $0.act("amel", .tag("vip")) }
private let owing = workedTicket {
  try $0.act("amel", .qualify(.of(1, 1)))
  try $0.act("amel", .escalate(to: .n2, handoff: nil, target: nil))
}

private let cases: [SheetCase] = [
  .init("note", .note, on: workedTicket(), "Vu avec Chloé.<A-Enter>", .note(Note(Body("Vu avec Chloé.")))),
  .init(
    "note, restricted, from the field above", .note, on: workedTicket(), "Vu.<BackTab><Right><C-x>s",
    .note(Note(Body("Vu."), visibility: .restricted))),
  .init("reply", .reply, on: workedTicket(), "Bonjour,<Enter>Réglé.<A-Enter>", .reply(letter("Bonjour,\nRéglé."))),
  .init(
    "reply, then wait", .reply, on: workedTicket(), "Lequel ?<Tab><Right><Tab><Tab>lundi 14h<A-Enter>",
    .ask(letter("Lequel ?"), reason: .information, until: paris("2025-11-24T14:00"))),
  .init(
    "ask", .ask, on: workedTicket(), "Quel poste ?<Tab><Right><Tab>demain 9h<A-Enter>",
    .ask(letter("Quel poste ?"), reason: .userTest, until: paris("2025-11-22T09:00"))),
  .init(
    "hold", .hold, as: "chloe", on: workedTicket(), "Dell<Tab>f<Tab>25/11<Enter>",
    .hold(party: "Dell", reason: .vendor, until: paris("2025-11-25T09:00"))),
  .init(
    "plan", .plan, on: workedTicket(), "lundi 8h<Enter><Right><Enter>",
    .plan(start: paris("2025-11-24T08:00"), chosenBy: .user)),
  .init(
    "escalate, what was tried begun from the notes", .escalate, on: workedTicket(),
    "<Tab>Rien ne s’ouvre<Tab><Tab>aucune<Tab>Accès<Tab>aucune<A-Enter>",
    .escalate(to: .n2, handoff: handoff, target: nil)),
  .init(
    "escalate to somebody of N3", .escalate, on: workedTicket(),
    "3<Tab>Rien ne s’ouvre<Tab><Tab>aucune<Tab>Accès<Tab>aucune<Tab>ev<Enter><A-Enter>",
    .escalate(to: .n3, handoff: handoff, target: "eva")),
  .init(
    "escalate, the glass broken", .escalate, on: urgent, "<Tab><Right><A-Enter>",
    .escalate(to: .n2, handoff: nil, target: nil)),
  .init(
    "complete the hand-off", .completeHandoff, as: "chloe", on: owing,
    "Rien ne s’ouvre<Tab><Tab>aucune<Tab>Accès<Tab>aucune<A-Enter>", .completeHandoff(handoff)),
  .init(
    "return", .return, as: "chloe", on: atN2, "Déjà documenté<A-Enter>", .return(to: .n1, reason: "Déjà documenté")),
  .init(
    "resolve on the phone, nothing to keep", .resolve, on: workedTicket(),
    "a<Tab>Bourrage<Tab><Right><Tab>r<Tab>geste simple<Enter>",
    .resolve(resolution(.notReusable("geste simple"), .phone), message: nil)),
  .init(
    "resolve by message, an article to write", .resolve, on: workedTicket(),
    "a<Tab>Bourrage<Tab><Tab>Réparé.<Tab><Right><Right><Enter>",
    .resolve(resolution(.draft, .message), message: letter("Réparé."))),
  .init(
    "resolve from N2 on asks for the root cause", .resolve, as: "chloe", on: atN2,
    "a<Tab>Bourrage<Tab>Rouleau usé<Tab><Right><Tab><Right><Right><A-Enter>",
    .resolve(resolution(.draft, .phone, cause: "Rouleau usé"), message: nil)),
  .init("assign", .assign, on: workedTicket(), "bo<Enter><Enter>", .assign(to: "bob")),
  .init(
    "assign, picked in the list", .assign, on: workedTicket(), "<Down><Down><Enter><A-Enter>", .assign(to: "chloe")),
  .init("steal", .steal, as: "bob", on: workedTicket(), "Amel absente<Enter>", .steal(reason: "Amel absente")),
  .init("release, no reason needed", .release, on: workedTicket(), "<Enter>", .release(reason: nil)),
  .init("cancel", .cancel, on: workedTicket(), "Doublon<Enter>", .cancel(reason: "Doublon")),
  .init("restore", .restore, as: "rene", on: cancelled, "Erreur<Enter>", .restore(reason: "Erreur")),
  .init("reopen", .reopen, on: resolved, "Revenu<Enter>", .reopen(.agent, reason: "Revenu")),
  .init("close", .close, on: resolved, "<Enter>", .close(.confirmed)),
  .init(
    "qualify on the grid", .qualify, on: unqualified, "<Up><Tab>d<Tab>wi<Enter><A-Enter>",
    .qualify(Qualification(kind: .request, gravity: .blocking, impact: .group, category: "Réseau / Wi-Fi"))),
  .init(
    "set the priority", .prioritise, on: workedTicket(), "1<Tab>Direction<Enter>",
    .prioritise(.p1, reason: "Direction")),
  .init("tag", .tag, on: workedTicket(), "vip<Enter>", .tag("vip")),
  .init(
    "time", .time, on: workedTicket(), "1h30<Tab>r<Tab><Right><A-Enter>",
    .logTime(WorkTime(minutes: 90, activity: .repair, isBillable: false))),
  .init(
    "a task on site", .task, on: workedTicket(), "Changer l’écran<Tab>s<Tab>lundi 9h<Tab><C-u>Lyon 3<A-Enter>",
    .addTask(WorkTask("Changer l’écran", kind: .onsite, start: paris("2025-11-24T09:00"), place: "Lyon 3"))),
  .init("merge", .merge, on: workedTicket(), "17<Enter>", .merge(into: TicketID(site: "LYO", number: 17))),
  .init(
    "a major incident", .major, as: "eva", on: workedTicket(), "Messagerie<Tab><C-u>45<A-Enter>",
    .declareMajor(reason: "Messagerie", every: 45)),
  .init(
    "an opinion", .opinion, on: resolved, "4<Tab>rapide<A-Enter>", .answerSatisfaction(score: 4, comment: "rapide")),
  .init("untag", .tag, on: tagged, "<Up><Right><Tab>vi<Enter><Enter>", .untag("vip")),
  .init(
    "link by a number alone", .link, on: workedTicket(), "10402<Enter>",
    .link(Link(.relates, TicketID(site: "LYO", number: 10402)))),
]

@Suite("Sheets: keys to intents") struct SheetsIntentTests {
  @Test("keys come to an intent the desk follows", arguments: cases)
  func intent(_ sample: SheetCase) throws {
    var bench = SheetBench(sample.kind, on: sample.ticket, as: sample.agent)
    bench.keys(sample.keys)
    #expect(bench.intent == sample.intent, "\(bench.screen)")
    #expect(bench.outcome == .submitted)
    let decision = Decision(
      on: sample.ticket, as: TestDesk.actor(sample.agent), under: SheetBench.rules, at: SheetBench.now)
    _ = try decision.decide(sample.intent)
  }

  @Test("what the agent looked at goes with it")
  func seen() {
    let ticket = workedTicket()
    var bench = SheetBench(.note, on: ticket)
    bench.keys("Vu.<A-Enter>")
    #expect(bench.asked == [.record(.note(Note(Body("Vu."))), on: ticket.id, seen: ticket.lamport)])
  }

  @Test("a phone call becomes a ticket, a known requester filling their own details")
  func intake() {
    var bench = SheetBench(.intake)
    bench.keys("aich<Enter><Tab><Tab><Tab><Tab>Serveur inaccessible<Tab>Plus rien ne s’ouvre.<Tab><Tab>fich<Enter>")
    bench.keys("<Up><Tab>13:47<A-Enter>")
    let aicha = Party(name: "Aïcha Ben Salah", email: "a.bensalah@vaulx.fr", phone: "4127")
    let opening = Opening(
      subject: "Serveur inaccessible", channel: .phone, requester: aicha, customer: "mairie", site: "Annexe",
      occurredAt: paris("2025-11-21T13:47"))
    #expect(
      bench.asked == [
        .open(
          opening, message: Letter(from: aicha, body: Body("Plus rien ne s’ouvre."), channel: .phone),
          qualification: Qualification(kind: .incident, gravity: .blocking, impact: .group, category: "Fichiers"),
          note: nil)
      ], "\(bench.screen)")
  }

  @Test("somebody new, and no category: to be qualified later")
  func newcomer() {
    var bench = SheetBench(.intake)
    bench.keys("Paul Neuf<Tab>0612<Tab><Tab><Tab><Tab>Écran noir<A-Enter>")
    let opening = Opening(subject: "Écran noir", channel: .phone, requester: Party(name: "Paul Neuf", phone: "0612"))
    #expect(bench.asked == [.open(opening, message: nil, qualification: nil, note: nil)], "\(bench.screen)")
  }

  @Test("a gravity that was chosen asks for a category: nothing chosen on the phone is thrown away")
  func chosenGravity() {
    var bench = SheetBench(.intake)
    bench.keys("Paul<Tab><Tab><Tab><Tab><Tab>Tout est arrêté<Tab><Tab><Tab><Tab><Left><Left><A-Enter>")
    #expect(bench.asked.isEmpty && bench.outcome == .open, "\(bench.screen)")
  }

  @Test("down on the last suggestion stays there, and Enter takes it")
  func lastSuggestion() {
    var bench = SheetBench(.intake)
    bench.keys("aich<Down><Down><Enter><Tab><Tab><Tab><Tab>VPN<A-Enter>")
    guard case .open(let opening, _, _, _) = bench.asked.first else {
      Issue.record("nothing was opened:\n\(bench.screen)")
      return
    }
    #expect(opening.requester.email == "a.bensalah@vaulx.fr")
  }

  @Test("a request hampers nobody unless it is said that it does")
  func requests() {
    var bench = SheetBench(.intake)
    bench.keys("Paul<Tab><Tab><Tab><Tab><Tab>Visio<Tab><Tab>d<Tab>fich<Tab><A-Enter>")
    guard case .open(_, _, let qualification?, _) = bench.asked.first else {
      Issue.record("nothing was opened:\n\(bench.screen)")
      return
    }
    #expect(qualification == Qualification(kind: .request, gravity: .minor, impact: .person, category: "Fichiers"))
  }

  @Test("an article is written from a resolved ticket")
  func article() {
    var bench = SheetBench(.article, on: resolved)
    bench.keys("<Tab><Tab><Tab><Tab><Tab>Rien ne sort<A-Enter>")
    let content = ArticleContent(
      title: "Serveur de fichiers inaccessible", category: "Impression", symptom: "Rien ne sort",
      steps: ["Bourrage retiré"])
    #expect(bench.asked == [.createArticle(content)], "\(bench.screen)")
  }

  @Test("a resolved reply is filled in as a resolution, its words kept")
  func replyThenResolve() {
    var bench = SheetBench(.reply, on: workedTicket())
    bench.keys("C’est réparé.<Tab><Right><Right><A-Enter>")
    #expect(bench.outcome == .open)
    #expect(bench.sheet.draft(at: SheetBench.now)?.fields["message"] == "C’est réparé.")
    bench.keys("a<Tab>Redémarrage<Tab><Tab><Tab><Right><Right><A-Enter>")
    #expect(bench.intent?.verb == .resolve, "\(bench.screen)")
  }
}
