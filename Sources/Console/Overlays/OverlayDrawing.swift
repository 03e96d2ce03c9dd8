import Desk
import Screen

extension Chooser {
  static let width = 64
  /// Rows of a chooser that are not items: borders, field, explanation.
  static let furniture = 4
  private static let most = 17

  /// Items in sight, where there are so many.
  static func rows(in height: Int) -> Int { min(most, max(1, height - furniture)) }
}

extension Model {
  func drawOverlay(into frame: inout Frame, _ layout: Layout) {
    switch overlay {
    case .chooser(let chooser): draw(chooser, into: &frame, layout)
    case .following(let menu): draw(menu, into: &frame, layout)
    case .conflict(let conflict): draw(conflict, into: &frame, layout)
    case .leaf(let leaf): draw(leaf, into: &frame, layout)
    case nil: break
    }
  }

  // MARK: - Palette, help, drafts

  private func draw(_ chooser: Chooser, into frame: inout Frame, _ layout: Layout) {
    let rows = min(chooser.standing, Chooser.rows(in: layout.full.height))
    let area = layout.full.centred(width: Chooser.width, height: rows + Chooser.furniture)
    let title =
      switch chooser.kind {
      case .palette: words.paletteTitle
      case .help: words.helpTitle
      case .drafts: words.draftsTitle
      case .cards: words.cardsTitle
      case .macros: words.macrosTitle
      }
    let footer = HintRow.footer(hints(of: chooser), width: area.width)
    let inside = frame.box(area, title: title, footer: footer)
    let field = Area(x: inside.x + 3, y: inside.y, width: inside.width - 4, height: 1)
    let typed = chooser.field.layout(width: field.width)
    frame.put(" > ", .key, in: inside)
    frame.put(typed.text, .input, in: field.clipped(to: inside))
    frame.cursor = Point(x: field.x + typed.cursor, y: field.y)
    let list = inside.rows(from: 1, count: inside.height - 2)
    for place in chooser.scroll.window(of: chooser.shown.count, height: list.height) {
      let item = chooser.items[chooser.shown[place]]
      draw(item, isCursor: place == chooser.cursor, into: &frame, in: list.row(place - chooser.scroll.top))
    }
    let line = chooser.selected.map { $0.whyNot ?? $0.help } ?? words.noCommand
    let counted = words.countOf(chooser.shown.count, chooser.items.count)
    let foot = inside.row(-1)
    let room = max(0, foot.width - Width.of(counted) - 4)
    let role: Role = chooser.selected?.whyNot == nil ? .textDim : .warning
    frame.put(Truncate.end(SafeText.line(line).text, room), x: 2, y: 0, role, in: foot)
    if room > 0 { frame.put(counted, x: foot.width - Width.of(counted) - 1, y: 0, .textDim, in: foot) }
  }

  func hints(of chooser: Chooser) -> [Hint] {
    let deed =
      switch chooser.kind {
      case .palette, .help, .macros: words.runHint
      case .drafts: words.takeUpHint
      case .cards: words.showHint
      }
    let narrow = chooser.kind == .palette || chooser.kind == .help ? [Hint("", words.typeToNarrow)] : []
    return [Hint(words.key(.enter), deed), Hint("↑↓", words.hint(.down))] + narrow
      + [Hint(words.key(.escape), words.closeHint)]
  }

  private func draw(_ item: ChooserItem, isCursor: Bool, into frame: inout Frame, in row: Area) {
    frame.put(isCursor ? "▌" : " ", x: 1, y: 0, .cursor, in: row)
    let right = Truncate.end(item.right, 16)
    // What cannot be done now is dim, and its sign says so without colour.
    let text = (item.whyNot == nil ? "" : "– ") + SafeText.line(item.text).text
    let role: Role = item.whyNot == nil ? .text : .disabled
    frame.put(Truncate.end(text, max(0, row.width - Width.of(right) - 5)), x: 3, y: 0, role, in: row)
    frame.put(right, x: row.width - Width.of(right) - 1, y: 0, .key, in: row)
    if isCursor { frame.tint(row, .cursorRow) }
  }

  // MARK: - Conflict

  private func draw(_ conflict: Conflict, into frame: inout Frame, _ layout: Layout) {
    frame.cursor = nil
    var lines = told(of: conflict)
    lines += [("", .text)] + words.conflictWays(conflict).map { ($0, .key) }
    let area = layout.full.centred(width: Chooser.width, height: lines.count + 2)
    let title = words.conflictTitle(words.name(conflict.ticket, home: home), conflict)
    let footer = HintRow.footer(words.conflictHints(conflict), width: area.width)
    let inside = frame.box(area, title: title, footer: footer)
    for (y, line) in lines.enumerated() {
      frame.put(Truncate.end(line.0, max(0, inside.width - 2)), x: 1, y: y, line.1, in: inside)
    }
  }

  /// Who changed the ticket, when and to what; what they wrote, in their words.
  private func told(of conflict: Conflict) -> [(String, Role)] {
    guard case .changed(let by, let at, let op, let count) = conflict.refusal else { return [] }
    let entry = reading(of: conflict.ticket)?.ticket.entries.last { $0.at == at && $0.fact.op == op }
    let who = words.moment(at, in: zone, now: now) + "  " + SafeText.line(by).text + " "
    switch entry?.fact {
    case .messageIn(let letter)?, .messageOut(let letter)?:
      let body = Truncate.end(SafeText.line(letter.body.text).text, Chooser.width - 10)
      let quote = words.say(fr: "« \(body) »", en: "“\(body)”")
      return [(who + words.change(op) + words.others(count - 1), .text), (quote, .quote)]
    case let fact?:
      let deed = words.sentence(fact, home: home, zone: zone, now: now) ?? words.change(op)
      let whole = who + SafeText.line(deed).text + words.others(count - 1)
      return Wrap.lines(whole, width: Chooser.width - 4).prefix(Self.mostTold).map { (String($0), .text) }
    case nil: return [(who + words.change(op) + words.others(count - 1), .text)]
    }
  }

  /// Lines of what somebody else did, at most.
  private static let mostTold = 3
}
