/// Text as it is compared: lower case, without accents, typographic apostrophes and spaces made plain.
/// `É. Bérard` and `e. berard` fold alike; `œ` folds to `oe`, `ß` to `ss`.
package enum Folding {
  package static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiFold(text) }
    var out = String.UnicodeScalarView()
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: out.append(Unicode.Scalar(UInt8(scalar.value + 32)))
      case ..<0x80: out.append(scalar)
      case 0x300...0x36F: break
      case 0xC0...0x17F:
        let letters = latin[Int(scalar.value) - 0xC0]
        out.append(letters == 0 ? scalar : Unicode.Scalar(UInt8(truncatingIfNeeded: letters)))
        if letters >= 0x100 { out.append(Unicode.Scalar(UInt8(letters >> 8))) }
      case 0x2018, 0x2019, 0x2BC: out.append("'")
      case 0xA0, 0x2007, 0x2009, 0x202F: out.append(" ")
      case 0x2010, 0x2011: out.append("-")
      default: out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(out)
  }

  private static func asciiFold(_ text: String) -> String {
    String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }

  /// U+00C0…U+017F as they fold: the first letter in the low byte, a second one (`œ`) in the high; 0 for the two that
  /// are no letters. Read from bytes: every search asks for it, and to part strings would take a tenth of its time.
  static let latin: [UInt16] = {
    let rows: StaticString = """
      a a a a a a ae c e e e e i i i i d n o o o o o × o u u u u y th ss
      a a a a a a ae c e e e e i i i i d n o o o o o ÷ o u u u u y th y
      a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g
      g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l
      l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s
      s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s

      """
    var table: [UInt16] = []
    var (letters, shift): (UInt16, UInt16) = (0, 0)
    rows.withUTF8Buffer { bytes in
      for byte in bytes {
        if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
          table.append(letters)
          (letters, shift) = (0, 0)
        } else if byte < 0x80 {
          letters |= UInt16(byte) &<< shift
          shift = 8
        }
      }
    }
    return table
  }()
}
