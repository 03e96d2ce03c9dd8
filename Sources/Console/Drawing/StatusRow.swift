import Desk
import Screen

/// The row above the hints: where the hand is and what presses, or a message; the hour at the right.
struct StatusRow {
  private let left: [ThreadLine.Piece]
  private let hour: String

  init(_ model: Model) {
    hour = model.words.clock(model.now, in: model.zone)
    if let message = model.status {
      left = [.init(" " + message.text, StatusRow.role(message.tone))]
      return
    }
    left = StatusRow.counts(model)
  }

  private static func role(_ tone: StatusMessage.Tone) -> Role {
    switch tone {
    case .plain: .status
    case .ok: .ok
    case .warning: .warning
    case .error: .error
    }
  }

  private static func counts(_ model: Model) -> [ThreadLine.Piece] {
    let queue = model.queue
    let words = model.words
    if let kept = model.sheet?.kept {
      return [.init(" " + words.draftSaved(words.clock(kept.savedAt, in: model.zone)), .status)]
    }
    var pieces: [ThreadLine.Piece] = []
    if let cursor = queue.cursor { pieces.append(.init(" \(cursor + 1)/\(queue.count)", .status)) }
    if model.filter.isActive, !model.filter.isTyping {
      let text = Truncate.end(SafeText.line(model.filter.field.text).text, shownFilter)
      pieces.append(.init("  / \(text)  " + words.countOf(queue.count, max(queue.total, queue.rows.count)), .match))
    }
    if !queue.marks.isEmpty { pieces.append(.init("  " + words.marked(queue.marks.count), .mark)) }
    if queue.newcomers > 0 { pieces.append(.init("  " + words.newcomers(queue.newcomers), .unread)) }
    if queue.late > 0 { pieces.append(.init("  " + words.late(queue.late), .slaLate)) }
    if queue.soon > 0 { pieces.append(.init("  " + words.soon(queue.soon), .slaSoon)) }
    return pieces
  }

  /// Columns of a kept filter that the row repeats.
  private static let shownFilter = 30

  func draw(into frame: inout Frame, in area: Area) {
    let room = area.width - Width.of(hour) - 2
    var x = 0
    for piece in left where x < room {
      // Whole pieces only; the first one may be cut.
      let text = x == 0 ? Truncate.end(piece.text, room) : piece.text
      if x + Width.of(text) > room { break }
      x = frame.put(text, x: x, y: 0, piece.role, in: area)
    }
    if area.width > Width.of(hour) + 1 { frame.put(hour, x: area.width - Width.of(hour) - 1, y: 0, .time, in: area) }
  }
}
