/// Which promises no ticket can reach, because the ones before take every ticket they could match. Exact as long as
/// the conditions name few things; beyond, only a single earlier promise is compared with.
struct PolicyReach {
  /// A ticket as far as promises tell one from another: what it is in each thing that they ask about.
  private struct Kindred {
    let contract: String?
    let kind: Kind
    let priority: Priority
    let category: String?
    let customer: String?
    let isVIP: Bool
  }

  /// Kinds of tickets that are tried.
  private static let limit = 20_000

  static func unreached(_ entries: [PolicyConfig.Entry]) -> [(PolicyConfig.Entry, by: PolicyConfig.Entry)] {
    guard let tickets = tickets(entries) else {
      return entries.enumerated().compactMap { at, entry in
        entries.prefix(at).first { covers($0, entry) }.map { (entry, $0) }
      }
    }
    var takers = [Int?](repeating: nil, count: tickets.count)
    var found: [(PolicyConfig.Entry, by: PolicyConfig.Entry)] = []
    for (at, entry) in entries.enumerated() {
      var isReached = false
      var taker: Int?
      for (number, ticket) in tickets.enumerated() where matches(entry, ticket) {
        if takers[number] == nil {
          takers[number] = at
          isReached = true
        } else {
          taker = taker ?? takers[number]
        }
      }
      if !isReached, let taker { found.append((entry, entries[taker])) }
    }
    return found
  }

  /// One ticket of each kind that the conditions tell apart; nil where they are too many.
  private static func tickets(_ entries: [PolicyConfig.Entry]) -> [Kindred]? {
    let contracts = [nil] + Set(entries.flatMap(\.contracts)).sorted().map(Optional.some)
    let categories = [nil] + Set(entries.flatMap(\.categories)).sorted().map(Optional.some)
    let customers = [nil] + Set(entries.flatMap(\.customers)).sorted().map(Optional.some)
    let kinds = entries.contains { !$0.kinds.isEmpty } ? Kind.allCases : [.incident]
    let sizes = [contracts.count, categories.count, customers.count, kinds.count, Priority.allCases.count, 2]
    var count = 1
    for size in sizes {
      count = count.multipliedReportingOverflow(by: size).partialValue
      if count > limit / max(1, entries.count / 16) { return nil }
    }
    var tickets: [Kindred] = []
    tickets.reserveCapacity(count)
    for contract in contracts {
      for category in categories {
        for customer in customers {
          for kind in kinds {
            for priority in Priority.allCases {
              for isVIP in [false, true] {
                tickets.append(
                  Kindred(
                    contract: contract, kind: kind, priority: priority, category: category, customer: customer,
                    isVIP: isVIP))
              }
            }
          }
        }
      }
    }
    return tickets
  }

  private static func matches(_ entry: PolicyConfig.Entry, _ ticket: Kindred) -> Bool {
    (entry.kinds.isEmpty || entry.kinds.contains(ticket.kind))
      && (entry.priorities.isEmpty || entry.priorities.contains(ticket.priority))
      && (entry.contracts.isEmpty || ticket.contract.map(entry.contracts.contains) == true)
      && (entry.customers.isEmpty || ticket.customer.map(entry.customers.contains) == true)
      && (entry.categories.isEmpty || ticket.category.map { lies($0, in: entry.categories) } == true)
      && (entry.isVIP == nil || entry.isVIP == ticket.isVIP)
  }

  private static func lies(_ category: String, in categories: Set<String>) -> Bool {
    categories.contains { category == $0 || category.hasPrefix($0 + "/") }
  }

  /// Whether every ticket that matches the second matches the first.
  private static func covers(_ a: PolicyConfig.Entry, _ b: PolicyConfig.Entry) -> Bool {
    func covers<T>(_ a: Set<T>, _ b: Set<T>) -> Bool { a.isEmpty || !b.isEmpty && b.isSubset(of: a) }
    return covers(a.kinds, b.kinds) && covers(a.priorities, b.priorities) && covers(a.contracts, b.contracts)
      && covers(a.customers, b.customers) && (a.isVIP == nil || a.isVIP == b.isVIP)
      && (a.categories.isEmpty || !b.categories.isEmpty && b.categories.allSatisfy { lies($0, in: a.categories) })
  }
}
