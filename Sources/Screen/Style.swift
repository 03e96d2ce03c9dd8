/// A colour as a theme may ask for it.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the 256 of xterm: 0–15 are the user's own palette, 16–231 a cube, 232–255 greys.
  case indexed(UInt8)
  /// sRGB.
  case rgb(UInt8, UInt8, UInt8)
}

/// How a cell is drawn besides its colours.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let reverse = Attributes(rawValue: 16)
  package static let strike = Attributes(rawValue: 32)

  /// Names in a theme file, in the order they are printed.
  package static let names: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
    ("strike", .strike),
  ]
}

/// What a role looks like. An absent colour lets what lies under show through.
package struct Style: Hashable, Sendable {
  /// The colour of the text; nil lets the surface's through.
  package var foreground: Color?
  /// The colour behind the text; nil lets the surface's through.
  package var background: Color?
  package var attributes: Attributes

  package init(_ foreground: Color? = nil, on background: Color? = nil, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  package static let plain = Style()

  /// Whether a space looks the same in both: it has no letter to show a colour, a weight or a slant.
  package func blankLooksLike(_ other: Style) -> Bool {
    let (mine, theirs) = (attributes.rawValue, other.attributes.rawValue)
    return (mine ^ theirs) & Style.drawnOnBlanks == 0 && mine & Style.lines == 0 && background == other.background
      && (!attributes.contains(.reverse) || foreground == other.foreground)
  }

  private static let lines = Attributes.underline.rawValue | Attributes.strike.rawValue
  private static let drawnOnBlanks = lines | Attributes.reverse.rawValue
}
