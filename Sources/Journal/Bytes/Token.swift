/// Random names: 5 bits a letter in Crockford's base 32 (no i, l, o, u), lower case.
package enum Token {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// An event's id: 80 random bits, 16 letters. Given before the first try, so that a second try is noticed.
  package static func event() -> String { letters(16) }

  /// A cabinet's or a site's id: 130 random bits, 26 letters.
  static func store() -> String { letters(26) }

  private static func letters(_ count: Int) -> String {
    var random = SystemRandomNumberGenerator()
    var bits: UInt64 = 0
    var text: [UInt8] = []
    for at in 0..<count {
      // A draw is a system call, and holds twelve letters.
      bits = at % 12 == 0 ? random.next() : bits >> 5
      text.append(alphabet[Int(bits & 31)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
