import Console
import Desk
import Journal

// What somebody or something that leaves the desk leaves behind.
extension Invocation {
  /// Warns of the active tickets of an agent that is taken off.
  func tellTickets(of agent: Agent) {
    tellTickets(of: agent.login, .owner(.login(agent.login)), as: "@" + agent.login) { $0.owner == agent.login }
  }

  /// Warns of the active tickets of a customer that is taken off.
  func tellTickets(of customer: Customer) {
    let filter = "customer:" + (customer.id.contains(" ") ? "\"\(customer.id)\"" : customer.id)
    tellTickets(of: customer.id, .field(.customer, Folding.fold(customer.id)), as: filter) {
      $0.customer == customer.id
    }
  }

  /// `filter` finds the tickets and maybe others, `isOne` tells them. Where they cannot be counted nothing is said: what
  /// was asked is done already.
  private func tellTickets(
    of name: String, _ filter: Query.Term, as text: String, _ isOne: (Summary) -> Bool
  ) {
    guard let index = try? Premises(settings.cabinet, words).index(), (try? index.refresh(sweeping: false)) != nil
    else { return }
    let request = ListRequest(
      .and([.term(.states(State.active)), .term(filter)]), asker: Query.Asker(login: "", now: Clock.now))
    let count = index.list(request).rows.count(where: isOne)
    if count > 0 { Printer.complain(words.leavesTickets(name, count, filter: text)) }
  }
}
