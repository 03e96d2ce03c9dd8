import Desk
import Screen

/// The row above the hints: where the hand is and what presses, or a message; the hour at the right. A message that is
/// longer than the row takes rows above it: what is told is told whole.
struct StatusRow {
  private let left: [Part]
  /// What there is to say for a while in place of the rest.
  private let message: ThreadLine.Piece?
  private let hour: String
  /// What is wrong with the disk, for as long as it is: at the right, where no message takes its place.
  private let trouble: String

  /// A piece of the row: whole or not at all, but for one that may be cut.
  private struct Part {
    let piece: ThreadLine.Piece
    /// Columns before it.
    var gap = 2
    /// Columns it may be cut to; nil where it stays whole.
    var least: Int?
  }

  init(_ model: Model) {
    hour = model.words.clock(model.now, in: model.zone)
    trouble = model.trouble.map { model.words.trouble($0) + "  " } ?? ""
    message = model.status.map { .init($0.text, StatusRow.role($0.tone)) }
    left = message == nil ? StatusRow.counts(model) : []
  }

  private static func role(_ tone: StatusMessage.Tone) -> Role {
    switch tone {
    case .plain: .status
    case .ok: .ok
    case .warning: .warning
    case .error: .error
    }
  }

  private static func counts(_ model: Model) -> [Part] {
    let queue = model.queue
    let words = model.words
    var parts: [Part] = []
    func add(_ text: String, _ role: Role, least: Int? = nil) {
      parts.append(Part(piece: .init(text, role), gap: parts.isEmpty ? 0 : 2, least: least))
    }
    if let sheet = model.sheet, let kept = sheet.kept {
      let hour = words.clock(kept.savedAt, in: model.zone)
      let isKept = !model.unkept.contains(kept.key)
      add(isKept ? words.draftSaved(hour) : words.draftInMemory(hour), .status)
      return parts
    }
    if let number = queue.number { add("\(number + 1)/\(queue.count)", .status) }
    if let indexing = model.indexing { add(words.indexing(indexing.progress), .textDim, least: leastCut) }
    if model.filter.isActive, !model.filter.isTyping {
      let text = Truncate.end(SafeText.line(model.filter.field.text).text, shownFilter)
      add("/ " + text, .match, least: leastCut)
      add(words.countOf(queue.count, model.viewTotal), .status)
    }
    if !queue.marks.isEmpty { add(words.marked(queue.marks.count), .mark) }
    if queue.newcomers > 0 { add(words.newcomers(queue.newcomers), .unread) }
    let duty = StatusRow.duty(model)
    for piece in duty.pages { add(piece.text, piece.role) }
    if queue.late > 0 { add(words.late(queue.late), .slaLate) }
    if queue.soon > 0 { add(words.soon(queue.soon), .slaSoon) }
    for piece in duty.holders { add(piece.text, piece.role) }
    return parts
  }

  /// Columns of a kept filter that the row repeats.
  private static let shownFilter = 30
  /// Columns that are left at least of what may be cut.
  private static let leastCut = 6

  /// `above`: the rows a long message may take besides its own.
  func draw(into frame: inout Frame, in area: Area, above: Area) {
    let right = Width.of(hour) + Width.of(trouble)
    // Two columns part it from the hour.
    let room = area.width - right - 3
    if let message {
      draw(message, room: room, into: &frame, in: area, above: above)
    } else {
      drawParts(room: room, into: &frame, in: area)
    }
    guard area.width > right + 1 else { return }
    let x0 = frame.put(trouble, x: area.width - right - 1, y: 0, .error, in: area)
    frame.put(hour, x: x0, y: 0, .time, in: area)
  }

  private func drawParts(room: Int, into frame: inout Frame, in area: Area) {
    var x = 1
    for part in left {
      let free = room - x - part.gap
      guard free >= min(Width.of(part.piece.text), part.least ?? .max) else { break }
      x = frame.put(Truncate.end(part.piece.text, free), x: x + part.gap, y: 0, part.piece.role, in: area)
    }
  }

  /// Rows of a message at most.
  private static let mostRows = 4

  private func draw(
    _ message: ThreadLine.Piece, room: Int, into frame: inout Frame, in area: Area, above: Area
  ) {
    if Width.of(message.text) + 1 <= room {
      frame.put(message.text, x: 1, y: 0, message.role, in: area)
      return
    }
    let lines = Wrap.lines(message.text, width: max(1, room - 1)).prefix(StatusRow.mostRows)
    let block = Area(
      x: area.x, y: max(above.y, area.bottom - lines.count), width: area.width,
      height: min(lines.count, area.bottom - above.y))
    frame.fill(block)
    frame.tint(block, .text)
    for (y, line) in lines.enumerated() { frame.put(line, x: 1, y: y, message.role, in: block) }
  }
}
