import Desk
import Screen

extension Model {
  /// The queue: header and the rows in sight; no other row is looked at.
  func drawQueue(into frame: inout Frame, _ layout: Layout) {
    let area = layout.list
    if queue.rows.isEmpty {
      drawEmpty(into: &frame, in: area)
      return
    }
    let columns = QueueColumns(
      width: area.width - (layout.isWide ? 1 : 0), idWidth: queue.idWidth,
      wanted: currentView.columns, isOwn: currentView.query.asksOwnOnly)
    columns.drawHeader(into: &frame, in: layout.header, words: words)
    let cursor = queue.cursor
    let highlights = filter.query.highlights
    for place in queue.scroll.window(of: queue.rows.count, height: area.height) {
      let line = area.row(place - queue.scroll.top)
      QueueRowDrawing(self, queue.row(place), isCursor: place == cursor, columns)
        .draw(into: &frame, in: line, highlights: highlights)
    }
  }

  private func drawEmpty(into frame: inout Frame, in area: Area) {
    let lines: [String] =
      if !queue.isListed { [words.listing] } else if let flaw = filter.flaw {
        words.emptyFilter(flaw)
      } else if filter.isActive { words.emptyFilter } else { words.empty(currentView.id) }
    let isRoomy = area.width >= QueueDrawing.roomyFrom
    let folded = lines.enumerated().flatMap { at, line in
      Wrap.lines(line, width: max(1, area.width - (isRoomy ? 6 : 3))).map { ($0, at == 0 ? Role.text : .textDim) }
    }
    let top = min(4, max(0, (area.height - folded.count) / 2))
    for (y, line) in folded.enumerated() {
      frame.put(line.0, x: isRoomy ? 5 : 2, y: top + y, line.1, in: area)
    }
  }
}

private enum QueueDrawing {
  /// From that many columns on what an empty view says stands away from the edge.
  static let roomyFrom = 60
}

/// One ticket, one line.
///
/// Each change of role costs a dozen bytes on the wire, twice per `j`: only what asks for a hand has a role of its
/// own, the row under the cursor has none (its signs remain), and glyph and deadline are one run.
struct QueueRowDrawing {
  private let model: Model
  private let row: QueueRow
  private let isCursor: Bool
  private let columns: QueueColumns
  private var summary: Summary { row.summary }

  /// The glyph of the deadline, after the cursor and the mark.
  private static let glyphColumn = 2

  init(_ model: Model, _ row: QueueRow, isCursor: Bool, _ columns: QueueColumns) {
    self.model = model
    self.row = row
    self.isCursor = isCursor
    self.columns = columns
  }

  func draw(into frame: inout Frame, in line: Area, highlights: [TextTerm]) {
    let due = DeadlineCell(summary, now: model.now, words: model.words)
    if !isCursor {
      frame.paint(line.splitLeft(columns.lead).left.splitLeft(QueueRowDrawing.glyphColumn).rest, due.role)
    }
    if isCursor { frame.put("▌", x: 0, y: 0, .text, in: line) }
    if model.queue.isMarked(row.id) { frame.put("*", x: 1, y: 0, .mark, in: line) }
    frame.put(
      row.leaving == nil ? due.glyph : "·", x: QueueRowDrawing.glyphColumn, y: 0, isCursor ? .text : due.role, in: line)
    if columns.lead > 3, model.hasNews(summary) { frame.put("+", x: 3, y: 0, .unread, in: line) }
    for slot in columns.slots {
      let (text, own) = cell(slot.id, due, slot.width)
      let role = isCursor ? .text : own
      let area = Area(x: line.x + columns.lead + slot.x, y: line.y, width: slot.width, height: 1)
      frame.put(Truncate.fit(text, slot.width, slot.alignment), role, in: area)
      if slot.id == .subject { underline(highlights, text, into: &frame, in: area) }
    }
    if row.leaving != nil { frame.tint(line, .leavingRow) }
    if isCursor {
      frame.tint(line.splitLeft(columns.width).left, model.pane == .queue ? .cursorRow : .cursorRowIdle)
    }
  }

  private func cell(_ id: QueueColumns.ID, _ due: DeadlineCell, _ width: Int) -> (String, Role) {
    let words = model.words
    switch id {
    case .deadline: return (due.text, due.role)
    case .priority:
      return (summary.priority.name, priorityRole(due))
    case .ticket: return (words.name(summary.id, home: model.home), .text)
    case .level: return (summary.level.rawValue, .text)
    case .state: return (words.short(summary.state), .text)
    case .subject:
      let subject = SafeText.line(summary.subject).text
      let damage = summary.isDamaged ? "¿ " : ""
      guard let reason = row.leaving else { return (damage + subject, .text) }
      let why = words.leaving(reason, me: model.me.login)
      return (Truncate.fit(subject, max(0, width - Width.of(why) - 1)) + " " + why, .textDim)
    case .requester: return (SafeText.line(summary.requester.label).text, .text)
    case .site: return (SafeText.line(summary.site ?? "").text, .text)
    case .category: return (QueueRowDrawing.category(SafeText.line(summary.category ?? "").text, width), .text)
    case .age: return (words.age(seconds: model.now - summary.receivedAt), .text)
    case .agent: return (summary.owner.map { SafeText.line($0).text } ?? "—", .text)
    }
  }

  /// A late first priority is of one piece with its deadline.
  private func priorityRole(_ due: DeadlineCell) -> Role {
    if summary.priority > .p2 { return .text }
    return summary.priority < .p2 && due.role == .slaLate ? .slaLate : .priority(summary.priority.rawValue)
  }

  /// A category that does not fit is known by its last part: `Messagerie/Spam` → `Spam`.
  private static func category(_ name: String, _ width: Int) -> String {
    guard Width.of(name) > width, let slash = name.lastIndex(of: "/") else { return name }
    let last = name[name.index(after: slash)...].drop { $0 == " " }
    return last.isEmpty ? name : String(last)
  }

  /// Underlines what the filter looks for.
  private func underline(_ highlights: [TextTerm], _ text: String, into frame: inout Frame, in area: Area) {
    for range in Marks.characters(of: highlights, in: text) {
      let x = Width.of(String(text.prefix(range.lowerBound)))
      let width = Width.of(String(text.dropFirst(range.lowerBound).prefix(range.count)))
      frame.paint(Area(x: area.x + x, y: area.y, width: width, height: 1).clipped(to: area), .match)
    }
  }

  static func role(_ level: Level) -> Role {
    switch level {
    case .n1: .level1
    case .n2: .level2
    case .n3: .level3
    case .v4, .v5: .levelVendor
    }
  }

  static func role(_ state: State) -> Role {
    switch state {
    case .new: .stateNew
    case .open: .stateOpen
    case .planned, .waitUser, .waitThird: .stateWaiting
    case .resolved, .closed, .cancelled, .spam, .merged: .stateDone
    }
  }
}
