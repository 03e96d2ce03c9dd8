import Console
import Desk
import Kit
import Screen
import Testing

/// Whole screens, as text, in both languages.
struct ScreenTests {
  struct Scene: CustomTestStringConvertible, Sendable {
    let name: String
    let keys: String
    var testDescription: String { name }
  }

  static let scenes = [
    Scene(name: "queue", keys: "0 j"), Scene(name: "ticket", keys: "2 j Enter"),
    Scene(name: "knowledge", keys: "2 j b"), Scene(name: "filter", keys: "0 / 'vpn_ou_zz:"),
  ]
  static let sizes = [(40, 10), (80, 24), (120, 40), (200, 60)]

  @Test(arguments: scenes, Language.allCases)
  func pinned(_ scene: Scene, _ language: Language) {
    for (width, height) in ScreenTests.sizes {
      var rehearsal = Rehearsal(language, width: width, height: height)
      rehearsal.type(scene.keys)
      rehearsal.rest()
      let name = "console-\(scene.name)-\(width)x\(height)-\(language.rawValue)"
      if let difference = Screens.difference(rehearsal.frame, name) { Issue.record("\(difference)") }
    }
  }

  @Test(
    arguments: [
      Scene(name: "palette", keys: "2 : 'esc"), Scene(name: "help", keys: "1 ?"),
      Scene(name: "marks", keys: "2 Space Space t"),
      Scene(name: "empty", keys: "5"),
    ], Language.allCases)
  func overlays(_ scene: Scene, _ language: Language) {
    var rehearsal = Rehearsal(language)
    rehearsal.type(scene.keys)
    let name = "console-\(scene.name)-80x24-\(language.rawValue)"
    if let difference = Screens.difference(rehearsal.frame, name) { Issue.record("\(difference)") }
  }

  /// Late, soon, suspended, met, public, internal, selected and marked differ without any colour.
  @Test func plainTextTellsThemApart() throws {
    var rehearsal = Rehearsal()
    rehearsal.type("0 Space")
    let frame = rehearsal.frame
    func glyphs(_ number: Int) throws -> String {
      String(frame.line(try #require(frame.rowHolding("#\(number)"))).prefix(3))
    }
    #expect(try glyphs(10432).hasSuffix("!"))
    #expect(try glyphs(10461).hasSuffix("✓"))
    #expect(frame.lines.count { $0.hasPrefix("▌") } == 1)
    #expect(frame.lines.count { $0.hasPrefix(" *") || $0.hasPrefix("▌*") } == 1)
    rehearsal.send(.resized(Size(width: 80, height: 40)))
    rehearsal.type("Esc 2 j Enter")
    let text = rehearsal.screen
    #expect(text.contains("┊ NOTE INTERNE"))
    #expect(text.contains("│ amel → a.bensalah@exemple.fr  RÉPONSE PUBLIQUE"))
    #expect(text.contains("· bob a mis l’étiquette serveur"))
  }

  /// Each standing of a deadline has a glyph of its own.
  @Test func theDeadlineGlyphsDiffer() throws {
    let waiting = Fact.waiting(Wait(on: .user, reason: .information, until: Rehearsal.noon + 86_400))
    var rehearsal = Rehearsal(tickets: [
      Morning.ticket(1, "tard", "A", "Lyon", "Poste", g: 1, i: 1, ago: 900),
      Morning.ticket(2, "bientôt", "B", "Lyon", "Poste", g: 2, i: 2, ago: 10),
      Morning.ticket(3, "calme", "C", "Lyon", "Poste", g: 4, i: 4, ago: 5),
      Morning.ticket(
        4, "suspendu", "D", "Lyon", "Poste", g: 4, i: 4, ago: 20,
        [Morning.taken(by: "amel"), ("amel", .messageOut(.saying("?"))), ("amel", waiting)]),
      Morning.ticket(5, "fini", "E", "Lyon", "Poste", g: 4, i: 4, ago: 30, [("amel", .resolved(.simple()))]),
    ])
    rehearsal.type("0")
    let frame = rehearsal.frame
    let glyphs = try [1, 2, 3, 4, 5].map { frame[2, try #require(frame.rowHolding("#\($0) "))].scalar }
    #expect(glyphs == ["!", "▲", " ", "‖", "✓"])
  }

  @Test func aTinyScreenSaysOneLine() {
    let rehearsal = Rehearsal(width: 19, height: 3)
    #expect(rehearsal.frame.line(0).hasPrefix("#10417 !-23h"))
  }

  @Test func hiddenCharactersAreCounted() {
    var rehearsal = Rehearsal(tickets: [
      Morning.ticket(
        1, "Objet\u{202E}inversé", "Hôte", "Lyon", "Poste", g: 3, i: 3, ago: 5, words: "a\u{202E}b\u{200B}c\u{1B}[2J")
    ])
    rehearsal.type("0 Enter")
    #expect(rehearsal.screen.contains("⁖ 2 caractères masqués"))
    #expect(rehearsal.screen.contains("␛[2J"))
  }

  @Test func damageIsSaid() {
    var rehearsal = Rehearsal()
    rehearsal.type("0 : '10438 Enter")
    let ticket = rehearsal.tickets[Morning.id(10438)]!
    rehearsal.send(.read(Reading(ticket: ticket, damage: [.junk(lines: 2), .tornTail])))
    #expect(rehearsal.screen.contains("! 2 lignes illisibles"))
    rehearsal.type("q")
    #expect(rehearsal.screen.contains("¿ Double écran"))
  }

  @Test func anOverrideShowsBothPriorities() throws {
    var rehearsal = Rehearsal(width: 120)
    try rehearsal.change(Morning.id(10438), .prioritise(.p1, reason: "direction"), as: TestDesk.actor("eva"))
    rehearsal.type(": '10438 Enter")
    #expect(rehearsal.screen.contains("P1 fixée par eva (calcul : P4)"))
  }

  @Test func quotesFoldAndUnfold() {
    var rehearsal = Rehearsal(height: 40)
    rehearsal.type("2 j Enter")
    #expect(rehearsal.screen.contains("> […] 2 lignes citées, z déplie"))
    rehearsal.type("z")
    #expect(rehearsal.screen.contains("> le lecteur S:"))
  }
}
