import Desk

/// A settings file: `key = value` lines, `#` comments. The same reader serves the account's settings and the desk's.
package struct ConfFile {
  package struct Line: Equatable {
    package let number: Int
    package let key: String
    package let value: String
  }

  /// A mistake: where it is and what was expected. It costs its own line only.
  package struct Fault: Hashable {
    package let path: String
    /// From 1.
    package let line: Int
    package let problem: Problem

    package enum Problem: Hashable {
      case noAssignment(String)
      case unknownKey(String, suggestion: String?)
      /// The value cannot be used; what could.
      case badValue(String, value: String, expected: String)
    }
  }

  package let path: String
  package var lines: [Line] = []
  package var faults: [Fault] = []

  package init(_ text: String, path: String) {
    self.path = path
    // By bytes: every command reads these files.
    for (place, raw) in text.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let line = String(Substring(raw)).trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(sides[0]).trimmed
      let value = sides.count == 2 ? ConfFile.withoutComment(String(sides[1]).trimmed).trimmed : ""
      if key.isEmpty || value.isEmpty {
        faults.append(Fault(path: path, line: place + 1, problem: .noAssignment(line)))
      } else {
        lines.append(Line(number: place + 1, key: key, value: value))
      }
    }
  }

  /// The file at a path; empty where there is none.
  static func read(_ path: String) -> ConfFile {
    ConfFile(Paths.read(path).map { String(decoding: $0, as: UTF8.self) } ?? "", path: path)
  }

  mutating func unknown(_ line: Line, among known: [String]) {
    let near = Nearest.name(to: line.key, among: known)
    faults.append(Fault(path: path, line: line.number, problem: .unknownKey(line.key, suggestion: near)))
  }

  mutating func bad(_ line: Line, expected: String) {
    faults.append(
      Fault(path: path, line: line.number, problem: .badValue(line.key, value: line.value, expected: expected)))
  }

  /// A comment begins with `#` after a space.
  private static func withoutComment(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return text }
    var before: Character = " "
    for place in text.indices {
      if text[place] == "#", before.isWhitespace, place != text.startIndex { return String(text[..<place]) }
      before = text[place]
    }
    return text
  }
}
