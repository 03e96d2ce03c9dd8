/// Rows put together by what they have in common, the largest group first: which things break again and again, and
/// what a committee with the customer goes through.
package struct Grouping: Hashable, Sendable {
  /// What rows may have in common.
  package enum Key: String, CaseIterable, Sendable {
    case category, asset, site, customer, requester, group, agent, level, priority, kind, channel, state
  }

  /// Rows of the same values.
  package struct Group: Hashable, Sendable {
    /// One for each key, in their order; empty where a row has none.
    package var values: [String]
    package var count: Int
    /// How many are active.
    package var active: Int
    package var lastAt: Instant
    /// The latest, a few of them.
    package var tickets: [TicketID]
  }

  package private(set) var groups: [Group] = []

  /// Tickets named of each group.
  package static let ticketsNamed = 5

  /// - Parameter least: smaller groups are left out.
  package init(_ rows: [Summary], by keys: [Key], least: Int = 1) {
    var members: [[String]: [Summary]] = [:]
    for row in rows {
      let values = keys.map { row.value($0) }
      // What is not known of a ticket makes no two of them alike: it is counted where all are, and is nothing that many
      // have in common.
      if least == 1 || values.contains(where: { !$0.isEmpty }) { members[values, default: []].append(row) }
    }
    groups = members.compactMap { values, rows in
      guard rows.count >= least else { return nil }
      let latest = rows.sorted { ($1.openedAt, $1.id) < ($0.openedAt, $0.id) }
      return Group(
        values: values, count: rows.count, active: rows.count { $0.state.isActive },
        lastAt: latest.first?.openedAt ?? Instant(ms: 0), tickets: latest.prefix(Grouping.ticketsNamed).map(\.id))
    }.sorted { a, b in a.count != b.count ? a.count > b.count : a.values.lexicographicallyPrecedes(b.values) }
  }
}

extension Summary {
  fileprivate func value(_ key: Grouping.Key) -> String {
    switch key {
    case .category: category ?? ""
    case .asset: asset ?? ""
    case .site: site ?? ""
    case .customer: customer ?? ""
    case .requester: requester.email ?? requester.name
    case .group: group ?? ""
    case .agent: owner ?? ""
    case .level: level.rawValue
    case .priority: priority.name
    case .kind: kind.rawValue
    case .channel: channel.rawValue
    case .state: state.rawValue
    }
  }
}
