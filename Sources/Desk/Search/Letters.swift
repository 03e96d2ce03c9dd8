/// What makes a word and what parts words: the classes of characters behind `Tokens`.
enum Letters {
  /// What a character does to the word being read.
  enum Kind {
    /// Goes on with it.
    case letter
    /// Is one by itself.
    case word
    /// Folds away without parting it.
    case mark
    case parting
  }

  /// U+0000…U+007F as it folds; 0 parts words.
  static let ascii: [UInt8] = (0..<128).map { code -> UInt8 in
    switch UInt8(code) {
    case 0x30...0x39, 0x5F, 0x61...0x7A: UInt8(code)
    case 0x41...0x5A: UInt8(code) + 32
    default: 0
    }
  }

  /// U+00C0…U+017F as it folds; 0 parts words.
  static let latin = Folding.latin

  static func kind(_ scalar: Unicode.Scalar) -> Kind {
    let code = scalar.value
    if code < 0x80 { return ascii[Int(code)] == 0 ? .parting : .letter }
    if (0xC0...0x17F).contains(code) { return latin[Int(code) - 0xC0] == 0 ? .parting : .letter }
    if (0x300...0x36F).contains(code) { return .mark }
    if isApostrophe(scalar) { return .parting }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return isIdeograph(code) ? .word : .letter
    // The vowel signs of Indic scripts, the harakat of Arabic: part of how the word is written.
    case .nonspacingMark, .spacingMark, .enclosingMark: return .letter
    default: return .parting
    }
  }

  /// The apostrophes that `Folding` makes plain.
  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    [0x27, 0x2018, 0x2019, 0x2BC].contains(scalar.value)
  }

  /// Han and kana (Unicode 16, blocks of Script=Han, Hiragana and Katakana).
  private static func isIdeograph(_ code: UInt32) -> Bool {
    switch code {
    case 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x1AFF0...0x1B16F, 0x20000...0x323AF:
      true
    default: false
    }
  }

  /// The letters that French leaves of a word before an apostrophe.
  private static let elided: [[UInt8]] =
    ["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"].map { Array($0.utf8) }

  static func isElided(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count <= 6 && elided.contains { $0.elementsEqual(word) }
  }

  /// Whether a word goes on, or begins, at a place of a text.
  static func beginWord(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at < text.count else { return false }
    return switch kind(decode(text, at).scalar) {
    case .letter, .word: true
    case .mark, .parting: false
    }
  }

  /// The character at a place and how many bytes it takes; U+FFFD and one byte where they are no UTF-8.
  static func decode(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: Unicode.Scalar, width: Int) {
    let first = text[at]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, at &+ width <= text.count else { return ("\u{FFFD}", 1) }
    var code = UInt32(first) & (0x7F >> UInt32(width))
    for next in text[(at &+ 1)..<(at &+ width)] {
      guard next & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      code = code << 6 | UInt32(next & 0x3F)
    }
    let least: UInt32 = width == 4 ? 0x1_0000 : width == 3 ? 0x800 : 0x80
    guard code >= least, let scalar = Unicode.Scalar(code) else { return ("\u{FFFD}", 1) }
    return (scalar, width)
  }
}
