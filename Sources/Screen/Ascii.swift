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
    (strokes[scalar] ?? bases[scalar]).map { String($0) }
  }

  /// Letters whose stroke or tail is no mark to be taken off.
  private static let strokes: [Unicode.Scalar: Unicode.Scalar] = [
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "ħ": "h", "Ħ": "H",
    "ŧ": "t", "Ŧ": "T", "œ": "o", "Œ": "O", "æ": "a", "Æ": "A", "ß": "s", "þ": "t", "Þ": "T", "ſ": "s",
  ]

  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, accented) in families {
      for scalar in accented.unicodeScalars { bases[scalar] = base }
    }
    return bases
  }()

  /// Each letter and those that Unicode decomposes into it and marks (UnicodeData, U+00C0–024F and U+1E00–1EFF).
  private static let families: [(Unicode.Scalar, String)] = [
    ("A", "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ"),
    ("B", "ḂḄḆ"),
    ("C", "ÇĆĈĊČḈ"),
    ("D", "ĎḊḌḎḐḒ"),
    ("E", "ÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ"),
    ("F", "Ḟ"),
    ("G", "ĜĞĠĢǦǴḠ"),
    ("H", "ĤȞḢḤḦḨḪ"),
    ("I", "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ"),
    ("J", "Ĵ"),
    ("K", "ĶǨḰḲḴ"),
    ("L", "ĹĻĽḶḸḺḼ"),
    ("M", "ḾṀṂ"),
    ("N", "ÑŃŅŇǸṄṆṈṊ"),
    ("O", "ÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ"),
    ("P", "ṔṖ"),
    ("R", "ŔŖŘȐȒṘṚṜṞ"),
    ("S", "ŚŜŞŠȘṠṢṤṦṨ"),
    ("T", "ŢŤȚṪṬṮṰ"),
    ("U", "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ"),
    ("V", "ṼṾ"),
    ("W", "ŴẀẂẄẆẈ"),
    ("X", "ẊẌ"),
    ("Y", "ÝŶŸȲẎỲỴỶỸ"),
    ("Z", "ŹŻŽẐẒẔ"),
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("b", "ḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįǐȉȋḭḯỉị"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵ"),
    ("l", "ĺļľḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňǹṅṇṉṋ"),
    ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșṡṣṥṧṩ"),
    ("t", "ţťțṫṭṯṱẗ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
  ]

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
