/// Why a condition, or a part of it, is met by no ticket that can exist. Nothing forbids it, so it is a doubt and no
/// fault: whoever wrote it meant another one.
package enum QueryDoubt: Hashable, Sendable {
  /// A word like a priority or a level, which none has: it is looked for in the texts.
  case onlyAWord(ConfigFault.Sort, String)
  /// Something that nobody registered, or that is in no file.
  case unknown(ConfigFault.Sort, String, near: String?)
  /// Two things of which a ticket has one.
  case both(ConfigFault.Sort, String, String)
  /// A field of which nothing is asked: `cat:`.
  case blank(Query.Field)
}

extension Query {
  /// The fields of which nothing is asked.
  package var blanks: [Field] {
    switch self {
    case .term(.field(let field, "")): [field]
    case .not(let query): query.blanks
    case .and(let parts), .or(let parts): parts.flatMap(\.blanks)
    case .all, .text, .term: []
    }
  }

  /// What makes it, or one of its parts, a condition that no ticket meets.
  /// - Parameter categories: those of `desk.json`; empty where any will do.
  package func doubts(beside directory: Directory, categories: [String]) -> [QueryDoubt] {
    switch self {
    case .all: []
    case .text(let term): term.doubt.map { [$0] } ?? []
    case .term(let term): term.doubt(beside: directory, categories).map { [$0] } ?? []
    case .not(let query): query.doubts(beside: directory, categories: categories)
    case .or(let parts): parts.flatMap { $0.doubts(beside: directory, categories: categories) }
    case .and(let parts):
      parts.flatMap { $0.doubts(beside: directory, categories: categories) } + Query.contradictions(parts)
    }
  }

  /// The first two of the parts, for each sort, that no ticket has at once.
  private static func contradictions(_ parts: [Query]) -> [QueryDoubt] {
    let terms = parts.compactMap { part in if case .term(let term) = part { term } else { nil } }
    let choices = terms.compactMap(\.choice)
    var told: Set<ConfigFault.Sort> = []
    return choices.indices.flatMap { at in
      choices[..<at].compactMap { earlier in
        let later = choices[at]
        guard earlier.sort == later.sort, earlier.values.isDisjoint(with: later.values),
          told.insert(later.sort).inserted
        else { return nil }
        return .both(later.sort, earlier.name, later.name)
      }
    }
  }
}

extension TextTerm {
  /// `p9`, `p0-9`, `n7`: what is meant is no word.
  fileprivate var doubt: QueryDoubt? {
    let letters = patterns.map { Array($0.word) }
    guard patterns.allSatisfy({ $0.kind == .exact }), let first = letters.first, first.count == 2, first[1].isNumber,
      letters.dropFirst().allSatisfy({ $0.count == 1 && $0[0].isNumber })
    else { return nil }
    let text = patterns.map(\.word).joined(separator: "-")
    switch first[0] {
    case "p" where patterns.count <= 2: return .onlyAWord(.priority, text)
    case "n" where patterns.count == 1, "v" where patterns.count == 1: return .onlyAWord(.level, text)
    default: return nil
    }
  }
}

extension Query.Term {
  fileprivate func doubt(beside directory: Directory, _ categories: [String]) -> QueryDoubt? {
    switch self {
    case .field(let field, ""): .blank(field)
    case .owner(.login(let login)), .steward(.login(let login)):
      Query.Term.doubt(.agent, login, among: Array(directory.agents.all.keys)) { $0 == login }
    case .field(.group, let text):
      Query.Term.doubt(.group, text, among: Array(directory.groups.all.keys)) { $0.contains(text) }
    case .field(.customer, let text):
      Query.Term.doubt(.customer, text, among: Array(directory.customers.all.keys)) { $0.contains(text) }
    case .field(.category, let text) where !categories.isEmpty:
      Query.Term.doubt(.category, text, among: categories) { $0.contains(text) }
    default: nil
    }
  }

  private static func doubt(
    _ sort: ConfigFault.Sort, _ text: String, among names: [String], isMet: (String) -> Bool
  ) -> QueryDoubt? {
    if names.contains(where: { isMet(Folding.fold($0)) }) { return nil }
    return .unknown(sort, text, near: Nearest.name(to: text, among: names.sorted()))
  }

  /// The values of which a ticket has one, as far as the term asks for such; its sort and how it is written.
  fileprivate var choice: (sort: ConfigFault.Sort, values: Set<String>, name: String)? {
    switch self {
    case .priority(let range):
      let ends = range.lowerBound == range.upperBound ? [range.lowerBound] : [range.lowerBound, range.upperBound]
      return (.priority, Set(range.map(String.init)), ends.map { "P\($0)" }.joined(separator: "-"))
    case .level(let level): return (.level, [level.rawValue], level.rawValue)
    case .kind(let kind): return (.kind, [kind.rawValue], kind.rawValue)
    case .owner(.login(let login)): return (.agent, [login], "@" + login)
    default: return nil
    }
  }
}
