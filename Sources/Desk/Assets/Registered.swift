/// A kind of entry that the ledger keeps a register of: read and written as lines of a table, one column a field.
package protocol Registered: Hashable, Sendable {
  static var columns: [RegisterColumn<Self>] { get }
  static func roll(_ directory: Directory) -> Roll<Self>
  /// Columns that tell which entry a line is about, the first that is filled.
  static var keyColumns: [ColumnName] { get }
  /// As its roll has what an entry is called.
  static func key(_ name: String) -> String
  /// An entry of which nothing is known but what it is called.
  init(called name: String)
  /// As its roll has it.
  var key: String { get }
  var fact: LedgerFact { get }
  var isRetired: Bool { get set }
  /// What does not go together in it.
  var flaw: CellFlaw? { get }
  /// The entries of other registers that it names.
  var named: [(register: ColumnName, name: String)] { get }
}

/// An entry that another names and nobody has registered.
package struct Stranger: Hashable, Sendable {
  /// What it would be: `customer`, `contract` …
  package var register: ColumnName
  package var name: String
  /// The registered one it may be a slip for.
  package var near: String?

  package init(_ register: ColumnName, _ name: String, in directory: Directory) {
    (self.register, self.name) = (register, name)
    let names =
      switch register {
      case .customer: Array(directory.customers.all.keys)
      case .contract: Array(directory.contracts.all.keys)
      case .owner: [String]()
      case .relations: Array(directory.assets.all.keys)
      default: Array(directory.agents.all.keys)
      }
    near = Nearest.name(to: name, among: names.sorted())
  }

  /// A name of the configuration, `calendar` or `policy`, that it does not have.
  package init(_ sort: ColumnName, _ name: String, among names: [String]) {
    (register, self.name) = (sort, name)
    near = Nearest.name(to: name, among: names.sorted())
  }
}

extension Registered {
  /// The bytes of an entry's texts at most: it has to stand in one line of the ledger however they are escaped.
  package static var sizeLimit: Int { 8 * 1024 }
  /// Bytes of what an entry is called.
  package static var keyLimit: Int { 128 }

  package static func key(_ name: String) -> String { name }

  package var flaw: CellFlaw? { nil }
  package var named: [(register: ColumnName, name: String)] { [] }

  /// Those of `named` that the ledger does not know: a slip, or to be registered next.
  package func strangers(in directory: Directory) -> [Stranger] {
    named.filter { !directory.has($0.register, $0.name) }.map { Stranger($0.register, $0.name, in: directory) }
  }

  /// The entry with some of its fields said anew. A field that is said as it is stays as it is.
  package func setting(_ cells: [(column: ColumnName, text: String)]) throws(CellFlaw) -> Self {
    let (entry, flaws) = settingAll(cells)
    if let flaw = flaws.first { throw flaw }
    return entry
  }

  /// The same, with all that is wrong: a field that cannot be said so stays as it was.
  package func settingAll(_ cells: [(column: ColumnName, text: String)]) -> (entry: Self, flaws: [CellFlaw]) {
    var entry = self
    var flaws: [CellFlaw] = []
    for (name, text) in cells {
      guard let column = Self.columns.first(where: { $0.name == name }), column.text(entry) != text else { continue }
      do throws(CellProblem) { try column.set(&entry, text) } catch {
        flaws.append(CellFlaw(column: name, problem: error))
      }
    }
    var size = 0
    for column in Self.columns where size <= Self.sizeLimit {
      size += column.text(entry).utf8.count
      if size > Self.sizeLimit { flaws.append(CellFlaw(column: column.name, problem: .tooLong(limit: Self.sizeLimit))) }
    }
    if let flaw = entry.flaw { flaws.append(flaw) }
    return (entry, flaws)
  }

  /// What nothing can be called: nothing, or what does not stand in a line.
  package static func check(name: String, _ column: ColumnName) throws(CellFlaw) {
    if name.trimmed.isEmpty { throw CellFlaw(column: column, problem: .missing) }
    if name.utf8.count > keyLimit { throw CellFlaw(column: column, problem: .tooLong(limit: keyLimit)) }
    guard name == name.trimmed, name.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
      throw CellFlaw(column: column, problem: .badName(name))
    }
  }
}

extension Directory {
  /// Whether the register that a column names has an entry of a name.
  package func has(_ register: ColumnName, _ name: String) -> Bool {
    switch register {
    case .customer: customers[name] != nil
    case .contract: contracts[name] != nil
    case .owner: person(email: name) != nil
    case .relations: assets[name] != nil
    default: agents[name] != nil
    }
  }
}

/// A cell that cannot be what its column is.
package struct CellFlaw: Error, Hashable, Sendable {
  package var column: ColumnName
  package var problem: CellProblem

  package init(column: ColumnName, problem: CellProblem) {
    self.column = column
    self.problem = problem
  }
}

extension Customer: Registered {
  package static var columns: [RegisterColumn<Customer>] {
    [
      RegisterColumn(.id, \.id), RegisterColumn(.name, \.name),
      RegisterColumn(.contact, \.contact, check: CellProblem.address), RegisterColumn(.sites, \.sites),
      RegisterColumn(.domains, \.domains), RegisterColumn(.contracts, \.contracts),
      RegisterColumn(.sharesTickets, \.sharesTickets), RegisterColumn(.retired, \.isRetired),
    ]
  }
  package static func roll(_ directory: Directory) -> Roll<Customer> { directory.customers }
  package static var keyColumns: [ColumnName] { [.id] }
  package init(called name: String) { self.init(id: name, name: name) }
  package var key: String { id }
  package var fact: LedgerFact { .customer(self) }
  package var named: [(register: ColumnName, name: String)] { contracts.map { (.contract, $0) } }
}

extension Person: Registered {
  package static var columns: [RegisterColumn<Person>] {
    [
      RegisterColumn(.email, \.party.email, check: CellProblem.address), RegisterColumn(.name, \.party.name),
      RegisterColumn(.phone, \.party.phone), RegisterColumn(.customer, \.customer), RegisterColumn(.site, \.site),
      RegisterColumn(.language, \.language, check: CellProblem.language),
      RegisterColumn(.vip, \.vip), RegisterColumn(.retired, \.isRetired),
    ]
  }
  package static func roll(_ directory: Directory) -> Roll<Person> { directory.people }
  package static var keyColumns: [ColumnName] { [.email, .name] }
  package static func key(_ name: String) -> String { name.lowercased() }
  /// By an address, else by a name.
  package init(called name: String) {
    self.init(party: Party(name: name.contains("@") ? "" : name, email: name.contains("@") ? name : nil))
  }
  package var key: String { Directory.key(party) }
  package var fact: LedgerFact { .person(self) }
  package var named: [(register: ColumnName, name: String)] { customer.map { [(.customer, $0)] } ?? [] }
}

extension Contract {
  /// The calendar and the policy it names that these rules do not have.
  package func strangers(under rules: Rules) -> [Stranger] {
    strangers(among: Array(rules.calendars.keys), policies: rules.policies.all.map(\.name))
  }

  /// The calendar and the policy it names that are not among those of these names.
  func strangers(among calendars: [String], policies: [String]) -> [Stranger] {
    let named: [(sort: ColumnName, name: String?, known: [String])] = [
      (.calendar, calendar, calendars), (.policy, policy, policies),
    ]
    return named.compactMap { sort, name, known in
      name.flatMap { known.contains($0) ? nil : Stranger(sort, $0, among: known) }
    }
  }
}

extension Contract: Registered {
  package static var columns: [RegisterColumn<Contract>] {
    [
      RegisterColumn(.id, \.id), RegisterColumn(.name, \.name), RegisterColumn(.customer, \.customer),
      RegisterColumn(.from, \.from), RegisterColumn(.to, \.to), RegisterColumn(.calendar, \.calendar),
      RegisterColumn(.policy, \.policy), RegisterColumn(.classes, \.perimeter.classes),
      RegisterColumn(.categories, \.perimeter.categories), RegisterColumn(.sites, \.perimeter.sites),
      RegisterColumn(
        name: .warnings, text: { ListCell.text($0.warnings.map(String.init)) },
        set: { contract, text throws(CellProblem) in contract.warnings = try Contract.warnings(text) }),
      RegisterColumn(
        name: .dayMinutes, text: { String($0.dayMinutes) },
        set: { contract, text throws(CellProblem) in
          contract.dayMinutes = text.isEmpty ? usualDay : try ListCell.number(text, in: dayRange)
        }),
      RegisterColumn(.retired, \.isRetired),
    ]
  }

  private static func warnings(_ text: String) throws(CellProblem) -> [Int] {
    var shares: [Int] = []
    for word in ListCell.values(text) { shares.append(try ListCell.number(word, in: Contract.shares)) }
    return shares.sorted()
  }

  package static func roll(_ directory: Directory) -> Roll<Contract> { directory.contracts }
  package static var keyColumns: [ColumnName] { [.id] }
  package init(called name: String) { self.init(id: name, name: name) }
  package var key: String { id }
  package var fact: LedgerFact { .contract(self) }
  package var named: [(register: ColumnName, name: String)] { customer.map { [(.customer, $0)] } ?? [] }
  package var flaw: CellFlaw? {
    guard let from, let to, to < from else { return nil }
    return CellFlaw(column: .to, problem: .before(to, from))
  }
}

extension Asset: Registered {
  package static var columns: [RegisterColumn<Asset>] {
    [
      RegisterColumn(.id, \.id), RegisterColumn(.name, \.name), RegisterColumn(.itemClass, \.itemClass),
      RegisterColumn(.customer, \.customer), RegisterColumn(.site, \.site), RegisterColumn(.location, \.location),
      RegisterColumn(.serial, \.serial), RegisterColumn(.warrantyEnd, \.warrantyEnd),
      RegisterColumn(.owner, \.owner), RegisterColumn(.contract, \.contract),
      RegisterColumn(
        name: .relations, text: { ListCell.text($0.relations.map { "\($0.kind.rawValue):\($0.target)" }) },
        set: { asset, text throws(CellProblem) in asset.relations = try Asset.relations(text, of: asset.id) }),
      RegisterColumn(.retired, \.isRetired),
    ]
  }

  private static func relations(_ text: String, of id: String) throws(CellProblem) -> [AssetRelation] {
    var relations: [AssetRelation] = []
    for word in ListCell.values(text) {
      let sides = word.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      guard sides.count == 2, !sides[1].isEmpty, sides[1] != id else { throw .notARelation(word) }
      let names = AssetRelation.Kind.allCases.map(\.rawValue)
      guard let kind = AssetRelation.Kind(rawValue: sides[0]) else {
        throw .notAWord(sides[0], allowed: names, near: Nearest.name(to: sides[0], among: names))
      }
      relations.append(AssetRelation(kind, sides[1]))
    }
    return relations
  }

  package static func roll(_ directory: Directory) -> Roll<Asset> { directory.assets }
  package static var keyColumns: [ColumnName] { [.id] }
  package init(called name: String) { self.init(id: name, name: name) }
  package var key: String { id }
  package var fact: LedgerFact { .asset(self) }
  package var named: [(register: ColumnName, name: String)] {
    let one: [(ColumnName, String?)] = [(.customer, customer), (.contract, contract), (.owner, owner)]
    return one.compactMap { register, name in name.map { (register, $0) } }
      + relations.map { (.relations, $0.target) }
  }
}

extension Group: Registered {
  package static var columns: [RegisterColumn<Group>] {
    [
      RegisterColumn(.id, \.id), RegisterColumn(.name, \.name),
      RegisterColumn(
        name: .levels, text: { ListCell.text($0.levels.map(\.rawValue)) },
        set: { group, text throws(CellProblem) in group.levels = try Group.levels(text) }),
      RegisterColumn(.skills, \.skills), RegisterColumn(.domains, \.domains), RegisterColumn(.members, \.members),
      RegisterColumn(.retired, \.isRetired),
    ]
  }

  private static func levels(_ text: String) throws(CellProblem) -> [Level] {
    var levels: [Level] = []
    for word in ListCell.values(text) {
      guard let level = Level(rawValue: word.uppercased()) else {
        let names = Level.allCases.map(\.rawValue)
        throw .notAWord(word, allowed: names, near: Nearest.name(to: word, among: names))
      }
      levels.append(level)
    }
    return levels
  }

  package static func roll(_ directory: Directory) -> Roll<Group> { directory.groups }
  package static var keyColumns: [ColumnName] { [.id] }
  package init(called name: String) { self.init(id: name, name: name) }
  package var key: String { id }
  package var fact: LedgerFact { .group(self) }
  package var named: [(register: ColumnName, name: String)] { members.map { (.members, $0) } }
}
