import Console
import Desk
import Kit
import Screen
import Testing

/// A desk with a customer, its contract and a machine, and a ticket about them.
enum Account {
  static let contract = Contract(
    id: "infog", customer: "acme", name: "Infogérance+", from: Day(2026, 1, 1), to: Day(2026, 12, 31))
  static let customer = Customer(id: "acme", name: "ACME Industries", sites: ["Nantes"], contact: "rei@acme.fr")
  static let asset = Asset(
    id: "SRV-NTE-FIC02", itemClass: "serveur", name: "Fichiers Nantes", customer: "acme", site: "Nantes",
    warrantyEnd: Day(2026, 3, 30))

  static let directory: Directory = {
    var directory = TestDesk.directory
    directory.apply(.customer(customer))
    directory.apply(.contract(contract))
    directory.apply(.asset(asset))
    let entry = ContractEntry(contract: "infog", minutes: 7200, reason: "vente")
    directory.apply(.contractCredited(entry))
    return directory
  }()

  static let ticket: Ticket = {
    let start = Rehearsal.noon + -1900 * 60
    let party = Party(name: "Aïcha Ben Salah", email: "a.bensalah@acme.fr", phone: "4127")
    var ticket = Ticket(id: Morning.id(7))
    let opening = Opening(
      subject: "Serveur de fichiers inaccessible, étage entier", channel: .mail, requester: party, customer: "acme",
      site: "Nantes", asset: "SRV-NTE-FIC02", receivedAt: start)
    let wait = Wait(on: .user, reason: .information, until: Rehearsal.noon + 86_400)
    ticket = Morning.fold(
      ticket, [.opened(opening), .messageIn(Letter(from: party, body: Body("Plus rien."), channel: .mail))], by: "amel",
      at: start)
    ticket = Morning.fold(ticket, [.qualified(.of(3, 2, "Serveurs"))], by: "amel", at: start + 60)
    ticket = Morning.fold(ticket, [.assigned(to: "amel", mode: .take, reason: nil)], by: "amel", at: start + 600)
    ticket = Morning.fold(
      ticket, [.messageOut(.saying("Depuis quand ?")), .waiting(wait)], by: "amel", at: start + 1800)
    return Morning.fold(ticket, [.resumed(.reply)], by: "amel", at: start + 90_000)
  }()

  static func standing(drawn: Int) -> ContractStanding {
    ContractStanding(contract, balance: ContractBalance(credited: 7200, drawn: drawn, dayMinutes: 480))
  }

  static func rehearsal(_ language: Language = .french, width: Int = 80, height: Int = 24, drawn: Int = 4710)
    -> Rehearsal
  {
    var rehearsal = Rehearsal(language, width: width, height: height, tickets: [ticket] + Morning.tickets)
    rehearsal.standings = [standing(drawn: drawn)]
    let row = Morning.rows(of: [ticket])[ticket.id]
    let others = Array(Morning.rows.values.sorted { $0.id < $1.id }.prefix(3))
    let tickets = [row].compactMap(\.self) + others
    rehearsal.cards = [
      .person(ticket.requester, customer: "acme"): .person(
        PersonCard(Person(party: ticket.requester, customer: "acme", vip: true), customer: customer, tickets: tickets)),
      .customer("acme"): .customer(
        CustomerCard(customer, contracts: [standing(drawn: drawn)], open: 12, tickets: tickets)),
      .contract("infog"): .contract(
        ContractCard(ContractAccount(contract, credits: [], debits: []), customer: customer)),
      .asset("SRV-NTE-FIC02"): .asset(AssetCard(asset, customer: customer, contract: contract, tickets: tickets)),
    ]
    rehearsal.send(.directory(directory))
    rehearsal.type("0 : '7 Enter")
    return rehearsal
  }
}

/// Texts over the panes: why the deadlines are what they are, cards; and the header that shows both in short.
struct LeafTests {
  static let sizes = [(40, 10), (80, 24), (120, 40)]

  @Test(
    arguments: [("account", ""), ("clocks", "D"), ("cards", "i"), ("card", "i 'cli Enter")], Language.allCases)
  func pinned(_ scene: (name: String, keys: String), _ language: Language) {
    for (width, height) in LeafTests.sizes {
      var rehearsal = Account.rehearsal(language, width: width, height: height)
      rehearsal.type(scene.keys)
      let name = "console-\(scene.name)-\(width)x\(height)-\(language.rawValue)"
      if let difference = Screens.difference(rehearsal.frame, name) { Issue.record("\(difference)") }
    }
  }

  /// From the list and from the ticket, by the same key; the same one, Escape and q put it away.
  @Test(arguments: ["D", "Esc", "q", "h"]) func oneKeyExplains(_ away: String) {
    var rehearsal = Rehearsal()
    rehearsal.type("0 D")
    #expect(rehearsal.screen.contains("#10480 · pourquoi ces échéances"))
    #expect(rehearsal.hints.contains("Échap fermer"))
    rehearsal.type(away)
    #expect(rehearsal.model.overlay == nil && rehearsal.model.pane == .queue)
    rehearsal.type("Enter D")
    #expect(rehearsal.screen.contains("promis "))
    rehearsal.type(away)
    #expect(rehearsal.model.overlay == nil && rehearsal.model.pane == .ticket)
  }

  /// The columns of all clocks stand one under the other, and no line is wider than its pane.
  @Test(arguments: [38, 58, 78, 100, 198]) func oneSetOfColumns(_ width: Int) {
    let panel = LedgerPanel(width: width, words: Words(.french), zone: .utc, now: Rehearsal.noon)
    let clocks = Account.ticket.clocks(under: TestDesk.rules)
    let lines = panel.lines(of: clocks.ledgers(at: Rehearsal.noon), waivers: [:])
      .map { $0.pieces.map(\.text).joined() }
    let rows = lines.filter { $0.contains(" → ") }
    #expect(rows.count > 5 && lines.allSatisfy { Width.of($0) <= width }, "\(lines.joined(separator: "\n"))")
    #expect(Set(rows.map { Width.of($0) }).count == 1, "\(rows.joined(separator: "\n"))")
    #expect(lines.contains { $0.contains("ouvrées") })
  }

  @Test func aTicketNotReadYetIsReadFirst() {
    var rehearsal = Rehearsal()
    rehearsal.holdsReads = true
    rehearsal.type("0 j D")
    #expect(rehearsal.screen.contains("lecture…"))
    rehearsal.deliver()
    #expect(rehearsal.screen.contains("promis "))
  }

  @Test func aLongLedgerScrolls() {
    var rehearsal = Account.rehearsal(height: 12)
    rehearsal.type("D")
    let first = rehearsal.screen
    #expect(first.contains("↓"))
    rehearsal.type("j")
    #expect(rehearsal.screen != first)
    rehearsal.type("G")
    #expect(!rehearsal.screen.contains("↓"))
    rehearsal.type("g")
    #expect(rehearsal.screen == first)
    rehearsal.type("PageDown PageUp")
    #expect(rehearsal.screen == first)
  }

  /// One of two marked tickets cannot be explained in place of the other.
  @Test func oneTicketAtATime() {
    var rehearsal = Rehearsal()
    rehearsal.type("0 Space Space D")
    #expect(rehearsal.status.contains("Un ticket à la fois"))
  }

  @Test func aTicketOfACardOpens() {
    var rehearsal = Account.rehearsal()
    rehearsal.type("i Enter")
    #expect(rehearsal.screen.contains("Aïcha Ben Salah   VIP"))
    rehearsal.type("j Enter")
    #expect(rehearsal.model.overlay == nil)
    #expect(rehearsal.model.ticket?.id.number == 10380 || rehearsal.model.ticket?.id != Account.ticket.id)
  }

  /// A ticket of which only the requester is known shows the card at once.
  @Test func aLoneSubjectNeedsNoChoice() {
    var rehearsal = Rehearsal()
    rehearsal.type("0 i")
    #expect(rehearsal.performed.contains { if case .card(.person) = $0 { true } else { false } })
  }

  /// Sign and words say how a contract stands, on a wide screen and on a narrow one.
  @Test(
    arguments: [
      (4710, "Contrat Infogérance+ · 41h30 restantes"), (6900, "▲ Contrat Infogérance+ · 5h00"),
      (7230, "! Contrat Infogérance+ · dépassé de 0h30"),
    ])
  func theHeaderTellsTheBalance(_ drawn: Int, _ told: String) {
    #expect(Account.rehearsal(width: 100, drawn: drawn).frame.line(2).contains(told))
    let narrow = Account.rehearsal(width: 40, height: 10, drawn: drawn).frame
    #expect((narrow.line(2).contains("Infogérance+") || narrow.line(2).contains("! Contrat")) == (drawn > 5000))
  }

  /// The most pressing clock comes first, and is the last to leave a narrow line.
  @Test(arguments: [("acq ✓", 120), ("rés", 24)]) func theLineOfClocks(_ part: String, _ width: Int) {
    let rehearsal = Account.rehearsal(width: width, height: 24)
    #expect(rehearsal.frame.line(2).contains(part))
  }
}
