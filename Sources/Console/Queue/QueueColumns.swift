import Desk
import Screen

/// The columns of the queue at a width. They leave in this order: site, category, age, level, agent, state,
/// requester, number; deadline, priority and subject never do. Where all tickets are the reader's own no agent is named.
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

  /// `wanted`: the columns shown beside deadline, priority and subject; all where none is named. `isOwn`: all the
  /// tickets are the reader's.
  init(width: Int, idWidth: Int, wanted: [QueueColumn] = [], isOwn: Bool = false) {
    self.width = width
    lead = width >= QueueColumns.roomyFrom ? 4 : 3
    // The subject keeps its share before a further column is let in.
    let subject = min(max(width * 45 / 100, 12), 36)
    let columns: [Column<ID>] = [

      .fixed(.deadline, DeadlineCell.width, .right), .fixed(.priority, 2), .fixed(.ticket, idWidth, dropped: 1),
      .fixed(.level, 2, dropped: 5), .fixed(.state, 4, dropped: 3), .flexible(.subject, least: subject),
      .flexible(.requester, least: 9, most: 13, dropped: 2), .fixed(.site, 9, dropped: 8),
      .fixed(.category, 12, dropped: 7), .fixed(.age, Words.ageWidth, .right, dropped: 6),
      .flexible(.agent, least: 5, most: width >= QueueColumns.wideFrom ? 8 : 5, dropped: 4),
    ]
    let shown = columns.filter { column in
      if wanted.isEmpty { return !(isOwn && column.id == .agent) }
      return column.id.choice.map(wanted.contains) ?? true
    }
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

extension Query {
  /// Whether the tickets it finds can have no owner but the one who asks.
  var asksOwnOnly: Bool {
    switch self {
    case .term(.owner(.me)): true
    case .and(let parts): parts.contains(where: \.asksOwnOnly)
    default: false
    }
  }
}
