/// The reader of theme files. A fault costs its own line, never the theme.
///
///     name     = Sombre             # shown in the list
///     mode     = dark               # dark | light | any
///     inherits = mono               # what is not said here comes from there
///     background = #1d2129          # the page the colours were chosen for
///     contrast = 7                  # least contrast, 4.5 unless said
///
///     [palette]
///     rouge = #f47067
///
///     [roles]
///     sla.late error = rouge bold | red bold    # richest first; the terminal takes the first it can show
///     input = default on 236 underline
package enum ThemeFile {
  /// The longest file read.
  package static let byteLimit = 65_536
  /// How many parents one above the other.
  package static let inheritanceLimit = 8
  static let headers = ["name", "mode", "inherits", "background", "foreground", "contrast"]

  /// A fault in a theme file.
  package struct Fault: Hashable, Sendable {
    /// From 1; 0 for the file as a whole.
    package let line: Int
    package let problem: Problem

    package init(line: Int, problem: Problem) {
      self.line = line
      self.problem = problem
    }
  }

  /// What is wrong, as a fact: the console has the words.
  package enum Problem: Hashable, Sendable {
    case unknownRole(String, suggestion: String?)
    /// Neither a colour, an attribute nor a name of the palette.
    case unknownWord(String, suggestion: String?)
    /// A number above 255 or a `#` without six hexadecimal digits.
    case badColor(String)
    case unknownMode(String)
    case badContrast(String)
    case unknownSection(String)
    /// A line without `=`, or with nothing on one side of it.
    case noAssignment(String)
    case unknownParent(String, suggestion: String?)
    case inheritanceTooDeep
    case tooLong(bytes: Int)
  }

  /// The name nearest to a wrong one among the known ones: "did you mean", which the caller knows how to answer.
  package typealias Suggest = (_ wrong: String, _ known: [String]) -> String?

  /// Reads a theme. `parents` holds the text of the themes it may inherit from, by name.
  package static func read(
    _ text: String, parents: [String: String], suggest: @escaping Suggest = { _, _ in nil }
  ) -> (theme: Theme, faults: [Fault]) {
    read(text, parents: parents, suggest: suggest, depth: 0)
  }

  private static func read(
    _ text: String, parents: [String: String], suggest: @escaping Suggest, depth: Int
  ) -> (theme: Theme, faults: [Fault]) {
    guard text.utf8.count <= byteLimit else {
      return (Theme(), [Fault(line: 0, problem: .tooLong(bytes: text.utf8.count))])
    }
    var reader = Reader(parents: parents, suggest: suggest, depth: depth)
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (number, line) in lines.enumerated() { reader.collect(line, number + 1) }
    reader.apply()
    return (reader.theme, reader.faults)
  }

  /// The part of a line before its comment. A `#` begins one, at the start or after a space, unless six hexadecimal
  /// digits follow: those are a colour.
  private static func withoutComment(_ line: Substring) -> Substring {
    var before: Character = " "
    for place in line.indices {
      if line[place] == "#", before == " " || before == "\t", hexadecimal(word(line[place...])) == nil {
        return line[..<place]
      }
      before = line[place]
    }
    return line
  }

  private static func word(_ text: Substring) -> Substring { text.prefix { $0 != " " && $0 != "\t" } }

  static func hexadecimal(_ word: some StringProtocol) -> Color? {
    let digits = word.dropFirst()
    guard word.first == "#", digits.utf8.count == 6, let value = UInt32(digits, radix: 16), digits.first != "+" else {
      return nil
    }
    return .rgb(UInt8(value >> 16), UInt8(value >> 8 & 255), UInt8(value & 255))
  }

  private struct Reader {
    let parents: [String: String]
    let suggest: Suggest
    let depth: Int
    var theme = Theme()
    var faults: [Fault] = []
    private var assignments: [(line: Int, names: [String], value: String)] = []
    private var palette: [String: Color] = [:]
    private var isInPalette = false

    init(parents: [String: String], suggest: @escaping Suggest, depth: Int) {
      self.parents = parents
      self.suggest = suggest
      self.depth = depth
    }

    private mutating func fault(_ line: Int, _ problem: Problem) {
      faults.append(Fault(line: line, problem: problem))
    }

    /// First the lines are sorted out, so that a palette or a parent may be named before or after its use.
    mutating func collect(_ raw: Substring, _ number: Int) {
      let line = ThemeFile.withoutComment(raw)
      let words = line.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
      if words.isEmpty { return }
      if words.hasPrefix("["), words.hasSuffix("]") { return section(words, number) }
      let sides = words.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let names = sides[0].split(separator: " ").map(String.init)
      let value = sides.count == 2 ? sides[1].drop { $0 == " " } : ""
      guard !names.isEmpty, !value.isEmpty else { return fault(number, .noAssignment(words)) }
      if isInPalette { return define(names, String(value), number) }
      assignments.append((number, names, String(value)))
    }

    private mutating func section(_ words: String, _ number: Int) {
      switch words {
      case "[palette]": isInPalette = true
      case "[roles]": isInPalette = false
      default: fault(number, .unknownSection(words))
      }
    }

    private mutating func define(_ names: [String], _ value: String, _ number: Int) {
      guard let color = color(value, number) else { return }
      for name in names { palette[name] = color }
    }

    mutating func apply() {
      for assignment in assignments where assignment.names == ["inherits"] {
        inherit(assignment.value, assignment.line)
      }
      for (line, names, value) in assignments {
        if names.count == 1, ThemeFile.headers.contains(names[0]) {
          header(names[0], value, line)
        } else {
          roles(names, value, line)
        }
      }
      faults.sort { $0.line < $1.line }
    }

    private mutating func inherit(_ name: String, _ line: Int) {
      guard depth < ThemeFile.inheritanceLimit else { return fault(line, .inheritanceTooDeep) }
      guard let text = parents[name] else {
        return fault(line, .unknownParent(name, suggestion: suggest(name, parents.keys.sorted())))
      }
      let parent = ThemeFile.read(text, parents: parents, suggest: suggest, depth: depth + 1)
      for role in Role.allCases { theme[role] = parent.theme[role] }
      if parent.faults.contains(where: { $0.problem == .inheritanceTooDeep }) { fault(line, .inheritanceTooDeep) }
    }

    private mutating func header(_ name: String, _ value: String, _ line: Int) {
      switch name {
      case "name": theme.name = value
      case "background": theme.background = color(value, line) ?? theme.background
      case "foreground": theme.foreground = color(value, line) ?? theme.foreground
      case "mode":
        guard let mode = Theme.Mode(rawValue: value) else { return fault(line, .unknownMode(value)) }
        theme.mode = mode
      case "contrast":
        guard let ratio = Double(value), ratio >= 1, ratio <= 21 else { return fault(line, .badContrast(value)) }
        theme.contrast = ratio
      default: break
      }
    }

    private mutating func roles(_ names: [String], _ value: String, _ line: Int) {
      let styles = value.split(separator: "|").compactMap { style($0, line) }
      for name in names {
        if let role = Role(rawValue: name) {
          if !styles.isEmpty { theme[role] = styles }
        } else {
          let known = Role.allCases.map(\.name) + ThemeFile.headers
          fault(line, .unknownRole(name, suggestion: suggest(name, known)))
        }
      }
    }

    private mutating func style(_ words: Substring, _ line: Int) -> Style? {
      var style = Style()
      var isBackground = false
      var isWhole = true
      for word in words.split(separator: " ").map(String.init) {
        if let known = Attributes.names.first(where: { $0.name == word }) {
          style.attributes.insert(known.attribute)
        } else if word == "on" {
          isBackground = true
        } else if let color = color(word, line) {
          if isBackground { style.background = color } else { style.foreground = color }
        } else {
          isWhole = false
        }
      }
      return isWhole ? style : nil
    }

    /// A colour by number, by digits, by name; a fault and nil for anything else.
    private mutating func color(_ word: String, _ line: Int) -> Color? {
      if word == "default" { return .standard }
      if let color = palette[word] ?? ThemeFile.hexadecimal(word) { return color }
      if let place = Color.names.firstIndex(of: word) { return .indexed(UInt8(place)) }
      if let first = word.utf8.first, first == UInt8(ascii: "#") || (48...57).contains(first) {
        if let number = UInt8(word) { return .indexed(number) }
        fault(line, .badColor(word))
      } else {
        let known = Color.names + palette.keys.sorted() + Attributes.names.map(\.name) + ["default", "on"]
        fault(line, .unknownWord(word, suggestion: suggest(word, known)))
      }
      return nil
    }
  }
}
