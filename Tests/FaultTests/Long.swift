import Glibc
import Kit

/// How much of a fault run is made: a short form with the other tests, the long form where the environment asks.
enum Long {
  /// A number of the environment, or the short form's.
  static func count(_ name: String, short: Int) -> Int {
    getenv(name).flatMap { Int(String(cString: $0)) }.map { max(1, $0) } ?? short
  }

  /// Whether the environment has a switch set.
  static func isAsked(_ name: String) -> Bool { getenv(name) != nil }

  /// What lots are drawn from; `GUICHET_SEED` draws others.
  static var seed: UInt64 { UInt64(count("GUICHET_SEED", short: 1)) }

  /// Words on standard error, for the figures of a long run.
  static func tell(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = write(2, bytes, bytes.count)
  }
}

/// Lots drawn the same way at each run (splitmix64).
struct Lots: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    let a = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    let b = (a ^ (a >> 27)) &* 0x94d0_49bb_1331_11eb
    return b ^ (b >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}
