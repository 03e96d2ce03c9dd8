/// Somebody who works at the desk.
package struct Agent: Hashable, Sendable {
  /// The short name the journal records, `amel`.
  package var login: String
  /// The Unix account that is this agent; the login where it is not said.
  package var account: String
  package var name: String
  package var profile: Profile
  package var email: String?
  package var skills: [String]
  package var active: Bool

  package init(
    login: String, account: String? = nil, name: String, profile: Profile, email: String? = nil, skills: [String] = [],
    active: Bool = true
  ) {
    self.login = login
    self.account = account ?? login
    self.name = name
    self.profile = profile
    self.email = email
    self.skills = skills
    self.active = active
  }
}

/// Somebody we serve: an organisation with its sites, mail domains and contract.
package struct Customer: Hashable, Sendable {
  package var id: String
  package var name: String
  package var domains: [String]
  package var sites: [String]
  package var contract: String?

  package init(id: String, name: String, domains: [String] = [], sites: [String] = [], contract: String? = nil) {
    self.id = id
    self.name = name
    self.domains = domains
    self.sites = sites
    self.contract = contract
  }
}

/// A known requester: who they are and for whom they work.
package struct Person: Hashable, Sendable {
  package var party: Party
  /// `Customer.id`
  package var customer: String?
  package var site: String?
  package var vip: Bool

  package init(party: Party, customer: String? = nil, site: String? = nil, vip: Bool = false) {
    self.party = party
    self.customer = customer
    self.site = site
    self.vip = vip
  }
}

/// What the ledger says of agents, customers, people and the configuration: the fold of its events, in memory or kept in a register.
package struct Directory: Sendable {
  private var entries = Entries()
  private var register: (any Register)?

  private struct Entries: Hashable, Sendable {
    var agents: [String: Agent] = [:]
    var customers: [String: Customer] = [:]
    var people: [String: Person] = [:]
    var history = RuleHistory()
    var versions: [String: ConfigVersion] = [:]
    /// As a register keeps them; else they are made of the history.
    var reigns: [RuleBook.Reign]?

    init() {}

    init(allOf register: any Register) {
      agents = register.agents()
      customers = register.customers()
      people = register.people()
      reigns = register.reigns
      versions = register.versions()
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

  /// Which configuration is in force since when; empty where none was ever applied.
  package var reigns: [RuleBook.Reign] { register?.reigns ?? entries.reigns ?? entries.history.reigns }

  /// Versions of the configuration by their names.
  package var versions: Roll<ConfigVersion> {
    guard let register else { return Roll(entries.versions) }
    return Roll(find: { register.version($0) }, load: { register.versions() })
  }

  /// Lets an event of the ledger happen; in the order of the ledger's clocks.
  package mutating func apply(_ event: LedgerEvent) {
    apply(event.fact)
    if case .config(let version) = event.fact {
      entries.history.apply(version.name, at: event.at)
    } else {
      entries.history.apply(nil, at: event.at)
    }
  }

  /// What is now so, whenever it was recorded.
  package mutating func apply(_ fact: LedgerFact) {
    if let register {
      entries = Entries(allOf: register)
      self.register = nil
    }
    switch fact {
    case .agent(let agent): entries.agents[agent.login] = agent
    case .customer(let customer): entries.customers[customer.id] = customer
    case .person(let person): entries.people[Directory.key(person.party)] = person
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

  private static func key(_ party: Party) -> String { (party.email ?? party.name).lowercased() }
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
    return whole
  }
}

extension Roll {
  fileprivate init(_ entries: [String: Value]) { self.init(find: { entries[$0] }, load: { entries }) }
}
