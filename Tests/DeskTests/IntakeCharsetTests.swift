import Desk
import Testing

/// A door that knows two charsets and shows what it was asked for.
private struct Door: Charsets {
  func decode(_ bytes: [UInt8], charset: String) -> String? {
    switch charset {
    case "gb18030", "cp949", "cp932", "iso-2022-jp", "utf-16le", "utf-16be": "<\(charset)>"
    case "holes": String(repeating: "\u{FFFD}", count: bytes.count)
    default: nil
    }
  }
}

@Suite struct IntakeCharsetTests {
  private func body(_ charset: String, _ bytes: [UInt8]) -> String {
    Mail(Array("Content-Type: text/plain; charset=\(charset)\n\n".utf8) + bytes, charsets: Door()).body
  }

  @Test(
    arguments: [
      ("UTF-8", "utf-8", [0xC3, 0xA9], "é"),
      ("UTF-8, mislabelled name", "uft-8", [0xC3, 0xA9], "é"),
      ("UTF-8 with a mark", "UTF8", [0xEF, 0xBB, 0xBF, 0x61], "a"),
      ("UTF-8 that is latin 1", "utf-8", [0x63, 0x61, 0x66, 0xE9], "café"),
      ("UTF-8 cut short", "utf-8", [0xC3, 0xA9, 0xC3, 0xA9, 0xC3], "éé\u{FFFD}"),
      ("ASCII that is UTF-8", "us-ascii", [0xC3, 0xA9], "é"),
      ("ASCII that is latin 1", "us-ascii", [0xE9], "é"),
      ("ISO-2022-JP without a label", "us-ascii", [0x1B, 0x24, 0x42, 0x30], "<iso-2022-jp>"),
      ("latin 1", "ISO-8859-1", [0xE9, 0x92], "é’"),
      ("latin 1 by another name", "\"iso8859_1\"", [0xE9], "é"),
      ("latin 9", "iso-8859-15", [0xA4, 0xBD], "€œ"),
      ("windows-1252", "windows-1252", [0x80, 0x81], "€"),
      ("gb2312 asks for its superset", "gb2312", [0xB0], "<gb18030>"),
      ("Korean", "ks_c_5601-1987", [0xB0], "<cp949>"),
      ("Japanese", "Shift_JIS", [0xB0], "<cp932>"),
      ("UTF-16 by its mark", "utf-16", [0xFF, 0xFE], "<utf-16le>"),
      ("unknown, UTF-8", "x-nope", [0xC3, 0xA9], "é"),
      ("unknown, not UTF-8", "x-nope", [0xE9], "é"),
      ("wrong label", "holes", [0xE9, 0xE8], "éè"),
    ] as [(String, String, [UInt8], String)])
  func charset(_ name: String, _ label: String, _ bytes: [UInt8], _ expected: String) {
    #expect(body(label, bytes) == expected, "\(name)")
  }

  @Test func controlsLeaveTheBody() {
    #expect(body("utf-8", Array("a\u{0}b\u{1B}[31mc\u{7F}\td\u{C}e\u{9B}31m".utf8)) == "ab[31mc\td\ne31m")
    #expect(body("utf-8", Array("\r\n \r\n  un\r\ndeux\rtrois \n\n".utf8)) == "  un\ndeux\ntrois")
  }

  @Test func aPageMayDeclareItsCharset() {
    let page = Array("Content-Type: text/html\n\n<meta charset=iso-8859-15><p>".utf8) + [0xA4]
    #expect(Mail(page, charsets: Door()).body == "€")
  }
}
