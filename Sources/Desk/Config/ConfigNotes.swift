/// What is found wrong while one file is read, and the questions every part of it asks: each notes its fault and
/// answers nil, so that a wrong entry costs itself and the reading goes on.
package struct ConfigNotes {
  /// The file, as faults name it.
  package let file: String
  package private(set) var faults: [ConfigFault] = []

  package init(file: String) { self.file = file }

  package mutating func add(_ problem: ConfigFault.Problem, at place: ConfigPlace) {
    faults.append(ConfigFault(file: file, at: place, problem))
  }

  /// The members of an object that may have these keys; a key it may not have, or has twice, is noted.
  package mutating func members(of node: ConfigNode?, keys: [String]) -> [String: ConfigNode] {
    guard let node else { return [:] }
    var found: [String: ConfigNode] = [:]
    for member in table(node) {
      if keys.contains(member.key) {
        found[member.key] = member.value
      } else {
        let near = Nearest.name(to: member.key, among: keys)
        add(.unknownKey(member.key, near: near, known: near == nil ? keys : []), at: member.place)
      }
    }
    return found
  }

  /// The members of an object whose keys are names somebody chose; each name once.
  package mutating func table(_ node: ConfigNode, under key: String? = nil) -> [ConfigNode.Member] {
    guard let members = node.members else {
      add(.wrongShape(.object, under: key), at: node.place)
      return []
    }
    var seen: Set<String> = []
    var kept: [ConfigNode.Member] = []
    for member in members.prefix(ConfigFile.entryLimit) {
      if seen.insert(member.key).inserted {
        kept.append(member)
      } else {
        add(.doubledKey(member.key), at: member.place)
      }
    }
    tellTooMany(members.count, at: node)
    return kept
  }

  /// The entries of an array.
  package mutating func list(_ node: ConfigNode?, under key: String? = nil) -> [ConfigNode] {
    guard let node else { return [] }
    guard let entries = node.array else {
      add(.wrongShape(.array, under: key), at: node.place)
      return []
    }
    tellTooMany(entries.count, at: node)
    return Array(entries.prefix(ConfigFile.entryLimit))
  }

  private mutating func tellTooMany(_ count: Int, at node: ConfigNode) {
    if count > ConfigFile.entryLimit { add(.tooMany(limit: ConfigFile.entryLimit), at: node.place) }
  }

  /// A text that says something.
  package mutating func text(_ node: ConfigNode?, under key: String) -> String? {
    guard let node else { return nil }
    guard let text = node.string else {
      add(.wrongShape(.string, under: key), at: node.place)
      return nil
    }
    if text.trimmed.isEmpty {
      add(.blank, at: node.place)
    } else if text.utf8.count > Limits.shortText {
      add(.badLength(limit: Limits.shortText), at: node.place)
    } else {
      return text
    }
    return nil
  }

  /// A text in the filter language, read; nil where it does not read: then all that is wrong in it is noted, each where it
  /// stands.
  package mutating func query(_ text: String, at place: ConfigPlace) -> Query? {
    do throws(Query.Flaw) { return try Query(text) } catch {
      for flaw in Query.flaws(in: text) {
        // Behind the opening quote.
        add(.query(flaw), at: ConfigPlace(line: place.line, column: place.column + 1 + flaw.range.lowerBound))
      }
      return nil
    }
  }

  /// One text, or several: `"P1"`, `["P1", "P2"]`.
  package mutating func texts(_ node: ConfigNode?, under key: String) -> [(text: String, place: ConfigPlace)]? {
    guard let node else { return nil }
    if node.string == nil, node.array == nil {
      add(.wrongShape(.stringOrArray, under: key), at: node.place)
      return nil
    }
    return (node.array == nil ? [node] : list(node)).compactMap { entry in
      text(entry, under: key).map { ($0, entry.place) }
    }
  }

  package mutating func number(_ node: ConfigNode?, under key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    guard let value = node.int else {
      add(.wrongShape(.number, under: key), at: node.place)
      return nil
    }
    guard let number = Int(exactly: value), range.contains(number) else {
      add(.badValue(String(value), expected: "\(range.lowerBound)–\(range.upperBound)"), at: node.place)
      return nil
    }
    return number
  }

  package mutating func flag(_ node: ConfigNode?, under key: String) -> Bool? {
    guard let node else { return nil }
    if node.bool == nil { add(.wrongShape(.bool, under: key), at: node.place) }
    return node.bool
  }

  /// One of a closed list of names, upper or lower case.
  package mutating func name<T>(
    _ text: String, at place: ConfigPlace, _ sort: ConfigFault.Sort, among known: [(String, T)]
  ) -> T? {
    let folded = text.lowercased()
    if let found = known.first(where: { $0.0.lowercased() == folded }) { return found.1 }
    let names = known.map(\.0)
    unknown(sort, text, among: names, at: place)
    return nil
  }

  /// Notes a name of nothing, with the one it may be a slip for or those that would have done.
  package mutating func unknown(_ sort: ConfigFault.Sort, _ text: String, among names: [String], at place: ConfigPlace)
  {
    let near = Nearest.name(to: text, among: names)
    add(.unknownName(sort, text, near: near, known: near == nil && sort.examples == nil ? names : []), at: place)
  }
}
