import Desk
import Screen

/// The row above the hints: where the hand is and what presses, or a message; the hour at the right.
struct StatusRow {
  private let left: [ThreadLine.Piece]
  private let hour: String
  /// What is wrong with the disk, for as long as it is: at the right, where no message takes its place.
  private let trouble: String

  init(_ model: Model) {
    hour = model.words.clock(model.now, in: model.zone)
    trouble = model.trouble.map { model.words.trouble($0) + "  " } ?? ""
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
    var pieces: [ThreadLine.Piece] = []
    if let sheet = model.sheet, let kept = sheet.kept {
      let hour = words.clock(kept.savedAt, in: model.zone)
      let isKept = !model.unkept.contains(kept.key)
      return [.init(" " + (isKept ? words.draftSaved(hour) : words.draftInMemory(hour)), .status)]
    }
    if let number = queue.number { pieces.append(.init(" \(number + 1)/\(queue.count)", .status)) }
    if let indexing = model.indexing { pieces.append(.init("  " + words.indexing(indexing.progress), .textDim)) }
    if model.filter.isActive, !model.filter.isTyping {
      let text = Truncate.end(SafeText.line(model.filter.field.text).text, shownFilter)
      pieces.append(.init("  / \(text)  " + words.countOf(queue.count, model.viewTotal), .match))
    }
    if !queue.marks.isEmpty { pieces.append(.init("  " + words.marked(queue.marks.count), .mark)) }
    if queue.newcomers > 0 { pieces.append(.init("  " + words.newcomers(queue.newcomers), .unread)) }
    let duty = StatusRow.duty(model)
    pieces += duty.pages
    if queue.late > 0 { pieces.append(.init("  " + words.late(queue.late), .slaLate)) }
    if queue.soon > 0 { pieces.append(.init("  " + words.soon(queue.soon), .slaSoon)) }
    return pieces + duty.holders
  }

  /// Columns of a kept filter that the row repeats.
  private static let shownFilter = 30

  func draw(into frame: inout Frame, in area: Area) {
    let right = Width.of(hour) + Width.of(trouble)
    let room = area.width - right - 2
    var x = 0
    for piece in left where x < room {
      // Whole pieces only; the first one may be cut.
      let text = x == 0 ? Truncate.end(piece.text, room) : piece.text
      if x + Width.of(text) > room { break }
      x = frame.put(text, x: x, y: 0, piece.role, in: area)
    }
    guard area.width > right + 1 else { return }
    let x0 = frame.put(trouble, x: area.width - right - 1, y: 0, .error, in: area)
    frame.put(hour, x: x0, y: 0, .time, in: area)
  }
}
