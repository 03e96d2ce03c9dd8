/// One page of the knowledge base: the fold of its events.
package struct Article: Hashable, Sendable {
  /// `KB-0113`
  package let id: String
  package internal(set) var content: ArticleContent = ArticleContent(title: "")
  package internal(set) var state: ArticleState = .draft
  package internal(set) var author = ""
  package internal(set) var createdAt = Instant(ms: 0)
  package internal(set) var updatedAt = Instant(ms: 0)
  package internal(set) var reviewedAt: Instant?
  package internal(set) var revisions = 0
  /// How often it served, and how often it did not.
  package internal(set) var helpful = 0
  package internal(set) var unhelpful = 0
  package internal(set) var lamport: Int64 = 0

  package init(id: String) { self.id = id }

  package static func fold(_ id: String, _ events: [ArticleEvent]) -> Article {
    var article = Article(id: id)
    for event in events.sorted(by: ArticleEvent.precedes) { article.apply(event) }
    return article
  }

  /// With all of its text, to be read; what is recorded keeps the beginning.
  package func unabridged(_ text: String) -> Article {
    var article = self
    article.content.text.text = text
    return article
  }

  package mutating func apply(_ event: ArticleEvent) {
    lamport = max(lamport, event.lamport)
    switch event.fact {
    case .created(let content):
      self.content = content
      author = event.by
      createdAt = event.at
      updatedAt = event.at
    case .revised(let content):
      self.content = content
      updatedAt = event.at
      revisions += 1
    case .published(let audience): state = .published(audience)
    case .archived: state = .archived
    case .reviewed: reviewedAt = event.at
    case .helpful(let yes, _): if yes { helpful += 1 } else { unhelpful += 1 }
    case .unknown: break
    }
  }
}

/// Where an article stands, and for whom.
package enum ArticleState: Hashable, Sendable {
  case draft, archived
  case published(Audience)
}

/// Who may read a published article.
package enum Audience: String, CaseIterable, Sendable {
  case `internal`, `public`
}

/// What sort of page it is.
package enum ArticleKind: String, CaseIterable, Sendable {
  case solution, procedure, script, standard, knownError = "known_error", siteNote = "site_note"
}

/// The words of an article.
package struct ArticleContent: Hashable, Sendable {
  package var title: String
  package var kind: ArticleKind
  /// The level it is written for.
  package var level: Level
  package var product: String?
  package var category: String?
  package var symptom: String
  /// One step a line; for a script they are asked in order.
  package var steps: [String]
  /// What is told in prose, where it is no steps.
  package var text: Body
  /// A reply ready to be sent; `{…}` are slots.
  package var reply: String?
  package var keywords: [String]
  /// What it is called in the collection it was imported from.
  package var reference: String?

  package init(
    title: String, kind: ArticleKind = .solution, level: Level = .n1, product: String? = nil, category: String? = nil,
    symptom: String = "", steps: [String] = [], text: Body = Body(""), reply: String? = nil, keywords: [String] = [],
    reference: String? = nil
  ) {
    self.title = title
    self.kind = kind
    self.level = level
    self.product = product
    self.category = category
    self.symptom = symptom
    self.steps = steps
    self.text = text
    self.reply = reply
    self.keywords = keywords
    self.reference = reference
  }
}
