import Console
import Desk
import Glibc
import Journal
import Screen

/// Where a command writes: tables for eyes, plain lines for pipes, JSON for programs. Whatever a ticket says goes
/// through `SafeText` here, JSON escapes what is not to be seen.
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
  func line(_ text: String) { raw(SafeText.line(text).text) }

  /// Many lines, made safe.
  func body(_ text: String, indent: String = "") {
    for line in SafeText.body(text).text.split(separator: "\n", omittingEmptySubsequences: false) {
      raw(line.isEmpty ? "" : indent + line)
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

  /// A table: in columns on a terminal, cut to its width; with tabs in a pipe.
  func table(_ columns: [Column<Int>], _ rows: [[String]], roles: (Int, Int) -> Role = { _, _ in .text }) {
    guard let width else {
      for row in rows { raw(row.map { SafeText.line($0).text }.joined(separator: "\t")) }
      return
    }
    let slots = Table.layout(columns, width: width)
    for row in rows {
      var frame = Frame(width: width, height: 1)
      for slot in slots where slot.id < row.count {
        let text = Truncate.end(SafeText.line(row[slot.id]).text, slot.width)
        let x = slot.alignment == .right ? slot.x + slot.width - Width.of(text) : slot.x
        frame.put(text, x: x, y: 0)
      }
      raw(frame.text)
    }
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
