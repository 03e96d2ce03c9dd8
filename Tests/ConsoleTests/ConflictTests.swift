import Console
import Desk
import Kit
import Screen
import Testing

/// Somebody else writes while the agent does.
struct ConflictTests {
  /// A reply half written on a ticket of one's own, and Bob who answers first.
  private func halfWritten() throws -> Rehearsal {
    var rehearsal = Rehearsal(height: 40)
    rehearsal.type(": '10463 Enter r")
    #expect(rehearsal.model.sheet?.kind == .reply)
    rehearsal.type("'Bonjour_à_vous")
    rehearsal.now = Rehearsal.noon + 60
    try rehearsal.change(Morning.id(10463), .reply(.saying("Déjà répondu.")), as: TestDesk.actor("bob"))
    rehearsal.type("A-Enter")
    return rehearsal
  }

  @Test func theBoxSaysWhoAndWhat() throws {
    let rehearsal = try halfWritten()
    #expect(rehearsal.screen.contains("#10463 a changé pendant votre rédaction"))
    #expect(rehearsal.screen.contains("bob a répondu"))
    #expect(rehearsal.screen.contains("e  envoyer quand même"))
    #expect(rehearsal.tickets[Morning.id(10463)]?.lastOut?.by == "bob")
  }

  @Test func sendAnyway() throws {
    var rehearsal = try halfWritten()
    rehearsal.type("e")
    #expect(rehearsal.model.sheet == nil)
    #expect(rehearsal.tickets[Morning.id(10463)]?.lastOut?.by == "amel")
  }

  @Test func readAgainKeepsTheDraft() throws {
    var rehearsal = try halfWritten()
    rehearsal.type("r")
    #expect(rehearsal.model.sheet == nil)
    #expect(rehearsal.model.drafts.contains { $0.kind == .reply })
    #expect(rehearsal.screen.contains("Déjà répondu."))
  }

  @Test func makeItANote() throws {
    var rehearsal = try halfWritten()
    rehearsal.type("n")
    #expect(rehearsal.model.sheet?.kind == .note)
    #expect(rehearsal.screen.contains("Bonjour à vous"))
    #expect(!rehearsal.model.drafts.contains { $0.kind == .reply })
  }

  @Test func escapeKeepsWriting() throws {
    var rehearsal = try halfWritten()
    rehearsal.type("Esc")
    #expect(rehearsal.model.sheet?.kind == .reply)
    #expect(rehearsal.model.drafts.contains { $0.kind == .reply })
    #expect(rehearsal.screen.contains("Bonjour à vous"))
  }

  /// Enter never confirms.
  @Test func enterDoesNothingThere() throws {
    var rehearsal = try halfWritten()
    rehearsal.type("Enter Enter")
    #expect(rehearsal.screen.contains("a changé pendant votre rédaction"))
  }

  // MARK: - Forms

  /// A qualification half made, and what a colleague does meanwhile.
  private static func halfQualified(_ deed: Intent, by name: String = "bob") throws -> Rehearsal {
    var rehearsal = Rehearsal(height: 40)
    rehearsal.type(": '10463 Enter p Right")
    #expect(rehearsal.model.sheet?.kind == .qualify)
    rehearsal.now = Rehearsal.noon + 60
    try rehearsal.change(Morning.id(10463), deed, as: TestDesk.actor(name))
    rehearsal.type("A-Enter")
    return rehearsal
  }

  @Test(arguments: [
    ("qualified", Intent.qualify(.of(1, 2)), "bob a qualifié : incident, impact 2, gravité 1"),
    ("urgent by hand", .prioritise(.p1, reason: "paie"), "bob a fixé la priorité à P1 : paie"),
    ("taken over", .steal(reason: "je suis sur place"), "je suis sur place"),
  ])
  func aFormHoldsToWhatItWasOpenedOn(name: String, deed: Intent, told: String) throws {
    var rehearsal = try Self.halfQualified(deed)
    let before = try #require(rehearsal.tickets[Morning.id(10463)])
    for part in ["#10463 a changé pendant votre saisie", told, "e  enregistrer quand même", "saisie abandonnée"] {
      #expect(rehearsal.screen.contains(part), "\(name): \(part)\n\(rehearsal.screen)")
    }
    #expect(!rehearsal.screen.contains("note interne"), "\(name)")
    rehearsal.type("Enter n")
    #expect(rehearsal.tickets[Morning.id(10463)] == before, "\(name)")
    rehearsal.type("e")
    #expect(rehearsal.model.sheet == nil)
    #expect(rehearsal.tickets[Morning.id(10463)]?.entries.last?.by == "amel", "\(name)")
  }

  /// What the form does not set may change beside it.
  @Test(arguments: [
    ("tag", Intent.tag("étage3")), ("note", .note(Note(Body("vu")))), ("reply", .reply(.saying("On regarde."))),
  ])
  func whatItDoesNotSetHoldsNothingUp(name: String, deed: Intent) throws {
    let rehearsal = try Self.halfQualified(deed)
    #expect(rehearsal.model.sheet == nil && rehearsal.model.overlay == nil, "\(name)\n\(rehearsal.screen)")
    #expect(rehearsal.tickets[Morning.id(10463)]?.entries.last?.by == "amel", "\(name)")
  }

  /// Once told, what is submitted again is of the ticket as it is now.
  @Test func backInTheFormOneMayGoOn() throws {
    var rehearsal = try Self.halfQualified(.qualify(.of(1, 2)))
    rehearsal.type("Esc")
    #expect(rehearsal.model.sheet?.kind == .qualify)
    rehearsal.type("A-Enter")
    #expect(rehearsal.model.sheet == nil)
    #expect(rehearsal.tickets[Morning.id(10463)]?.entries.last?.by == "amel")
  }

  /// Of several marked each is held to what it was.
  @Test func ofSeveralMarkedEachIsHeldToWhatItWas() throws {
    var rehearsal = Rehearsal(height: 40)
    rehearsal.type("Space j Space")
    let marked = rehearsal.model.targets.map(\.id)
    try #require(marked.count == 2)
    rehearsal.type("p")
    #expect(rehearsal.model.sheet?.kind == .qualify)
    let other = try #require(marked.last)
    try rehearsal.change(other, .qualify(.of(1, 2, "Réseau")), as: TestDesk.actor("bob"))
    rehearsal.type("A-Enter")
    #expect(rehearsal.tickets[other]?.entries.last?.by == "bob", "\(rehearsal.screen)")
  }

  /// A requester's mail is told of as a colleague's words are: by whom, and what.
  @Test func aMailIsNamedAndQuoted() throws {
    var rehearsal = Rehearsal(height: 40)
    rehearsal.type(": '10463 Enter r 'Bonjour")
    rehearsal.now = Rehearsal.noon + 60
    let letter = Letter(
      from: Party(name: "A. Guérin", email: "a.guerin@exemple.fr"), body: Body("Elle imprime de nouveau."),
      channel: .mail)
    try rehearsal.change(Morning.id(10463), .receive(letter), as: .mail)
    rehearsal.type("A-Enter")
    #expect(rehearsal.screen.contains("A. Guérin a écrit"), "\(rehearsal.screen)")
    #expect(rehearsal.screen.contains("« Elle imprime de nouveau. »"), "\(rehearsal.screen)")
  }

  @Test func theReadyReplyOpensTheComposer() {
    var rehearsal = Rehearsal(height: 40)
    rehearsal.type(": '10463 Enter b i")
    #expect(rehearsal.model.sheet?.kind == .reply)
    #expect(rehearsal.screen.contains("Bonjour A., le serveur est momentanément indisponible. Amel"))
  }
}
