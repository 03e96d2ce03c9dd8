import Screen

/// A terminal's screen, as far as ncurses uses one on `xterm` and `tmux`: enough to read what an agent sees.
package struct VTScreen: Sendable {
  package private(set) var width: Int
  package private(set) var height: Int
  /// Private modes that are on (DECSET): 1049 other screen, 2004 bracketed paste …
  package private(set) var modes: Set<Int> = []
  package private(set) var isCursorShown = true
  private var cells: [[Character]]
  private var x = 0
  private var y = 0
  private var saved = (x: 0, y: 0)
  private var top = 0
  private var bottom: Int
  private var state = State.ground
  private var utf8: [UInt8] = []
  private var last: Character = " "

  /// A parameter that is larger is taken for that.
  private static let largest = 9999

  private enum State {
    case ground, escape, charset, string, stringEscape
    case sequence([UInt8])
  }

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
    bottom = height - 1
    cells = VTScreen.blank(width, height)
  }

  /// The rows, without the spaces at their ends.
  package var lines: [String] {
    cells.map { row in
      var text = String(row.filter { $0 != "\u{0}" })
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  package var text: String { lines.joined(separator: "\n") }
  package var isEmpty: Bool { cells.allSatisfy { $0.allSatisfy { $0 == " " } } }

  package mutating func resize(width: Int, height: Int) {
    var other = VTScreen.blank(width, height)
    for row in 0..<min(height, self.height) {
      for column in 0..<min(width, self.width) { other[row][column] = cells[row][column] }
    }
    (self.width, self.height, cells) = (width, height, other)
    (top, bottom) = (0, height - 1)
    x = min(x, width - 1)
    y = min(y, height - 1)
  }

  package mutating func take(_ bytes: some Sequence<UInt8>) { for byte in bytes { take(byte) } }

  private static func blank(_ width: Int, _ height: Int) -> [[Character]] {
    [[Character]](repeating: [Character](repeating: " ", count: width), count: height)
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .charset: state = .ground
    case .string:
      if byte == 0x07 { state = .ground } else if byte == 0x1B { state = .stringEscape }
    case .stringEscape: state = .ground
    case .sequence(let bytes):
      if byte >= 0x40 {
        state = .ground
        sequence(bytes, byte)
      } else {
        state = .sequence(bytes + [byte])
      }
    }
  }

  private mutating func ground(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0x0D: x = 0
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x08: x = max(0, x - 1)
    case 0x09: x = min(width - 1, (x / 8 + 1) * 8)
    case 0x00..<0x20: break
    case 0x20..<0x7F: put(Character(Unicode.Scalar(byte)))
    default: high(byte)
    }
  }

  private mutating func high(_ byte: UInt8) {
    if byte >= 0xC0 { utf8 = [] }
    utf8.append(byte)
    let wanted = utf8[0] >= 0xF0 ? 4 : utf8[0] >= 0xE0 ? 3 : 2
    guard utf8.count >= wanted else { return }
    if let character = String(decoding: utf8, as: UTF8.self).first { put(character) }
    utf8 = []
  }

  private mutating func put(_ character: Character) {
    let columns = Width.of(String(character))
    if columns == 0 {
      // What does not join the character before it has no place to be kept.
      let joined = x > 0 ? String(cells[y][x - 1]) + String(character) : ""
      if joined.count == 1 { cells[y][x - 1] = Character(joined) }
      return
    }
    guard columns <= width else { return }
    if x + columns > width {
      x = 0
      lineFeed()
    }
    cells[y][x] = character
    if columns == 2 { cells[y][x + 1] = "\u{0}" }
    x += columns
    last = character
  }

  private mutating func lineFeed() { if y == bottom { scroll(top, 1) } else { y = min(height - 1, y + 1) } }

  /// Rows from `first` to the region's end move up by `count`, down where it is negative.
  private mutating func scroll(_ first: Int, _ count: Int) {
    guard first <= bottom else { return }
    let empty = [Character](repeating: " ", count: width)
    for _ in 0..<min(abs(count), bottom - first + 1) {
      if count > 0 {
        cells.remove(at: first)
        cells.insert(empty, at: bottom)
      } else {
        cells.remove(at: bottom)
        cells.insert(empty, at: first)
      }
    }
  }

  private mutating func escape(_ byte: UInt8) {
    state = .ground
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
    case UInt8(ascii: "7"): saved = (x, y)
    case UInt8(ascii: "8"): (x, y) = saved
    case UInt8(ascii: "M"): if y == top { scroll(top, -1) } else { y = max(0, y - 1) }
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "E"):
      x = 0
      lineFeed()
    default: break
    }
  }

  private mutating func sequence(_ bytes: [UInt8], _ final: UInt8) {
    let isPrivate = bytes.first == UInt8(ascii: "?")
    let text = String(decoding: bytes.drop { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: ">") }, as: UTF8.self)
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false)
      .map { min(Int($0) ?? 0, VTScreen.largest) }
    let first = max(1, numbers.first ?? 1)
    if isPrivate { return mode(numbers, final) }
    switch final {
    case UInt8(ascii: "H"), UInt8(ascii: "f"):
      y = min(height, first) - 1
      x = min(width, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case UInt8(ascii: "A"): y = max(0, y - first)
    case UInt8(ascii: "B"): y = min(height - 1, y + first)
    case UInt8(ascii: "C"): x = min(width - 1, x + first)
    case UInt8(ascii: "D"): x = max(0, x - first)
    case UInt8(ascii: "G"), UInt8(ascii: "`"): x = min(width, first) - 1
    case UInt8(ascii: "d"): y = min(height, first) - 1
    case UInt8(ascii: "J"): erase(numbers.first ?? 0)
    case UInt8(ascii: "K"): eraseLine(numbers.first ?? 0)
    case UInt8(ascii: "X"): for column in x..<min(width, x + first) { cells[y][column] = " " }
    case UInt8(ascii: "b"): for _ in 0..<first { put(last) }
    case UInt8(ascii: "@"): for _ in 0..<min(first, width - x) { shift(insertAt: x) }
    case UInt8(ascii: "P"): for _ in 0..<min(first, width - x) { shift(removeAt: x) }
    case UInt8(ascii: "L"): scroll(y, -first)
    case UInt8(ascii: "M"): scroll(y, first)
    case UInt8(ascii: "S"): scroll(top, first)
    case UInt8(ascii: "T"): scroll(top, -first)
    case UInt8(ascii: "r"):
      top = min(height, first) - 1
      bottom = (numbers.count > 1 && numbers[1] > 0 ? min(height, numbers[1]) : height) - 1
      if bottom <= top { (top, bottom) = (0, height - 1) }
      (x, y) = (0, 0)
    default: break
    }
  }

  private mutating func shift(insertAt column: Int) {
    cells[y].insert(" ", at: column)
    cells[y].removeLast()
  }

  private mutating func shift(removeAt column: Int) {
    cells[y].remove(at: column)
    cells[y].append(" ")
  }

  private mutating func mode(_ numbers: [Int], _ final: UInt8) {
    for number in numbers {
      switch final {
      case UInt8(ascii: "h"):
        modes.insert(number)
        if number == 1049 { cells = VTScreen.blank(width, height) }
      case UInt8(ascii: "l"): modes.remove(number)
      default: break
      }
      if number == 25 { isCursorShown = final == UInt8(ascii: "h") }
    }
  }

  private mutating func erase(_ kind: Int) {
    let rows = kind == 0 ? y + 1..<height : kind == 1 ? 0..<y : 0..<height
    for row in rows where row < height { cells[row] = [Character](repeating: " ", count: width) }
    if kind != 2 { eraseLine(kind) }
  }

  private mutating func eraseLine(_ kind: Int) {
    let columns = kind == 0 ? min(x, width)..<width : kind == 1 ? 0..<min(width, x + 1) : 0..<width
    for column in columns { cells[y][column] = " " }
  }
}
