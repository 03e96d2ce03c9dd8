/// Text folded into lines of at most so many columns.
package enum Wrap {
  /// Lines a text is folded into at most; a hostile body is cut there.
  package static let lineLimit = 100_000

  /// The lines of a text. Words go whole to the next line, those too long for any line are cut; blank lines stay; a
  /// folded line keeps its paragraph's indentation, and stands under the text of a list item or a quotation.
  package static func lines(_ text: some StringProtocol, width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      fold(Array(paragraph), width, into: &lines)
      if lines.count >= lineLimit { return Array(lines.prefix(lineLimit)) }
    }
    return lines
  }

  private static func fold(_ scalars: [Unicode.Scalar], _ width: Int, into lines: inout [String]) {
    if fits(scalars, width) { return lines.append(trimmed(scalars[...])) }
    let lead = Lead(scalars, width: width)
    let rows = rows(
      scalars, in: lead.count..<scalars.count, width: width - lead.width, columns: { Width.of($0) },
      isSpace: { $0 == " " })
    for (number, row) in rows.enumerated() {
      lines.append(trimmed((number == 0 ? scalars[..<lead.count] : lead.again[...]) + scalars[row]))
    }
  }

  private static func fits(_ scalars: [Unicode.Scalar], _ width: Int) -> Bool {
    var columns = 0
    for scalar in scalars {
      columns += Width.of(scalar)
      if columns > width { return false }
    }
    return true
  }

  /// Without the spaces at the end, which a fold leaves past the edge.
  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var end = scalars.endIndex
    while end > scalars.startIndex, scalars[end - 1] == " " { end -= 1 }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars[..<end])
    return String(line)
  }

  /// What begins a paragraph and is not folded: indentation, `>` of a quotation, the mark of a list item.
  private struct Lead {
    let count: Int
    let width: Int
    /// What begins the lines that follow.
    let again: [Unicode.Scalar]

    init(_ scalars: [Unicode.Scalar], width: Int) {
      var end = 0
      while end < scalars.count, scalars[end] == " " || scalars[end] == ">" { end += 1 }
      var again = Array(scalars[..<end])
      let mark = Lead.listMark(scalars[end...])
      again += [Unicode.Scalar](repeating: " ", count: mark)
      end += mark
      // An indentation that leaves too little room is text like any other.
      let fits = end <= width / 2
      count = fits ? end : 0
      self.width = fits ? end : 0
      self.again = fits ? again : []
    }

    /// Scalars of `- `, `* `, `• ` or `12. ` at the start.
    private static func listMark(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
      guard let first = scalars.first else { return 0 }
      if "-*•–".unicodeScalars.contains(first) { return scalars.dropFirst().first == " " ? 2 : 0 }
      let digits = scalars.prefix(4).prefix { $0.properties.numericType == .decimal }.count
      let rest = scalars.dropFirst(digits)
      let isItem = digits > 0 && (rest.first == "." || rest.first == ")") && rest.dropFirst().first == " "
      return isItem ? digits + 2 : 0
    }
  }

  /// The rows of a paragraph, as ranges of `elements` that follow each other without a gap; one empty row when the
  /// paragraph is empty. Spaces at a fold stay at the end of their row, past the edge if need be. A fold may also
  /// stand before a character of two columns, since such scripts have no spaces.
  static func rows<Element>(
    _ elements: [Element], in range: Range<Int>, width: Int, columns: (Element) -> Int, isSpace: (Element) -> Bool
  ) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = range.lowerBound
    var fold = start
    var column = 0
    var columnAtFold = 0
    var afterSpace = false
    var hasWord = false
    for place in range {
      let element = elements[place]
      if isSpace(element) {
        column += 1
        afterSpace = true
        continue
      }
      let wide = columns(element)
      // Spaces that only indent the row are no place to fold.
      if (afterSpace && hasWord) || wide > 1 {
        fold = place
        columnAtFold = column
      }
      afterSpace = false
      if column + wide > width, place > start, wide > 0 || column > width {
        let cut = fold > start ? fold : place
        rows.append(start..<cut)
        column = cut == fold ? column - columnAtFold : 0
        start = cut
        fold = cut
        columnAtFold = 0
        if column + wide > width, place > start {
          rows.append(start..<place)
          start = place
          fold = place
          column = 0
        }
      }
      column += wide
      hasWord = true
    }
    rows.append(start..<range.upperBound)
    return rows
  }
}
