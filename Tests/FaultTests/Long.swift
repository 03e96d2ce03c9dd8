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

/// Tools and rights that a fault needs; where one is missing the test that needs it is skipped, and says so.
enum Tools {
  static func has(_ name: String) -> Bool {
    ["/usr/bin", "/usr/sbin", "/bin", "/sbin"].contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// Whether `strace` is here and may follow a process.
  static let canTrace: Bool = has("strace") && Bench().shell("strace -o /dev/null /bin/true").status == 0

  /// Whether small disks of memory may be mounted.
  static let canMount: Bool = {
    guard geteuid() == 0 else { return false }
    let bench = Bench()
    return bench.shell("mkdir m && mount -t tmpfs -o size=64k none m && umount m").status == 0
  }()

  static let needsTrace = "strace is missing or may not follow a process here"
  static let needsMount = "mounting a tmpfs is not allowed here"
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
