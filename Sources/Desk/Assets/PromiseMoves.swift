/// The tickets whose promise may be another after some facts of the ledger, though nothing was written in them: those of
/// an asset that was given to another contract, of a customer that has others, of a person who is a VIP from now on or no
/// longer. What is said of a contract itself makes all rows anew (`ContractEdition`).
package struct PromiseMoves: Hashable, Sendable {
  private var assets: Set<String> = []
  private var customers: Set<String> = []
  /// `Person.key`s.
  private var people: Set<String> = []

  /// - Parameter directory: as it was before the facts.
  package init(_ facts: [LedgerFact], from directory: Directory) {
    let hasContracts = directory.contractEdition.count > 0
    for fact in facts {
      switch fact {
      case .asset(let asset) where hasContracts:
        if PromiseMoves.ties(directory.assets[asset.id]) != PromiseMoves.ties(asset) { assets.insert(asset.id) }
      case .customer(let customer) where hasContracts:
        if directory.customers[customer.id]?.contracts ?? [] != customer.contracts { customers.insert(customer.id) }
      case .person(let person):
        if directory.people[person.key]?.vip ?? false != person.vip { people.insert(person.key) }
      default: break
      }
    }
  }

  /// What of an asset tells which contract covers it (`Scope`).
  private static func ties(_ asset: Asset?) -> [String?] { [asset?.contract, asset?.customer, asset?.itemClass] }

  package var isEmpty: Bool { assets.isEmpty && customers.isEmpty && people.isEmpty }

  /// Whether a ticket is one of them, as its row tells.
  package func concern(_ row: Summary) -> Bool {
    row.asset.map(assets.contains) ?? false || row.customer.map(customers.contains) ?? false
      || people.contains(Directory.key(row.requester))
  }
}
