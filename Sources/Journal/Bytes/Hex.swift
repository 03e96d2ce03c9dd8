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
    guard let high = half(bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
      let low = half(bytes.loadUnaligned(fromByteOffset: start &+ 8, as: UInt64.self))
    else { return nil }
    return UInt64(high) &<< 32 | UInt64(low)
  }

  /// Eight digits at a step, as they lie in memory.
  @inline(__always)
  private static func half(_ raw: UInt64) -> UInt32? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let text = UInt64(littleEndian: raw)
    // A letter has bit 6 set and stands nine places before its value.
    var digits = (text & (ones &* 15)) &+ ((text &>> 6) & ones) &* 9
    let letters = ((digits &+ ones &* 6) &>> 4) & ones
    guard digits & (ones &* 0xF0) == 0, digits &+ ones &* 48 &+ letters &* 39 == text else { return nil }
    digits = (digits &<< 4 | digits &>> 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits | digits &>> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: digits | digits &>> 16).byteSwapped
  }
}
