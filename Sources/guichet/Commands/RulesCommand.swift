import Console
import Desk
import Journal

// `guichet rules`: the desk's rules, what is wrong with them, and what they would have done.
extension Command {
  private enum Action: String, CaseIterable { case list, check, dryRun = "dry-run" }

  static let rules = Command(
    .rules, [.maybe(.action("list|check|dry-run")), .maybe(.file)], [.since, .rules]
  ) { invocation throws(Trouble) in
    let word = invocation.arguments.operands.first
    let action: Action =
      try word.map { (word: String) throws(Trouble) in try invocation.choice(word, "rules") } ?? .list
    switch action {
    case .list: try invocation.listRules()
    case .check: try invocation.checkRules()
    case .dryRun: try invocation.rehearseRules()
    }
  }
}

extension Invocation {
  // MARK: - List

  fileprivate func listRules() throws(Trouble) {
    let session = try session()
    let rules = session.automation?.routing.rules ?? []
    if rules.isEmpty, !printer.isJSON { return printer.line(words.noRules) }
    for (at, rule) in rules.enumerated() {
      if printer.isJSON {
        printer.json(
          .object(
            of: ("rule", .string(rule.name)), ("on", .array(rule.awaited.map(JSON.string))),
            ("if", .string(rule.asked)), ("then", .array(rule.then.map { .string($0.verb.rawValue) })),
            ("stop", .bool(rule.stops)), ("max", .int(Int64(rule.most))), ("daily", .int(Int64(rule.mostDaily)))))
      } else {
        let asked = rule.asked.isEmpty ? "" : "  [\(rule.asked)]"
        printer.line("\(at + 1). \(rule.name)\(words.colon)\(rule.awaited.joined(separator: ", "))\(asked)")
        printer.line("   → " + words.deeds(rule.then) + (rule.stops ? ", " + words.ruleStops : ""))
      }
    }
  }

  // MARK: - Check

  /// The folder's texts, `path` in the place of its rules.
  private func texts(with path: String?, _ root: String) throws(Trouble) -> [ConfigText] {
    let folder = ConfigFolder(root)
    if let path = folder.unreadable.first { throw Trouble(.noInput, words.unreadableFile(path)) }
    guard let path else { return folder.texts }
    guard let bytes = Paths.read(path, limit: ConfigFile.limit + 1) else {
      throw Trouble(.noInput, words.unreadableFile(path))
    }
    return folder.texts.filter { $0.name != ConfigFile.rules.name } + [ConfigText(ConfigFile.rules.name, bytes)]
  }

  fileprivate func checkRules() throws(Trouble) {
    let (cabinet, directory) = try ledger()
    let path = arguments.operands.dropFirst().first
    let configuration = Configuration(try texts(with: path, cabinet.root), zones: ZoneFiles.named)
    let automation = Automation(configuration, zones: ZoneFiles.named)
    let names = Set([ConfigFile.rules, .templates].map(\.name))
    // What does not read at all is told by the configuration, the rest by the automation.
    let faults = (configuration.faults + automation.faults(beside: directory)).filter { names.contains($0.file) }
      .sorted()
    for fault in faults { tell(fault, in: path) }
    let errors = faults.count { !$0.isWarning }
    guard errors == 0 else { throw Trouble(.data, words.configWrong(errors, warnings: faults.count - errors)) }
    if printer.isJSON { return }
    printer.line(
      faults.isEmpty ? words.rulesRight(automation.routing.rules.count) : words.configWrong(0, warnings: faults.count))
  }

  private func tell(_ fault: ConfigFault, in path: String?) {
    let isGiven = path != nil && fault.file == ConfigFile.rules.name
    let file = isGiven ? path ?? "" : ConfigFile.folder + "/" + fault.file
    if printer.isJSON {
      return printer.json(
        .object(
          of: ("file", .string(file)), ("line", .int(Int64(fault.place.line))),
          ("column", .int(Int64(fault.place.column))), ("severity", .string(fault.isWarning ? "warning" : "error")),
          ("text", .string(words.problem(fault.problem)))))
    }
    printer.line((fault.isWarning ? "! " : "✗ ") + words.fault(fault, in: file))
  }

  // MARK: - Dry run

  /// Thirty days, where nothing is said.
  private static let usualPast: Int64 = 30 * 86_400

  fileprivate func rehearseRules() throws(Trouble) {
    let session = try session()
    let since = try since() ?? session.now + -Invocation.usualPast
    let routing = try triedRules(session)
    if routing.rules.isEmpty, !printer.isJSON { return printer.line(words.noRules) }
    var rehearsal = RuleRehearsal(routing)
    let now = session.now
    let request = ListRequest(
      .term(.updated(.less, seconds: max(0, now - since) + 1)), order: .received,
      asker: Query.Asker(login: session.me.login, now: now), limit: Limits.ticketNumber)
    var ids: [TicketID] = []
    do throws(JournalError) {
      try session.list(request, waiting: telling()) { ids += $0.map(\.id) }
    } catch { throw Trouble(error, words) }
    for id in ids {
      // One that does not read is passed over, as a list does.
      guard let ticket = try? session.read(id).ticket else { continue }
      rehearsal.take(ticket, since: since, under: session.rules)
    }
    show(rehearsal, since, session)
  }

  /// The rules of `--rules`, else those of the folder, else those in force.
  private func triedRules(_ session: Session) throws(Trouble) -> Routing {
    let root = session.cabinet.root
    let path = arguments.one(.rules)
    let texts = try texts(with: path, root)
    guard path != nil || texts.contains(where: { $0.name == ConfigFile.rules.name }) else {
      return session.automation?.routing ?? Routing()
    }
    let configuration = Configuration(texts, zones: ZoneFiles.named)
    let automation = Automation(configuration, zones: ZoneFiles.named)
    let errors = (configuration.faults + automation.faults).filter {
      $0.file == ConfigFile.rules.name && !$0.isWarning
    }
    for error in errors { Printer.complain(words.fault(error, in: path ?? ConfigFile.folder + "/" + error.file)) }
    if !errors.isEmpty { throw Trouble(.data, "") }
    return automation.routing
  }

  /// Tickets named for each rule; `--json` names all.
  private static let shownTickets = 10

  private func show(_ rehearsal: RuleRehearsal, _ since: Instant, _ session: Session) {
    for (rule, tally) in zip(rehearsal.routing.rules, rehearsal.tallies) {
      if printer.isJSON {
        printer.json(tally.json(rule))
        continue
      }
      printer.line(rule.name + words.colon + words.fired(tally.firings, tickets: tally.tickets.count))
      let effects = tally.effects.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      if !effects.isEmpty {
        printer.line("   → " + effects.map { words.effect($0.key, $0.value) }.joined(separator: ", "))
      }
      for (action, times) in tally.refusals.sorted(by: { $0.key.verb.rawValue < $1.key.verb.rawValue }) {
        printer.line("   ! " + words.refused(action) + " \(times)")
      }
      let names = tally.tickets.prefix(Invocation.shownTickets).map { words.name($0, home: session.home) }
      let more = tally.tickets.count > names.count ? " …" : ""
      if !names.isEmpty { printer.line("   " + names.joined(separator: " ") + more) }
    }
    if !printer.isJSON {
      printer.line(words.rehearsed(rehearsal.tickets, since: settings.zone.local(since).day.iso))
    }
  }
}

extension RuleRehearsal.Tally {
  fileprivate func json(_ rule: RoutingRule) -> JSON {
    .object(
      of: ("rule", .string(rule.name)), ("fired", .int(Int64(firings))),
      ("tickets", .array(tickets.map { .string($0.description) })),
      (
        "effects",
        .object(
          effects.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            JSON.Member($0.key.rawValue, .int(Int64($0.value)))
          }
        )
      ),
      (
        "refused",
        .array(
          refusals.sorted { ($0.key.verb.rawValue, $0.key.why) < ($1.key.verb.rawValue, $1.key.why) }.map {
            .object(
              of: ("verb", .string($0.key.verb.rawValue)), ("why", .string($0.key.why)),
              ("times", .int(Int64($0.value))))
          })
      ))
  }
}
