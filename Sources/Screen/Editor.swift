/// Text being edited and a cursor between two of its characters, with the keys of readline. It knows nothing of
/// rows: `TextField` and `TextArea` lay it out.
struct Editor: Hashable, Sendable {
  /// How far back one can undo.
  static let undoDepth = 50
  /// Letters kept for it in all, 24 bytes each: a long text can be undone fewer times.
  static let undoLetters = 500_000

  private(set) var letters: [Letter] = []
  private(set) var cursor = 0
  private var killed: [Letter] = []
  private var past: [Moment] = []
  private var lastEdit = Edit.none
  let limit: Int
  let newline: Character

  private struct Moment: Hashable, Sendable {
    var letters: [Letter]
    var cursor: Int
  }

  /// Edits of one kind in a row are one step of undo, and kills in a row one text to yank.
  private enum Edit: Hashable, Sendable { case none, type, erase, kill }

  /// `newline` is what a line end becomes: itself in a text, a space in a field.
  init(_ text: String, limit: Int, newline: Character) {
    self.limit = limit
    self.newline = newline
    letters = Letter.letters(text, newline: newline, limit: limit)
    cursor = letters.count
  }

  // MARK: - Moving

  mutating func move(to place: Int) {
    cursor = min(max(0, place), letters.count)
    lastEdit = .none
  }

  /// The start of the paragraph around a place.
  func paragraphStart(_ place: Int) -> Int {
    var place = place
    while place > 0, letters[place - 1].kind != .newline { place -= 1 }
    return place
  }

  /// The end of the paragraph around a place: its newline, or the end of the text.
  func paragraphEnd(_ place: Int) -> Int {
    var place = place
    while place < letters.count, letters[place].kind != .newline { place += 1 }
    return place
  }

  func wordStart(before place: Int) -> Int {
    var place = place
    while place > 0, letters[place - 1].kind != .word { place -= 1 }
    while place > 0, letters[place - 1].kind == .word { place -= 1 }
    return place
  }

  func wordEnd(after place: Int) -> Int {
    var place = place
    while place < letters.count, letters[place].kind != .word { place += 1 }
    while place < letters.count, letters[place].kind == .word { place += 1 }
    return place
  }

  /// Where the blank-separated word before a place begins: what Ctrl-W kills.
  private func blankStart(before place: Int) -> Int {
    func isBlank(_ letter: Letter) -> Bool { letter.kind == .space || letter.kind == .newline }
    var place = place
    while place > 0, isBlank(letters[place - 1]) { place -= 1 }
    while place > 0, !isBlank(letters[place - 1]) { place -= 1 }
    return place
  }

  // MARK: - Changing

  /// Inserts text at the cursor, cut to what the limit leaves. One call is one step of undo.
  mutating func insert(_ text: String) {
    let more = Letter.letters(text, newline: newline, limit: limit - letters.count)
    if more.isEmpty { return }
    remember(.none)
    letters.insert(contentsOf: more, at: cursor)
    cursor += more.count
  }

  /// Types one scalar; a mark joins the character before the cursor, a control is
  /// no text.
  mutating func type(_ scalar: Unicode.Scalar) {
    guard scalar.value >= 0x20, scalar.value != 0x7F else { return }
    if cursor > 0, letters[cursor - 1].kind != .newline, scalar.value >= 0x300 {
      let joined = String(letters[cursor - 1].character) + String(scalar)
      if joined.count == 1, let character = joined.first {
        remember(.type)
        letters[cursor - 1] = Letter(character)
        return
      }
    }
    guard letters.count < limit else { return }
    remember(.type)
    letters.insert(Letter(Character(scalar)), at: cursor)
    cursor += 1
  }

  mutating func erase(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<letters.count)
    if range.isEmpty { return }
    remember(.erase)
    letters.removeSubrange(range)
    cursor = range.lowerBound
  }

  mutating func kill(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<letters.count)
    if range.isEmpty { return }
    let follows = lastEdit == .kill
    let backwards = range.upperBound == cursor
    remember(.kill)
    let text = Array(letters[range])
    killed = follows ? (backwards ? text + killed : killed + text) : text
    letters.removeSubrange(range)
    cursor = range.lowerBound
  }

  mutating func yank() {
    let room = limit - letters.count
    if killed.isEmpty || room <= 0 { return }
    remember(.none)
    let text = killed.prefix(room)
    letters.insert(contentsOf: text, at: cursor)
    cursor += text.count
  }

  mutating func undo() {
    guard let moment = past.popLast() else { return }
    letters = moment.letters
    cursor = moment.cursor
    lastEdit = .none
  }

  private mutating func remember(_ edit: Edit) {
    if edit == .none || edit != lastEdit || (edit == .type && cursor > 0 && letters[cursor - 1].kind == .space) {
      past.append(Moment(letters: letters, cursor: cursor))
      var kept = past.reduce(0) { $0 + $1.letters.count }
      while past.count > 1, past.count > Editor.undoDepth || kept > Editor.undoLetters {
        kept -= past.removeFirst().letters.count
      }
    }
    lastEdit = edit
  }

  // MARK: - Keys

  /// The keys a field and an area have in common. False when the key means nothing here.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .char(let scalar): type(scalar)
    case .left, .ctrl("b"): move(to: cursor - 1)
    case .right, .ctrl("f"): move(to: cursor + 1)
    case .ctrl(.left), .alt("b"), .alt(.left): move(to: wordStart(before: cursor))
    case .ctrl(.right), .alt("f"), .alt(.right): move(to: wordEnd(after: cursor))
    case .ctrl("a"): move(to: paragraphStart(cursor))
    case .ctrl("e"): move(to: paragraphEnd(cursor))
    case .backspace, .ctrl("h"): erase(max(0, cursor - 1)..<cursor)
    case .delete, .ctrl("d"): erase(cursor..<min(letters.count, cursor + 1))
    case .ctrl("w"): kill(blankStart(before: cursor)..<cursor)
    case .alt(.backspace): kill(wordStart(before: cursor)..<cursor)
    case .alt("d"): kill(cursor..<wordEnd(after: cursor))
    case .ctrl("u"): kill(paragraphStart(cursor)..<cursor)
    case .ctrl("k"):
      let end = paragraphEnd(cursor)
      kill(cursor..<(end == cursor ? min(letters.count, end + 1) : end))
    case .ctrl("y"): yank()
    case .ctrl("_"): undo()
    default: return false
    }
    return true
  }
}
