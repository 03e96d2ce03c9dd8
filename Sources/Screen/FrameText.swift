/// A frame as text: what a test compares and `guichet theme check` prints.
extension Frame {
  /// The rows as strings, each exactly as wide as the frame.
  package var lines: [String] { (0..<size.height).map(line) }

  /// The rows without the spaces at their ends, joined by newlines.
  package var text: String {
    lines.map { line in
      var end = line.unicodeScalars.endIndex
      while end > line.startIndex, line.unicodeScalars[line.unicodeScalars.index(before: end)] == " " {
        end = line.unicodeScalars.index(before: end)
      }
      return String(line.unicodeScalars[..<end])
    }.joined(separator: "\n")
  }

  /// One row as text, its wide characters once and its marks with them.
  package func line(_ y: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for cell in row(y) where cell.span != .tail {
      scalars.append(cell.scalar)
      if cell.marks != 0 { scalars.append(contentsOf: marks(of: cell)) }
    }
    return String(scalars)
  }

  /// The roles of a row, one per cell.
  package func roles(_ y: Int) -> [Role] { row(y).map(\.role) }
}
