/// One address of a mail: who, and where (RFC 5322 section 3.4).
package struct Mailbox: Hashable, Sendable {
  /// As the sender wrote it; empty where there is none.
  package var name: String
  /// `local@domain` in lower case, without brackets, comments or route. A local part alone is kept as it stands.
  package var email: String
  package init(name: String, email: String) {
    self.name = name
    self.email = email
  }
}

/// Reads a list of addresses, the obsolete syntax included: comments, groups, routes, empty members, Outlook's `;`.
struct MailboxList {
  private enum Token {
    case word(MailBytes)
    case quoted([UInt8])
    case comment([UInt8])
    case special(UInt8)
    case blank
  }

  let header: HeaderText
  let most: Int

  func read(_ field: MailBytes) -> [Mailbox] {
    var found: [Mailbox] = []
    var member: [Token] = []
    var angle = false
    func close() {
      if let mailbox = mailbox(member) { found.append(mailbox) }
      member = []
      angle = false
    }
    for token in tokens(field) {
      guard found.count < most else { break }
      switch token {
      case .special(Octet.less):
        angle = true
        member.append(token)
      case .special(Octet.greater):
        angle = false
        member.append(token)
      case .special(44) where !angle, .special(Octet.semicolon): close()
      case .special(Octet.colon)
      where !angle && !member.contains { if case .special(Octet.at) = $0 { true } else { false } }:
        // The name of a group: its members follow.
        member = []
      default: member.append(token)
      }
    }
    if found.count < most { close() }
    return found
  }

  /// One member of the list: `name <route:address>`, `address (name)` or an address alone.
  private func mailbox(_ tokens: [Token]) -> Mailbox? {
    var phrase: [Token] = []
    var address: [Token] = []
    var comment: [UInt8]?
    var inside = false
    var bracketed = false
    for token in tokens {
      switch token {
      case .comment(let text): comment = text
      case .special(Octet.less):
        // `Name <a@b> <c@d>`: the last one is the address, as the display name may hold anything.
        inside = true
        bracketed = true
        address = []
      case .special(Octet.greater): inside = false
      default: if inside { address.append(token) } else { phrase.append(token) }
      }
    }
    let email = self.email(bracketed ? address : bare(&phrase))
    var name = self.name(phrase)
    if name.isEmpty, let comment { name = header.text(comment[...]) }
    guard !email.isEmpty || !name.isEmpty else { return nil }
    return Mailbox(name: unquoted(name), email: email)
  }

  /// The address among words without brackets: the run around the first `@`. What is left of `words` is a name.
  private func bare(_ words: inout [Token]) -> [Token] {
    let at = words.firstIndex { if case .special(Octet.at) = $0 { true } else { false } }
    guard let at else {
      defer { words = [] }
      return words
    }
    func isBlank(_ index: Int) -> Bool { if case .blank = words[index] { true } else { false } }
    var first = at
    while first > 0, isBlank(first - 1) { first -= 1 }
    while first > 0, !isBlank(first - 1) { first -= 1 }
    var last = at
    while last + 1 < words.count, isBlank(last + 1) { last += 1 }
    while last + 1 < words.count, !isBlank(last + 1) { last += 1 }
    let address = Array(words[first...last])
    words.removeSubrange(first...last)
    return address
  }

  private func email(_ tokens: [Token]) -> String {
    var bytes: [UInt8] = []
    for token in tokens {
      switch token {
      case .word(let word): bytes += word
      case .quoted(let text):
        // Quotes the local part does not need are noise; `'x@y'` in quotes is a whole address.
        bytes += text
      case .special(Octet.colon) where !bytes.contains(91): bytes = []  // A route ends; `[IPv6:…]` is none.
      case .special(let byte): bytes.append(byte)
      case .comment, .blank: break
      }
    }
    let text = header.text(bytes[...])
    let kept = text.unicodeScalars.filter { $0 != "'" && $0 != "\"" && $0 != " " && $0 != "<" && $0 != ">" }
    var email = String(String.UnicodeScalarView(kept)).lowercased()
    if email.hasPrefix("mailto:") { email.removeFirst(7) }
    while email.hasSuffix(".") { email.removeLast() }
    return email
  }

  private func name(_ tokens: [Token]) -> String {
    var out: [UInt8] = []
    for token in tokens {
      switch token {
      case .word(let word): out += word
      case .quoted(let text): out += text
      case .special(let byte): out.append(byte)
      case .blank: out.append(Octet.space)
      case .comment: break
      }
    }
    return header.text(out[...])
  }

  /// A name in quotes of its own (`'Marie'`), which some senders nest in the quotes of the syntax.
  private func unquoted(_ name: String) -> String {
    guard name.count > 2, let first = name.first, first == name.last, first == "'" || first == "\"" else { return name }
    return String(name.dropFirst().dropLast())
  }

  private func tokens(_ field: MailBytes) -> [Token] {
    var out: [Token] = []
    var at = field.startIndex
    var (words, quotes, comments) = (true, true, true)
    while at < field.endIndex {
      let byte = field[at]
      switch byte {
      case Octet.quote where quotes:
        if let (text, next) = enclosed(field, at + 1, until: Octet.quote, nests: nil) {
          out.append(.quoted(text))
          at = next
        } else {
          quotes = false
        }
      case 40 where comments:
        if let (text, next) = enclosed(field, at + 1, until: 41, nests: 40) {
          out.append(.comment(text))
          at = next
        } else {
          comments = false
        }
      case Octet.quote, 40:
        // It is never closed: a stray sign, not the start of something that holds the rest of the list.
        out.append(.blank)
        at += 1
      case Octet.less, Octet.greater, 44, Octet.semicolon, Octet.colon, Octet.at:
        out.append(.special(byte))
        at += 1
      case _ where Octet.isSpace(byte):
        at = field[at...].firstIndex { !Octet.isSpace($0) } ?? field.endIndex
        out.append(.blank)
      default:
        let start = at
        if words, byte == Octet.equal, at + 1 < field.endIndex, field[at + 1] == Octet.question {
          // An encoded word is one word, whatever specials it holds.
          if let word = EncodedWord(field, at: at) { at = word.next } else { words = false }
        }
        if at == start {
          at += 1
          while at < field.endIndex, !isEnd(field[at]), !(words && field[at] == Octet.equal) { at += 1 }
        }
        out.append(.word(field[start..<at]))
      }
    }
    return out
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case Octet.quote, 40, Octet.less, Octet.greater, 44, Octet.semicolon, Octet.colon, Octet.at: true
    default: Octet.isSpace(byte)
    }
  }

  /// The text up to a closing byte, with `\` escapes taken off; comments nest. Nil where it
  /// is never closed.
  private func enclosed(_ field: MailBytes, _ start: Int, until end: UInt8, nests: UInt8?) -> ([UInt8], next: Int)? {
    var out: [UInt8] = []
    var depth = 0
    var at = start
    while at < field.endIndex {
      let byte = field[at]
      if byte == Octet.backslash, at + 1 < field.endIndex {
        at += 1
        out.append(field[at])
      } else if byte == end, depth == 0 {
        return (out, at + 1)
      } else {
        if byte == nests { depth += 1 } else if byte == end { depth -= 1 }
        out.append(byte)
      }
      at += 1
    }
    return nil
  }
}
