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

  /// The next to call is somebody else: the form is blank, and what was left is taken up when asked.
  @Test func aCallBeginsAnew() {
    var rehearsal = Rehearsal(height: 40)
    rehearsal.type("n 'Inès_Moreau Tab Tab Tab Tab Tab 'VPN Esc")
    rehearsal.send(.tick(Rehearsal.noon + 60))
    rehearsal.type("n")
    #expect(rehearsal.model.sheet?.sheet.draft(at: rehearsal.now) == nil)
    #expect(rehearsal.screen.contains("▲ Brouillon gardé 14:03 (Inès Moreau, VPN) : Ctrl-X r le reprend"))
    rehearsal.type("'Paul")
    #expect(!rehearsal.screen.contains("Inès"))
    rehearsal.type("C-x r")
    #expect(rehearsal.model.drafts.map(\.key).sorted() == ["intake", "intake.2"])
    #expect(rehearsal.screen.contains("Inès Moreau") && !rehearsal.screen.contains("▲ Brouillon"))
    rehearsal.type("'_! Esc")
    #expect(rehearsal.saved.last?.key == "intake")
    // Of two the latest is offered, both are listed.
    rehearsal.send(.tick(Rehearsal.noon + 120))
    rehearsal.type("n")
    #expect(rehearsal.screen.contains("▲ 2 brouillons gardés, le dernier"), "\(rehearsal.screen)")
    rehearsal.type("Esc : 'brouillons Enter")
    #expect(rehearsal.screen.contains("nouveau ticket (2)"), "\(rehearsal.screen)")
    rehearsal.type("'paul Enter")
    #expect(rehearsal.model.sheet?.kept?.fields["requester"] == "Paul")
  }

  /// What another call left is not thrown away with this one's words, nor upon its recording.
  @Test(arguments: ["C-x d", "A-Enter"]) func anEarlierCallStays(_ end: String) {
    var rehearsal = Rehearsal()
    rehearsal.type("n 'Inès Esc n 'Paul Tab Tab Tab Tab Tab 'VPN")
    rehearsal.send(.woke(.draft))
    rehearsal.type(end)
    if end == "A-Enter" { rehearsal.send(.created(Morning.tickets[0])) }
    #expect(rehearsal.model.sheet == nil)
    #expect(rehearsal.dropped == ["intake.2"])
    #expect(rehearsal.model.drafts.map(\.key) == ["intake"])
  }

  /// Drafts that come once the form is open neither fill it nor are written over.
  @Test func draftsThatComeLateStandAside() {
    var rehearsal = Rehearsal()
    rehearsal.type("n")
    let kept = Draft(kind: .intake, ticket: nil, fields: ["requester": "Inès"], savedAt: Rehearsal.noon)
    rehearsal.send(.drafts([kept]))
    #expect(rehearsal.screen.contains("Brouillon gardé 14:03 (Inès)"), "\(rehearsal.screen)")
    rehearsal.type("'Paul Esc")
    #expect(rehearsal.saved.map(\.key) == ["intake.2"])
  }

  @Test func whatWasKeptIsToldAtTheStart() {
    let kept = (1...2).map {
      Draft(kind: .intake, ticket: nil, fields: ["requester": "Inès"], savedAt: Rehearsal.noon, place: $0)
    }
    for drafts in [[], kept] {
      var rehearsal = Rehearsal()
      rehearsal.send(.drafts(drafts))
      #expect(rehearsal.status.contains("2 brouillons gardés  :brouillons") == !drafts.isEmpty, "\(rehearsal.status)")
      rehearsal.send(.woke(.notice))
      rehearsal.send(.drafts(kept))
      #expect(!rehearsal.status.contains("gardés"))
    }
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
