// A contract belongs to one customer: what is done for another is not put on it.

extension Decision {
  /// Refuses a contract that is another customer's than the ticket's, where both are known. `Fold` never asks: what
  /// was recorded before stays as it is.
  func checkCustomer(of contract: String) throws(Refusal) {
    let directory = rules.directory
    guard let customer = ticket.customer, let known = directory.contracts[contract],
      !directory.contracts(of: customer).contains(where: { $0.id == contract }),
      let holder = directory.customer(of: known), holder != customer
    else { return }
    throw .otherCustomer(
      contract: known.id, of: directory.customers[holder]?.name ?? holder,
      ticket: directory.customers[customer]?.name ?? customer)
  }

  /// Refuses a contract that nobody registered: time put on it would be drawn from nothing.
  func checkRegistered(_ contract: String) throws(Refusal) {
    let contracts = rules.directory.contracts
    guard contracts[contract] == nil else { return }
    throw .noSuchContract(contract, near: Nearest.name(to: contract, among: contracts.all.keys.sorted()))
  }
}
