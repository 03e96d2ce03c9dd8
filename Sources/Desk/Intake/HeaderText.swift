/// The text of a header field: encoded words decoded, everything else read as it stands.
struct HeaderText {
  let charsets: any Charsets
  /// The charset of bytes that no encoded word labels: that of the body, as a rule.
  let fallback: String?

  /// The whole text of a field, on one line, with no control character.
  func text(_ field: MailBytes) -> String { HeaderText.line(decode(field)) }

  /// Blanks between two encoded words are none (RFC 2047 section 6.2). Words of one charset that follow one another are
  /// decoded together: some senders cut a character in two.
  private func decode(_ field: MailBytes) -> String {
    var out = ""
    var charset: String?
    var words: [UInt8] = []
    var plain = field.startIndex
    for word in EncodedWords(field) {
      let between = field[plain..<word.range.lowerBound]
      plain = word.range.upperBound
      let follows = charset != nil && between.allSatisfy(Octet.isSpace)
      if !follows || charset != word.charset {
        out += charsets.text(words, label: charset)
        words = []
      }
      if !follows { out += unlabelled(Array(between)) }
      charset = word.charset
      words += word.bytes
    }
    return out + charsets.text(words, label: charset) + unlabelled(Array(field[plain...]))
  }

  /// Bytes that no encoded word labels: UTF-8 (RFC 6532) where they are, else the charset of the body.
  private func unlabelled(_ bytes: [UInt8]) -> String {
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    return charsets.text(bytes, label: isUTF8 ? nil : fallback)
  }

  /// `text` on one line: runs of white space and of control characters become one space.
  static func line(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      if isGap(scalar) {
        gap = true
      } else {
        if gap, !out.isEmpty { out.append(" ") }
        gap = false
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Blanks, C0 and C1 controls, the line and paragraph separators of Unicode.
  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 32 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
  }
}
