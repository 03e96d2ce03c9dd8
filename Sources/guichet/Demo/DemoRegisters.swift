import Desk

/// What the demo's ledger says besides people: contracts with their credits, machines and how they hang together,
/// groups of agents.
enum DemoRegisters {
  static func facts(now: Instant) -> [LedgerFact] {
    let year = Zone.utc.local(now).day.year
    return groups
      + DemoCustomer.all.enumerated().flatMap { rank, customer in
        contract(of: customer, rank: rank, year: year) + customer.sites.flatMap { machines(of: customer, at: $0, year) }
      }
  }

  // MARK: - Contracts

  /// Hours sold to each customer for the year, in the order of the table.
  private static let hours = [120, 160, 40, 90, 60, 80, 110, 50]

  static func contractID(_ customer: DemoCustomer) -> String { "C-" + customer.id.uppercased() }

  private static func contract(of customer: DemoCustomer, rank: Int, year: Int) -> [LedgerFact] {
    let id = contractID(customer)
    // A small contract does not cover everything.
    let isSmall = hours[rank % hours.count] <= 50
    let contract = Contract(
      id: id, customer: customer.id, name: customer.contract, from: Day(year, 1, 1), to: Day(year, 12, 31),
      perimeter: Perimeter(categories: isSmall ? ["Poste", "Messagerie", "Réseau", "Comptes", "Impression"] : []))
    let minutes = hours[rank % hours.count] * 60
    var facts: [LedgerFact] = [
      .contract(contract),
      .contractCredited(
        ContractEntry(
          contract: id, minutes: minutes, reason: "crédit annuel", reference: "CT-\(year)-\(rank + 1)",
          since: Day(year, 1, 1))),
    ]
    if rank % 3 == 1 {
      facts.append(
        .contractCorrected(
          ContractEntry(
            contract: id, minutes: -120, reason: "deux heures offertes comptées deux fois", since: Day(year, 1, 2))))
    }
    return facts
  }

  // MARK: - Assets

  /// The machines that tickets of a site speak of most: its line, its power, a switch a floor, its servers.
  private static func machines(of customer: DemoCustomer, at site: DemoCustomer.Site, _ year: Int) -> [LedgerFact] {
    let code = site.code
    let (router, power) = ("RTR-\(code)-01", "OND-\(code)-01")
    func asset(
      _ id: String, _ itemClass: String, _ name: String, place: String, until: Day, _ relations: [AssetRelation] = []
    ) -> LedgerFact {
      .asset(
        Asset(
          id: id, itemClass: itemClass, name: name, customer: customer.id, site: site.name,
          serial: serial(id), location: place, warrantyEnd: until, contract: contractID(customer),
          relations: relations))
    }
    let switches = (1...4).map { floor in
      asset(
        "SW-\(code)-\(floor)01", "switch", "Commutateur de l’étage \(floor)", place: "Local technique \(floor)",
        until: Day(year + floor % 3 - 1, 6, 30), [AssetRelation(.connectedTo, router)])
    }
    let servers = [("FIC", "Fichiers"), ("APP", "Applications"), ("BDD", "Bases de données"), ("WEB", "Web")].map {
      short, name in
      asset(
        "SRV-\(code)-\(short)01", "serveur", name, place: "Salle serveurs, baie 1", until: Day(year + 1, 3, 31),
        [AssetRelation(.dependsOn, power), AssetRelation(.connectedTo, "SW-\(code)-101")])
    }
    return [
      asset(router, "routeur", "Accès internet", place: "Local technique 1", until: Day(year, 12, 31)),
      asset(power, "onduleur", "Onduleur de la salle", place: "Salle serveurs", until: Day(year - 1, 9, 30)),
    ] + switches + servers
  }

  /// Made of the name: the same each time.
  private static func serial(_ id: String) -> String {
    let sum = id.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    return "SN" + String(sum % 100_000_000)
  }

  // MARK: - Groups

  private static let groups: [LedgerFact] = [
    group("n1", "Support N1", [.n1], []),
    group("reseau", "Réseau et téléphonie", [.n2, .n3], ["Réseau", "Téléphonie"]),
    group("systemes", "Systèmes et sécurité", [.n2, .n3], ["Serveurs", "Sauvegarde", "Sécurité", "Comptes"]),
    group("applis", "Applications", [.n2, .n3], ["Appli métier", "Bases", "Logiciel", "Messagerie"]),
  ]

  /// Those of the team who work at one of the levels and know one of the domains.
  private static func group(_ id: String, _ name: String, _ levels: [Level], _ domains: [String]) -> LedgerFact {
    let members = DemoAgent.team.filter { agent in
      levels.contains { $0.rawValue == agent.role.rawValue }
        && (domains.isEmpty || agent.skills.contains { domains.contains($0) })
    }
    return .group(
      Group(id: id, name: name, levels: levels, skills: domains, domains: domains, members: members.map(\.login)))
  }

  // MARK: - On call

  /// The demo's `rotas.json`: N2 week by week around the clock, N3 behind it outside office hours.
  package static func rotas(now: Instant, in zone: Zone) -> String {
    let today = zone.local(now).day
    let start = today + (1 - today.weekday - 14)
    func members(_ role: DemoAgent.Role) -> String {
      DemoAgent.team(role).map { "\"\($0.login)\"" }.joined(separator: ", ")
    }
    return """
      {
        rotas: [
          { name: "n2", level: "N2", from: "\(start.iso)", handover: "mon 09:00", members: [\(members(.n2))],
            escalate: [{ after: "15m", to: "next" }, { after: "15m", to: "rota:n3" }] },
          { name: "n3", level: "N3", from: "\(start.iso)", handover: "fri 18:00", members: [\(members(.n3))],
            outside: "bureau", pages: "-" },
        ],
      }

      """
  }

  // MARK: - Time

  /// Minutes logged on a ticket when it is resolved: of two in three, a quarter of an hour to two hours.
  static func minutes(of number: Int) -> Int? {
    number % 3 == 0 ? nil : 15 * (1 + (number &* 7 &+ number / 9) % 8)
  }
}
