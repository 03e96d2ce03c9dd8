/// What every role looks like, as a theme file says it, before one knows the terminal.
package struct Theme: Hashable, Sendable {
  /// The page a theme is drawn on: what its colours were chosen against.
  package enum Mode: String, CaseIterable, Hashable, Sendable { case dark, light, any }

  /// The name shown to the agent.
  package var name = ""
  /// The page it is for.
  package var mode = Mode.any
  /// The page behind the text, when the file states it.
  package var background: Color?
  /// The text on that page, where a role states no colour.
  package var foreground: Color?
  /// The least contrast its text is to have (WCAG 2.2: 4.5 for AA, 7 for AAA).
  package var contrast = 4.5
  /// By `Role.index`: the alternatives of a role, the richest first.
  private var alternatives = [[Style]](repeating: [], count: Role.allCases.count)

  package init() {}

  package subscript(role: Role) -> [Style] {
    get { alternatives[role.index] }
    set { alternatives[role.index] = newValue }
  }

  /// The styles for a terminal of that depth: for each role the first alternative whose colours the terminal has,
  /// else the last one in the nearest colours.
  package func styles(at depth: Depth) -> Styles {
    Styles(
      Role.allCases.map { role in
        let wanted = self[role]
        let exact = wanted.first { $0.colors.allSatisfy { $0.isExact(at: depth) } }
        let style = exact ?? wanted.last ?? .plain
        return Style(
          style.foreground?.nearest(at: depth), on: style.background?.nearest(at: depth), style.attributes)
      })
  }
}

extension Style {
  var colors: [Color] { [foreground, background].compactMap { $0 } }
}

/// The style of each role on one terminal.
package struct Styles: Hashable, Sendable {
  /// By `Role.index`.
  private let own: [Style]

  init(_ own: [Style]) { self.own = own }

  /// A terminal without any theme.
  package static let plain = Styles([Style](repeating: .plain, count: Role.allCases.count))

  /// The style as the theme says it, on nothing.
  package subscript(role: Role) -> Style { own[role.index] }

  /// The style a cell is drawn with: its role laid on its surface, laid on the page.
  package func style(_ role: Role, on surface: Role = .text) -> Style {
    let page = self[.text]
    var under = page
    if surface != .text {
      let bar = self[surface]
      under = Style(
        bar.foreground ?? page.foreground, on: bar.background ?? page.background,
        bar.attributes.union(page.attributes))
    }
    if role == .text || role == .overlay || role == surface {
      return role == .overlay && surface == .text ? over(self[role], under) : under
    }
    return surface.isBar ? onBar(self[role], self[surface], under) : over(self[role], under)
  }

  /// The style of a cell. A bar's lines, under or through the text, skip the blanks: a row struck out is its words.
  package func style(of cell: Cell) -> Style {
    var style = style(cell.role, on: cell.surface)
    if cell.surface.isBar, cell.scalar == " ", cell.span != .tail {
      style.attributes.subtract(self[cell.surface].attributes.intersection([.underline, .strike]))
    }
    return style
  }

  private func over(_ top: Style, _ under: Style) -> Style {
    Style(
      top.foreground ?? under.foreground, on: top.background ?? under.background,
      top.attributes.union(under.attributes))
  }

  /// On a bar the background is the bar's, so that it is one piece, and nothing is dim, since that could not be
  /// read. Three cases:
  /// 1. A role with both colours of its own is a block on the bar, such as a chosen button, and keeps them.
  /// 2. A bar that is reversed, or states the colour of its text, gives it to all: reversed, a role's colour would
  ///    become a background nobody chose.
  /// 3. Else the role's colour is drawn on the bar's.
  private func onBar(_ top: Style, _ bar: Style, _ under: Style) -> Style {
    let isFilled = bar.attributes.contains(.reverse) || bar.background != nil
    var attributes = top.attributes.union(under.attributes)
    if isFilled { attributes.remove(.dim) }
    if let foreground = top.foreground, let background = top.background, background != .standard {
      attributes.remove(.reverse)
      return Style(foreground, on: background, attributes)
    }
    let isUniform = bar.attributes.contains(.reverse) || bar.foreground != nil || top.foreground == .standard
    return Style(
      (isUniform ? nil : top.foreground) ?? under.foreground,
      on: isFilled ? under.background : top.background ?? under.background, attributes)
  }
}

extension Role {
  /// The roles that colour a whole row, under whatever is on it.
  package var isBar: Bool {
    switch self {
    case .cursorRow, .cursorRowIdle, .markedRow, .leavingRow: true
    default: false
    }
  }
}
