import Console
import Desk
import Journal
import Screen

// The knowledge base.
extension Command {
  private enum Action: String, CaseIterable { case list, show, search, new, publish, archive, `import` }

  static let kb = Command(
    .kb, [.one(.action("list|show|search|new|publish|archive|import")), .any(.words)],
    [.kind, .level, .product, .category, .symptom, .step, .keyword, .answer, .audience, .queries, .limit]
  ) { invocation throws(Trouble) in
    let operands = invocation.arguments.operands
    let action: Action = try invocation.choice(operands[0], "kb")
    let rest = operands.dropFirst().joined(separator: " ")
    let isAsked = action == .search && invocation.arguments.has(.queries)
    if rest.isEmpty, action != .list, !isAsked {
      throw Trouble(
        .usage,
        invocation.words.missingOperand(
          invocation.words.operand(.words), usage: "guichet kb \(action.rawValue) \(invocation.words.operand(.words))"))
    }
    let session = try invocation.session()
    switch action {
    case .search: try invocation.search(rest, session)
    case .import: try invocation.importArticles(rest, session)
    case .list:
      do throws(JournalError) { invocation.show(try session.articles(matching: rest)) } catch {
        throw Trouble(error, invocation.words)
      }
    case .show:
      do throws(JournalError) { invocation.show(session.cabinet.unabridged(try session.cabinet.article(rest))) } catch {
        throw Trouble(error, invocation.words)
      }
    case .new:
      let content = try invocation.content(title: rest)
      try invocation.record { () throws(RecordError) in try session.createArticle(content) }
    case .publish:
      let audience = try invocation.choice(.audience, as: Audience.self) ?? .internal
      try invocation.record { () throws(RecordError) in try session.recordArticle(.published(audience), on: rest) }
    case .archive:
      try invocation.record { () throws(RecordError) in try session.recordArticle(.archived, on: rest) }
    }
  }
}

extension Invocation {
  fileprivate func content(title: String) throws(Trouble) -> ArticleContent {
    let level: Level
    if let word = arguments.one(.level) { level = try choice(word, "--level") } else { level = .n1 }
    return ArticleContent(
      title: title, kind: try choice(.kind, as: ArticleKind.self) ?? .solution, level: level,
      product: arguments.one(.product), category: arguments.one(.category), symptom: arguments.one(.symptom) ?? "",
      steps: arguments.all(.step), reply: arguments.one(.answer), keywords: arguments.all(.keyword))
  }

  fileprivate func record(_ work: () throws(RecordError) -> Article) throws(Trouble) {
    do throws(RecordError) {
      let article = try work()
      if printer.isJSON { printer.json(article.json) } else { printer.line(words.recordedArticle(article)) }
    } catch { throw Trouble(error, on: nil, words) }
  }

  fileprivate func show(_ articles: [Article]) {
    if printer.isJSON {
      for article in articles { printer.json(article.json) }
      return
    }
    printer.table(
      Invocation.articleColumns,
      articles.map { [$0.id, words.name($0.state), $0.content.level.rawValue, $0.content.title] })
    if articles.isEmpty, printer.width != nil { printer.line(words.nothingFound) }
  }

  /// Number, state, level, title.
  static let articleColumns: [Column<Int>] = [
    .fixed(0, 8), .flexible(1, least: 6, most: 12), .fixed(2, 2), .flexible(3, least: 10),
  ]

  fileprivate func show(_ article: Article) {
    if printer.isJSON { return printer.json(article.json) }
    let content = article.content
    printer.line("\(article.id)  \(content.title)")
    printer.line(
      [
        words.name(content.kind), words.name(article.state), content.level.rawValue, content.product ?? "",
        article.author,
      ]
      .filter { !$0.isEmpty }.joined(separator: " · "))
    if !content.symptom.isEmpty { printer.body("\n" + content.symptom) }
    if !content.steps.isEmpty { printer.line("") }
    for (place, step) in content.steps.enumerated() { printer.line("\(place + 1). \(step)") }
    if !content.text.isBlank { printer.body("\n" + content.text.text) }
    if let reply = content.reply { printer.body("\n" + reply, indent: "│ ") }
    if !content.keywords.isEmpty { printer.line("\n" + content.keywords.joined(separator: ", ")) }
  }
}
