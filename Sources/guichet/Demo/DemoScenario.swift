import Desk

/// A story the demo tells, with holes for who, where and when.
package struct DemoScenario: Sendable {
  package var id: String
  package var subjects: [String]
  /// Empty for spam. Several where the same story is met in more than one size.
  package var qualifications: [Qualification]
  /// The level that solves it.
  package var level: Level
  package var category: String
  /// What `{equipement}` is: `portable`, `imprimante`, `serveur` …; `aucun` for none.
  package var asset: String
  /// The customers it can happen to, by id; empty for all.
  package var customers: [String]
  package var isEnglish: Bool
  /// May be declared major (P0).
  package var isMajor: Bool
  package var openings: [DemoOpening]
  package var note: String
  package var handoff: Handoff
  package var ask: String
  package var answer: String
  package var third: DemoThird?
  package var plan: String
  package var reply: String
  package var fix: String
  package var summary: String
  package var cause: String
  package var code: ResolutionCode
  package var article: String?
  package var again: String

  package var isSpam: Bool { qualifications.isEmpty }
  package var kind: Kind { qualifications.first?.kind ?? .incident }
}

/// The requester's first words, for one channel.
package struct DemoOpening: Sendable {
  package var channel: Channel
  package var text: String
  /// Says its own greeting, or needs none: nothing is put around it.
  package var isBare: Bool
}

/// Who else is waited for.
package struct DemoThird: Sendable {
  package var reason: WaitReason
  package var party: String
  package var text: String
}

/// The stories, read from their cards.
package enum DemoScenarios {
  package static let all: [DemoScenario] =
    [
      accounts, workstations, network, messaging, printing, telephony, servers, business, software, security, english,
      hardware,
    ].flatMap(read)
  package static let spam: [DemoScenario] = read(junk)

  /// The names of a card's fields.
  static let keys: Set<String> = [
    "subject", "is", "about", "asset", "for", "language", "major", "mail", "mail!", "phone", "chat", "chat!", "portal",
    "alert", "note", "tried", "guess", "need", "ask", "answer", "third", "plan", "reply", "fix", "summary", "code",
    "cause", "kb", "again",
  ]

  private static func read(_ text: String) -> [DemoScenario] {
    Card.read(text, keys: keys).map(DemoScenario.init)
  }
}

extension DemoScenario {
  fileprivate init(_ card: Card) {
    let sizes = card.all("is").map { $0.split(separator: " ").map(String.init) }
    self.init(
      id: card.id, subjects: card.all("subject"),
      qualifications: sizes.compactMap { DemoScenario.qualification($0, about: card.first("about")) },
      level: sizes.first?.last.flatMap(Level.init) ?? .n1, category: card.first("about"), asset: card.first("asset"),
      customers: card.first("for").split(separator: " ").map(String.init), isEnglish: card.first("language") == "en",
      isMajor: !card.first("major").isEmpty, openings: card.fields.compactMap(DemoOpening.init),
      note: card.first("note"),
      handoff: Handoff(
        tried: card.first("tried"), hypothesis: card.first("guess"), needed: card.first("need"), evidence: "none"),
      ask: card.first("ask"), answer: card.first("answer"), third: DemoThird(card.first("third")),
      plan: card.first("plan"), reply: card.first("reply"), fix: card.first("fix"), summary: card.first("summary"),
      cause: card.first("cause"), code: DemoScenario.codes[card.first("code")] ?? .other,
      article: card.all("kb").first, again: card.first("again"))
  }

  /// `incident G3 I4 N1`
  private static func qualification(_ words: [String], about category: String) -> Qualification? {
    guard words.count == 4, let kind = Kind(rawValue: words[0]),
      let gravity = Gravity.allCases.first(where: { $0.name == words[1] }),
      let impact = Impact.allCases.first(where: { $0.name == words[2] })
    else { return nil }
    return Qualification(kind: kind, gravity: gravity, impact: impact, category: category)
  }

  private static let codes: [String: ResolutionCode] = [
    "assistance": .assistance, "formation": .training, "correctif logiciel": .softwareFix, "mise à jour": .update,
    "réparation matérielle": .hardwareRepair, "remplacement": .replacement, "contournement": .workaround,
    "configuration": .configuration, "fournisseur": .vendor,
  ]
}

extension DemoOpening {
  fileprivate init?(field: (key: String, text: String)) {
    let channels: [String: Channel] = [
      "mail": .mail, "phone": .phone, "chat": .chat, "portal": .portal, "alert": .monitor,
    ]
    let isBare = field.key.hasSuffix("!")
    guard let channel = channels[isBare ? String(field.key.dropLast()) : field.key] else { return nil }
    self.init(channel: channel, text: field.text, isBare: isBare || channel == .phone || channel == .monitor)
  }
}

extension DemoThird {
  /// `fournisseur | Opale Télécom | Réparation annoncée.`
  fileprivate init?(_ line: String) {
    let reasons: [String: WaitReason] = [
      "fournisseur": .vendor, "atelier": .workshop, "matériel": .equipment, "devis/accord": .quote,
      "fenêtre de maintenance": .maintenanceWindow,
    ]
    let cells = line.split(separator: "|").map(\.unpadded)
    guard cells.count == 3, let reason = reasons[cells[0]] else { return nil }
    self.init(reason: reason, party: cells[1], text: cells[2])
  }
}
