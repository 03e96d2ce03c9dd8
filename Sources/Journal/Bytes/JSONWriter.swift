import Desk

/// Writes JSON as the journal keeps it: no spaces, members sorted by the bytes of their names, and every character
/// that could harm a terminal or hide from an eye escaped, so that `cat` of a ticket is harmless and nothing is lost.
package enum JSONWriter {
  /// A value as the journal writes it.
  package static func bytes(_ value: JSON) -> [UInt8] {
    var out: [UInt8] = []
    append(value, to: &out)
    return out
  }

  /// Writes a value at the end of `out`.
  package static func append(_ value: JSON, to out: inout [UInt8]) {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: value ? "true".utf8 : "false".utf8)
    case .int(let value): append(value, to: &out)
    case .number(let text): appendNumber(text, to: &out)
    case .string(let text): append(text, to: &out)
    case .array(let values):
      out.append(UInt8(ascii: "["))
      for (at, value) in values.enumerated() {
        if at > 0 { out.append(UInt8(ascii: ",")) }
        append(value, to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members): append(members, to: &out)
    }
  }

  static func append(_ value: Int64, to out: inout [UInt8]) { out.append(contentsOf: String(value).utf8) }

  private static func append(_ members: [JSON.Member], to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (at, member) in sorted.enumerated() {
      if at > 0 { out.append(UInt8(ascii: ",")) }
      append(member.key, to: &out)
      out.append(UInt8(ascii: ":"))
      append(member.value, to: &out)
    }
    out.append(UInt8(ascii: "}"))
  }

  /// A number as it was read; what is no number is kept as a string, never written bare.
  private static func appendNumber(_ text: String, to out: inout [UInt8]) {
    let bytes = Array(text.utf8)
    let isNumber = bytes.withUnsafeBytes { buffer in
      var reader = JSONReader(buffer)
      return (try? reader.number()) != nil && reader.at == buffer.count
    }
    if isNumber { out.append(contentsOf: bytes) } else { append(text, to: &out) }
  }

  /// A string with its quotes.
  static func append(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var plain = 0
      var at = 0
      while at < bytes.count {
        let length = harm(bytes, at)
        if length == 0 {
          at &+= 1
          continue
        }
        out.append(contentsOf: bytes[plain..<at])
        escape(bytes, at, length, to: &out)
        at &+= length
        plain = at
      }
      out.append(contentsOf: bytes[plain..<at])
    }
    out.append(UInt8(ascii: "\""))
  }

  /// How many bytes the character at `at` has, if it must not stand as it is; else 0. Looks at lead bytes only,
  /// so that plain text costs one comparison a byte.
  @inline(__always)
  private static func harm(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = bytes[at]
    if byte < 0x80 {
      return byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F ? 1 : 0
    }
    switch byte {
    case 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: return foreignHarm(bytes, at)
    default: return 0
    }
  }

  /// C1 controls, soft hyphen, bidirectional controls, line and paragraph separators, zero-width and invisible
  /// characters, interlinear annotation, tags.
  private static func foreignHarm(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { at &+ offset < bytes.count ? bytes[at &+ offset] : 0 }
    switch (bytes[at], byte(1), byte(2)) {
    case (0xC2, 0x80...0x9F, _), (0xC2, 0xAD, _): return 2  // U+0080-009F, U+00AD
    case (0xD8, 0x9C, _): return 2  // U+061C
    case (0xE1, 0xA0, 0x8E): return 3  // U+180E
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xA8...0xAE): return 3  // U+200B-200F, U+2028-202E
    case (0xE2, 0x81, 0xA0...0xAF): return 3  // U+2060-206F
    case (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xB9...0xBB): return 3  // U+FEFF, U+FFF9-FFFB
    case (0xF3, 0xA0, 0x80...0x81): return 4  // U+E0000-E007F
    default: return 0
    }
  }

  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int, to out: inout [UInt8]) {
    if length == 1, let short = shortEscape(bytes[at]) {
      out.append(UInt8(ascii: "\\"))
      out.append(short)
      return
    }
    for unit in String(decoding: bytes[at..<at &+ length], as: UTF8.self).utf16 {
      out.append(UInt8(ascii: "\\"))
      out.append(UInt8(ascii: "u"))
      Hex.append(UInt64(unit), digits: 4, to: &out)
    }
  }

  private static func shortEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    case 0x08: UInt8(ascii: "b")
    case 0x0C: UInt8(ascii: "f")
    case 0x0A: UInt8(ascii: "n")
    case 0x0D: UInt8(ascii: "r")
    case 0x09: UInt8(ascii: "t")
    default: nil
    }
  }
}
