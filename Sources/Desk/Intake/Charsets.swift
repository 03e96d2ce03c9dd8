/// The door to charset conversion. What this room cannot decode itself (everything but UTF-8, US-ASCII, ISO-8859-1,
/// ISO-8859-15 and windows-1252) is asked of the shell, which knows `iconv(1)`.
package protocol Charsets {
  /// The text of `bytes`, where a sequence that is none stands as U+FFFD; nil where `charset` is unknown.
  /// - Parameter charset: a name of glibc's or IANA's, in lower case.
  func decode(_ bytes: [UInt8], charset: String) -> String?
}

/// A door that knows nothing, for tests and tools without a shell.
package struct NoCharsets: Charsets, Sendable {
  package init() {}
  package func decode(_ bytes: [UInt8], charset: String) -> String? { nil }
}

/// What a label on a mail means (the name after `charset=`, or inside an encoded word).
enum Charset: Hashable {
  case utf8
  case windows1252
  case latin9
  /// Asked of the door.
  case other(String)
  /// No label, or one that says nothing.
  case unlabelled

  init(_ label: String?) {
    let kept = (label ?? "").utf8.map(Octet.lower).filter { !Octet.isSpace($0) && $0 != 34 && $0 != 39 && $0 != 59 }
    let name = String(decoding: kept.map { $0 == Octet.underscore ? Octet.dash : $0 }, as: UTF8.self)
    self = Charset.known[name] ?? .other(Charset.aliases[name] ?? String(decoding: kept, as: UTF8.self))
  }

  /// ISO-8859-1 is read as windows-1252, its superset in print: what mail calls the one is the other (WHATWG Encoding).
  private static let known: [String: Charset] = [
    "utf-8": .utf8, "utf8": .utf8, "uft-8": .utf8, "utf-8mb4": .utf8, "unicode-1-1-utf-8": .utf8, "utf": .utf8,
    "iso-8859-1": .windows1252, "iso8859-1": .windows1252, "8859-1": .windows1252, "latin1": .windows1252,
    "latin-1": .windows1252, "l1": .windows1252, "cp819": .windows1252, "windows-1252": .windows1252,
    "cp1252": .windows1252, "cp-1252": .windows1252, "win-1252": .windows1252, "x-cp1252": .windows1252,
    "ansi-x3.110-1983": .windows1252, "iso-8859-15": .latin9, "iso8859-15": .latin9, "8859-15": .latin9,
    "latin9": .latin9, "latin-9": .latin9,
    "": .unlabelled, "us-ascii": .unlabelled, "ascii": .unlabelled, "us": .unlabelled, "ansi-x3.4-1968": .unlabelled,
    "x-unknown": .unlabelled, "unknown-8bit": .unlabelled, "unknown": .unlabelled, "8bit": .unlabelled,
    "7bit": .unlabelled, "binary": .unlabelled, "default": .unlabelled, "none": .unlabelled,
    "default-charset": .unlabelled,
  ]

  /// Names senders use for a charset that is really the larger one.
  private static let aliases: [String: String] = [
    "gb2312": "gb18030", "gb-2312-80": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
    "chinesesimplified": "gb18030", "euc-cn": "gb18030", "cn-gb": "gb18030",
    "big5": "big5-hkscs", "cn-big5": "big5-hkscs", "x-x-big5": "big5-hkscs",
    "ks-c-5601": "cp949", "ks-c-5601-1987": "cp949", "ks-c-5601-1989": "cp949", "ksc5601": "cp949", "korean": "cp949",
    "euc-kr": "cp949", "windows-949": "cp949",
    "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "ms-kanji": "cp932", "windows-31j": "cp932",
    "euc-jp": "euc-jp-ms", "x-euc-jp": "euc-jp-ms", "iso-2022-jp-ms": "iso-2022-jp", "cp50220": "iso-2022-jp",
    "unicode-1-1-utf-7": "utf-7", "iso-8859-8-i": "iso-8859-8", "iso-8859-6-i": "iso-8859-6",
    "x-mac-roman": "macintosh", "mac": "macintosh", "koi8": "koi8-r", "utf-16": "utf-16be",
    "win-1251": "cp1251", "x-cp1251": "cp1251", "win-1250": "cp1250", "x-cp1250": "cp1250",
  ]
}

extension Charsets {
  /// The text of `bytes`: as labelled; where that fails, as UTF-8; at last as windows-1252, which never fails.
  func text(_ bytes: [UInt8], label: String?) -> String {
    switch Charset(label) {
    case .utf8: return CharsetTables.utf8(bytes)
    case .windows1252: return CharsetTables.windows1252(bytes)
    case .latin9: return CharsetTables.latin9(bytes)
    case .unlabelled: return unlabelled(bytes)
    case .other(let name):
      let byteOrder = name == "utf-16be" && bytes.starts(with: [0xFF, 0xFE]) ? "utf-16le" : name
      guard let text = decode(bytes, charset: byteOrder), CharsetTables.isPlausible(text) else {
        return CharsetTables.utf8(bytes)
      }
      return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    }
  }

  /// Text with no label: ISO-2022-JP shows by its escapes, UTF-8 by being valid.
  private func unlabelled(_ bytes: [UInt8]) -> String {
    if let escape = Octet.pair(Octet.escape, 36, in: bytes[...], from: 0), escape + 2 < bytes.count,
      bytes[escape + 2] == 66 || bytes[escape + 2] == 64, let text = decode(bytes, charset: "iso-2022-jp")
    {
      return text
    }
    return CharsetTables.utf8(bytes)
  }
}
