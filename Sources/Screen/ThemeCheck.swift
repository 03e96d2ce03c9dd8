/// What a theme gets wrong for somebody's eyes, measured.
package enum ThemeCheck {
  /// Something wrong, as a fact: the console has the words.
  package enum Finding: Hashable, Sendable {
    /// Text too close to its background. Ratios are WCAG's.
    case lowContrast(Role, on: Role, ratio: Double, least: Double)
    /// Two states told apart by colours that look the same to some.
    case tooClose(Role, Role, Blindness)
    /// The blue of the sixteen colours cannot be read on black in most terminals.
    case blueText(Role)
    /// Without colour the two look the same, here and in what they are drawn on.
    case sameInMono(Role, Role)
  }

  /// Drawn shapes need less contrast than text (WCAG 2.2, 1.4.11).
  static let shapeContrast = 3.0
  /// Oklab distance under which two colours are easily taken for each other.
  static let likeness = 0.08

  /// Roles that are furniture, or out of use: no text to read (WCAG 2.2, 1.4.3).
  private static let furniture: Set<Role> = [.rule, .scrollbar, .chartTrack, .overlayBorder, .disabled, .leavingRow]
  private static let shapes: Set<Role> = [.chart1, .chart2, .chart3, .chart4, .chartGood, .chartBad, .cursor, .mark]
  private static let surfaces: [Role] = [.text, .cursorRow, .cursorRowIdle, .markedRow, .overlay]

  /// Pairs that must not be mistaken for each other.
  private static let opposites: [(Role, Role)] = [
    (.slaLate, .slaOk), (.slaLate, .slaSoon), (.slaSoon, .slaOk), (.error, .ok), (.warning, .ok),
    (.chartGood, .chartBad), (.diffAdded, .diffRemoved), (.noteInternal, .replyPublic),
  ]

  /// What is wrong, the contrasts first; empty for a good theme.
  package static func findings(_ theme: Theme) -> [Finding] {
    contrasts(theme) + likenesses(theme) + blues(theme) + alike(theme)
  }

  private static func contrasts(_ theme: Theme) -> [Finding] {
    let styles = theme.styles(at: .direct)
    var found: [Finding] = []
    for surface in surfaces {
      for role in Role.allCases where !furniture.contains(role) && !(role.isBar && role != surface) {
        let least = shapes.contains(role) ? shapeContrast : theme.contrast
        guard let ratio = ratio(styles.style(role, on: surface), theme), ratio < least else { continue }
        found.append(.lowContrast(role, on: surface, ratio: ratio, least: least))
      }
    }
    return found
  }

  /// The contrast of a style; nil where a colour is the user's own, hence unknown.
  package static func ratio(_ style: Style, _ theme: Theme) -> Double? {
    func light(_ color: Color?, _ page: Color?) -> Light? {
      let color = color == nil || color == .standard ? page : color
      if case .indexed(let number) = color, number < 16 { return nil }
      return color?.light
    }
    guard let text = light(style.foreground, theme.foreground), let page = light(style.background, theme.background)
    else { return nil }
    return text.contrast(with: page)
  }

  private static func likenesses(_ theme: Theme) -> [Finding] {
    let styles = theme.styles(at: .direct)
    var found: [Finding] = []
    for (one, other) in opposites where styles.style(one).attributes == styles.style(other).attributes {
      let lights = [one, other].compactMap { (styles.style($0).foreground ?? theme.foreground)?.light }
      guard lights.count == 2 else { continue }
      for blindness in Blindness.allCases
      where lights[0].seen(by: blindness).distance(to: lights[1].seen(by: blindness)) < likeness {
        found.append(.tooClose(one, other, blindness))
      }
    }
    return found
  }

  private static func blues(_ theme: Theme) -> [Finding] {
    Role.allCases.filter { role in theme[role].contains { $0.foreground == .indexed(4) && $0.background == nil } }
      .map { .blueText($0) }
  }

  /// The row under the cursor must show without colour: no sign on the row says it everywhere.
  private static func alike(_ theme: Theme) -> [Finding] {
    let styles = theme.styles(at: .mono)
    return [(.text, .cursorRow), (.tab, .tabCurrent), (.choice, .choiceCurrent), (.text, .match)]
      .filter { styles.style($0).attributes == styles.style($1).attributes }
      .map { .sameInMono($0, $1) }
  }

  // MARK: - The sample

  /// A screen that shows every role by its name, on the page and on the row under the cursor.
  package static func sample(width: Int = 80) -> Frame {
    let roles = Role.allCases.filter { !$0.isBar && $0 != .text }
    let columnWidth = 20
    let columns = max(1, width / columnWidth)
    let rows = (roles.count + columns - 1) / columns
    var frame = Frame(width: width, height: rows * 2 + 3)
    for (place, role) in roles.enumerated() {
      let (x, y) = (place / rows * columnWidth, place % rows)
      frame.put(Truncate.end(role.name, columnWidth - 1), x: x, y: y, role)
      frame.put(Truncate.end(role.name, columnWidth - 1), x: x, y: rows + 1 + y, role)
    }
    frame.tint(Area(y: rows + 1, width: width, height: rows), .cursorRow)
    for (place, bar) in [Role.cursorRow, .cursorRowIdle, .markedRow, .leavingRow].enumerated() {
      let area = Area(x: place * columnWidth, y: rows * 2 + 2, width: columnWidth, height: 1)
      frame.put(bar.name, in: area)
      frame.tint(area, bar)
    }
    return frame
  }
}
