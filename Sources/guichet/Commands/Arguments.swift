import Console
import Desk

/// A command line read: which command, its options and operands. One reader for all, driven by the table of commands.
///
/// `--long value`, `--long=value`, `-x value`, `-xvalue`, `-abc`, and `--` after which everything is an operand.
package struct Arguments: Equatable {
  package var command: CommandName?
  /// Few, in the order they came: looked through faster than a dictionary is made.
  private var given: [Given] = []
  package var operands: [String] = []

  private struct Given: Equatable {
    let option: CommandOption
    var values: [String]
  }

  /// Why a command line does not read.
  package enum Flaw: Error, Equatable {
    case unknownCommand(String, near: String?)
    case unknownOption(String, near: String?)
    case missingValue(CommandOption)
    case unexpectedValue(CommandOption)
    case givenTwice(CommandOption)
  }

  /// Words of one command line at most.
  static let limit = 4096

  package func has(_ option: CommandOption) -> Bool { given.contains { $0.option == option } }
  package func one(_ option: CommandOption) -> String? { all(option).last }
  package func all(_ option: CommandOption) -> [String] { given.first { $0.option == option }?.values ?? [] }

  /// Takes over what another line gives: its options come before those of this one.
  package mutating func override(with other: Arguments) {
    for option in other.given {
      if let at = given.firstIndex(where: { $0.option == option.option }) {
        given[at] = option
      } else {
        given.append(option)
      }
    }
  }

  /// Reads the words after the program's name. Options a command does not have are refused with the nearest one.
  package init(_ words: [String], allowed: (CommandName?) -> [CommandOption]) throws(Flaw) {
    var rest = words.prefix(Arguments.limit)[...]
    var isLiteral = false
    while let word = rest.popFirst() {
      if isLiteral || word == "-" || !word.hasPrefix("-") || Arguments.isNumber(word) {
        try take(word, isLiteral)
      } else if word == "--" {
        isLiteral = true
      } else if word.hasPrefix("--") {
        try takeLong(word.dropFirst(2), &rest, allowed(command))
      } else {
        try takeShort(word.dropFirst(), &rest, allowed(command))
      }
    }
  }

  /// `-5m`: no option begins with a digit.
  private static func isNumber(_ word: String) -> Bool { word.dropFirst().first?.isNumber == true }

  private mutating func take(_ word: String, _ isLiteral: Bool) throws(Flaw) {
    if command != nil || isLiteral { return operands.append(word) }
    // `guichet help` and `guichet help take`, as so many programs have it.
    if word == "help", !has(.help) { return try put(.help, "") }
    guard let name = CommandName(rawValue: word) else {
      throw .unknownCommand(word, near: Nearest.name(to: word, among: CommandName.allCases.map(\.rawValue)))
    }
    command = name
  }

  private mutating func takeLong(
    _ word: Substring, _ rest: inout ArraySlice<String>, _ allowed: [CommandOption]
  ) throws(Flaw) {
    let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(sides[0])
    guard let option = allowed.first(where: { $0.rawValue == name }) ?? Arguments.namesake(name, among: allowed) else {
      throw .unknownOption("--" + name, near: Nearest.name(to: name, among: allowed.map(\.rawValue)).map { "--" + $0 })
    }
    if !option.takesValue {
      if sides.count > 1 { throw .unexpectedValue(option) }
      return try put(option, "")
    }
    guard let value = sides.count > 1 ? String(sides[1]) : rest.popFirst() else { throw .missingValue(option) }
    try put(option, value)
  }

  /// Options that other commands, or the desk's files, call otherwise: taken where one alone of them is.
  private static let namesakes: [(String, CommandOption)] = [("until", .end), ("end", .until), ("sort", .order)]

  private static func namesake(_ name: String, among allowed: [CommandOption]) -> CommandOption? {
    namesakes.first { $0.0 == name && allowed.contains($0.1) }?.1
  }

  private mutating func takeShort(
    _ letters: Substring, _ rest: inout ArraySlice<String>, _ allowed: [CommandOption]
  ) throws(Flaw) {
    var letters = letters
    while let letter = letters.popFirst() {
      guard let option = allowed.first(where: { $0.letter == letter }) else {
        throw .unknownOption("-" + String(letter), near: nil)
      }
      if !option.takesValue {
        try put(option, "")
        continue
      }
      guard let value = letters.isEmpty ? rest.popFirst() : String(letters) else { throw .missingValue(option) }
      try put(option, value)
      letters = ""
    }
  }

  private mutating func put(_ option: CommandOption, _ value: String) throws(Flaw) {
    guard let at = given.firstIndex(where: { $0.option == option }) else {
      return given.append(Given(option: option, values: [value]))
    }
    if !option.repeats, option.takesValue { throw .givenTwice(option) }
    given[at].values.append(value)
  }
}

extension Arguments {
  /// A command line sent over SSH, cut into words as a shell would quote them, and never given to one.
  package static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isWord = false
    var quote: Character?
    var isEscaped = false
    for character in line.prefix(65_536) {
      if isEscaped {
        word.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
        isWord = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        isWord = true
      } else if quote == nil, character == " " || character == "\t" || character == "\n" {
        if isWord { words.append(word) }
        word = ""
        isWord = false
      } else {
        word.append(character)
        isWord = true
      }
    }
    if isWord { words.append(word) }
    return words
  }
}
