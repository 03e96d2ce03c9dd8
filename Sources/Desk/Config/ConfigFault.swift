/// Something wrong in a configuration file: where, what, and what would be right. An error costs its own entry, for
/// which the built-in one stands; a warning costs nothing.
package struct ConfigFault: Error, Hashable, Sendable {
  /// As the reader was told: `calendars.json`.
  package let file: String
  package let place: ConfigPlace
  package let problem: Problem

  package init(file: String, at place: ConfigPlace, _ problem: Problem) {
    self.file = file
    self.place = place
    self.problem = problem
  }

  package enum Problem: Hashable, Sendable {
    case syntax(ConfigReader.Syntax)
    /// A key that nothing reads; where none is near, the keys there are.
    case unknownKey(String, near: String?, known: [String] = [])
    case doubledKey(String)
    case missingKey(String)
    /// A value of another kind than is asked for there.
    case wrongShape(Shape, under: String?)
    /// A value that cannot be used; what could, as an example or a list.
    case badValue(String, expected: String)
    /// A name of something that is not defined; where none is near, the names there are.
    case unknownName(Sort, String, near: String?, known: [String] = [])
    case doubledName(Sort, String)
    /// Two shared views ask for one tab; the earlier one has it.
    case takenDigit(Int, by: String)
    case neverOpens(String)
    case overlappingHours(String, String)
    case notMonotone(impact: Int, gravity: Int)
    /// Every ticket it could match is taken by an earlier one, on this line.
    case neverReached(String, by: String, line: Int)
    case unused(Sort, String)
    /// A percentage that is repeated, or lower than one before it.
    case thresholdOrder(Int, after: Int)
    /// A goal that is longer than that of the solution, both as they are written.
    case outlasts(PolicyConfig.Clock, String, resolve: String)
    /// Its tickets would have no clock; those are all tickets, or such as it asks for.
    case promisesNothing(String, toAll: Bool)
    /// An agent who is in one order of turns twice.
    case doubledTurn(String)
    /// What makes a condition one that no ticket meets.
    case meets(QueryDoubt)
    /// A rule or macro with nothing to do.
    case doesNothing(Sort, String)
    /// A text with nothing in it.
    case blank
    /// A text of so many bytes at most.
    case badLength(limit: Int)
    /// An agent is in a role that no file defines, or that is like another profile than the agent's.
    case lostRole(String, agent: String)
    /// Nobody would be left who holds a right that the desk cannot do without.
    case lastHolder(Right)
    /// Something a policy asks for that the ledger does not know.
    case unregistered(Sort, String)
    /// Something a contract of the ledger names that no file defines.
    case missingFor(Sort, String, contract: String)
    /// A rota that does not hold in the coming weeks, or with the agents there are.
    case duty(DutyFlaw)
    /// The file may not be so long; bytes.
    case tooLong(limit: Int)
    /// More entries than are read.
    case tooMany(limit: Int)
    /// A condition that does not read in the filter language.
    case query(Query.Flaw)
    /// A brace of a text that is not closed, or never opened.
    case brace
    /// Rules that set each other off, each with its line; one alone sets itself off. Cut short when it happens.
    case loop([String], lines: [Int])
    /// A file of the folder that no part of the desk reads.
    case unknownFile(near: String?)
    /// A file of the version in force that the folder does not have.
    case goneFile
  }

  /// What kind of value a key asks for.
  package enum Shape: Hashable, Sendable { case object, array, string, number, bool, stringOrArray }

  /// What kind of thing a name names.
  package enum Sort: String, Hashable, Sendable, CaseIterable {
    case zone, holidays, calendar, policy, priority, kind, category, clock, level, weekday, customer, contract
    case queue, rule, group, agent, skill, template, macro, rota, checklist
    case event, action, field, strategy, reason, code, activity, language
    case profile, role, right
  }

  /// Never put in force, whatever is asked.
  package var locksOut: Bool { if case .lastHolder = problem { true } else { false } }

  package var isWarning: Bool {
    switch problem {
    case .promisesNothing(_, let toAll): !toAll
    case .unused, .unknownFile, .goneFile, .unregistered, .missingFor, .loop, .duty, .doesNothing, .lostRole,
      .thresholdOrder,
      .outlasts, .doubledTurn, .meets:
      true
    default: false
    }
  }
}

extension ConfigFault.Sort {
  /// Examples of a sort that has too many names to tell; nil for the others.
  package var examples: [String]? {
    switch self {
    case .zone: ["Europe/Paris", "America/New_York", "UTC"]
    case .language: ["fr", "en"]
    case .weekday: ["mon", "mon-fri", "lun-ven"]
    default: nil
    }
  }
}

extension ConfigFault: Comparable {
  package static func < (a: ConfigFault, b: ConfigFault) -> Bool { (a.file, a.place) < (b.file, b.place) }
}

extension [ConfigText] {
  /// The files of these, which are in force, that `folder` does not have: applied so, they would go without a word.
  package func faults(goneFrom folder: [ConfigText]) -> [ConfigFault] {
    let names = Set(folder.map(\.name))
    return map(\.name).filter { !names.contains($0) }.sorted().map {
      ConfigFault(file: $0, at: ConfigPlace(), .goneFile)
    }
  }
}
