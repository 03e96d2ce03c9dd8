/// Tells whole bytes from spoilt ones, eight at a step. No defence against malice: what it guards can be made anew.
enum Checksum {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
    var at = 0
    while at &+ 8 <= bytes.count {
      sum = mixed(sum, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at &+= 8
    }
    while at < bytes.count {
      sum = mixed(sum, UInt64(bytes[at]))
      at &+= 1
    }
    return sum
  }

  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  @inline(__always)
  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let next = (sum ^ word) &* 0xff51_afd7_ed55_8ccd
    return next ^ next &>> 32
  }
}
