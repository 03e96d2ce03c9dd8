/// How rows are put in order. Each order is total: the id settles ties.
package enum Order: String, CaseIterable, Sendable {
  /// Breached first, then priority, deadline, who waits for an answer, arrival.
  case next
  case received, updated, nextDate = "next_date", priority

  package func precedes(_ a: Summary, _ b: Summary, at now: Instant) -> Bool {
    let ranks = (rank(a, now), rank(b, now))
    return ranks.0 == ranks.1 ? a.id < b.id : ranks.0.lexicographicallyPrecedes(ranks.1)
  }

  /// The keys of a row, the smaller the sooner.
  private func rank(_ row: Summary, _ now: Instant) -> [Int64] {
    let priority = Int64(row.priority.rawValue)
    switch self {
    case .next:
      let urgency = row.urgency(at: now)
      return [
        urgency == .late ? 0 : row.state.isActive && !row.state.isWaiting ? 1 : row.state.isActive ? 2 : 3, priority,
        dueRank(row), row.awaitsReply ? 0 : 1, row.receivedAt.ms,
      ]
    case .received: return [row.receivedAt.ms]
    case .updated: return [-row.updatedAt.ms]
    case .nextDate: return [row.nextDate?.ms ?? .max, row.receivedAt.ms]
    case .priority: return [priority, dueRank(row), row.receivedAt.ms]
    }
  }

  private func dueRank(_ row: Summary) -> Int64 {
    switch row.due?.standing {
    case .running(let due, _): due.ms
    case .paused(let left): .max / 2 + left
    case nil: .max
    }
  }
}

/// What a screen or a command asks of the index.
package struct ListRequest: Hashable, Sendable {
  package var query: Query
  package var order: Order
  package var asker: Query.Asker
  /// Rows wanted at most.
  package var limit: Int
  /// Queries whose counts are wanted beside the rows: the tabs.
  package var counts: [Query]

  package init(
    _ query: Query, order: Order = .next, asker: Query.Asker, limit: Int = Limits.listRows, counts: [Query] = []
  ) {
    self.query = query
    self.order = order
    self.asker = asker
    self.limit = limit
    self.counts = counts
  }
}

/// What the index answers.
package struct Listing: Hashable, Sendable {
  package var rows: [Summary]
  /// How many match in all, the rows beyond the limit included.
  package var total: Int
  /// One for each of the request's `counts`.
  package var counts: [Int]

  package init(rows: [Summary] = [], total: Int = 0, counts: [Int] = []) {
    self.rows = rows
    self.total = total
    self.counts = counts
  }
}
