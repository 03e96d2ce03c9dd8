/// Which rules were in force when: the versions of the configuration as the ledgers record them. A ticket's past is
/// folded under the rules of its day, so that a new matrix does not rewrite what was decided under the old one.
package struct RuleBook: Sendable {
  /// A version of the configuration, from an instant until the next one.
  package struct Reign: Hashable, Sendable {
    package let since: Instant
    /// The version's name; empty for the built-in rules.
    package let version: String

    package init(since: Instant, version: String) {
      self.since = since
      self.version = version
    }
  }

  /// In order, each later than the one before; never empty.
  package let reigns: [Reign]
  /// The rules of a version; asked again for the same one, it answers from memory. May be called from any thread.
  private let make: @Sendable (String) -> Rules

  /// nil without reigns.
  package init?(_ reigns: [Reign], make: @escaping @Sendable (String) -> Rules) {
    if reigns.isEmpty { return nil }
    self.reigns = reigns
    self.make = make
  }

  /// The version in force at an instant; before the first reign, the first.
  package func version(at instant: Instant) -> String {
    (reigns.last { $0.since <= instant } ?? reigns[0]).version
  }

  /// Since when the present rules are in force.
  package var latest: Instant { reigns[reigns.count - 1].since }

  package func rules(at instant: Instant) -> Rules { make(version(at: instant)) }
}

extension RuleBook: Equatable {
  package static func == (a: RuleBook, b: RuleBook) -> Bool { a.reigns == b.reigns }
}

/// The versions of the configuration as the ledger tells of them, event by event.
package struct RuleHistory: Hashable, Sendable {
  /// When the ledger began: what happened before is another desk's, taken in.
  private var foundedAt: Instant?
  private var applied: [RuleBook.Reign] = []

  package init() {}

  /// In the order of the ledger's clocks. Of two sites whose wall clocks disagree the later event in that order wins:
  /// it ends what is dated after it. So both sites come to the same book.
  package mutating func apply(_ version: String?, at instant: Instant) {
    if foundedAt == nil { foundedAt = instant }
    guard let version else { return }
    applied.removeAll { $0.since >= instant }
    applied.append(RuleBook.Reign(since: instant, version: version))
  }

  /// Empty where nothing was ever applied: then the built-in rules are in force, always. Else the built-in ones from
  /// the founding to the first version, and before the founding that first version: history taken in from elsewhere
  /// has no rules of its day here.
  package var reigns: [RuleBook.Reign] {
    guard let first = applied.first else { return [] }
    var all = [RuleBook.Reign(since: Instant(ms: .min), version: first.version)]
    if let foundedAt, foundedAt < first.since { all.append(RuleBook.Reign(since: foundedAt, version: "")) }
    return all + applied
  }
}
