import Kit
import Screen
import Testing

/// A text with `|` for the cursor, keys by their names, and the text after them.
struct Edit: CustomTestStringConvertible, Sendable {
  let before: String
  let keys: String
  let after: String
  var testDescription: String { "\(before) \(keys)" }

  init(_ before: String, _ keys: String, _ after: String) {
    (self.before, self.keys, self.after) = (before, keys, after)
  }
}

private func keys(_ names: String) -> [Key] { names.split(separator: " ").compactMap { Key(name: String($0)) } }

/// Presses keys by their names; every one must mean something.
private func press(_ names: String, _ field: inout TextField) {
  for key in keys(names) where !field.handle(key) { Issue.record("\(key.name) means nothing in a field") }
}

private func press(_ names: String, _ area: inout TextArea) {
  for key in keys(names) where !area.handle(key) { Issue.record("\(key.name) means nothing in an area") }
}

private func withCursor(_ text: String, _ cursor: Int) -> String {
  String(text.prefix(cursor)) + "|" + String(text.dropFirst(cursor))
}

private func place(_ drawn: String) -> (text: String, cursor: Int) {
  let cursor = drawn.prefix { $0 != "|" }.count
  return (drawn.filter { $0 != "|" }, cursor)
}

private let common: [Edit] = [
  Edit("|", "a b é", "abé|"), Edit("ab|", "Left x", "ax|b"), Edit("|ab", "Right x", "ax|b"), Edit("|ab", "Left", "|ab"),
  Edit("ab|", "Right", "ab|"), Edit("ab|c", "Backspace", "a|c"), Edit("|ab", "Backspace", "|ab"),
  Edit("a|bc", "Delete", "a|c"), Edit("ab|", "C-d", "ab|"), Edit("un deux|", "C-a", "|un deux"),
  Edit("|un deux", "C-e", "un deux|"), Edit("un de|ux", "C-k", "un de|"), Edit("un de|ux", "C-u", "|ux"),
  Edit("a/b c/d|", "C-w", "a/b |"), Edit("a/b c/d|", "A-Backspace", "a/b c/|"), Edit("|un deux", "A-d", "| deux"),
  Edit("un deux|", "A-b", "un |deux"), Edit("|un deux", "A-f", "un| deux"),
  Edit("un deux|", "C-Left C-Left", "|un deux"),
  Edit("|un, deux", "C-Right C-Right", "un, deux|"), Edit("un deux|", "C-w C-a C-y", "deux|un "),
  Edit("un deux trois|", "C-w C-w C-y", "un deux trois|"), Edit("un de|ux", "C-k C-u C-y", "un deux|"),
  Edit("👨‍👩‍👧|", "Backspace", "|"), Edit("e\u{301}|x", "Left Right Delete", "e\u{301}|"), Edit("|", "a C-_", "|"),
  Edit("un|", "C-w C-_", "un|"), Edit("日本|", "Left x", "日x|本"), Edit("a|", "C-_ C-_ C-_", "a|"),
]

@Test(arguments: common)
func aFieldIsEdited(_ edit: Edit) {
  let start = place(edit.before)
  var field = TextField(start.text)
  field.move(to: start.cursor)
  press(edit.keys, &field)
  #expect(withCursor(field.text, field.cursor) == edit.after)
}

@Test(
  arguments: common + [
    Edit("un|", "Enter x", "un\nx|"), Edit("un\n|deux", "Backspace", "un|deux"), Edit("un|\ndeux", "C-k", "un|deux"),
    Edit("un\nde|ux", "C-u", "un\n|ux"), Edit("un\nde|ux", "Up", "un|\ndeux"), Edit("u|n\ndeux", "Down", "un\nd|eux"),
    Edit("trois|\nun\ndeux", "Down Down", "trois\nun\ndeux|"), Edit("un|", "Down", "un|"), Edit("a\n|", "Up", "|a\n"),
    Edit("un\ndeux|", "C-Home", "|un\ndeux"), Edit("|un\ndeux", "C-End", "un\ndeux|"),
    Edit("|un deux", "End", "un deux|"),
    Edit("aaaa bbbb c|ccc", "Up", "a|aaa bbbb cccc"), Edit("a|aaa bbbb cccc", "Down", "aaaa bbbb c|ccc"),
    Edit("aaaa bbbb cc|cc", "Home", "aaaa bbbb |cccc"),
  ])
func anAreaIsEdited(_ edit: Edit) {
  let start = place(edit.before)
  var area = TextArea(start.text)
  area.resize(width: 10, height: 3)
  area.move(to: start.cursor)
  press(edit.keys, &area)
  #expect(withCursor(area.text, area.cursor) == edit.after)
}

@Test(arguments: ["Enter", "Esc", "Tab", "Up", "Down", "F1", "C-x", "A-Enter"])
func aFieldLeavesOtherKeys(_ name: String) {
  var field = TextField("a")
  let known = field.handle(keys(name)[0])
  #expect(!known && field.text == "a")
}

@Test func aMarkJoinsItsLetter() {
  var field = TextField("e")
  _ = field.handle("\u{301}")
  #expect(field.text == "e\u{301}" && field.cursor == 1)
}

@Test func pastingIsCleaned() {
  var field = TextField()
  field.insert("un\r\ndeux\ttrois\u{1b}[31m")
  #expect(field.text == "un deux trois[31m")
  var area = TextArea()
  area.insert("un\r\ndeux\rtrois")
  #expect(area.text == "un\ndeux\ntrois")
}

@Test func aFieldHasALimit() {
  var field = TextField("abc", limit: 5)
  field.insert("defgh")
  press("x", &field)
  #expect(field.text == "abcde")
}

@Test(arguments: [
  (0, 5, "abcd…", 0), (4, 5, "abcd…", 4), (5, 5, "…def…", 3), (9, 5, "…hij", 3), (10, 5, "…hij", 4),
  (10, 20, "abcdefghij", 10),
])
func aLongFieldSlides(_ cursor: Int, _ width: Int, _ text: String, _ column: Int) {
  var field = TextField("abcdefghij")
  field.move(to: cursor)
  let layout = field.layout(width: width)
  #expect(Width.of(layout.text) <= width)
  #expect(layout.cursor >= 0 && layout.cursor < width)
  #expect(layout.text == text && layout.cursor == column)
}

@Test func theCursorStaysOnItsLetter() {
  let text = "Ça 日本 coûte 👍🏽 3 € et e\u{301}tc. à l’étage 日本語 fin"
  for width in 3...60 {
    for place in 0...text.count {
      var field = TextField(text)
      field.move(to: place)
      let layout = field.layout(width: width)
      var frame = Frame(width: width, height: 1)
      frame.put(layout.text)
      let letter = SafeText.line(String(text.dropFirst(place).prefix(1))).text.unicodeScalars.first ?? " "
      let seen = frame[layout.cursor, 0].scalar
      // A wide letter that would straddle the edge is a space before the `…`.
      let isStraddling = seen == " " && Width.of(letter) == 2
      if seen != letter, seen != "…", !isStraddling {
        Issue.record("\(place) in \(width): \(seen) for \(letter) in \(layout.text)")
      }
    }
  }
}

@Test func anAreaShowsItsRows() {
  var area = TextArea("Bonjour Aïcha,\n\nLe serveur ne répond plus depuis 13:47.\nFin")
  area.resize(width: 20, height: 4)
  #expect(area.layout().lines == ["Bonjour Aïcha,", "", "Le serveur ne répond", "plus depuis 13:47."])
  #expect(area.layout().hasMoreBelow && !area.layout().hasMoreAbove)
  press("C-End", &area)
  #expect(area.layout().lines == ["", "Le serveur ne répond", "plus depuis 13:47.", "Fin"])
  #expect(area.layout().cursor == Point(x: 3, y: 3))
  press("Up Up Up Up", &area)
  #expect(area.layout().lines.first == "Bonjour Aïcha," && area.layout().cursor == Point(x: 3, y: 0))
}

@Test func anAreaIsNeverLost() {
  var area = TextArea(String(repeating: "Le serveur 日本 ne répond plus.\n\n", count: 20))
  let moves = keys(
    "PageDown Down Down Up End x Enter Home Backspace PageUp C-End A-b C-w C-Home Down C-k C-y C-_ PageDown")
  for width in [1, 2, 5, 33] {
    for height in [1, 2, 7] {
      area.resize(width: width, height: height)
      for key in moves {
        press(key.name, &area)
        let layout = area.layout()
        #expect(layout.lines.count <= height && layout.cursor.y < max(1, layout.lines.count) && layout.cursor.x < width)
      }
    }
  }
}

@Test func aHundredKilobytesArePasted() {
  var area = TextArea()
  area.insert(String(repeating: "Une ligne de journal, longue comme un jour sans pain 0x80070035\n", count: 1600))
  for _ in 0..<20 { press("x", &area) }
  #expect(area.text.hasSuffix("\nxxxxxxxxxxxxxxxxxxxx") && area.layout().lines.last == "xxxxxxxxxxxxxxxxxxxx")
}
