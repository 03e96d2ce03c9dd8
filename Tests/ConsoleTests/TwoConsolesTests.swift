import Console
import Desk
import Kit
import Screen
import Testing

/// The drafts of one agent who has two consoles open, seen from one of them.
@Suite struct TwoConsolesTests {
  private static let id = Morning.id(10459)

  private static func note(_ text: String, _ place: Int = 1, after seconds: Int64 = 0) -> Draft {
    Draft(
      kind: .note, ticket: id, fields: ["body": text], savedAt: Rehearsal.noon + seconds, place: place)
  }

  /// A note half written, and the shell's word that the other console's lies where it was to be kept.
  private func pushedAside() -> Rehearsal {
    var rehearsal = Rehearsal()
    rehearsal.type("2 c 'à_moi")
    rehearsal.rest()
    let mine = rehearsal.saved.map {
      Draft(kind: $0.kind, ticket: $0.ticket, fields: $0.fields, savedAt: $0.savedAt, place: 2)
    }
    rehearsal.drafts = [TwoConsolesTests.note("à lui")] + mine
    rehearsal.send(.draftBeside(key: "note.LYO-10459", place: 2))
    return rehearsal
  }

  @Test func theSheetGoesOnBeside() {
    var rehearsal = pushedAside()
    #expect(rehearsal.status.contains("autre console"))
    rehearsal.type("'_toujours")
    rehearsal.rest()
    #expect(rehearsal.saved.map(\.key) == ["note.LYO-10459", "note.LYO-10459.2"])
    #expect(rehearsal.screen.contains("à moi toujours"))
  }

  /// What is dropped upon sending is one's own; the other's stays to be found.
  @Test(arguments: ["A-Enter", "C-x d"])
  func onlyOnesOwnIsDropped(keys: String) {
    var rehearsal = pushedAside()
    rehearsal.type(keys)
    #expect(rehearsal.dropped == ["note.LYO-10459.2"])
    rehearsal.drafts = [TwoConsolesTests.note("à lui")]
    rehearsal.type(": 'brouillons Enter")
    #expect(rehearsal.screen.contains("à lui"))
    rehearsal.type("Enter")
    #expect(rehearsal.model.sheet?.kept?.place == 1)
  }

  @Test func bothAreListedAndTheLatestIsOpened() {
    var rehearsal = Rehearsal()
    rehearsal.drafts = [TwoConsolesTests.note("premier"), TwoConsolesTests.note("second", 2, after: 60)]
    rehearsal.type("2 c")
    #expect(rehearsal.screen.contains("second"))
    #expect(rehearsal.status.contains("2 brouillons ici"))
    rehearsal.type("Esc : 'brouillons Enter")
    #expect(rehearsal.screen.contains("note interne #10459 (2)"))
    rehearsal.type("'premier Enter '_!")
    rehearsal.rest()
    #expect(rehearsal.saved.last?.key == "note.LYO-10459")
    #expect(rehearsal.saved.last?.origin == ["body": "premier"])
  }

  /// What another console kept after this one began is there when the sheet opens.
  @Test func aSheetOpensOnWhatTheOtherHasWritten() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 c 'un Esc")
    rehearsal.drafts = [TwoConsolesTests.note("un, puis deux", after: 60)]
    rehearsal.type("c")
    #expect(rehearsal.screen.contains("un, puis deux"))
  }

  /// … but never in place of what is being typed.
  @Test func whatIsTypedIsNotReplaced() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 c 'un")
    rehearsal.rest()
    rehearsal.type("'_deux")
    rehearsal.send(.drafts([TwoConsolesTests.note("trois", after: 60)]))
    #expect(rehearsal.screen.contains("un deux"))
  }

  /// A reply turned into a note does not take the place of the note that is there.
  @Test func anotherKindKeepsWhatItFinds() throws {
    var rehearsal = Rehearsal(height: 40)
    rehearsal.type(": '10463 Enter c 'ma_note Esc r 'ma_réponse")
    rehearsal.rest()
    rehearsal.now = Rehearsal.noon + 60
    try rehearsal.change(Morning.id(10463), .reply(.saying("Déjà répondu.")), as: TestDesk.actor("bob"))
    rehearsal.type("A-Enter n")
    #expect(rehearsal.model.sheet?.kind == .note)
    rehearsal.rest()
    let notes = rehearsal.model.drafts.filter { $0.kind == .note }
    #expect(Set(notes.map(\.key)) == ["note.LYO-10463", "note.LYO-10463.2"])
    #expect(notes.contains { $0.fields["body"] == "ma note" })
  }
}
