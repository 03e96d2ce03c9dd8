import Desk
import Glibc

/// Why bytes are no JSON text, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// Which rule was broken.
  package enum Reason: Hashable, Sendable {
    case unexpected, endOfText, badNumber, badEscape, loneSurrogate, controlCharacter, badUTF8, tooDeep, trailing
  }
  package var reason: Reason
  /// Bytes from the start.
  package var offset: Int

  package init(reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

/// Reads one JSON text, strictly as RFC 8259 says, out of UTF-8 bytes.
package struct JSONReader {
  private let bytes: UnsafeRawBufferPointer
  /// The next byte to be read.
  private(set) var at: Int

  init(_ bytes: UnsafeRawBufferPointer, from: Int = 0) {
    self.bytes = bytes
    at = from
  }

  /// The whole of `bytes` as one value.
  package static func read(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSON {
    var reader = JSONReader(bytes)
    reader.skipSpace()
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.at == bytes.count else { throw reader.error(.trailing) }
    return value
  }

  /// The whole of `bytes` as one value.
  package static func read(_ bytes: [UInt8]) throws(JSONError) -> JSON {
    let result = bytes.withUnsafeBytes { buffer in
      Result<JSON, JSONError> { () throws(JSONError) in try read(buffer) }
    }
    return try result.get()
  }

  /// One value, beginning at `at`.
  mutating func value(depth: Int) throws(JSONError) -> JSON {
    guard at < bytes.count else { throw error(.endOfText) }
    switch bytes[at] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private func error(_ reason: JSONError.Reason) -> JSONError { JSONError(reason: reason, offset: at) }

  @inline(__always) private mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 0x20 {
      guard bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 else { return }
      at &+= 1
    }
  }

  @inline(__always) private func peek(_ byte: UInt8) -> Bool { at < bytes.count && bytes[at] == byte }

  /// Steps over one byte that must be there.
  mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard at < bytes.count else { throw error(.endOfText) }
    guard bytes[at] == byte else { throw error(.unexpected) }
    at &+= 1
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for offset in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[offset]) }
    return value
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSON {
    guard depth < Limits.jsonDepth else { throw error(.tooDeep) }
    at &+= 1
    skipSpace()
    if peek(UInt8(ascii: "}")) {
      at &+= 1
      return .object([])
    }
    var members: [JSON.Member] = []
    members.reserveCapacity(4)
    while true {
      skipSpace()
      guard peek(UInt8(ascii: "\"")) else { throw error(.unexpected) }
      let key = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"))
      skipSpace()
      members.append(JSON.Member(key, try value(depth: depth &+ 1)))
      skipSpace()
      if peek(UInt8(ascii: ",")) {
        at &+= 1
        continue
      }
      try expect(UInt8(ascii: "}"))
      return .object(members)
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSON {
    guard depth < Limits.jsonDepth else { throw error(.tooDeep) }
    at &+= 1
    var values: [JSON] = []
    skipSpace()
    if peek(UInt8(ascii: "]")) {
      at &+= 1
      return .array(values)
    }
    while true {
      skipSpace()
      values.append(try value(depth: depth &+ 1))
      skipSpace()
      if peek(UInt8(ascii: ",")) {
        at &+= 1
        continue
      }
      try expect(UInt8(ascii: "]"))
      return .array(values)
    }
  }

  /// A number; one that is no 64-bit integer, and `-0`, keep their own text.
  mutating func number() throws(JSONError) -> JSON {
    let start = at
    if peek(UInt8(ascii: "-")) { at &+= 1 }
    guard at < bytes.count, isDigit(bytes[at]) else { throw error(.unexpected) }
    if bytes[at] == 48 { at &+= 1 } else { skipDigits() }
    var isInteger = true
    if peek(UInt8(ascii: ".")) {
      isInteger = false
      at &+= 1
      try digits()
    }
    if peek(UInt8(ascii: "e")) || peek(UInt8(ascii: "E")) {
      isInteger = false
      at &+= 1
      if peek(UInt8(ascii: "+")) || peek(UInt8(ascii: "-")) { at &+= 1 }
      try digits()
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isInteger, text != "-0", let value = Int64(text) { return .int(value) }
    return .number(text)
  }

  @inline(__always) private func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
  private mutating func skipDigits() { while at < bytes.count, isDigit(bytes[at]) { at &+= 1 } }
  private mutating func digits() throws(JSONError) {
    guard at < bytes.count, isDigit(bytes[at]) else { throw error(.badNumber) }
    skipDigits()
  }

  /// A string, beginning at its opening quote. Most have no escape and are taken in one piece.
  mutating func string() throws(JSONError) -> String {
    try expect(UInt8(ascii: "\""))
    let start = at
    let isASCII = skipPlain()
    guard at < bytes.count else { throw error(.endOfText) }
    switch bytes[at] {
    case UInt8(ascii: "\""):
      let text = try utf8(start..<at, isASCII: isASCII)
      at &+= 1
      return text
    case UInt8(ascii: "\\"): return try escapedString(from: start, isASCII: isASCII)
    default: throw error(.controlCharacter)
    }
  }

  /// Steps to the next quote, backslash or control character, or to the end; true where all on the way was ASCII.
  /// Eight bytes at a step.
  @inline(__always)
  private mutating func skipPlain() -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var seen: UInt64 = 0
    while at &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let escape = word ^ (ones &* 0x5C)
      // The top bit of each byte that is below 0x20, or nought after the exclusive or: right up to the first one.
      let stop = ((word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (escape &- ones) & ~escape) & tops
      if stop != 0 {
        let count = stop.trailingZeroBitCount &>> 3
        seen |= word & ((1 &<< UInt64(count &* 8)) &- 1)
        at &+= count
        return seen & tops == 0
      }
      seen |= word
      at &+= 8
    }
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"), bytes[at] >= 0x20 {
      seen |= UInt64(bytes[at])
      at &+= 1
    }
    return seen & tops == 0
  }

  private func utf8(_ range: Range<Int>, isASCII: Bool) throws(JSONError) -> String {
    guard !range.isEmpty, let base = bytes.baseAddress else { return "" }
    let part = UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    var text = String(unsafeUninitializedCapacity: part.count) { room in
      UnsafeMutableRawBufferPointer(room).copyMemory(from: part)
      return part.count
    }
    if isASCII { return text }
    // What is no UTF-8 was mended, and so is not what was read.
    let isWhole = text.withUTF8 { kept in
      kept.count == part.count && kept.baseAddress.map { memcmp($0, base + range.lowerBound, part.count) } == 0
    }
    guard isWhole else { throw error(.badUTF8) }
    return text
  }

  private mutating func escapedString(from start: Int, isASCII: Bool) throws(JSONError) -> String {
    var out = try utf8(start..<at, isASCII: isASCII)
    while at < bytes.count, bytes[at] == UInt8(ascii: "\\") {
      out.unicodeScalars.append(try escape())
      let plain = at
      let isASCII = skipPlain()
      if at > plain { out += try utf8(plain..<at, isASCII: isASCII) }
    }
    guard at < bytes.count else { throw error(.endOfText) }
    guard bytes[at] == UInt8(ascii: "\"") else { throw error(.controlCharacter) }
    at &+= 1
    return out
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    at &+= 1
    guard at < bytes.count else { throw error(.endOfText) }
    let letter = bytes[at]
    at &+= 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar()
    default: throw error(.badEscape)
    }
  }

  /// The scalar of `\uXXXX`, or of two that are a surrogate pair; a lone surrogate is no character.
  private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
    let high = try unit()
    guard high & 0xF800 == 0xD800 else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
    guard high < 0xDC00, at &+ 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at &+ 1] == UInt8(ascii: "u")
    else { throw error(.loneSurrogate) }
    at &+= 2
    let low = try unit()
    guard low & 0xFC00 == 0xDC00, let scalar = Unicode.Scalar(0x10000 &+ (high & 0x3FF) &<< 10 &+ (low & 0x3FF))
    else { throw error(.loneSurrogate) }
    return scalar
  }

  /// Four hex digits of either case.
  private mutating func unit() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < bytes.count else { throw error(.endOfText) }
      guard let digit = Hex.value(bytes[at] | (bytes[at] & 0x40) &>> 1) else { throw error(.badEscape) }
      value = value &<< 4 | UInt32(digit)
      at &+= 1
    }
    return value
  }
}
