/// Lower-case hexadecimal, digit by digit.
enum Hex {
  static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 &+ value : 87 &+ value }

  /// The lowest `digits` hex digits of a number, highest first.
  static func append(_ value: UInt64, digits: Int, to out: inout [UInt8]) {
    var shift = UInt64(digits) &* 4
    while shift > 0 {
      shift &-= 4
      out.append(digit(UInt8(truncatingIfNeeded: (value &>> shift) & 15)))
    }
  }

  /// 0…15 for a lower-case hex digit, else nil.
  @inline(__always) static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte &- 48
    case 97...102: byte &- 87
    default: nil
    }
  }

  /// Sixteen digits as a number.
  static func word(_ bytes: UnsafeRawBufferPointer, at start: Int) -> UInt64? {
    guard start >= 0, start &+ 16 <= bytes.count else { return nil }
    var word: UInt64 = 0
    for at in start..<start &+ 16 {
      guard let digit = value(bytes[at]) else { return nil }
      word = word &<< 4 | UInt64(digit)
    }
    return word
  }
}
