import Desk
import Screen

/// A row's deadline as sign, glyph and text: `!` `-1h42` late, `▲` soon, `‖` suspended, `✓` met. It reads without
/// any colour.
struct DeadlineCell {
  let glyph: String
  /// Five columns, at the right.
  let text: String
  let role: Role

  static let width = 5

  init(_ row: Summary, now: Instant, words: Words) {
    var text = ""
    switch row.due?.standing {
    case .running(let due, _): text = words.remaining(seconds: due - now)
    case .paused(let left): text = words.remaining(seconds: left)
    case nil: break
    }
    // A deadline just passed shows its sign too.
    if row.urgency(at: now) == .late, !text.hasPrefix("-") { text = "-" + text }
    self.text = Truncate.fit(text, DeadlineCell.width, .right)
    switch row.urgency(at: now) {
    case .late: (glyph, role) = ("!", .slaLate)
    case .soon: (glyph, role) = ("▲", .slaSoon)
    case .ok: (glyph, role) = (" ", .slaOk)
    case .paused: (glyph, role) = ("‖", .slaPaused)
    case .none: (glyph, role) = (row.state == .resolved || row.state == .closed ? "✓" : " ", .slaDone)
    }
  }
}
