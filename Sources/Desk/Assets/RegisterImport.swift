/// What a table would make of a register: nothing is recorded here. A line that is wrong is told and the rest is taken.
package struct RegisterImport: Hashable, Sendable {
  /// What is to be recorded, in the order of the lines.
  package private(set) var facts: [LedgerFact] = []
  package private(set) var created: [String] = []
  package private(set) var changed: [Change] = []
  package private(set) var unchanged = 0
  package private(set) var flaws: [Flaw] = []
  /// Entries of lines that are wrong, as far as they read: what they name is told beside their faults.
  package private(set) var doubtful: [LedgerFact] = []
  /// Lines that are wrong.
  package var refused: Int { Set(flaws.map(\.line)).count }
  /// Columns of the file that are none, each with the nearest there is.
  package private(set) var unknown: [Unknown] = []
  /// What tells the entries apart is not there: then no line can be taken.
  package private(set) var missing: [ColumnName] = []
  /// What its lines newly name and neither a register nor the table has, the first of them.
  package private(set) var strangers: [Mentioned] = []
  /// How many others there are.
  package private(set) var moreStrangers = 0

  /// The line of each entry, as its roll has it.
  package private(set) var lines: [String: Int] = [:]

  /// A name that nobody registered, and the first line that gives it.
  package struct Mentioned: Hashable, Sendable {
    package var line: Int
    package var stranger: Stranger

    package init(line: Int, stranger: Stranger) {
      self.line = line
      self.stranger = stranger
    }
  }

  /// Names that nobody registered, told one by one.
  package static let strangersTold = 20

  package struct Change: Hashable, Sendable {
    package var key: String
    package var columns: [ColumnName]

    package init(key: String, columns: [ColumnName]) {
      self.key = key
      self.columns = columns
    }
  }

  package struct Unknown: Hashable, Sendable {
    package var header: String
    package var near: ColumnName?
  }

  package struct Flaw: Hashable, Sendable {
    package var line: Int
    package var problem: Problem

    package init(line: Int, problem: Problem) {
      self.line = line
      self.problem = problem
    }
  }

  package enum Problem: Hashable, Sendable {
    case csv(CSV.Problem)
    case cell(ColumnName, CellProblem)
    /// The entry stands on an earlier line.
    case doubled(String, line: Int)
  }

  /// Reads a table as entries of one kind, against what the ledger says now.
  package init<Entry: Registered>(_ table: CSV, as kind: Entry.Type, in directory: Directory) {
    let names = Entry.columns.map(\.name)
    let columns = table.header.map { ColumnName($0, among: names) }
    unknown = zip(table.header, columns).filter { $1 == nil && !$0.isEmpty }.map { header, _ in
      Unknown(header: header, near: RegisterImport.nearest(header, names))
    }
    flaws = table.flaws.map { Flaw(line: $0.line, problem: .csv($0.problem)) }
    guard Entry.keyColumns.contains(where: columns.contains) else {
      missing = Entry.keyColumns
      return
    }
    let roll = Entry.roll(directory)
    // Of a long table each entry is asked for: reading all of them once is cheaper.
    let known = table.rows.count > RegisterImport.few ? roll.all : nil
    var mentions: [(mention: Mention, line: Int)] = []
    for row in table.rows {
      do throws(CellFlaw) {
        let cells = zip(columns, row.cells).compactMap { column, cell in
          column.map { (column: $0, text: CSV.rearmed(cell)) }
        }
        let name = try RegisterImport.name(cells, as: kind)
        let key = Entry.key(name)
        if let line = lines.updateValue(row.line, forKey: key) {
          flaws.append(Flaw(line: row.line, problem: .doubled(name, line: line)))
          continue
        }
        let old = known.map { $0[key] } ?? roll[key]
        guard let entry = take(old, Entry(called: name), cells, line: row.line) else { continue }
        let before = old?.named ?? []
        for named in entry.named where !before.contains(where: { $0 == named }) {
          mentions.append((Mention(register: named.register, name: named.name), row.line))
        }
      } catch {
        flaws.append(Flaw(line: row.line, problem: .cell(error.column, error.problem)))
      }
    }
    flaws.sort { $0.line < $1.line }
    tell(mentions, known: Set(created), in: directory)
  }

  /// A name that an entry mentions.
  private struct Mention: Hashable {
    var register: ColumnName
    var name: String
  }

  /// Keeps what nobody registered; an asset may depend on another of the same table.
  private mutating func tell(_ mentions: [(mention: Mention, line: Int)], known: Set<String>, in directory: Directory) {
    var told: Set<Mention> = []
    for (mention, line) in mentions where told.insert(mention).inserted {
      if mention.register == .relations, known.contains(mention.name) { continue }
      if directory.has(mention.register, mention.name) { continue }
      if strangers.count < RegisterImport.strangersTold {
        let stranger = Stranger(mention.register, mention.name, in: directory)
        strangers.append(Mentioned(line: line, stranger: stranger))
      } else {
        moreStrangers += 1
      }
    }
  }

  /// Lines up to which entries are asked for one by one.
  private static let few = 64

  /// What the line is about.
  private static func name<Entry: Registered>(
    _ cells: [(column: ColumnName, text: String)], as kind: Entry.Type
  ) throws(CellFlaw) -> String {
    for column in Entry.keyColumns {
      guard let text = cells.first(where: { $0.column == column })?.text, !text.isEmpty else { continue }
      try Entry.check(name: text, column)
      if column == .email {
        do { try CellProblem.address(text) } catch { throw CellFlaw(column: column, problem: error) }
      }
      return text
    }
    throw CellFlaw(column: Entry.keyColumns[0], problem: .missing)
  }

  /// The entry as the line makes it; nil where it changes nothing. All that is wrong in the line is told.
  private mutating func take<Entry: Registered>(
    _ old: Entry?, _ blank: Entry, _ cells: [(column: ColumnName, text: String)], line: Int
  ) -> Entry? {
    // How an entry is called does not change by being written in other letters.
    let said = cells.filter { cell in
      !(old != nil && Entry.keyColumns.first == cell.column) && !(cell.column == .name && cell.text.isEmpty)
    }
    let (entry, wrong) = (old ?? blank).settingAll(said)
    guard wrong.isEmpty else {
      flaws += wrong.map { Flaw(line: line, problem: .cell($0.column, $0.problem)) }
      doubtful.append(entry.fact)
      return entry
    }
    guard entry != old else {
      unchanged += 1
      return nil
    }
    facts.append(entry.fact)
    if let old {
      let columns = Entry.columns.filter { $0.text(old) != $0.text(entry) }.map(\.name)
      changed.append(Change(key: entry.key, columns: columns))
    } else {
      created.append(entry.key)
    }
    return entry
  }

  /// Whether a spelling of several words has one of these: `garantie` for `fin_de_garantie`.
  private static func holds(_ spelling: String, _ folded: String) -> Bool {
    let words = folded.split(separator: "_").filter { $0.count >= shortestWord }
    return spelling.split(separator: "_").contains { words.contains($0) }
  }

  /// Letters from which a word says enough.
  private static let shortestWord = 4

  private static func nearest(_ header: String, _ names: [ColumnName]) -> ColumnName? {
    let spellings = names.flatMap(\.spellings)
    let folded = ColumnName.fold(header)
    guard let near = Nearest.name(to: folded, among: spellings) ?? spellings.first(where: { holds($0, folded) }) else {
      return nil
    }
    return names.first { $0.spellings.contains(near) }
  }
}

extension Registered {
  /// The cells of its line in a table, safe for a spreadsheet.
  package var cells: [String] { Self.columns.map { CSV.disarmed($0.text(self)) } }
}
