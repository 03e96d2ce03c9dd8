import Kit
import Desk
import Screen
import Testing
import Themes

private let shipped = Dictionary(
  uniqueKeysWithValues: Themes.all.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })

private func theme(_ name: String) -> Theme { ThemeFile.read(shipped[name] ?? "", parents: shipped).theme }

@Test func everyFileShips() {
  let files = Files.below(Files.root + "/Themes").filter { $0.hasSuffix(".theme") }
  #expect(Set(files.map { String($0.split(separator: "/").last?.dropLast(6) ?? "") }) == Set(shipped.keys))
}

@Test(arguments: Themes.all.map(\.name))
func aShippedThemeIsGood(_ name: String) {
  let read = ThemeFile.read(shipped[name] ?? "", parents: shipped)
  #expect(read.faults.isEmpty)
  #expect(!read.theme.name.isEmpty)
  let findings = ThemeCheck.findings(read.theme)
  #expect(findings.isEmpty, "\(findings.map { "\($0)" }.joined(separator: "\n"))")
}

@Test(arguments: Themes.all.map(\.name))
func aThemeNeverDazzlesAt256(_ name: String) {
  // In 256 colours the nearest ones may be a little less apart than those of the file.
  let theme = theme(name)
  let styles = theme.styles(at: .indexed)
  for role in [Role.text, .textDim, .slaLate, .slaSoon, .error, .hint] {
    let ratio = ThemeCheck.ratio(styles.style(role), theme) ?? 21
    #expect(ratio > theme.contrast - 0.8, "\(role.name) \(ratio)")
  }
}

/// A theme's text, and the faults found in it.
struct Reading: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let faults: [ThemeFile.Fault]

  init(_ text: String, _ faults: (Int, ThemeFile.Problem)...) {
    testDescription = text
    self.faults = faults.map { ThemeFile.Fault(line: $0.0, problem: $0.1) }
  }
}

@Test(arguments: [
  Reading("name = X\nsla.late = red bold # late"), Reading("\n\r\n# only a comment\n"),
  Reading("sla.lat = red", (1, .unknownRole("sla.lat", suggestion: "sla.late"))),
  Reading("zzzzzz = red", (1, .unknownRole("zzzzzz", suggestion: nil))),
  Reading("text = redd", (1, .unknownWord("redd", suggestion: "red"))),
  Reading("text = blod red", (1, .unknownWord("blod", suggestion: "bold"))),
  Reading("text = 256", (1, .badColor("256"))), Reading("text = #12 red", (1, .noAssignment("text ="))),
  Reading("text", (1, .noAssignment("text"))), Reading("= red", (1, .noAssignment("= red"))),
  Reading("mode = grey", (1, .unknownMode("grey"))), Reading("contrast = 99", (1, .badContrast("99"))),
  Reading("[colours]", (1, .unknownSection("[colours]"))),
  Reading("inherits = son", (1, .unknownParent("son", suggestion: "sons"))),
  Reading("inherits = loop", (1, .inheritanceTooDeep)),
  Reading("[palette]\nsky = #80c0f0\n[roles]\ntext = ski", (4, .unknownWord("ski", suggestion: "sky"))),
  Reading("a = red\nc = dim\n", (1, .unknownRole("a", suggestion: nil)), (2, .unknownRole("c", suggestion: nil))),
])
func faultsAreNamed(_ reading: Reading) {
  let parents = ["sons": "name = s", "loop": "inherits = loop"]
  let suggest: ThemeFile.Suggest = { Nearest.name(to: $0, among: $1) }
  #expect(ThemeFile.read(reading.testDescription, parents: parents, suggest: suggest).faults == reading.faults)
}

@Test func oneFaultCostsOneLine() {
  let read = ThemeFile.read("text = nosuch\nsla.late nosuch = red bold\nkey = bold", parents: [:])
  #expect(read.faults.count == 2)
  #expect(read.theme[.slaLate] == [Style(.indexed(1), .bold)] && read.theme[.key] == [Style(nil, .bold)])
}

@Test func aHugeFileIsRefused() {
  let text = String(repeating: "#", count: ThemeFile.byteLimit + 1)
  #expect(ThemeFile.read(text, parents: [:]).faults.map(\.line) == [0])
}

@Test func anyBytesAreRead() {
  var text = ""
  for number in 0..<4000 { text.unicodeScalars.append(Unicode.Scalar(UInt8(number * 7919 % 251))) }
  _ = ThemeFile.read(text, parents: [:])
  _ = ThemeFile.read("[palette]\n[palette]\n = = = |||\ntext = | on on |", parents: [:])
}

@Test(arguments: [
  (Depth.direct, Style(.rgb(0x1f, 0x80, 0xc0), .bold)), (.indexed, Style(.indexed(32), .bold)),
  (.sixteen, Style(.indexed(14))), (.eight, Style(.indexed(6), .underline)), (.mono, Style(nil, .dim)),
])
func alternativesGoByDepth(_ depth: Depth, _ style: Style) {
  let text = "link = #1f80c0 bold | bright-cyan | cyan underline | dim"
  #expect(ThemeFile.read(text, parents: [:]).theme.styles(at: depth)[.link] == style)
}

@Test(arguments: [
  (Color.rgb(255, 0, 0), Depth.indexed, Color.indexed(196)), (.rgb(250, 10, 10), .sixteen, .indexed(9)),
  (.rgb(200, 0, 0), .eight, .indexed(1)), (.indexed(208), .sixteen, .indexed(9)), (.indexed(12), .eight, .indexed(4)),
  (.rgb(118, 118, 118), .indexed, .indexed(243)), (.standard, .eight, .standard), (.indexed(3), .mono, .standard),
])
func aColourHasItsNearest(_ color: Color, _ depth: Depth, _ nearest: Color) {
  #expect(color.nearest(at: depth) == nearest)
}

@Test func aBarIsOnePiece() {
  let text =
    "text = #eeeeee on #111111\ncursor.row = on #333333\nsla.late = #ff0000 bold\ntext.dim = dim\ninput = on #222222"
  let styles = ThemeFile.read(text, parents: [:]).theme.styles(at: .direct)
  let (page, bar) = (Color.rgb(17, 17, 17), Color.rgb(51, 51, 51))
  let (ink, red) = (Color.rgb(238, 238, 238), Color.rgb(255, 0, 0))
  #expect(styles.style(.slaLate) == Style(red, on: page, .bold))
  #expect(styles.style(.slaLate, on: .cursorRow) == Style(red, on: bar, .bold))
  #expect(styles.style(.textDim, on: .cursorRow) == Style(ink, on: bar))
  #expect(styles.style(.input, on: .cursorRow) == Style(ink, on: bar))
  #expect(styles.style(.input) == Style(ink, on: .rgb(34, 34, 34)))
}

@Test func aReversedBarKeepsNoColour() {
  let styles = ThemeFile.read("cursor.row = reverse\nsla.late = red bold\n", parents: [:]).theme.styles(at: .sixteen)
  #expect(styles.style(.slaLate, on: .cursorRow) == Style(nil, [.reverse, .bold]))
}

@Test func aStruckRowIsItsWords() {
  var frame = Frame(width: 3, height: 1)
  frame.put("a b")
  frame.tint(frame.area, .leavingRow)
  let styles = ThemeFile.read("leaving.row = dim strike", parents: [:]).theme.styles(at: .direct)
  #expect(frame.row(0).map { styles.style(of: $0).attributes.contains(.strike) } == [true, false, true])
}

@Test func anOverlayIsOnePiece() {
  var frame = Frame(width: 8, height: 3)
  frame.put(" a", in: frame.box(frame.area))
  frame.tint(Area(x: 1, y: 1, width: 6, height: 1), .cursorRow)
  let styles = theme("sombre").styles(at: .direct)
  #expect(Set((1...6).map { styles.style(of: frame[$0, 1]).background }) == [styles[.cursorRow].background])
  #expect(Set((0...7).map { styles.style(of: frame[$0, 0]).background }) == [styles[.overlay].background])
}

@Test func badThemesAreFound() {
  let text = """
    background = #000000
    foreground = #ffffff
    inherits = mono
    text.dim = #333333
    sla.late = #b02020
    sla.ok = #2c6a20
    link = blue
    tab.current = default
    """
  let findings = ThemeCheck.findings(ThemeFile.read(text, parents: shipped).theme)
  #expect(findings.contains(.blueText(.link)) && findings.contains(.sameInMono(.tab, .tabCurrent)))
  #expect(findings.contains(.tooClose(.slaLate, .slaOk, .deuteranopia)))
  let low = findings.contains { if case .lowContrast(.textDim, on: .text, _, _) = $0 { true } else { false } }
  #expect(low)
}

@Test func contrastIsTheRecommendations() {
  let theme = ThemeFile.read("text = #767676 on #ffffff\ntitle = #000000", parents: [:]).theme
  let styles = theme.styles(at: .direct)
  #expect(abs((ThemeCheck.ratio(styles.style(.text), theme) ?? 0) - 4.54) < 0.01)
  #expect(abs((ThemeCheck.ratio(styles.style(.title), theme) ?? 0) - 21) < 0.01)
}

@Test func rolesAreCountedInOrder() {
  #expect(Role.allCases.map(\.index) == Array(0..<Role.allCases.count))
  #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
}

@Test func theSampleShowsEveryRole() {
  let sample = ThemeCheck.sample()
  #expect(Screens.difference(sample, "theme-sample") == nil)
  let drawn = Set(sample.cells.map(\.role)).union(sample.cells.map(\.surface))
  #expect(Set(Role.allCases).subtracting(drawn).subtracting([.overlay]).isEmpty)
}

@Test(arguments: [
  (0, Depth.mono), (-1, .mono), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .indexed), (1 << 24, .direct),
])
func aTerminalHasADepth(_ colors: Int, _ depth: Depth) { #expect(Depth(colors: colors) == depth) }

/// What must show without colour, in every theme: the row under the cursor, what is late, what is done.
@Test(arguments: Themes.all.map(\.name))
func statesShowWithoutColour(_ name: String) {
  let styles = theme(name).styles(at: .mono)
  for role in Role.allCases {
    let style = styles.style(role, on: .cursorRow)
    #expect(style.foreground ?? .standard == .standard && style.background ?? .standard == .standard)
  }
  #expect(styles.style(.slaLate).attributes != styles.style(.slaOk).attributes)
  #expect(styles.style(.text, on: .cursorRow).attributes.contains(.reverse))
}
