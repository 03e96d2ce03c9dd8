import Console
import Desk
import Glibc
import Journal
import Screen

/// Where a command writes: tables for eyes, plain lines for pipes, JSON for programs. Whatever a ticket says goes
/// through `SafeText` here, JSON escapes what is not to be seen.
///
/// Where JSON is asked for, every line is an object: what has no members of its own is told as `{"text": …}`.
final class Printer {
  let isJSON: Bool
  /// Standard output is a terminal of so many columns; nil where it is not.
  let width: Int?
  private let isASCII: Bool
  private var page = Page(room: 4096)
  /// Bytes written at once.
  private static let chunk = 65_536

  init(isJSON: Bool, environment: Environment) {
    self.isJSON = isJSON
    var size = winsize()
    let isTerminal = isatty(1) == 1
    width = isTerminal ? (ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80) : nil
    isASCII = isTerminal && !Printer.isUTF8(environment)
  }

  deinit { flush() }

  /// One line of text, made safe.
  func line(_ text: String) {
    if isJSON { return json(.object(of: ("text", .string(text)))) }
    raw(SafeText.line(text).text)
  }

  /// Many lines, made safe. A gutter goes on beside those that are empty.
  func body(_ text: String, indent: String = "") {
    if isJSON { return json(.object(of: ("text", .string(text)))) }
    let gutter = indent.withoutTrailingSpaces
    for line in SafeText.body(text).text.split(separator: "\n", omittingEmptySubsequences: false) {
      raw(line.isEmpty ? gutter : indent + line)
    }
  }

  /// The bytes of a file for a pipe; on a terminal they are made safe first.
  func file(_ text: String) { if width == nil { put(Array(text.utf8)) } else { body(text) } }

  func json(_ value: JSON) { put(JSONWriter.bytes(value) + [10]) }

  /// Many lines of one kind, each written in the page as it is to stand.
  func lines<Row>(_ rows: [Row], _ write: (inout Page, borrowing Row) -> Void) {
    // Where they lie: to copy a row is to count up every text in it.
    rows.withUnsafeBufferPointer { rows in
      for at in rows.indices {
        write(&page, rows[at])
        if page.count > Printer.chunk { flush() }
      }
    }
  }

  /// A table: in columns on a terminal, no wider than what stands in them and cut to its width; with tabs in a pipe,
  /// which has no head: what reads it counts rows.
  ///
  /// `isFitted`: false keeps the widths the columns ask for, so that rows that are told one by one stand in line.
  func table(_ columns: [Column<Int>], head: [String] = [], _ rows: [[String]], isFitted: Bool = true) {
    guard let width else {
      for row in rows { raw(row.map { SafeText.line($0).text }.joined(separator: "\t")) }
      return
    }
    if rows.isEmpty { return }
    let cells = ([head].filter { !$0.isEmpty } + rows).map { row in row.map { SafeText.line($0).text } }
    var fitted = columns
    if isFitted {
      fitted = columns.map { column in
        column.no(widerThan: cells.reduce(0) { max($0, column.id < $1.count ? Width.of($1[column.id]) : 0) })
      }
      // Where all of it stands whole, cells of several words are told apart more easily.
      let whole = fitted.reduce(0) { $0 + $1.most + $1.gap + Printer.air }
      if whole <= width { fitted = fitted.map { $0.with(gap: $0.gap + Printer.air) } }
    }
    let slots = Table.layout(fitted, width: width)
    for row in cells { raw(Printer.line(row, slots, width)) }
  }

  /// Columns put between others where there is room.
  private static let air = 1

  /// A row as it stands in its columns, without the spaces behind it.
  private static func line(_ row: [String], _ slots: [Table.Slot<Int>], _ width: Int) -> String {
    var line = ""
    var x = 0
    for slot in slots where slot.id < row.count {
      let text = Truncate.end(row[slot.id], slot.width)
      if text.isEmpty { continue }
      let start = slot.alignment == .right ? slot.x + slot.width - Width.of(text) : slot.x
      line += String(repeating: " ", count: max(0, start - x)) + text
      x = start + Width.of(text)
    }
    return line
  }

  /// Standard output, now.
  func flush() {
    page.withBytes { Printer.write($0, to: 1) }
    page.clear()
  }

  /// A line on standard error, made safe.
  static func complain(_ text: String) {
    Array((SafeText.body(text).text + "\n").utf8).withUnsafeBytes { write($0, to: 2) }
  }

  private func raw(_ text: String) { put(Array(((isASCII ? SafeText.ascii(text) : text) + "\n").utf8)) }

  private func put(_ bytes: [UInt8]) {
    page.put(bytes)
    if page.count > Printer.chunk { flush() }
  }

  /// Times that a signal may break off one writing.
  private static let interruptions = 1000

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var done = 0
    var interruptions = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count < 0, errno == EINTR, interruptions < Printer.interruptions {
        interruptions += 1
        continue
      }
      if count <= 0 { return }
      done += count
    }
  }

  private static func isUTF8(_ environment: Environment) -> Bool {
    let name = environment["LC_ALL"].nonEmpty ?? environment["LC_CTYPE"].nonEmpty ?? environment["LANG"].nonEmpty ?? ""
    let folded = Folding.fold(name)
    return folded.contains("utf-8") || folded.contains("utf8")
  }
}
