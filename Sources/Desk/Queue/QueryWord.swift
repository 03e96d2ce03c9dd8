/// The words of the filter language: what stands for what, in both languages. All input is folded.
package enum QueryWord {
  /// `p1`, `p1-2`, `n2`, `#10471`, `@me`; nil for a word to be looked for.
  static func bare(_ word: String) -> Query? {
    let first = word.first
    let rest = word.dropFirst()
    switch first {
    case "p": return priorities(rest).map { .term(.priority($0)) }
    case "n", "v": return Level(rawValue: word.uppercased()).map { .term(.level($0)) }
    case "#": return Int(rest).map { .term(.id($0)) } ?? TicketID(word).map { .term(.id($0.number)) }
    case "@": return rest.isEmpty ? nil : .term(.owner(who(rest)))
    default: return nil
    }
  }

  private static func priorities(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), let low = digit(ends[0]), let high = digit(ends[ends.count - 1]) else {
      return nil
    }
    return min(low, high)...max(low, high)
  }

  private static func digit(_ text: Substring) -> Int? {
    let bare = text.first == "p" ? text.dropFirst() : text
    guard bare.utf8.count == 1, let value = Int(bare), (0...5).contains(value) else { return nil }
    return value
  }

  private static func who(_ name: Substring) -> Query.Who {
    switch name {
    case "me", "moi": .me
    case "-", "none", "personne": .nobody
    case "+", "any", "quelqu'un": .anybody
    default: .login(String(name))
    }
  }

  /// A field's English name, its French name, and what it makes of a value.
  private static let fields: [(names: [String], read: @Sendable (String) throws(Bad) -> Query)] = [
    (["state", "etat"], { text throws(Bad) in try list(text, states) { .states($0.flatMap { $0 }) } }),
    (["sla"], readDue),
    (["age"], { text throws(Bad) in try compare(text, as: .more) { .age($0, seconds: $1) } }),
    (["older", "plusvieux"], { text throws(Bad) in try compare(text, as: .more) { .age($0, seconds: $1) } }),
    (["newer", "plusjeune"], { text throws(Bad) in try compare(text, as: .less) { .age($0, seconds: $1) } }),
    (["updated", "maj"], { text throws(Bad) in try compare(text, as: .less) { .updated($0, seconds: $1) } }),
    (["is", "est"], { text throws(Bad) in try one(text, flags) }),
    (["kind", "type", "genre"], { text throws(Bad) in try one(text, kinds) }),
    (["channel", "canal"], { text throws(Bad) in try one(text, channels) }),
    (["steward", "suivi"], { text throws(Bad) in .term(.steward(person(text))) }),
    (["owner", "agent", "traite"], { text throws(Bad) in .term(.owner(person(text))) }),
    (["site", "lieu"], { text throws(Bad) in .term(.field(.site, text)) }),
    (["cat", "category", "categorie"], { text throws(Bad) in .term(.field(.category, text)) }),
    (["client", "customer"], { text throws(Bad) in .term(.field(.customer, text)) }),
    (["equip", "asset", "equipement"], { text throws(Bad) in .term(.field(.asset, text)) }),
    (["de", "from", "requester", "demandeur"], { text throws(Bad) in .term(.field(.from, text)) }),
    (["ref", "reference"], { text throws(Bad) in .term(.field(.tag, ForeignLife.tagPrefix + text)) }),
    (["tag", "etiquette"], { text throws(Bad) in .term(.field(.tag, text)) }),
    (["group", "groupe"], { text throws(Bad) in .term(.field(.group, text)) }),
    (["subject", "objet"], { text throws(Bad) in .term(.field(.subject, text)) }),
  ]

  /// Every field name, for completion and for "did you mean".
  package static var fieldNames: [String] { fields.flatMap(\.names) }

  typealias Bad = BadValue
  struct BadValue: Error {
    var expected: [String]
  }

  static func field(_ name: String, _ value: String) throws(Query.Flaw.Problem) -> Query {
    guard let field = fields.first(where: { $0.names.contains(name) }) else {
      throw .unknownField(name, nearest: Nearest.name(to: name, among: fieldNames))
    }
    do {
      return try field.read(value)
    } catch {
      throw .badValue(field: name, value: value, expected: error.expected)
    }
  }

  private static func person(_ text: String) -> Query.Who {
    who(text.first == "@" ? text.dropFirst() : Substring(text))
  }

  private static func list<T>(
    _ text: String, _ words: [(String, T)], _ make: ([T]) -> Query.Term
  ) throws(Bad) -> Query {
    var values: [T] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let found = words.first(where: { $0.0 == part }) else { throw BadValue(expected: words.map(\.0)) }
      values.append(found.1)
    }
    return .term(make(values))
  }

  private static func one(_ text: String, _ words: [(String, Query.Term)]) throws(Bad) -> Query {
    guard let found = words.first(where: { $0.0 == text }) else { throw BadValue(expected: words.map(\.0)) }
    return .term(found.1)
  }

  /// `>3d`, `<1h`, `3j`: without a sign, `usual`.
  private static func compare(
    _ text: String, as usual: Query.Comparison, _ make: (Query.Comparison, Int64) -> Query.Term
  ) throws(Bad) -> Query {
    let sign = text.first
    let rest = sign == "<" || sign == ">" ? text.dropFirst() : Substring(text)
    guard let seconds = duration(rest) else { throw BadValue(expected: ["30m", "4h", "3d", "2w", ">3d", "<1h"]) }
    return .term(make(sign == "<" ? .less : sign == ">" ? .more : usual, seconds))
  }

  /// Calendar time: minutes, hours, days (d, j), weeks (w, s).
  static func duration(_ text: Substring) -> Int64? {
    guard let unit = text.last, let count = Int64(text.dropLast()), (0...100_000).contains(count) else { return nil }
    switch unit {
    case "m": return count * 60
    case "h": return count * 3600
    case "d", "j": return count * 86_400
    case "w", "s": return count * 604_800
    default: return nil
    }
  }

  /// The threshold of which a row keeps the time.
  private static let warned = "75%"

  @Sendable private static func readDue(_ text: String) throws(Bad) -> Query {
    if text.first == "<", let seconds = duration(text.dropFirst()) { return .term(.dueWithin(seconds)) }
    if text == warned { return .term(.warned) }
    do {
      return try list(text, urgencies) { .urgencies($0) }
    } catch {
      throw BadValue(expected: error.expected + ["<1h", warned])
    }
  }

  private static let states: [(String, [State])] = [
    ("new", [.new]), ("nouveau", [.new]), ("open", [.open]), ("encours", [.open]),
    ("planned", [.planned]), ("planifie", [.planned]),
    ("waiting", [.waitUser, .waitThird]), ("attente", [.waitUser, .waitThird]),
    ("user", [.waitUser]), ("utilisateur", [.waitUser]), ("third", [.waitThird]), ("tiers", [.waitThird]),
    ("active", State.active), ("actif", State.active),
    ("resolved", [.resolved]), ("resolu", [.resolved]), ("closed", [.closed]), ("clos", [.closed]),
    ("cancelled", [.cancelled]), ("annule", [.cancelled]), ("spam", [.spam]), ("indesirable", [.spam]),
    ("merged", [.merged]), ("fusionne", [.merged]),
  ]

  private static let urgencies: [(String, Urgency)] = [
    ("late", .late), ("depasse", .late), ("soon", .soon), ("bientot", .soon), ("ok", .ok),
    ("paused", .paused), ("suspendu", .paused), ("none", .none), ("aucun", .none),
  ]

  private static let flags: [(String, Query.Term)] = [
    ("qualified", .qualified(true)), ("qualifie", .qualified(true)),
    ("unqualified", .qualified(false)), ("aqualifier", .qualified(false)),
    ("unanswered", .awaitsReply), ("sansreponse", .awaitsReply), ("bounced", .bounced),
    ("rebond", .bounced), ("damaged", .damaged), ("abime", .damaged),
  ]

  private static let kinds: [(String, Query.Term)] =
    Kind.allCases.map { ($0.rawValue, .kind($0)) } + [
      ("demande", .kind(.request)), ("conseil", .kind(.advice)), ("alerte", .kind(.alert)),
      ("probleme", .kind(.problem)), ("changement", .kind(.change)),
    ]

  private static let channels: [(String, Query.Term)] =
    Channel.allCases.map { ($0.rawValue, .channel($0)) } + [
      ("telephone", .channel(.phone)), ("courriel", .channel(.mail)), ("portail", .channel(.portal)),
      ("supervision", .channel(.monitor)), ("guichet", .channel(.walkIn)),
    ]
}
