import Console
import Desk
import Glibc
import Journal

/// Looks at everything the program leans on, and changes nothing.
struct Doctor {
  let start: Start
  let settings: Settings
  let words: Words
  /// Opened by whoever may read it.
  let cabinet: Cabinet?
  let session: Session?

  /// What was found at one checkup.
  struct Result {
    enum State: String {
      case ok, warning, failure
    }
    let checkup: Checkup
    var state = State.ok
    let text: String
  }

  var results: [Result] { terminal + account + place + derived + surroundings }

  func ok(_ checkup: Checkup, _ text: String) -> Result { Result(checkup: checkup, text: text) }
  func warn(_ checkup: Checkup, _ advice: Advice) -> Result {
    Result(checkup: checkup, state: .warning, text: words.advice(advice))
  }
  func fail(_ checkup: Checkup, _ advice: Advice) -> Result {
    Result(checkup: checkup, state: .failure, text: words.advice(advice))
  }

  // MARK: - Terminal

  private var terminal: [Result] {
    let environment = start.environment
    let name = environment["TERM"].nonEmpty
    let locale =
      environment["LC_ALL"].nonEmpty ?? environment["LC_CTYPE"].nonEmpty ?? environment["LANG"].nonEmpty
    return [
      name.map { $0 == "dumb" ? warn(.terminal, .dumbTerminal) : ok(.terminal, $0) } ?? warn(.terminal, .unset),
      colors(name ?? ""), size, encoding, locale.map { ok(.locale, $0) } ?? warn(.locale, .unset),
      ok(.zone, settings.zone.name), ok(.remote, start.isRemote ? "✓" : "—"),
    ]
  }

  private func colors(_ name: String) -> Result {
    if start.environment["NO_COLOR"].nonEmpty != nil { return ok(.colors, "NO_COLOR") }
    let depth = start.environment["COLORTERM"] ?? ""
    if depth == "truecolor" || depth == "24bit" || name.hasSuffix("-direct") { return ok(.colors, "16777216") }
    if name.contains("256color") { return ok(.colors, "256") }
    let plain = ["vt", "dumb", "ansi-m"].contains { name.hasPrefix($0) } || name.hasSuffix("-mono") || name.isEmpty
    return plain ? warn(.colors, .fewColors(2)) : ok(.colors, "8")
  }

  private var size: Result {
    var size = winsize()
    for descriptor: Int32 in [1, 2, 0] where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      let (columns, rows) = (Int(size.ws_col), Int(size.ws_row))
      return columns < 80 || rows < 24 ? warn(.size, .small(columns, rows)) : ok(.size, "\(columns)×\(rows)")
    }
    return ok(.size, words.advice(.notATerminal))
  }

  private var encoding: Result {
    setlocale(LC_CTYPE, "")
    defer { setlocale(LC_CTYPE, "C") }
    let name = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    return name.lowercased().replacing("-", with: "") == "utf8" ? ok(.encoding, name) : warn(.encoding, .notUTF8)
  }

  // MARK: - Account

  private var account: [Result] {
    var results = [ok(.account, "\(start.account) (\(start.uid))")]
    if let me = session?.me {
      results.append(ok(.agent, "\(me.login) (\(me.role ?? words.name(me.profile)))"))
    } else if cabinet != nil {
      results.append(warn(.agent, .unknownAccount(start.account)))
    }
    results += settings.faults.map { warn(.settings, .settingsFault(words.fault($0))) }
    if settings.faults.isEmpty { results.append(ok(.settings, "✓")) }
    return results + configuration
  }

  /// The configuration in force, and what lies in its folder without effect.
  private var configuration: [Result] {
    guard let cabinet, let directory = try? cabinet.directory() else { return [] }
    let name = directory.reigns.last?.version ?? ""
    let shelf = RuleShelf(directory, cabinet.configShelf)
    guard let texts = try? shelf.texts(of: name) else {
      return [fail(.config, .settingsFault(words.configGone(ConfigVersion.short(name))))]
    }
    let configuration = Configuration(texts, zones: ZoneFiles.named)
    let automation = Automation(configuration, zones: ZoneFiles.named)
    let book = (try? cabinet.dutyBook()) ?? DutyBook()
    let faults =
      configuration.faults(beside: directory, automation)
      + configuration.dutyFaults(beside: directory, book, from: Clock.now)
    var results = faults.map { warn(.config, .settingsFault(words.fault($0))) } + paging(configuration.duty.plan)
    let folder = ConfigFolder(cabinet.root)
    if !folder.texts.isEmpty, Cabinet.versionName(of: folder.texts) != name {
      results.append(warn(.config, .settingsFault(words.configPending())))
    }
    if results.isEmpty { results.append(ok(.config, name.isEmpty ? words.configBuiltIn : ConfigVersion.short(name))) }
    return results
  }

  /// Whether whoever is on call would hear of a page, and the pages nobody heard of.
  private func paging(_ plan: DutyPlan) -> [Result] {
    guard plan.rotas.contains(where: { $0.pages != nil }), session?.home != DemoCabinet.site else { return [] }
    var troubles: [String] = []
    if let path = settings.pageHook {
      if access(path, X_OK) != 0 { troubles.append(words.noHookThere(path)) }
    } else {
      troubles.append(words.noPageHook)
    }
    for page in (try? session?.openPages()) ?? [] where page.failure != nil || page.isLost || page.isUnanswered {
      troubles.append(words.troubled(page))
    }
    return troubles.map { warn(.config, .settingsFault($0)) }
  }

  // MARK: - Programs

  private var surroundings: [Result] {
    let editor = start.environment["VISUAL"].nonEmpty ?? start.environment["EDITOR"].nonEmpty ?? EditorSession.fallback
    let program = editor.split(separator: " ").first.map(String.init) ?? editor
    return [
      ok(.git, path(of: "git") ?? words.none),
      ok(.mailer, path(of: "sendmail", besides: ["/usr/sbin", "/usr/lib"]) ?? words.none),
      path(of: program).map { ok(.editor, $0) } ?? warn(.editor, .noEditor),
    ]
  }

  /// Where a program is found, as a shell would.
  private func path(of program: String, besides folders: [String] = []) -> String? {
    if program.contains("/") { return access(program, X_OK) == 0 ? program : nil }
    let search = (start.environment["PATH"] ?? "").split(separator: ":").map(String.init) + folders
    return search.map { $0 + "/" + program }.first { access($0, X_OK) == 0 }
  }
}
