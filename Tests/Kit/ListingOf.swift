import Desk

extension ListRequest {
  /// What an index should answer, worked out the plain way from every row there is.
  package func answer(from rows: some Sequence<Summary>) -> Listing {
    let rows = Array(rows)
    let found = rows.filter { query.matches($0, for: asker) }.sorted { order.precedes($0, $1, at: asker.now) }
    func places(_ test: (Order.Place) -> Bool) -> Int { found.count { test(order.place(of: $0, at: asker.now)) } }
    let stretch: Range<Int> =
      switch part {
      case .first: 0..<min(limit, found.count)
      case .last: max(0, found.count - limit)..<found.count
      case .after(let place): cut(places { $0 <= place }, limit, found.count)
      case .before(let place): max(0, places { $0 < place } - limit)..<places { $0 < place }
      case .around(let place):
        max(0, places { $0 < place } - limit / 2)..<min(found.count, places { $0 < place } + limit - limit / 2)
      case .none: 0..<0
      }
    let matching = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    return Listing(
      rows: Array(found[stretch]), first: stretch.lowerBound, total: found.count,
      late: countsPressing ? found.count { $0.urgency(at: asker.now) == .late } : 0,
      soon: countsPressing ? found.count { $0.urgency(at: asker.now) == .soon } : 0,
      counts: counts.map { query in rows.count { query.matches($0, for: asker) } },
      held: holding.compactMap { matching[$0] })
  }

  private func cut(_ start: Int, _ length: Int, _ end: Int) -> Range<Int> { start..<min(end, start + length) }
}
