import Desk
import Screen

/// The queue: a stretch of a view's rows, what is selected and marked, and what waits to come in.
///
/// A queue may be of any length; only the rows around the hand are here, and more are asked for before the hand gets
/// to them. The selection is a ticket, never a row number. A refresh changes rows in place, lets none in or out and
/// sorts nothing, so that nothing moves under the agent's hand; `settle` does all of that when the agent asks.
package struct QueuePane: Sendable {
  package private(set) var rows: [QueueRow] = []
  /// Rows of the queue before these, and after them.
  package private(set) var before = 0
  package private(set) var after = 0
  package var scroll = Scroll()
  /// Matching tickets in all, as of the last answer.
  package private(set) var total = 0
  /// Tickets that match and are not let in yet.
  package private(set) var newcomers = 0
  /// Matching tickets that are late, or soon.
  package private(set) var late = 0
  package private(set) var soon = 0
  /// The longest ticket name seen among the rows, in columns: the column stays where it is while scrolling.
  package private(set) var idWidth = QueuePane.shortestID
  /// Whether rows of this view have come at all.
  package private(set) var isListed = false
  private var marked = MarkedRows()
  /// What the hand is on, also while no row of it is shown.
  package private(set) var hand: Summary?
  /// What the rows were asked for with.
  private(set) var asked: ListRequest?
  /// The row of the selection.
  private var place = 0
  /// Rows in sight.
  private var height = 1
  /// Rows beyond these were asked for and have not come.
  private var awaitsMore = false

  /// Tickets of this site are shown without its code.
  private let home: String

  package init(home: String) { self.home = home }

  /// Rows of the queue, those that leave it included until they are let go.
  package var count: Int { before + rows.count + after }

  package func row(_ place: Int) -> QueueRow { rows[place] }

  package var selected: TicketID? { hand?.id }

  /// The place of the selection among the rows here; nil where there are none.
  package var cursor: Int? { rows.isEmpty ? nil : place }

  /// The number of the selection in the whole queue, from 0.
  package var number: Int? { rows.isEmpty ? nil : before + place }

  package var selection: QueueRow? { cursor.map(row) }

  package var marks: Set<TicketID> { marked.ids }

  package func summary(of id: TicketID) -> Summary? {
    if hand?.id == id, let cursor, rows[cursor].id == id { return rows[cursor].summary }
    return rows.first { $0.id == id }?.summary ?? marked.rows.first { $0.id == id }
  }

  /// Marked rows in their order, or the selection where nothing is marked.
  package var targets: [Summary] { marks.isEmpty ? selection.map { [$0.summary] } ?? [] : marked.rows }
}

// MARK: - Listings

extension QueuePane {
  /// Another view: nothing of the last one stays.
  package mutating func clear() {
    let height = height
    self = QueuePane(home: home)
    self.height = height
  }

  /// Rows kept at most: a queue of any length takes no more memory than that.
  private var mostRows: Int { max(1024, 8 * height) }

  /// What to ask for so that rows go on on both sides of the hand; nil where enough are here.
  package var wanted: (part: ListRequest.Part, limit: Int)? {
    guard let asked, !awaitsMore, !rows.isEmpty else { return nil }
    let reach = 2 * height
    func place(_ row: QueueRow) -> Order.Place { asked.order.place(of: row.summary, at: asked.asker.now) }
    if after > 0, rows.count - 1 - self.place < reach, let last = rows.last {
      return (.after(place(last)), stretch)
    }
    if before > 0, self.place < reach, let first = rows.first { return (.before(place(first)), stretch) }
    return nil
  }

  /// Rows asked for at once.
  package var stretch: Int { max(120, 4 * height) }

  /// Rows that fill what is in sight, wherever the hand stands in it.
  package var sight: Int { 2 * height }

  package mutating func awaitMore() { awaitsMore = true }

  /// Rows of this queue that somebody may have changed: those in sight first.
  package var held: [TicketID] {
    let sight = scroll.window(of: rows.count, height: height)
    var ids = rows[sight].map(\.id)
    ids += rows[..<sight.lowerBound].map(\.id) + rows[sight.upperBound...].map(\.id)
    if marks.isEmpty { return ids }
    let here = Set(ids)
    return ids + marked.rows.map(\.id).filter { !here.contains($0) }
  }

  /// Where the hand is, to ask for the rows around it.
  package func place(in order: Order, at now: Instant) -> Order.Place? { hand.map { order.place(of: $0, at: now) } }

  /// An answer that brings rows: the stretch is taken as it comes, or goes on at one end.
  package mutating func take(_ listing: Listing, for request: ListRequest) {
    awaitsMore = false
    switch request.part {
    case .none: return
    case .after(let place): if place.id == rows.last?.id { append(listing) }
    case .before(let place): if place.id == rows.first?.id { prepend(listing) }
    case .first, .last, .around: settle(listing, for: request)
    }
  }

  /// Lets newcomers in and leavers out, and sorts as the view does. The selection stays on its ticket, or on the
  /// nearest one that is left.
  private mutating func settle(_ listing: Listing, for request: ListRequest) {
    let neighbours = rows.dropFirst(place).map(\.id) + rows.prefix(place).reversed().map(\.id)
    let isSame = asked?.query == request.query && asked?.order == request.order
    asked = request
    let isAtTop = before + scroll.top == 0
    let offset = place - scroll.top
    rows = listing.rows.map(QueueRow.init)
    before = listing.first
    after = max(0, listing.total - listing.first - rows.count)
    isListed = true
    newcomers = 0
    count(listing)
    marked.keep(from: listing, matchingOnly: isSame, order: order)
    widen()
    findPlace(among: isSame ? neighbours : [], request)
    // The hand stays where it is on the screen, but at the top, where what is new is wanted.
    scroll.top = isAtTop && before == 0 ? 0 : max(0, place - offset)
  }

  private mutating func append(_ listing: Listing) {
    let known = Set(rows.map(\.id))
    rows += listing.rows.filter { !known.contains($0.id) }.map(QueueRow.init)
    after = max(0, listing.total - listing.first - listing.rows.count)
    let surplus = min(rows.count - mostRows, max(0, place - 3 * height))
    if surplus > 0 {
      rows.removeFirst(surplus)
      before += surplus
      shift(by: -surplus)
    }
    widen()
  }

  private mutating func prepend(_ listing: Listing) {
    let known = Set(rows.map(\.id))
    let fresh = listing.rows.filter { !known.contains($0.id) }.map(QueueRow.init)
    rows = fresh + rows
    before = listing.first
    shift(by: fresh.count)
    let surplus = min(rows.count - mostRows, max(0, rows.count - 1 - place - 3 * height))
    if surplus > 0 {
      rows.removeLast(surplus)
      after += surplus
    }
    widen()
  }

  private mutating func shift(by rows: Int) {
    place += rows
    scroll.top = max(0, scroll.top + rows)
  }

  private mutating func count(_ listing: Listing) {
    total = listing.total
    late = listing.late
    soon = listing.soon
  }

  /// An answer that tells what became of the rows here: they change in place. Returns rows that left for a reason
  /// not known yet.
  package mutating func refresh(_ listing: Listing) -> [TicketID] {
    let fresh = Dictionary(listing.held.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var gone: [TicketID] = []
    for at in rows.indices {
      if let summary = fresh[rows[at].id] {
        if rows[at].summary != summary { rows[at].summary = summary }
        rows[at].leaving = nil
      } else if rows[at].leaving == nil {
        rows[at].leaving = .unknown
        gone.append(rows[at].id)
      }
    }
    if let hand { self.hand = fresh[hand.id] ?? hand }
    marked.change(fresh, order: order)
    count(listing)
    newcomers = max(0, total - before - after - rows.count { $0.leaving == nil })
    return gone
  }

  /// One ticket changed: its row changes in place. `belongs` says whether it is still of this view.
  package mutating func change(_ summary: Summary, belongs: Bool) {
    guard let at = rows.firstIndex(where: { $0.id == summary.id }) else { return }
    let old = rows[at].summary
    guard summary.lamport >= old.lamport else { return }
    rows[at].summary = summary
    if hand?.id == summary.id { hand = summary }
    marked.change(summary)
    if !belongs, rows[at].leaving == nil || rows[at].leaving == .unknown {
      rows[at].leaving = QueueRow.leaving(from: old, to: summary)
    }
  }

  private static let shortestID = 6
  private static let longestID = 12

  private mutating func widen() {
    idWidth = rows.reduce(before == 0 && after == 0 ? QueuePane.shortestID : idWidth) { max($0, width(of: $1.id)) }
  }

  private func width(of id: TicketID) -> Int {
    min(QueuePane.longestID, (id.site == home ? 0 : id.site.utf8.count) + 1 + String(id.number).utf8.count)
  }
}

// MARK: - The hand

extension QueuePane {
  /// Finds the selection again after the rows changed, or what was nearest to it: below first, since that is where the
  /// hand was going.
  private mutating func findPlace(among neighbours: [TicketID], _ request: ListRequest) {
    if rows.isEmpty {
      place = 0
      return
    }
    place = hand.flatMap { hand in rows.firstIndex { $0.id == hand.id } } ?? nearest(to: neighbours, request)
    hand = rows[place].summary
  }

  private func nearest(to neighbours: [TicketID], _ request: ListRequest) -> Int {
    guard let hand else { return request.part == .last ? rows.count - 1 : 0 }
    let here = Dictionary(rows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    if let id = neighbours.first(where: { here[$0] != nil }), let at = here[id] { return at }
    let place = request.order.place(of: hand, at: request.asker.now)
    return rows.firstIndex { place < request.order.place(of: $0.summary, at: request.asker.now) } ?? rows.count - 1
  }

  package mutating func move(by rows: Int) {
    let (wanted, overflow) = place.addingReportingOverflow(rows)
    if !overflow { move(to: wanted) }
  }

  private mutating func move(to wanted: Int) {
    awaitsMore = false
    guard !rows.isEmpty else { return }
    place = min(max(0, wanted), rows.count - 1)
    hand = rows[place].summary
  }

  /// To the first row of the queue; false where it is not here yet, and the hand let go for it.
  package mutating func moveToTop() -> Bool {
    if before == 0 { move(to: 0) } else { hand = nil }
    return before == 0
  }

  /// To the last row of the queue; false where it is not here yet, and the hand let go for it.
  package mutating func moveToBottom() -> Bool {
    if after == 0 { move(to: rows.count - 1) } else { hand = nil }
    return after == 0
  }

  /// Selects a ticket where its row is here; false where it is not.
  @discardableResult
  package mutating func select(_ id: TicketID) -> Bool {
    guard let at = rows.firstIndex(where: { $0.id == id }) else { return false }
    move(to: at)
    return true
  }

  /// Puts the hand on a ticket, its row here or not: the next rows come around it.
  package mutating func grasp(_ row: Summary) {
    hand = row
    select(row.id)
  }

  package mutating func follow(height: Int, halfPages: Bool) {
    self.height = max(1, height)
    scroll = scroll.following(place, of: rows.count, height: height, step: halfPages ? .halfPage : .line)
  }
}

// MARK: - Marks

extension QueuePane {
  package func isMarked(_ id: TicketID) -> Bool { marks.contains(id) }

  /// Whether the rows here are the whole queue.
  package var isAll: Bool { before == 0 && after == 0 }

  /// How the marked rows stand among each other; nil while no rows have come.
  private var order: MarkedRows.Sorting? { asked.map { ($0.order, $0.asker.now) } }

  package mutating func toggleMark() {
    guard let row = selection?.summary else { return }
    marked.toggle(row, order: order)
    move(by: 1)
  }

  /// Marks from the last mark to the selection, as far as the rows are here.
  package mutating func markRange() {
    guard !rows.isEmpty else { return }
    let from = marked.anchor.flatMap { anchor in rows.firstIndex { $0.id == anchor } } ?? place
    marked.add(rows[min(from, place)...max(from, place)].map(\.summary), order: order)
    marked.anchor = selected
  }

  /// Marks all of the queue, or the rows given of it; takes the marks away where all were marked.
  package mutating func markAll(_ all: [Summary]? = nil) {
    marked.toggleAll(all ?? rows.filter { $0.leaving == nil }.map(\.summary), order: order)
  }

  package mutating func clearMarks() { marked = MarkedRows() }
}
