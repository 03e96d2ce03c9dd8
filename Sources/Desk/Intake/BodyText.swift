/// The text a person wrote in a mail, found among its parts; and what is left, the attachments.
struct BodyText {
  /// A run of text of the body.
  private struct Piece {
    var text: String
    var isHTML: Bool
    var isBlank: Bool { text.utf8.allSatisfy(Octet.isSpace) }
  }

  let charsets: any Charsets
  let limits: MailLimits
  private(set) var attachments: [Mail.Attachment] = []
  private(set) var defects: Set<MailDefect> = []
  /// Text that came with a file name: an attachment, and the body too where there is no other.
  private var named: [Piece] = []

  init(charsets: any Charsets, limits: MailLimits) {
    self.charsets = charsets
    self.limits = limits
  }

  /// The text of `mail`, in lines that end in LF; its attachments are kept on the way.
  mutating func read(_ mail: MailPart) -> String {
    var pieces = collect(mail, isRoot: true)
    if pieces.allSatisfy(\.isBlank) { pieces = Array(named.prefix(1)) }
    return BodyText.distinct(pieces.filter { !$0.isBlank }).map { PlainText.trimmed($0.text) }.joined(separator: "\n\n")
  }

  /// Without a text that says again, as HTML, what the one before it said: two forms that were not put into a
  /// `multipart/alternative`.
  private static func distinct(_ pieces: [Piece]) -> [Piece] {
    var kept: [Piece] = []
    for piece in pieces {
      if let last = kept.last, piece.isHTML, !last.isHTML, PlainText.letters(last.text) == PlainText.letters(piece.text)
      {
        continue
      }
      kept.append(piece)
    }
    return kept
  }

  private mutating func collect(_ part: MailPart, isRoot: Bool = false) -> [Piece] {
    guard part.isMultipart else { return leaf(part, isRoot: isRoot) }
    if part.kind == "multipart/alternative" { return alternative(part) }
    return part.children.flatMap { collect($0) }
  }

  /// The same text in several forms (RFC 2046 section 5.1.4), plainest first: plain text is taken, except where it only
  /// says that the message is elsewhere.
  private mutating func alternative(_ part: MailPart) -> [Piece] {
    let forms = part.children.map { collect($0) }.filter { !$0.allSatisfy(\.isBlank) }
    let rich = forms.last { $0.contains(where: \.isHTML) }
    let plain = forms.first { !$0.contains(where: \.isHTML) }
    guard let plain, let rich else { return plain ?? rich ?? [] }
    return BodyText.isStub(plain.map(\.text).joined(), besides: rich.map(\.text).joined()) ? rich : plain
  }

  /// A plain text such as "Your mail reader does not show HTML".
  private static func isStub(_ plain: String, besides rich: String) -> Bool {
    guard plain.utf8.count < 300, rich.utf8.count > plain.utf8.count * 2 else { return false }
    let words = plain.lowercased()
    guard words.contains("html") else { return false }
    return ["support", "view", "read", "display", "client", "affich", "lire", "messagerie"].contains {
      words.contains($0)
    }
  }

  private mutating func leaf(_ part: MailPart, isRoot: Bool) -> [Piece] {
    if part.encoding == .unknown { defects.insert(.unknownEncoding) }
    let header = HeaderText(charsets: charsets, fallback: part.type.word("charset"))
    let name = AttachmentName.sent(part, header).flatMap { AttachmentName.safe($0, longest: limits.attachmentName) }
    let isText = part.kind == "text/plain" || part.kind == "text/html" || part.kind == "text/enriched"
    let attached = part.disposition?.value == "attachment"
    if isText, !attached, isRoot || name == nil { return text(part) }
    if isText, !attached { named += text(part) }
    // Reports for machines (RFC 3464, RFC 8098, RFC 5965) are read by `DeliveryReport`, or stay in the raw mail.
    if name == nil, BodyText.reports.contains(part.kind) { return [] }
    keep(part, name, header)
    return []
  }

  private static let reports: Set = [
    "message/delivery-status", "message/global-delivery-status", "message/disposition-notification",
    "message/feedback-report",
  ]

  private mutating func keep(_ part: MailPart, _ name: String?, _ header: HeaderText) {
    let bytes = part.bytes
    let id = part.header.first("content-id").map { id in
      HeaderText.line(String(decoding: id.filter { $0 != Octet.less && $0 != Octet.greater }, as: UTF8.self))
    }
    attachments.append(
      Mail.Attachment(
        name: name ?? enclosedName(part, bytes) ?? AttachmentName.made(part.kind, attachments.count + 1),
        type: part.kind, bytes: bytes, contentID: id,
        inline: part.disposition?.value == "inline" || (id != nil && part.disposition == nil)))
  }

  /// The subject of a message inside the mail, as a file name.
  private func enclosedName(_ part: MailPart, _ bytes: [UInt8]) -> String? {
    guard ["message/rfc822", "message/global", "text/rfc822-headers"].contains(part.kind) else { return nil }
    let bareCR = MailLines.endInBareCR(bytes[...])
    let (fields, _) = HeaderFields.read(bytes[...], bareCR: bareCR, limits: limits)
    let subject = fields.first("subject").map { HeaderText(charsets: charsets, fallback: nil).text($0) } ?? ""
    return AttachmentName.safe(subject, longest: limits.attachmentName - 4).map { $0 + ".eml" }
  }

  /// The text of a part, with the files that are written into it (`uuencode`) taken out.
  private mutating func text(_ part: MailPart) -> [Piece] {
    var bytes = part.bytes
    if part.kind == "text/html" {
      let label = part.type.word("charset") ?? HTMLText.declaredCharset(bytes)
      return [Piece(text: HTMLText.read(charsets.text(bytes, label: label), links: limits.links), isHTML: true)]
    }
    for file in Uuencode.files(in: bytes[...], most: limits.parts).reversed() {
      let header = HeaderText(charsets: charsets, fallback: part.type.word("charset"))
      let name = AttachmentName.safe(header.text(file.name), longest: limits.attachmentName)
      attachments.append(
        Mail.Attachment(
          name: name ?? AttachmentName.made("application/octet-stream", attachments.count + 1),
          type: "application/octet-stream", bytes: file.bytes, contentID: nil, inline: false))
      bytes.removeSubrange(file.lines)
    }
    let plain = PlainText.lines(charsets.text(bytes, label: part.type.word("charset")))
    guard part.type.word("format") == "flowed" else { return [Piece(text: plain, isHTML: false)] }
    let flowed = FlowedText.unfold(plain, deleteSpace: part.type.word("delsp") == "yes")
    return [Piece(text: flowed, isHTML: false)]
  }
}
