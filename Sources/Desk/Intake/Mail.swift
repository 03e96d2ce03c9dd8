/// One message (RFC 5322), read. Bytes in, value out: there is no mail that cannot be read, only mails with little in
/// them. The raw bytes are kept elsewhere before this runs, so nothing here has to be reversible.
package struct Mail: Sendable {
  /// On one line; empty where absent.
  package var subject: String
  /// `From`, else `Sender`, else the envelope's sender.
  package var from: Mailbox?
  package var replyTo: [Mailbox]
  package var to: [Mailbox]
  package var cc: [Mailbox]
  package var date: Instant?
  /// With its angle brackets, as are those below.
  package var messageID: String?
  package var inReplyTo: [String]
  /// Oldest first, as sent.
  package var references: [String]
  /// Plain text in lines that end in LF, whole: quotes and signature kept.
  package var body: String
  package var attachments: [Attachment]
  /// A machine sent it: it is never answered by a machine.
  package var isAuto: Bool
  /// It says that another mail was not delivered.
  package var isBounce: Bool
  /// What it says about that mail's recipients, where it says it in a way made for machines.
  package var deliveries: [Delivery]
  /// The identifier of the mail that came back.
  package var bouncedID: String?
  /// Why it may not read as its sender meant it.
  package var defects: Set<MailDefect>
  /// All fields of the header, for rules.
  package var header: HeaderFields
}

extension Mail {
  /// Reads a message.
  /// - Parameters:
  ///   - raw: its bytes, as the mail server handed them over.
  ///   - charsets: the door to the charsets this room does not know.
  package init(_ raw: [UInt8], charsets: any Charsets, limits: MailLimits = .default) {
    let bytes = raw.prefix(limits.size).drop(while: Octet.isSpace)
    var reader = MailPartReader(limits: limits, bareCR: MailLines.endInBareCR(bytes))
    let root = reader.read(bytes)
    var text = BodyText(charsets: charsets, limits: limits)
    body = text.read(root)
    attachments = text.attachments
    defects = reader.defects.union(text.defects)
    if raw.count > limits.size { defects.insert(.tooLarge) }

    let header = root.header
    let words = HeaderText(charsets: charsets, fallback: Mail.charset(of: root))
    let boxes = MailboxList(header: words, most: limits.addresses)
    func list(_ name: String) -> [Mailbox] { header.all(name).flatMap(boxes.read).prefix(limits.addresses).map { $0 } }
    func ids(_ name: String) -> [String] { header.first(name).map(MessageID.all) ?? [] }

    self.header = header
    subject = header.first("subject").map(words.text) ?? ""
    from = Mail.sender(list("from"), list("sender"), list("return-path"))
    replyTo = list("reply-to")
    to = list("to")
    cc = list("cc")
    date = header.first("date").flatMap(MailDate.read)
    messageID = ids("message-id").first
    inReplyTo = ids("in-reply-to")
    references = ids("references").suffix(limits.references)
    isBounce = Bounce.isBounce(root, from: from, subject: subject, body: body)
    deliveries = DeliveryReport.deliveries(root, limits: limits)
    bouncedID = isBounce ? DeliveryReport.original(root, limits: limits) : nil
    isAuto = Automatic.isAuto(root, subject: subject, bounce: isBounce)
  }

  /// The first address that has one; a name alone where none has.
  private static func sender(_ lists: [Mailbox]...) -> Mailbox? {
    let all = lists.flatMap { $0 }
    return all.first { $0.email.contains("@") } ?? all.first
  }

  /// The charset of the first text of the mail: that of header bytes with no label.
  private static func charset(of part: MailPart) -> String? {
    if let charset = part.type.word("charset") { return charset }
    for child in part.children {
      if let charset = charset(of: child) { return charset }
    }
    return nil
  }
}

extension Mail {
  /// When the last mail server had it: the date of the topmost `Received` field (RFC 5321, 4.4). `date` is the
  /// sender's word, and may be years off.
  package var receivedAt: Instant? {
    guard let field = header.first("received"), let semicolon = field.lastIndex(of: Octet.semicolon) else { return nil }
    return MailDate.read(field[field.index(after: semicolon)...])
  }
}
