/// What happened to an article.
package enum ArticleFact: Payload {
  case created(ArticleContent)
  case revised(ArticleContent)
  case published(Audience)
  case archived
  case reviewed
  /// Whether it served, and for which ticket.
  case helpful(Bool, ticket: TicketID?)
  /// An event of a newer version, kept as it came.
  case unknown(op: String, d: JSON)

  package var op: String {
    switch self {
    case .created: "kb.created"
    case .revised: "kb.revised"
    case .published: "kb.published"
    case .archived: "kb.archived"
    case .reviewed: "kb.reviewed"
    case .helpful: "kb.helpful"
    case .unknown(let op, _): op
    }
  }

  package var d: JSON {
    switch self {
    case .created(let content), .revised(let content): content.json
    case .published(let audience): .object(of: ("audience", .string(audience.rawValue)))
    case .archived, .reviewed: .object([])
    case .helpful(let yes, let ticket):
      .object(of: ("yes", .bool(yes)), ("ticket", ticket.map { .string($0.description) }))
    case .unknown(_, let d): d
    }
  }

  package init(op: String, d: JSON) {
    self = ArticleFact.read(op: op, d: d) ?? .unknown(op: op, d: d)
  }

  private static func read(op: String, d: JSON) -> ArticleFact? {
    switch op {
    case "kb.created": ArticleContent(json: d).map(ArticleFact.created)
    case "kb.revised": ArticleContent(json: d).map(ArticleFact.revised)
    case "kb.published": d.word("audience").map(ArticleFact.published)
    case "kb.archived": .archived
    case "kb.reviewed": .reviewed
    case "kb.helpful": d["yes"]?.bool.map { .helpful($0, ticket: d.ticket("ticket")) }
    default: nil
    }
  }
}

extension ArticleContent {
  package var json: JSON {
    .object(
      of: ("title", .string(title)), ("kind", .string(kind.rawValue)), ("level", .string(level.rawValue)),
      ("product", product.map(JSON.string)), ("category", category.map(JSON.string)), ("symptom", .string(symptom)),
      ("steps", .strings(steps)), ("text", text.text.isEmpty ? nil : .string(text.text)),
      ("blob", text.blob.map(JSON.string)), ("reply", reply.map(JSON.string)),
      ("keywords", .strings(keywords)), ("reference", reference.map(JSON.string)))
  }

  package init?(json: JSON) {
    guard let title = json["title"]?.string, let kind: ArticleKind = json.word("kind"),
      let level: Level = json.word("level")
    else { return nil }
    self.init(
      title: title, kind: kind, level: level, product: json["product"]?.string, category: json["category"]?.string,
      symptom: json["symptom"]?.string ?? "", steps: json["steps"]?.strings ?? [],
      text: Body(json["text"]?.string ?? "", blob: json["blob"]?.string),
      reply: json["reply"]?.string, keywords: json["keywords"]?.strings ?? [], reference: json["reference"]?.string)
  }
}
