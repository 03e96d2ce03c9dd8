/// What became of a mail of ours on its way to one recipient, as a mail server reports it (RFC 3464 section 2.3).
package struct Delivery: Hashable, Sendable {
  /// `Final-Recipient`, else `Original-Recipient`: an address in lower case.
  package var recipient: String
  /// `failed`, `delayed`, `delivered`, `relayed` or `expanded`; empty where it is not said.
  package var action: String
  /// RFC 3463: `5.1.1` is an address that does not exist, `4.x.x` may pass.
  package var status: String

  package init(recipient: String, action: String, status: String) {
    self.recipient = recipient
    self.action = action
    self.status = status
  }
}

/// Reads the machine's part of a bounce.
enum DeliveryReport {
  /// Recipients of one report that are kept.
  private static let most = 100

  /// What `mail` reports, recipient by recipient; nothing where it is no report.
  static func deliveries(_ mail: MailPart, limits: MailLimits) -> [Delivery] {
    let parts = [mail] + mail.children
    let reports = parts.filter { $0.kind == "message/delivery-status" || $0.kind == "message/global-delivery-status" }
    return Array(reports.lazy.flatMap { read($0.bytes, limits) }.prefix(most))
  }

  /// The identifier of the mail that came back, from the copy of it (or of its header) in the bounce.
  static func original(_ mail: MailPart, limits: MailLimits) -> String? {
    let kinds = ["message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"]
    guard let copy = mail.children.first(where: { kinds.contains($0.kind) }) else { return nil }
    let bytes = copy.bytes[...].drop(while: Octet.isSpace)
    let (header, _) = HeaderFields.read(bytes, bareCR: MailLines.endInBareCR(bytes), limits: limits)
    return header.first("message-id").flatMap { MessageID.all($0).first }
  }

  /// Groups of fields between blank lines: one about the message, then one for each recipient.
  private static func read(_ bytes: [UInt8], _ limits: MailLimits) -> [Delivery] {
    var found: [Delivery] = []
    var rest = bytes[...].drop(while: Octet.isSpace)
    let bareCR = MailLines.endInBareCR(rest)
    while !rest.isEmpty, found.count < most {
      let (group, next) = HeaderFields.read(rest, bareCR: bareCR, limits: limits)
      if let recipient = group.first("final-recipient") ?? group.first("original-recipient") {
        let status = group.word("status").prefix { $0 == "." || $0.isWholeNumber }
        found.append(
          Delivery(recipient: address(recipient), action: group.word("action"), status: String(status)))
      }
      let after = rest[next...].drop(while: Octet.isSpace)
      rest = after.startIndex > rest.startIndex ? after : []
    }
    return found
  }

  /// `rfc822; user@example.org`, with or without brackets.
  private static func address(_ field: MailBytes) -> String {
    let typed = field.firstIndex(of: Octet.semicolon).map { field[($0 + 1)...] } ?? field
    return HeaderText.line(Octet.word(typed.filter { $0 != Octet.less && $0 != Octet.greater }[...]))
  }
}
