import Desk
import Screen

extension Leaf {
  /// Columns of the box at most: a ledger reads well in these, a longer line does not.
  static let width = 100
  /// Columns and rows that its border and margins take.
  static let margin = 4
  static let border = 2
  /// Rows of the box while there is nothing in it.
  static let least = 3
}

extension Model {
  /// As large as what there is to read, within the screen.
  func leafArea(_ leaf: Leaf, _ layout: Layout) -> Area {
    let height = leaf.isReady ? leaf.lines.count + Leaf.border : Leaf.least
    return layout.full.centred(width: Leaf.width, height: height)
  }

  /// Columns of its text.
  func leafWidth(_ layout: Layout) -> Int { max(1, min(Leaf.width, layout.full.width) - Leaf.margin) }

  func draw(_ leaf: Leaf, into frame: inout Frame, _ layout: Layout) {
    frame.cursor = nil
    let area = leafArea(leaf, layout)
    let more = leaf.below > 0 ? " ↓ \(leaf.below) " : ""
    let inside = frame.box(
      area, title: title(leaf), footer: HintRow.footer(hints(of: leaf), width: area.width - Width.of(more)))
    let text = inside.inset(columns: 1)
    guard leaf.isReady else {
      frame.put(words.reading, x: 0, y: 0, .textDim, in: text)
      return
    }
    for (y, at) in leaf.window.enumerated() {
      leaf.lines[at].draw(into: &frame, y: y, in: text)
      if at == leaf.cursor {
        frame.put("▌", x: 0, y: y, .cursor, in: inside)
        frame.tint(inside.row(y), .cursorRow)
      }
    }
    if !more.isEmpty {
      frame.put(more, x: max(0, area.width - Width.of(more) - 2), y: area.height - 1, .textDim, in: area)
    }
  }

  private func title(_ leaf: Leaf) -> String {
    switch leaf.subject {
    case .clocks(let id): words.name(id, home: home) + " · " + words.clocksTitle
    case .card(let subject): words.title(of: subject)
    case .duty: words.dutyTitle + elsewhere
    case .handover: words.handoverTitle(leaf.note, in: zone, now: now) + elsewhere
    case .confirmation(.answer(let page)): words.answerTitle(calledName(page))
    case .confirmation(.macro(let offer, let id)):
      words.macroTitle(offer.macro.name, on: words.name(id, home: home))
    }
  }

  /// After a title: whose hours these are, where the agent may take them for another's.
  private var elsewhere: String { zoneName.map { " · " + words.hoursOf($0) } ?? "" }

  /// The keys that work on a leaf; the last one leaves it.
  func hints(of leaf: Leaf) -> [Hint] {
    var hints: [Hint] = []
    switch leaf.subject {
    case .confirmation(let confirmation):
      hints = [Hint(words.key(confirmation.key), words.does(confirmation))]
    case .duty where leaf.ticket != nil: hints = [Hint("a", words.answerHint)]
    default: break
    }
    if leaf.ticket != nil { hints.append(Hint(words.key(.enter), words.hint(.open))) }
    if leaf.moves { hints.append(Hint("j/k", leaf.ticket == nil ? words.scrollHint : words.chooseHint)) }
    let isAsked = if case .confirmation = leaf.subject { true } else { false }
    return hints + [Hint(words.key(.escape), isAsked ? words.doNothingHint : words.closeHint)]
  }

  /// The lines of a leaf; nil while what it tells of has not come.
  func lines(of leaf: Leaf, width: Int) -> [ThreadLine]? {
    switch leaf.subject {
    case .clocks(let id):
      guard let ticket = reading(of: id)?.ticket else { return nil }
      let clocks = ticket.clocks(under: rules)
      let place = clocks.policy.calendar.place ?? zone
      return LedgerPanel(
        width: width, words: words, zone: place, now: now, isElsewhere: place.local(now) != zone.local(now)
      ).lines(of: clocks)
    case .card:
      return leaf.card?.lines(CardSetting(words: words, zone: zone, now: now, home: home))
    case .duty: return lines(of: duty ?? DutyBoard(), width: width)
    case .handover: return leaf.note.map { lines(of: $0, width: width) }
    case .confirmation(let confirmation): return lines(of: confirmation, width: width)
    }
  }
}

extension WorkingCalendar {
  /// The zone its hours are read in; nil where it is open around the clock and none is as good as another.
  package var place: Zone? { zone == .utc ? nil : zone }
}
