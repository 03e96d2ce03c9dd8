import Console
import Desk
import Kit
import Testing

/// Macros and templates at the console: found by name, tried before they are offered.
struct ConsoleMacroTests {
  private static let macros = [
    Macro(name: "vu", titles: ["fr": "Marquer comme vu", "en": "Mark as seen"], then: [.tag("vu"), .watch("amel")]),
    Macro(name: "clos", then: [.tag("fini"), .close]),
  ]

  private static func rehearsal() -> Rehearsal {
    var rehearsal = Rehearsal()
    rehearsal.macros = macros
    rehearsal.templates = [
      ReadyText(name: "accueil", subject: "Votre demande", body: "Bonjour Élise,\nnous regardons."),
      ReadyText(name: "relance", subject: nil, body: "Avez-vous pu essayer ?"),
    ]
    return rehearsal
  }

  @Test func aMacroIsFoundByNameAndDone() throws {
    var rehearsal = Self.rehearsal()
    rehearsal.type("2 : 'macro Enter")
    #expect(rehearsal.screen.contains("Marquer comme vu"))
    #expect(rehearsal.screen.contains("étiqueter, suivre"))
    rehearsal.type("Enter")
    #expect(rehearsal.status.contains("macro « vu » appliquée"))
    #expect(try #require(rehearsal.tickets[Morning.id(10459)]).tags.contains("vu"))
  }

  @Test func oneThatWouldBeRefusedSaysWhyAndDoesNothing() throws {
    var rehearsal = Self.rehearsal()
    rehearsal.type("2 : 'macro Enter 'clos")
    #expect(rehearsal.screen.contains("étape 2"))
    rehearsal.type("Enter")
    #expect(rehearsal.status.contains("Macro « clos », étape 2"))
    #expect(try #require(rehearsal.tickets[Morning.id(10459)]).tags.contains("fini") == false)
  }

  private static let reminder = Desks.automation(
    .macros,
    """
    { macros: { relance: { title: { fr: "Relancer", en: "Remind" }, then: [
      { ask: { fr: "Bonjour {requester.name},\\nAvez-vous pu essayer ?\\n{agent}" }, for: "3j" }, { tag: "relance" },
    ] } } }
    """
  ).macros

  /// Words that leave the house are shown whole, with whom they go to, and Enter sends nothing.
  @Test(arguments: [(40, 10), (80, 24)]) func wordsAreShownBeforeTheyLeave(_ size: (Int, Int)) throws {
    var rehearsal = Rehearsal(width: size.0, height: size.1)
    rehearsal.macros = Self.reminder
    rehearsal.type("2 : 'macro Enter Enter")
    var seen = rehearsal.screen
    for _ in 0..<12 {
      rehearsal.type("j")
      seen += rehearsal.screen
    }
    for part in [
      "Macro « relance »", "demandeur10459@exemple.fr", "RÉPONSE PUBLIQUE", "Bonjour N. Châtelain,", "│ Amel",
      "relance", "e envoyer", "Échap ne rien faire",
    ] {
      #expect(seen.contains(part), "\(part)")
    }
    rehearsal.type("Enter Enter")
    func sent() -> Bool { rehearsal.performed.contains { if case .macro = $0 { true } else { false } } }
    #expect(!sent())
    rehearsal.type("Esc")
    #expect(!sent() && rehearsal.model.overlay == nil)
    rehearsal.type(": 'macro Enter Enter e")
    #expect(sent() && rehearsal.status.contains("macro « relance » appliquée"))
    #expect(try #require(rehearsal.tickets[Morning.id(10459)]).lastOut != nil)
  }

  @Test func withoutMacrosItIsSaid() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 : 'macro Enter")
    #expect(rehearsal.status.contains("Aucune macro"))
  }

  /// Enter takes the first without a letter being typed.
  @Test func theFirstTemplateIsAtHand() {
    var rehearsal = Self.rehearsal()
    rehearsal.type("2 r C-x t Enter")
    #expect(rehearsal.screen.contains("Bonjour Élise,"))
  }

  /// What was typed stays a line of its own, before the template and behind it.
  @Test(arguments: [("'Vu. C-x t Enter", "Vu.\nBonjour Élise,"), ("'Vu. C-a C-x t Enter", "nous regardons.\nVu.")])
  func aTemplateStandsOnItsOwnLines(_ keys: String, _ text: String) {
    var rehearsal = Self.rehearsal()
    rehearsal.type("2 r \(keys) A-Enter")
    let sent = rehearsal.performed.compactMap { effect -> String? in
      if case .record(.reply(let letter), _, _) = effect { letter.body.text } else { nil }
    }
    #expect(sent.first?.contains(text) == true)
  }

  /// All of them greet: the line that is only one's own tells it from the others.
  @Test func templatesAreToldApart() {
    var rehearsal = Rehearsal()
    rehearsal.templates = [
      ReadyText(name: "accueil", subject: nil, body: "Bonjour Élise,\n\nNous regardons."),
      ReadyText(name: "relance", subject: nil, body: "Bonjour Élise,\n\nAvez-vous pu essayer ?"),
    ]
    rehearsal.type("2 r C-x t")
    #expect(rehearsal.screen.contains("Nous regardons.") && rehearsal.screen.contains("Avez-vous pu essayer"))
  }

  @Test func aTemplateGoesIntoTheReply() {
    var rehearsal = Self.rehearsal()
    rehearsal.type("2 r C-x t")
    #expect(rehearsal.screen.contains("accueil") && rehearsal.screen.contains("relance"))
    rehearsal.type("'acc Enter")
    #expect(rehearsal.screen.contains("Bonjour Élise,"))
    #expect(rehearsal.screen.contains("nous regardons."))
    rehearsal.type("A-Enter")
    let sent = rehearsal.performed.compactMap { effect -> Letter? in
      if case .record(.reply(let letter), _, _) = effect { letter } else { nil }
    }
    #expect(sent.map(\.subject) == ["Votre demande"])
    #expect(sent.first?.body.text.contains("Bonjour Élise,\nnous regardons.") ?? false)
  }
}
