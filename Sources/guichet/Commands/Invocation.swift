import Console
import Desk
import Glibc
import Journal

/// A command being run: what was typed, and the world it was typed in.
struct Invocation {
  let start: Start
  let settings: Settings
  let global: GlobalOptions
  let arguments: Arguments
  let words: Words
  let printer: Printer
  /// When it began: what is older was not its doing.
  let began = Clock.now

  /// Kept until the process ends, which gives its memory back faster than taking it apart would. Commands have one
  /// thread.
  nonisolated(unsafe) private static var opened: Session?

  /// The desk, opened for the agent of this account.
  func session(via: Via = .cli) throws(Trouble) -> Session {
    let session = try Session(settings, start, agent: global.agent, via: via)
    Invocation.opened = session
    return session
  }

  // MARK: - Operands and options

  func ticket(_ word: String, _ session: Session) throws(Trouble) -> TicketID {
    guard let id = TicketID(word, home: session.home) else {
      throw Trouble(.usage, words.badTicket(word, home: session.home))
    }
    return id
  }

  func need(_ option: CommandOption) throws(Trouble) -> String {
    guard let value = arguments.one(option) else { throw missing(option) }
    return value
  }

  func missing(_ option: CommandOption) -> Trouble {
    Trouble(.usage, words.missingOption("--" + option.rawValue, meaning: words.meaning(of: option)))
  }

  /// A value of a closed list, by its name in the journal.
  func choice<T: RawRepresentable & CaseIterable>(
    _ option: CommandOption, as type: T.Type
  ) throws(Trouble) -> T? where T.RawValue == String {
    guard let value = arguments.one(option) else { return nil }
    return try choice(value, "--" + option.rawValue)
  }

  func choice<T: RawRepresentable & CaseIterable>(
    _ value: String, _ name: String
  ) throws(Trouble) -> T where T.RawValue == String {
    let names = T.allCases.map(\.rawValue)
    let folded = Folding.fold(value)
    guard let match = names.first(where: { Folding.fold($0) == folded }), let found = T(rawValue: match) else {
      throw Trouble(
        .usage, words.badChoice(name, value, allowed: names, near: Nearest.name(to: folded, among: names)))
    }
    return found
  }

  func number(_ option: CommandOption, _ range: ClosedRange<Int>) throws(Trouble) -> Int? {
    guard let value = arguments.one(option) else { return nil }
    guard let number = Int(value), range.contains(number) else {
      throw Trouble(.usage, words.badNumber("--" + option.rawValue, value))
    }
    return number
  }

  func moment(_ option: CommandOption, looking: When.Direction = .ahead) throws(Trouble) -> Instant? {
    guard let text = arguments.one(option) else { return nil }
    do throws(When.Flaw) {
      return try When.read(text, now: Clock.now, in: settings.zone, looking: looking)
    } catch { throw Trouble(.usage, words.badDate("--" + option.rawValue, text)) }
  }

  /// `--since`: what is told from then on has happened.
  func since() throws(Trouble) -> Instant? {
    guard let since = try moment(.since, looking: .back) else { return nil }
    if since > Clock.now {
      throw Trouble(.usage, words.sinceAhead(words.date(since, in: settings.zone, now: Clock.now)))
    }
    return since
  }

  /// Names the zone of the times just told, where a reader may take them for another's.
  func tellZone(_ zone: Zone? = nil, at now: Instant) {
    guard !printer.isJSON, let name = settings.here.name(beside: zone ?? settings.zone, at: now) else { return }
    printer.line("(" + words.hoursOf(name) + ")")
  }

  // MARK: - Text

  /// The text of a reply or note: `--body`, standard input where it is no terminal, else the editor.
  func text(_ option: CommandOption = .body, name: String) throws(Trouble) -> String {
    if let given = arguments.one(option), given != "-" { return try bounded(given) }
    try refuseUnwritable()
    if arguments.one(option) == "-" || isatty(0) == 0 {
      let text = try standardInput()
      if text.isEmpty { throw Trouble(.usage, words.noText) }
      return text
    }
    guard !settings.isRestricted else { throw Trouble(.usage, words.noEditorRestricted) }
    guard isatty(1) == 1, let terminal = EditorSession.terminal() else { throw Trouble(.usage, words.noText) }
    defer { close(terminal) }
    let editor = EditorSession(environment: start.environment, folder: start.paths.runtime)
    let edited: EditorSession.Edited?
    do throws(Failure) {
      edited = try editor.edit("", name: name, on: terminal)
    } catch { throw Trouble(error.exit, words.failure(error)) }
    guard let edited else { throw Trouble(.usage, words.noEditor) }
    if let encoding = edited.encoding { Printer.complain("guichet: " + words.notice(.recoded(encoding))) }
    return try bounded(edited.text)
  }

  /// Says that nothing can be recorded before a text is asked for, not after it is typed.
  private func refuseUnwritable() throws(Trouble) {
    do throws(JournalError) {
      if let obstacle = try Cabinet(opening: settings.cabinet).obstacle { throw obstacle }
    } catch { throw Trouble(error, words) }
  }

  /// The text of an option that may be left out.
  func optionalText(_ option: CommandOption) throws(Trouble) -> String? {
    guard let given = arguments.one(option) else { return nil }
    return given == "-" ? try standardInput() : try bounded(given)
  }

  private func standardInput() throws(Trouble) -> String {
    guard let bytes = Paths.read(0, limit: Limits.body + 1) else { throw Trouble(.io, words.unreadableFile("-")) }
    // Before anything else is said of it: a text cut off at the limit may end within a character.
    guard bytes.count <= Limits.body else { throw Trouble(.data, words.textTooLong(limit: Limits.body)) }
    return try GivenText.read(bytes, from: words.standardInput, words).trimmed
  }

  private func bounded(_ text: String) throws(Trouble) -> String {
    guard text.utf8.count <= Limits.body else { throw Trouble(.data, words.textTooLong(limit: Limits.body)) }
    return text.trimmed
  }

  // MARK: - Acts

  /// Follows an intent and says so.
  func act(_ intent: Intent, on id: TicketID, _ session: Session) throws(Trouble) {
    do throws(RecordError) {
      report(try session.record(intent, on: id), intent.verb, session)
    } catch { throw Trouble(error, on: id, words) }
  }

  func report(_ ticket: Ticket, _ verb: Verb?, _ session: Session) {
    if printer.isJSON { return printer.json(outcome(on: ticket, session)) }
    let name = words.name(ticket.id, home: session.home)
    printer.line(verb.map { words.done($0, name) } ?? words.opened(name))
    tellRules(on: ticket, session)
  }

  /// A ticket's row after an act, with what rules made of it.
  func outcome(on ticket: Ticket, _ session: Session) -> JSON {
    let row = Summary(ticket, under: session.rules).json
    let followed = consequences(on: ticket)
    guard case .object(var members) = row else { return row }
    if !followed.isEmpty { members.append(JSON.Member("rules", .array(followed.map(\.json)))) }
    if let article = session.takeDrafted() { members.append(JSON.Member("article", .string(article.id))) }
    return .object(members)
  }

  /// What the desk's rules made of the act: the ticket may have left the view it was in.
  func tellRules(on ticket: Ticket, _ session: Session) {
    for one in consequences(on: ticket) {
      let deeds = one.facts.map { fact in
        words.sentence(fact, home: session.home, zone: settings.zone, now: session.now) ?? words.toldElse(fact)
      }
      printer.line(words.ruleFollowed(one.rule, deeds + one.refused.map { words.refused($0) }))
    }
  }

  /// Of an act of this command: what was recorded before it is no news.
  private func consequences(on ticket: Ticket) -> [Consequence] {
    ticket.entries.last.map { $0.at >= began } == true ? ticket.consequences : []
  }
}

extension Consequence {
  fileprivate var json: JSON {
    .object(
      of: ("rule", .string(rule)), ("did", .array(facts.map { .string($0.op) })),
      ("refused", refused.isEmpty ? nil : .array(refused.map { .string($0.verb.rawValue) })))
  }
}

/// What a line typed in a shell says of the rest of the words.
extension Words {
  func fault(_ fault: ConfFile.Fault) -> String {
    switch fault.problem {
    case .noAssignment(let text): noAssignment(fault.path, fault.line, text)
    case .unknownKey(let key, let near): unknownKey(fault.path, fault.line, key, near: near)
    case .badValue(let key, let value, let expected):
      badSetting(fault.path, fault.line, key, value, expected: expected)
    }
  }
}
