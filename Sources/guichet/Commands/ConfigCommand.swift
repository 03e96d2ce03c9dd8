import Console
import Desk
import Journal

// `guichet config`: the desk's settings as text files, checked, compared, and put in force as an event of the ledger.
extension Command {
  private enum Action: String, CaseIterable { case check, diff, apply, show, log, `init` }

  static let config = Command(
    .config, [.one(.action("check|diff|apply|show|log|init")), .maybe(.version)], [.resolved, .anyway]
  ) { invocation throws(Trouble) in
    let action: Action = try invocation.choice(invocation.arguments.operands[0], "config")
    let (cabinet, directory) = try invocation.ledger()
    let bench = ConfigBench(invocation: invocation, cabinet: cabinet, directory: directory)
    switch action {
    case .check: try bench.check()
    case .diff: try bench.diff()
    case .apply: try bench.apply()
    case .show: try bench.show()
    case .log: try bench.log()
    case .`init`: try bench.begin()
    }
  }
}

/// The folder's texts beside those in force.
private struct ConfigBench {
  let invocation: Invocation
  let cabinet: Cabinet
  let directory: Directory

  private var words: Words { invocation.words }
  private var printer: Printer { invocation.printer }
  private var shelf: RuleShelf { RuleShelf(directory, cabinet.configShelf) }
  private var present: String { directory.reigns.last?.version ?? "" }

  private func journal<T>(_ work: () throws(JournalError) -> T) throws(Trouble) -> T {
    do throws(JournalError) { return try work() } catch { throw Trouble(error, words) }
  }

  // MARK: - Check

  /// The folder as it reads, with every fault told.
  private func read() throws(Trouble) -> (texts: [ConfigText], configuration: Configuration, faults: [ConfigFault]) {
    let folder = ConfigFolder(cabinet.root)
    if let path = folder.unreadable.first { throw Trouble(.noInput, words.unreadableFile(path)) }
    let configuration = Configuration(folder.texts, zones: ZoneFiles.named)
    let book = try journal { () throws(JournalError) in try cabinet.dutyBook() }
    let faults =
      configuration.faults(
        beside: directory, Automation(configuration, zones: ZoneFiles.named), after: shelf.roles)
      + configuration.dutyFaults(beside: directory, book, from: Clock.now)
    for fault in faults { tell(fault) }
    return (folder.texts, configuration, faults)
  }

  private func tell(_ fault: ConfigFault) {
    guard printer.isJSON else { return printer.line((fault.isWarning ? "! " : "✗ ") + words.fault(fault)) }
    if case .missingFor(_, _, let contract) = fault.problem {
      return printer.json(
        .object(
          of: ("contract", .string(contract)), ("severity", .string(fault.isWarning ? "warning" : "error")),
          ("text", .string(words.problem(fault.problem)))))
    }
    printer.json(
      .object(
        of: ("file", .string(ConfigFile.folder + "/" + fault.file)), ("line", .int(Int64(fault.place.line))),
        ("column", .int(Int64(fault.place.column))), ("severity", .string(fault.isWarning ? "warning" : "error")),
        ("text", .string(words.problem(fault.problem)))))
  }

  func check() throws(Trouble) {
    let (texts, configuration, faults) = try read()
    if invocation.arguments.has(.resolved) { tell(configuration) }
    let errors = faults.count { !$0.isWarning }
    let sum = words.configWrong(errors, warnings: faults.count - errors)
    guard errors == 0 else { throw Trouble(.data, sum) }
    if printer.isJSON { return }
    printer.line(faults.isEmpty ? words.configRight(texts.count) : sum)
  }

  /// What is understood: hours, nominal days, and every duration in working time.
  private func tell(_ configuration: Configuration) {
    let rules = configuration.rules(directory)
    printer.line(words.calendarsHead)
    for (name, calendar) in rules.calendars.sorted(by: { $0.key < $1.key }) {
      let zone = calendar == .always ? "" : calendar.zone.name
      let cells = [name, zone, words.week(calendar), words.nominalDay(calendar)].filter { !$0.isEmpty }
      printer.line("  " + cells.joined(separator: "  "))
    }
    printer.line(words.policiesHead)
    let written = configuration.policies.entries
    for (at, policy) in rules.policies.all.enumerated() {
      let entry = at < written.count ? written[at] : nil
      let origin = entry == nil ? " (\(words.configStandard))" : ""
      printer.line("  \(policy.name)\(origin)  \(policy.calendar.name)  " + goals(policy, entry))
    }
    printer.line(words.matrixHead)
    for impact in Impact.allCases {
      let row = Gravity.allCases.map { rules.matrix[impact, $0].name }
      printer.line("  \(impact.name)  " + row.joined(separator: " "))
    }
    let changes = rules.roles.changes
    if changes.isEmpty { return }
    printer.line(words.rolesHead)
    for change in changes { printer.line("  " + words.roleChange(change)) }
  }

  private func goals(_ policy: ServicePolicy, _ entry: PolicyConfig.Entry?) -> String {
    let texts = entry.map { Dictionary($0.goals.map { ($0.clock.service, $0.text) }) { first, _ in first } } ?? [:]
    let levelTexts = entry.map { Dictionary($0.levelGoals.map { ($0.level, $0.text) }) { first, _ in first } } ?? [:]
    let goals = ServiceClock.allCases.compactMap { clock in
      policy.goals[clock].map { words.name(clock) + " " + words.goal(texts[clock] ?? "", $0) }
    }
    let levels = Level.allCases.compactMap { level in
      policy.levelGoals[level].map { "\(level.rawValue) " + words.goal(levelTexts[level] ?? "", $0) }
    }
    return (goals + levels).joined(separator: " · ")
  }

  // MARK: - Diff and apply

  func diff() throws(Trouble) {
    let (texts, before) = (
      ConfigFolder(cabinet.root).texts,
      try journal { () throws(JournalError) in
        try shelf.texts(of: present)
      }
    )
    if Cabinet.versionName(of: texts) == Cabinet.versionName(of: before) { return printer.line(words.configSame) }
    let (old, new) = (ConfigBench.byName(before), ConfigBench.byName(texts))
    for name in Set(old.keys).union(new.keys).sorted() where old[name] != new[name] {
      printer.line("--- " + (old[name] == nil ? "/dev/null" : name + "  " + ConfigVersion.short(present)))
      printer.line("+++ " + (new[name] == nil ? "/dev/null" : ConfigFile.folder + "/" + name))
      for line in TextDiff(old[name] ?? "", new[name] ?? "").lines { printer.line(line.text) }
    }
    printer.line(words.configPending)
  }

  private static func byName(_ texts: [ConfigText]) -> [String: String] {
    Dictionary(texts.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
  }

  func apply() throws(Trouble) {
    let actor = try invocation.keeper(cabinet, directory)
    let (texts, _, faults) = try read()
    // Back to the built-in rules is a version as well: an empty one, once there was another.
    guard !texts.isEmpty || !present.isEmpty else { throw Trouble(.noInput, words.configNeedsFiles) }
    let errors = faults.count { !$0.isWarning }
    // The key to the desk is not left inside.
    if faults.contains(where: \.locksOut) { throw Trouble(.refused, words.configLocksOut) }
    guard errors == 0 || invocation.arguments.has(.anyway) else { throw Trouble(.data, words.configNotApplied) }
    if Cabinet.versionName(of: texts) == present { return printer.line(words.configSame) }
    let version = try journal { () throws(JournalError) in try cabinet.apply(texts, as: actor, at: Clock.now) }
    if printer.isJSON { return printer.json(LedgerFact.config(version).d) }
    printer.line(words.configApplied(ConfigVersion.short(version.name), files: version.files.count))
  }

  // MARK: - Versions

  func show() throws(Trouble) {
    let name = try wanted()
    let texts = try journal { () throws(JournalError) in try shelf.texts(of: name) }
    if printer.isJSON {
      let files = texts.map { text in
        JSON.object(of: ("name", .string(text.name)), ("text", .string(String(decoding: text.bytes, as: UTF8.self))))
      }
      return printer.json(.object(of: ("version", .string(name)), ("files", .array(files))))
    }
    if texts.isEmpty { return printer.line(words.configBuiltIn) }
    for text in texts {
      printer.line("// \(text.name)  \(ConfigVersion.short(name))")
      let words = String(decoding: text.bytes, as: UTF8.self)
      printer.body(words.hasSuffix("\n") ? String(words.dropLast()) : words)
    }
  }

  /// The version asked for, by the beginning of its name; else the one in force.
  private func wanted() throws(Trouble) -> String {
    guard let asked = invocation.arguments.operands.dropFirst().first else { return present }
    let found = directory.versions.all.keys.filter { $0.hasPrefix(asked.lowercased()) }
    guard let name = found.first, found.count == 1 else { throw Trouble(.noInput, words.noConfigVersion(asked)) }
    return name
  }

  func log() throws(Trouble) {
    let events = try journal { () throws(JournalError) in try cabinet.ledger() }
    let present = directory.reigns.last
    for event in events.reversed() {
      guard case .config(let version) = event.fact else { continue }
      let isPresent = present == RuleBook.Reign(since: event.at, version: version.name)
      if printer.isJSON {
        printer.json(
          .object(
            of: ("version", .string(version.name)), ("at", .string(event.at.rfc3339)), ("by", .string(event.by)),
            ("files", .array(version.files.map { JSON.string($0.name) })), ("in_force", .bool(isPresent))))
      } else {
        let cells = [
          ConfigVersion.short(version.name), words.date(event.at, in: invocation.settings.zone, now: Clock.now),
          event.by,
          version.files.map(\.name).joined(separator: " "), isPresent ? words.configInForce : "",
        ]
        printer.line(cells.filter { !$0.isEmpty }.joined(separator: "  "))
      }
    }
    if present == nil, !printer.isJSON { printer.line(words.configBuiltIn) }
  }

  func begin() throws(Trouble) {
    _ = try invocation.keeper(cabinet, directory)
    for file in ConfigFile.allCases {
      guard let text = words.example(of: file) else { continue }
      let isNew = try journal { () throws(JournalError) in try cabinet.layDown(ConfigText(file, text)) }
      let path = ConfigFile.folder + "/" + file.name
      printer.line(isNew ? words.configMade(path) : words.configKept(path))
    }
    printer.line(words.configPending)
  }
}
