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

extension Mailbox {
  /// Whether a text somebody types is one address, `local@domain` (RFC 5321 section 4.1.2): no name beside it, no
  /// second one behind a comma, nothing that would begin another line of a mail's head. Mail that comes in is not held
  /// to it.
  package static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.unicodeScalars.allSatisfy(isPlain)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", "<", ">": false
    default:
      !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
        && scalar.properties.generalCategory != .format
    }
  }
}

/// Reads a list of addresses, the obsolete syntax included: comments, groups, routes, empty members, Outlook's `;`.
struct MailboxList {
  let header: HeaderText
  /// Members that are read.
  let most: Int

  func read(_ field: MailBytes) -> [Mailbox] {
    var found: [Mailbox] = []
    var member: [MailboxToken] = []
    var isInside = false
    for token in MailboxTokens(field) {
      if token.isSpecial(Octet.less) { isInside = true }
      if token.isSpecial(Octet.greater) { isInside = false }
      if !isInside, token.isSpecial(Octet.comma) || token.isSpecial(Octet.semicolon) {
        if let mailbox = mailbox(member) { found.append(mailbox) }
        member = []
        if found.count >= most { return found }
      } else if !isInside, token.isSpecial(Octet.colon), !member.contains(where: { $0.isSpecial(Octet.at) }) {
        member = []  // The name of a group: its members follow.
      } else {
        member.append(token)
      }
    }
    return found + (mailbox(member).map { [$0] } ?? [])
  }

  /// One member of the list: `name <route:address>`, `address (name)` or an address alone.
  private func mailbox(_ tokens: [MailboxToken]) -> Mailbox? {
    var phrase: [MailboxToken] = []
    var address: [MailboxToken]?
    var comment: [UInt8] = []
    var isInside = false
    for token in tokens {
      if token.isSpecial(Octet.less) {
        // Of `Name <a@b> <c@d>` the last one counts, as a name may hold anything.
        isInside = true
        address = []
      } else if token.isSpecial(Octet.greater) {
        isInside = false
      } else if case .comment(let text) = token {
        comment = text
      } else if isInside {
        address?.append(token)
      } else {
        phrase.append(token)
      }
    }
    let email = email(address ?? bare(&phrase))
    let name = name(phrase).nonEmpty ?? header.text(comment[...])
    return email.isEmpty && name.isEmpty ? nil : Mailbox(name: unquoted(name), email: email)
  }

  /// The address among words without brackets: the run around the first `@`, or all of them. What is left is a name.
  private func bare(_ words: inout [MailboxToken]) -> [MailboxToken] {
    guard let at = words.firstIndex(where: { $0.isSpecial(Octet.at) }) else {
      defer { words = [] }
      return words
    }
    var first = at
    while first > 0, words[first - 1].isBlank { first -= 1 }
    while first > 0, !words[first - 1].isBlank { first -= 1 }
    var end = at + 1
    while end < words.count, words[end].isBlank { end += 1 }
    while end < words.count, !words[end].isBlank { end += 1 }
    defer { words.removeSubrange(first..<end) }
    return Array(words[first..<end])
  }

  private func email(_ tokens: [MailboxToken]) -> String {
    var bytes: [UInt8] = []
    for token in tokens {
      switch token {
      case .word(let word): bytes += word
      case .quoted(let text): bytes += text
      case .special(Octet.colon) where !bytes.contains(91): bytes = []  // A route ends; `[IPv6:…]` is none.
      case .special(let byte): bytes.append(byte)
      case .comment, .blank: break
      }
    }
    let signs: Set<Unicode.Scalar> = ["'", "\"", " ", "<", ">"]
    let kept = header.text(bytes[...]).unicodeScalars.filter { !signs.contains($0) }
    var email = String(String.UnicodeScalarView(kept)).lowercased()
    if email.hasPrefix("mailto:") { email.removeFirst(7) }
    while email.hasSuffix(".") { email.removeLast() }
    return email
  }

  private func name(_ tokens: [MailboxToken]) -> String {
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

  /// A name in quotes of its own (`'Marie'`), which some senders put inside the quotes of the syntax.
  private func unquoted(_ name: String) -> String {
    guard name.count > 2, let first = name.first, first == name.last, first == "'" || first == "\"" else { return name }
    return String(name.dropFirst().dropLast())
  }
}
