/// Text as a ticket keeps it: lines that end in LF, and nothing that acts on a terminal.
enum PlainText {
  /// `text` with LF for every line end and without control characters (C0, DEL, C1), LF and TAB excepted.
  static func lines(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case Octet.lf: if last != Octet.cr { out.append(Octet.lf) }
      case Octet.cr, 12: out.append(Octet.lf)
      // C1 controls are U+0080…U+009F, C2 80…C2 9F in UTF-8.
      case 0x80...0x9F where last == 0xC2: out.removeLast()
      case 32..., Octet.tab: if byte != 127 { out.append(byte) }
      default: break
      }
      last = byte
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Without blank lines at either end, nor blanks at the end.
  static func trimmed(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    while let last = bytes.last, Octet.isSpace(last) { bytes = bytes.dropLast() }
    while let end = bytes.firstIndex(of: Octet.lf), bytes[..<end].allSatisfy(Octet.isSpace) {
      bytes = bytes[(end + 1)...]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is left of a text without its white space: whether two texts say the same, however laid out.
  static func letters(_ text: String) -> [UInt8] { text.utf8.filter { !Octet.isSpace($0) } }
}
