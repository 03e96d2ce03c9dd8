import Kit
import Screen
import Testing

/// A drawing on a small frame and what is to be seen of it.
struct Drawing: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let seen: [String]
  let draw: @Sendable (inout Frame) -> Void

  init(_ name: String, _ seen: String..., draw: @escaping @Sendable (inout Frame) -> Void) {
    testDescription = name
    self.seen = seen
    self.draw = draw
  }
}

@Test(arguments: [
  Drawing("text is clipped to its area", "  abc     ", "          ") {
    $0.put("abcdef", in: Area(x: 2, width: 3, height: 1))
  },
  Drawing("a place counts from the area's corner", "          ", "    ab    ") {
    $0.put("ab", x: 1, y: 1, in: Area(x: 3, width: 5, height: 2))
  },
  Drawing("a wide character is not halved at the right", "日本語日 x", "          ") {
    $0.put("x", x: 9)
    $0.put("日本語日本", in: Area(width: 9, height: 1))
  },
  Drawing("a wide character is not halved at the left", " 本       ", "          ") { $0.put("日本", x: -1) },
  Drawing("writing over a half clears the other", "日x 語    ", "          ") {
    $0.put("日本語")
    $0.put("x", x: 2)
  },
  Drawing("writing over a right half clears the left", " x本      ", "          ") {
    $0.put("日本")
    $0.put("x", x: 1)
  },
  Drawing("marks stay on their character", "e\u{301}x        ", "          ") { $0.put("e\u{301}x") },
  Drawing("marks above four are dropped", "a\u{301}\u{302}\u{303}\u{304}b        ", "          ") {
    $0.put("a\u{301}\u{302}\u{303}\u{304}\u{305}b")
  },
  Drawing("controls become pictures", "a␛[31m·b␡ ", "          ") { $0.put("a\u{1b}[31m\u{9b}b\u{7f}") },
  Drawing("what turns the text is not drawn", "abcd      ", "          ") { $0.put("a\u{202e}b\u{2066}c\u{200b}d") },
  Drawing("what is not assigned is a box", "a□b       ", "          ") { $0.put("a\u{1FAE8}b") },
  Drawing("far outside", "          ", "          ") {
    $0.put("x", x: -500, y: 900)
    $0.fill(Area(x: 50, y: 50, width: 900, height: 900), "#")
  },
  Drawing("a rule with a title", "── Fil ───", "          ") { $0.rule(y: 0, title: "Fil") },
  Drawing("a box of two rows", "╭─ A ────╮", "╰────────╯") { $0.box($0.area, title: "A") },
])
func aFrameShows(_ drawing: Drawing) {
  var frame = Frame(width: 10, height: 2)
  drawing.draw(&frame)
  #expect(frame.lines == drawing.seen)
}

@Test func aPieceIsFollowedByTheNext() {
  var frame = Frame(width: 10, height: 1)
  let area = Area(x: 1, width: 9, height: 1)
  let x = frame.put("日é", .slaLate, in: area)
  frame.put("z", x: x, .key, in: area)
  #expect(frame.marked(0) == " {sla.late:日é}{key:z}     ")
}

@Test func aBarLiesUnderRoles() {
  var frame = Frame(width: 4, height: 1)
  frame.put("ab", .slaLate)
  frame.tint(frame.area, .cursorRow)
  frame.put("c", x: 2, .key)
  #expect(frame.row(0).map(\.surface) == [.cursorRow, .cursorRow, .cursorRow, .cursorRow])
  #expect(frame.roles(0) == [.slaLate, .slaLate, .key, .text])
}

@Test func aBoxReturnsItsInside() {
  var frame = Frame(width: 10, height: 4)
  #expect(frame.box(Area(x: 2, y: 0, width: 6, height: 3)) == Area(x: 3, y: 1, width: 4, height: 1))
}

/// In the middle; a strip too narrow to be read is left at neither side.
@Test(arguments: [
  (78, 80, 0, 80), (74, 80, 3, 74), (75, 80, 0, 80), (64, 80, 8, 64), (64, 40, 0, 40), (100, 120, 10, 100),
  (0, 4, 2, 0),
])
func anAreaInTheMiddle(_ wanted: Int, _ width: Int, _ x: Int, _ taken: Int) {
  let area = Area(width: width, height: 10).centred(width: wanted, height: 4)
  #expect(area == Area(x: x, y: 3, width: taken, height: 4))
}

@Test(arguments: [(0, 0), (-5, 3), (1, 1), (5000, 5000)])
func anySizeCanBeDrawnOn(_ width: Int, _ height: Int) {
  var frame = Frame(width: width, height: height)
  frame.box(frame.area, title: "title", footer: "footer")
  frame.rule(y: 0, title: "title")
  frame.put("日本語")
  #expect(frame.size.width <= Frame.largest.width && frame.lines.count == frame.size.height)
}

@Test func aCellIsEightBytes() { #expect(MemoryLayout<Cell>.size == 8) }

@Test func asciiKeepsTheColumns() {
  var frame = Frame(width: 24, height: 1)
  frame.put("▌▲ ─ É. Bérard 日 ł … │ế")
  #expect(frame.ascii.lines == [">^ - E. Berard ?? l . |e"])
}

/// What a row breaks of the law: its width, its halves, its controls.
private func broken(_ frame: Frame, _ y: Int) -> String? {
  let line = frame.line(y)
  if Width.of(line) != frame.size.width { return "\(Width.of(line)) columns: \(line)" }
  let spans = frame.row(y).map(\.span)
  for x in spans.indices {
    let isFollowed = x + 1 < spans.count && spans[x + 1] == .tail
    if (spans[x] == .wide) != isFollowed { return "a half at \(x): \(line)" }
  }
  if spans.first == .tail { return "a half at the left: \(line)" }
  return line.unicodeScalars.contains { isForbidden($0, isBody: false) } ? "a control: \(line)" : nil
}

@Test func whateverIsDrawnRowsAreWhole() {
  let pieces = [
    "abc", "日本語", "e\u{301}e\u{301}", "\u{1b}[2J", "🔥x🔥", "\u{202e}\u{200b}", "한글", "\u{301}", "│─╭", "\u{9b}",
    "👨\u{200d}👩",
  ]
  var seed: UInt64 = 42
  func next(_ count: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(seed >> 33) % count
  }
  var frame = Frame(width: 13, height: 4)
  for step in 0..<3000 {
    let area = Area(x: next(16) - 2, y: next(6) - 1, width: next(15), height: next(5))
    switch next(8) {
    case 0: frame.fill(area, next(2) == 0 ? "░" : "日")
    case 1: frame.tint(area, .cursorRow)
    case 2: frame.paint(area, .match)
    default: frame.put(pieces[next(pieces.count)], x: next(20) - 4, y: next(6) - 1, .key, in: next(2) == 0 ? area : nil)
    }
    for y in 0..<4 {
      if let fault = broken(frame, y) { Issue.record("step \(step): \(fault)"); return }
    }
  }
}
