import Desk
import Kit
import Testing

/// What a resolution leaves for the knowledge base: what was wrong and what helped, and nobody's name or number.
@Suite struct ArticleDraftTests {
  private static let mail = """
    Bonjour,
    je suis Inès Moreau, joignable au 06 12 34 56 78 ou ines@acme.example.
    > Le 3 mars, Paul Neuf a écrit :
    -- \u{20}
    Inès Moreau, 12 rue des Lilas
    """

  private static func draft(_ subject: String, _ summary: String, cause: String? = nil) -> ArticleContent {
    let requester = Party(name: "Inès Moreau", email: "ines@acme.example", phone: "0612345678")
    let opened = Fact.opened(Opening(subject: subject, channel: .mail, requester: requester))
    let letter = Letter(to: [], subject: subject, body: Body(mail), channel: .mail)
    let events = [opened, .messageIn(letter)].enumerated().map { at, fact in
      TicketEvent(
        id: "E\(at)", site: "LYO", n: at + 1, lamport: Int64(at + 1), at: TestDesk.start, by: "amel", fact: fact)
    }
    let ticket = Ticket.fold(TicketID(site: "LYO", number: 1), events, under: Rules())
    return ArticleContent(
      draftedFrom: ticket,
      Resolution(code: .configuration, summary: summary, rootCause: cause, told: .phone, knowledge: .draft))
  }

  /// A subject, and the title and symptom it makes.
  @Test(arguments: [
    ("VPN coupé", "VPN coupé"), ("RE: TR : Fwd: VPN coupé", "VPN coupé"), ("[#LYO-12] Re: VPN coupé", "VPN coupé"),
    ("Note : VPN coupé", "Note : VPN coupé"), ("Boîte de Inès MOREAU pleine", "Boîte de … pleine"),
    ("Écran d’ines@acme.example noir", "Écran … noir"), ("Rappeler le 04.72.00.00.00 svp", "Rappeler le … svp"),
    ("Rappeler +33 (0)6 12 34 56 78", "Rappeler …"), ("moreau plein", "moreau plein"),
    ("Erreur 0x80070005 le 2026-03-12 à 10.0.0.1", "Erreur 0x80070005 le 2026-03-12 à 10.0.0.1"),
    ("Série 0123456789AB", "Série 0123456789AB"), ("Re:", "relancer"),
  ])
  func theProblemIsTheSubject(subject: String, title: String) {
    let draft = ArticleDraftTests.draft(subject, "relancer")
    #expect(draft.title == title)
    #expect(draft.symptom == (title == "relancer" ? "" : title))
  }

  @Test func theSolutionIsWhatTheAgentWrote() {
    let draft = ArticleDraftTests.draft(
      "VPN", "MTU à 1400, vu avec Inès\n> avant : 1500\n--\nAmel, 04 72 00 00 00", cause: "opérateur")
    #expect(draft.steps == ["MTU à 1400, vu avec …", "opérateur"])
  }

  /// Nothing of the mail is copied, wherever it may go.
  @Test func nothingOfTheMailIsThere() {
    let draft = ArticleDraftTests.draft("VPN", "relancé")
    let all = ([draft.title, draft.symptom, draft.text.text] + draft.steps + draft.keywords).joined(separator: " ")
    for word in ["Bonjour", "Moreau", "06 12", "@", "Lilas", "Neuf"] { #expect(!all.contains(word)) }
  }

  @Test func aTitleThatIsNothingButANameIsMasked() {
    #expect(ArticleDraftTests.draft("Inès Moreau", "").title == "…")
  }
}
