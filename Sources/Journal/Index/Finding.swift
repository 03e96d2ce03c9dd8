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
    best.segments.append(segment)
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
    let which = Int32(best.segments.count - 1)
    found.each(below: end, from: start) { ordinal in
      best.add(order.rank(segment.record(ordinal).facets, at: now), RowPlace(segment: which, at: Int32(ordinal)))
      left -= 1
      return !isOrdered || left > 0
    }
  }

  mutating func look(at entry: IndexLog.Entry, isFound: (TicketID, TextTerm) -> Bool) {
    if entry.matches(request.query, for: request.asker, isFound: isFound) {
      total += 1
      best.entries.append(entry)
      best.add(
        request.order.rank(entry.row.summary, at: request.asker.now),
        RowPlace(segment: -1, at: Int32(best.entries.count - 1)))
    }
    for (at, query) in request.counts.enumerated()
    where entry.matches(query, for: request.asker, isFound: isFound) {
      counts[at] += 1
    }
  }

  /// The answer, its rows not yet made.
  consuming func found() -> Found {
    let places = best.sorted()
    return Found(total: total, counts: counts, segments: best.segments, entries: best.entries, places: places)
  }
}

/// What was found, in order: a row is made when it is asked for.
struct Found {
  let total: Int
  let counts: [Int]
  fileprivate let segments: [Segment]
  fileprivate let entries: [IndexLog.Entry]
  fileprivate let places: [RowPlace]

  var count: Int { places.count }

  func summary(_ at: Int) -> Summary {
    let place = places[at]
    return place.segment < 0 ? entries[Int(place.at)].row.summary : segments[Int(place.segment)].summary(Int(place.at))
  }

  func id(_ at: Int) -> TicketID {
    let place = places[at]
    return place.segment < 0 ? entries[Int(place.at)].row.summary.id : segments[Int(place.segment)].id(Int(place.at))
  }

  /// What is known of its files.
  func marks(_ at: Int) -> [Mark] {
    let place = places[at]
    return place.segment < 0 ? entries[Int(place.at)].row.marks : segments[Int(place.segment)].marks(Int(place.at))
  }
}

/// Where a row found is to be had.
struct RowPlace {
  /// Which of the segments looked through, or -1 for the tickets of the log.
  var segment: Int32
  var at: Int32
}

/// The first few of many by rank; ids settle ties.
private struct Best {
  private let limit: Int
  private var kept: [(rank: Order.Rank, place: RowPlace)] = []
  /// The worst rank that still has a chance, once there are enough.
  private var bar: Order.Rank?
  var segments: [Segment] = []
  var entries: [IndexLog.Entry] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(_ rank: Order.Rank, _ place: RowPlace) {
    if let bar, bar < rank { return }
    kept.append((rank, place))
    // Twice as many as are wanted: throw the worse half away, and let none in that is worse than what is left.
    if kept.count >= 2 * limit + 64 {
      sort()
      kept.removeLast(kept.count - limit)
      bar = kept.last?.rank
    }
  }

  private mutating func sort() {
    var rows = kept
    kept = []
    rows.sort { $0.rank < $1.rank || (!($1.rank < $0.rank) && id($0.place) < id($1.place)) }
    kept = rows
  }

  private func id(_ place: RowPlace) -> TicketID {
    place.segment < 0 ? entries[Int(place.at)].row.summary.id : segments[Int(place.segment)].id(Int(place.at))
  }

  mutating func sorted() -> [RowPlace] {
    sort()
    return kept.prefix(limit).map(\.place)
  }
}
