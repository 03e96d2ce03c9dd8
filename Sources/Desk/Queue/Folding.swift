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
      case 0xC0...0x17F: out.append(contentsOf: latin[Int(scalar.value) - 0xC0].unicodeScalars)
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

  /// U+00C0…U+017F, each as it folds.
  static let latin: [String] = {
    let rows = [
      "a a a a a a ae c e e e e i i i i d n o o o o o × o u u u u y th ss",
      "a a a a a a ae c e e e e i i i i d n o o o o o ÷ o u u u u y th y",
      "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g",
      "g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l",
      "l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s",
      "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s",
    ]
    return rows.flatMap { $0.split(separator: " ").map(String.init) }
  }()
}
