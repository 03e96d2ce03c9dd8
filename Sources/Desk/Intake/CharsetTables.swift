/// The charsets this room decodes itself.
enum CharsetTables {
  /// UTF-8. A text that is mostly valid is mended with U+FFFD (it was cut or damaged on the way); one that is not was
  /// labelled wrongly and is read as windows-1252.
  static func utf8(_ bytes: [UInt8]) -> String {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return text }
    let mended = String(decoding: body, as: UTF8.self)
    var good = 0
    var bad = 0
    for scalar in mended.unicodeScalars where scalar.value > 127 {
      if scalar.value == 0xFFFD { bad += 1 } else { good += 1 }
    }
    return good > bad ? mended : windows1252(Array(body))
  }

  /// Whether a conversion found few enough holes to be the right one.
  static func isPlausible(_ text: String) -> Bool {
    var holes = 0
    var all = 0
    for scalar in text.unicodeScalars {
      all += 1
      if scalar.value == 0xFFFD { holes += 1 }
    }
    return holes * 10 <= all
  }

  static func windows1252(_ bytes: [UInt8]) -> String { singleByte(bytes) { high[Int($0)] } }

  static func latin9(_ bytes: [UInt8]) -> String {
    singleByte(bytes) { byte in
      switch byte + 128 {
      case 0xA4: 0x20AC
      case 0xA6: 0x0160
      case 0xA8: 0x0161
      case 0xB4: 0x017D
      case 0xB8: 0x017E
      case 0xBC: 0x0152
      case 0xBD: 0x0153
      case 0xBE: 0x0178
      default: UInt16(byte) + 128
      }
    }
  }

  /// - Parameter scalar: the BMP scalar of a byte, counted from 128.
  private static func singleByte(_ bytes: [UInt8], _ scalar: (UInt8) -> UInt16) -> String {
    if bytes.allSatisfy({ $0 < 128 }) { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 4)
    for byte in bytes {
      if byte < 128 {
        out.append(byte)
      } else {
        append(scalar(byte - 128), to: &out)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A scalar of two or three bytes of UTF-8.
  private static func append(_ scalar: UInt16, to out: inout [UInt8]) {
    if scalar < 0x800 {
      out.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
    } else {
      out.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      out.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6) & 0x3F)
    }
    out.append(0x80 | UInt8(truncatingIfNeeded: scalar) & 0x3F)
  }

  /// What windows-1252 puts at 0x80…0x9F; five bytes are undefined and stay controls.
  static let c1: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
  private static let high: [UInt16] = c1 + (0xA0...0xFF)
}
