/// Cells of text set in columns, for output that scrolls by and for pages: nothing is cut, each column is as wide as its
/// widest cell, and no line ends in spaces.
package enum PlainTable {
  /// A line for each row, two spaces between its cells.
  /// - Parameter right: the columns set flush right; those of numbers.
  package static func lines(_ rows: [[String]], right: Range<Int>) -> [String] {
    guard let count = rows.map(\.count).max() else { return [] }
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? Width.of($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let line = row.enumerated().map { column, text in
        let room = String(repeating: " ", count: widths[column] - Width.of(text))
        return right.contains(column) ? room + text : text + room
      }.joined(separator: "  ")
      return line.withoutTrailingSpaces
    }
  }
}

extension String {
  /// Without the spaces at its end.
  package var withoutTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
