import Desk
import Screen

/// The columns of the queue at a width. They leave in this order: site, category, age, number, level, state,
/// requester; deadline, priority and subject never do.
struct QueueColumns {
  enum ID: Hashable, Sendable {
    case deadline, priority, ticket, level, state, subject, requester, site, category, age, agent
  }

  /// Cursor, mark and deadline glyph; the news mark where there is room.
  let lead: Int
  /// All the columns of a row.
  let width: Int
  let slots: [Table.Slot<ID>]

  /// From that many columns on a row has its news mark.
  private static let roomyFrom = 64

  /// From that many columns on the agent's name has more room.
  private static let wideFrom = 100

  /// `wanted`: the columns shown beside deadline, priority and subject; all where none is named.
  init(width: Int, idWidth: Int, wanted: [QueueColumn] = []) {
    self.width = width
    lead = width >= QueueColumns.roomyFrom ? 4 : 3
    // The subject keeps its share before a further column is let in.
    let subject = min(max(width * 45 / 100, 12), 36)
    let columns: [Column<ID>] = [

      .fixed(.deadline, DeadlineCell.width, .right), .fixed(.priority, 2), .fixed(.ticket, idWidth, dropped: 4),
      .fixed(.level, 2, dropped: 3), .fixed(.state, 4, dropped: 2), .flexible(.subject, least: subject),
      .flexible(.requester, least: 9, most: 13, dropped: 1), .fixed(.site, 9, dropped: 7),
      .fixed(.category, 12, dropped: 6), .fixed(.age, Words.ageWidth, .right, dropped: 5),
      .flexible(.agent, least: 5, most: width >= QueueColumns.wideFrom ? 8 : 5, dropped: 0),
    ]
    let shown = columns.filter { column in wanted.isEmpty || column.id.choice.map(wanted.contains) ?? true }
    slots = Table.layout(shown, width: max(0, width - lead))
  }

  func drawHeader(into frame: inout Frame, in area: Area, words: Words) {
    for slot in slots {
      let title = Truncate.fit(title(slot.id, words), slot.width, slot.alignment)
      frame.put(title, x: lead + slot.x, y: 0, .header, in: area)
    }
  }

  private func title(_ id: ID, _ words: Words) -> String {
    switch id {
    case .deadline: words.columnDeadline
    case .priority: "P"
    case .ticket: words.columnTicket
    case .level: words.columnLevel
    case .state: words.columnState
    case .subject: words.columnSubject
    case .requester: words.columnRequester
    case .site: words.columnSite
    case .category: words.columnCategory
    case .age: words.columnAge
    case .agent: words.columnAgent
    }
  }
}

extension QueueColumns.ID {
  /// What a view calls it; nil for a column that no row lacks.
  fileprivate var choice: QueueColumn? {
    switch self {
    case .deadline, .priority, .subject: nil
    case .ticket: .ticket
    case .level: .level
    case .state: .state
    case .requester: .requester
    case .site: .site
    case .category: .category
    case .age: .age
    case .agent: .agent
    }
  }
}
