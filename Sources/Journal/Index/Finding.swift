import Desk

/// The gathering of what a list asks for: ranks first, rows only for those that are shown.
struct Finding {
  private var request: ListRequest
  /// Rows from the place asked for on, and rows before it.
  private var below: Best
  private var above: Best
  /// Rows that stand before the place asked for.
  private var before = 0
  private var total = 0
  private var late = 0
  private var soon = 0
  private var counts: [Int]
  private var held: [Summary?]
  private var sources = Sources()
  /// The tickets found in each segment, kept where the same is asked again as time goes by.
  private var outlasting: [Bitmap] = []

  init(_ request: ListRequest) {
    self.request = request
    let limit = max(request.limit, 0)
    let half = limit / 2
    (above, below) =
      switch request.part {
      case .first, .after: (Best(0, .last), Best(limit, .first))
      case .last, .before: (Best(limit, .last), Best(0, .first))
      case .around: (Best(half, .last), Best(limit - half, .first))
      case .none: (Best(0, .last), Best(0, .first))
      }
    counts = Array(repeating: 0, count: request.counts.count)
    held = Array(repeating: nil, count: request.holding.count)
  }

  // MARK: - Segments

  mutating func look(in segment: Segment, isFound: @escaping (TicketID, TextTerm) -> Bool) {
    if isPlain { return lookInOrder(segment) }
    let sieve = Sieve(segment: segment, asker: request.asker, isFound: isFound)
    let found = sieve.tickets(request.query)
    total += found.count
    sources.segments.append(segment)
    if outlastsTime { outlasting.append(found) }
    if request.countsPressing { press(found, in: segment) }
    take(found, in: segment)
    for (at, query) in request.counts.enumerated() { counts[at] += sieve.tickets(query).count }
    for (at, id) in request.holding.enumerated() {
      if let ordinal = segment.ordinal(of: id), found[ordinal] { held[at] = segment.summary(ordinal) }
    }
  }

  /// What a queue at its beginning is: the active tickets in an order that a segment keeps, and nothing else asked.
  private var isPlain: Bool {
    guard case .term(.states(let states)) = request.query, states == State.active else { return false }
    return isKept && request.counts.isEmpty && request.holding.isEmpty && !request.countsPressing
  }

  /// Whether the first rows of the order are found where a segment keeps its active tickets.
  private var isKept: Bool { request.part == .first && (request.order == .next || request.order == .priority) }

  private mutating func lookInOrder(_ segment: Segment) {
    total += segment.active
    segment.masked?.each(below: segment.active) { _ in
      total -= 1
      return true
    }
    sources.segments.append(segment)
    takeKept(in: segment) { !segment.isMasked($0) }
  }

  /// The first of those asked for, as they stand in a segment: no row is read for it. By priority they follow one
  /// another; what is next is the late ones, then those at work, then those that wait, and each of these lots stands in
  /// its order.
  private mutating func takeKept(in segment: Segment, _ isFound: (Int) -> Bool) {
    let which = Int32(sources.segments.count - 1)
    let (order, now) = (request.order, request.asker.now)
    var left = request.limit
    for lot in Int64(0)...(order == .next ? 2 : 0) where left > 0 {
      var last: Order.Next?
      for ordinal in 0..<segment.active {
        let next = segment.ranking(ordinal).next
        // Those whose deadlines are the same the order tells apart by what this one does not ask, or by their ids.
        if left <= 0, let last, last.priority != next.priority || last.due != next.due { break }
        guard order != .next || (next.isLate(at: now) ? 0 : next.standing) == lot, isFound(ordinal) else { continue }
        place(order.rank(next, at: now), RowPlace(segment: which, at: Int32(ordinal)))
        left -= 1
        last = next
      }
    }
  }

  /// Counts those whose deadline presses: only active tickets have one, and they come first.
  private mutating func press(_ found: Bitmap, in segment: Segment) {
    let now = request.asker.now
    prepare(found, 0..<segment.active, in: segment)
    found.each(below: segment.active) { ordinal in
      press(segment.record(ordinal).urgency(at: now))
      return true
    }
  }

  private mutating func press(_ urgency: Urgency) {
    switch urgency {
    case .late: late += 1
    case .soon: soon += 1
    default: break
    }
  }

  /// Has the rows of a lot read at one go where many of them will be asked for.
  private func prepare(_ found: Bitmap, _ lot: Range<Int>, in segment: Segment) {
    if found.count(from: lot.lowerBound, below: lot.upperBound) > lot.count / 8 { segment.prepareRows(lot) }
  }

  private mutating func take(_ found: Bitmap, in segment: Segment) {
    if request.part == .none { return }
    takeActive(found, in: segment)
    if request.order == .updated { return takeEnded(found, in: segment) }
    let (order, now) = (request.order, request.asker.now)
    let which = Int32(sources.segments.count - 1)
    prepare(found, segment.active..<segment.docs, in: segment)
    found.each(below: segment.docs, from: segment.active) { ordinal in
      place(order.rank(segment.record(ordinal).facets, at: now), RowPlace(segment: which, at: Int32(ordinal)))
      return true
    }
  }

  private mutating func takeActive(_ found: Bitmap, in segment: Segment) {
    if isKept, request.query.asksActiveOnly { return takeKept(in: segment) { found[$0] } }
    let (order, now) = (request.order, request.asker.now)
    let which = Int32(sources.segments.count - 1)
    found.each(below: segment.active) { ordinal in
      let rank =
        switch order {
        case .updated: Order.updatedRank(segment.ranking(ordinal).updated)
        case .next, .priority, .received: order.rank(segment.ranking(ordinal).next, at: now)
        case .nextDate: order.rank(segment.record(ordinal).facets, at: now)
        }
      place(rank, RowPlace(segment: which, at: Int32(ordinal)))
      return true
    }
  }

  /// Those that have ended stand in the order of the latest change: only the rows around the place asked for are looked
  /// at, however many there are.
  private mutating func takeEnded(_ found: Bitmap, in segment: Segment) {
    let lot = segment.active..<segment.docs
    let which = Int32(sources.segments.count - 1)
    func rank(_ ordinal: Int) -> Order.Rank { Order.updatedRank(segment.record(ordinal).updatedAt) }
    func place(_ ordinal: Int) -> RowPlace { RowPlace(segment: which, at: Int32(ordinal)) }
    let start: Int =
      switch request.part {
      case .first, .none: lot.lowerBound
      case .last: lot.upperBound
      case .after(let place), .before(let place), .around(let place): Finding.search(lot) { rank($0) < place.rank }
      }
    if case .first = request.part {} else { before += found.count(from: lot.lowerBound, below: start) }
    var left = request.limit
    found.eachBackwards(below: start, from: lot.lowerBound) { ordinal in
      above.add(rank(ordinal), place(ordinal), sources)
      left -= 1
      return left > 0
    }
    left = request.limit
    found.each(below: lot.upperBound, from: start) { ordinal in
      // Those changed in the same instant are told apart one by one, however few are wanted.
      let here = rank(ordinal)
      if self.place(here, place(ordinal)) { left -= 1 }
      return left > 0 || here == request.part.rank
    }
  }

  /// The first number of a range for which `isBefore` no longer holds.
  private static func search(_ range: Range<Int>, _ isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: - The log

  mutating func look(at entry: IndexLog.Entry, isFound: (TicketID, TextTerm) -> Bool) {
    let row = entry.row.summary
    if entry.matches(request.query, for: request.asker, isFound: isFound) {
      total += 1
      if request.countsPressing { press(row.urgency(at: request.asker.now)) }
      sources.entries.append(entry)
      if request.part != .none {
        place(
          request.order.rank(row, at: request.asker.now),
          RowPlace(segment: -1, at: Int32(sources.entries.count - 1)))
      }
      if let at = request.holding.firstIndex(of: row.id) { held[at] = row }
    }
    for (at, query) in request.counts.enumerated()
    where entry.matches(query, for: request.asker, isFound: isFound) {
      counts[at] += 1
    }
  }

  // MARK: - The same again

  /// Whether nothing but what is counted by the clock can differ at another time: no row is ranked, and none comes or
  /// leaves by itself.
  var outlastsTime: Bool {
    if case .none = request.part { return !request.query.asksTime }
    return false
  }

  /// Whether the same was asked, at whatever time.
  func answers(_ other: ListRequest) -> Bool {
    var other = other
    other.asker.now = request.asker.now
    return other == request
  }

  /// Becomes the answer at another time, of tickets that have not changed (`outlastsTime`).
  mutating func turn(
    to now: Instant, _ log: some Collection<IndexLog.Entry>, isFound: @escaping (TicketID, TextTerm) -> Bool
  ) {
    request.asker.now = now
    (late, soon) = (0, 0)
    let timely = request.counts.indices.filter { request.counts[$0].asksTime }
    for at in timely { counts[at] = 0 }
    for (segment, found) in zip(sources.segments, outlasting) {
      if request.countsPressing { press(found, in: segment) }
      let sieve = Sieve(segment: segment, asker: request.asker, isFound: isFound)
      for at in timely { counts[at] += sieve.tickets(request.counts[at]).count }
    }
    if request.countsPressing { for entry in sources.entries { press(entry.row.summary.urgency(at: now)) } }
    for at in timely {
      counts[at] += log.count { $0.matches(request.counts[at], for: request.asker, isFound: isFound) }
    }
  }

  // MARK: - Places

  /// Puts a row where it belongs; says whether that is from the place asked for on.
  @discardableResult
  private mutating func place(_ rank: Order.Rank, _ place: RowPlace) -> Bool {
    switch request.part {
    case .first:
      below.add(rank, place, sources)
      return true
    case .last:
      above.add(rank, place, sources)
      return false
    case .none: return true
    case .after(let start):
      guard isBeyond(start, rank, place) else {
        before += 1
        return false
      }
      below.add(rank, place, sources)
      return true
    case .before(let start), .around(let start):
      if addAbove(start, rank, place) { return false }
      below.add(rank, place, sources)
      return true
    }
  }

  @discardableResult
  private mutating func addAbove(_ start: Order.Place, _ rank: Order.Rank, _ place: RowPlace) -> Bool {
    guard rank < start.rank || (rank == start.rank && sources.id(place) < start.id) else { return false }
    before += 1
    above.add(rank, place, sources)
    return true
  }

  private func isBeyond(_ start: Order.Place, _ rank: Order.Rank, _ place: RowPlace) -> Bool {
    start.rank < rank || (start.rank == rank && start.id < sources.id(place))
  }

  /// The answer, its rows not yet made.
  func found() -> Found {
    let above = self.above.sorted(sources)
    let below = self.below.sorted(sources)
    let first: Int =
      switch request.part {
      case .first, .none: 0
      case .last: total - above.count
      case .after: before
      case .before, .around: before - above.count
      }
    return Found(
      sources: sources, places: above + below, first: first, total: total, late: late, soon: soon, counts: counts,
      held: held.compactMap { $0 })
  }
}

/// What was found, in order: a row is made when it is asked for.
struct Found {
  fileprivate let sources: Sources
  fileprivate let places: [RowPlace]
  let first: Int
  let total: Int
  let late: Int
  let soon: Int
  let counts: [Int]
  let held: [Summary]

  var count: Int { places.count }

  func summary(_ at: Int) -> Summary { sources.summary(places[at]) }
  func listed(_ at: Int) -> ListedRow { sources.listed(places[at]) }
  func id(_ at: Int) -> TicketID { sources.id(places[at]) }

  /// What is known of its files.
  func marks(_ at: Int) -> [Mark] { sources.marks(places[at]) }
}

extension ListRequest.Part {
  /// The rank of the place that it begins or ends at.
  fileprivate var rank: Order.Rank? {
    switch self {
    case .after(let place), .before(let place), .around(let place): place.rank
    case .first, .last, .none: nil
    }
  }
}

/// Where a row found is to be had.
struct RowPlace {
  /// Which of the segments looked through, or -1 for the tickets of the log.
  var segment: Int32
  var at: Int32
}

/// What has been looked through.
struct Sources {
  var segments: [Segment] = []
  var entries: [IndexLog.Entry] = []

  func id(_ place: RowPlace) -> TicketID {
    place.segment < 0 ? entries[Int(place.at)].row.summary.id : segments[Int(place.segment)].id(Int(place.at))
  }

  func summary(_ place: RowPlace) -> Summary {
    place.segment < 0 ? entries[Int(place.at)].row.summary : segments[Int(place.segment)].summary(Int(place.at))
  }

  func listed(_ place: RowPlace) -> ListedRow {
    place.segment < 0
      ? ListedRow(entries[Int(place.at)].row.summary) : ListedRow(Int(place.at), in: segments[Int(place.segment)])
  }

  func marks(_ place: RowPlace) -> [Mark] {
    place.segment < 0 ? entries[Int(place.at)].row.marks : segments[Int(place.segment)].marks(Int(place.at))
  }
}

/// The first or the last few of many by rank; ids settle ties.
private struct Best {
  enum End { case first, last }

  private let limit: Int
  private let end: End
  private var kept: [(rank: Order.Rank, place: RowPlace)] = []
  /// The worst rank that still has a chance, once there are enough.
  private var bar: Order.Rank?

  init(_ limit: Int, _ end: End) {
    self.limit = limit
    self.end = end
  }

  mutating func add(_ rank: Order.Rank, _ place: RowPlace, _ sources: Sources) {
    if limit == 0 { return }
    if let bar, end == .first ? bar < rank : rank < bar { return }
    kept.append((rank, place))
    // Twice as many as are wanted: throw the worse half away, and let none in that is worse than what is left.
    if kept.count >= 2 * limit + 64 {
      sort(sources)
      kept.removeLast(kept.count - limit)
      bar = kept.last?.rank
    }
  }

  /// The best first: for the last of many, the very last comes first.
  private mutating func sort(_ sources: Sources) {
    var rows = kept
    kept = []
    let isFirst = end == .first
    rows.sort { a, b in
      let precedes = a.rank == b.rank ? sources.id(a.place) < sources.id(b.place) : a.rank < b.rank
      return precedes == isFirst
    }
    kept = rows
  }

  /// Those kept, in the order of the list.
  consuming func sorted(_ sources: Sources) -> [RowPlace] {
    sort(sources)
    let places = kept.prefix(limit).map(\.place)
    return end == .first ? places : places.reversed()
  }
}
