/// Bytes of a mail, seen in place: a mail is cut into slices of one array and never copied to be read.
package typealias MailBytes = ArraySlice<UInt8>

/// The ASCII a mail is made of (RFC 5322 section 2): names of bytes and questions about them.
enum Octet {
  static let tab: UInt8 = 9
  static let lf: UInt8 = 10
  static let cr: UInt8 = 13
  static let escape: UInt8 = 27
  static let space: UInt8 = 32
  static let quote: UInt8 = 34
  static let percent: UInt8 = 37
  static let apostrophe: UInt8 = 39
  static let star: UInt8 = 42
  static let comma: UInt8 = 44
  static let dash: UInt8 = 45
  static let colon: UInt8 = 58
  static let semicolon: UInt8 = 59
  static let less: UInt8 = 60
  static let equal: UInt8 = 61
  static let greater: UInt8 = 62
  static let question: UInt8 = 63
  static let at: UInt8 = 64
  static let backslash: UInt8 = 92
  static let underscore: UInt8 = 95

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
  static func isSpace(_ byte: UInt8) -> Bool { byte == space || (byte >= 9 && byte <= 13) }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) >= 97 && (byte | 32) <= 122 }

  /// The value of a hexadecimal digit.
  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  static func lower(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 32 : byte }

  /// White space taken off both ends.
  static func trim(_ bytes: MailBytes) -> MailBytes {
    var rest = bytes
    while let first = rest.first, isSpace(first) { rest = rest.dropFirst() }
    while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
    return rest
  }

  /// The bytes as a lower-case word, for names that are ASCII by definition.
  static func word(_ bytes: MailBytes) -> String { String(decoding: trim(bytes).map(lower), as: UTF8.self) }

  /// Whether `bytes` begin with `prefix`, which is written in lower case, whatever the case of `bytes`.
  static func starts(_ bytes: MailBytes, with prefix: StaticString) -> Bool {
    guard bytes.count >= prefix.utf8CodeUnitCount else { return false }
    return prefix.withUTF8Buffer { wanted in
      var at = bytes.startIndex
      for byte in wanted {
        if lower(bytes[at]) != byte { return false }
        at += 1
      }
      return true
    }
  }

  /// Where two bytes stand side by side, from `start` on.
  static func pair(_ first: UInt8, _ second: UInt8, in bytes: MailBytes, from start: Int) -> Int? {
    var at = start
    while at + 1 < bytes.endIndex {
      if bytes[at] == first, bytes[at + 1] == second { return at }
      at += 1
    }
    return nil
  }
}
