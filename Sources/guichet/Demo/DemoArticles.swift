/// An article of the demo's knowledge base.
package struct DemoArticle: Sendable {
  /// domain.md's kinds; a script's steps are plain for now.
  package enum Kind: String, Sendable, CaseIterable {
    case solution, procedure, script, standard, knownError = "known_error"
  }
  package enum Audience: String, Sendable, CaseIterable { case n1 = "N1", n2 = "N2", everyone = "public" }

  package var id: String
  package var title: String
  package var kind: Kind
  package var audience: Audience
  package var product: String
  package var keywords: [String]
  /// What the requester sees.
  package var symptom: String
  /// One step each, in order, not numbered.
  package var steps: [String]
  /// A message ready to send, with the holes of `Phrase`.
  package var reply: String
}

extension DemoArticle {
  /// Thirty articles, in the order of their identifiers.
  package static let all: [DemoArticle] =
    [DemoArticles.scripts, DemoArticles.procedures, DemoArticles.solutions, DemoArticles.infrastructure]
    .flatMap { Card.read($0, keys: keys) }.compactMap(DemoArticle.init).sorted { $0.id < $1.id }

  private static let keys: Set<String> = [
    "title", "kind", "for", "product", "keywords", "symptom", "step", "reply",
  ]

  /// Nil where the kind or the audience is none of ours.
  private init?(_ card: Card) {
    guard let kind = Kind(rawValue: card.first("kind")), let audience = Audience(rawValue: card.first("for"))
    else { return nil }
    self.init(
      id: card.id, title: card.first("title"), kind: kind, audience: audience, product: card.first("product"),
      keywords: card.first("keywords").split(separator: ",").map(\.unpadded), symptom: card.first("symptom"),
      steps: card.all("step"), reply: card.first("reply"))
  }
}

/// The texts of the articles, by kind.
package enum DemoArticles {}
