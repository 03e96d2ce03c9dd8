import Desk

/// Packs values into bytes: integers as varints (seven bits a byte, sign folded in), texts with their length.
struct Packer {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: Int64) {
    var rest = UInt64(bitPattern: (value &<< 1) ^ (value &>> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func put(_ value: Int) { put(Int64(value)) }
  mutating func put(_ value: UInt64) { put(Int64(bitPattern: value)) }
  mutating func put(_ value: Bool) { bytes.append(value ? 1 : 0) }
  mutating func put(_ seal: Seal) {
    put(seal.high)
    put(seal.low)
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put(_ text: String?) {
    put(text != nil)
    if let text { put(text) }
  }

  mutating func put(_ at: Instant) { put(at.ms) }
  mutating func put(_ at: Instant?) {
    put(at != nil)
    if let at { put(at) }
  }

  mutating func put(_ block: [UInt8]) {
    put(block.count)
    bytes.append(contentsOf: block)
  }

  mutating func put(_ texts: [String]) {
    put(texts.count)
    for text in texts { put(text) }
  }

  /// A place in a closed list.
  mutating func put<T: CaseIterable & Equatable>(_ value: T) {
    put(T.allCases.enumerated().first { $0.element == value }?.offset ?? 0)
  }
}

/// Unpacks what `Packer` packed. Bytes that are too few, or make no sense, are an error, never a trap.
struct Unpacker {
  struct Spoilt: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func int64() throws(Spoilt) -> Int64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count, shift < 64 {
      let byte = bytes[at]
      at &+= 1
      value |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 { return Int64(bitPattern: (value &>> 1) ^ (0 &- (value & 1))) }
      shift &+= 7
    }
    throw Spoilt()
  }

  mutating func int() throws(Spoilt) -> Int { Int(try int64()) }
  mutating func word() throws(Spoilt) -> UInt64 { UInt64(bitPattern: try int64()) }
  mutating func seal() throws(Spoilt) -> Seal { Seal(high: try word(), low: try word()) }

  mutating func bool() throws(Spoilt) -> Bool {
    guard at < bytes.count, bytes[at] < 2 else { throw Spoilt() }
    at &+= 1
    return bytes[at &- 1] == 1
  }

  /// A length, no greater than what is left.
  mutating func count() throws(Spoilt) -> Int {
    let count = try int()
    guard count >= 0, count <= bytes.count &- at else { throw Spoilt() }
    return count
  }

  mutating func text() throws(Spoilt) -> String {
    let count = try count()
    defer { at &+= count }
    return String(decoding: bytes[at..<at &+ count], as: UTF8.self)
  }

  mutating func block() throws(Spoilt) -> [UInt8] {
    let count = try count()
    defer { at &+= count }
    return Array(bytes[at..<at &+ count])
  }

  mutating func optionalText() throws(Spoilt) -> String? { try bool() ? try text() : nil }
  /// An instant that a line could tell, so that reckoning with it cannot overflow.
  mutating func instant() throws(Spoilt) -> Instant {
    let ms = try int64()
    guard (-62_167_219_200_000...253_402_300_799_999).contains(ms) else { throw Spoilt() }
    return Instant(ms: ms)
  }

  /// A number that a line could hold.
  mutating func number() throws(Spoilt) -> Int64 {
    let value = try int64()
    guard (-Limits.integer...Limits.integer).contains(value) else { throw Spoilt() }
    return value
  }
  mutating func optionalInstant() throws(Spoilt) -> Instant? { try bool() ? try instant() : nil }

  mutating func texts() throws(Spoilt) -> [String] {
    let count = try count()
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try text()) }
    return texts
  }

  mutating func word<T: CaseIterable>() throws(Spoilt) -> T where T.AllCases == [T] {
    let place = try int()
    guard T.allCases.indices.contains(place) else { throw Spoilt() }
    return T.allCases[place]
  }
}
