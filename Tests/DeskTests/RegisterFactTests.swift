import Desk
import Testing

/// The registers in the ledger: each fact reads back as it was written, and sites that swap their ledgers agree.
@Suite struct RegisterFactTests {
  static let facts: [LedgerFact] = [
    .customer(
      Customer(
        id: "c", name: "C", domains: ["c.fr"], sites: ["Lyon"], contracts: ["k", "l"], contact: "rei@c.fr",
        sharesTickets: true, isRetired: true)),
    .customer(Customer(id: "c", name: "C", contract: "k")),
    .person(
      Person(
        party: Party(name: "Inès", email: "i@c.fr", phone: "+33 1"), customer: "c", site: "Lyon", vip: true,
        language: "fr", isRetired: true)),
    .contract(
      Contract(
        id: "k", customer: "c", name: "Or", from: Day(2026, 1, 1), to: Day(2026, 12, 31), calendar: "bureau",
        policy: "or", perimeter: Perimeter(classes: ["serveur"], categories: ["Réseau"], sites: ["Lyon"]),
        warnings: [50, 80, 100], dayMinutes: 420, isRetired: true)),
    .contract(Contract(id: "k", name: "k")),
    .contractCredited(
      ContractEntry(contract: "k", minutes: 600, days: 2, reason: "vente", reference: "BC", since: Day(2026, 2, 1))),
    .contractCorrected(ContractEntry(contract: "k", minutes: -60, reason: "trop")),
    .asset(
      Asset(
        id: "SRV", itemClass: "serveur", name: "Fichiers", customer: "c", site: "Lyon", serial: "S", location: "Baie",
        warrantyEnd: Day(2027, 1, 1), owner: "i@c.fr", contract: "k",
        relations: [AssetRelation(.dependsOn, "SW"), AssetRelation(.partOf, "R")], isRetired: true)),
    .asset(Asset(id: "SW", name: "SW")),
    .group(
      Group(
        id: "g", name: "G", levels: [.n2, .n3], skills: ["VPN"], domains: ["Réseau"], members: ["bob"],
        isRetired: true)),
    .group(Group(id: "g", name: "G")),
  ]

  @Test(arguments: facts) func readsBack(fact: LedgerFact) {
    #expect(LedgerFact(op: fact.op, d: fact.d) == fact)
    #expect(LedgerFact(op: fact.op, d: fact.d).d == fact.d)
    if case .unknown = LedgerFact(op: fact.op, d: fact.d) { Issue.record("\(fact.op) is not known") }
  }

  @Test(arguments: facts) func whatDoesNotFitIsKept(fact: LedgerFact) {
    let strange = LedgerFact(op: fact.op, d: .object(of: ("strange", 1)))
    #expect(strange == .unknown(op: fact.op, d: .object(of: ("strange", 1))))
  }

  @Test func anOldCustomerReadsAsItDid() {
    let d = JSON.object(of: ("id", "c"), ("name", "C"), ("contract", "k"))
    #expect(LedgerFact(op: "customer.set", d: d) == .customer(Customer(id: "c", name: "C", contract: "k")))
  }

  /// Two sites wrote at the same time; whoever's events arrive first, all say the same in the end.
  @Test func sitesAgree() {
    var events: [LedgerEvent] = []
    for (at, fact) in RegisterFactTests.facts.enumerated() {
      for site in ["LYO", "PAR"] {
        events.append(
          LedgerEvent(
            id: "\(site)\(at)", site: site, n: at + 1, lamport: Int64(at + 1), at: Instant(ms: Int64(at) * 1000),
            by: "a", fact: fact))
      }
    }
    func fold(_ events: [LedgerEvent]) -> Directory {
      var directory = Directory()
      for event in events.sorted(by: LedgerEvent.precedes) { directory.apply(event) }
      return directory
    }
    let one = fold(events)
    #expect(one == fold(events.reversed()))
    #expect(one == fold(events.filter { $0.site == "PAR" } + events.filter { $0.site == "LYO" }))
    #expect(one.credits(of: "k").count == 4)
    #expect(one.credits(of: "k").map(\.entry.minutes) == [600, 600, -60, -60])
  }

  @Test func lookupsGoBothWays() {
    var directory = Directory()
    for fact in RegisterFactTests.facts { directory.apply(fact) }
    directory.apply(.contract(Contract(id: "k", customer: "c", name: "Or")))
    directory.apply(.contract(Contract(id: "m", customer: "c", name: "Argent")))
    #expect(directory.contracts(of: "c").map(\.id) == ["k", "m"])
    #expect(directory.assets(ofOwner: "I@c.fr").map(\.id) == ["SRV"])
    #expect(directory.assets(around: "SW").map(\.id) == ["SRV"])
    #expect(directory.contracts(of: "nobody").isEmpty)
  }

  /// Level and category, and whether a group is there for them.
  @Test(arguments: [
    (Level.n2, "Réseau/VPN", true), (.n2, "reseau", true), (.n2, "Réseaux", false), (.n1, "Réseau", false),
  ]) func groupServes(level: Level, category: String, serves: Bool) {
    let group = Group(id: "g", name: "G", levels: [.n2], domains: ["Réseau"])
    #expect(group.serves(level, category) == serves)
    #expect(!group.serves(.n2, nil))
  }
}
