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

extension Column {
  /// The same column with other spaces before it.
  package func with(gap: Int) -> Column {
    Column(id: id, least: least, most: most, alignment: alignment, dropped: dropped, gap: gap)
  }

  /// The same column where nothing that stands in it is wider: it takes no room that stays empty.
  package func no(widerThan width: Int) -> Column {
    Column(
      id: id, least: min(least, width), most: min(most, max(width, 0)), alignment: alignment, dropped: dropped, gap: gap
    )
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
    var asked: [Span] = []
    for column in columns {
      asked.append(Span(least: column.least, most: column.most, dropped: column.dropped, gap: column.gap))
    }
    var slots: [Slot<ID>] = []
    for (place, x, width) in places(asked, width: width) {
      let column = columns[place]
      slots.append(Slot(id: column.id, x: x, width: width, alignment: column.alignment))
    }
    return slots
  }

  /// What a column asks for, whatever it is called: each frame lays columns out anew, and code for any kind of name
  /// would be slower than all that is drawn in them.
  private struct Span {
    let least: Int
    let most: Int
    let dropped: Int?
    let gap: Int
  }

  /// Which columns fit, where each begins and how wide it is.
  private static func places(_ columns: [Span], width: Int) -> [(place: Int, x: Int, width: Int)] {
    var kept = Array(columns.indices)
    func needed() -> Int {
      kept.enumerated().reduce(0) { $0 + columns[$1.element].least + ($1.offset == 0 ? 0 : columns[$1.element].gap) }
    }
    while needed() > width, let last = kept.compactMap({ columns[$0].dropped }).max(),
      let place = kept.lastIndex(where: { columns[$0].dropped == last })
    {
      kept.remove(at: place)
    }
    var widths = kept.map { columns[$0].least }
    share(max(0, width - needed()), kept.map { columns[$0].most }, &widths)
    var places: [(place: Int, x: Int, width: Int)] = []
    var x = 0
    for (at, place) in kept.enumerated() {
      if at > 0 { x += columns[place].gap }
      let room = min(widths[at], max(0, width - x))
      if room > 0 { places.append((place, x, room)) }
      x += widths[at]
    }
    return places
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
