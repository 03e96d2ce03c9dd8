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

  @Test func theReadyReplyOpensTheComposer() {
    var rehearsal = Rehearsal(height: 40)
    rehearsal.type(": '10463 Enter b i")
    #expect(rehearsal.model.sheet?.kind == .reply)
    #expect(rehearsal.screen.contains("Bonjour A., le serveur est momentanément indisponible. Amel"))
  }
}
