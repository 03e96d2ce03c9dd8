import Console
import Desk
import Glibc
import Journal

// `guichet config`: the desk's settings as text files, checked, compared, and put in force as an event of the ledger.
extension Command {
  private enum Action: String, CaseIterable { case check, diff, apply, show, log, `init` }

  static let config = Command(
    .config, [.one(.action("check|diff|apply|show|log|init")), .maybe(.folder)], [.resolved, .anyway, .save]
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

  /// The folder that was named.
  private var named: String? { invocation.arguments.operands.dropFirst().first }
  /// Where the texts lie, as it is told.
  private var place: String {
    guard let named else { return ConfigFile.folder + "/" }
    return named.hasSuffix("/") ? named : named + "/"
  }

  /// The cabinet's folder of texts, or the one that is named: what `show --save` wrote, or is tried elsewhere.
  private func folder() throws(Trouble) -> ConfigFolder {
    guard let path = named else { return ConfigFolder(cabinet.root) }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Trouble(.noInput, words.unreadableFile(path))
    }
    return ConfigFolder(at: path)
  }

  /// The folder as it reads, with every fault told.
  private func read() throws(Trouble) -> (texts: [ConfigText], configuration: Configuration, faults: [ConfigFault]) {
    let folder = try folder()
    if let path = folder.unreadable.first { throw Trouble(.noInput, words.unreadableFile(path)) }
    let configuration = Configuration(folder.texts, zones: ZoneFiles.named)
    let book = try journal { () throws(JournalError) in try cabinet.dutyBook() }
    let inForce = try journal { () throws(JournalError) in try shelf.texts(of: present) }
    let faults =
      inForce.faults(goneFrom: folder.texts)
      + configuration.faults(
        beside: directory, Automation(configuration, zones: ZoneFiles.named), after: shelf.roles)
      + configuration.dutyFaults(beside: directory, book, from: Clock.now)
    for fault in faults { tell(fault) }
    return (folder.texts, configuration, faults)
  }

  private func tell(_ fault: ConfigFault) {
    guard printer.isJSON else {
      return printer.line((fault.isWarning ? "! " : "✗ ") + words.fault(fault, in: place + fault.file))
    }
    if case .missingFor(_, _, let contract) = fault.problem {
      return printer.json(
        .object(
          of: ("contract", .string(contract)), ("severity", .string(fault.isWarning ? "warning" : "error")),
          ("text", .string(words.problem(fault.problem)))))
    }
    printer.json(
      .object(
        of: ("file", .string(place + fault.file)), ("line", .int(Int64(fault.place.line))),
        ("column", .int(Int64(fault.place.column))), ("severity", .string(fault.isWarning ? "warning" : "error")),
        ("text", .string(words.problem(fault.problem)))))
  }

  private func tell(_ section: ConfigDigest.Section) {
    if !printer.isJSON { printer.line(section.head) }
    for line in section.lines {
      if printer.isJSON {
        printer.json(.object(of: ("section", .string(section.name)), ("text", .string(line))))
      } else {
        printer.line("  " + line)
      }
    }
  }

  func check() throws(Trouble) {
    let (texts, configuration, faults) = try read()
    if invocation.arguments.has(.resolved) {
      for section in ConfigDigest(configuration, directory, words).sections { tell(section) }
    }
    let errors = faults.count { !$0.isWarning }
    let sum = words.configWrong(errors, warnings: faults.count - errors)
    guard errors == 0 else { throw Trouble(.data, sum) }
    if printer.isJSON { return }
    printer.line(faults.isEmpty ? words.configRight(texts.count, in: place) : sum)
  }

  // MARK: - Diff and apply

  func diff() throws(Trouble) {
    let (texts, before) = (
      try folder().texts,
      try journal { () throws(JournalError) in
        try shelf.texts(of: present)
      }
    )
    if Cabinet.versionName(of: texts) == Cabinet.versionName(of: before) {
      // To a program, no difference is no line.
      return printer.isJSON ? () : printer.line(words.configSame(in: place))
    }
    let (old, new) = (ConfigBench.byName(before), ConfigBench.byName(texts))
    for name in Set(old.keys).union(new.keys).sorted() where old[name] != new[name] {
      let lines = TextDiff(old[name] ?? "", new[name] ?? "").lines.map(\.text)
      if printer.isJSON {
        let change = old[name] == nil ? "added" : new[name] == nil ? "removed" : "changed"
        printer.json(
          .object(
            of: ("file", .string(place + name)), ("change", .string(change)),
            ("in_force", present.isEmpty ? nil : .string(present)), ("diff", .array(lines.map(JSON.string)))))
        continue
      }
      printer.line("--- " + (old[name] == nil ? "/dev/null" : name + "  " + ConfigVersion.short(present)))
      printer.line("+++ " + (new[name] == nil ? "/dev/null" : place + name))
      for line in lines { printer.line(line) }
    }
    if !printer.isJSON { printer.line(words.configPending(named)) }
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
    if Cabinet.versionName(of: texts) == present { return printer.line(words.configSame(in: place)) }
    let version = try journal { () throws(JournalError) in try cabinet.apply(texts, as: actor, at: Clock.now) }
    if printer.isJSON { return printer.json(LedgerFact.config(version).d) }
    printer.line(words.configApplied(ConfigVersion.short(version.name), files: version.files.count))
  }

  // MARK: - Versions

  /// Every file in force, those that nobody wrote as they are built in; or the version itself, laid in a folder from
  /// where `check` and `apply` take it again.
  func show() throws(Trouble) {
    let name = try wanted()
    let texts = try journal { () throws(JournalError) in try shelf.texts(of: name) }
    if let folder = invocation.arguments.one(.save) { return try save(texts, in: folder) }
    let written = Set(texts.map(\.name))
    let builtIn = ConfigFile.allCases.filter { !written.contains($0.name) }.compactMap { file in
      words.example(of: file).map { ConfigText(file, $0) }
    }
    if printer.isJSON {
      let files = texts.map { json($0, isBuiltIn: false) } + builtIn.map { json($0, isBuiltIn: true) }
      return printer.json(.object(of: ("version", .string(name)), ("files", .array(files))))
    }
    for text in texts { show(text, ConfigVersion.short(name)) }
    for text in builtIn { show(text, "(" + words.configStandard + ")") }
  }

  private func json(_ text: ConfigText, isBuiltIn: Bool) -> JSON {
    .object(
      of: ("name", .string(text.name)), ("text", .string(String(decoding: text.bytes, as: UTF8.self))),
      ("built_in", isBuiltIn ? .bool(true) : nil))
  }

  private func show(_ text: ConfigText, _ origin: String) {
    printer.line("// \(text.name)  \(origin)")
    let words = String(decoding: text.bytes, as: UTF8.self)
    printer.body(words.hasSuffix("\n") ? String(words.dropLast()) : words)
  }

  /// Nothing is overwritten: a folder that holds one of the files is refused before anything is written there.
  private func save(_ texts: [ConfigText], in folder: String) throws(Trouble) {
    if texts.isEmpty { return printer.line(words.configBuiltIn) }
    guard Paths.makeFolder(folder.hasPrefix("/") ? folder : Guichet.currentFolder() + "/" + folder) else {
      throw Trouble(.cannotCreate, words.cannotCreate(folder))
    }
    let paths = texts.map { folder + "/" + $0.name }
    if let taken = paths.first(where: { access($0, F_OK) == 0 }) {
      throw Trouble(.cannotCreate, words.cannotCreate(taken))
    }
    for (path, text) in zip(paths, texts) {
      guard Invocation.layDown(text.bytes, to: path) else { throw Trouble(.cannotCreate, words.cannotCreate(path)) }
      if printer.isJSON {
        printer.json(.object(of: ("path", .string(path))))
      } else {
        printer.line(words.configMade(path))
      }
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
    printer.line(words.configPending())
  }
}
