/// One column of a table: how wide it wants to be and how soon it goes when there is no room.
package struct Column<ID: Hashable & Sendable>: Sendable {
  package let id: ID
  /// The narrowest it may be.
  package let least: Int
  /// The widest it is useful; the same as `least` for a column of fixed width.
  package let most: Int
  package let alignment: Alignment
  /// Columns are dropped from the highest number down; nil is never dropped.
  package let dropped: Int?
  /// Spaces before it.
  package let gap: Int

  /// A column that is always as wide.
  package static func fixed(
    _ id: ID, _ width: Int, _ alignment: Alignment = .left, dropped: Int? = nil, gap: Int = 1
  ) -> Column {
    Column(id: id, least: width, most: width, alignment: alignment, dropped: dropped, gap: gap)
  }

  /// A column that takes a share of the room left.
  package static func flexible(
    _ id: ID, least: Int, most: Int = .max, _ alignment: Alignment = .left, dropped: Int? = nil, gap: Int = 1
  ) -> Column {
    Column(id: id, least: least, most: max(least, most), alignment: alignment, dropped: dropped, gap: gap)
  }
}

/// Columns laid out in a width.
package enum Table {
  /// Where a column stands.
  package struct Slot<ID: Hashable & Sendable>: Hashable, Sendable {
    package let id: ID
    package let x: Int
    package let width: Int
    package let alignment: Alignment
  }

  /// The columns that fit, in the order given. Columns are dropped until the least widths fit; what room is left is
  /// shared between those that may grow, each in turn up to its most. When even what is never dropped does not fit,
  /// the last columns are cut at the edge.
  package static func layout<ID>(_ columns: [Column<ID>], width: Int) -> [Slot<ID>] {
    var kept = columns
    func needed() -> Int {
      kept.enumerated().reduce(0) { $0 + $1.element.least + ($1.offset == 0 ? 0 : $1.element.gap) }
    }
    while needed() > width, let last = kept.compactMap(\.dropped).max(),
      let place = kept.lastIndex(where: { $0.dropped == last })
    {
      kept.remove(at: place)
    }
    var widths = kept.map(\.least)
    share(max(0, width - needed()), kept.map(\.most), &widths)
    var slots: [Slot<ID>] = []
    var x = 0
    for (place, column) in kept.enumerated() {
      if place > 0 { x += column.gap }
      let room = min(widths[place], max(0, width - x))
      if room > 0 { slots.append(Slot(id: column.id, x: x, width: room, alignment: column.alignment)) }
      x += widths[place]
    }
    return slots
  }

  /// Gives out spare columns evenly, the narrow ones filling up first.
  private static func share(_ spare: Int, _ most: [Int], _ widths: inout [Int]) {
    var spare = spare
    while spare > 0 {
      let open = widths.indices.filter { widths[$0] < most[$0] }
      if open.isEmpty { return }
      let each = max(1, spare / open.count)
      for place in open where spare > 0 {
        let more = min(each, spare, most[place] - widths[place])
        widths[place] += more
        spare -= more
      }
    }
  }
}
