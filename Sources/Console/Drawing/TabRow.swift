import Desk
import Screen

/// The views as numbered tabs: `[1 Ma file 37] 2 À prendre 12 …`. The current one is in brackets and never leaves; `‹` and
/// `›` tell of those that have no room.
struct TabRow {
  private let tabs: [(text: String, isCurrent: Bool)]
  private let who: String

  init(_ model: Model) {
    tabs = model.tabs.map { at in
      let key = at == model.views.count - 1 ? "0 " : at < Model.digits ? "\(at + 1) " : ""
      let count = model.counts[at].map { " \($0)" } ?? ""
      let text = "\(key)\(model.title(model.views[at]))\(count)"
      return at == model.view ? ("[\(text)]", true) : (" \(text) ", false)
    }
    who = model.words.sender(SafeText.line(model.me.name).text, model.me.profile)
  }

  /// Columns of the sign that there are more.
  private static let mark = 1

  func draw(into frame: inout Frame, in area: Area) {
    let widths = tabs.map { Width.of($0.text) }
    let current = tabs.firstIndex { $0.isCurrent } ?? 0
    // Tabs leave from the right; the first ones give way only where the current one would not fit.
    let isWhole = widths.reduce(0, +) <= area.width
    let right = area.width - (isWhole ? 0 : 2 * TabRow.mark)
    var first = 0
    while first < current, widths[first...current].reduce(first == 0 ? 0 : TabRow.mark, +) > right { first += 1 }
    var x = first == 0 ? 0 : frame.put("‹", .textDim, in: area)
    var last = first
    for at in first..<tabs.count where x + widths[at] <= right || at == current {
      x = frame.put(tabs[at].text, x: x, y: 0, tabs[at].isCurrent ? .tabCurrent : .tab, in: area)
      last = at
      if at + 1 < tabs.count, x + widths[at + 1] > right { break }
    }
    if last < tabs.count - 1 { x = frame.put("›", x: last == current ? x + 1 : x, y: 0, .textDim, in: area) }
    let room = area.width - x - 2
    if Width.of(who) <= room { frame.put(who, x: area.width - Width.of(who) - 1, y: 0, .textDim, in: area) }
  }
}
