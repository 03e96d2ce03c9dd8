import Console
import Desk
import Kit
import Screen
import Testing

/// Sheets as the console keeps them: opened, submitted, refused, left, lost and found.
struct HostingTests {
  @Test func aNoteIsRecordedAndTheSheetGoes() throws {
    var rehearsal = Rehearsal()
    rehearsal.type("2 c 'vu_sur_place A-Enter")
    #expect(rehearsal.model.sheet == nil)
    #expect(rehearsal.status.contains("note enregistrée"))
    let ticket = try #require(rehearsal.tickets[Morning.id(10459)])
    #expect(ticket.noteCount == 1)
  }

  @Test func leavingKeepsTheWords() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 c 'à_finir Esc")
    #expect(rehearsal.model.sheet == nil)
    #expect(rehearsal.model.drafts.count == 1)
    #expect(rehearsal.status.contains("Brouillon gardé"))
    rehearsal.type("c")
    #expect(rehearsal.screen.contains("à finir"))
  }

  /// A resolution that leaves an article says so: somebody has to read it over.
  @Test func anArticleLeftByAResolutionIsNamed() {
    var rehearsal = Rehearsal()
    rehearsal.send(.articleDrafted("KB-0042"))
    #expect(rehearsal.status.contains("KB-0042 est à relire"))
  }

  @Test func draftsAreFoundByName() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 c 'à_finir Esc : 'brouillons Enter")
    #expect(rehearsal.screen.contains("note interne #10459"))
    rehearsal.type("Enter")
    #expect(rehearsal.model.sheet != nil)
  }

  @Test(arguments: ["pause", "hangup", "suspend"])
  func wordsAreKept(_ how: String) {
    var rehearsal = Rehearsal()
    rehearsal.type("2 c 'perdu_?")
    switch how {
    case "pause": rehearsal.send(.woke(.draft))
    case "hangup": rehearsal.send(.hangup)
    default: rehearsal.type("C-z")
    }
    let saved = rehearsal.performed.contains { if case .saveDraft = $0 { true } else { false } }
    #expect(saved)
    if how == "hangup" { #expect(rehearsal.performed.last == .quit) }
  }

  @Test func recordingDropsTheDraft() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 c 'mot")
    rehearsal.send(.woke(.draft))
    rehearsal.type("A-Enter")
    #expect(rehearsal.dropped == ["note.LYO-10459"])
    #expect(rehearsal.model.drafts.isEmpty)
  }

  /// Two gestures throw words away; the next sheet of that kind is empty.
  @Test func discardingDropsTheDraft() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 c 'mot")
    rehearsal.send(.woke(.draft))
    rehearsal.type("C-x d")
    #expect(rehearsal.model.sheet == nil)
    #expect(rehearsal.dropped == ["note.LYO-10459"])
    rehearsal.type("c")
    #expect(!rehearsal.screen.contains("mot▏") && rehearsal.model.drafts.isEmpty)
    #expect(rehearsal.model.sheet?.sheet.draft(at: rehearsal.now) == nil)
  }

  @Test func keysTypedBeforeTheTicketIsReadGoToTheSheet() {
    var rehearsal = Rehearsal()
    rehearsal.type("2")
    rehearsal.holdsReads = true
    rehearsal.type("c t Q a")
    #expect(rehearsal.model.sheet == nil)
    #expect(!rehearsal.performed.contains(.quit))
    rehearsal.holdsReads = false
    rehearsal.deliver()
    #expect(rehearsal.model.sheet != nil)
    #expect(rehearsal.screen.contains("tQa"))
  }

  @Test func aFailureKeepsTheSheet() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 c 'mot")
    rehearsal.send(.failed(.diskFull))
    #expect(rehearsal.model.sheet != nil)
    #expect(rehearsal.status.contains("Disque plein"))
  }

  @Test func aPasteBecomesANoteWhenAsked() {
    var rehearsal = Rehearsal()
    rehearsal.type("2")
    rehearsal.send(.paste("journal du serveur"))
    rehearsal.type("c")
    #expect(rehearsal.screen.contains("journal du serveur"))
  }

  @Test func aTicketJustOpenedIsShown() {
    var rehearsal = Rehearsal()
    rehearsal.type("1")
    let fresh = Morning.ticket(10481, "Panne générale", "X. Neuf", "Lyon", "Réseau", g: 1, i: 1, ago: 1)
    rehearsal.tickets[fresh.id] = fresh
    rehearsal.send(.created(fresh))
    #expect(rehearsal.status.contains("✓ #10481 ouvert"))
    #expect(rehearsal.model.pane == .ticket)
    #expect(rehearsal.screen.contains("◂ #10481  Panne générale"))
  }

  @Test func severalTicketsOneNote() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 Space Space c 'même_panne A-Enter")
    #expect(rehearsal.status.contains("✓ 2 tickets : note enregistrée"))
    #expect(rehearsal.tickets[Morning.id(10459)]?.noteCount == 1)
    #expect(rehearsal.tickets[Morning.id(10471)]?.noteCount == 2)
  }
}
