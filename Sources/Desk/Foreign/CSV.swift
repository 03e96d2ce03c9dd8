/// Comma-separated values (RFC 4180) as spreadsheets write them: the separator is a comma, a semicolon or a tab, lines
/// end as they like, a cell in quotes may hold all of these. The first line names the columns.
package struct CSV: Hashable, Sendable {
  package var header: [String]
  package var rows: [Row]
  /// Lines that are no row, in their order.
  package var flaws: [Flaw]

  /// One line, or several where a cell holds line breaks.
  package struct Row: Hashable, Sendable {
    /// The line of the file it begins at, from 1.
    package var line: Int
    package var cells: [String]
  }

  /// Why a line cannot be read.
  package enum Problem: Hashable, Sendable {
    /// A quote is not closed: not before the file ends, nor as far as a cell may go.
    case openQuote
    /// Something stands behind a closing quote.
    case afterQuote
    case tooManyCells(Int, expected: Int)
    case cellTooLong(limit: Int)
    case tooManyRows(limit: Int)
  }

  package struct Flaw: Hashable, Sendable {
    package var line: Int
    package var problem: Problem

    package init(line: Int, problem: Problem) {
      self.line = line
      self.problem = problem
    }
  }

  /// Rows of one file, bytes of one cell, columns.
  package static let rowLimit = 1_000_000
  package static let cellLimit = 64 * 1024
  package static let columnLimit = 256
}

// MARK: - Reading

extension CSV {
  /// Reads a text; empty lines are passed over.
  package init(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    var reader = CSVReader(bytes, separator: CSV.separator(of: bytes))
    header = []
    rows = []
    flaws = []
    while let record = reader.next() {
      switch record.cells {
      case .failure(let problem): flaws.append(Flaw(line: record.line, problem: problem.problem))
      case .success(let cells):
        if cells.count == 1, cells[0].isEmpty { continue }
        take(cells, record.line)
      }
      if rows.count > CSV.rowLimit {
        rows.removeLast()
        flaws.append(Flaw(line: record.line, problem: .tooManyRows(limit: CSV.rowLimit)))
        break
      }
    }
  }

  /// Cells that lack at the end are empty: spreadsheets leave them out.
  private mutating func take(_ cells: [String], _ line: Int) {
    if header.isEmpty {
      header = Array(cells.prefix(CSV.columnLimit)).map(\.trimmed)
      return
    }
    let extra = cells.dropFirst(header.count)
    guard extra.allSatisfy({ $0.trimmed.isEmpty }) else {
      flaws.append(Flaw(line: line, problem: .tooManyCells(cells.count, expected: header.count)))
      return
    }
    let missing = [String](repeating: "", count: max(0, header.count - cells.count))
    rows.append(Row(line: line, cells: cells.prefix(header.count) + missing))
  }

  /// What stands most often in the first line, outside of quotes: a comma where nothing does.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == CSV.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 10 || byte == 13 { break }
      counts[byte, default: 0] += 1
    }
    let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
    return separators.enumerated().max {
      ($0.element.count(in: counts), -$0.offset) < ($1.element.count(in: counts), -$1.offset)
    }?
    .element ?? separators[0]
  }

  static let quote = UInt8(ascii: "\"")
}

extension UInt8 {
  fileprivate func count(in counts: [UInt8: Int]) -> Int { counts[self] ?? 0 }
}

/// Cuts bytes into records.
private struct CSVReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var at = 0
  private var line = 1

  struct Record {
    var line: Int
    var cells: Result<[String], Failure>
  }

  struct Failure: Error { var problem: CSV.Problem }

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  mutating func next() -> Record? {
    guard at < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    var problem: CSV.Problem?
    while true {
      let place = (at, line)
      switch cell() {
      case .success(let text): cells.append(text)
      case .failure(let failure):
        // The line is lost, and no other: reading goes on at the next, whatever a quote seemed to hold.
        problem = failure.problem
        (at, line) = place
        skipLine()
      }
      guard problem == nil, at < bytes.count, bytes[at] == separator else { break }
      at += 1
    }
    endLine()
    return Record(line: start, cells: problem.map { .failure(Failure(problem: $0)) } ?? .success(cells))
  }

  private mutating func cell() -> Result<String, Failure> {
    let isQuoted = at < bytes.count && bytes[at] == CSV.quote
    let content = isQuoted ? quoted() : plain()
    return content.flatMap { bytes in
      bytes.count > CSV.cellLimit
        ? .failure(Failure(problem: .cellTooLong(limit: CSV.cellLimit)))
        // Spaces around a cell are the file's, in quotes they are the value's.
        : .success(isQuoted ? String(decoding: bytes, as: UTF8.self) : String(decoding: bytes, as: UTF8.self).trimmed)
    }
  }

  private mutating func plain() -> Result<[UInt8], Failure> {
    let start = at
    skipCell()
    return .success(Array(bytes[start..<at]))
  }

  private mutating func quoted() -> Result<[UInt8], Failure> {
    var content: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == CSV.quote {
        if at < bytes.count, bytes[at] == CSV.quote {
          content.append(byte)
          at += 1
          continue
        }
        let isEnd = at == bytes.count || bytes[at] == separator || isBreak(bytes[at])
        return isEnd ? .success(content) : .failure(Failure(problem: .afterQuote))
      }
      if byte == 10 || (byte == 13 && (at == bytes.count || bytes[at] != 10)) { line += 1 }
      content.append(byte)
      if content.count > CSV.cellLimit { break }
    }
    return .failure(Failure(problem: .openQuote))
  }

  private mutating func skipCell() { while at < bytes.count, bytes[at] != separator, !isBreak(bytes[at]) { at += 1 } }

  private mutating func skipLine() { while at < bytes.count, !isBreak(bytes[at]) { at += 1 } }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  private mutating func endLine() {
    guard at < bytes.count else { return }
    let isPair = bytes[at] == 13 && at + 1 < bytes.count && bytes[at + 1] == 10
    at += isPair ? 2 : 1
    line += 1
  }
}

// MARK: - Writing

extension CSV {
  /// A line as spreadsheets of most countries read it: `;` between the cells where `,` is for decimals.
  package static func line(_ cells: [String], separator: Character = ";") -> String {
    cells.map { written($0, separator) }.joined(separator: String(separator)) + "\r\n"
  }

  private static func written(_ cell: String, _ separator: Character) -> String {
    let isEdgy = cell.first?.isWhitespace == true || cell.last?.isWhitespace == true
    let holds = cell.unicodeScalars.contains {
      $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == "," || $0 == ";" || $0 == "\t"
    }
    guard isEdgy || holds else { return cell }
    return "\"" + cell.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }

  /// A cell that a spreadsheet would take for a formula, made text with an apostrophe (OWASP, CSV injection).
  package static func disarmed(_ cell: String) -> String { isFormula(cell) ? "'" + cell : cell }

  /// What `disarmed` was made of.
  package static func rearmed(_ cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && isFormula(cell) ? cell.dropScalar() : cell
  }

  /// `=`, `+`, `-`, `@`, a tab or a return, behind any apostrophes.
  private static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.utf8.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
    return [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13].contains(first)
  }
}

extension String {
  /// Without its first scalar: a combining mark behind it stays.
  fileprivate func dropScalar() -> String { String(String.UnicodeScalarView(unicodeScalars.dropFirst())) }
}
