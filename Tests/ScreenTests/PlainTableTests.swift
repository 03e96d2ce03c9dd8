import Screen
import Testing

@Suite struct PlainTableTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let rows: [[String]]
    let right: Range<Int>
    let lines: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "nothing", rows: [], right: 0..<0, lines: []),
    Case(
      name: "numbers flush right", rows: [["queue", "n"], ["N1", "12"], ["ma file", "3"]], right: 1..<2,
      lines: ["queue     n", "N1       12", "ma file   3"]),
    Case(
      name: "wide letters count two columns", rows: [["東京", "1"], ["Lyon", "22"]], right: 1..<2,
      lines: ["東京   1", "Lyon  22"]),
    Case(
      name: "no line ends in spaces", rows: [["a", "bb"], ["aaa", ""], ["", "b"]], right: 0..<0,
      lines: ["a    bb", "aaa", "     b"]),
    Case(
      name: "a short row leaves its last columns out", rows: [["a", "bb", "c"], ["aaa"]], right: 0..<0,
      lines: ["a    bb  c", "aaa"]),
  ]

  @Test(arguments: cases) func `is set in columns`(_ it: Case) {
    #expect(PlainTable.lines(it.rows, right: it.right) == it.lines)
  }
}
