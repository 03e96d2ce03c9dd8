import Console
import Desk
import Kit
import Screen
import Testing

/// A disk that takes nothing: the console goes on, says so for as long as it is so, and loses no word.
struct TroubleTests {
  @Test(arguments: [
    (Failure.diskFull, "! disque plein"), (.quota, "! quota atteint"), (.readOnly, "! lecture seule"),
    (.notConfirmed, "! le disque n’écrit plus"),
  ])
  func itIsSaidForAsLongAsItIsSo(failure: Failure, words: String) {
    var rehearsal = Rehearsal()
    rehearsal.failure = failure
    rehearsal.type("2 t")
    #expect(rehearsal.status.contains(words))
    #expect(rehearsal.performed.contains(.wake(.disk, afterMilliseconds: 5000)))
    rehearsal.type("j")
    #expect(rehearsal.hand == 10471)
    #expect(rehearsal.status.contains(words))
    rehearsal.send(.woke(.disk))
    #expect(rehearsal.status.contains(words))
    rehearsal.failure = nil
    rehearsal.send(.woke(.disk))
    #expect(rehearsal.status.contains("✓ Le disque écrit de nouveau"))
    rehearsal.send(.woke(.notice))
    #expect(!rehearsal.status.contains(words))
  }

  /// A cabinet that this account may not write in is told before the first word is typed, and until it may.
  @Test(arguments: [Failure.readOnly, .permission(path: "tickets")])
  func itIsSaidAtTheBeginning(_ failure: Failure) {
    let setup = Setup(
      me: TestDesk.directory.agents["amel"]!, directory: TestDesk.directory, rules: Rehearsal.rules, language: .french,
      zone: .utc, now: Rehearsal.noon, size: Size(width: 100, height: 24), home: "LYO", themes: ["sobre"],
      theme: "sobre", trouble: failure, version: "0.1")
    var model = Model(setup)
    let effects = model.start()
    #expect(effects.contains(.wake(.disk, afterMilliseconds: 5000)))
    let row = { (model: Model) in view(model).lines[22] }
    #expect(row(model).contains("! lecture seule"))
    #expect(row(model).contains(failure == .readOnly ? "rien ne s’enregistre" : "Accès refusé à tickets"))
    #expect(update(&model, .woke(.disk)).contains(.tryWriting))
    _ = update(&model, .writable)
    #expect(!row(model).contains("! lecture seule"))
  }

  @Test func aLockedTicketIsNoTrouble() {
    var rehearsal = Rehearsal()
    rehearsal.failure = .locked(Morning.id(10459))
    rehearsal.type("2 t j")
    #expect(rehearsal.model.trouble == nil)
  }

  @Test func wordsStayInMemoryAndAreKeptLater() {
    var rehearsal = Rehearsal()
    rehearsal.failure = .diskFull
    rehearsal.type("2 c 'vu")
    rehearsal.rest()
    #expect(rehearsal.status.contains("! disque plein"))
    #expect(rehearsal.status.contains("brouillon en mémoire"))
    #expect(rehearsal.screen.contains("vu"))
    rehearsal.type("Esc Enter")
    let saved = { (effect: Effect) in
      if case .saveDraft(let draft) = effect { draft.fields["body"] == "vu" } else { false }
    }
    let before = rehearsal.performed.count(where: saved)
    rehearsal.failure = nil
    rehearsal.send(.woke(.disk))
    #expect(rehearsal.performed.count(where: saved) == before + 1)
    rehearsal.type("c")
    #expect(rehearsal.screen.contains("vu"))
  }

  /// Nothing is called kept that is not, and nobody leaves without knowing what is lost by it.
  @Test func leavingSaysWhatWouldBeLost() {
    var rehearsal = Rehearsal()
    rehearsal.failure = .diskFull
    rehearsal.type("2 c 'vu")
    rehearsal.rest()
    rehearsal.type("Esc")
    #expect(rehearsal.status.contains("mémoire seulement"))
    rehearsal.type("Q")
    #expect(rehearsal.status.contains("Q encore : quitter et perdre 1 brouillon"))
    #expect(!rehearsal.performed.contains(.quit))
    rehearsal.type("Q")
    #expect(rehearsal.performed.contains(.quit))
  }

  @Test func whatIsRecordedAgainEndsIt() {
    var rehearsal = Rehearsal()
    rehearsal.failure = .diskFull
    rehearsal.type("2 t")
    rehearsal.failure = nil
    rehearsal.type("t")
    #expect(rehearsal.model.trouble == nil)
    #expect(rehearsal.status.contains("pris par vous"))
  }
}
