import Desk
import Screen

/// What the shell knows when the console starts.
package struct Setup: Sendable {
  package var me: Agent
  package var directory: Directory
  package var rules: Rules
  package var language: Language
  /// Times are shown in this zone.
  package var zone: Zone
  /// Its name, where the agent may take it for another.
  package var zoneName: String?
  package var now: Instant
  package var size: Size
  /// Numbers of this site are shown without its code.
  package var home: String
  /// The views this agent keeps.
  package var views: [SavedView]
  /// Those that the whole desk shares.
  package var shared: [SavedView]
  package var themes: [String]
  package var theme: String
  /// Shown once in the status line: a broken theme, a terminal that had to be guessed.
  package var notices: [Notice]
  /// Why nothing can be recorded in the cabinet, as far as that shows before anything is.
  package var trouble: Failure?
  package var version: String

  package init(
    me: Agent, directory: Directory, rules: Rules, language: Language, zone: Zone, zoneName: String? = nil,
    now: Instant, size: Size, home: String, views: [SavedView] = [], shared: [SavedView] = [], themes: [String],
    theme: String,
    notices: [Notice] = [], trouble: Failure? = nil, version: String
  ) {
    self.me = me
    self.directory = directory
    self.rules = rules
    self.language = language
    self.zone = zone
    self.zoneName = zoneName
    self.now = now
    self.size = size
    self.home = home
    self.views = views
    self.shared = shared
    self.themes = themes
    self.theme = theme
    self.notices = notices
    self.trouble = trouble
    self.version = version
  }

  /// Something the agent should know of how the program started.
  package enum Notice: Hashable, Sendable {
    /// The terminal type was unknown; another was used.
    case terminal(asked: String, used: String)
    case notUTF8
    /// A theme or settings file has mistakes: its path and the first line that has one.
    case file(path: String, line: Int)
    case unknownTheme(String)
    case damagedTickets(Int)
    /// A text came back from the editor in this encoding.
    case recoded(String)
  }
}

/// A language of the screen. Everything shown exists in each (`Words`).
package enum Language: String, CaseIterable, Sendable {
  case french = "fr"
  case english = "en"
}
