import Glibc
import Kit

/// A Markdown file of sessions.
struct Story {
  struct Step {
    var line: Int
    var command: String
    var expected: [String] = []
    var status: Int32 = 0
  }

  var steps: [Step] = []

  static let folder: String = {
    let file = #filePath
    return String(file.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()) + "/Stories"
  }()

  static let names: [String] = {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(".md"), name != "README.md" { names.append(name) }
    }
    return names.sorted()
  }()

  init?(_ name: String) {
    guard let text = Files.text(Story.folder + "/" + name) else { return nil }
    var isSession = false
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        isSession = line == "```guichet"
      } else if isSession {
        take(String(line), place + 1)
      }
    }
  }

  private mutating func take(_ line: String, _ number: Int) {
    if line.hasPrefix("$ ") {
      steps.append(Step(line: number, command: String(line.dropFirst(2))))
    } else if steps.isEmpty {
      return
    } else if line.hasPrefix("> ") {
      steps[steps.count - 1].command += "\n" + line.dropFirst(2)
    } else if line.hasPrefix("? "), let status = Int32(line.dropFirst(2)) {
      steps[steps.count - 1].status = status
    } else {
      steps[steps.count - 1].expected.append(line)
    }
  }

  /// Line by line; a line `...` takes any number of lines.
  static func matches(_ output: String, _ expected: [String]) -> Bool {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return matches(lines[...], expected[...])
  }

  private static func matches(_ lines: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    if first == "..." {
      return (0...lines.count).contains { matches(lines.dropFirst($0), expected.dropFirst()) }
    }
    guard let line = lines.first, fits(Substring(line), first) else { return false }
    return matches(lines.dropFirst(), expected.dropFirst())
  }

  /// One line; `[..]` is anything within it.
  private static func fits(_ line: Substring, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "[..]", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return line == pattern }
    guard line.hasPrefix(parts[0]) else { return false }
    var rest = line.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let found = range(of: part, in: rest) else { return false }
      rest = rest[found...].dropFirst(part.count)
    }
    let last = parts[parts.count - 1]
    return rest.hasSuffix(last)
  }

  private static func range(of part: String, in text: Substring) -> Substring.Index? {
    if part.isEmpty { return text.startIndex }
    return text.indices.first { text[$0...].hasPrefix(part) }
  }
}
