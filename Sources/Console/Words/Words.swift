import Desk

/// Every word the program says, in one language. Each phrase is a property or a function here that gives both
/// languages side by side (`say`), so that a missing translation does not compile.
///
/// Files beside this one extend it by subject: panes, sheets, refusals, the command line.
package struct Words: Hashable, Sendable {
  package var language: Language

  package init(_ language: Language) { self.language = language }

  /// The phrase of this language. Both are always given.
  package func say(fr french: @autoclosure () -> String, en english: @autoclosure () -> String) -> String {
    switch language {
    case .french: french()
    case .english: english()
    }
  }

  /// Singular or plural: French takes the singular for 0 and 1, English for 1 alone.
  package func count(_ number: Int, fr: (one: String, many: String), en: (one: String, many: String)) -> String {
    switch language {
    case .french: "\(number) \(number < 2 ? fr.one : fr.many)"
    case .english: "\(number) \(number == 1 ? en.one : en.many)"
    }
  }
}
