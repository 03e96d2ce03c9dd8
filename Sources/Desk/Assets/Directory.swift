/// What the ledger says of agents and groups, of customers, their contracts, people and assets, and of the
/// configuration: the fold of its events, in memory or kept in a register.
package struct Directory: Sendable {
  private var entries = Entries()
  private var register: (any Register)?

  private struct Entries: Hashable, Sendable {
    var agents: [String: Agent] = [:]
    var customers: [String: Customer] = [:]
    var people: [String: Person] = [:]
    var contracts: [String: Contract] = [:]
    /// By contract, as they were recorded.
    var credits: [String: [ContractCredit]] = [:]
    var assets: [String: Asset] = [:]
    var groups: [String: Group] = [:]
    var history = RuleHistory()
    var versions: [String: ConfigVersion] = [:]
    /// As a register keeps them; else they are made of the history.
    var reigns: [RuleBook.Reign]?
    var contractEdition = ContractEdition()

    init() {}

    init(allOf register: any Register) {
      agents = register.agents()
      customers = register.customers()
      people = register.people()
      contracts = register.contracts()
      credits = register.credits()
      assets = register.assets()
      groups = register.groups()
      reigns = register.reigns
      versions = register.versions()
      contractEdition = register.contractEdition
    }
  }

  package init() {}

  /// What a register keeps.
  package init(kept register: any Register) { self.register = register }

  /// Read as it is asked for, not held in memory.
  package var isKept: Bool { register != nil }

  package var agents: Roll<Agent> {
    guard let register else { return Roll(entries.agents) }
    return Roll(find: { register.agent($0) }, load: { register.agents() })
  }

  package var customers: Roll<Customer> {
    guard let register else { return Roll(entries.customers) }
    return Roll(find: { register.customer($0) }, load: { register.customers() })
  }

  /// By lower-case mail address, else by name.
  package var people: Roll<Person> {
    guard let register else { return Roll(entries.people) }
    return Roll(find: { register.person($0) }, load: { register.people() })
  }

  package var contracts: Roll<Contract> {
    guard let register else { return Roll(entries.contracts) }
    return Roll(find: { register.contract($0) }, load: { register.contracts() })
  }

  package var assets: Roll<Asset> {
    guard let register else { return Roll(entries.assets) }
    return Roll(find: { register.asset($0) }, load: { register.assets() })
  }

  package var groups: Roll<Group> {
    guard let register else { return Roll(entries.groups) }
    return Roll(find: { register.group($0) }, load: { register.groups() })
  }

  /// What was put to the account of each contract.
  package var credits: Roll<[ContractCredit]> {
    guard let register else { return Roll(entries.credits) }
    return Roll(find: { register.credits(of: $0) }, load: { register.credits() })
  }

  /// Which configuration is in force since when; empty where none was ever applied.
  package var reigns: [RuleBook.Reign] { register?.reigns ?? entries.reigns ?? entries.history.reigns }

  /// Which contracts these are: tickets' promises hang on them.
  package var contractEdition: ContractEdition { register?.contractEdition ?? entries.contractEdition }

  /// Versions of the configuration by their names.
  package var versions: Roll<ConfigVersion> {
    guard let register else { return Roll(entries.versions) }
    return Roll(find: { register.version($0) }, load: { register.versions() })
  }

  /// Lets an event of the ledger happen; in the order of the ledger's clocks.
  package mutating func apply(_ event: LedgerEvent) {
    apply(event.fact, recorded: (event.id, event.at, event.by))
    if case .config(let version) = event.fact {
      entries.history.apply(version.name, at: event.at)
    } else {
      entries.history.apply(nil, at: event.at)
    }
  }

  /// What is now so, whenever it was recorded.
  package mutating func apply(_ fact: LedgerFact) { apply(fact, recorded: ("", Instant(ms: 0), "")) }

  private mutating func apply(_ fact: LedgerFact, recorded: (event: String, at: Instant, by: String)) {
    if let register {
      entries = Entries(allOf: register)
      self.register = nil
    }
    switch fact {
    case .agent(let agent): entries.agents[agent.login] = agent
    case .customer(let customer): entries.customers[customer.id] = customer
    case .person(let person): entries.people[Directory.key(person.party)] = person
    case .contract(let contract):
      entries.contracts[contract.id] = contract
      entries.contractEdition.take(recorded.event)
    case .contractCredited(let entry), .contractCorrected(let entry):
      let isCorrection = if case .contractCorrected = fact { true } else { false }
      entries.credits[entry.contract, default: []].append(
        ContractCredit(
          entry, isCorrection: isCorrection, event: recorded.event, recordedAt: recorded.at, by: recorded.by))
    case .asset(let asset): entries.assets[asset.id] = asset
    case .group(let group): entries.groups[group.id] = group
    case .config(let version): entries.versions[version.name] = version
    case .unknown: break
    }
  }

  package func agent(account: String) -> Agent? {
    if let register { return register.agent(account: account) }
    return entries.agents.values.filter { $0.account == account }.min { $0.login < $1.login }
  }

  package func person(email: String) -> Person? { people[email.lowercased()] }

  /// The customer whose mail domain an address belongs to; the longest domain wins.
  package func customer(email: String) -> Customer? {
    guard let at = email.lastIndex(of: "@") else { return nil }
    let domain = email[email.index(after: at)...].lowercased()
    if let register { return Directory.customer(of: domain, in: register) }
    return entries.customers.values
      .flatMap { customer in customer.domains.map { (domain: $0.lowercased(), customer: customer) } }
      .filter { domain == $0.domain || domain.hasSuffix("." + $0.domain) }
      .max { ($0.domain.count, $1.customer.id) < ($1.domain.count, $0.customer.id) }?.customer
  }

  /// Asks for the domain, then for what is left behind each of its dots.
  private static func customer(of domain: String, in register: any Register) -> Customer? {
    var rest = domain[...]
    while true {
      if let customer = register.customer(domain: String(rest)) { return customer }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
  }

  /// The entries that name another, in the order of their ids.
  func ids(_ reference: Reference, to key: String) -> [String] {
    if let register { return register.ids(reference, to: key) }
    return reference.pairs(of: self).filter { $0.key == key }.map(\.id).sorted()
  }

  /// As `people` has a party.
  package static func key(_ party: Party) -> String { (party.email ?? party.name).lowercased() }
}

extension Directory: Equatable {
  package static func == (a: Directory, b: Directory) -> Bool {
    if let one = a.register, let other = b.register, one === other { return true }
    return a.whole == b.whole
  }

  private var whole: Entries {
    var whole = register.map { Entries(allOf: $0) } ?? entries
    whole.reigns = reigns
    whole.history = RuleHistory()
    whole.contractEdition = contractEdition
    return whole
  }
}

extension Roll {
  fileprivate init(_ entries: [String: Value]) { self.init(find: { entries[$0] }, load: { entries }) }
}
