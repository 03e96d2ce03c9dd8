// What a card, a ticket's header or an account asks of the ledger.
extension Directory {
  /// What was put to a contract's account, as it was recorded.
  package func credits(of contract: String) -> [ContractCredit] { credits[contract] ?? [] }

  /// A customer's contracts: those it names, in its order, then those that name it.
  package func contracts(of customer: String) -> [Contract] {
    var ids = customers[customer]?.contracts ?? []
    for id in self.ids(.contractsOfCustomer, to: customer) where !ids.contains(id) { ids.append(id) }
    return ids.compactMap { contracts[$0] }
  }

  /// Whose a contract is: the customer it names, else the one that names it; nil: nobody's yet.
  package func customer(of contract: Contract) -> String? {
    contract.customer ?? customers.values.filter { $0.contracts.contains(contract.id) }.map(\.id).min()
  }

  /// The contract a debit is drawn from: the one it names, else the first of its customer's in force that day. nil: no
  /// contract pays for it.
  package func contract(paying debit: Debit, _ zone: Zone) -> Contract? {
    if let named = debit.contract { return contracts[named] }
    guard let customer = debit.customer else { return nil }
    let day = zone.local(debit.at).day
    return contracts(of: customer).first { $0.isInForce(on: day) }
  }

  /// The assets of a person.
  package func assets(ofOwner email: String) -> [Asset] {
    ids(.assetsOfOwner, to: email.lowercased()).compactMap { assets[$0] }
  }

  /// The assets that stand in a relation to one: what stops where it stops.
  package func assets(around asset: String) -> [Asset] { ids(.assetsAround, to: asset).compactMap { assets[$0] } }
}
