import Desk
import Glibc

/// Charset conversion for the charsets the desk does not know itself, by the system's `iconv` program: a static
/// executable cannot load the conversion modules of the C library. One run a text; another for each sequence that is
/// none in its charset.
package struct Iconv: Charsets, Sendable {
  static let programs = ["/usr/bin/iconv", "/bin/iconv", "/run/current-system/sw/bin/iconv"]
  /// Milliseconds for one run.
  private static let patience: Int64 = 5000
  /// Sequences that may fail to convert before the text is given up: it is not in this charset.
  private static let mostHoles = 64
  /// No charset of mail takes more bytes of UTF-8 for one of its own.
  private static let mostGrowth = 4

  private let program: String?

  package init() { program = Filter.program(Iconv.programs) }

  package func decode(_ bytes: [UInt8], charset: String) -> String? {
    guard charset.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 47 }), (1..<64).contains(charset.utf8.count),
      let program
    else { return nil }
    let filter = Filter(path: program, arguments: ["--from-code=" + charset, "--to-code=UTF-8"])
    var text = Mending(rest: bytes)
    for _ in 0..<Iconv.mostHoles {
      guard let run = filter.run(text.rest, patience: Iconv.patience, limit: bytes.count * Iconv.mostGrowth + 4096)
      else { return nil }
      if run.status == 0 { return text.end(run.output) }
      switch Iconv.hole(String(decoding: run.complaint, as: UTF8.self)) {
      case .at(let place)? where place < text.rest.count: text.mend(run.output, at: place)
      case .atEnd? where !text.rest.isEmpty: text.mendEnd(run.output)
      default: return nil
      }
    }
    return nil
  }

  private enum Hole {
    case at(Int)
    /// The text ends within a character.
    case atEnd
  }

  /// What iconv says of the sequence it stopped at; nil where it complains of something else.
  private static func hole(_ complaint: String) -> Hole? {
    if complaint.contains("incomplete character") { return .atEnd }
    let words = complaint.split { $0 == " " || $0 == "\n" }
    guard complaint.contains("illegal input"), let place = words.lastIndex(of: "position"), place + 1 < words.count,
      let number = Int(words[place + 1]), number >= 0
    else { return nil }
    return .at(number)
  }
}

/// A text converted in several runs: each begins with the line where the last one stopped, without the byte it stopped
/// at, since charsets with states are in their first one at the beginning of a line.
private struct Mending {
  /// What the next run converts.
  private(set) var rest: [UInt8]
  private var done: [UInt8] = []
  /// Where bytes were taken out of the line the rest begins with, as places in its text.
  private var holes: [Int] = []

  private static let mark: [UInt8] = [0xEF, 0xBF, 0xBD]

  init(rest: [UInt8]) { self.rest = rest }

  /// The rest converted as far as a byte that is none of its charset.
  mutating func mend(_ output: [UInt8], at place: Int) {
    let line = Mending.line(rest[..<place])
    let outputLine = Mending.line(output[...])
    if line > 0 { pass(output[..<outputLine]) }
    let start = line > 0 ? outputLine : 0
    rest.remove(at: place)
    rest.removeFirst(line)
    holes.append(output.count - start)
  }

  /// The rest converted but for a last character that is not whole.
  mutating func mendEnd(_ output: [UInt8]) {
    rest.removeLast()
    holes.append(output.count)
  }

  /// The rest converted to its end.
  mutating func end(_ output: [UInt8]) -> String {
    pass(output[...])
    return String(decoding: done, as: UTF8.self)
  }

  private mutating func pass(_ output: ArraySlice<UInt8>) {
    var from = output.startIndex
    for hole in holes {
      let to = min(max(hole, from), output.endIndex)
      done += output[from..<to] + Mending.mark
      from = to
    }
    done += output[from...]
    holes = []
  }

  /// Where the last line begins.
  private static func line(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }
}
