/// Text from outside made fit to be shown: a ticket comes from the mail, so whoever wrote it may be hostile.
///
/// One function for every sink: cells, pipes, error messages, the window's title, logs. What it returns holds no
/// control character (but `\n` in a body), nothing that turns the direction of the text, nothing invisible, and no
/// sequence of emoji that terminals count differently. What the ticket says is not touched: copies and exports use
/// the raw text.
///
/// | in | out |
/// | --- | --- |
/// | C0, DEL | its picture: ␛ ␀ ␡ |
/// | C1 | `·` |
/// | tab | a space; in a body, spaces to the next stop of eight |
/// | CR before LF | dropped |
/// | U+2028, U+2029, LF | a new line in a body, `␤` in a line |
/// | bidi embeddings, overrides, isolates, marks | `⇄`, counted |
/// | zero-width and other format characters, tags, a lone CR, marks above four | dropped, counted |
/// | ZWJ sequence of emoji | its first emoji |
/// | skin tone, variation selector of an emoji, keycap | dropped |
/// | flag | its two letters |
/// | not assigned in the terminal's tables | `□` |
package struct SafeText: Hashable, Sendable {
  /// What can be shown.
  package let text: String
  /// How many characters meant to be invisible or to turn the text were taken out or marked.
  package let hidden: Int

  /// The sign that stands for a character that turns the direction of the text.
  package static let turn: Unicode.Scalar = "⇄"
  /// Columns between two tab stops, as in every terminal.
  package static let tabStop = 8

  /// Text for one line: a subject, a name, a cell.
  package static func line(_ raw: some StringProtocol) -> SafeText { SafeText(String(raw), isBody: false) }
  package static func line(_ raw: String) -> SafeText { SafeText(raw, isBody: false) }

  /// Text of many lines.
  package static func body(_ raw: some StringProtocol) -> SafeText { SafeText(String(raw), isBody: true) }

  /// Bytes for one line; what is not UTF-8 becomes U+FFFD, one for each maximal subpart (Unicode 3.9, WHATWG).
  package static func line(bytes: some Collection<UInt8>) -> SafeText { line(String(decoding: bytes, as: UTF8.self)) }

  /// Bytes of many lines.
  package static func body(bytes: some Collection<UInt8>) -> SafeText { body(String(decoding: bytes, as: UTF8.self)) }

  private init(_ raw: String, isBody: Bool) {
    if SafeText.isPlain(raw, isBody) {
      text = raw
      hidden = 0
      return
    }
    var cleaner = Cleaner(isBody: isBody)
    for scalar in raw.unicodeScalars { cleaner.take(scalar) }
    (text, hidden) = cleaner.finish()
  }

  /// Nearly all text is plain, and nothing need be copied.
  private static func isPlain(_ raw: String, _ isBody: Bool) -> Bool {
    if raw.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return true }
    for scalar in raw.unicodeScalars {
      let value = scalar.value
      let isLatin = value < 0x300 && value >= 0x20 && !(value >= 0x7F && value < 0xA0) && value != 0xAD
      // En dash, curly quotes, ellipsis, bullets; the narrow space before a French mark.
      let isTypographic = (value >= 0x2010 && value <= 0x2027) || value == 0x202F
      // The lines that guichet itself draws.
      let isLine = value >= 0x2500 && value <= 0x257F
      guard isLatin || isTypographic || isLine || (isBody && value == 0x0A) || value == 0x20AC else { return false }
    }
    return true
  }
}

/// Reads scalars one by one and keeps what can be shown.
private struct Cleaner {
  let isBody: Bool
  private var kept = String.UnicodeScalarView()
  private var hidden = 0
  private var column = 0
  /// Marks already on the last character.
  private var marks = 0
  /// The last scalar taken, as it was.
  private var last: Unicode.Scalar = "\n"
  /// The last character kept is an emoji, so that what follows may belong to it.
  private var isAfterEmoji = false
  /// A joiner followed an emoji: the next emoji is part of the same picture.
  private var isJoining = false
  private var isInTags = false
  private var composes = false

  init(isBody: Bool) { self.isBody = isBody }

  mutating func take(_ scalar: Unicode.Scalar) {
    defer { last = scalar }
    if last == "\r", scalar != "\n" { hidden += 1 }
    if scalar.value < 0xA0 { return takeBasic(scalar) }
    if takeInvisible(scalar) || takeEmojiPart(scalar) { return }
    guard let width = Width.exact(scalar) else {
      keep("□", 1)
      isAfterEmoji = (0x1F000...0x1FAFF).contains(scalar.value)
      return
    }
    if width == 0 { return takeMark(scalar) }
    keep(scalar, width)
    isAfterEmoji = isEmoji(scalar)
    if scalar.value >= 0x1100 && scalar.value <= 0x11FF { composes = true }
  }

  mutating func finish() -> (String, Int) {
    if last == "\r" { hidden += 1 }
    return (String(composes ? Composition.compose(kept) : kept), hidden)
  }

  private mutating func keep(_ scalar: Unicode.Scalar, _ width: Int) {
    kept.append(scalar)
    column += width
    marks = 0
    isAfterEmoji = false
    isJoining = false
    isInTags = false
  }

  private mutating func takeBasic(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\n": breakLine()
    case "\r": break
    case "\t":
      let spaces = isBody ? SafeText.tabStop - column % SafeText.tabStop : 1
      for _ in 0..<spaces { keep(" ", 1) }
    case "\u{7F}": keep("␡", 1)
    case "\u{0}"..<" ": keep(Unicode.Scalar(0x2400 + scalar.value) ?? "·", 1)
    case "\u{80}"...: keep("·", 1)
    default: keep(scalar, 1)
    }
  }

  private mutating func breakLine() {
    if !isBody { return keep("␤", 1) }
    keep("\n", 0)
    column = 0
  }

  /// Line separators, what turns the text, and what nobody sees. True when taken care of.
  private mutating func takeInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2028, 0x2029: breakLine()
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      keep(SafeText.turn, 1)
      hidden += 1
    case 0x200D where isAfterEmoji: isJoining = true
    case 0x200C, 0x200D:
      // In Arabic, Persian and Indic scripts a joiner is spelling; a cell cannot show it, and hides nothing.
      if last.value < 0x0590 || last.value > 0x1FFF { hidden += 1 }
    case 0xFE0E, 0xFE0F: break
    case 0xE0020...0xE007F where isInTags || last == "🏴": isInTags = true
    case 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x180B...0x180F, 0xFE00...0xFE0D, 0xE0000...0xE0FFF, 0x00AD:
      // Fillers of Hangul are letters that show nothing; a vowel may still need one before it.
      hidden += 1
    default:
      guard Width.exact(scalar) == 0, scalar.properties.generalCategory == .format else { return false }
      hidden += 1
    }
    return true
  }

  /// Skin tones, keycaps, flags and the rest of a joined picture. True when taken care of.
  private mutating func takeEmojiPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1F3FB...0x1F3FF where isAfterEmoji: return true
    case 0x20E3: return true
    case 0x1F1E6...0x1F1FF:
      keep(Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41) ?? "·", 1)
      return true
    default: return isJoining && isEmoji(scalar)
    }
  }

  private func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x203C && scalar.properties.isEmoji
  }

  private mutating func takeMark(_ scalar: Unicode.Scalar) {
    if kept.isEmpty || kept.last == "\n" { keep("◌", 1) }
    if marks >= Frame.marksPerCell {
      hidden += 1
    } else {
      kept.append(scalar)
      marks += 1
      composes = true
    }
  }
}
