import Desk
import Screen

/// The queue: the rows of a view, what is selected and marked, and what waits to come in.
///
/// The selection is a ticket, never a row number. A refresh changes rows in place, lets none in or out and sorts
/// nothing, so that nothing moves under the agent's hand; `settle` does all of that when the agent asks.
package struct QueuePane: Sendable {
  package private(set) var rows: [QueueRow] = []
  /// Places in `rows` that the filter lets through.
  package private(set) var shown: [Int] = []
  package private(set) var selected: TicketID?
  package private(set) var marks: Set<TicketID> = []
  package var scroll = Scroll()
  /// Matching tickets in all, those beyond the limit of rows included.
  package private(set) var total = 0
  /// Tickets that match and are not let in yet.
  package private(set) var newcomers = 0
  /// Rows shown that are late, or soon.
  package private(set) var late = 0
  package private(set) var soon = 0
  /// The longest ticket name among the rows, in columns: the column stays where it is while scrolling.
  package private(set) var idWidth = QueuePane.shortestID
  package private(set) var filter: Query = .all
  /// Whether rows of this view have come at all.
  package private(set) var isListed = false
  /// The last marked row: a range is marked from there.
  private var anchor: TicketID?
  private var latest: [Summary] = []
  /// What the index was asked for the rows.
  private var asked: Query?
  /// The row of the selection, checked against the ticket before it is believed.
  private var place = 0

  /// Tickets of this site are shown without its code.
  private let home: String

  package init(home: String) { self.home = home }

  package var count: Int { shown.count }

  package func row(_ place: Int) -> QueueRow { rows[shown[place]] }

  /// The place of the selection among the rows shown; nil where nothing is shown.
  package var cursor: Int? {
    shown.isEmpty ? nil : place
  }

  package var selection: QueueRow? { cursor.map(row) }

  package func summary(of id: TicketID) -> Summary? { rows.first { $0.id == id }?.summary }

  /// Marked rows in their order, or the selection where nothing is marked.
  package var targets: [Summary] {
    if marks.isEmpty { return selection.map { [$0.summary] } ?? [] }
    return rows.filter { marks.contains($0.id) }.map(\.summary)
  }
}

// MARK: - Listings

extension QueuePane {
  /// Another view: nothing of the last one stays.
  package mutating func clear() {
    let filter = filter
    self = QueuePane(home: home)
    self.filter = filter
  }

  /// A listing arrives. The first one of a query is taken whole, as is any while there are no rows; later ones change
  /// rows in place. Returns rows that left for a reason not known yet.
  package mutating func take(_ listing: Listing, for query: Query, asker: Query.Asker) -> [TicketID] {
    latest = listing.rows
    total = listing.total
    let isSame = query == asked
    asked = query
    if !isListed || rows.isEmpty || !isSame {
      settle(asker: asker)
      return []
    }
    var fresh = Dictionary(listing.rows.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var gone: [TicketID] = []
    for at in rows.indices {
      if let summary = fresh.removeValue(forKey: rows[at].id) {
        rows[at].summary = summary
        rows[at].leaving = nil
      } else if rows[at].leaving == nil {
        rows[at].leaving = .unknown
        gone.append(rows[at].id)
      }
    }
    newcomers = fresh.count
    refilter(asker: asker)
    return gone
  }

  /// One ticket changed: its row changes in place. `belongs` says whether it is still of this view.
  package mutating func change(_ summary: Summary, belongs: Bool, asker: Query.Asker) {
    guard let at = rows.firstIndex(where: { $0.id == summary.id }) else { return }
    let old = rows[at].summary
    guard summary.lamport >= old.lamport else { return }
    rows[at].summary = summary
    if belongs {
      rows[at].leaving = nil
    } else if rows[at].leaving == nil || rows[at].leaving == .unknown {
      rows[at].leaving = QueueRow.leaving(from: old, to: summary)
    }
    tally(now: asker.now)
  }

  /// Lets newcomers in and leavers out, and sorts as the view does. The selection stays on its ticket, or on the
  /// nearest one that is left.
  package mutating func settle(asker: Query.Asker) {
    let before = shown.map { rows[$0].id }
    let wasAt = place
    rows = latest.map(QueueRow.init)
    isListed = true
    newcomers = 0
    marks.formIntersection(rows.map(\.id))
    idWidth = rows.reduce(QueuePane.shortestID) { max($0, width(of: $1.id)) }
    show(asker: asker)
    if selected != nil, !isSelectionShown {
      // The nearest neighbour that is still there: below first, since that is where the hand was going.
      let here = Set(shown.map { rows[$0].id })
      let candidates = before.dropFirst(wasAt) + before.prefix(wasAt).reversed()
      selected = candidates.first { here.contains($0) }
    }
    findPlace()
  }

  private static let shortestID = 6
  private static let longestID = 12

  private func width(of id: TicketID) -> Int {
    min(QueuePane.longestID, (id.site == home ? 0 : id.site.utf8.count) + 1 + String(id.number).utf8.count)
  }
}

// MARK: - Filter

extension QueuePane {
  package mutating func narrow(to query: Query, asker: Query.Asker) {
    filter = query
    refilter(asker: asker)
  }

  private mutating func refilter(asker: Query.Asker) {
    show(asker: asker)
    findPlace()
  }

  private mutating func show(asker: Query.Asker) {
    if filter == .all {
      shown = Array(rows.indices)
    } else {
      shown = rows.indices.filter { filter.matches(rows[$0].summary, for: asker) }
    }
    tally(now: asker.now)
  }

  /// Counts what the status row says; also called when the time has passed.
  package mutating func tally(now: Instant) {
    late = 0
    soon = 0
    for at in shown where rows[at].leaving == nil {
      switch rows[at].summary.urgency(at: now) {
      case .late: late += 1
      case .soon: soon += 1
      default: break
      }
    }
  }
}

// MARK: - The hand

extension QueuePane {
  private var isSelectionShown: Bool {
    guard let selected else { return false }
    return shown.contains { rows[$0].id == selected }
  }

  /// Finds the selection again after the rows changed; the first row where it is gone.
  private mutating func findPlace() {
    if let selected, let at = shown.firstIndex(where: { rows[$0].id == selected }) {
      place = at
    } else {
      place = min(place, max(0, shown.count - 1))
      if selected == nil { place = 0 }
      // Only while something is shown does the hand go elsewhere: a filter that lets nothing through keeps it.
      if !shown.isEmpty { selected = rows[shown[place]].id }
    }
  }

  package mutating func move(by rows: Int) { move(to: place + rows) }

  package mutating func move(to wanted: Int) {
    guard !shown.isEmpty else { return }
    place = min(max(0, wanted), shown.count - 1)
    selected = rows[shown[place]].id
  }

  /// Selects a ticket where it is shown; false where it is not.
  @discardableResult
  package mutating func select(_ id: TicketID) -> Bool {
    guard let at = shown.firstIndex(where: { rows[$0].id == id }) else { return false }
    move(to: at)
    return true
  }

  package mutating func follow(height: Int, halfPages: Bool) {
    scroll = scroll.following(place, of: shown.count, height: height, step: halfPages ? .halfPage : .line)
  }
}

// MARK: - Marks

extension QueuePane {
  package mutating func toggleMark() {
    guard let id = selection?.id else { return }
    if marks.remove(id) == nil {
      marks.insert(id)
      anchor = id
    }
    move(by: 1)
  }

  /// Marks from the last mark to the selection.
  package mutating func markRange() {
    let from = anchor.flatMap { anchor in shown.firstIndex { rows[$0].id == anchor } } ?? place
    for at in min(from, place)...max(from, place) where at < shown.count { marks.insert(rows[shown[at]].id) }
    anchor = selected
  }

  /// Marks all that is shown; takes the marks away where all were marked.
  package mutating func markAll() {
    let ids = Set(shown.filter { rows[$0].leaving == nil }.map { rows[$0].id })
    if ids.isSubset(of: marks) { marks.subtract(ids) } else { marks.formUnion(ids) }
  }

  package mutating func clearMarks() {
    marks = []
    anchor = nil
  }
}
