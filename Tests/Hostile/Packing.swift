/// Bytes as the index packs them, written a second time so that the harness owes nothing to what it tries.
package struct Bytes {
  package var all: [UInt8] = []

  package init() {}

  package mutating func word<T: FixedWidthInteger>(_ value: T) {
    withUnsafeBytes(of: value.littleEndian) { all.append(contentsOf: $0) }
  }

  /// A varint, seven bits a byte, the sign folded in.
  package mutating func put(_ value: Int64) {
    var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
    while rest >= 0x80 {
      all.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    all.append(UInt8(rest))
  }

  package mutating func put(_ text: String) {
    put(Int64(text.utf8.count))
    all += text.utf8
  }

  package mutating func put(_ texts: [String]) {
    put(Int64(texts.count))
    for text in texts { put(text) }
  }
}

extension [UInt8] {
  /// A little-endian word; nought where it is not there.
  func word<T: FixedWidthInteger>(_ at: Int, as: T.Type = T.self) -> T {
    guard at >= 0, at + MemoryLayout<T>.size <= count else { return 0 }
    return T(littleEndian: withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: T.self) })
  }

  /// The varint that stands first.
  var varint: Int64 {
    var value: UInt64 = 0
    for (at, byte) in prefix(10).enumerated() {
      value |= UInt64(byte & 0x7F) << UInt64(7 * at)
      if byte < 0x80 { break }
    }
    return Int64(bitPattern: (value >> 1) ^ (0 &- (value & 1)))
  }

  mutating func set<T: FixedWidthInteger>(_ at: Int, _ value: T) {
    Swift.withUnsafeBytes(of: value.littleEndian) { bytes in
      for (offset, byte) in bytes.enumerated() where at + offset < count { self[at + offset] = byte }
    }
  }

  /// Bytes put here and there: offset (2 bytes), byte.
  mutating func apply(patches: [UInt8]) {
    for at in stride(from: 0, to: patches.count - 2, by: 3) {
      let place = Int(patches.word(at, as: UInt16.self))
      if place < count { self[place] = patches[at + 2] }
    }
  }

  /// So many bytes: cut, or filled with zeros.
  func sized(_ size: Int) -> [UInt8] {
    count >= size ? Array(prefix(size)) : self + [UInt8](repeating: 0, count: size - count)
  }
}
