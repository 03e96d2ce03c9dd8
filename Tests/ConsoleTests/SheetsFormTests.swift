import Console
import Desk
import Kit
import Screen
import Testing

@Suite("Sheets: forms") struct SheetsFormTests {
  @Test(
    "nothing is asked of the desk while a mandatory field is blank",
    arguments: SheetKind.allCases.filter { $0 != .release && $0 != .close })
  func blanks(_ kind: SheetKind) {
    let ticket = kind == .qualify ? Life(rules: SheetBench.rules).ticket : workedTicket()
    var bench = SheetBench(kind, on: kind == .intake ? nil : ticket)
    bench.keys("<C-x>s")
    #expect(bench.asked.isEmpty && bench.outcome == .open)
    #expect(bench.frame.rowHolding("! à remplir") != nil, "\(bench.screen)")
  }

  @Test("a ticket nobody qualified is shown where its header has it", arguments: Priority.allCases)
  func gridBegins(_ priority: Priority) {
    let grid = PriorityGrid(.standard, showing: priority, Words(.french))
    #expect(grid.priority == (priority == .p0 ? .p4 : priority))
    #expect(priority != .p3 || (grid.impact == .person && grid.gravity == .blocking))
  }

  @Test(
    "a VIP's ticket begins at the impact that is theirs", arguments: [(true, "× I3 groupe ou VIP"), (false, "× I4")])
  func vip(_ isVIP: Bool, _ cell: String) {
    let ticket = Life(rules: SheetBench.rules).ticket
    var context = SheetBench.context(ticket)
    context.directory.apply(.person(Person(party: ticket.requester, vip: isVIP)))
    var frame = Frame(SheetBench.size)
    let sheet = SheetBook.make(.qualify, on: ticket.id, from: nil, context)
    sheet.draw(into: &frame, in: Area(width: 80, height: 22), context)
    #expect(frame.text.contains(cell), "\(frame.text)")
    #expect(frame.text.contains("VIP : impact relevé") == isVIP, "\(frame.text)")
  }

  @Test("what is typed as a tag and is several is not one", arguments: ["a b,c", "a,b", "a b", "a;b"])
  func severalTags(_ typed: String) {
    var bench = SheetBench(.tag, on: workedTicket())
    bench.keys(typed + "<Enter>")
    #expect(bench.asked.isEmpty)
    #expect(bench.frame.rowHolding("une étiquette est un mot") != nil, "\(bench.screen)")
  }

  @Test("the field is pointed out and has the keys")
  func pointsOut() {
    var bench = SheetBench(.hold, on: workedTicket(), as: "chloe")
    bench.keys("Dell<Tab><Tab>25/13<A-Enter>")
    let screen = bench.frame
    #expect(screen.rowHolding("! à remplir") != nil && screen.rowHolding("jour/mois") != nil, "\(bench.screen)")
    bench.keys("<Right>")
    #expect(bench.frame.rowHolding("! à remplir") == nil, "\(bench.screen)")
  }

  @Test("what the desk would refuse is said before it is asked")
  func refusal() {
    var bench = SheetBench(.hold, on: workedTicket(), as: "amel")
    bench.keys("Dell<Tab>f<Tab>lundi<Enter>")
    #expect(bench.asked.isEmpty)
    #expect(bench.frame.rowHolding("Le profil N1 ne peut pas") != nil, "\(bench.screen)")
    bench = SheetBench(.ask, on: workedTicket())
    bench.keys("Alors ?<Tab><Tab>3 semaines<A-Enter>")
    #expect(bench.asked.isEmpty)
    #expect(bench.frame.rowHolding("10 jours ouvrés") != nil, "\(bench.screen)")
  }

  @Test("a refusal that comes back stands at its field")
  func refusedLater() {
    var bench = SheetBench(.assign, on: workedTicket())
    bench.keys("bo<Enter>")
    bench.context.refusal = .agentInactive("bob")
    #expect(bench.frame.rowHolding("!") != nil, "\(bench.screen)")
  }

  @Test("told that the ticket has changed, one sends on what it is now")
  func changed() {
    var bench = SheetBench(.reply, on: workedTicket())
    let later = workedTicket {
      try $0.act("chloe", .hold(party: "Dell", reason: .vendor, until: SheetBench.now + 86_400))
    }
    bench.context.reading = later
    bench.context.refusal = .changed(by: "chloe", at: SheetBench.now, op: "waiting", count: 1)
    bench.keys("Réglé.<A-Enter>")
    guard case .record(_, _, let seen) = bench.asked.first else {
      Issue.record("nothing was sent")
      return
    }
    #expect(seen == later.lamport)
  }

  @Test("a composer says when the answer is due, and that it is late")
  func due() {
    var life = Life(at: SheetBench.now, rules: SheetBench.rules, channel: .mail)
    life.record([.assigned(to: "amel", mode: .take, reason: nil)], by: TestDesk.actor("amel"))
    let soon = SheetBench(.reply, on: life.ticket, now: SheetBench.now + 600).frame
    #expect(soon.rowHolding("réponse due dans") != nil, "\(soon.text)")
    let late = SheetBench(.reply, on: life.ticket, now: SheetBench.now + 10 * 86_400).frame
    #expect(late.rowHolding("! réponse en retard de") != nil, "\(late.text)")
  }

  @Test("a requester without an address is said to have none")
  func noAddress() {
    var ticket = Ticket(id: TicketID(site: "LYO", number: 7))
    let opening = Opening(subject: "Écran noir", channel: .phone, requester: Party(name: "Paul"))
    ticket.apply(
      TicketEvent(id: "E1", site: "LYO", n: 1, lamport: 1, at: SheetBench.now, by: "amel", fact: .opened(opening)),
      under: SheetBench.rules)
    for kind in [SheetKind.reply, .ask] {
      var bench = SheetBench(kind, on: ticket)
      #expect(bench.frame.rowHolding("Aucune adresse connue") != nil)
      bench.keys("Bonjour,")
      #expect(bench.frame.rowHolding("Aucune adresse connue") != nil, "as long as it is so")
    }
  }

  @Test("Enter goes on, and never sends a letter")
  func enter() {
    var bench = SheetBench(.reply, on: workedTicket())
    bench.keys("Réglé.<Tab><Enter><Enter><Enter>")
    #expect(bench.outcome == .open && bench.asked.isEmpty)
  }

  @Test("Esc leaves; so it does while a command is awaited, one level at a time")
  func escape() {
    var bench = SheetBench(.note, on: workedTicket())
    bench.keys("<C-x><Esc>")
    #expect(bench.outcome == .open)
    bench.keys("<Esc>")
    #expect(bench.outcome == .left)
  }

  @Test("a reply becomes a note and says so, and back")
  func turns() {
    var bench = SheetBench(.reply, on: workedTicket())
    bench.keys("Pour nous.<C-x>i")
    #expect(bench.frame.lines.first?.hasPrefix("┊ NOTE INTERNE") == true)
    #expect(bench.frame.rowHolding("rien ne part au demandeur") != nil)
    #expect(bench.frame.rowHolding("Pour nous.") != nil)
    bench.keys("<C-x>i")
    #expect(bench.frame.lines.first?.hasPrefix("◂ RÉPONSE") == true)
    #expect(bench.frame.rowHolding("le demandeur la lira") != nil)
  }

  @Test("a reply turned into a note leaves no reply among the drafts")
  func turnedDraft() {
    var rehearsal = Rehearsal()
    rehearsal.type("r 'Pour_nous")
    rehearsal.rest()
    let before = rehearsal.model.drafts.map(\.kind)
    rehearsal.type("C-x i")
    #expect(before == [.reply] && rehearsal.model.drafts.map(\.kind) == [.note])
    #expect(rehearsal.performed.contains { if case .dropDraft = $0 { true } else { false } })
  }

  @Test("every row of a note has its edge, and none of a letter")
  func edges() {
    let note = SheetBench(.note, on: workedTicket()).frame.lines.prefix(22)
    let reply = SheetBench(.reply, on: workedTicket()).frame.lines.prefix(22)
    #expect(note.allSatisfy { $0.hasPrefix("┊") } && !reply.contains { $0.hasPrefix("┊") })
  }

  @Test("the long text goes to the editor and comes back")
  func editor() {
    let ticket = workedTicket()
    var bench = SheetBench(.reply, on: ticket)
    bench.keys("Bonjour<C-x>e")
    #expect(bench.asked == [.edit("Bonjour", name: "reply-LYO-10471.txt")])
    bench.receive(.edited("Bonjour Élise,\nRéglé.\n"))
    bench.keys("<A-Enter>")
    guard case .reply(let letter)? = bench.intent else {
      Issue.record("no reply:\n\(bench.screen)")
      return
    }
    #expect(letter.body.text == "Bonjour Élise,\nRéglé.")
  }

  @Test("an editor left without saving changes nothing")
  func editorLeft() {
    var bench = SheetBench(.note, on: workedTicket())
    bench.keys("Vu.<C-x>e")
    bench.receive(.edited(nil))
    #expect(bench.sheet.draft(at: SheetBench.now)?.fields["body"] == "Vu.")
  }

  @Test("the last message is quoted where the cursor is")
  func quotes() {
    var bench = SheetBench(.reply, on: workedTicket())
    bench.keys("<C-x>q")
    #expect(bench.sheet.draft(at: SheetBench.now)?.fields["body"] == "> Plus rien ne sort.\n")
  }

  @Test("a pasted text that does not fit says what was lost")
  func cut() {
    var bench = SheetBench(
      .return, on: workedTicket { try $0.act("amel", .escalate(to: .n2, handoff: .full, target: nil)) }, as: "chloe")
    bench.paste(String(repeating: "abcde ", count: 500))
    #expect(bench.frame.rowHolding("2000 caractères au plus, 1000 perdus") != nil, "\(bench.screen)")
    bench.keys("x")
    #expect(bench.frame.rowHolding("plein : 2000") != nil, "\(bench.screen)")
  }

  @Test(
    "a pasted text that fits says nothing, whatever is in it", arguments: ["a\r\nb", "\u{1B}[31mrouge\u{7}", "é\tè"])
  func fits(_ text: String) {
    var bench = SheetBench(.note, on: workedTicket())
    bench.paste(text)
    #expect(bench.frame.rowHolding("perdus") == nil, "\(bench.screen)")
  }

  @Test("a body too long for a journal line is sent whole: the shell puts it in a blob")
  func longBody() {
    var bench = SheetBench(.note, on: workedTicket())
    bench.paste(String(repeating: "mot ", count: 20_000))
    bench.keys("<A-Enter>")
    guard case .note(let note)? = bench.intent else {
      Issue.record("no note:\n\(bench.screen)")
      return
    }
    #expect(note.body.text.utf8.count == 80_000)
  }

  @Test("a paste into a choice runs nothing")
  func pasteElsewhere() {
    var bench = SheetBench(.close, on: workedTicket { try $0.act("amel", .resolve(.simple(), message: nil)) })
    bench.paste("q\n\n\u{1B}")
    #expect(bench.bells == 1 && bench.outcome == .open && bench.asked.isEmpty)
  }

  @Test("tickets that one may be the duplicate of are shown before its number is typed")
  func lookalikes() {
    let ticket = workedTicket()
    let id = ticket.id
    var bench = SheetBench(.merge, on: ticket)
    bench.receive(.lookalikes([], of: Morning.id(1)))
    #expect(bench.frame.rowHolding("ressemble") == nil)
    var twin = Summary(ticket)
    twin.id = Morning.id(10480)
    bench.receive(.lookalikes(Lookalike.of(Summary(ticket), among: [twin], limit: 8), of: id))
    #expect(bench.frame.rowHolding("même demandeur") != nil, "\(bench.screen)")
    #expect(bench.frame.rowHolding("ce ticket : ") != nil, "\(bench.screen)")
    bench.receive(.lookalikes([], of: id))
    #expect(bench.frame.rowHolding("Aucun ticket actif ne lui ressemble") != nil, "\(bench.screen)")
  }

  @Test("similar tickets are sought once typing settles, and shown")
  func similar() {
    var bench = SheetBench(.intake)
    bench.keys("Paul<Tab><Tab><Tab><Tab><Tab>VPN lent")
    bench.receive(.woke(.settle))
    #expect(bench.asked == [.similar("VPN lent")])
    bench.receive(.woke(.settle))
    #expect(bench.asked.count == 1)
    bench.receive(.similar([Summary(workedTicket())], for: "VPN"))
    #expect(bench.frame.rowHolding("#10471") == nil)
    bench.receive(.similar([Summary(workedTicket())], for: "VPN lent"))
    #expect(bench.frame.rowHolding("#10471 P3 en cours") != nil, "\(bench.screen)")
  }

  @Test("an article is sought by the ticket's words, then by what is typed")
  func articles() {
    var bench = SheetBench(.resolve, on: workedTicket())
    bench.keys("a<Tab>Bourrage<Tab><Right><Tab><Right><Tab>")
    bench.receive(.woke(.settle))
    #expect(bench.asked == [.searchArticles("Serveur de fichiers inaccessible")])
    var article = Article(id: "KB-0113")
    article.apply(created("Lecteur S: inaccessible", reply: "Redémarrez."))
    bench.receive(.articles([article], for: "Serveur de fichiers inaccessible"))
    bench.keys("<Down><Enter><A-Enter>")
    guard case .resolve(let resolution, nil)? = bench.intent else {
      Issue.record("not resolved:\n\(bench.screen)")
      return
    }
    #expect(resolution.knowledge == .linked("KB-0113"))
  }

  @Test("a ready reply goes into the text")
  func readyReply() {
    var bench = SheetBench(.reply, on: workedTicket())
    bench.keys("Bonjour,<Enter><C-x>b")
    #expect(bench.asked == [.searchArticles("Serveur de fichiers inaccessible")])
    var article = Article(id: "KB-0113")
    article.apply(created("Lecteur S: inaccessible", reply: "Redémarrez."))
    bench.receive(.articles([article], for: "Serveur de fichiers inaccessible"))
    bench.keys("<Down><Enter>")
    #expect(bench.sheet.draft(at: SheetBench.now)?.fields["body"] == "Bonjour,\nRedémarrez.", "\(bench.screen)")
  }

  private func created(_ title: String, reply: String) -> ArticleEvent {
    ArticleEvent(
      id: "A1", site: "LYO", n: 1, lamport: 1, at: SheetBench.now, by: "eva",
      fact: .created(ArticleContent(title: title, reply: reply)))
  }
}
