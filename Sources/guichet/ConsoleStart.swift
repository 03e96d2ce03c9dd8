import Console
import Desk
import Glibc
import Journal
import Screen

extension Guichet {
  /// Opens the console and stays in it until the agent leaves; nil where there is no terminal to draw it in.
  static func console(
    _ start: Start, _ settings: Settings, agent: String?
  ) throws(Trouble) -> Int32? {
    guard isatty(1) == 1, let type = start.environment["TERM"].nonEmpty, type != "dumb" else { return nil }
    let session = try Session(settings, start, agent: agent, via: .tui)
    let shelf = ThemeShelf(start.paths)
    guard let signals = Signals(),
      var terminal = Terminal.open(type: type, escapeDelay: settings.escapeDelay, hasColor: settings.hasColor)
    else { return nil }
    let error = ErrorLog(start.paths)
    let size = terminal.measure()
    var notices = [Setup.Notice]()
    if let guessed = terminal.guessedType { notices.append(.terminal(asked: type, used: guessed)) }
    if !terminal.isUTF8 { notices.append(.notUTF8) }
    for fault in settings.faults.prefix(1) {
      notices.append(.file(path: fault.path, line: fault.line))
    }
    let theme = shelf.theme(settings.theme)
    if let fault = theme?.faults.first {
      notices.append(.file(path: shelf.paths[settings.theme] ?? settings.theme + ".theme", line: fault.line))
    } else if theme == nil {
      notices.append(.unknownTheme(settings.theme))
    }
    terminal.wear(theme?.theme ?? shelf.theme(Settings.defaultTheme)?.theme ?? Theme())
    let model = Model(
      Setup(
        me: session.me, directory: session.directory, rules: session.rules, language: settings.language,
        zone: settings.zone, zoneName: settings.here.name(beside: settings.zone, at: session.now), now: session.now,
        size: size, home: session.home,
        views: (try? session.savedViews()) ?? [], shared: session.sharedViews, themes: shelf.names,
        theme: theme == nil ? Settings.defaultTheme : settings.theme, notices: notices,
        trouble: session.cabinet.obstacle.map { Failure($0) }, version: version))
    let loop = Loop(terminal, model, Performer(session, start, shelf), signals, Watch(session.cabinet))
    let status = loop.run()
    try? session.cabinet.tidy(at: session.now)
    error.close()
    return status
  }
}

/// Where standard error goes while the console is drawn: a stray line would tear the screen, and the last words of a
/// crash are worth keeping.
struct ErrorLog {
  private let original: Int32

  init(_ paths: Paths) {
    guard isatty(2) == 1, Paths.makeFolder(paths.state) else {
      original = -1
      return
    }
    let log = open(paths.state + "/crash.log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard log >= 0 else {
      original = -1
      return
    }
    original = fcntl(2, F_DUPFD_CLOEXEC, 3)
    dup2(log, 2)
    Glibc.close(log)
    CrashGuard.keep(standardError: original)
  }

  /// Puts standard error back.
  func close() {
    guard original >= 0 else { return }
    CrashGuard.keep(standardError: -1)
    dup2(original, 2)
    Glibc.close(original)
  }
}
