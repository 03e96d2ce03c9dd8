/// A text of many lines being written, wrapped to the width it was last given.
///
/// The console calls `resize` when the pane's size is known or changes, then `handle` for each key, and draws
/// `layout()`. Only the paragraphs in sight are ever laid out, so a key costs the same in a long text.
package struct TextArea: Hashable, Sendable {
  /// Characters a text takes: more than any mail body the desk accepts.
  package static let limit = 200_000

  private var editor: Editor
  /// The columns and rows it was last given.
  package private(set) var size = Size(width: 80, height: 20)
  /// The first character of the first row in sight.
  private var top = 0
  /// The column the cursor wants to keep while it moves from row to row.
  private var wish: Int?

  /// The cursor begins at the start: above a template or a quotation.
  package init(_ text: String = "", limit: Int = TextArea.limit) {
    editor = Editor(text, limit: limit, newline: "\n")
    editor.move(to: 0)
  }

  /// The text as typed or pasted. Setting it puts the cursor at its end and forgets what could be undone.
  package var text: String {
    get { editor.letters.string }
    set {
      editor = Editor(newValue, limit: editor.limit, newline: "\n")
      scroll()
    }
  }

  package var isEmpty: Bool { editor.letters.isEmpty }
  /// Characters this text takes.
  package var limit: Int { editor.limit }
  /// The cursor's place, in characters from the start.
  package var cursor: Int { editor.cursor }

  /// What is in sight: rows ready to be drawn, and the cursor's cell among them.
  package struct Layout: Hashable, Sendable {
    package var lines: [String]
    package var cursor: Point
    /// There is text above or below.
    package var hasMoreAbove: Bool
    package var hasMoreBelow: Bool
  }

  // MARK: - Editing

  /// Takes the pane's columns and rows; nothing is done when they are the same.
  package mutating func resize(width: Int, height: Int) {
    let size = Size(width: max(1, width), height: max(1, height))
    if size == self.size { return }
    self.size = size
    wish = nil
    scroll()
  }

  /// Edits, and says whether the key meant anything here. Tab, Escape and Alt-Enter belong to the form.
  package mutating func handle(_ key: Key) -> Bool {
    let known = moveVertically(key) || edit(key)
    if known { scroll() }
    return known
  }

  /// Nothing stands before the cursor in its paragraph.
  package var isAtParagraphStart: Bool { editor.paragraphStart(editor.cursor) == editor.cursor }
  /// Nothing stands behind it there.
  package var isAtParagraphEnd: Bool { editor.paragraphEnd(editor.cursor) == editor.cursor }

  /// Inserts pasted text at the cursor.
  package mutating func insert(_ text: String) {
    editor.insert(text)
    wish = nil
    scroll()
  }

  /// Puts the cursor before a character, counted from the start.
  package mutating func move(to place: Int) {
    editor.move(to: place)
    wish = nil
    scroll()
  }

  private mutating func edit(_ key: Key) -> Bool {
    wish = nil
    switch key {
    case .enter: editor.insert("\n")
    case .home: editor.move(to: walk(from: editor.cursor).row.lowerBound)
    case .end: editor.move(to: rowEnd(walk(from: editor.cursor).row))
    case .ctrl(.home), .alt("<"): editor.move(to: 0)
    case .ctrl(.end), .alt(">"): editor.move(to: editor.letters.count)
    default: return editor.handle(key)
    }
    return true
  }

  private mutating func moveVertically(_ key: Key) -> Bool {
    switch key {
    case .up, .ctrl("p"): move(rows: -1)
    case .down, .ctrl("n"): move(rows: 1)
    case .pageUp: move(rows: -max(1, size.height - 1))
    case .pageDown: move(rows: max(1, size.height - 1))
    default: return false
    }
    return true
  }

  private mutating func move(rows: Int) {
    var walk = walk(from: editor.cursor)
    let column = wish ?? editor.letters[walk.row.lowerBound..<editor.cursor].columns
    for _ in 0..<rows.magnitude {
      guard rows < 0 ? walk.back() : walk.forward() else { break }
    }
    let row = walk.row
    var place = row.lowerBound
    var reached = 0
    let end = rowEnd(row)
    while place < end, reached + Int(editor.letters[place].width) <= column {
      reached += Int(editor.letters[place].width)
      place += 1
    }
    editor.move(to: place)
    wish = column
  }

  // MARK: - Rows

  /// The rows of the paragraph around a place. An empty paragraph has one empty row.
  private func rows(around place: Int) -> [Range<Int>] {
    let start = editor.paragraphStart(place)
    let end = editor.paragraphEnd(place)
    return Wrap.rows(
      editor.letters, in: start..<end, width: size.width, columns: { Int($0.width) }, scalar: { $0.scalar })
  }

  /// A row, and the way to those around it, one paragraph being laid out at a time.
  private struct Walk {
    let area: TextArea
    var rows: [Range<Int>]
    var number: Int
    var row: Range<Int> { rows[number] }

    mutating func back() -> Bool {
      if number == 0 {
        guard rows[0].lowerBound > 0 else { return false }
        rows = area.rows(around: rows[0].lowerBound - 1)
        number = rows.count
      }
      number -= 1
      return true
    }

    mutating func forward() -> Bool {
      number += 1
      if number < rows.count { return true }
      number -= 1
      guard row.upperBound < area.editor.letters.count else { return false }
      rows = area.rows(around: row.upperBound + 1)
      number = 0
      return true
    }
  }

  /// The row a place is on. At the seam of two rows the place is on the second.
  private func walk(from place: Int) -> Walk {
    let rows = rows(around: place)
    return Walk(area: self, rows: rows, number: rows.lastIndex { $0.lowerBound <= place } ?? 0)
  }

  /// The last place of a row the cursor can be at: before the newline, or before the seam with the next row.
  private func rowEnd(_ row: Range<Int>) -> Int {
    let end = row.upperBound
    let isSeam = end < editor.letters.count && editor.letters[end].kind != .newline
    return isSeam ? max(row.lowerBound, end - 1) : end
  }

  /// Moves the first row in sight as little as shows the cursor.
  private mutating func scroll() {
    top = walk(from: min(top, editor.cursor)).row.lowerBound
    var walk = walk(from: editor.cursor)
    for _ in 1..<max(2, size.height) where size.height > 1 {
      if walk.row.lowerBound <= top { return }
      guard walk.back() else { return }
    }
    top = max(top, walk.row.lowerBound)
  }

  /// What is in sight.
  package func layout() -> Layout {
    var lines: [String] = []
    var cursor = Point(x: 0, y: 0)
    var walk = walk(from: top)
    repeat {
      let row = walk.row
      if row.contains(editor.cursor) || row.upperBound == editor.cursor {
        let column = editor.letters[row.lowerBound..<editor.cursor].columns
        cursor = Point(x: min(column, size.width - 1), y: lines.count)
      }
      lines.append(Truncate.end(editor.letters[row].shown, size.width, ellipsis: ""))
    } while lines.count < size.height && walk.forward()
    return Layout(
      lines: lines, cursor: cursor, hasMoreAbove: top > 0, hasMoreBelow: walk.row.upperBound < editor.letters.count)
  }

  /// What would be in sight at another size.
  package func layout(width: Int, height: Int) -> Layout {
    var copy = self
    copy.resize(width: width, height: height)
    return copy.layout()
  }
}
