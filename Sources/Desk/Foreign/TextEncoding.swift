/// Which encoding the bytes of a file are probably in, where they are not UTF-8.
package enum TextEncoding {
  /// The text of bytes that are UTF-8, without their mark.
  package static func utf8(_ bytes: [UInt8]) -> String? {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return String(validating: content, as: UTF8.self)
  }

  /// The name of an encoding for `iconv`, and the first line that is not UTF-8.
  package static func guess(_ bytes: [UInt8]) -> (name: String, line: Int) {
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 1) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 1) }
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    let zeros = bytes.prefix(4096).count { $0 == 0 }
    if zeros > bytes.prefix(4096).count / 4 { return (bytes.first == 0 ? "utf-16be" : "utf-16le", 1) }
    return (isMacintosh(bytes) ? "macintosh" : "windows-1252", line + 1)
  }

  /// Where French letters are: `é è à ç ê` of Mac OS Roman against those of windows-1252.
  private static func isMacintosh(_ bytes: [UInt8]) -> Bool {
    let mac = bytes.count { [0x8E, 0x8F, 0x88, 0x8D, 0x90].contains($0) }
    let windows = bytes.count { [0xE9, 0xE8, 0xE0, 0xE7, 0xEA].contains($0) }
    return mac > windows
  }

  /// The text of bytes in a named encoding; nil where it is unknown.
  package static func decode(_ bytes: [UInt8], named name: String, by charsets: any Charsets) -> String? {
    switch Charset(name) {
    case .utf8: return utf8(bytes)
    case .windows1252: return CharsetTables.windows1252(bytes)
    case .latin9: return CharsetTables.latin9(bytes)
    case .unlabelled: return nil
    case .other(let name):
      guard let text = charsets.decode(bytes, charset: name) else { return nil }
      return text.unicodeScalars.first == "\u{FEFF}"
        ? String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())) : text
    }
  }
}
