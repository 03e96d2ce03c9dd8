import Console
import Desk
import Kit
import Testing

/// Cards: what is to be known of an asset, a customer, a person, a contract, a group, a line each.
@Suite struct CardTests {
  /// Where the requester is named; a name that is too long leaves room for it.
  @Test(arguments: [(40, 10), (80, 24), (120, 40), (200, 60)])
  func aVIPIsToldBesideTheName(_ width: Int, _ height: Int) {
    var rehearsal = Rehearsal(width: width, height: height)
    let party = rehearsal.tickets[Morning.id(10459)]?.requester ?? Party(name: "")
    for isVIP in [true, false] {
      var directory = TestDesk.directory
      directory.apply(.person(Person(party: party, vip: isVIP)))
      rehearsal.send(.directory(directory))
      rehearsal.type("2")
      rehearsal.rest()
      if width >= 120 {
        #expect((rehearsal.frame.rowHolding("\(party.label) VIP") != nil) == isVIP, "\(rehearsal.screen)")
      }
      rehearsal.type("Enter")
      #expect((rehearsal.frame.rowHolding("\(party.label) VIP") != nil) == isVIP, "\(rehearsal.screen)")
      rehearsal.type("q")
    }
  }

  private static let now = Instant(rfc3339: "2026-03-02T12:00:00Z") ?? Instant(ms: 0)
  private static func setting(_ language: Language = .french) -> CardSetting {
    CardSetting(words: Words(language), zone: .utc, now: now, home: "LYO")
  }

  private static func text(_ lines: [ThreadLine]) -> [String] { lines.map { $0.pieces.map(\.text).joined() } }

  private static let ticket: Summary = {
    let opening = Opening(subject: "Écran \u{1B}[31mnoir", channel: .phone, requester: Party(name: "Inès"))
    let event = TicketEvent(
      id: "e", site: "LYO", n: 1, lamport: 1, at: now + -7200, by: "amel", fact: .opened(opening))
    return Summary(Ticket.fold(TicketID(site: "LYO", number: 7), [event], under: Rules()))
  }()

  private static let contract = Contract(
    id: "or", customer: "acme", name: "Or", from: Day(2026, 1, 1), to: Day(2026, 12, 31),
    perimeter: Perimeter(categories: ["Réseau"]))

  @Test func anAssetShowsItsWarrantyAndWhatHangsOnIt() {
    let asset = Asset(
      id: "SRV", itemClass: "serveur", name: "Fichiers", customer: "acme", site: "Lyon", warrantyEnd: Day(2026, 3, 12),
      owner: "i@a.fr", relations: [AssetRelation(.dependsOn, "SW")])
    let other = Asset(id: "APP", name: "Appli", relations: [AssetRelation(.runsOn, "SRV")])
    let card = AssetCard(
      asset, customer: Customer(id: "acme", name: "ACME"), named: ["SW": Asset(id: "SW", name: "Switch")],
      around: [other], tickets: [CardTests.ticket])
    let lines = CardTests.text(card.lines(CardTests.setting()))
    #expect(
      lines == [
        "SRV  Fichiers   serveur", "ACME · Lyon", "Garantie       jusqu’au 2026-03-12, 10 jours",
        "Utilisateur    i@a.fr", "Relations      dépend de SW (Switch)", "               porte APP (Appli)",
        "Derniers tickets", lines.last ?? "",
      ])
    #expect(lines.last?.hasPrefix("  #7       nouv   2h  Écran ") == true)
    #expect(!lines.joined().unicodeScalars.contains("\u{1B}"))
  }

  @Test func aCustomerShowsItsBalances() {
    let standing = ContractStanding(
      CardTests.contract, balance: ContractBalance(credited: 600, drawn: 510, dayMinutes: 480))
    #expect(standing.role == .warning)
    #expect(standing.header(Words(.french)).text == "Contrat Or · 1h30 restantes")
    #expect(standing.header(Words(.english)).text == "Contract Or · 1h30 left")
    let card = CustomerCard(
      Customer(id: "acme", name: "ACME", sites: ["Lyon"], contact: "rei@a.fr", sharesTickets: true),
      contracts: [standing])
    #expect(
      CardTests.text(card.lines(CardTests.setting())) == [
        "acme  ACME   tickets partagés", "REI            rei@a.fr", "Sites          Lyon",
        "Contrats       Or · du 2026-01-01 au 2026-12-31 · 1h30 restantes (0,1j) sur 10h00, 85 % consommés",
      ])
  }

  @Test func anOverspentContractSaysSo() {
    let credit = ContractCredit(
      ContractEntry(contract: "or", minutes: 60, reason: "vente", reference: "BC"), isCorrection: false, event: "e",
      recordedAt: CardTests.now, by: "a")
    let debit = Debit(
      ticket: TicketID(site: "LYO", number: 7), event: "d", at: CardTests.now, by: "bob", minutes: 90, activity: .repair
    )
    let card = ContractCard(ContractAccount(CardTests.contract, credits: [credit], debits: [debit]))
    let lines = card.lines(CardTests.setting(.english))
    #expect(
      CardTests.text(lines) == [
        "or  Or   from 2026-01-01 to 2026-12-31", "acme", "Perimeter      Réseau",
        "Balance        overspent by 0h30 (0.0d) of 1h00, 150% used",
        "Credits        2026-03-02  +1h00  vente  BC", "Drawn          2026-03-02  -1h30  #7  bob",
      ])
    #expect(lines[3].pieces.last?.role == .error)
    let before = ContractCard(card.account, at: CardTests.now + -1).lines(CardTests.setting(.english))
    #expect(CardTests.text(before).count == 4)
  }

  @Test func peopleAndGroups() {
    let person = PersonCard(
      Person(party: Party(name: "Inès", email: "i@a.fr", phone: "1"), customer: "acme", vip: true, language: "fr"),
      assets: [Asset(id: "PC", name: "Portable")])
    #expect(
      CardTests.text(person.lines(CardTests.setting())) == [
        "Inès   VIP · fr", "i@a.fr · 1 · acme", "Équipements    PC  Portable",
      ])
    let group = GroupCard(
      Group(id: "g", name: "Réseau", levels: [.n2], members: ["bob", "zoe"]),
      members: ["bob": Agent(login: "bob", name: "Bob", profile: .n2)])
    #expect(
      CardTests.text(group.lines(CardTests.setting())) == [
        "g  Réseau   N2", "Membres        bob  Bob", "               zoe",
      ])
  }

  /// Minutes asked for, and what is said before they are logged.
  @Test(arguments: [(10, ""), (60, "▲"), (200, "!")]) func theWarningComesFirst(minutes: Int, sign: String) {
    let credit = ContractCredit(
      ContractEntry(contract: "or", minutes: 75, reason: "r"), isCorrection: false, event: "e",
      recordedAt: CardTests.now, by: "a")
    let account = ContractAccount(CardTests.contract, credits: [credit], debits: [])
    let said = Words(.french).warning(account.allows(minutes), contract: "Or") ?? ""
    #expect(said.prefix(1) == sign)
  }

  /// Of a credit that is gone it is said that it was gone before.
  @Test(arguments: [(0, "0h15."), (30, "0h15, by 0h45 with this time.")])
  func whatIsGoneIsSaid(minutes: Int, end: String) {
    let gone = ContractBalance(credited: 60, drawn: 75, dayMinutes: 480)
    let said = Words(.english).warning(Allowance(minutes, of: CardTests.contract, at: gone), contract: "Or")
    #expect(said == "! Or: already overspent by " + end)
  }

  @Test func whatDoesNotCoverComesBeforeTheBalance() {
    let scope = Scope(CardTests.contract, breaches: [.ended(Day(2026, 12, 31))])
    let notice = ContractNotice(scope, ContractStanding(CardTests.contract, balance: nil), Words(.french))
    #expect(notice.full.text == "▲ Hors contrat Or : fini le 2026-12-31" && notice.full.role == .warning)
    #expect(notice.short.text == "▲ Hors contrat Or" && notice.shortest.text == "▲ Hors contrat")
    #expect(notice.isPressing)
    let inside = ContractNotice(
      Scope(CardTests.contract, breaches: []), ContractStanding(CardTests.contract, balance: nil), Words(.french))
    #expect(inside.full.text == "Contrat Or" && !inside.isPressing)
  }
}
