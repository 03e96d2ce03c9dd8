/// How many columns text takes, by the very count ncurses uses (`WidthTable`).
///
/// What is counted is what a `Frame` draws: a scalar that cannot be shown counts for the one cell that stands for it.
package enum Width {
  /// The C library the table was taken from.
  package static let glibcVersion = WidthTable.glibcVersion

  /// Columns of one scalar: 0 (a mark), 1 or 2; nil when it cannot be shown (a control, an unassigned code point).
  package static func exact(_ scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value
    if value < 0x300 { return value >= 0xA0 || (value >= 0x20 && value < 0x7F) ? 1 : (value == 0 ? 0 : nil) }
    let width = classOf(value)
    return width == 3 ? nil : Int(width)
  }

  /// Columns of one scalar as a frame draws it.
  @inline(__always)
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    // Latin, and the rules, blocks and dots of the console itself, are most of any screen.
    if value < 0x300 || (value >= 0x2500 && value < 0x25FD) { return 1 }
    let width = classOf(value)
    return width == 3 ? 1 : Int(width)
  }

  /// Columns of a text on one line.
  package static func of(_ text: some StringProtocol) -> Int { of(String(text)) }

  /// The same for what nearly all text is: Latin, a column a letter, is counted by its bytes.
  package static func of(_ text: String) -> Int {
    var letters = 0
    for byte in text.utf8 {
      // U+0300 and what follows begin with 0xCC or more.
      if byte >= 0xCC { return columns(of: text.unicodeScalars) }
      if byte & 0xC0 != 0x80 { letters += 1 }
    }
    return letters
  }

  private static func columns(of scalars: String.UnicodeScalarView) -> Int {
    var columns = 0
    for scalar in scalars { columns += of(scalar) }
    return columns
  }

  /// The class of the last step at or before a code point.
  private static func classOf(_ value: UInt32) -> UInt32 {
    let wanted = value << 2 | 3
    return WidthTable.steps.withUnsafeBufferPointer { steps in
      var low = 0
      var high = steps.count
      while low < high {
        let middle = (low + high) / 2
        if steps[middle] <= wanted { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? 3 : steps[low - 1] & 3
    }
  }
}
