/// Reads JSON as people write it by hand: JSON5 as Foundation's decoder has it. Comments (`//`, `/* */`), a comma after
/// the last entry, bare keys, `'single quotes'`, `0x1F`, `+1`, `.5`, a line continued with `\`. A test holds what is
/// accepted here against what Foundation accepts. UTF-8 only, throughout.
package struct ConfigReader {
  /// How deep arrays and objects may nest; Foundation's limit as well.
  package static let depthLimit = 512

  private let bytes: [UInt8]
  private var at = 0
  /// A place already counted to, and its offset: places are asked for in order.
  private var counted = (offset: 0, place: ConfigPlace())

  /// The value of a text, or its first fault of syntax.
  /// - Parameter file: how the file is named in a fault.
  package static func read(_ text: [UInt8], file: String) throws(ConfigFault) -> ConfigNode {
    var reader = ConfigReader(text)
    do throws(Flaw) {
      return try reader.whole()
    } catch { throw ConfigFault(file: file, at: reader.place(of: error.offset), .syntax(error.syntax)) }
  }

  /// What is wrong with a text.
  package enum Syntax: Hashable, Sendable {
    /// The text ends where something must follow.
    case end
    /// What stands here cannot.
    case unexpected
    case badNumber
    case badEscape
    /// A line end or control character within a string.
    case controlCharacter
    /// A comment or string that is never closed begins here.
    case neverClosed
    case tooDeep
    case notUTF8
    /// Something stands behind the value.
    case trailing
    /// A value or bracket is not followed by a comma or its closing bracket.
    case missingComma
    /// No colon behind a key.
    case missingColon
  }

  private struct Flaw: Error {
    let syntax: Syntax
    let offset: Int
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func flaw(_ syntax: Syntax, at offset: Int? = nil) -> Flaw { Flaw(syntax: syntax, offset: offset ?? at) }

  private mutating func whole() throws(Flaw) -> ConfigNode {
    if let offset = ConfigReader.firstBadUTF8(bytes) { throw flaw(.notUTF8, at: offset) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    let node = try value(depth: 0)
    try skipSpace()
    if at < bytes.count { throw flaw(.trailing) }
    return node
  }

  // MARK: - Places

  private mutating func place(of offset: Int) -> ConfigPlace {
    if offset < counted.offset { counted = (0, ConfigPlace()) }
    var (from, place) = counted
    while from < offset, from < bytes.count {
      let byte = bytes[from]
      let isEnd = byte == 10 || byte == 13 && !(from + 1 < bytes.count && bytes[from + 1] == 10)
      if isEnd {
        place = ConfigPlace(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80, !(from == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])) {
        place.column += 1
      }
      from += 1
    }
    counted = (from, place)
    return place
  }

  /// Where a sequence begins that is no UTF-8.
  private static func firstBadUTF8(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var good = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): good += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return good
      }
    }
  }

  // MARK: - Space and comments

  private func peek(_ ahead: Int = 0) -> UInt8? { at + ahead < bytes.count ? bytes[at + ahead] : nil }

  private mutating func skipSpace() throws(Flaw) {
    while let byte = peek() {
      switch byte {
      case 9...13, 32: at += 1
      case UInt8(ascii: "/"): try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(Flaw) {
    let start = at
    switch peek(1) {
    case UInt8(ascii: "/"): while let byte = peek(), byte != 10, byte != 13 { at += 1 }
    case UInt8(ascii: "*"):
      at += 2
      while let byte = peek() {
        if byte == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
          at += 2
          return
        }
        at += 1
      }
      throw flaw(.neverClosed, at: start)
    default: throw flaw(.unexpected)
    }
  }

  // MARK: - Values

  private mutating func value(depth: Int) throws(Flaw) -> ConfigNode {
    try skipSpace()
    guard let byte = peek() else { throw flaw(.end) }
    let place = place(of: at)
    switch byte {
    case UInt8(ascii: "{"): return ConfigNode(.object(try object(depth: depth + 1)), at: place)
    case UInt8(ascii: "["): return ConfigNode(.array(try array(depth: depth + 1)), at: place)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return ConfigNode(.string(try string(quote: byte)), at: place)
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), 48...57, UInt8(ascii: "I"), UInt8(ascii: "N"):
      return ConfigNode(try number(), at: place)
    default:
      for (word, value) in ConfigReader.words where take(word) { return ConfigNode(value, at: place) }
      throw flaw(.unexpected)
    }
  }

  private static let words: [(StaticString, ConfigNode.Value)] = [
    ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
  ]

  /// Steps over a word, where it stands here.
  private mutating func take(_ word: StaticString) -> Bool {
    let isHere = word.withUTF8Buffer { letters in
      at + letters.count <= bytes.count && bytes[at..<at + letters.count].elementsEqual(letters)
    }
    if isHere { at += word.utf8CodeUnitCount }
    return isHere
  }

  private mutating func array(depth: Int) throws(Flaw) -> [ConfigNode] {
    if depth > ConfigReader.depthLimit { throw flaw(.tooDeep) }
    at += 1
    var values: [ConfigNode] = []
    while true {
      try skipSpace()
      if peek() == UInt8(ascii: "]") { break }
      values.append(try value(depth: depth))
      if try isLast(closing: UInt8(ascii: "]")) { break }
    }
    at += 1
    return values
  }

  private mutating func object(depth: Int) throws(Flaw) -> [ConfigNode.Member] {
    if depth > ConfigReader.depthLimit { throw flaw(.tooDeep) }
    at += 1
    var members: [ConfigNode.Member] = []
    while true {
      try skipSpace()
      guard let byte = peek() else { throw flaw(.end) }
      if byte == UInt8(ascii: "}") { break }
      let place = place(of: at)
      let key = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? try string(quote: byte) : try bareKey()
      try skipSpace()
      guard let colon = peek() else { throw flaw(.end) }
      guard colon == UInt8(ascii: ":") else { throw flaw(.missingColon) }
      at += 1
      members.append(ConfigNode.Member(key, at: place, try value(depth: depth)))
      if try isLast(closing: UInt8(ascii: "}")) { break }
    }
    at += 1
    return members
  }

  /// After an entry: steps over a comma, or stands on the closing bracket.
  private mutating func isLast(closing: UInt8) throws(Flaw) -> Bool {
    try skipSpace()
    guard let byte = peek() else { throw flaw(.end) }
    if byte == closing { return true }
    guard byte == UInt8(ascii: ",") else { throw flaw(.missingComma) }
    at += 1
    return false
  }

  /// A key without quotes: an ECMAScript 5.1 identifier. An escape in it stays as it is written, as in Foundation.
  private mutating func bareKey() throws(Flaw) -> String {
    let start = at
    while at < bytes.count, let scalar = scalar() {
      if scalar == "\\" {
        guard peek(1) == UInt8(ascii: "u"), at + 6 <= bytes.count,
          bytes[at + 2..<at + 6].allSatisfy({ ConfigReader.digit($0) != nil })
        else { throw flaw(.badEscape) }
        at += 6
      } else if ConfigReader.isKey(scalar, first: at == start) {
        at += UTF8.width(scalar)
      } else {
        break
      }
    }
    if at == start { throw flaw(.unexpected) }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private func scalar() -> Unicode.Scalar? {
    String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }

  private static func isKey(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "$", "_": return true
    case "0"..."9", "\u{200C}", "\u{200D}": return !first
    case "\0"..."\u{7F}": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      return true
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: return !first
    default: return false
    }
  }

  // MARK: - Strings

  private mutating func string(quote: UInt8) throws(Flaw) -> String {
    let start = at
    at += 1
    var text: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case quote:
        at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<32: throw flaw(.controlCharacter)
      default:
        text.append(byte)
        at += 1
      }
    }
    throw flaw(.neverClosed, at: start)
  }

  private mutating func escape(into text: inout [UInt8]) throws(Flaw) {
    let start = at
    at += 1
    guard let letter = peek() else { throw flaw(.end) }
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "x"): text += Array(String(try scalar(units: [try hex(2, from: start)], from: start)).utf8)
    case UInt8(ascii: "u"): text += Array(String(try escapedScalar(from: start)).utf8)
    // The line goes on; Foundation keeps its end in the text.
    case 10: text.append(10)
    case 13:
      text.append(13)
      if peek() == 10 {
        text.append(10)
        at += 1
      }
    default: throw flaw(.badEscape, at: start)
    }
  }

  /// The scalar of `\uXXXX`, or of two that are a surrogate pair.
  private mutating func escapedScalar(from start: Int) throws(Flaw) -> Unicode.Scalar {
    let high = try hex(4, from: start)
    guard high & 0xF800 == 0xD800 else { return try scalar(units: [high], from: start) }
    guard peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u") else { throw flaw(.badEscape, at: start) }
    at += 2
    return try scalar(units: [high, try hex(4, from: start)], from: start)
  }

  private func scalar(units: [UInt16], from start: Int) throws(Flaw) -> Unicode.Scalar {
    var decoder = UTF16()
    var iterator = units.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { throw flaw(.badEscape, at: start) }
    return scalar
  }

  private mutating func hex(_ count: Int, from start: Int) throws(Flaw) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<count {
      guard let byte = peek(), let digit = ConfigReader.digit(byte) else { throw flaw(.badEscape, at: start) }
      value = value << 4 | UInt16(digit)
      at += 1
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  // MARK: - Numbers

  private mutating func number() throws(Flaw) -> ConfigNode.Value {
    let start = at
    let isNegative = peek() == UInt8(ascii: "-")
    if isNegative || peek() == UInt8(ascii: "+") { at += 1 }
    if take("Infinity") { return .number(isNegative ? -.infinity : .infinity) }
    if take("NaN") { return .number(.nan) }
    if peek() == 48, peek(1).map({ $0 | 32 }) == UInt8(ascii: "x") { return try hexNumber(isNegative, from: start) }
    let isInteger = try decimal(from: start)
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isInteger, let value = Int64(text) { return .int(value) }
    guard let value = Double(text), value.isFinite else { throw flaw(.badNumber, at: start) }
    return .number(value)
  }

  /// Steps over a decimal number, which may begin or end with its point; false where it is no integer.
  private mutating func decimal(from start: Int) throws(Flaw) -> Bool {
    let whole = skipDigits()
    if whole > 1, bytes[at - whole] == 48 { throw flaw(.badNumber, at: start) }
    var isInteger = true
    var fraction = 0
    if peek() == UInt8(ascii: ".") {
      isInteger = false
      at += 1
      fraction = skipDigits()
    }
    if whole + fraction == 0 { throw flaw(.badNumber, at: start) }
    if peek().map({ $0 | 32 }) == UInt8(ascii: "e") {
      isInteger = false
      at += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { at += 1 }
      if skipDigits() == 0 { throw flaw(.badNumber, at: start) }
    }
    return isInteger
  }

  private mutating func hexNumber(_ isNegative: Bool, from start: Int) throws(Flaw) -> ConfigNode.Value {
    at += 2
    let first = at
    while let byte = peek(), ConfigReader.digit(byte) != nil { at += 1 }
    let digits = String(decoding: bytes[first..<at], as: UTF8.self)
    guard let value = Int64((isNegative ? "-" : "") + digits, radix: 16) else { throw flaw(.badNumber, at: start) }
    return .int(value)
  }

  private mutating func skipDigits() -> Int {
    let start = at
    while let byte = peek(), (48...57).contains(byte) { at += 1 }
    return at - start
  }
}
