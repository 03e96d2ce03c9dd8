import Foundation
import Testing

/// The doors of the house: which room may import what. A target's dependencies in the manifest do not stop an
/// incremental build from importing a sibling, so the sources themselves are read.
private let doors: [String: Set<String>] = [
  "Sources/Desk": [],
  "Sources/Screen": [],
  "Themes": [],
  "Sources/Console": ["Desk", "Screen"],
  "Sources/Journal": ["Desk", "Glibc"],
  "Sources/guichet": ["Desk", "Journal", "Screen", "Console", "Themes", "Glibc"],
]

/// The one file that may speak to ncurses.
private let cursesFile = "Sources/guichet/Terminal/Curses.swift"

/// What a pure room never calls: clock, files, locale, randomness, environment, output.
private let world = [
  "Date(", "Date.now", "ContinuousClock", "SuspendingClock", "FileManager", "FileHandle", "ProcessInfo", "getenv",
  "setlocale", ".random(", "SystemRandomNumberGenerator", "randomElement", "shuffled()", "CommandLine", "print(",
  "fputs(", "readLine(", "Task {", "Thread(", "Thread.", "UserDefaults", "Locale(", "Locale.", "arc4random",
  "time(nil)", "clock_gettime",
]

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private func files(under folder: String) -> [(path: String, text: String)] {
  let top = root.appendingPathComponent(folder)
  let paths = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
  return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
    (try? String(contentsOf: top.appendingPathComponent(path), encoding: .utf8)).map { (folder + "/" + path, $0) }
  }
}

/// The code of a source file: its lines with comments and string literals blanked.
private func code(_ text: String) -> [String] {
  var inText = false
  return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    // A line with one `\"\"\"` opens or closes a text of many lines.
    if line.components(separatedBy: "\"\"\"").count == 2 {
      inText.toggle()
      return ""
    }
    if inText { return "" }
    var out = ""
    var inString = false
    var previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" { inString.toggle() }
      if !inString { out.append(character) }
      if out.hasSuffix("//") { return String(out.dropLast(2)) }
      previous = character
    }
    return out
  }
}

private func imports(_ text: String) -> [String] {
  code(text).compactMap { line in
    let words = line.split(separator: " ")
    guard let at = words.firstIndex(of: "import"), at + 1 < words.count, at < 3 else { return nil }
    let module = words[at + 1] == "struct" || words[at + 1] == "func" ? words[at + 2] : words[at + 1]
    return String(module.split(separator: ".")[0])
  }
}

@Suite struct DoorsTests {
  @Test(arguments: doors.keys.sorted()) func roomImportsOnlyThroughItsDoors(_ room: String) {
    let sources = files(under: room)
    #expect(!sources.isEmpty, "no sources under \(room)")
    for (path, text) in sources {
      let extra = Set(imports(text)).subtracting(doors[room]!).subtracting(path == cursesFile ? ["CNcurses"] : [])
      #expect(extra.isEmpty, "\(path) imports \(extra.sorted().joined(separator: ", "))")
    }
  }

  @Test(arguments: ["Sources/Desk", "Sources/Screen", "Sources/Console", "Themes"])
  func pureRoomNeverCallsTheWorld(_ room: String) {
    for (path, text) in files(under: room) {
      for (number, line) in code(text).enumerated() {
        for call in world where calls(line, call) {
          Issue.record("\(path):\(number + 1) calls \(call)")
        }
      }
    }
  }

  /// A name counts where it begins a word: `footprint(` is not `print(`.
  private func calls(_ line: String, _ call: String) -> Bool {
    var rest = Substring(line)
    while let range = rest.range(of: call) {
      let before = range.lowerBound == line.startIndex ? nil : line[line.index(before: range.lowerBound)]
      if call.hasPrefix(".") || !(before.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." } ?? false) {
        return true
      }
      rest = rest[range.upperBound...]
    }
    return false
  }

  /// « » are of French phrases: what stands in them follows a `fr:`, and `en:` puts “ ”.
  @Test func guillemetsStandInFrenchPhrasesOnly() {
    for (path, text) in files(under: "Sources/Console") {
      var isFrench = false
      for (number, line) in text.components(separatedBy: "\n").enumerated() {
        if line.drop(while: { $0 == " " }).hasPrefix("//") { continue }
        for word in line.replacing("(", with: " ").split(separator: " ") {
          if word == "fr:" { isFrench = true }
          if ["en:", "func", "var", "let", "case"].contains(word) { isFrench = false }
          if word.contains("«"), !isFrench { Issue.record("\(path):\(number + 1) quotes as French does") }
        }
      }
    }
  }

  /// The check above sees what it is meant to see.
  @Test(arguments: [
    ("import Glibc", "import"), ("@preconcurrency import Foundation", "import"), ("let x = Date()", "Date("),
    ("  print(1)", "print("), ("let n = Int.random(in: 1...2)", ".random("),
  ]) func plantedBreachIsSeen(_ line: String, _ kind: String) {
    if kind == "import" { #expect(!imports(line).isEmpty) } else { #expect(code(line).contains { calls($0, kind) }) }
    #expect(!code("// " + line).contains { calls($0, kind) })
  }

  /// Every theme file is compiled in.
  @Test func everyRoomIsInThePlan() throws {
    let rooms = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path)
    #expect(
      Set(rooms).subtracting(["CNcurses"])
        == Set(doors.keys.filter { $0.hasPrefix("Sources/") }.map { String($0.dropFirst(8)) }))
  }

  @Test func topLevelIsTheCards() throws {
    let top = try FileManager.default.contentsOfDirectory(atPath: root.path).filter { !$0.hasPrefix(".") }
    #expect(Set(top).subtracting(["Package.resolved"]) == ["Package.swift", "README.md", "Sources", "Tests", "Themes"])
  }
}
