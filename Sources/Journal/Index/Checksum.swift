/// Tells whole bytes from spoilt ones, eight at a step. No defence against malice.
package enum Checksum {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
    var other: UInt64 = 0xc2b2_ae3d_27d4_eb4f
    var at = 0
    // Two sums side by side: each step waits for a multiplication, and two may wait at once.
    while at &+ 16 <= bytes.count {
      sum = step(sum, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      other = step(other, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self)))
      at &+= 16
    }
    while at < bytes.count {
      sum = step(sum, UInt64(bytes[at]))
      at &+= 1
    }
    return step(sum, other)
  }

  package static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  @inline(__always) private static func step(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (sum ^ word) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ (mixed &>> 32)
  }
}
