import Desk
import Testing

/// Tables as spreadsheets write them.
@Suite struct CSVTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var rows: [[String]]
    var lines: [Int]
    var flaws: [CSV.Flaw] = []
  }

  static let cases = [
    Case(testDescription: "comma", text: "a,b\n1,2\n", rows: [["1", "2"]], lines: [2]),
    Case(testDescription: "semicolon", text: "a;b\n1,5;2\n", rows: [["1,5", "2"]], lines: [2]),
    Case(testDescription: "tab", text: "a\tb\n1\t2", rows: [["1", "2"]], lines: [2]),
    Case(
      testDescription: "mark and CRLF", text: "\u{FEFF}a;b\r\n1;2\r\n3;4\r\n", rows: [["1", "2"], ["3", "4"]],
      lines: [2, 3]),
    Case(testDescription: "CR alone", text: "a;b\r1;2\r3;4", rows: [["1", "2"], ["3", "4"]], lines: [2, 3]),
    Case(
      testDescription: "quotes", text: "a,b\n\"x, \"\"y\"\"\",\"1\n2\"\n3,4",
      rows: [["x, \"y\"", "1\n2"], ["3", "4"]],
      lines: [2, 4]),
    Case(testDescription: "separator only in quotes", text: "\"a,b,c\";d\n1;2", rows: [["1", "2"]], lines: [2]),
    Case(
      testDescription: "empty lines", text: "a,b\n\n1,2\n\n\n3,4\n", rows: [["1", "2"], ["3", "4"]], lines: [3, 6]),
    Case(testDescription: "missing cells", text: "a,b,c\n1\n", rows: [["1", "", ""]], lines: [2]),
    Case(testDescription: "spaces", text: "a,b\n 1 ,\" 2 \"\n", rows: [["1", " 2 "]], lines: [2]),
    Case(
      testDescription: "too many cells", text: "a,b\n1,2,3\n4,5,\n", rows: [["4", "5"]], lines: [3],
      flaws: [.init(line: 2, problem: .tooManyCells(3, expected: 2))]),
    Case(
      testDescription: "open quote", text: "a,b\n1,\"2\n3,4\n5,6\n", rows: [["3", "4"], ["5", "6"]], lines: [3, 4],
      flaws: [.init(line: 2, problem: .openQuote)]),
    Case(
      testDescription: "after a quote", text: "a,b\n\"1\"x,2\n3,4\n", rows: [["3", "4"]], lines: [3],
      flaws: [.init(line: 2, problem: .afterQuote)]),
    Case(testDescription: "nothing", text: "", rows: [], lines: []),
    Case(testDescription: "a header alone", text: "a,b", rows: [], lines: []),
  ]

  @Test(arguments: cases) func reads(_ one: Case) {
    let table = CSV(one.text)
    #expect(table.rows.map(\.cells) == one.rows)
    #expect(table.rows.map(\.line) == one.lines)
    #expect(table.flaws == one.flaws)
  }

  /// Whatever a cell holds comes back.
  static let cells = [
    "", "a", " a ", "a;b", "a,b", "\"", "\"\"", "a\nb", "\r\n", "=1+1", "+33 4", "-2", "@x", "\tx", "'", "'=x", "''+x",
    "'a",
    "é\u{301}", "\u{A0}x", "a|b", "\\", "\u{FEFF}", "👩‍👩‍👧", "\u{1B}[2J", "'\u{301}=", "=\u{301}",
  ]

  @Test func everyCellComesBack() {
    for separator in [";", ",", "\t"] as [Character] {
      let header = CSV.line(["x", "y"], separator: separator)
      for one in CSVTests.cells {
        for other in CSVTests.cells where !(one.isEmpty && other.isEmpty) {
          let line = CSV.line([CSV.disarmed(one), CSV.disarmed(other)], separator: separator)
          let table = CSV(header + line)
          let read = table.rows.first.map { $0.cells.map(CSV.rearmed) }
          if read != [one, other] || table.rows.count != 1 {
            Issue.record(
              "\(one.debugDescription) and \(other.debugDescription) by \(separator): \(String(describing: read))")
          }
        }
      }
    }
  }

  @Test func noCellIsAFormula() {
    for cell in CSVTests.cells {
      #expect(
        !["=", "+", "-", "@", "\t", "\r"].contains(CSV.disarmed(cell).unicodeScalars.first.map(String.init) ?? ""))
    }
  }

  /// Bytes of any kind are read without harm, and every line is told of or taken.
  @Test func anyBytesAreRead() {
    var state: UInt64 = 42
    let letters = Array("a1;,\t\"\n\r'= é|\\\u{0}".unicodeScalars)
    for _ in 0..<2000 {
      var text = "x;y\n"
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.unicodeScalars.append(letters[Int(state >> 33) % letters.count])
      }
      let table = CSV(text)
      let lines = table.rows.map(\.line) + table.flaws.map(\.line)
      if Set(lines).count != lines.count || table.rows.contains(where: { $0.cells.count != table.header.count }) {
        Issue.record("\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: [
    ("Caf\u{E9}", "utf-8", 1), ("a\nb", "utf-8", 1),
  ]) func utf8IsTaken(text: String, name: String, line: Int) {
    #expect(TextEncoding.utf8(Array(text.utf8)) == text)
    #expect(TextEncoding.utf8([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
  }

  @Test(
    arguments: [
      (Array("a\nCaf".utf8) + [0xE9], "windows-1252", 2), ([0xFF, 0xFE, 0x61, 0x00], "utf-16le", 1),
      ([0xFE, 0xFF, 0x00, 0x61], "utf-16be", 1), (Array("Caf".utf8) + [0x8E], "macintosh", 1),
    ] as [([UInt8], String, Int)]) func theEncodingIsGuessed(bytes: [UInt8], name: String, line: Int)
  {
    #expect(TextEncoding.utf8(bytes) == nil || name.hasPrefix("utf-16"))
    #expect(TextEncoding.guess(bytes).name == name)
    #expect(TextEncoding.guess(bytes).line == line)
  }

  @Test func knownEncodingsAreReadHere() {
    let bytes = Array("Caf".utf8) + [0xE9]
    #expect(TextEncoding.decode(bytes, named: "windows-1252", by: NoCharsets()) == "Café")
    #expect(TextEncoding.decode(bytes, named: "klingon", by: NoCharsets()) == nil)
  }
}
