import Desk

/// What a ticket concerns and the desk has a card of.
package enum CardSubject: Hashable, Sendable {
  /// Known by the address where there is one.
  case person(Party, customer: String?)
  /// By their ids.
  case customer(String)
  case contract(String)
  case asset(String)
}

/// A card that was asked for.
package enum DeskCard: Hashable, Sendable {
  case person(PersonCard)
  case customer(CustomerCard)
  case contract(ContractCard)
  case asset(AssetCard)

  package func lines(_ setting: CardSetting) -> [ThreadLine] {
    switch self {
    case .person(let card): card.lines(setting)
    case .customer(let card): card.lines(setting)
    case .contract(let card): card.lines(setting)
    case .asset(let card): card.lines(setting)
    }
  }
}
