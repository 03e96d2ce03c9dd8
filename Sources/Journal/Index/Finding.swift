import Desk

/// The gathering of what a list asks for: ranks first, rows only for those that are shown.
struct Finding {
  private let request: ListRequest
  private var best: Best
  private var total = 0
  private var counts: [Int]

  init(_ request: ListRequest) {
    self.request = request
    best = Best(limit: max(request.limit, 0))
    counts = Array(repeating: 0, count: request.counts.count)
  }

  mutating func look(in segment: Segment, isFound: @escaping (TicketID, TextTerm) -> Bool) {
    let sieve = Sieve(segment: segment, asker: request.asker, isFound: isFound)
    let found = sieve.tickets(request.query)
    total += found.count
    if request.order == .updated {
      // Both lots of a segment lie in this order: the first of each are the best of each.
      take(found, in: segment, from: 0, below: segment.active)
      take(found, in: segment, from: segment.active, below: segment.docs)
    } else {
      take(found, in: segment, from: 0, below: segment.docs)
    }
    for (at, query) in request.counts.enumerated() { counts[at] += sieve.tickets(query).count }
  }

  private mutating func take(_ found: Bitmap, in segment: Segment, from start: Int, below end: Int) {
    let isOrdered = request.order == .updated
    var left = request.limit
    let (order, now) = (request.order, request.asker.now)
    found.each(below: end, from: start) { ordinal in
      best.add(order.rank(segment.record(ordinal).facets, at: now), .segment(segment, ordinal))
      left -= 1
      return !isOrdered || left > 0
    }
  }

  mutating func look(at entry: IndexLog.Entry, isFound: (TicketID, TextTerm) -> Bool) {
    if entry.matches(request.query, for: request.asker, isFound: isFound) {
      total += 1
      best.add(request.order.rank(entry.row.summary, at: request.asker.now), .entry(entry))
    }
    for (at, query) in request.counts.enumerated()
    where entry.matches(query, for: request.asker, isFound: isFound) {
      counts[at] += 1
    }
  }

  func listing(isWhole: Bool) -> Listing {
    Listing(rows: best.sorted(), total: total, counts: counts, isWhole: isWhole)
  }
}

/// The first few of many by rank; ids settle ties.
private struct Best {
  enum Source {
    case segment(Segment, Int)
    case entry(IndexLog.Entry)

    var id: TicketID {
      switch self {
      case .segment(let segment, let ordinal): segment.id(ordinal)
      case .entry(let entry): entry.row.summary.id
      }
    }

    var summary: Summary {
      switch self {
      case .segment(let segment, let ordinal): segment.summary(ordinal)
      case .entry(let entry): entry.row.summary
      }
    }
  }

  private let limit: Int
  private var kept: [(rank: Order.Rank, source: Source)] = []
  /// The worst rank that still has a chance, once there are enough.
  private var bar: Order.Rank?

  init(limit: Int) { self.limit = limit }

  mutating func add(_ rank: Order.Rank, _ source: @autoclosure () -> Source) {
    if let bar, bar < rank { return }
    kept.append((rank, source()))
    // Twice as many as are wanted: throw the worse half away, and let none in that is worse than what is left.
    if kept.count >= 2 * limit + 64 {
      sort()
      kept.removeLast(kept.count - limit)
      bar = kept.last?.rank
    }
  }

  private mutating func sort() {
    kept.sort { $0.rank == $1.rank ? $0.source.id < $1.source.id : $0.rank < $1.rank }
  }

  consuming func sorted() -> [Summary] {
    sort()
    return kept.prefix(limit).map(\.source.summary)
  }
}
