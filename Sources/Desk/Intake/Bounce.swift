/// Whether a mail says that another one could not be delivered (RFC 3464, and the many forms before it).
enum Bounce {
  static func isBounce(_ mail: MailPart, from: Mailbox?, subject: String) -> Bool {
    if isDeliveryReport(mail) || mail.header.has("x-failed-recipients") { return true }
    let local = from?.email.prefix { $0 != "@" } ?? ""
    if isDaemon(String(local), from?.name ?? "") { return true }
    if isReply(mail.header) { return false }
    let subject = subject.lowercased()
    if surePhrases.contains(where: { subject.hasPrefix($0) }) { return true }
    let weak = [isNullSender(mail.header), local == "postmaster", phrases.contains { subject.contains($0) }]
    return weak[0] || weak.filter { $0 }.count >= 2
  }

  /// `multipart/report` about delivery, or the machine part of one outside of any.
  private static func isDeliveryReport(_ mail: MailPart) -> Bool {
    if mail.kind == "message/delivery-status" { return true }
    guard mail.kind == "multipart/report" else { return false }
    if let type = mail.type.word("report-type") { return type == "delivery-status" }
    return mail.children.contains { $0.kind == "message/delivery-status" }
  }

  private static func isDaemon(_ local: String, _ name: String) -> Bool {
    let name = name.lowercased()
    return local == "mailer-daemon" || local == "mailerdaemon" || name == "mailer-daemon" || name == "mailer daemon"
      || name == "mail delivery subsystem" || name == "mail delivery system"
  }

  /// An answering machine sends with an empty sender too (RFC 3834 section 3.3), which makes no bounce of it.
  private static func isReply(_ header: HeaderFields) -> Bool {
    header.word("auto-submitted").hasPrefix("auto-replied")
  }

  private static func isNullSender(_ header: HeaderFields) -> Bool {
    header.first("return-path").map { $0.filter { !Octet.isSpace($0) } == [Octet.less, Octet.greater] } ?? false
  }

  /// Subjects only a bounce starts with.
  private static let surePhrases = [
    "undelivered mail returned", "delivery status notification (failure)", "mail delivery failed", "undeliverable:",
    "delivery failure", "delivery status notification", "mail delivery failure", "failure notice", "returned mail:",
    "undeliverable mail", "undeliverable message", "undelivered mail", "non remis", "mail could not be delivered",
  ]

  /// Words of such subjects, which count beside an empty or a postmaster's sender.
  private static let phrases = [
    "deliver", "undelivered", "returned", "failure", "failed", "bounce", "non remis", "rejected", "warning",
  ]
}
