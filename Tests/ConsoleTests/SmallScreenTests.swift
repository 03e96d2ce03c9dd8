import Console
import Desk
import Kit
import Screen
import Testing

/// Nothing that an agent has to know is out of sight for want of room.
struct SmallScreenTests {
  private static let small = [(40, 10), (60, 14), (80, 24)]

  /// In every pane, box and sheet the last row says how to leave.
  @Test(
    arguments: [
      "Enter", "b", "b /", ":", "?", "D", "i", "s", "r", "c", "e", "p", "P", "a", "n", "m", "L", "f", "/ 'vpn", "s r",
      "s a", "s f", "Enter D", "Enter b", "Space",
    ], Language.allCases)
  func theKeysSayHowToLeave(_ keys: String, _ language: Language) {
    for (width, height) in Self.small {
      var rehearsal = Rehearsal(language, width: width, height: height)
      rehearsal.type("1 j " + keys)
      rehearsal.send(.woke(.prefix))
      let words = language == .french ? ["Échap ", "q retour"] : ["Esc ", "q back"]
      #expect(words.contains { rehearsal.hints.contains($0) }, "\(keys) at \(width): \(rehearsal.hints)")
    }
  }

  /// What sends is told beside what leaves, once there are words to keep too.
  @Test(arguments: [("1 r 'Bonjour", "Alt-Entrée envoyer"), ("n 'Paul", "Alt-Entrée ")])
  func aSheetWithWordsSaysHowToSend(_ keys: String, _ sends: String) {
    var rehearsal = Rehearsal(width: 40, height: 10)
    rehearsal.type(keys)
    #expect(rehearsal.hints.contains(sends) && rehearsal.hints.contains("Échap brouillon"), "\(rehearsal.hints)")
  }

  /// A long message gives way to what is typed in the filter bar, whichever of the two came first.
  @Test func aMessageDoesNotCoverTheFilter() {
    var rehearsal = Rehearsal(width: 40, height: 10)
    rehearsal.type("1 r 'Bonjour Esc")
    #expect(rehearsal.screen.contains("Brouillon gardé"))
    rehearsal.type("/ 'vpn")
    #expect(rehearsal.screen.contains("/ vpn") && !rehearsal.screen.contains("Brouillon gardé"), "\(rehearsal.screen)")
    rehearsal.send(.failed(.permission(path: "/srv/guichet/cabinet/journal/2026/03")))
    #expect(rehearsal.screen.contains("/ vpn"), "\(rehearsal.screen)")
  }

  /// What is typed does not read: that is said where the list is empty, for the bar has little room for it.
  @Test(arguments: ["zzz:1", "age:>3x"]) func anEmptiedListSaysWhatDoesNotRead(_ filter: String) {
    var rehearsal = Rehearsal()
    rehearsal.type("0 / 'zqxw Space '" + filter)
    #expect(rehearsal.screen.contains("Filtre, caractère 6"), "\(rehearsal.screen)")
    #expect(!rehearsal.screen.contains("ne laisse rien passer"))
  }

  /// A line that names a ticket stays one line, and shows that it is cut.
  @Test func aCutLineSaysSo() {
    var rehearsal = Account.rehearsal(width: 40, height: 10)
    rehearsal.type("i Enter j j")
    let rows = rehearsal.frame.lines.filter { $0.contains("#104") }
    #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("…") }, "\(rehearsal.screen)")
  }

  /// What a field holds is read from its beginning, and a remark is folded under itself.
  @Test func aFieldThatIsNotTypedInBeginsAtItsBeginning() {
    let long = "Serveur de fichiers inaccessible depuis la coupure de ce matin"
    let ticket = Morning.ticket(7, long, "Paul", "Lyon", "Poste", g: 3, i: 3, ago: 5, [Morning.taken(by: "amel")])
    var rehearsal = Rehearsal(width: 40, height: 16, tickets: [ticket])
    rehearsal.type("1 r")
    #expect(rehearsal.screen.contains("Re: Serveur de fic"), "\(rehearsal.screen)")
    rehearsal.type("BackTab")
    #expect(rehearsal.screen.contains("ce matin"), "typed in it shows its end")
  }

  @Test func aRemarkIsFoldedUnderItself() {
    var ticket = Ticket(id: Morning.id(8))
    let opening = Opening(subject: "Écran noir", channel: .phone, requester: Party(name: "Paul"))
    ticket = Morning.fold(ticket, [.opened(opening)], by: "amel", at: Rehearsal.noon)
    ticket = Morning.fold(ticket, [Morning.taken(by: "amel").1], by: "amel", at: Rehearsal.noon)
    var rehearsal = Rehearsal(width: 40, height: 16, tickets: [ticket])
    rehearsal.type("1 r")
    let rows = rehearsal.frame.lines
    let first = rows.firstIndex { $0.hasPrefix("▲ Aucune adresse") }
    #expect(first.map { rows[$0 + 1].hasPrefix("  ") && !rows[$0 + 1].trimmed.isEmpty } == true, "\(rehearsal.screen)")
  }

  @Test func aKeptFilterIsSeen() {
    for (width, height) in Self.small {
      var rehearsal = Rehearsal(width: width, height: height)
      rehearsal.type("0 / 'vpn_ou_imprimante Enter")
      #expect(rehearsal.status.contains("/ vpn ou"), "\(width): \(rehearsal.status)")
    }
    // The line under what is looked for is under the words alone.
    var rehearsal = Rehearsal()
    rehearsal.type("0 / 'vpn Enter")
    let row = rehearsal.frame.row(22)
    #expect(row.first { $0.role == .match }?.scalar == "/")
  }

  @Test func tabsWithoutRoomAreTold() {
    let narrow = Rehearsal(width: 40, height: 10)
    #expect(narrow.frame.line(0).trimmed.hasSuffix("›") && !narrow.frame.line(0).hasPrefix("‹"))
    var last = Rehearsal(width: 40, height: 10)
    last.type("0")
    #expect(last.frame.line(0).hasPrefix("‹") && last.frame.line(0).contains("[0 Tout"))
    let wide = Rehearsal(width: 200, height: 30)
    #expect(!wide.frame.line(0).contains("›") && !wide.frame.line(0).contains("‹"))
    for width in 20..<160 {
      for view in ["1", "5", "9", "0"] {
        var rehearsal = Rehearsal(width: width, height: 10)
        rehearsal.type(view)
        let row = rehearsal.frame.line(0)
        #expect(row.contains("[\(view) "), "\(width): \(row)")
        #expect(width < 24 || row.contains("]"), "\(width): \(row)")
      }
    }
  }

  /// The menu of a prefix can be read to its end, and a key that scrolls it is no answer.
  @Test func aMenuScrolls() {
    var rehearsal = Rehearsal(width: 40, height: 10)
    rehearsal.type("2 j s")
    rehearsal.send(.woke(.prefix))
    #expect(rehearsal.screen.contains("libérer") && rehearsal.screen.contains("↓ 9"))
    #expect(rehearsal.hints.contains("↓↑ défiler"))
    rehearsal.type("Down Down PageDown PageDown")
    #expect(rehearsal.screen.contains("pas un indésirable") && !rehearsal.screen.contains("libérer"))
    rehearsal.type("PageUp PageUp a")
    #expect(rehearsal.model.sheet?.kind == .ask, "the sequence goes on")
    var wide = Rehearsal()
    wide.type("s")
    wide.send(.woke(.prefix))
    #expect(!wide.hints.contains("défiler") && wide.hints.contains("Échap annuler"))
    wide.type("Esc")
    #expect(wide.model.overlay == nil && wide.hints.contains("Entrée ouvrir"))
  }

  /// A message longer than the row takes rows above it; the panes come back when it goes.
  @Test func aLongMessageIsToldWhole() {
    var rehearsal = Rehearsal(width: 40, height: 10)
    rehearsal.type("2 j")
    let before = rehearsal.screen
    rehearsal.type(": 'macro Enter")
    #expect(rehearsal.screen.contains("Aucune macro en vigueur") && rehearsal.screen.contains("config apply"))
    rehearsal.send(.woke(.notice))
    #expect(rehearsal.screen == before)
  }

  @Test func anEmptyViewOffersWhatCanBeDoneThere() {
    var rehearsal = Rehearsal()
    rehearsal.type("5")
    #expect(!rehearsal.hints.contains("ouvrir") && !rehearsal.hints.contains("escalader"))
    #expect(rehearsal.hints.contains("n nouveau") && rehearsal.hints.contains("1-9 vues"))
    rehearsal.type("0 / 'zzz Enter")
    #expect(rehearsal.hints.contains("Échap ôter le filtre"), "\(rehearsal.hints)")
  }
}
