import Desk
import Screen

/// Who is on call, rota by rota, and the pages nobody has answered: over the panes, with a hand on the pages.
package struct DutyPane: Hashable, Sendable {
  /// The page the hand is on.
  package var cursor = 0
  package var scroll = Scroll()

  package init() {}
}

extension Model {
  /// The board was put together anew.
  mutating func take(_ board: DutyBoard?) -> [Effect] {
    duty = board
    if case .duty(var pane) = overlay {
      pane.cursor = max(0, min(pane.cursor, (board?.pages.count ?? 0) - 1))
      overlay = board == nil ? nil : .duty(pane)
    }
    return []
  }

  /// Asks for the board again where it is shown.
  var watchedDuty: [Effect] {
    if case .duty = overlay { return [.duty] }
    return []
  }

  mutating func press(_ key: Key, in pane: DutyPane) -> [Effect] {
    var pane = pane
    let pages = duty?.pages ?? []
    switch key {
    case .escape, .ctrl("g"), "q":
      overlay = nil
      return []
    case .down, "j": pane.cursor = min(pane.cursor + 1, max(0, pages.count - 1))
    case .up, "k": pane.cursor = max(0, pane.cursor - 1)
    case "a":
      guard pages.indices.contains(pane.cursor) else { return say(words.noOpenPages) }
      if !rules.may(.work, me) {
        return say(words.refusal(rules.roles.refusal(.acknowledge, .work, to: rules.roles.role(of: me))), .warning)
      }
      return [.record(.acknowledge, on: pages[pane.cursor].ticket, seen: nil)]
    case .enter:
      guard pages.indices.contains(pane.cursor) else { return [] }
      overlay = nil
      return open(pages[pane.cursor].ticket)
    default: return say(words.noKey(words.key(key)))
    }
    overlay = .duty(pane)
    return []
  }

  // MARK: - Drawing

  /// Columns of the box at most, and rows of it that are no pages.
  static let dutyWidth = 100

  func draw(_ pane: DutyPane, into frame: inout Frame, _ layout: Layout) {
    frame.cursor = nil
    let board = duty ?? DutyBoard()
    let width = min(Model.mostLabel, board.lines.map { Width.of(Model.label(of: $0)) }.max() ?? 0)
    let rotas = board.lines.map { rotaLine($0, width) }
    let pages = board.pages.map(pageLine)
    let wanted = rotas.count + max(1, pages.count) + 4
    let area = layout.full.centred(
      width: min(Model.dutyWidth, layout.full.width - 2), height: min(wanted, layout.full.height))
    let inside = frame.box(area, title: words.dutyTitle, footer: words.dutyFooter)
    let shown = min(rotas.count, max(1, inside.height - 3))
    for (y, line) in rotas.prefix(shown).enumerated() { put(line, into: &frame, in: inside.row(y)) }
    let head = shown + 1
    guard head < inside.height else { return }
    let title = pages.isEmpty ? words.noOpenPages : words.openPages(pages.count)
    frame.put(title, x: 1, y: head, pages.isEmpty ? .textDim : .error, in: inside)
    let list = inside.rows(from: head + 1, count: inside.height - head - 1)
    let scroll = pane.scroll.following(pane.cursor, of: pages.count, height: list.height)
    for place in scroll.window(of: pages.count, height: list.height) {
      let row = list.row(place - scroll.top)
      frame.put(place == pane.cursor ? "▌" : " ", x: 0, y: 0, .cursor, in: row)
      put(pages[place], into: &frame, in: row)
      if place == pane.cursor { frame.tint(row, .cursorRow) }
    }
  }

  /// Pieces side by side; the one that has no room left is cut, those after it are dropped.
  private func put(_ line: [ThreadLine.Piece], into frame: inout Frame, in row: Area) {
    var x = 1
    for piece in line where x < row.width - 1 {
      x = frame.put(Truncate.end(SafeText.line(piece.text).text, row.width - 1 - x), x: x, y: 0, piece.role, in: row)
    }
  }

  /// What a rota is called in a list: its level where it is named for it.
  private static func label(of line: DutyBoard.Line) -> String {
    line.level.map { $0.rawValue == line.rota.uppercased() ? $0.rawValue : line.rota } ?? line.rota
  }

  /// Columns of a rota's name at most.
  private static let mostLabel = 11

  private func rotaLine(_ line: DutyBoard.Line, _ width: Int) -> [ThreadLine.Piece] {
    func moment(_ instant: Instant) -> String { words.near(instant, in: zone, now: now) }
    let then = line.next.map { next in
      "  " + words.thenAgent(next.name.map(StatusRow.firstName) ?? words.nobody)
        + (line.now?.until == next.from ? "" : " " + words.fromThen(moment(next.from)))
    }
    let name = padded(Model.label(of: line), width)
    guard let holder = line.now else {
      return [.init(name, .textDim), .init(words.outsideHours, .textDim), .init(then ?? "", .textDim)]
    }
    return [
      .init(name, .textStrong), .init(padded(holder.name ?? words.nobody, 18), holder.login == nil ? .warning : .text),
      .init(padded(holder.phone ?? "", 14), .text),
      .init(" " + words.untilThen(moment(holder.until)), .text), .init(then ?? "", .textDim),
      .init(holder.inPlaceOf.map { "  " + words.inPlaceOf($0, "") } ?? "", .textDim),
    ]
  }

  /// What it is about comes last: the rest is short, and says what to do.
  private func pageLine(_ page: DutyBoard.OpenPage) -> [ThreadLine.Piece] {
    [
      .init(" \(page.priority.name) ", page.priority <= .p1 ? .prio1 : .prio2),
      .init(padded(words.name(page.ticket, home: home), 8), .text),
      .init("\(page.call.rota) → \(page.call.to) \(words.moment(page.at, in: zone, now: now))  ", .text),
      .init(words.standing(of: page) + "  ", page.isUnanswered || page.isLost ? .error : .textDim),
      .init(page.subject, .text),
    ]
  }

  private func padded(_ text: String, _ width: Int) -> String {
    let text = Truncate.end(SafeText.line(text).text, width)
    return text + String(repeating: " ", count: max(1, width - Width.of(text) + 1))
  }
}

extension StatusRow {
  /// `Chloé` of `Chloé Martin`: what people call each other, and what a row has room for.
  static func firstName(_ name: String) -> String { SafeText.line(String(name.prefix { $0 != " " })).text }

  /// Columns below which it is not said until when.
  private static let shortBelow = 100

  /// Who is on call now, and what nobody has answered.
  static func duty(_ model: Model) -> (pages: [ThreadLine.Piece], holders: [ThreadLine.Piece]) {
    guard let board = model.duty else { return ([], []) }
    let words = model.words
    let isShort = model.size.width < shortBelow
    let pages = board.pages.isEmpty ? [] : [ThreadLine.Piece("  ! " + words.openPages(board.pages.count), .error)]
    let holders = board.lines.filter(\.isOn).map { line in
      let who = line.now?.name.map(firstName)
      let until = isShort ? nil : line.now.map { words.near($0.until, in: model.zone, now: model.now) }
      let text = words.onCall(line.level?.rawValue ?? line.rota, who ?? words.nobody, until: until)
      return ThreadLine.Piece("  " + text, who == nil ? .warning : .status)
    }
    return (pages, holders)
  }
}
