/// Text folded into lines of at most so many columns.
package enum Wrap {
  /// Lines a text is folded into at most; a hostile body is cut there.
  package static let lineLimit = 100_000

  /// The lines of a text. Words go whole to the next line, those too long for any line are cut; blank lines stay; a
  /// folded line keeps its paragraph's indentation, and stands under the text of a list item or a quotation.
  package static func lines(_ text: some StringProtocol, width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for paragraph in Substring(text).utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      // No character takes more columns than bytes.
      if paragraph.count <= width {
        lines.append(trimmed(paragraph))
      } else {
        fold(Array(Substring(paragraph).unicodeScalars), width, into: &lines)
      }
      if lines.count >= lineLimit { return Array(lines.prefix(lineLimit)) }
    }
    return lines
  }

  private static func fold(_ scalars: [Unicode.Scalar], _ width: Int, into lines: inout [String]) {
    if fits(scalars, width) { return lines.append(trimmed(scalars[...])) }
    let lead = Lead(scalars, width: width)
    let rows = rows(
      scalars, in: lead.count..<scalars.count, width: width - lead.width, columns: { Width.of($0) },
      scalar: { $0 })
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
    return String(unsafeUninitializedCapacity: (end - scalars.startIndex) * 4) { bytes in
      var count = 0
      for scalar in scalars[..<end] {
        for unit in scalar.utf8 {
          bytes[count] = unit
          count += 1
        }
      }
      return count
    }
  }

  private static func trimmed(_ paragraph: Substring.UTF8View) -> String {
    var rest = paragraph
    while rest.last == UInt8(ascii: " ") { rest.removeLast() }
    return String(Substring(rest))
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
    _ elements: [Element], in range: Range<Int>, width: Int, columns: (Element) -> Int,
    scalar: (Element) -> Unicode.Scalar
  ) -> [Range<Int>] {
    var folder = Folder(start: range.lowerBound, width: width)
    for place in range { folder.take(place, scalar(elements[place]), columns(elements[place])) }
    return folder.rows + [folder.start..<range.upperBound]
  }
}

/// Finds the rows of one paragraph, character by character.
private struct Folder {
  let width: Int
  var rows: [Range<Int>] = []
  /// Where the row being filled begins, and its columns so far.
  var start: Int
  private var column = 0
  /// The last place the row may be folded before, and the columns up to there.
  private var fold: Int
  private var columnAtFold = 0
  private var isAfterSpace = false
  /// The last character that was no space; nil while there are only spaces, which indent and are no place to fold.
  private var last: Unicode.Scalar?

  init(start: Int, width: Int) {
    self.start = start
    self.width = width
    fold = start
  }

  @inline(__always)
  mutating func take(_ place: Int, _ scalar: Unicode.Scalar, _ columns: Int) {
    if scalar == " " {
      column += 1
      isAfterSpace = true
      return
    }
    if columns > 1 || (isAfterSpace && mayFold(before: scalar)) {
      fold = place
      columnAtFold = column
    }
    if overflows(place, columns) {
      cut(at: fold > start ? fold : place)
      // A word too long for any row is cut where it passes the edge.
      if overflows(place, columns) { cut(at: place) }
    }
    column += columns
    isAfterSpace = false
    last = scalar
  }

  /// A mark goes with its character, unless spaces already hang past the edge.
  private func overflows(_ place: Int, _ columns: Int) -> Bool {
    column + columns > width && place > start && (columns > 0 || column > width)
  }

  private mutating func cut(at place: Int) {
    rows.append(start..<place)
    column = place == fold ? column - columnAtFold : 0
    start = place
    fold = place
    columnAtFold = 0
  }

  /// A space French typography wants unbroken holds even where somebody typed a plain one: inside guillemets, before
  /// a high mark.
  private func mayFold(before scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", ";", "!", "?", "»", "%": false
    default: last != nil && last != "«"
    }
  }
}
