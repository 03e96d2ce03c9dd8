/// The text of a header field: encoded words (RFC 2047) decoded, everything else read as it stands.
///
///     =?iso-8859-1?Q?caf=E9?= au lait
///
/// More is accepted than is allowed, since senders send it: words inside quotes or glued to text, words longer than
/// 75 bytes, blanks inside a word, characters cut in two between words.
struct EncodedWord {
  /// Of the form `charset` or `charset*language` (RFC 2231 section 5).
  var charset: String
  var bytes: [UInt8]
  /// Where the text after the word starts.
  var next: Int

  /// No charset has a longer name; a bound on looking for the `?` after it.
  private static let longestCharset = 64

  /// The word that starts at `at`, where `=?` stands.
  init?(_ field: MailBytes, at: Int) {
    let name = field[(at + 2)...].prefix(EncodedWord.longestCharset).prefix { $0 > 32 && $0 != Octet.question }
    let mark = name.endIndex
    guard !name.isEmpty, mark + 3 <= field.endIndex, field[mark] == Octet.question,
      mark + 2 < field.endIndex, field[mark + 2] == Octet.question,
      let end = Octet.pair(Octet.question, Octet.equal, in: field, from: mark + 3)
    else { return nil }
    let text = field[(mark + 3)..<end]
    switch Octet.lower(field[mark + 1]) {
    case 98: bytes = Base64.decode(text)
    case 113: bytes = EncodedWord.q(text)
    default: return nil
    }
    charset = Octet.word(name.prefix { $0 != Octet.star })
    next = end + 2
  }

  /// The `Q` encoding: quoted-printable where `_` is a space.
  private static func q(_ text: MailBytes) -> [UInt8] {
    var out: [UInt8] = []
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      if byte == Octet.equal, at + 2 < text.endIndex, let high = Octet.hex(text[at + 1]),
        let low = Octet.hex(text[at + 2])
      {
        out.append(high << 4 | low)
        at += 3
      } else {
        out.append(byte == Octet.underscore ? Octet.space : byte)
        at += 1
      }
    }
    return out
  }
}

/// Reads fields of free text.
struct HeaderText {
  let charsets: any Charsets
  /// The charset of bytes that no encoded word labels: that of the body, as a rule.
  let fallback: String?

  /// The whole text of a field, on one line, with no control character.
  func text(_ field: MailBytes) -> String { HeaderText.line(decode(field)) }

  /// Decodes the encoded words of `field` and keeps the rest.
  func decode(_ field: MailBytes) -> String {
    var out = ""
    var plain = field.startIndex
    var at = field.startIndex
    var run: (charset: String, bytes: [UInt8])?
    var ends = true
    func raw(_ bytes: MailBytes) -> String { unlabelled(Array(bytes)) }
    while ends, let start = Octet.pair(Octet.equal, Octet.question, in: field, from: at) {
      guard let word = EncodedWord(field, at: start) else {
        // Where no word ends any more, looking on would cost the square of the field.
        ends = Octet.pair(Octet.question, Octet.equal, in: field, from: start + 2) != nil
        at = start + 2
        continue
      }
      let between = field[plain..<start]
      if let open = run, between.allSatisfy(Octet.isSpace) {
        if open.charset == word.charset {
          run?.bytes += word.bytes
        } else {
          out += charsets.text(open.bytes, label: open.charset)
          run = (word.charset, word.bytes)
        }
      } else {
        if let open = run { out += charsets.text(open.bytes, label: open.charset) }
        out += raw(between)
        run = (word.charset, word.bytes)
      }
      plain = word.next
      at = word.next
    }
    if let open = run { out += charsets.text(open.bytes, label: open.charset) }
    return out + raw(field[plain...])
  }

  /// Bytes that no encoded word labels: UTF-8 (RFC 6532) where they are, else the charset of the body.
  private func unlabelled(_ bytes: [UInt8]) -> String {
    if fallback == nil || String(validating: bytes, as: UTF8.self) != nil { return charsets.text(bytes, label: nil) }
    return charsets.text(bytes, label: fallback)
  }

  /// `text` on one line: runs of white space and of control characters become one space.
  static func line(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      if scalar.value <= 32 || (scalar.value >= 0x7F && scalar.value <= 0x9F) || scalar.value == 0x2028
        || scalar.value == 0x2029
      {
        gap = true
      } else {
        if gap, !out.isEmpty { out.append(" ") }
        gap = false
        out.append(scalar)
      }
    }
    return String(out)
  }
}
