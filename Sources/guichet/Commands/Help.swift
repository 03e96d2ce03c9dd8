import Console
import Desk
import Screen

extension CommandSubject {
  /// Its commands are named for what they are about.
  fileprivate var isByName: Bool {
    switch self {
    case .acts, .desk, .clocks, .upkeep: true
    case .start, .tickets: false
    }
  }
}

/// The help, made from the table of commands.
package enum Help {
  /// Under forty lines: every command on a line of its own would be too many, so those whose names say enough share
  /// lines.
  package static func program(_ words: Words) -> String {
    var lines = [words.aboutProgram, ""]
    lines.append("\(words.usageHead) guichet [OPTIONS]                \(words.usageConsole)")
    lines.append("       guichet \(words.commandWord) [OPTIONS]")
    for subject in CommandSubject.allCases {
      lines += ["", words.title(of: subject)]
      let names = CommandName.allCases.filter { $0.subject == subject }
      if subject.isByName {
        lines += wrapped(names.map(\.rawValue))
      } else {
        lines += names.map { "  " + pad($0.rawValue, 10) + words.summary(of: $0) }
      }
    }
    lines += ["", words.examplesHead]
    lines += words.examples(of: .new).prefix(1).map { "  " + $0 }
    lines += ["", words.moreHelp]
    return lines.joined(separator: "\n")
  }

  package static func command(_ command: Command, _ words: Words) -> String {
    var lines = [words.usageHead + " " + command.usage(words), words.capital(words.summary(of: command.name)) + "."]
    let options = command.options + [.json, .as, .cabinet, .lang]
    lines += ["", words.optionsHead]
    for option in options {
      let name = "--" + option.rawValue + (option.takesValue ? " " + words.placeholder(option) : "")
      let letter = option.letter.map { "-\($0), " } ?? "    "
      lines.append("  " + pad(letter + name, 26) + words.meaning(of: option, in: command.name))
    }
    if !command.columns.isEmpty { lines += ["", words.columnsHead] + wrapped(command.columns.map(words.column)) }
    lines += ["", words.examplesHead] + words.examples(of: command.name).map { "  " + $0 }
    return lines.joined(separator: "\n")
  }

  private static func wrapped(_ names: [String]) -> [String] {
    var lines: [String] = []
    var line = " "
    for name in names {
      if line.count + name.count > 78, line.count > 1 {
        lines.append(line)
        line = " "
      }
      line += " " + name
    }
    return lines + [line]
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - Width.of(text)))
  }
}
