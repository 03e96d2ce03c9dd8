import Desk
import Journal

// The knowledge base: asked, written, taken in from elsewhere.
extension Session {
  /// The articles that answer a text best, its last word perhaps still being typed; all, the latest first, where it
  /// has no words.
  func articles(matching text: String) throws(JournalError) -> [Article] {
    let question = Question(text, typing: true)
    if question.isEmpty {
      return try cabinet.articles().filter { $0.state != .archived }.sorted {
        ($0.updatedAt, $0.id) > ($1.updatedAt, $1.id)
      }
    }
    return try library().search(question, limit: Session.articleLimit).map(\.article)
  }

  /// The knowledge base, ready to be asked, its long texts whole.
  func library() throws(JournalError) -> Library {
    var articles = try cabinet.articles()
    for at in articles.indices where articles[at].content.text.blob != nil {
      articles[at] = cabinet.unabridged(articles[at])
    }
    return Library(articles)
  }

  private static let articleLimit = 20

  func createArticle(_ content: ArticleContent) throws(RecordError) -> Article {
    try need(.writeArticle, .note)
    if content.title.trimmed.isEmpty { throw .refused(.missing([.article])) }
    do throws(JournalError) {
      return try cabinet.createArticle([.created(content)], as: actor, at: now)
    } catch { throw .journal(error) }
  }

  /// Takes in articles of another collection.
  func importArticles(_ articles: [ForeignArticle], tell: (Int) -> Void) throws(RecordError) -> ArticleImport {
    try need(.writeArticle, .note)
    let states = Set(articles.compactMap(\.state))
    if states.contains(.published(.internal)) { try need(.publishInternal, .note) }
    if states.contains(.published(.public)) { try need(.publishPublic, .note) }
    if states.contains(.archived) { try need(.archiveArticle, .note) }
    return try cabinet.take(inArticles: articles, as: actor, at: now, tell: tell)
  }

  func recordArticle(_ fact: ArticleFact, on id: String) throws(RecordError) -> Article {
    switch fact {
    case .published(.internal): try need(.publishInternal, .note)
    case .published(.public): try need(.publishPublic, .note)
    case .archived: try need(.archiveArticle, .note)
    case .helpful: try need(.readInternal, .note)
    default: try need(.writeArticle, .note)
    }
    return try cabinet.recordArticle(id, as: actor, at: now) { _ in [fact] }
  }
}
