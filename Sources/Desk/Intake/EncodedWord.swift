/// An encoded word of a header field (RFC 2047), `=?iso-8859-1?Q?caf=E9?=`, decoded to bytes.
///
/// More is accepted than is allowed, since senders send it: words inside quotes or glued to text, words longer than
/// 75 bytes, blanks inside a word.
struct EncodedWord {
  /// Of the form `charset` or `charset*language` (RFC 2231 section 5), without the language.
  var charset: String
  var bytes: [UInt8]
  /// Where it stands in the field.
  var range: Range<Int>

  /// No charset has a longer name; a bound on looking for the `?` after it.
  private static let longestCharset = 64

  /// The word that starts at `at`, where `=?` stands.
  /// - Parameter lastEnd: where the last `?=` of the field stands, so that no search for one runs in vain.
  init?(_ field: MailBytes, at: Int, lastEnd: Int) {
    let name = field[(at + 2)...].prefix(EncodedWord.longestCharset).prefix { $0 > 32 && $0 != Octet.question }
    let mark = name.endIndex
    guard !name.isEmpty, mark + 3 <= lastEnd, field[mark] == Octet.question, field[mark + 2] == Octet.question else {
      return nil
    }
    let encoding = Octet.lower(field[mark + 1])
    guard encoding == 98 || encoding == 113,
      let end = Octet.pair(Octet.question, Octet.equal, in: field, from: mark + 3)
    else { return nil }
    let text = field[(mark + 3)..<end]
    charset = Octet.word(name.prefix { $0 != Octet.star })
    bytes = encoding == 98 ? Base64.decode(text) : EncodedWord.q(text)
    range = at..<(end + 2)
  }

  /// The `Q` encoding: quoted-printable where `_` is a space.
  private static func q(_ text: MailBytes) -> [UInt8] {
    var out: [UInt8] = []
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] == Octet.equal, at + 2 < text.endIndex, let high = Octet.hex(text[at + 1]),
        let low = Octet.hex(text[at + 2])
      {
        out.append(high << 4 | low)
        at += 3
      } else {
        out.append(text[at] == Octet.underscore ? Octet.space : text[at])
        at += 1
      }
    }
    return out
  }
}

/// The encoded words of a field, in order.
struct EncodedWords: IteratorProtocol, Sequence {
  private let field: MailBytes
  private let lastEnd: Int
  private var at: Int

  init(_ field: MailBytes) {
    self.field = field
    lastEnd = EncodedWords.lastEnd(of: field)
    at = field.startIndex
  }

  mutating func next() -> EncodedWord? {
    while let start = Octet.pair(Octet.equal, Octet.question, in: field, from: at) {
      if let word = EncodedWord(field, at: start, lastEnd: lastEnd) {
        at = word.range.upperBound
        return word
      }
      at = start + 2
    }
    return nil
  }

  /// Where the last `?=` stands; before the field where there is none.
  static func lastEnd(of field: MailBytes) -> Int {
    var at = field.endIndex - 2
    while at >= field.startIndex {
      if field[at] == Octet.question, field[at + 1] == Octet.equal { return at }
      at -= 1
    }
    return field.startIndex - 1
  }
}
