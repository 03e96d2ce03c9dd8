/// One line of text being typed. A value: the console keeps it in its model and draws what `layout` says.
package struct TextField: Hashable, Sendable {
  /// Characters a field takes unless told otherwise.
  package static let limit = 1000

  private var editor: Editor

  /// The cursor begins at the end.
  package init(_ text: String = "", limit: Int = TextField.limit) {
    editor = Editor(text, limit: limit, newline: " ")
  }

  /// The text as typed or pasted.
  package var text: String {
    get { editor.letters.string }
    set { editor = Editor(newValue, limit: editor.limit, newline: " ") }
  }

  package var isEmpty: Bool { editor.letters.isEmpty }
  /// Characters this field takes.
  package var limit: Int { editor.limit }
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

  /// Puts the cursor before a character, counted from the start.
  package mutating func move(to place: Int) { editor.move(to: place) }

  /// What a field of that width shows, ready to be drawn, and the cursor's column in it. A text too long slides by
  /// half a width at a time, `…` standing for what is out of sight.
  package func layout(width: Int) -> (text: String, cursor: Int) {
    guard width > 0 else { return ("", 0) }
    let letters = editor.letters
    let cursor = letters[..<editor.cursor].columns
    let total = cursor + letters[editor.cursor...].columns
    // The end of the text needs a cell for the cursor too.
    if total < width || (total == width && cursor < width) { return (letters.shown, cursor) }
    let step = max(1, width / 2)
    let offset = cursor < width ? 0 : (cursor - width + step) / step * step
    let hasMore = total > offset + width
    let left = offset > 0 ? 1 : 0
    let window = letters.window(from: offset + left, to: offset + width - (hasMore ? 1 : 0))
    let lead = String(repeating: "…", count: left) + String(repeating: " ", count: window.skipped)
    let rest = hasMore ? String(repeating: " ", count: window.spare) + "…" : ""
    return (lead + window.letters.shown + rest, min(width - 1, cursor - offset))
  }
}
