import Desk

/// One wrong entry of a configuration file: where it is told, and as what.
struct WrongEntry: Sendable, CustomStringConvertible {
  let file: ConfigFile
  let text: String
  let place: (line: Int, column: Int)
  let problem: ConfigFault.Problem
  var description: String { text }

  init(_ file: ConfigFile, _ text: String, _ line: Int, _ column: Int, _ problem: ConfigFault.Problem) {
    (self.file, self.text, self.problem) = (file, text, problem)
    place = (line, column)
  }
}
