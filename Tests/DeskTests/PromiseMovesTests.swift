import Desk
import Testing

/// Which tickets are held to another promise after a change of the registers.
struct PromiseMovesTests {
  private static let known: [LedgerFact] = [
    .contract(Contract(id: "k", customer: "c", name: "K")),
    .customer(Customer(id: "c", name: "C", contracts: ["k"])),
    .asset(Asset(id: "PC", itemClass: "poste", name: "P", customer: "c", contract: "k")),
    .person(Person(party: Party(name: "Ana", email: "Ana@acme.example"), customer: "c")),
  ]

  private static func asset(_ change: (inout Asset) -> Void) -> LedgerFact {
    var asset = Asset(id: "PC", itemClass: "poste", name: "P", customer: "c", contract: "k")
    change(&asset)
    return .asset(asset)
  }

  private static func ana(vip: Bool, name: String = "Ana") -> LedgerFact {
    .person(Person(party: Party(name: name, email: "ana@ACME.example"), customer: "c", vip: vip))
  }

  /// Of three tickets, one of the asset, one of the customer, one of the person: those that move.
  @Test(
    arguments: [
      ("the asset is given to another contract", asset { $0.contract = "l" }, "asset"),
      ("the asset goes to another customer", asset { $0.customer = "d" }, "asset"),
      ("the asset is of another class", asset { $0.itemClass = "serveur" }, "asset"),
      ("the asset stands elsewhere", asset { $0.site = "Lyon" }, ""),
      ("the customer has another contract", .customer(Customer(id: "c", name: "C", contracts: ["l"])), "customer"),
      ("the customer has another name", .customer(Customer(id: "c", name: "D", contracts: ["k"])), ""),
      ("a VIP from now on", ana(vip: true), "person"), ("another name", ana(vip: false, name: "Anna"), ""),
      ("a contract makes all rows anew by itself", .contract(Contract(id: "k", name: "L")), ""),
    ])
  func moves(_ name: String, _ fact: LedgerFact, _ moved: String) {
    var directory = Directory()
    for fact in PromiseMovesTests.known { directory.apply(fact) }
    let moves = PromiseMoves([fact], from: directory)
    let rows: [(String, Opening)] = [
      ("asset", Opening(subject: "a", channel: .phone, requester: Party(name: "X"), asset: "PC")),
      ("customer", Opening(subject: "b", channel: .phone, requester: Party(name: "X"), customer: "c")),
      ("person", Opening(subject: "c", channel: .phone, requester: Party(name: "", email: "ana@acme.Example"))),
    ]
    let concerned = rows.filter { _, opening in
      let id = TicketID(site: "LYO", number: 1)
      let event = TicketEvent(
        id: "e", site: "LYO", n: 1, lamport: 1, at: Instant(ms: 0), by: "lea", fact: .opened(opening))
      return moves.concern(Summary(Ticket.fold(id, [event], under: Rules()), under: Rules()))
    }
    #expect(concerned.map(\.0).joined(separator: " ") == moved)
    #expect(moves.isEmpty == moved.isEmpty)
  }

  /// Where there is no contract yet, what assets and customers are said to have is no promise.
  @Test func withoutContractsOnlyPeopleMove() {
    let facts = [PromiseMovesTests.asset { $0.contract = "l" }]
    #expect(PromiseMoves(facts, from: Directory()).isEmpty)
    #expect(!PromiseMoves([PromiseMovesTests.ana(vip: true)], from: Directory()).isEmpty)
  }
}
