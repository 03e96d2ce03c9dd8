import Desk
import Screen

/// The knowledge base: words looked for, articles found, one of them read.
package struct KnowledgePane: Sendable {
  /// The ticket whose words began the search; articles are rated for it and replies go to it.
  package let ticket: TicketID?
  /// Where `q` goes back to.
  package let from: Pane
  package var field: TextField
  /// Whether the search field has the keys.
  package var isTyping = false
  /// The words last asked for.
  package var asked = ""
  /// nil until the first answer.
  package private(set) var articles: [Article]?
  package private(set) var selected: String?
  /// The first line of the article in sight.
  package var top = 0
  package private(set) var scroll = Scroll()

  package init(ticket: TicketID?, words: String, from: Pane) {
    self.ticket = ticket
    self.from = from
    field = TextField(words)
  }

  package var cursor: Int? { articles?.firstIndex { $0.id == selected } }
  package var article: Article? { cursor.flatMap { articles?[$0] } }

  package mutating func take(_ articles: [Article]) {
    self.articles = articles
    if cursor == nil { choose(articles.first?.id) }
  }

  /// An article as it now is.
  package mutating func take(_ article: Article) {
    guard let at = articles?.firstIndex(where: { $0.id == article.id }) else { return }
    articles?[at] = article
  }

  package mutating func move(by rows: Int) {
    guard let articles, !articles.isEmpty else { return }
    let at = min(max(0, (cursor ?? 0) + rows), articles.count - 1)
    if articles[at].id != selected { choose(articles[at].id) }
  }

  package mutating func follow(height: Int) {
    scroll = scroll.following(cursor ?? 0, of: articles?.count ?? 0, height: height)
  }

  private mutating func choose(_ id: String?) {
    selected = id
    top = 0
  }

  /// Rows of the list above the article.
  package func listHeight(in height: Int) -> Int { min(max(1, articles?.count ?? 1), max(1, height / 3)) }
}
