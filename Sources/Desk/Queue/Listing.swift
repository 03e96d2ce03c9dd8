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

  /// Where a row stands among all there could be: its rank, then its id.
  package struct Place: Hashable, Comparable, Sendable {
    package var rank: Rank
    package var id: TicketID

    package init(_ rank: Rank, _ id: TicketID) {
      self.rank = rank
      self.id = id
    }

    package static func < (a: Place, b: Place) -> Bool { a.rank == b.rank ? a.id < b.id : a.rank < b.rank }
  }

  package func place(of row: Summary, at now: Instant) -> Place { Place(rank(row, at: now), row.id) }

  /// The rank of a row in the order of the latest change, of which it needs no more than that.
  package static func updatedRank(_ at: Instant) -> Rank { Rank(-at.ms) }

  /// The rank of a row: whoever puts many rows in order asks for each once.
  package func rank(_ row: Summary, at now: Instant) -> Rank { rank(row.facets, at: now) }

  package func rank(_ row: Facets, at now: Instant) -> Rank {
    switch self {
    case .next: return row.next.rank(at: now)
    case .received: return Rank(row.receivedAt.ms)
    case .updated: return Order.updatedRank(row.updatedAt)
    case .nextDate: return Rank(row.nextDate?.ms ?? .max, row.receivedAt.ms)
    case .priority: return row.next.byPriority
    }
  }

  /// The rank in the orders that ask no more of a row than this: `next`, `priority` and `received`.
  package func rank(_ next: Next, at now: Instant) -> Rank {
    switch self {
    case .priority: next.byPriority
    case .received: Rank(next.received)
    default: next.rank(at: now)
    }
  }

  /// What of a row the orders `next` and `priority` rank by. Only whether it is late depends on the time: an index keeps rows in the
  /// order of the rest.
  package struct Next: Hashable, Sendable {
    /// 1 active, 2 waiting, 3 neither.
    package var standing: Int64
    package var priority: Int64
    /// Milliseconds since 1970 while the clock runs; beyond every date while it is paused or there is none.
    package var due: Int64
    package var awaitsReply: Bool
    package var received: Int64

    package init(standing: Int64, priority: Int64, due: Int64, awaitsReply: Bool, received: Int64) {
      self.standing = standing
      self.priority = priority
      self.due = due
      self.awaitsReply = awaitsReply
      self.received = received
    }

    package func isLate(at now: Instant) -> Bool { now.ms >= due }

    package func rank(at now: Instant) -> Rank {
      Rank(isLate(at: now) ? 0 : standing, priority, due, awaitsReply ? 0 : 1, received)
    }

    /// By priority, deadline, arrival: at no time another.
    var byPriority: Rank { Rank(priority, due, received) }

    /// The rank as if nothing were late or waited.
    package var timeless: Rank { Rank(0, priority, due, awaitsReply ? 0 : 1, received) }
  }
}

extension Facets {
  /// What the order `next` ranks by.
  package var next: Order.Next {
    let due: Int64 =
      switch due?.standing {
      case .running(let due, _): due.ms
      case .paused(let left): .max / 2 + left
      case nil: .max
      }
    return Order.Next(
      standing: state.isActive && !state.isWaiting ? 1 : state.isActive ? 2 : 3, priority: Int64(priority.rawValue),
      due: due, awaitsReply: awaitsReply, received: receivedAt.ms)
  }
}

/// What a screen or a command asks of the index: a stretch of a queue, however long the queue is.
package struct ListRequest: Hashable, Sendable {
  package var query: Query
  package var order: Order
  package var asker: Query.Asker
  /// Which of the rows, where more match than are wanted.
  package var part: Part
  /// Rows wanted at most.
  package var limit: Int
  /// Queries whose counts are wanted beside the rows: the tabs.
  package var counts: [Query]
  /// Tickets of which is asked whether they match, wherever they stand: the rows on the screen.
  package var holding: [TicketID]
  /// Whether it is to be counted how many are late and how many soon will be.
  package var countsPressing: Bool

  /// A stretch of a queue. It is named by where a row stands, not by its number: rows that came or left in between
  /// neither repeat nor hide another.
  package enum Part: Hashable, Sendable {
    case first, last
    /// The rows that follow a place.
    case after(Order.Place)
    /// The rows that lead up to a place.
    case before(Order.Place)
    /// As many before a place as from it on.
    case around(Order.Place)
    /// No rows: how many there are, and what of `holding` is among them.
    case none
  }

  package init(
    _ query: Query, order: Order = .next, asker: Query.Asker, part: Part = .first, limit: Int = Limits.listRows,
    counts: [Query] = [], holding: [TicketID] = [], countsPressing: Bool = false
  ) {
    self.query = query
    self.order = order
    self.asker = asker
    self.part = part
    self.limit = limit
    self.counts = counts
    self.holding = holding
    self.countsPressing = countsPressing
  }
}

/// What the index answers.
package struct Listing: Hashable, Sendable {
  package var rows: [Summary]
  /// How many stand before the first of the rows.
  package var first: Int
  /// How many match in all, the rows beyond the limit included.
  package var total: Int
  /// How many of them are late, and how many soon will be, where that was asked.
  package var late: Int
  package var soon: Int
  /// One for each of the request's `counts`.
  package var counts: [Int]
  /// The rows of the request's `holding` that match, as they are now, in its order.
  package var held: [Summary]
  /// Every ticket was asked; else the active ones only, for the index is still being made.
  package var isWhole: Bool
  /// How far the making of the index has come, while it is not whole.
  package var progress: Progress?

  /// Tickets read, of how many.
  package struct Progress: Hashable, Sendable {
    package var done: Int
    package var of: Int

    package init(done: Int, of: Int) {
      self.done = done
      self.of = of
    }
  }

  package init(
    rows: [Summary] = [], first: Int = 0, total: Int = 0, late: Int = 0, soon: Int = 0, counts: [Int] = [],
    held: [Summary] = [], isWhole: Bool = true, progress: Progress? = nil
  ) {
    self.rows = rows
    self.first = first
    self.total = total
    self.late = late
    self.soon = soon
    self.counts = counts
    self.held = held
    self.isWhole = isWhole
    self.progress = progress
  }
}
