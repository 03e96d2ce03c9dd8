/// A question asked of tickets: the one language of the filter bar, views, the command line and rules.
/// Words narrow (a space is "and"), `or` widens, `-` takes away, parentheses group.
package indirect enum Query: Hashable, Sendable {
  case all
  /// A word, phrase, beginning or form of a word found in the texts.
  case text(TextTerm)
  case term(Term)
  case not(Query)
  case and([Query])
  case or([Query])

  /// One field's condition.
  package enum Term: Hashable, Sendable {
    case priority(ClosedRange<Int>)
    case level(Level)
    case id(Int)
    case owner(Who)
    case steward(Who)
    case states([State])
    case urgencies([Urgency])
    /// The deadline falls within so many seconds (or has passed).
    case dueWithin(Int64)
    /// Three quarters of the nearest deadline's time are used, or all of it.
    case warned
    case age(Comparison, seconds: Int64)
    case updated(Comparison, seconds: Int64)
    case qualified(Bool)
    case awaitsReply
    case bounced
    case damaged
    /// The desk has something to do by itself.
    case stirred
    case kind(Kind)
    case channel(Channel)
    /// A folded text within a field.
    case field(Field, String)
  }

  package enum Who: Hashable, Sendable {
    case me, nobody, anybody
    case login(String)
  }

  package enum Comparison: Hashable, Sendable {
    case more, less
  }

  package enum Field: String, CaseIterable, Sendable {
    case site, category, customer, asset, from, tag, group, subject
  }

  /// What a query is asked against besides the row itself.
  package struct Asker: Hashable, Sendable {
    package var login: String
    package var now: Instant
    package init(login: String, now: Instant) {
      self.login = login
      self.now = now
    }
  }
}

extension Query {
  /// `words` are the row's, cut and folded; whoever asks many questions of a row keeps them beside it.
  package func matches(_ row: Summary, for asker: Asker, words: FoldedWords? = nil) -> Bool {
    switch self {
    case .all: true
    case .text(let term): (words ?? FoldedWords(row)).contains(term)
    case .term(let term): term.matches(row, for: asker)
    case .not(let query): !query.matches(row, for: asker, words: words)
    case .and(let queries): queries.allSatisfy { $0.matches(row, for: asker, words: words) }
    case .or(let queries): queries.contains { $0.matches(row, for: asker, words: words) }
    }
  }

  /// Whether any part of it looks for words.
  package var asksWords: Bool {
    switch self {
    case .text: true
    case .all, .term: false
    case .not(let query): query.asksWords
    case .and(let queries), .or(let queries): queries.contains(where: \.asksWords)
    }
  }

  /// Whether words have to stand side by side: an index tells that only by reading the tickets.
  package var asksPhrase: Bool {
    switch self {
    case .text(let term): term.isPhrase
    case .all, .term: false
    case .not(let query): query.asksPhrase
    case .and(let queries), .or(let queries): queries.contains(where: \.asksPhrase)
    }
  }

  /// Whether no ticket that is not active can match.
  package var asksActiveOnly: Bool {
    switch self {
    case .term(.states(let states)): states.allSatisfy(\.isActive)
    case .and(let parts): parts.contains(where: \.asksActiveOnly)
    case .or(let parts): !parts.isEmpty && parts.allSatisfy(\.asksActiveOnly)
    case .all, .text, .term, .not: false
    }
  }

  /// What a screen may underline.
  package var highlights: [TextTerm] {
    switch self {
    case .text(let term): [term]
    case .and(let queries), .or(let queries): queries.flatMap(\.highlights)
    case .all, .term, .not: []
    }
  }
}

extension Summary {
  /// What words are looked for in.
  package var words: [String] {
    [subject, requester.name, requester.email ?? "", site ?? "", category ?? "", asset ?? "", customer ?? ""] + tags
  }
}

extension Query.Term {
  package func matches(_ row: Summary, for asker: Query.Asker) -> Bool {
    switch self {
    case .owner(let who): who.matches(row.owner, me: asker.login)
    case .steward(let who): who.matches(row.steward, me: asker.login)
    case .field(.subject, let text):
      TextTerm(text).map { Phrase.isFound($0.typing, in: row.subject) } ?? true
    case .field(let field, let text): row.texts(field).contains { Folding.fold($0).contains(text) }
    default: matches(row.facets, for: asker) ?? false
    }
  }

  /// nil where the term asks for a text of the row.
  package func matches(_ row: Facets, for asker: Query.Asker) -> Bool? {
    switch self {
    case .priority(let range): range.contains(row.priority.rawValue)
    case .level(let level): row.level == level
    case .id(let number): row.number == number
    case .states(let states): states.contains(row.state)
    case .urgencies(let urgencies): urgencies.contains(row.urgency(at: asker.now))
    case .dueWithin(let seconds):
      if case .running(let due, _) = row.due?.standing { due - asker.now < seconds } else { false }
    case .warned: if case .running(_, let warning) = row.due?.standing { asker.now >= warning } else { false }
    case .age(let comparison, let seconds): comparison.holds(asker.now - row.receivedAt, seconds)
    case .updated(let comparison, let seconds): comparison.holds(asker.now - row.updatedAt, seconds)
    case .qualified(let wanted): row.isQualified == wanted
    case .awaitsReply: row.awaitsReply
    case .bounced: row.hasBounced
    case .damaged: row.isDamaged
    case .stirred: row.stirsAt.map { $0 <= asker.now } ?? false
    case .kind(let kind): row.kind == kind
    case .channel(let channel): row.channel == channel
    case .owner, .steward, .field: nil
    }
  }
}

extension Query.Who {
  package func matches(_ login: String?, me: String) -> Bool {
    switch self {
    case .me: login == me
    case .nobody: login == nil
    case .anybody: login != nil
    case .login(let wanted): login.map(Folding.fold) == wanted
    }
  }
}

extension Query.Comparison {
  func holds(_ value: Int64, _ bound: Int64) -> Bool { self == .more ? value > bound : value < bound }
}

extension Summary {
  package func texts(_ field: Query.Field) -> [String] {
    switch field {
    case .site: [site ?? ""]
    case .category: [category ?? ""]
    case .customer: [customer ?? ""]
    case .asset: [asset ?? ""]
    case .from: [requester.name, requester.email ?? ""]
    case .tag: tags
    case .group: [group ?? ""]
    case .subject: [subject]
    }
  }
}
