/// The knowledge base as it is searched: articles ranked by how well they answer.
package struct Library {
  /// One article found.
  package struct Find: Hashable, Sendable {
    package var article: Article
    package var score: Float
  }

  private let articles: [Article]
  private let postings: MemoryPostings

  /// Archived articles are left out.
  package init(_ articles: [Article]) {
    self.articles = articles.filter { $0.state != .archived }
    postings = MemoryPostings(self.articles.lazy.map(\.content.parts))
  }

  /// The best answers, the best first; `loosely`, those that share only stop words with the question too.
  package func search(_ question: Question, limit: Int, loosely: Bool = false) -> [Find] {
    Relevance.best(question, in: postings, limit: limit, loosely: loosely).map {
      Find(article: articles[$0.document], score: $0.score)
    }
  }
}

extension ArticleContent {
  /// What is searched, with how it weighs.
  package var parts: [(part: DocumentPart, text: String)] {
    let names = keywords + [product, category].compactMap { $0 }
    return [(.title, title)] + names.map { (.keywords, $0) } + prose.map { (.body, $0) }
  }

  /// What is told, in the order it is read.
  package var prose: [String] { ([symptom] + steps + [text.text, reply ?? ""]).filter { !$0.isEmpty } }
}
