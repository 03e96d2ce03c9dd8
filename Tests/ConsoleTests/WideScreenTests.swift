import Console
import Desk
import Kit
import Screen
import Testing

/// Two panes side by side.
struct WideScreenTests {
  /// Who answers reads the ticket beside what they write, from the list and from the ticket.
  @Test(arguments: ["2 j r", "2 j Enter r", "2 j Enter c"]) func theTicketStaysBesideWhatIsWritten(_ keys: String) {
    var rehearsal = Rehearsal(width: 200, height: 40)
    rehearsal.type(keys)
    rehearsal.rest()
    rehearsal.type("'Bonjour")
    let rows = rehearsal.frame.lines
    #expect(rows.contains { $0.prefix(40).contains("Bonjour") }, "\(rehearsal.screen)")
    #expect(rows.contains { $0.contains("│ Plus personne à l’étage") }, "\(rehearsal.screen)")
    #expect(!rehearsal.screen.contains("10467"), "the list is covered")
    let cursor = rehearsal.frame.cursor
    #expect(cursor.map { $0.x < 112 } == true)
  }

  /// Nothing stands where nothing is to be shown.
  @Test(arguments: [(120, 40), (200, 60)]) func anEmptyViewHasNoPreview(_ size: (Int, Int)) {
    var rehearsal = Rehearsal(width: size.0, height: size.1)
    rehearsal.type("5")
    rehearsal.rest()
    #expect(!rehearsal.screen.contains("aperçu") && !rehearsal.screen.contains("│"))
  }
}
