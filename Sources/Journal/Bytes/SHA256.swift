/// SHA-256 (FIPS 180-4), streaming. Ours because neither the standard library nor glibc has one,
/// and `sha256sum` can check it.
package struct SHA256: Sendable {
  private var state = SHA256.start
  private var block: [UInt8] = []
  private var count: UInt64 = 0

  package init() {}

  /// 32 bytes.
  package struct Digest: Hashable, Sendable {
    let words: SIMD8<UInt32>

    /// 64 lower-case hex digits.
    package var hex: String {
      var out: [UInt8] = []
      out.reserveCapacity(64)
      for at in 0..<8 { Hex.append(UInt64(words[at]), digits: 8, to: &out) }
      return String(decoding: out, as: UTF8.self)
    }

    /// The first 128 bits.
    package var seal: Seal {
      Seal(
        high: UInt64(words[0]) << 32 | UInt64(words[1]), low: UInt64(words[2]) << 32 | UInt64(words[3]))
    }
  }

  /// The digest of bytes at hand; allocates nothing.
  package static func hash(_ bytes: UnsafeRawBufferPointer) -> Digest {
    var state = start
    let whole = bytes.count & ~63
    compress(&state, UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
    finish(&state, UnsafeRawBufferPointer(rebasing: bytes[whole...]), total: UInt64(bytes.count))
    return Digest(words: state)
  }

  /// The digest of bytes at hand.
  package static func hash(_ bytes: [UInt8]) -> Digest { bytes.withUnsafeBytes { hash($0) } }

  /// Takes in the next bytes of a message too long to be at hand.
  package mutating func update(_ bytes: [UInt8]) {
    count &+= UInt64(bytes.count)
    block.append(contentsOf: bytes)
    let whole = block.count & ~63
    block.withUnsafeBytes { SHA256.compress(&state, UnsafeRawBufferPointer(rebasing: $0[..<whole])) }
    block.removeFirst(whole)
  }

  /// The digest of all that was taken in.
  package func digest() -> Digest {
    var state = state
    block.withUnsafeBytes { SHA256.finish(&state, $0, total: count) }
    return Digest(words: state)
  }

  /// Pads the last, incomplete block (FIPS 180-4, 5.1.1): a one bit, zeros, the length in bits.
  private static func finish(_ state: inout SIMD8<UInt32>, _ rest: UnsafeRawBufferPointer, total: UInt64) {
    withUnsafeTemporaryAllocation(byteCount: padding, alignment: 16) { room in
      let blocks = pad(rest, total: total, into: room)
      compress(&state, UnsafeRawBufferPointer(rebasing: room[..<(blocks &* 64)]))
    }
  }

  /// Bytes that the last, incomplete block may take up once padded.
  static let padding = 128

  /// Fills `room` with what is left of a message (less than a block) and its padding; says how many blocks that is.
  static func pad(_ rest: UnsafeRawBufferPointer, total: UInt64, into room: UnsafeMutableRawBufferPointer) -> Int {
    let blocks = rest.count < 56 ? 1 : 2
    room.initializeMemory(as: UInt8.self, repeating: 0)
    room.copyMemory(from: rest)
    room[rest.count] = 0x80
    room.storeBytes(of: (total &* 8).bigEndian, toByteOffset: blocks &* 64 &- 8, as: UInt64.self)
    return blocks
  }

  @inline(__always) private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { (x &>> n) | (x &<< (32 &- n)) }

  /// FIPS 180-4, 6.2.2, over whole blocks.
  static func compress(_ state: inout SIMD8<UInt32>, _ blocks: UnsafeRawBufferPointer) {
    guard let base = blocks.baseAddress, blocks.count >= 64 else { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { schedule in
      constants.withUnsafeBufferPointer { constants in
        guard let w = schedule.baseAddress, let k = constants.baseAddress else { return }
        for offset in stride(from: 0, to: blocks.count &- 63, by: 64) { take(base + offset, into: &state, k, w) }
      }
    }
  }

  /// One block. The schedule is a ring of sixteen words, each word made when its round comes.
  @inline(__always)
  private static func take(
    _ block: UnsafeRawPointer, into state: inout SIMD8<UInt32>, _ k: UnsafePointer<UInt32>,
    _ w: UnsafeMutablePointer<UInt32>
  ) {
    var t = 0
    while t < 16 {
      w[t] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: t &* 4, as: UInt32.self))
      t &+= 1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var bc = b ^ c
    t = 0
    while true {
      // Sixteen rounds, each with the letters moved on by one: nothing is copied from one to the next.
      round(a, b, &bc, &d, e, f, g, &h, k[t] &+ w[0])
      round(h, a, &bc, &c, d, e, f, &g, k[t &+ 1] &+ w[1])
      round(g, h, &bc, &b, c, d, e, &f, k[t &+ 2] &+ w[2])
      round(f, g, &bc, &a, b, c, d, &e, k[t &+ 3] &+ w[3])
      round(e, f, &bc, &h, a, b, c, &d, k[t &+ 4] &+ w[4])
      round(d, e, &bc, &g, h, a, b, &c, k[t &+ 5] &+ w[5])
      round(c, d, &bc, &f, g, h, a, &b, k[t &+ 6] &+ w[6])
      round(b, c, &bc, &e, f, g, h, &a, k[t &+ 7] &+ w[7])
      round(a, b, &bc, &d, e, f, g, &h, k[t &+ 8] &+ w[8])
      round(h, a, &bc, &c, d, e, f, &g, k[t &+ 9] &+ w[9])
      round(g, h, &bc, &b, c, d, e, &f, k[t &+ 10] &+ w[10])
      round(f, g, &bc, &a, b, c, d, &e, k[t &+ 11] &+ w[11])
      round(e, f, &bc, &h, a, b, c, &d, k[t &+ 12] &+ w[12])
      round(d, e, &bc, &g, h, a, b, &c, k[t &+ 13] &+ w[13])
      round(c, d, &bc, &f, g, h, a, &b, k[t &+ 14] &+ w[14])
      round(b, c, &bc, &e, f, g, h, &a, k[t &+ 15] &+ w[15])
      t &+= 16
      if t == 64 { break }
      expand(w)
    }
    state = state &+ SIMD8(a, b, c, d, e, f, g, h)
  }

  /// One round. `bc` is `b ^ c` on the way in and `a ^ b` on the way out, where it is the next round's `b ^ c`.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ bc: inout UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    // Σ1 and Σ0 as rotations of one another: one register less than three rotations side by side.
    h = h &+ word &+ (g ^ (e & (f ^ g))) &+ rotate(rotate(rotate(e, 14) ^ e, 5) ^ e, 6)
    d = d &+ h
    let ab = a ^ b
    h = h &+ rotate(rotate(rotate(a, 9) ^ a, 11) ^ a, 2) &+ ((ab & bc) ^ b)
    bc = ab
  }

  /// The next sixteen words of the message schedule, in place of the last.
  @inline(__always)
  private static func expand(_ w: UnsafeMutablePointer<UInt32>) {
    var t = 0
    while t < 16 {
      let (x, y) = (w[(t &+ 1) & 15], w[(t &+ 14) & 15])
      let s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x &>> 3)
      let s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y &>> 10)
      w[t] = w[t] &+ s0 &+ w[(t &+ 9) & 15] &+ s1
      t &+= 1
    }
  }

  static let start = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
