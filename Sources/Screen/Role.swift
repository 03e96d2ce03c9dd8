/// What a piece of text *is*. The console names roles, a theme gives them colours: no other file knows both.
///
/// A role never carries a meaning alone: each state also has a sign, a glyph or a word (see `mono.theme`).
package enum Role: String, CaseIterable, Hashable, Sendable {
  // Prose.
  case text
  case textDim = "text.dim"
  case textStrong = "text.strong"
  case title
  case quote
  case link
  case code
  case author
  case time
  /// What the desk itself wrote in a thread: "Bob changed the category".
  case system
  /// The mark that says characters were hidden, and the pictures that stand for control characters.
  case hidden

  // Furniture.
  case rule
  case header
  case tab
  case tabCurrent = "tab.current"
  case tabCount = "tab.count"
  case tabAlert = "tab.alert"
  case status
  case hint
  case key
  case disabled
  case scrollbar

  // Rows. These four colour the surface under other roles.
  case cursorRow = "cursor.row"
  case cursorRowIdle = "cursor.row.idle"
  case markedRow = "marked.row"
  case leavingRow = "leaving.row"
  case cursor
  case mark
  case match
  /// Something changed since the agent last looked.
  case unread

  // A ticket's states.
  case slaLate = "sla.late"
  case slaSoon = "sla.soon"
  case slaOk = "sla.ok"
  case slaPaused = "sla.paused"
  case slaDone = "sla.done"
  case prio1 = "prio.1"
  case prio2 = "prio.2"
  case prio3 = "prio.3"
  case prio4 = "prio.4"
  case stateNew = "state.new"
  case stateOpen = "state.open"
  case stateWaiting = "state.waiting"
  case stateDone = "state.done"
  case level1 = "level.1"
  case level2 = "level.2"
  case level3 = "level.3"
  case levelVendor = "level.vendor"
  case presence
  case noteInternal = "note.internal"
  case replyPublic = "reply.public"

  // Forms.
  case label
  case input
  case inputIdle = "input.idle"
  case inputInvalid = "input.invalid"
  case placeholder
  case choice
  case choiceCurrent = "choice.current"

  // Messages.
  case error
  case warning
  case ok
  case busy

  // Overlays.
  case overlay
  case overlayBorder = "overlay.border"
  case overlayTitle = "overlay.title"

  // Comparison and figures.
  case diffAdded = "diff.added"
  case diffRemoved = "diff.removed"
  case chart1 = "chart.1"
  case chart2 = "chart.2"
  case chart3 = "chart.3"
  case chart4 = "chart.4"
  case chartTrack = "chart.track"
  case chartGood = "chart.good"
  case chartBad = "chart.bad"

  /// The role's name in a theme file.
  package var name: String { rawValue }

  /// The place of the role in `allCases`, for tables indexed by role. An enum without payload is stored as its
  /// ordinal; `RoleTests` pins it.
  package var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// The role of priority 1 to 4; anything further is the last.
  package static func priority(_ number: Int) -> Role {
    switch number {
    case ...1: .prio1
    case 2: .prio2
    case 3: .prio3
    default: .prio4
    }
  }

  /// The role of series `number` of a chart, going round after four.
  package static func chart(_ number: Int) -> Role {
    [.chart1, .chart2, .chart3, .chart4][Int(number.magnitude % 4)]
  }
}
