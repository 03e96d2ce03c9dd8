import Console
import Desk
import Journal
import Themes

/// How this account wants the program: from the command line, the environment, its settings file, in that order.
package struct Settings {
  var cabinet: String
  var language: Language
  var theme: String
  /// Milliseconds after which an escape is a key by itself.
  var escapeDelay: Int
  /// Times are told and read in this zone.
  var zone: Zone { here.zone }
  let here: SessionZone
  var hasColor: Bool
  /// A forced command over SSH: no other program is started.
  var isRestricted: Bool
  /// The program that carries calls to those on call; nil for none.
  var pageHook: String?
  var faults: [ConfFile.Fault]

  static let keys = ["cabinet", "language", "theme", "escdelay", "restricted", "page_hook"]
  static let defaultTheme = "sobre"
  static let escapeDelays = 0...2000

  init(_ start: Start, _ options: GlobalOptions) {
    var file = ConfFile.read(start.paths.config + "/guichet.conf")
    let environment = start.environment
    let isRemote = start.isRemote
    cabinet = options.cabinet ?? environment["GUICHET_CABINET"].nonEmpty ?? start.paths.data + "/cabinet"
    language = options.language ?? Settings.language(environment)
    theme = options.theme ?? Settings.defaultTheme
    escapeDelay = environment["ESCDELAY"].flatMap { Int($0) } ?? (isRemote ? 50 : 25)
    here = SessionZone(environment)
    hasColor = environment["NO_COLOR"].nonEmpty == nil && !options.isMono
    isRestricted = options.isRestricted
    faults = []
    for line in file.lines { take(line, &file, start, options) }
    faults = file.faults
    here.cabinet = cabinet
  }

  private mutating func take(_ line: ConfFile.Line, _ file: inout ConfFile, _ start: Start, _ options: GlobalOptions) {
    switch line.key {
    case "cabinet":
      guard options.cabinet == nil, start.environment["GUICHET_CABINET"].nonEmpty == nil else { return }
      let path = line.value.hasPrefix("~/") ? start.home + line.value.dropFirst() : line.value
      if path.hasPrefix("/") { cabinet = path } else { file.bad(line, expected: "/…, ~/…") }
    case "language":
      guard let wanted = Language(rawValue: line.value) else { return file.bad(line, expected: "fr, en") }
      if options.language == nil { language = wanted }
    case "theme":
      // Kept all the same: the console names it too.
      if options.theme == nil { theme = line.value }
      if !ThemeShelf.has(line.value, start.paths) {
        file.bad(line, expected: Themes.all.map(\.name).joined(separator: ", "))
      }
    case "escdelay":
      guard let delay = Int(line.value), Settings.escapeDelays.contains(delay) else {
        return file.bad(line, expected: "0–2000")
      }
      if start.environment["ESCDELAY"] == nil { escapeDelay = delay }
    case "restricted":
      switch line.value {
      case "yes", "oui": isRestricted = true
      case "no", "non": break
      default: file.bad(line, expected: "yes, no")
      }
    case "page_hook":
      let path = line.value.hasPrefix("~/") ? start.home + line.value.dropFirst() : line.value
      if path.hasPrefix("/") { pageHook = path } else { file.bad(line, expected: "/…, ~/…") }
    default: file.unknown(line, among: Settings.keys)
    }
  }

  /// The language of messages, as the C library chooses it.
  package static func language(_ environment: Environment) -> Language {
    let name = environment["LC_ALL"].nonEmpty ?? environment["LC_MESSAGES"].nonEmpty ?? environment["LANG"].nonEmpty
    guard let name else { return .french }
    return name.hasPrefix("fr") ? .french : .english
  }
}

extension String? {
  /// An empty variable is as good as none.
  var nonEmpty: String? { self.flatMap { $0.isEmpty ? nil : $0 } }
}

/// What can be said before or after any command.
struct GlobalOptions {
  var cabinet: String?
  var agent: String?
  var language: Language?
  var theme: String?
  var isJSON = false
  var isMono = false
  var isRestricted = false
}
