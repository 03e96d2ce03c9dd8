/// What an address list is made of (RFC 5322 section 3.2).
enum MailboxToken {
  /// An atom, or an encoded word whatever specials it holds.
  case word(MailBytes)
  /// A quoted string, its quotes and escapes taken off.
  case quoted([UInt8])
  case comment([UInt8])
  /// One of `< > , ; : @`.
  case special(UInt8)
  case blank

  func isSpecial(_ byte: UInt8) -> Bool { if case .special(byte) = self { true } else { false } }
  var isBlank: Bool { if case .blank = self { true } else { false } }
}

/// Cuts an address list into tokens.
struct MailboxTokens: IteratorProtocol, Sequence {
  private static let open: UInt8 = 40
  private static let close: UInt8 = 41

  private let field: MailBytes
  private let lastEnd: Int
  private var at: Int
  /// Turned off once one was never closed: what is left of its kind are stray signs.
  private var hasQuotes = true
  private var hasComments = true

  init(_ field: MailBytes) {
    self.field = field
    lastEnd = EncodedWords.lastEnd(of: field)
    at = field.startIndex
  }

  mutating func next() -> MailboxToken? {
    guard at < field.endIndex else { return nil }
    let byte = field[at]
    if Octet.isSpace(byte) {
      at = field[at...].firstIndex { !Octet.isSpace($0) } ?? field.endIndex
      return .blank
    }
    switch byte {
    case Octet.quote: return quoted()
    case MailboxTokens.open: return comment()
    case _ where MailboxTokens.isSpecial(byte):
      at += 1
      return .special(byte)
    default: return .word(word())
    }
  }

  private mutating func quoted() -> MailboxToken {
    guard hasQuotes, let text = enclosed(until: Octet.quote, nests: nil) else {
      hasQuotes = false
      at += 1
      return .blank
    }
    return .quoted(text)
  }

  private mutating func comment() -> MailboxToken {
    guard hasComments, let text = enclosed(until: MailboxTokens.close, nests: MailboxTokens.open) else {
      hasComments = false
      at += 1
      return .blank
    }
    return .comment(text)
  }

  private mutating func word() -> MailBytes {
    let start = at
    if startsEncoded(at), let word = EncodedWord(field, at: at, lastEnd: lastEnd) {
      at = word.range.upperBound
    } else {
      at += 1
      while at < field.endIndex, !isEnd(field[at]), !startsEncoded(at) { at += 1 }
    }
    return field[start..<at]
  }

  private func startsEncoded(_ at: Int) -> Bool {
    field[at] == Octet.equal && at + 1 < field.endIndex && field[at + 1] == Octet.question
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    Octet.isSpace(byte) || byte == Octet.quote || byte == MailboxTokens.open || MailboxTokens.isSpecial(byte)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case Octet.less, Octet.greater, Octet.comma, Octet.semicolon, Octet.colon, Octet.at: true
    default: false
    }
  }

  /// The text from the sign at `at` to the one that closes it, `\` escapes taken off; comments nest. Nil, and nothing
  /// read, where it is never closed.
  private mutating func enclosed(until end: UInt8, nests: UInt8?) -> [UInt8]? {
    var out: [UInt8] = []
    var depth = 0
    var index = at + 1
    while index < field.endIndex {
      let byte = field[index]
      if byte == end, depth == 0 {
        at = index + 1
        return out
      }
      if byte == Octet.backslash, index + 1 < field.endIndex {
        index += 1
      } else if byte == nests {
        depth += 1
      } else if byte == end {
        depth -= 1
      }
      out.append(field[index])
      index += 1
    }
    return nil
  }
}
