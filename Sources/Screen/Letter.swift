/// One character being edited, with what laying it out needs, measured once when it is typed.
struct Letter: Hashable, Sendable {
  enum Kind: UInt8, Sendable { case word, space, newline, punctuation }

  let character: Character
  /// The first scalar: what says whether a row may be folded here.
  let scalar: Unicode.Scalar
  let width: UInt8
  let kind: Kind

  init(_ character: Character) {
    self.character = character
    scalar = character.unicodeScalars.first ?? " "
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

extension Collection where Element == Letter {
  /// The text of the letters, as typed.
  var string: String { String(map(\.character)) }

  /// The text of the letters as a frame may show it, each made safe by itself, so that its width is the sum of theirs.
  var shown: String {
    var text = ""
    for letter in self {
      if letter.character.isASCII {
        text.append(letter.character)
      } else {
        text += SafeText.line(String(letter.character)).text
      }
    }
    return text
  }

  var columns: Int { reduce(0) { $0 + Int($1.width) } }
}

extension [Letter] {
  /// The letters that lie whole between two columns, and the columns left empty before and after them by those that
  /// straddle an edge.
  func window(from: Int, to end: Int) -> (letters: ArraySlice<Letter>, skipped: Int, spare: Int) {
    var column = 0
    var first = 0
    while first < count, column < from {
      column += Int(self[first].width)
      first += 1
    }
    let skipped = Swift.max(0, column - from)
    var last = first
    while last < count, column + Int(self[last].width) <= end {
      column += Int(self[last].width)
      last += 1
    }
    return (self[first..<last], skipped, Swift.max(0, end - column))
  }
}
