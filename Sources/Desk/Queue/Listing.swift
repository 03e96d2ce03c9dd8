/// How rows are put in order. Each order is total: the id settles ties.
package enum Order: String, CaseIterable, Sendable {
  /// Breached first, then priority, deadline, who waits for an answer, arrival.
  case next
  case received, updated, nextDate = "next_date", priority

  package func precedes(_ a: Summary, _ b: Summary, at now: Instant) -> Bool {
    let ranks = (rank(a, at: now), rank(b, at: now))
    return ranks.0 == ranks.1 ? a.id < b.id : ranks.0 < ranks.1
  }

  /// Where a row stands, before its id settles ties: compared number by number, the smaller the sooner.
  package struct Rank: Hashable, Comparable, Sendable {
    private let a, b, c, d, e: Int64

    fileprivate init(_ a: Int64, _ b: Int64 = 0, _ c: Int64 = 0, _ d: Int64 = 0, _ e: Int64 = 0) {
      self.a = a
      self.b = b
      self.c = c
      self.d = d
      self.e = e
    }

    package static func < (x: Rank, y: Rank) -> Bool { (x.a, x.b, x.c, x.d, x.e) < (y.a, y.b, y.c, y.d, y.e) }
  }

  /// The rank of a row: whoever puts many rows in order asks for each once.
  package func rank(_ row: Summary, at now: Instant) -> Rank { rank(row.facets, at: now) }

  package func rank(_ row: Facets, at now: Instant) -> Rank {
    let priority = Int64(row.priority.rawValue)
    switch self {
    case .next:
      let urgency = row.urgency(at: now)
      return Rank(
        urgency == .late ? 0 : row.state.isActive && !row.state.isWaiting ? 1 : row.state.isActive ? 2 : 3, priority,
        dueRank(row), row.awaitsReply ? 0 : 1, row.receivedAt.ms)
    case .received: return Rank(row.receivedAt.ms)
    case .updated: return Rank(-row.updatedAt.ms)
    case .nextDate: return Rank(row.nextDate?.ms ?? .max, row.receivedAt.ms)
    case .priority: return Rank(priority, dueRank(row), row.receivedAt.ms)
    }
  }

  private func dueRank(_ row: Facets) -> Int64 {
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

  /// Every ticket was asked; else the active ones only, for the index is still being made.
  package var isWhole: Bool

  package init(rows: [Summary] = [], total: Int = 0, counts: [Int] = [], isWhole: Bool = true) {
    self.rows = rows
    self.total = total
    self.counts = counts
    self.isWhole = isWhole
  }
}
