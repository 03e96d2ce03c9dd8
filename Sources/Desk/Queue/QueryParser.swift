extension Query {
  /// Where a query does not read, in characters from 0, and what is wrong there.
  package struct Flaw: Error, Hashable, Sendable {
    package var range: Range<Int>
    package var problem: Problem

    package init(range: Range<Int>, problem: Problem) {
      self.range = range
      self.problem = problem
    }

    package enum Problem: Error, Hashable, Sendable {
      case unknownField(String, nearest: String?)
      case badValue(field: String, value: String, expected: [String])
      case unclosed(Character)
      case unexpected(Character)
      case tooLong, tooDeep
    }
  }

  /// Reads the filter language; field names and values are taken in English and in French.
  /// - Parameter typing: the text is still being typed: a last word with no space after it is the beginning of one.
  package init(_ text: String, typing: Bool = false) throws(Flaw) {
    var parser = QueryParser(text, typing: typing)
    self = try parser.parse()
  }
}

extension Query {
  /// All that is wrong in a text, in its order: a word that does not read is told and the reading goes on behind it.
  package static func flaws(in text: String) -> [Flaw] {
    var characters = Array(text)
    var flaws: [Flaw] = []
    while flaws.count < Limits.queryTerms {
      do {
        _ = try Query(String(characters))
        return flaws
      } catch {
        flaws.append(error)
        guard error.isOfOneWord, !error.range.isEmpty, error.range.upperBound <= characters.count else { return flaws }
        for at in error.range { characters[at] = " " }
      }
    }
    return flaws
  }
}

extension Query.Flaw {
  /// Whether the rest reads without it.
  fileprivate var isOfOneWord: Bool {
    switch problem {
    case .unknownField, .badValue: true
    case .unclosed, .unexpected, .tooLong, .tooDeep: false
    }
  }
}

/// A recursive-descent reader: or ← and ("or" and)*; and ← unary*; unary ← "-"? (group | phrase | word).
private struct QueryParser {
  private let characters: [Character]
  private let typing: Bool
  private var at = 0
  private var terms = 0
  private var depth = 0

  init(_ text: String, typing: Bool) {
    characters = Array(text)
    self.typing = typing
  }

  mutating func parse() throws(Query.Flaw) -> Query {
    let query = try either()
    if at < characters.count { throw flaw(at..<at + 1, .unexpected(characters[at])) }
    return query
  }

  private mutating func either() throws(Query.Flaw) -> Query {
    var sides = [try both()]
    while takeOr() { sides.append(try both()) }
    sides.removeAll { $0 == .all }
    return sides.count > 1 ? .or(sides) : sides.first ?? .all
  }

  private mutating func both() throws(Query.Flaw) -> Query {
    var parts: [Query] = []
    while let part = try unary() { parts.append(part) }
    return parts.count > 1 ? .and(parts) : parts.first ?? .all
  }

  private mutating func unary() throws(Query.Flaw) -> Query? {
    skipSpaces()
    guard at < characters.count, characters[at] != ")", !atOr() else { return nil }
    terms += 1
    if terms > Limits.queryTerms { throw flaw(at..<characters.count, .tooLong) }
    if characters[at] == "-", at + 1 < characters.count, !characters[at + 1].isWhitespace {
      at += 1
      guard let inner = try primary() else { return nil }
      return inner == .all ? .all : .not(inner)
    }
    return try primary()
  }

  private mutating func primary() throws(Query.Flaw) -> Query? {
    guard at < characters.count else { return nil }
    switch characters[at] {
    case "(": return try group()
    case "\"", "«": return try phrase()
    default: return try word()
    }
  }

  private mutating func group() throws(Query.Flaw) -> Query {
    let start = at
    depth += 1
    if depth > Limits.queryDepth { throw flaw(start..<characters.count, .tooDeep) }
    at += 1
    let inner = try either()
    guard at < characters.count, characters[at] == ")" else { throw flaw(start..<start + 1, .unclosed("(")) }
    at += 1
    depth -= 1
    return inner
  }

  private mutating func phrase() throws(Query.Flaw) -> Query {
    let start = at
    let open = characters[at]
    let text = try quoted(open == "«" ? "»" : "\"", from: start)
    return TextTerm(text).map(Query.text) ?? .all
  }

  private mutating func quoted(_ close: Character, from start: Int) throws(Query.Flaw) -> String {
    at += 1
    guard let end = characters[at...].firstIndex(of: close) else {
      throw flaw(start..<characters.count, .unclosed(characters[start]))
    }
    let text = String(characters[at..<end])
    at = end + 1
    return text.trimmed
  }

  private mutating func word() throws(Query.Flaw) -> Query {
    let start = at
    while at < characters.count, !characters[at].isWhitespace, characters[at] != ")", characters[at] != "(" {
      if characters[at] == "\"", at > start, characters[at - 1] == ":" { break }
      at += 1
    }
    let text = String(characters[start..<at])
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else {
      return QueryWord.bare(Folding.fold(text)) ?? looked(text)
    }
    var value = String(text[text.index(after: colon)...])
    if value.isEmpty, at < characters.count, characters[at] == "\"" { value = try quoted("\"", from: at) }
    do {
      return try QueryWord.field(Folding.fold(String(text[..<colon])), Folding.fold(value))
    } catch {
      // Not a field of ours and not meant as one: `http://…`, `C:\temp`.
      if case .unknownField = error, value.first.map({ "/\\".contains($0) }) ?? false {
        return looked(text)
      }
      throw flaw(start..<at, error)
    }
  }

  /// A word of no field: `impr*`, `mot~`, or itself; a sign without a word asks nothing.
  private func looked(_ text: String) -> Query {
    let kind: WordPattern.Kind =
      switch text.last {
      case "*": .prefix
      case "~": .forms(TextLanguage.allCases)
      default: .exact
      }
    guard let term = TextTerm(text, last: kind) else { return .all }
    guard typing, at == characters.count, Tokens.endsWord(text) else { return .text(term) }
    // One letter says little, may be the beginning of `p1` or `n2`, and stands for half the dictionary.
    if !term.isPhrase, let word = term.patterns.last?.word, word.utf8.count == 1 { return .all }
    return .text(term.typing)
  }

  private mutating func skipSpaces() { while at < characters.count, characters[at].isWhitespace { at += 1 } }

  private func atOr() -> Bool {
    // Most words begin otherwise, and to fold each of them would cost more than the rest of the reading.
    if characters[at].isASCII, !"oO|".contains(characters[at]) { return false }
    for name in ["or", "ou", "|"] {
      let end = at + name.count
      guard end <= characters.count, Folding.fold(String(characters[at..<end])) == name else { continue }
      if end == characters.count || characters[end].isWhitespace || characters[end] == "(" { return true }
    }
    return false
  }

  private mutating func takeOr() -> Bool {
    skipSpaces()
    guard at < characters.count, atOr() else { return false }
    at += characters[at] == "|" ? 1 : 2
    return true
  }

  private func flaw(_ range: Range<Int>, _ problem: Query.Flaw.Problem) -> Query.Flaw {
    Query.Flaw(range: range, problem: problem)
  }
}
