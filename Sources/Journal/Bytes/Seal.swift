/// What closes a line and what the next one leans on: the first 128 bits of a SHA-256, 32 hex digits in the file.
package struct Seal: Hashable, Sendable, CustomStringConvertible {
  package var high: UInt64
  package var low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// What a file's first line leans on: it binds the file to its cabinet and to its name.
  package static func genesis(store: String, file: String) -> Seal {
    SHA256.hash(Array("guichet-1\n\(store)\n\(file)".utf8)).seal
  }

  /// Reads 32 lower-case hex digits.
  package init?(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    guard let high = Hex.word(bytes, at: start), let low = Hex.word(bytes, at: start &+ 16) else { return nil }
    self.init(high: high, low: low)
  }

  func append(to out: inout [UInt8]) {
    Hex.append(high, digits: 16, to: &out)
    Hex.append(low, digits: 16, to: &out)
  }

  package var description: String {
    var out: [UInt8] = []
    append(to: &out)
    return String(decoding: out, as: UTF8.self)
  }
}
