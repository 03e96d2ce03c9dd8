/// Rules and overlay boxes. Panes have no box: a rule and a gap part them; only what lies over the rest has a border.
extension Frame {
  /// A horizontal rule across the area's row `y`, with an optional title set in it after two dashes.
  package mutating func rule(
    y: Int, in area: Area? = nil, title: String = "", _ role: Role = .rule, titleRole: Role = .title,
    heavy: Bool = false
  ) {
    let line = (area ?? self.area).row(y)
    fill(line, heavy ? "━" : "─", role)
    guard !title.isEmpty, line.width > 4 else { return }
    put(" " + Truncate.end(title, line.width - 4) + " ", x: 2, y: 0, titleRole, in: line)
  }

  /// A vertical rule down the area's column `x`.
  package mutating func rule(x: Int, in area: Area, _ role: Role = .rule) {
    fill(Area(x: area.x + x, y: area.y, width: x < area.width && x >= 0 ? 1 : 0, height: area.height), "│", role)
  }

  /// Clears an area, draws a rounded border on its edge with a title above and a hint below, and returns the inside,
  /// one column and one row in.
  @discardableResult
  package mutating func box(_ area: Area, title: String = "", footer: String = "") -> Area {
    let area = area.clipped(to: self.area)
    fill(area)
    tint(area, .overlay)
    guard area.width >= 2, area.height >= 2 else { return area }
    let bar = String(repeating: "─", count: area.width - 2)
    put("╭" + bar + "╮", x: 0, y: 0, .overlayBorder, in: area)
    put("╰" + bar + "╯", x: 0, y: area.height - 1, .overlayBorder, in: area)
    for y in 1..<max(1, area.height - 1) {
      put("│", x: 0, y: y, .overlayBorder, in: area)
      put("│", x: area.width - 1, y: y, .overlayBorder, in: area)
    }
    let room = area.width - 6
    if !title.isEmpty, room > 0 { put(" \(Truncate.end(title, room)) ", x: 2, y: 0, .overlayTitle, in: area) }
    if !footer.isEmpty, room > 0 {
      put(" \(Truncate.end(footer, room)) ", x: 2, y: area.height - 1, .hint, in: area)
    }
    return area.inset(columns: 1, rows: 1)
  }
}
