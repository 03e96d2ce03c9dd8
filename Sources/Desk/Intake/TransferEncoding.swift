/// How the bytes of a part were made fit for the wire (RFC 2045 section 6).
enum TransferEncoding {
  case identity
  case quotedPrintable
  case base64
  case uuencode
  case unknown

  /// Reads the value of `Content-Transfer-Encoding`: its first word, whatever is written around it.
  init(_ value: MailBytes?) {
    let kept = (value ?? []).prefix { $0 != Octet.semicolon }.filter { !Octet.isSpace($0) && $0 != Octet.quote }
    switch Octet.word(kept[...]) {
    case "", "7bit", "8bit", "binary", "7-bit", "8-bit", "none", "plain": self = .identity
    case "quoted-printable", "quotedprintable", "qp": self = .quotedPrintable
    case "base64", "base-64": self = .base64
    case "x-uuencode", "x-uue", "uuencode", "uue": self = .uuencode
    default: self = .unknown
    }
  }

  /// The bytes the sender had. Nothing is refused: what is no code is skipped or kept.
  func decode(_ bytes: MailBytes) -> [UInt8] {
    switch self {
    case .identity, .unknown: Array(bytes)
    case .quotedPrintable: QuotedPrintable.decode(bytes)
    case .base64: Base64.decode(bytes)
    case .uuencode: Uuencode.first(in: bytes)?.bytes ?? Array(bytes)
    }
  }
}

/// RFC 2045 section 6.7.
enum QuotedPrintable {
  /// Blanks before the end of a line were added on the way; `=` followed by no code stands for itself.
  static func decode(_ bytes: MailBytes) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    let end = bytes.endIndex
    while at < end {
      let byte = bytes[at]
      if byte == Octet.equal {
        if at + 2 < end, let high = Octet.hex(bytes[at + 1]), let low = Octet.hex(bytes[at + 2]) {
          out.append(high << 4 | low)
          at += 3
        } else if let next = softBreak(bytes, after: at) {
          at = next
        } else {
          out.append(byte)
          at += 1
        }
      } else if Octet.isBlank(byte) {
        var stop = at
        while stop < end, Octet.isBlank(bytes[stop]) { stop += 1 }
        if stop < end, !isBreak(bytes[stop]) { out += bytes[at..<stop] }
        at = stop
      } else {
        out.append(byte)
        at += 1
      }
    }
    return out
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == Octet.cr || byte == Octet.lf }

  /// Where the text goes on after a `=` that ends a line.
  private static func softBreak(_ bytes: MailBytes, after equal: Int) -> Int? {
    var at = equal + 1
    while at < bytes.endIndex, Octet.isBlank(bytes[at]) { at += 1 }
    guard at < bytes.endIndex else { return at }
    guard isBreak(bytes[at]) else { return nil }
    if bytes[at] == Octet.cr, at + 1 < bytes.endIndex, bytes[at + 1] == Octet.lf { at += 1 }
    return at + 1
  }
}
