import Console
import Desk
import Glibc
import Journal

/// What may be done with a register. Nothing is ever taken away: what is removed is retired, and can be restored.
private enum RegisterAction: String, CaseIterable {
  case add, set, list, show, remove, restore, `import`, export
  case credit, correct, balance

  static let ofAll: [RegisterAction] = [.add, .set, .list, .show, .remove, .restore, .import, .export]
}

// Groups, customers, contracts, assets and people: one set of actions for all.
extension Command {
  static let group = register(.group, of: Group.self)
  static let customer = register(.customer, of: Customer.self)
  static let asset = register(.asset, of: Asset.self)
  static let person = register(.person, of: Person.self)

  static let contract = register(
    .contract, of: Contract.self, also: [.credit, .correct, .balance], [.reason, .reference, .by, .date]
  ) { invocation, action throws(Trouble) in
    switch action {
    case .credit: try invocation.credit()
    case .correct: try invocation.correct()
    default: try invocation.balance()
    }
  }

  private static func register<Kind: RegisterKind>(
    _ name: CommandName, of kind: Kind.Type, also actions: [RegisterAction] = [], _ options: [CommandOption] = [],
    run: @escaping @Sendable (Invocation, RegisterAction) throws(Trouble) -> Void = { _, _ throws(Trouble) in }
  ) -> Command {
    let allowed = RegisterAction.ofAll + actions
    let places: [Place] = [
      .one(.action(allowed.map(\.rawValue).joined(separator: "|"))), .maybe(.entry),
    ]
    var command = Command(
      name, places + (actions.isEmpty ? [] : [.maybe(.duration)]),
      kind.options.map(\.0) + options + [.retired, .dryRun, .encoding]
    ) { invocation throws(Trouble) in
      let action = try invocation.action(among: allowed, name)
      switch action {
      case .list: try invocation.list(kind)
      case .show: try invocation.show(kind)
      case .add, .set: try invocation.set(kind, isNew: action == .add)
      case .remove: try invocation.retire(kind, true)
      case .restore: try invocation.retire(kind, false)
      case .import: try invocation.takeIn(kind)
      case .export: try invocation.giveOut(kind)
      case .credit, .correct, .balance: try run(invocation, action)
      }
    }
    command.columns = kind.columns.map(\.name)
    return command
  }
}

extension Invocation {
  fileprivate func action(among allowed: [RegisterAction], _ name: CommandName) throws(Trouble) -> RegisterAction {
    let word = arguments.operands[0]
    let names = allowed.map(\.rawValue)
    guard let action = allowed.first(where: { $0.rawValue == Folding.fold(word) }) else {
      throw Trouble(
        .usage,
        words.badChoice(name.rawValue, word, allowed: names, near: Nearest.name(to: Folding.fold(word), among: names)))
    }
    return action
  }

  private var entryName: String { get throws(Trouble) { try operand(.id) } }

  /// The entry of that name; who mistypes is told the nearest.
  private func entry<Kind: RegisterKind>(_ kind: Kind.Type, _ directory: Directory) throws(Trouble) -> Kind {
    let name = try entryName
    if let entry = kind.roll(directory)[kind.key(name)] { return entry }
    let near = Nearest.name(to: kind.key(name), among: kind.roll(directory).all.keys.sorted())
    throw Trouble(.noInput, words.noEntry(name, near: near))
  }

  fileprivate func list<Kind: RegisterKind>(_ kind: Kind.Type) throws(Trouble) {
    let (_, directory) = try ledger()
    let wanted = arguments.operands.count > 1 ? Folding.fold(arguments.operands[1]) : nil
    let entries = kind.roll(directory).values.filter { entry in
      (arguments.has(.retired) || !entry.isRetired)
        && (wanted.map { wanted in kind.columns.contains { Folding.fold($0.text(entry)).contains(wanted) } } ?? true)
    }
    show(entries.sorted { $0.key < $1.key }.map { ($0.fact.d, $0.cells(words)) })
  }

  fileprivate func show<Kind: RegisterKind>(_ kind: Kind.Type) throws(Trouble) {
    let session = try session()
    let entry = try entry(kind, session.directory)
    do throws(JournalError) {
      if printer.isJSON {
        guard case .object(let members) = entry.fact.d else { return }
        return printer.json(.object(members + (try entry.cardJSON(session))))
      }
      show(try entry.card(session, cardSetting(session)))
    } catch { throw Trouble(error, words) }
  }

  func cardSetting(_ session: Session) -> CardSetting {
    CardSetting(words: words, zone: settings.zone, now: session.now, home: session.home)
  }

  func show(_ lines: [ThreadLine]) {
    for line in lines { printer.line(line.pieces.map(\.text).joined()) }
  }

  fileprivate func set<Kind: RegisterKind>(_ kind: Kind.Type, isNew: Bool) throws(Trouble) {
    let (cabinet, directory) = try ledger()
    let name = try entryName
    _ = try keeper(cabinet, directory)
    if isNew, let old = kind.roll(directory)[kind.key(name)] {
      let command = arguments.command?.rawValue ?? ""
      throw Trouble(.refused, words.registeredAlready(name, command: command, isRetired: old.isRetired))
    }
    if isNew, kind is Person.Type { try refuseSlip(name) }
    let old = isNew ? nil : try entry(kind, directory)
    let entry: Kind
    do throws(CellFlaw) {
      try kind.check(name: name, kind.keyColumns[0])
      entry = try (old ?? kind.init(called: name)).setting(try cells(kind))
    } catch { throw Trouble(.usage, words.cellFlaw(error)) }
    if old == nil, let missing = kind.needed.first(where: { !arguments.has($0) }) { throw self.missing(missing) }
    let completed = complete(entry, isNew: old == nil, directory)
    if completed == old { return printer.line(words.unchangedEntry(name)) }
    if let contract = completed as? Contract { try refuseSlip(contract, after: old as? Contract, cabinet, directory) }
    try record([completed.fact], cabinet, directory)
    if printer.isJSON { printer.json(completed.fact.d) } else { printer.line(words.recordedName(name)) }
    for stranger in completed.strangers(in: directory) where old?.strangers(in: directory).contains(stranger) != true {
      Printer.complain(words.stranger(stranger))
    }
  }

  /// A calendar or policy newly named has to be one of the configuration in force: with another name, deadlines would
  /// quietly be others than was meant.
  private func refuseSlip(
    _ contract: Contract, after before: Contract?, _ cabinet: Cabinet, _ directory: Directory
  ) throws(Trouble) {
    if contract.calendar == before?.calendar, contract.policy == before?.policy { return }
    let rules = RuleShelf(directory, cabinet.configShelf).present
    let known = before?.strangers(under: rules) ?? []
    guard let stranger = contract.strangers(under: rules).first(where: { !known.contains($0) }) else { return }
    let names = stranger.register == .calendar ? rules.calendars.keys.sorted() : rules.policies.all.map(\.name)
    throw Trouble(.refused, words.notConfigured(stranger, known: names))
  }

  /// Somebody is known by an address, or who has none by the name that `--name` gives: anything else is a slip.
  private func refuseSlip(_ name: String) throws(Trouble) {
    let isName = !name.contains("@") && arguments.one(.name).map { Folding.fold($0) == Folding.fold(name) } == true
    if !isName, !Mailbox.isAddress(name) { throw Trouble(.usage, words.badAddress(name)) }
  }

  /// A new person belongs to the customer whose mail domain it is.
  private func complete<Kind: RegisterKind>(_ entry: Kind, isNew: Bool, _ directory: Directory) -> Kind {
    guard isNew, var person = entry as? Person, person.customer == nil, let email = person.party.email else {
      return entry
    }
    person.customer = directory.customer(email: email)?.id
    return person as? Kind ?? entry
  }

  /// What the options say, as cells. Days of a contract are said in hours.
  private func cells<Kind: RegisterKind>(_ kind: Kind.Type) throws(CellFlaw) -> [(column: ColumnName, text: String)] {
    var cells: [(column: ColumnName, text: String)] = []
    for (option, column) in kind.options where arguments.has(option) {
      let values = arguments.all(option)
      if !option.takesValue {
        cells.append((column, "1"))
      } else if column == .dayMinutes {
        let seconds = WorkingDuration.seconds(of: values.last ?? "", nominalDay: 86_400)
        guard let seconds else { throw CellFlaw(column: column, problem: .notANumber(values.last ?? "")) }
        cells.append((column, String(seconds / 60)))
      } else if Invocation.lists.contains(column) {
        let parts = values.flatMap { $0.split(separator: ",").map { String($0).trimmed } }
        cells.append((column, ListCell.text(parts.filter { !$0.isEmpty })))
      } else {
        cells.append((column, values.last ?? ""))
      }
    }
    return cells
  }

  /// Columns that hold several values.
  private static let lists: Set<ColumnName> = [
    .domains, .sites, .contracts, .classes, .categories, .warnings, .relations, .levels, .skills, .members,
  ]

  fileprivate func retire<Kind: RegisterKind>(_ kind: Kind.Type, _ isRetired: Bool) throws(Trouble) {
    let (cabinet, directory) = try ledger()
    var entry = try entry(kind, directory)
    let name = try entryName
    if entry.isRetired == isRetired { return printer.line(words.unchangedEntry(name)) }
    entry.isRetired = isRetired
    try record([entry.fact], cabinet, directory)
    if printer.isJSON {
      printer.json(entry.fact.d)
    } else {
      printer.line(isRetired ? words.retired(name) : words.reinstated(name))
    }
    if isRetired, let customer = entry as? Customer { tellTickets(of: customer) }
  }
}

// MARK: - Accounts of contracts

extension Invocation {
  fileprivate func credit() throws(Trouble) {
    let (cabinet, directory) = try ledger()
    let contract = try entry(Contract.self, directory)
    guard arguments.operands.count > 2 else {
      throw Trouble(
        .usage,
        words.missingOperand(
          words.operand(.duration), usage: "guichet contract credit ID " + words.operand(.duration)))
    }
    let text = arguments.operands[2]
    let minutes = try minutes(text, contract)
    let entry = ContractEntry(
      contract: contract.id, minutes: minutes, days: Invocation.wholeDays(text), reason: try need(.reason),
      reference: arguments.one(.reference), since: try firstDay())
    try put(.contractCredited(entry), on: contract, cabinet, directory)
  }

  fileprivate func correct() throws(Trouble) {
    let (cabinet, directory) = try ledger()
    let contract = try entry(Contract.self, directory)
    let text = try need(.by)
    let isLess = text.hasPrefix("-") || text.hasPrefix("−")
    let minutes = try minutes(isLess || text.hasPrefix("+") ? String(text.dropFirst()) : text, contract)
    let entry = ContractEntry(
      contract: contract.id, minutes: isLess ? -minutes : minutes, reason: try need(.reason),
      reference: arguments.one(.reference), since: try firstDay())
    try put(.contractCorrected(entry), on: contract, cabinet, directory)
  }

  fileprivate func balance() throws(Trouble) {
    let session = try session()
    let at = try moment(.date, looking: .back)
    guard arguments.operands.count > 1 else { return try balances(at, session) }
    let contract = try entry(Contract.self, session.directory)
    do throws(JournalError) {
      let card = try session.card(of: contract, at: at)
      guard printer.isJSON else { return show(card.lines(cardSetting(session), drawnFrom: .max)) }
      guard case .object(let members) = card.account.json(at: at) else { return }
      printer.json(.object([.init("contract", .string(contract.id))] + members))
    } catch { throw Trouble(error, words) }
  }

  /// How every contract stands, a line each.
  private func balances(_ at: Instant?, _ session: Session) throws(Trouble) {
    let directory = session.directory
    let contracts = directory.contracts.values.filter { arguments.has(.retired) || !$0.isRetired }
    do throws(JournalError) {
      let debits = try session.index().debits()
      show(
        contracts.sorted { $0.id < $1.id }.map { contract in
          let account = ContractAccount(contract, in: directory, debits: debits, zone: settings.zone)
          let balance = directory.credits(of: contract.id).isEmpty ? nil : account.balance(at: at)
          return (
            ContractStanding(contract, balance: balance).json,
            [contract.id, contract.customer ?? "", balance.map { words.stands($0) } ?? words.noCredit]
          )
        })
    } catch { throw Trouble(error, words) }
  }

  private func put(
    _ fact: LedgerFact, on contract: Contract, _ cabinet: Cabinet, _ directory: Directory
  ) throws(Trouble) {
    try record([fact], cabinet, directory)
    if printer.isJSON { return printer.json(fact.d) }
    printer.line(words.recordedName(contract.id))
    tellOver(contract)
  }

  private func minutes(_ text: String, _ contract: Contract) throws(Trouble) -> Int {
    let seconds = WorkingDuration.seconds(of: text, nominalDay: Int64(contract.dayMinutes) * 60)
    guard let seconds, seconds >= 60 else { throw Trouble(.usage, words.badDuration(text)) }
    return Int(seconds / 60)
  }

  /// `10j`, `10d`: sold in days.
  private static func wholeDays(_ text: String) -> Int? {
    guard let unit = text.last, "jd".contains(unit.lowercased()) else { return nil }
    return Int(text.dropLast().trimmed)
  }

  /// The day from which an entry counts.
  private func firstDay() throws(Trouble) -> Day? {
    try moment(.date, looking: .back).map { settings.zone.local($0).day }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { String(self).trimmed }
}
