import Desk
import Screen

/// What the terminal sends, byte by byte, made into keys and pastes.
///
/// Bytes, not `get_wch`: in non-blocking mode ncurses loses a character whose bytes come a millisecond apart. The
/// codes from 256 on are ncurses' own (`KEY_*`), each with the key it stands for.
package struct Keyboard {
  package enum Input: Equatable {
    case key(Key)
    case paste(String)
  }

  /// Bytes kept of one paste; what comes after is dropped.
  static let pasteLimit = Limits.body
  /// So many different characters at once are no hand's: a paste from a terminal that does not mark one.
  static let burst = 8
  static let pasteStart: Int32 = 2001
  static let pasteEnd: Int32 = 2002

  /// ncurses' codes and what they mean; filled by the terminal.
  package var codes: [Int32: Key] = [:]
  /// Whether bytes are UTF-8; otherwise ISO 8859-1.
  package var isUTF8 = true
  private var pending: [UInt8] = []
  private var isAfterEscape = false
  private var pasted: [UInt8]?

  package init() {}

  /// A paste was begun and its end has not come.
  package var isPasting: Bool { pasted != nil }

  /// All that was waiting in the terminal, in order. A lone escape is one only here, where nothing follows it.
  package mutating func read(_ next: () -> Int32?) -> [Input] {
    var inputs: [Input] = []
    while let code = next() { take(code, &inputs) }
    if isAfterEscape {
      isAfterEscape = false
      inputs.append(.key(.escape))
    }
    return Keyboard.withoutBursts(inputs)
  }

  /// Ends a paste whose end got lost.
  package mutating func endPaste() -> [Input] {
    defer { pasted = nil }
    return pasted.map { [.paste(Keyboard.text($0))] } ?? []
  }

  private mutating func take(_ code: Int32, _ inputs: inout [Input]) {
    if code == Keyboard.pasteStart {
      pasted = []
    } else if code == Keyboard.pasteEnd {
      inputs += endPaste()
    } else if pasted != nil {
      if code < 256, let count = pasted?.count, count < Keyboard.pasteLimit {
        pasted?.append(UInt8(truncatingIfNeeded: code))
      }
    } else if code >= 256 {
      pending = []
      if let key = codes[code] { give(key, &inputs) }
    } else {
      take(byte: UInt8(truncatingIfNeeded: code), &inputs)
    }
  }

  private mutating func take(byte: UInt8, _ inputs: inout [Input]) {
    if byte >= 0x80 { return take(high: byte, &inputs) }
    pending = []
    switch byte {
    case 0x1B:
      if isAfterEscape { inputs.append(.key(.escape)) }
      isAfterEscape = true
    case 0x0D, 0x0A: give(.enter, &inputs)
    case 0x09: give(.tab, &inputs)
    case 0x7F, 0x08: give(.backspace, &inputs)
    case 0x00: give(.ctrl(" "), &inputs)
    case 0x01...0x1A: give(.ctrl(.char(Unicode.Scalar(byte + 0x60))), &inputs)
    case 0x1C...0x1F: give(.ctrl(.char(Unicode.Scalar(byte + 0x40))), &inputs)
    default: give(.char(Unicode.Scalar(byte)), &inputs)
    }
  }

  /// A byte of a character of several, or of ISO 8859-1.
  private mutating func take(high byte: UInt8, _ inputs: inout [Input]) {
    guard isUTF8 else {
      if byte >= 0xA0 { give(.char(Unicode.Scalar(byte)), &inputs) }
      return
    }
    if byte >= 0xC0 { pending = [] }
    pending.append(byte)
    let wanted = Keyboard.length(pending[0])
    guard wanted > 1 else { return pending = [] }
    guard pending.count == wanted else { return }
    var decoder = UTF8()
    var bytes = pending.makeIterator()
    pending = []
    if case .scalarValue(let scalar) = decoder.decode(&bytes) { give(.char(scalar), &inputs) }
  }

  private mutating func give(_ key: Key, _ inputs: inout [Input]) {
    inputs.append(.key(isAfterEscape ? .alt(key) : key))
    isAfterEscape = false
  }

  /// Bytes of the UTF-8 character that begins so; 0 where none does.
  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// Terminals send a return at the end of each pasted line.
  private static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (place, byte) in bytes.enumerated() {
      if byte == 0x0D {
        out.append(0x0A)
      } else if byte != 0x0A || place == 0 || bytes[place - 1] != 0x0D {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Runs of characters too quick and too varied for hands become pastes, so that they run no commands.
  static func withoutBursts(_ inputs: [Input]) -> [Input] {
    var out: [Input] = []
    var run = String.UnicodeScalarView()
    var keys: [Input] = []
    func flush() {
      if Set(run.filter { $0 != "\n" }).count >= burst { out.append(.paste(String(run))) } else { out += keys }
      run = String.UnicodeScalarView()
      keys = []
    }
    for input in inputs {
      switch input {
      case .key(.char(let scalar)): run.append(scalar)
      case .key(.enter) where !run.isEmpty: run.append("\n")
      default:
        flush()
        out.append(input)
        continue
      }
      keys.append(input)
    }
    flush()
    return out
  }
}
