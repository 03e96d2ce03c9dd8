import Console
import Desk
import Journal

// What cards and headers ask of the desk.
extension Session {
  /// Tickets on a card.
  private static let cardTickets = 5
  /// Rows among which those of a card are looked for: a name may be part of another.
  private static let cardRows = 500

  /// A contract's account as of now.
  func account(of contract: Contract) throws(JournalError) -> ContractAccount {
    ContractAccount(contract, in: directory, debits: try index().debits(), zone: settings.zone)
  }

  /// How a contract stands; the time drawn is only asked for where there is a credit to draw it from.
  func standing(of contract: Contract) throws(JournalError) -> ContractStanding {
    guard !directory.credits(of: contract.id).isEmpty else { return ContractStanding(contract, balance: nil) }
    return ContractStanding(contract, balance: try account(of: contract).balance())
  }

  /// How the contract of an id stands; nil where there is none, or where reckoning it would keep the agent waiting:
  /// then the many tickets are looked through in the background, and it may be asked again.
  func standing(ofContract id: String) throws(JournalError) -> ContractStanding? {
    let index = try index()
    guard let contract = directory.contracts[id], index.isWhole else { return nil }
    if index.debitsBehind > Session.mostAwaited {
      keepIndex()
      return nil
    }
    return try standing(of: contract)
  }

  /// Tickets that an agent waits for, some milliseconds.
  private static let mostAwaited = 1000

  /// The card of what a ticket concerns; what no register knows has one of what the ticket says.
  func card(about subject: CardSubject) throws(JournalError) -> DeskCard {
    switch subject {
    case .person(let party, let customer):
      let known = party.email.flatMap { directory.person(email: $0) }
      return .person(try card(of: known ?? Person(party: party, customer: customer)))
    case .customer(let id): return .customer(try card(of: directory.customers[id] ?? Customer(id: id, name: id)))
    case .contract(let id):
      let contract = directory.contracts[id] ?? Contract(id: id, customer: nil, name: id)
      return .contract(try card(of: contract, at: nil))
    case .asset(let id): return .asset(try card(of: directory.assets[id] ?? Asset(id: id, name: id)))
    }
  }

  func card(of asset: Asset) throws(JournalError) -> AssetCard {
    let targets = asset.relations.compactMap { directory.assets[$0.target] }
    return AssetCard(
      asset, customer: asset.customer.flatMap { directory.customers[$0] },
      owner: asset.owner.flatMap { directory.person(email: $0) },
      contract: asset.contract.flatMap { directory.contracts[$0] },
      named: Dictionary(targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      around: directory.assets(around: asset.id),
      tickets: Array(try tickets(.asset, asset.id, \.asset).prefix(Session.cardTickets)))
  }

  func card(of customer: Customer) throws(JournalError) -> CustomerCard {
    var standings: [ContractStanding] = []
    for contract in directory.contracts(of: customer.id) where !contract.isRetired {
      standings.append(try standing(of: contract))
    }
    let open = try tickets(.customer, customer.id, \.customer, active: true)
    return CustomerCard(
      customer, contact: customer.contact.flatMap { directory.person(email: $0) }, contracts: standings,
      open: open.count, tickets: Array(open.prefix(Session.cardTickets)))
  }

  func card(of person: Person) throws(JournalError) -> PersonCard {
    let address = person.party.email
    let rows = try tickets(.from, address ?? person.party.name, address == nil ? \.requesterName : \.requester.email)
    return PersonCard(
      person, customer: person.customer.flatMap { directory.customers[$0] },
      assets: address.map { directory.assets(ofOwner: $0) } ?? [], tickets: Array(rows.prefix(Session.cardTickets)))
  }

  func card(of contract: Contract, at instant: Instant?) throws(JournalError) -> ContractCard {
    ContractCard(
      try account(of: contract), customer: contract.customer.flatMap { directory.customers[$0] }, at: instant)
  }

  func card(of group: Group) -> GroupCard {
    let agents = group.members.compactMap { directory.agents[$0] }
    return GroupCard(group, members: Dictionary(agents.map { ($0.login, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The tickets of which a field is exactly so, the one that changed last first.
  private func tickets(
    _ field: Query.Field, _ value: String, _ path: KeyPath<Summary, String?>, active: Bool = false
  ) throws(JournalError) -> [Summary] {
    var query = Query.term(.field(field, Folding.fold(value)))
    if active { query = .and([.term(.states(State.active)), query]) }
    let request = ListRequest(
      query, order: .updated, asker: Query.Asker(login: me.login, now: now), limit: Session.cardRows)
    return try list(request).rows.filter { $0[keyPath: path].map { Folding.fold($0) == Folding.fold(value) } ?? false }
  }
}

extension Summary {
  fileprivate var requesterName: String? { requester.name }
}
