import Desk
import Screen

/// What may follow a prefix, shown after a hesitation: each key and what it does.
package struct PrefixMenu: Hashable, Sendable {
  let prefix: [Key]
  /// The first entry in sight, where the screen does not hold them all.
  var top = 0

  init(_ prefix: [Key]) { self.prefix = prefix }

  /// From that many columns on the entries stand in two columns.
  private static let twoColumnsFrom = 70

  static func columns(in width: Int) -> Int { width >= twoColumnsFrom ? 2 : 1 }

  /// Rows and columns of its border.
  static let border = 2
}

extension Model {
  /// One entry: the keys that are left to press, what they do, and whether it can be done.
  private struct Entry {
    let key: String
    let text: String
    let isPossible: Bool
  }

  private func entries(of menu: PrefixMenu) -> [Entry] {
    Keymap.actions(after: menu.prefix, in: pane).map { next, action in
      Entry(
        key: next.map { words.key($0) }.joined(separator: " "), text: words.name(action.id),
        isPossible: whyNot(action.id) == nil)
    }
  }

  /// Rows that all the entries take, and those there is room for.
  private func rows(of menu: PrefixMenu) -> (needed: Int, shown: Int) {
    let columns = PrefixMenu.columns(in: layout.full.width)
    let needed = (Keymap.actions(after: menu.prefix, in: pane).count + columns - 1) / columns
    return (needed, min(needed, max(1, layout.full.height - PrefixMenu.border)))
  }

  func hints(of menu: PrefixMenu) -> [Hint] {
    let (needed, shown) = rows(of: menu)
    let scroll = needed > shown ? [Hint("↓↑", words.scrollHint)] : []
    return scroll + [Hint(words.letterKey, words.menuHint), Hint(words.key(.escape), words.cancelHint)]
  }

  /// A key that scrolls the menu; false where it goes on with the sequence.
  mutating func scrolls(_ key: Key, _ menu: PrefixMenu) -> Bool {
    let (needed, shown) = rows(of: menu)
    let step: Int? =
      switch key {
      case .down: 1
      case .up: -1
      case .pageDown: shown
      case .pageUp: -shown
      default: nil
      }
    guard let step else { return false }
    var menu = menu
    menu.top = Scroll(top: menu.top).moved(by: step, of: needed, height: shown).top
    overlay = .following(menu)
    return true
  }

  func draw(_ menu: PrefixMenu, into frame: inout Frame, _ layout: Layout) {
    let columns = PrefixMenu.columns(in: layout.full.width)
    let (needed, shown) = rows(of: menu)
    let area = layout.full.splitBottom(shown + PrefixMenu.border).bottom
      .centred(width: columns == 2 ? 72 : 40, height: shown + PrefixMenu.border)
    let title = words.following(menu.prefix.map { words.key($0) }.joined(separator: " "))
    let inside = frame.box(area, title: title, footer: HintRow.footer(hints(of: menu), width: area.width))
    let width = inside.width / columns
    for (place, entry) in entries(of: menu).enumerated() {
      let row = place % max(1, needed) - menu.top
      guard row >= 0 else { continue }
      let cell = Area(x: inside.x + place / max(1, needed) * width, y: inside.y + row, width: width, height: 1)
        .clipped(to: inside)
      draw(entry, into: &frame, in: cell)
    }
    if menu.top > 0 { frame.put("↑", x: area.width - 3, y: 0, .textDim, in: area) }
    let below = needed - shown - menu.top
    guard below > 0 else { return }
    let more = " ↓ \(below) "
    frame.put(more, x: max(0, area.width - Width.of(more) - 2), y: area.height - 1, .textDim, in: area)
  }

  private func draw(_ entry: Entry, into frame: inout Frame, in cell: Area) {
    guard !cell.isEmpty else { return }
    frame.put(" " + entry.key, .key, in: cell)
    let text = (entry.isPossible ? "" : "– ") + entry.text
    frame.put(Truncate.end(text, max(0, cell.width - 5)), x: 4, y: 0, entry.isPossible ? .text : .disabled, in: cell)
  }
}
