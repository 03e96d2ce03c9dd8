/// RFC 4648 section 4, as found in mail: line ends anywhere, foreign bytes skipped, the last `=` forgotten, and plain
/// text (the footer of a mailing list) put after the end.
package enum Base64 {
  package static func decode(_ bytes: MailBytes) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 4 * 3 + 3)
    var bits: UInt32 = 0
    var have = 0
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      if let value = value(byte) {
        bits = bits << 6 | UInt32(value)
        have += 1
        if have == 4 {
          out.append(UInt8(truncatingIfNeeded: bits >> 16))
          out.append(UInt8(truncatingIfNeeded: bits >> 8))
          out.append(UInt8(truncatingIfNeeded: bits))
          have = 0
        }
      } else if byte == Octet.equal {
        flush(bits, have, &out)
        have = 0
        guard let next = goesOn(bytes, at) else { return out }
        at = next
      }
    }
    flush(bits, have, &out)
    return out
  }

  /// The bytes of a group that is not full.
  private static func flush(_ bits: UInt32, _ have: Int, _ out: inout [UInt8]) {
    if have == 3 {
      out.append(UInt8(truncatingIfNeeded: bits >> 10))
      out.append(UInt8(truncatingIfNeeded: bits >> 2))
    } else if have == 2 {
      out.append(UInt8(truncatingIfNeeded: bits >> 4))
    }
  }

  /// Whether a line after the padding is base64 again (encoders that close every chunk), and where.
  private static func goesOn(_ bytes: MailBytes, _ start: Int) -> Int? {
    var at = start
    while at < bytes.endIndex, bytes[at] == Octet.equal || Octet.isSpace(bytes[at]) { at += 1 }
    guard at < bytes.endIndex else { return nil }
    let line = bytes[at...].prefix { !Octet.isSpace($0) }
    guard line.allSatisfy({ value($0) != nil || $0 == Octet.equal }) else { return nil }
    let after = bytes[line.endIndex...].first
    return after == nil || after == Octet.cr || after == Octet.lf ? at : nil
  }

  @inline(__always)
  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 65...90: byte - 65
    case 97...122: byte - 71
    case 48...57: byte + 4
    case 43: 62
    case 47: 63
    default: nil
    }
  }
}
