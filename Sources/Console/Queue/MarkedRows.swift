import Desk

/// The rows of a queue that are marked, in the queue's order, each once. They stay while a filter narrows what is seen.
struct MarkedRows: Sendable {
  private(set) var rows: [Summary] = []
  private(set) var ids: Set<TicketID> = []
  /// The last marked row: a range is marked from there.
  var anchor: TicketID?

  /// The order of the queue, and the instant it is told at.
  typealias Sorting = (order: Order, now: Instant)

  mutating func toggle(_ row: Summary, order: Sorting?) {
    if ids.contains(row.id) {
      set(rows.filter { $0.id != row.id }, order)
    } else {
      set(rows + [row], order)
      anchor = row.id
    }
  }

  mutating func add(_ more: [Summary], order: Sorting?) {
    set(rows + more.filter { !ids.contains($0.id) }, order)
  }

  /// Adds those that are not marked; takes all of them away where each was.
  mutating func toggleAll(_ all: [Summary], order: Sorting?) {
    if all.contains(where: { !ids.contains($0.id) }) { return add(all, order: order) }
    let gone = Set(all.map(\.id))
    set(rows.filter { !gone.contains($0.id) }, order)
  }

  /// Rows as they are now.
  mutating func change(_ fresh: [TicketID: Summary], order: Sorting?) {
    if rows.isEmpty { return }
    set(rows.map { fresh[$0.id] ?? $0 }, order)
  }

  /// One row as it is now, where it stands: a wish on a thousand tickets sorts them once.
  mutating func change(_ row: Summary) {
    if let at = rows.firstIndex(where: { $0.id == row.id }) { rows[at] = row }
  }

  /// Marks stay on tickets that still match; where a filter only narrows what is seen, on all.
  mutating func keep(from listing: Listing, matchingOnly: Bool, order: Sorting?) {
    if rows.isEmpty { return }
    let fresh = Dictionary((listing.rows + listing.held).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    if matchingOnly { rows = rows.filter { fresh[$0.id] != nil } }
    change(fresh, order: order)
    ids = Set(rows.map(\.id))
  }

  private mutating func set(_ rows: [Summary], _ sorting: Sorting?) {
    ids = Set(rows.map(\.id))
    guard rows.count > 1, let sorting else {
      self.rows = rows
      return
    }
    self.rows = rows.map { (sorting.order.place(of: $0, at: sorting.now), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
