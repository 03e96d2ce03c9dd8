import Console
import Desk

/// One command: what it takes and what it does. The table of them (`CommandTable`) drives the reading of command
/// lines, the help and the dispatch.
package struct Command: Sendable {
  /// One operand: what it is, and how many of it.
  struct Place: Sendable {
    let operand: Operand
    var isOptional = false
    var repeats = false
  }

  package let name: CommandName
  let places: [Place]
  package let options: [CommandOption]
  /// Columns of the tables it reads and writes.
  var columns: [ColumnName] = []
  let run: @Sendable (Invocation) throws(Trouble) -> Void

  init(
    _ name: CommandName, _ places: [Place] = [], _ options: [CommandOption] = [],
    run: @escaping @Sendable (Invocation) throws(Trouble) -> Void
  ) {
    self.name = name
    self.places = places
    self.options = options
    self.run = run
  }

  /// `guichet return ID N1 --reason TEXT`, with what may be left out in brackets.
  func usage(_ words: Words) -> String {
    let operands = places.map { place in
      let word = words.operand(place.operand) + (place.repeats ? "…" : "")
      return place.isOptional ? "[\(word)]" : word
    }
    return (["guichet", name.rawValue] + operands + (options.isEmpty ? [] : ["[OPTIONS]"])).joined(separator: " ")
  }

  /// Refuses too few operands, and too many.
  func check(_ arguments: Arguments, _ words: Words) throws(Trouble) {
    let needed = places.prefix { !$0.isOptional }.count
    if arguments.operands.count < needed {
      let missing = words.operand(places[arguments.operands.count].operand)
      throw Trouble(.usage, words.missingOperand(missing, usage: usage(words)))
    }
    if arguments.operands.count > places.count, places.last?.repeats != true {
      throw Trouble(.usage, words.tooManyOperands(arguments.operands[places.count], usage: usage(words)))
    }
  }
}

extension Command.Place {
  static func one(_ operand: Operand) -> Command.Place { Command.Place(operand: operand) }
  static func maybe(_ operand: Operand) -> Command.Place { Command.Place(operand: operand, isOptional: true) }
  static func many(_ operand: Operand) -> Command.Place { Command.Place(operand: operand, repeats: true) }
  static func any(_ operand: Operand) -> Command.Place {
    Command.Place(operand: operand, isOptional: true, repeats: true)
  }
}
