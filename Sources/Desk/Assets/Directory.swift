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

/// What the ledger says of agents, customers and people: the fold of its events.
package struct Directory: Hashable, Sendable {
  package private(set) var agents: [String: Agent] = [:]
  package private(set) var customers: [String: Customer] = [:]
  /// By lower-case mail address, else by name.
  package private(set) var people: [String: Person] = [:]

  package init() {}

  package mutating func apply(_ fact: LedgerFact) {
    switch fact {
    case .agent(let agent): agents[agent.login] = agent
    case .customer(let customer): customers[customer.id] = customer
    case .person(let person): people[Directory.key(person.party)] = person
    case .unknown: break
    }
  }

  package func agent(account: String) -> Agent? {
    agents.values.filter { $0.account == account }.min { $0.login < $1.login }
  }

  package func person(email: String) -> Person? { people[email.lowercased()] }

  /// The customer whose mail domain an address belongs to; the longest domain wins.
  package func customer(email: String) -> Customer? {
    guard let at = email.lastIndex(of: "@") else { return nil }
    let domain = email[email.index(after: at)...].lowercased()
    return customers.values
      .flatMap { customer in customer.domains.map { (domain: $0.lowercased(), customer: customer) } }
      .filter { domain == $0.domain || domain.hasSuffix("." + $0.domain) }
      .max { ($0.domain.count, $1.customer.id) < ($1.domain.count, $0.customer.id) }?.customer
  }

  private static func key(_ party: Party) -> String { (party.email ?? party.name).lowercased() }
}
