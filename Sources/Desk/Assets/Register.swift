/// Where a directory is kept, to be read only as far as it is asked for: of 5,000 people a command needs one, or none.
package protocol Register: AnyObject, Sendable {
  func agent(_ login: String) -> Agent?
  /// The first login of an account.
  func agent(account: String) -> Agent?
  func customer(_ id: String) -> Customer?
  /// The first customer with exactly this mail domain, in lower case.
  func customer(domain: String) -> Customer?
  /// - Parameter key: as `Directory.people` has it.
  func person(_ key: String) -> Person?

  func agents() -> [String: Agent]
  func customers() -> [String: Customer]
  func people() -> [String: Person]

  func contract(_ id: String) -> Contract?
  func contracts() -> [String: Contract]
  /// By contract: what was put to its account, as it was recorded.
  func credits(of contract: String) -> [ContractCredit]?
  func credits() -> [String: [ContractCredit]]
  func asset(_ id: String) -> Asset?
  func assets() -> [String: Asset]
  func group(_ id: String) -> Group?
  func groups() -> [String: Group]
  /// What refers to an entry of another kind, in the order of the ids.
  func ids(_ reference: Reference, to key: String) -> [String]

  /// Which configuration is in force since when.
  var reigns: [RuleBook.Reign] { get }
  var contractEdition: ContractEdition { get }
  func version(_ name: String) -> ConfigVersion?
  func versions() -> [String: ConfigVersion]
}

/// From an entry back to those that name it.
package enum Reference: Sendable {
  /// Contracts that name a customer.
  case contractsOfCustomer
  /// Assets whose owner is a person, by `Directory.people`'s key.
  case assetsOfOwner
  /// Assets that stand in a relation to an asset.
  case assetsAround

  /// The keys that the entries of a directory give it, each with the id of who gave it.
  package func pairs(of directory: Directory) -> [(key: String, id: String)] {
    switch self {
    case .contractsOfCustomer: directory.contracts.values.compactMap { one in one.customer.map { ($0, one.id) } }
    case .assetsOfOwner: directory.assets.values.compactMap { one in one.owner.map { ($0.lowercased(), one.id) } }
    case .assetsAround: directory.assets.values.flatMap { one in Set(one.relations.map(\.target)).map { ($0, one.id) } }
    }
  }
}

/// The entries of one kind in a directory, by key. Asking for one reads one.
package struct Roll<Value> {
  private let find: (String) -> Value?
  private let load: () -> [String: Value]

  init(find: @escaping (String) -> Value?, load: @escaping () -> [String: Value]) {
    self.find = find
    self.load = load
  }

  package subscript(key: String) -> Value? { find(key) }

  /// All of them, read now.
  package var all: [String: Value] { load() }
  package var values: [Value] { Array(load().values) }
  package var count: Int { load().count }
}
