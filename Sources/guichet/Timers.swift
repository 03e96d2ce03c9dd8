import Console
import Desk

/// What the console asked to be woken for: one timer of a kind, a new one in place of the old.
struct Timers {
  private var due: [Timer: Int64] = [:]

  mutating func set(_ timer: Timer, after milliseconds: Int) {
    due[timer] = Clock.monotonic + Int64(max(0, milliseconds))
  }

  var isDue: Bool { due.values.contains { $0 <= Clock.monotonic } }

  /// Milliseconds until the next; nil where there is none.
  var untilNext: Int64? { due.values.min().map { max(0, $0 - Clock.monotonic) } }

  /// Milliseconds until the clock shows another minute.
  static func untilMinute(_ now: Instant) -> Int64 { 60_000 - now.ms % 60_000 }

  /// Those that have run out, the oldest first.
  mutating func takeDue() -> [Timer] { take(until: Clock.monotonic) }

  /// Those of some kinds, run out or not.
  mutating func take(_ kinds: Set<Timer>) -> [Timer] {
    let taken = due.keys.filter(kinds.contains)
    for timer in taken { due[timer] = nil }
    return taken
  }

  private mutating func take(until limit: Int64) -> [Timer] {
    let over = due.filter { $0.value <= limit }.sorted { $0.value < $1.value }.map(\.key)
    for timer in over { due[timer] = nil }
    return over
  }
}

/// The terminal's clipboard (OSC 52). What was copied is never read back.
package enum Clipboard {
  /// Bytes of Base64 that terminals take.
  static let limit = 74_994

  static func sequence(_ text: String) -> String {
    let bytes = Array(text.utf8.prefix(limit / 4 * 3))
    return "\u{1B}]52;c;\(base64(bytes))\u{07}"
  }

  package static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(place <= group.count ? letters[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
