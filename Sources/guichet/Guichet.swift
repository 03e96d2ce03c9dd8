import Console
import Desk
import Glibc
import Journal
import Screen

/// The program: reads the command line, then opens the console or runs one command.
enum Guichet {
  static let version = "0.9"

  static func main(_ arguments: [String]) -> Int32 {
    // A file that may not grow is an error to be told, not a death.
    signal(SIGXFSZ, SIG_IGN)
    let start = Start()
    var words = Words(Settings.language(start.environment))
    do throws(Trouble) {
      let line = try commandLine(arguments, start, &words)
      return try run(line, start, words)
    } catch {
      if !error.words.isEmpty { Printer.complain("guichet: " + error.words) }
      return error.exit.rawValue
    }
  }

  /// What was typed; behind a restricted forced command, what was asked over SSH is read after it, as words and never
  /// by a shell.
  private static func commandLine(_ arguments: [String], _ start: Start, _ words: inout Words) throws(Trouble)
    -> Arguments
  {
    var line = try read(Array(arguments.dropFirst()), &words)
    try refuseOtherEncodings(words)
    guard line.has(.restricted), let asked = start.environment["SSH_ORIGINAL_COMMAND"].nonEmpty, line.command == nil
    else { return line }
    var more = Arguments.split(asked)
    if more.first == "guichet" { more.removeFirst() }
    let remote = try read(more, &words)
    if remote.has(.as) || remote.has(.cabinet) { throw Trouble(.noPermission, words.noSecondAgent) }
    line.command = remote.command
    line.operands = remote.operands
    line.override(with: remote)
    return line
  }

  /// What was typed is read as UTF-8; words in another encoding came here mended, with signs in place of letters.
  private static func refuseOtherEncodings(_ words: Words) throws(Trouble) {
    for number in 0..<max(1, Int(CommandLine.argc)) {
      // In place of the program's own name, what was asked over SSH.
      let word = number == 0 ? getenv("SSH_ORIGINAL_COMMAND") : CommandLine.unsafeArgv[number]
      guard let word, String(validatingCString: word) == nil else { continue }
      let bytes = Array(UnsafeRawBufferPointer(start: word, count: strlen(word)))
      _ = try GivenText.read(bytes, from: number == 0 ? "SSH_ORIGINAL_COMMAND" : words.argument(number), words)
    }
  }

  private static func read(_ typed: [String], _ words: inout Words) throws(Trouble) -> Arguments {
    // The language first, so that a mistake is told in it.
    for (place, word) in typed.enumerated() {
      let value =
        word == "--lang" && place + 1 < typed.count
        ? typed[place + 1] : word.hasPrefix("--lang=") ? String(word.dropFirst(7)) : ""
      if let language = Language(rawValue: value) { words = Words(language) }
    }
    do throws(Arguments.Flaw) {
      return try Arguments(typed, allowed: CommandTable.options)
    } catch { throw Trouble(.usage, words.flaw(error)) }
  }

  private static func run(_ line: Arguments, _ start: Start, _ words: Words) throws(Trouble) -> Int32 {
    var options = GlobalOptions()
    options.cabinet = line.one(.cabinet).map { $0.hasPrefix("/") ? $0 : currentFolder() + "/" + $0 }
    options.agent = line.one(.as)
    options.theme = line.one(.theme)
    options.isJSON = line.has(.json)
    options.isMono = line.has(.mono)
    options.isRestricted = line.has(.restricted) || start.environment["SSH_ORIGINAL_COMMAND"].nonEmpty != nil
    if let name = line.one(.lang) {
      guard let language = Language(rawValue: name) else {
        let names = Language.allCases.map(\.rawValue)
        throw Trouble(.usage, words.badChoice("--lang", name, allowed: names, near: nil))
      }
      options.language = language
    }
    // Help is for eyes, whatever else was asked.
    let printer = Printer(isJSON: options.isJSON && !line.has(.help), environment: start.environment)
    defer { printer.flush() }
    if line.has(.version) {
      printer.line("guichet \(version)")
      return Exit.ok.rawValue
    }
    let settings = Settings(start, options)
    let words = Words(settings.language)
    if line.has(.help) {
      printer.body(line.command.map { Help.command(CommandTable.command($0), words) } ?? Help.program(words))
      return Exit.ok.rawValue
    }
    for fault in settings.faults { Printer.complain("guichet: " + words.fault(fault)) }
    let invocation = Invocation(
      start: start, settings: settings, global: options, arguments: line, words: words, printer: printer)
    if let name = line.command {
      let command = CommandTable.command(name)
      try command.check(line, words)
      if options.isRestricted, closedOverSSH.contains(name) || namesFiles(line) {
        throw Trouble(.noPermission, words.closedOverSSH(name.rawValue))
      }
      try command.run(invocation)
    } else if let status = try console(start, settings, agent: options.agent) {
      return status
    } else {
      Printer.complain("guichet: " + words.noTerminal)
      try Command.list.run(invocation)
    }
    return Exit.ok.rawValue
  }

  /// Behind a forced command the account is everybody's: what reads or writes its other files, or speaks for a
  /// requester, is closed there.
  private static let closedOverSSH: Set<CommandName> = [.mail, .import, .theme, .`init`, .demo, .repair]

  private static func namesFiles(_ line: Arguments) -> Bool {
    line.has(.save) || line.has(.checkpoint) || line.has(.against) || line.has(.policy) || line.has(.rules)
      || (line.command == .rules && line.operands.count > 1)
      || (line.command == .config && line.operands.count > 1 && !["show", "log"].contains(line.operands[0]))
      || (registers.contains(line.command) && ["import", "export"].contains(line.operands.first)
        && line.operands.dropFirst().contains { $0 != "-" })
  }

  /// Commands that read and write files of entries.
  private static let registers: Set<CommandName?> = [.group, .customer, .contract, .asset, .person]

  static func currentFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}

extension Words {
  fileprivate func flaw(_ flaw: Arguments.Flaw) -> String {
    switch flaw {
    case .unknownCommand(let word, let near): unknownCommand(word, near: near)
    case .unknownOption(let word, let near): unknownOption(word, near: near)
    case .missingValue(let option): missingValue("--" + option.rawValue)
    case .unexpectedValue(let option): unexpectedValue("--" + option.rawValue)
    case .givenTwice(let option): givenTwice("--" + option.rawValue)
    }
  }
}
