/// Reads what a program sent to a terminal and says what does not belong there: ncurses draws with few sequences, and
/// whatever else turns up came from a text that was shown raw.
package struct TerminalStream {
  /// What was found, the first ones: `ESC ]`, `U+202E`, `CSI ?47h`, `bytes that are no UTF-8` …
  package private(set) var flaws: [String] = []
  private var text: [UInt8] = []

  /// Flaws kept of one stream.
  private static let mostFlaws = 20
  /// DECSET modes the console uses: cursor keys, blinking, the cursor, the other screen, bracketed paste, frames.
  private static let modes: Set<Int> = [1, 7, 12, 25, 1049, 2004, 2026]
  /// What ncurses ends a control sequence with: moves, erases, scrolls, inserts, colours, modes, titles kept.
  private static let finals: Set<UInt8> = Set("@ABCDGHJKLMPSTXbdhlmrt".utf8)
  /// Attributes the themes wear: no blinking, nothing concealed.
  private static let attributes: Set<Int> = Set(
    [0, 1, 2, 3, 4, 7, 9, 22, 23, 24, 27, 29, 39, 49] + Array(30...37) + Array(40...47) + Array(90...97)
      + Array(100...107))

  package init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == 0x1B {
        endText()
        escape(&rest)
      } else {
        text.append(byte)
      }
    }
    endText()
  }

  /// Whether a character may stand on a screen, or in what is printed to a pipe: no control but the line's own,
  /// nothing that turns the direction of the text, nothing that cannot be seen.
  package static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E: false
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: false
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: false
    default: true
    }
  }

  private mutating func add(_ flaw: String) { if flaws.count < TerminalStream.mostFlaws { flaws.append(flaw) } }

  private mutating func endText() {
    defer { text = [] }
    let read = String(decoding: text, as: UTF8.self)
    if !read.utf8.elementsEqual(text) { add("bytes that are no UTF-8") }
    for scalar in read.unicodeScalars where !TerminalStream.isVisible(scalar) {
      // Carriage return and backspace move the cursor.
      if scalar.value != 0x0D, scalar.value != 0x08 { add("U+" + String(scalar.value, radix: 16, uppercase: true)) }
    }
  }

  private mutating func escape(_ rest: inout ArraySlice<UInt8>) {
    switch rest.popFirst() {
    case UInt8(ascii: "["): sequence(&rest)
    case UInt8(ascii: "("):
      let set = rest.popFirst()
      if set != UInt8(ascii: "B"), set != UInt8(ascii: "0") { add("ESC ( \(set ?? 0)") }
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "M"): break
    case let other: add("ESC " + String(decoding: [other ?? 0], as: UTF8.self))
    }
  }

  private mutating func sequence(_ rest: inout ArraySlice<UInt8>) {
    let body = rest.prefix { $0 < 0x40 && $0 >= 0x20 }
    rest = rest.dropFirst(body.count)
    let final = rest.popFirst() ?? 0
    let written = String(decoding: body, as: UTF8.self)
    let isPrivate = written.hasPrefix("?")
    let numbers = written.drop { $0 == "?" }.split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? 0 : Int($0) ?? -1 }
    let isKnown =
      switch final {
      case UInt8(ascii: "h"), UInt8(ascii: "l"):
        // Insert mode is the one that is not private.
        isPrivate ? numbers.allSatisfy(TerminalStream.modes.contains) : numbers == [4]
      case UInt8(ascii: "m"): !isPrivate && TerminalStream.areColors(numbers)
      case UInt8(ascii: "t"): !isPrivate && (numbers == [22, 0, 0] || numbers == [23, 0, 0])
      default: !isPrivate && TerminalStream.finals.contains(final) && !numbers.contains(-1)
      }
    if !isKnown { add("CSI " + written + String(decoding: [final], as: UTF8.self)) }
  }

  private static func areColors(_ numbers: [Int]) -> Bool {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      if number == 38 || number == 48 {
        let kind = rest.popFirst()
        guard kind == 5 || kind == 2, rest.count >= (kind == 5 ? 1 : 3) else { return false }
        rest = rest.dropFirst(kind == 5 ? 1 : 3)
      } else if !attributes.contains(number) {
        return false
      }
    }
    return true
  }
}
