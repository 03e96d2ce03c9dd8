/// Whether a mail says that another one could not be delivered (RFC 3464, and the many forms before it).
///
/// One sure sign is enough; of the weaker ones, which people's mails show too, two are needed.
struct Bounce {
  let mail: MailPart
  let from: Mailbox?
  let subject: String
  let body: String

  static func isBounce(_ mail: MailPart, from: Mailbox?, subject: String, body: String) -> Bool {
    func start(_ text: String, _ most: Int) -> String {
      String(decoding: text.utf8.prefix(most), as: UTF8.self).lowercased()
    }
    return Bounce(
      mail: mail, from: from, subject: start(subject, Automatic.mostSubject), body: start(body, mostBody)
    ).holds
  }

  /// Bytes of the body that are searched: a bounce says what it is at its start.
  private static let mostBody = 4096

  private var holds: Bool {
    if isDeliveryReport || mail.header.has("x-failed-recipients") || isDaemon || isNotification { return true }
    if isAnsweringMachine { return false }
    if Bounce.subjects.contains(where: { subject.hasPrefix($0) }) || isNullSender { return true }
    let signs = [isServer, isServerName, Bounce.subjectWords.contains { subject.contains($0) }, quotesFailure]
    return signs.count { $0 } >= 2
  }

  private var local: String { String(from?.email.prefix { $0 != "@" } ?? "") }

  /// A report about delivery, in a multipart made for it or in any other.
  private var isDeliveryReport: Bool {
    if mail.type.value == "multipart/report", let type = mail.type.word("report-type") {
      return type == "delivery-status"
    }
    return mail.kind == "message/delivery-status" || mail.children.contains { $0.kind == "message/delivery-status" }
  }

  private var isDaemon: Bool { local == "mailer-daemon" || local == "mailerdaemon" }

  /// Amazon SES tells of failures in JSON.
  private var isNotification: Bool {
    mail.header.has("x-amz-sns-message-id") && body.contains("\"notificationtype\":\"bounce\"")
  }

  /// An answering machine sends with an empty sender too (RFC 3834 section 3.3), which makes no bounce of it.
  private var isAnsweringMachine: Bool { mail.header.word("auto-submitted").hasPrefix("auto-replied") }

  private var isNullSender: Bool {
    ["return-path", "from"].contains { name in
      mail.header.first(name).map { $0.filter { !Octet.isSpace($0) } == [Octet.less, Octet.greater] } ?? false
    }
  }

  private var isServer: Bool {
    ["postmaster", "no-reply", "noreply", "mmdf", "mail-daemon", "mailsrv", "uucp", "double-bounce"].contains(local)
  }

  private var isServerName: Bool {
    let name = (from?.name ?? "").lowercased()
    return ["mailer-daemon", "mailer daemon", "mail delivery", "mail administrator", "mail router"]
      .contains { name.hasPrefix($0) }
  }

  /// The failed mail is enclosed, and the text around it speaks of failure.
  private var quotesFailure: Bool {
    let isEnclosed = mail.children.contains { ["message/rfc822", "text/rfc822-headers"].contains($0.kind) }
    return isEnclosed && Bounce.bodyWords.contains { body.contains($0) }
  }

  /// What only the subject of a bounce starts with.
  private static let subjects = [
    "undelivered mail", "delivery status notification", "mail delivery failed", "mail delivery failure",
    "mail delivery problem", "undeliverable:", "undeliverable mail", "undeliverable message", "delivery failure",
    "delivery notification: delivery has failed", "failure notice", "returned mail:", "non remis :", "non remis:",
    "non remis\u{A0}:", "unzustellbar:", "mail could not be delivered", "message could not be delivered",
    "sorry, your message could not be delivered", "there was an error sending your mail", "undeliverable email",
    "mail system error", "message delivery failure", "[bounce]", "delayed mail (",
  ]

  /// What such subjects say, and others too.
  private static let subjectWords = [
    "deliver", "returned", "failure", "failed", "bounce", "non remis", "rejected", "mail error", "メールエラー", "送信できません",
    "配信できません",
  ]

  private static let bodyWords = [
    "could not be delivered", "couldn't be delivered", "not be delivered", "undeliverable", "delivery problems",
    "user unknown", "unknown user", "no such user", "mailbox is full", "mailbox full", "5.1.1", "permanent error",
    "n'a pas pu être remis", "n\u{2019}a pas pu être remis", "returned to sender", "delivery failed",
  ]
}
