/// One part of a mail (RFC 2045, RFC 2046): a header, and a body or parts. The message itself is the outermost one.
struct MailPart {
  var header: HeaderFields
  /// `Content-Type`, as declared.
  var type: ContentField
  /// What it is read as, `type/subtype`: a multipart whose parts cannot be found is text.
  var kind: String
  var disposition: ContentField?
  /// Still encoded for the wire.
  var body: MailBytes
  /// The parts of a multipart; empty for every other type.
  var children: [MailPart] = []

  var isMultipart: Bool { !children.isEmpty }
  var encoding: TransferEncoding { TransferEncoding(header.first("content-transfer-encoding")) }
  /// The body as the sender had it.
  var bytes: [UInt8] { encoding.decode(body) }
}

/// Cuts a mail into its parts, within the limits.
struct MailPartReader {
  let limits: MailLimits
  let bareCR: Bool
  private(set) var defects: Set<MailDefect> = []
  private var count = 0

  init(limits: MailLimits, bareCR: Bool) {
    self.limits = limits
    self.bareCR = bareCR
  }

  /// Reads the part that `bytes` hold.
  /// - Parameter type: what it is where it does not say (RFC 2046 section 5.1.5: a message inside a digest).
  mutating func read(_ bytes: MailBytes, depth: Int = 0, default type: String = "text/plain") -> MailPart {
    count += 1
    let (header, start) = HeaderFields.read(bytes, bareCR: bareCR, limits: limits)
    let declared = ContentField(header.first("content-type") ?? [])
    var part = MailPart(
      header: header, type: declared, kind: MailPartReader.kind(declared, default: type),
      disposition: header.first("content-disposition").map(ContentField.init), body: bytes[start...])
    guard part.kind.hasPrefix("multipart/") else { return part }
    guard depth < limits.depth else {
      defects.insert(.tooDeep)
      part.kind = "application/octet-stream"
      return part
    }
    let inner = part.kind == "multipart/digest" ? "message/rfc822" : "text/plain"
    for piece in pieces(of: part) {
      guard count < limits.parts else {
        defects.insert(.tooManyParts)
        break
      }
      part.children.append(read(piece, depth: depth + 1, default: inner))
    }
    if part.children.isEmpty {
      if !Octet.trim(part.body).isEmpty { defects.insert(.noBoundary) }
      part.kind = "text/plain"
    }
    return part
  }

  /// A type that is none means plain text (RFC 2045 section 5.2).
  private static func kind(_ type: ContentField, default kind: String) -> String {
    if type.value.isEmpty { return kind }
    let isType = type.value.utf8.contains(47) && !type.value.utf8.contains(where: Octet.isSpace)
    return isType ? type.value : "text/plain"
  }

  private func pieces(of part: MailPart) -> [MailBytes] {
    if let boundary = part.type.token("boundary"), !boundary.isEmpty {
      let found = split(part.body, at: boundary)
      if !found.isEmpty { return found }
    }
    return guess(part.body).map { split(part.body, at: $0) } ?? []
  }

  /// The bytes between the lines `--boundary`. The line end before such a line belongs to it; what comes before the
  /// first and after `--boundary--` is no part. A multipart that is never closed ends where its bytes end.
  private func split(_ body: MailBytes, at boundary: [UInt8]) -> [MailBytes] {
    var found: [MailBytes] = []
    var start: Int?
    for line in MailLines(body, bareCR: bareCR) {
      guard let isLast = MailPartReader.delimiter(line.text, boundary) else { continue }
      if let start { found.append(body[start..<max(start, endOfLine(before: line.start, in: body))]) }
      start = isLast ? nil : line.next
      if isLast || found.count >= limits.parts { break }
    }
    if let start, start < body.endIndex { found.append(body[start...]) }
    return found
  }

  /// Whether a line is `--boundary` (false) or `--boundary--` (true).
  private static func delimiter(_ line: MailBytes, _ boundary: [UInt8]) -> Bool? {
    guard line.count >= boundary.count + 2, line.first == Octet.dash, line[line.startIndex + 1] == Octet.dash,
      line.dropFirst(2).starts(with: boundary)
    else { return nil }
    let rest = Octet.trim(line.dropFirst(boundary.count + 2))
    if rest.isEmpty { return false }
    return rest.elementsEqual([Octet.dash, Octet.dash]) ? true : nil
  }

  private func endOfLine(before at: Int, in body: MailBytes) -> Int {
    var end = at
    if end > body.startIndex, body[end - 1] == Octet.lf { end -= 1 }
    while end > body.startIndex, body[end - 1] == Octet.cr, at - end < 2 { end -= 1 }
    return end
  }

  /// The boundary of a multipart whose declared one is missing or wrong: the first line that starts with `--` and has
  /// a `Content-` field right below.
  private func guess(_ body: MailBytes) -> [UInt8]? {
    var candidate: MailBytes?
    for line in MailLines(body, bareCR: bareCR) {
      if let candidate, Octet.starts(line.text, with: "content-"), line.text.contains(Octet.colon) {
        return Array(Octet.trim(candidate.dropFirst(2)))
      }
      let isCandidate = line.text.count > 4 && line.text.starts(with: [Octet.dash, Octet.dash])
      candidate = isCandidate ? line.text : nil
    }
    return nil
  }
}
