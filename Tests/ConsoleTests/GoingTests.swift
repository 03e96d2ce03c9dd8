import Console
import Desk
import Kit
import Screen
import Testing

/// Going to a ticket by its number, to what was just said, to the note of the shift.
struct GoingTests {
  @Test func aNumberInThePaletteIsATicket() {
    var rehearsal = Rehearsal()
    rehearsal.type("0 : '10438")
    #expect(rehearsal.screen.contains("▌ ouvrir #10438") && rehearsal.screen.contains("Double écran"))
    #expect(!rehearsal.screen.contains(" 0 sur "))
    rehearsal.type("Enter")
    #expect(rehearsal.model.ticket?.id == Morning.id(10438) && rehearsal.screen.contains("◂ #10438"))
  }

  /// Letters typed after it are looked for again.
  @Test func itGoesWithItsNumber() {
    var rehearsal = Rehearsal()
    rehearsal.type(": '1")
    #expect(rehearsal.screen.contains("ouvrir #1"))
    rehearsal.type("BSpace 'esc")
    #expect(!rehearsal.screen.contains("ouvrir #"))
  }

  /// What is called so in one's own language comes before what the other language calls so.
  @Test func ofTwoNamesOnesOwnComesFirst() throws {
    var rehearsal = Rehearsal()
    rehearsal.type("0 : 'rel")
    let rows = rehearsal.screen.split(separator: "\n").map(String.init)
    let first = try #require(rows.firstIndex { $0.contains("relève : ") })
    #expect(rows.firstIndex { $0.contains("libérer") }.map { $0 > first } ?? true, "\(rehearsal.screen)")
  }

  @Test func oneThatIsNotThereIsSaid() {
    var rehearsal = Rehearsal()
    rehearsal.type("0 : '99 Enter")
    #expect(rehearsal.model.pane == .queue && rehearsal.status.contains("LYO-99"), "\(rehearsal.status)")
  }

  /// After a reply the thread is at the reply, however long it is.
  @Test(arguments: [("r", "Fait."), ("c", "Vu.")]) func theThreadGoesToWhatWasSaid(_ key: String, _ text: String) {
    var rehearsal = Rehearsal(height: 14)
    rehearsal.type("2 j Enter")
    #expect(rehearsal.model.ticket?.top == 0)
    rehearsal.type("\(key) '\(text) A-Enter")
    #expect(rehearsal.model.sheet == nil && rehearsal.screen.contains(text), "\(rehearsal.screen)")
  }

  @Test(arguments: Language.allCases) func theNoteOfTheShift(_ language: Language) {
    var rehearsal = Rehearsal(language)
    rehearsal.type(language == .french ? ": 'relève Enter" : ": 'hand-over: Enter")
    #expect(rehearsal.performed.contains(.handover))
    let note = HandoverNote(
      of: Morning.tickets, under: Rehearsal.rules, from: Rehearsal.noon + -43_200, to: Rehearsal.noon)
    rehearsal.send(.handover(note))
    let name = "console-handover-80x24-\(language.rawValue)"
    if let difference = Screens.difference(rehearsal.frame, name) { Issue.record("\(difference)") }
    rehearsal.type("j Enter")
    #expect(rehearsal.model.pane == .ticket)
    var calm = Rehearsal(language)
    calm.type(language == .french ? ": 'relève Enter" : ": 'hand-over: Enter")
    calm.send(.handover(HandoverNote(of: [], under: Rehearsal.rules, from: Rehearsal.noon, to: Rehearsal.noon)))
    #expect(calm.screen.contains(language == .french ? "Rien à signaler." : "Nothing to report."))
  }
}
