/// One line of text being typed. A value: the console keeps it in its model and draws what `layout` says.
package struct TextField: Hashable, Sendable {
  /// Characters a field takes unless told otherwise.
  package static let limit = 1000

  private var editor: Editor

  package init(_ text: String = "", limit: Int = TextField.limit) {
    editor = Editor(text, limit: limit, newline: " ")
  }

  /// The text as typed or pasted.
  package var text: String {
    get { editor.letters.string }
    set { editor = Editor(newValue, limit: editor.limit, newline: " ") }
  }

  package var isEmpty: Bool { editor.letters.isEmpty }
  /// The cursor's place, in characters from the start.
  package var cursor: Int { editor.cursor }

  /// Edits, and says whether the key meant anything here. Enter, Escape, Tab and the vertical arrows never do:
  /// they belong to the form.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .home: editor.move(to: 0)
    case .end: editor.move(to: editor.letters.count)
    default: return editor.handle(key)
    }
    return true
  }

  /// Inserts pasted text at the cursor; line ends become spaces.
  package mutating func insert(_ text: String) { editor.insert(text) }

  package mutating func move(to place: Int) { editor.move(to: place) }

  /// What a field of that width shows, ready to be drawn, and the cursor's column in it. A text too long slides by
  /// half a width at a time, `…` standing for what is out of sight.
  package func layout(width: Int) -> (text: String, cursor: Int) {
    guard width > 0 else { return ("", 0) }
    let letters = editor.letters
    var column = 0
    var cursorColumn = 0
    var starts: [Int] = []
    starts.reserveCapacity(letters.count)
    for (place, letter) in letters.enumerated() {
      if place == editor.cursor { cursorColumn = column }
      starts.append(column)
      column += Int(letter.width)
    }
    if editor.cursor == letters.count { cursorColumn = column }
    let step = max(1, width / 2)
    let offset = cursorColumn < width ? 0 : (cursorColumn - width + step) / step * step
    let first = starts.firstIndex { $0 >= offset } ?? letters.count
    let end = starts.firstIndex { $0 >= offset + width } ?? letters.count
    let from = first < letters.count ? starts[first] : column
    var shown = letters[min(first, end)..<end].shown
    if offset > 0, width > 2 { shown = "…" + Truncate.start(shown, max(0, Width.of(shown) - 1), ellipsis: "") }
    if column > offset + width, width > 2 { shown = Truncate.end(shown + "…", min(width, Width.of(shown))) }
    return (Truncate.end(shown, width, ellipsis: ""), min(width - 1, max(0, cursorColumn - from)))
  }
}
