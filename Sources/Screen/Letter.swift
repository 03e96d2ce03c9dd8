/// One character being edited, with what laying it out needs, measured once when it is typed.
struct Letter: Hashable, Sendable {
  enum Kind: UInt8, Sendable { case word, space, newline, punctuation }

  let character: Character
  let width: UInt8
  let kind: Kind

  init(_ character: Character) {
    self.character = character
    if let ascii = character.asciiValue {
      kind = Letter.kind(ascii)
      width = kind == .newline ? 0 : 1
    } else {
      let isWord = character.isLetter || character.isNumber
      kind = isWord ? .word : .punctuation
      width = UInt8(clamping: Width.of(SafeText.line(String(character)).text))
    }
  }

  private static func kind(_ ascii: UInt8) -> Kind {
    switch ascii {
    case 0x0A, 0x0D: .newline
    case 0x20, 0x09: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      .word
    default: .punctuation
    }
  }

  /// The letters of a text, line ends made one `\n` and tabs a space; controls are not typed.
  static func letters(_ text: String, newline: Character, limit: Int) -> [Letter] {
    var letters: [Letter] = []
    for character in text {
      if letters.count >= limit { break }
      switch character {
      case "\r\n", "\n", "\r": letters.append(Letter(newline))
      case "\t": letters.append(Letter(" "))
      default:
        if let ascii = character.asciiValue, ascii < 0x20 || ascii == 0x7F { continue }
        letters.append(Letter(character))
      }
    }
    return letters
  }
}

extension Sequence where Element == Letter {
  /// The text of the letters, as typed.
  var string: String { String(map(\.character)) }
  /// The text of the letters as a frame may show it.
  var shown: String { SafeText.line(string).text }
}
