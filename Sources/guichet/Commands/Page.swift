import Desk
import Glibc
import Journal
import Screen

/// Bytes on their way out, in one block that grows. Text is copied in one piece where it is plain, which nearly all is;
/// what is not goes the long way through `SafeText` or `JSONWriter`, so both ways say the same.
package struct Page: ~Copyable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var room: Int
  private(set) var count = 0

  package init(room: Int) {
    self.room = room
    bytes = .allocate(capacity: room)
  }

  deinit { bytes.deallocate() }

  package mutating func clear() { count = 0 }

  package func withBytes(_ use: (UnsafeRawBufferPointer) -> Void) {
    use(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  /// Makes room for so many bytes more.
  @inline(__always)
  private mutating func need(_ more: Int) {
    if room - count < more { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    let wider = max(room * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    (bytes, room) = (larger, wider)
  }

  // MARK: - As it is

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    need(1)
    bytes[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func put(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  private mutating func put(_ text: UnsafeBufferPointer<UInt8>) {
    need(text.count)
    if let start = text.baseAddress { memcpy(bytes + count, start, text.count) }
    count &+= text.count
  }

  mutating func put(_ text: [UInt8]) { text.withUnsafeBufferPointer { put($0) } }

  /// Text of ours, which is safe.
  mutating func put(own text: String) {
    var text = text
    text.withUTF8 { put($0) }
  }

  package mutating func put(_ number: Int64) {
    guard number >= 0 else { return put(own: String(number)) }
    var rest = UInt64(number)
    var digits = 1
    var bound: UInt64 = 10
    while digits < 19, rest >= bound {
      digits &+= 1
      bound &*= 10
    }
    need(digits)
    count &+= digits
    for at in 1...digits {
      bytes[count &- at] = UInt8(truncatingIfNeeded: 48 &+ rest % 10)
      rest /= 10
    }
  }

  // MARK: - Made safe

  /// Text for one line, as `SafeText.line` makes it.
  package mutating func put(line text: String) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      guard Page.isPlain(utf8) else { return false }
      put(utf8)
      return true
    }
    if !isPlain { put(own: SafeText.line(text).text) }
  }

  /// The same of bytes that are UTF-8.
  mutating func put(line bytes: UnsafeRawBufferPointer) {
    let utf8 = bytes.bindMemory(to: UInt8.self)
    if Page.isPlain(utf8) { put(utf8) } else { put(line: String(decoding: utf8, as: UTF8.self)) }
  }

  /// A JSON string with its quotes, as `JSONWriter` makes it.
  package mutating func put(json text: String) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      guard Page.isPlainInJSON(utf8) else { return false }
      need(utf8.count &+ 2)
      put(UInt8(ascii: "\""))
      put(utf8)
      put(UInt8(ascii: "\""))
      return true
    }
    if !isPlain { put(JSONWriter.bytes(.string(text))) }
  }

  /// RFC 3339 in quotes.
  package mutating func put(json instant: Instant) {
    guard (0...253_402_300_799_999).contains(instant.ms) else { return put(json: instant.rfc3339) }
    let (days, rest) = Int(instant.ms).quotientAndRemainder(dividingBy: 86_400_000)
    let date = Day(number: days)
    put(UInt8(ascii: "\""))
    pad(date.year, 4)
    put(UInt8(ascii: "-"))
    pad(date.month, 2)
    put(UInt8(ascii: "-"))
    pad(date.day, 2)
    put(UInt8(ascii: "T"))
    pad(rest / 3_600_000, 2)
    put(UInt8(ascii: ":"))
    pad(rest / 60_000 % 60, 2)
    put(UInt8(ascii: ":"))
    pad(rest / 1000 % 60, 2)
    put(UInt8(ascii: "."))
    pad(rest % 1000, 3)
    put("Z\"")
  }

  /// The last digits of a number that is not negative.
  @inline(__always)
  private mutating func pad(_ number: Int, _ width: Int) {
    need(width)
    var rest = number
    for at in 1...width {
      bytes[count &+ width &- at] = UInt8(truncatingIfNeeded: 48 &+ rest % 10)
      rest /= 10
    }
    count &+= width
  }
}

// What is plain. Both tests look at eight bytes at once as long as they are printable ASCII.
extension Page {
  /// The low bit, and the high bit, of each of eight bytes.
  private static let low: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that is zero, and perhaps of those above it: exact where the answer is none.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- low) & ~word & high }

  /// Whether eight bytes are printable ASCII.
  @inline(__always)
  private static func isPrintable(_ word: UInt64) -> Bool {
    (word | (word &- low &* 0x20) | zeros(word ^ low &* 0x7F)) & high == 0
  }

  @inline(__always)
  private static func word(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt64 {
    UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: at, as: UInt64.self)
  }

  @inline(__always)
  private static func byte(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt8 { at < text.count ? text[at] : 0 }

  /// Latin letters (those of Vietnamese too), dashes, curly quotes, the ellipsis, the euro: what `SafeText` leaves as it is.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < text.count {
      if at &+ 8 <= text.count, isPrintable(word(text, at)) {
        at &+= 8
        continue
      }
      switch text[at] {
      case 0x20...0x7E: at &+= 1
      case 0xC2:
        let next = byte(text, at &+ 1)
        if next < 0xA0 || next == 0xAD { return false }
        at &+= 2
      case 0xC3...0xCB: at &+= 2
      case 0xE1:
        guard (0xB8...0xBB).contains(byte(text, at &+ 1)) else { return false }
        at &+= 3
      case 0xE2:
        switch (byte(text, at &+ 1), byte(text, at &+ 2)) {
        case (0x80, 0x90...0xA7), (0x82, 0xAC): at &+= 3
        default: return false
        }
      default: return false
      }
    }
    return true
  }

  /// What `JSONWriter` writes unescaped, less some scripts it looks at twice.
  static func isPlainInJSON(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < text.count {
      if at &+ 8 <= text.count {
        let eight = word(text, at)
        if isPrintable(eight), zeros(eight ^ low &* 0x22) | zeros(eight ^ low &* 0x5C) == 0 {
          at &+= 8
          continue
        }
      }
      switch text[at] {
      case 0x22, 0x5C: return false
      case 0x20...0x7E: at &+= 1
      case 0xC3...0xCB: at &+= 2
      case 0xE2:
        switch (byte(text, at &+ 1), byte(text, at &+ 2)) {
        case (0x80, 0x90...0xA7), (0x82, 0xAC): at &+= 3
        default: return false
        }
      default: return false
      }
    }
    return true
  }
}
