import Desk
import Screen

/// The views as numbered tabs: `[1 Ma file 37] 2 À prendre 12 …`. The current one is in brackets and never leaves.
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

  func draw(into frame: inout Frame, in area: Area) {
    let widths = tabs.map { Width.of($0.text) }
    let current = tabs.firstIndex { $0.isCurrent } ?? 0
    // Tabs leave from the right; the first ones give way only where the current one would not fit.
    var first = 0
    while first < current, widths[first...current].reduce(0, +) > area.width { first += 1 }
    var x = 0
    for at in first..<tabs.count where x + widths[at] <= area.width || at == current {
      x = frame.put(tabs[at].text, x: x, y: 0, tabs[at].isCurrent ? .tabCurrent : .tab, in: area)
    }
    let room = area.width - x - 2
    if Width.of(who) <= room { frame.put(who, x: area.width - Width.of(who) - 1, y: 0, .textDim, in: area) }
  }
}
