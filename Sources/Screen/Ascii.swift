/// Text for a terminal that has ASCII only: transliterated, never guessed at.
extension SafeText {
  /// The text in ASCII; what has no likeness becomes `?`. It may grow (`œ` is `oe`): for lines, not for cells.
  package static func ascii(_ text: some StringProtocol) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        out.unicodeScalars.append(scalar)
      } else if Width.of(scalar) > 0 {
        out += long[scalar] ?? Ascii.letters(scalar) ?? String(Ascii.one(scalar))
      }
    }
    return out
  }

  /// Likenesses of more than one character.
  private static let long: [Unicode.Scalar: String] = [
    "…": "...", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "€": "EUR", "→": "->", "←": "<-", "⇄": "<>",
    "«": "<<", "»": ">>", "©": "(c)", "®": "(R)", "™": "(TM)", "½": "1/2", "¼": "1/4", "¾": "3/4", "‰": "o/oo",
    "þ": "th", "Þ": "TH", "№": "No", "≤": "<=", "≥": ">=", "≠": "!=",
  ]
}

extension Frame {
  /// The same frame in ASCII, cell for cell: a wide character becomes two, the rules become `-`, `|` and `+`.
  package var ascii: Frame {
    var copy = self
    copy.replaceCells { cell in
      switch cell.span {
      case .one: Cell(Ascii.one(cell.scalar), role: cell.role, surface: cell.surface)
      case .wide, .tail: Cell("?", role: cell.role, surface: cell.surface)
      }
    }
    return copy
  }
}

/// Likenesses of single characters.
enum Ascii {
  /// One ASCII character for any other.
  static func one(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F ? "." : scalar }
    if let sign = signs[scalar] { return sign }
    switch scalar.value {
    case 0x2400...0x241F, 0x2421, 0x2424: return "."
    // Box drawing: horizontal and vertical lines, then corners and crossings.
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D: return "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F: return "|"
    case 0x2550: return "="
    case 0x2551: return "|"
    case 0x250C...0x257F: return "+"
    case 0x2581...0x2588: return "#"
    case 0x2000...0x200A, 0x202F, 0x205F, 0xA0: return " "
    default: return letters(scalar)?.unicodeScalars.first ?? "?"
    }
  }

  /// The letters of an accented letter without their accents, when they are ASCII.
  static func letters(_ scalar: Unicode.Scalar) -> String? {
    if let letter = strokes[scalar] { return String(letter) }
    guard scalar.value >= 0xC0, scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) else { return nil }
    return bases[Character(scalar)].map { String($0) }
  }

  /// Letters whose stroke or tail is no mark to be taken off.
  private static let strokes: [Unicode.Scalar: Unicode.Scalar] = [
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "ħ": "h", "Ħ": "H",
    "ŧ": "t", "Ŧ": "T", "œ": "o", "Œ": "O", "æ": "a", "Æ": "A", "ß": "s", "þ": "t", "Þ": "T", "ſ": "s",
  ]

  /// Every composed letter of one or two marks on an ASCII letter.
  private static let bases: [Character: Unicode.Scalar] = {
    var bases: [Character: Unicode.Scalar] = [:]
    let marks = ([0x300...0x304, 0x306...0x30C, 0x30F...0x311, 0x31B...0x31B, 0x323...0x331] as [ClosedRange<UInt32>])
      .flatMap { $0.compactMap(Unicode.Scalar.init) }
    let second: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{303}", "\u{304}", "\u{307}", "\u{309}", "\u{30C}"]
    for value in UInt32(0x41)...0x7A {
      guard let plain = Unicode.Scalar(value), plain.properties.isAlphabetic else { continue }
      for mark in marks {
        guard let one = Composition.letter(plain, mark) else { continue }
        bases[Character(one)] = plain
        for other in second {
          if let two = Composition.letter(one, other) { bases[Character(two)] = plain }
        }
      }
    }
    return bases
  }()

  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "’": "'", "‘": "'", "‚": ",", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‹": "<", "›": ">",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": ".", "·": ".", "•": "*", "●": "*", "○": "o", "◌": "o",
    "▌": ">", "▏": "|", "▎": "|", "▍": "|", "▋": "#", "▊": "#", "▉": "#", "█": "#", "░": ".", "▒": ":", "▓": "#",
    "┊": ":", "▲": "^", "▼": "v", "◂": "<", "▸": ">", "‖": "=", "✓": "v", "✎": "w", "✗": "x", "⇄": "~", "→": ">",
    "←": "<", "↑": "^", "↓": "v", "↵": "<", "⊙": "o", "⋯": ".", "×": "x", "÷": "/", "±": "+", "≤": "<", "≥": ">",
    "°": "o", "€": "E", "£": "L", "¥": "Y", "§": "S", "©": "c", "®": "R", "²": "2", "³": "3", "¹": "1", "µ": "u",
    "¿": "?", "¡": "!", "□": "?", "≠": "#", "⁖": ":",
  ]
}
