import Screen
import Testing

private let queue: [Column<String>] = [
  .fixed("sla", 6), .fixed("prio", 2), .fixed("number", 6, dropped: 3), .fixed("level", 2, dropped: 2),
  .flexible("subject", least: 10), .flexible("requester", least: 9, most: 14, dropped: 1),
  .fixed("site", 9, dropped: 6), .fixed("age", 3, .right, dropped: 4),
]

private func drawn(_ width: Int) -> String {
  Table.layout(queue, width: width).map { "\($0.id):\($0.x)+\($0.width)" }.joined(separator: " ")
}

@Test(arguments: [
  (20, "sla:0+6 prio:7+2 subject:10+10"), (30, "sla:0+6 prio:7+2 subject:10+10 requester:21+9"),
  (12, "sla:0+6 prio:7+2 subject:10+2"), (0, ""),
  (45, "sla:0+6 prio:7+2 number:10+6 level:17+2 subject:20+11 requester:32+9 age:42+3"),
])
func columnsFit(_ width: Int, _ slots: String) { #expect(drawn(width) == slots) }

@Test func columnsNeverPassTheEdge() {
  for width in 0...200 {
    let slots = Table.layout(queue, width: width)
    #expect(slots.allSatisfy { $0.x >= 0 && $0.width > 0 && $0.x + $0.width <= width })
  }
}

/// A window drawn as its rows: the cursor's is marked.
private func window(_ top: Int, cursor: Int, of count: Int, height: Int, margin: Int, _ step: Scroll.Step) -> Int {
  Scroll(top: top).following(cursor, of: count, height: height, margin: margin, step: step).top
}

@Test(arguments: [
  (0, 4, 0), (0, 9, 0), (0, 10, 1), (50, 49, 49), (50, 60, 51), (95, 99, 90), (0, 99, 90), (500, 3, 3), (-4, 0, 0),
])
func aWindowFollowsByLines(_ top: Int, _ cursor: Int, _ expected: Int) {
  #expect(window(top, cursor: cursor, of: 100, height: 10, margin: 0, .line) == expected)
}

@Test(arguments: [(0, 10, 5), (50, 49, 44), (0, 99, 90), (3, 2, 0)])
func aWindowFollowsByHalves(_ top: Int, _ cursor: Int, _ expected: Int) {
  #expect(window(top, cursor: cursor, of: 100, height: 10, margin: 0, .halfPage) == expected)
}

@Test func theCursorIsAlwaysInSight() {
  for height in 1...7 {
    for count in 0...20 {
      for cursor in 0..<max(1, count) {
        for top in [0, 3, 19, 400] {
          for step in [Scroll.Step.line, .halfPage] {
            let scroll = Scroll(top: top).following(cursor, of: count, height: height, margin: 2, step: step)
            let rows = scroll.window(of: count, height: height)
            if count > 0, !rows.contains(cursor) || rows.count != min(count, height) {
              Issue.record("row \(cursor) of \(count) from \(top) in \(height): \(rows)")
            }
          }
        }
      }
    }
  }
}

@Test func aWheelStopsAtTheEnds() {
  #expect(Scroll(top: 5).moved(by: -9, of: 100, height: 10).top == 0)
  #expect(Scroll(top: 5).moved(by: 900, of: 100, height: 10).top == 90)
  #expect(Scroll(top: 5).moved(by: .max, of: 100, height: 10).top == 90)
  #expect(Scroll(top: 5).moved(by: 3, of: 4, height: 10).top == 0)
}

@Test func areasSplitWithoutLoss() {
  let area = Area(x: 3, y: 2, width: 20, height: 9)
  #expect(area.splitTop(2).top == Area(x: 3, y: 2, width: 20, height: 2))
  #expect(area.splitTop(2).rest == Area(x: 3, y: 4, width: 20, height: 7))
  #expect(area.splitBottom(2).bottom == Area(x: 3, y: 9, width: 20, height: 2))
  #expect(area.splitLeft(50).rest.isEmpty)
  #expect(area.row(-1) == Area(x: 3, y: 10, width: 20, height: 1))
  #expect(area.row(9).isEmpty && area.row(-10).isEmpty)
  #expect(area.inset(columns: 30, rows: 1).isEmpty)
}

@Test(arguments: [
  ("j", Key.char("j")), ("É", "É"), ("C-x", .ctrl("x")), ("A-Enter", .alt(.enter)), ("Esc", .escape), ("F1", .f(1)),
  ("Space", .space), ("C-Left", .ctrl(.left)), ("C-A-Down", .ctrl(.alt(.down))), ("-", "-"), ("C--", .ctrl("-")),
  ("S-Up", .shift(.up)), ("BackTab", .backtab), ("PageDown", .pageDown),
])
func aKeyHasOneName(_ name: String, _ key: Key) {
  #expect(key.name == name)
  #expect(Key(name: name) == key)
}

@Test(arguments: [
  ("Espace", Key.space), ("entrée", .enter), ("ctrl-X", .ctrl("X")), ("^x", .ctrl("x")), ("Alt-v", .alt("v")),
  ("Maj-Haut", .shift(.up)), ("pgsuiv", .pageDown), ("f12", .f(12)), ("S-Tab", .backtab),
])
func aKeyMayBeSpeltOtherwise(_ name: String, _ key: Key) { #expect(Key(name: name) == key) }

@Test(arguments: ["", " ", "jk", "F0", "F25", "C-", "C-nosuch", "\u{1b}", "\u{200b}", "Fx"])
func noSuchKey(_ name: String) { #expect(Key(name: name) == nil) }
