import Desk
import Testing

@Suite struct LibraryTests {
  private func article(_ number: Int, _ content: ArticleContent, _ more: ArticleFact...) -> Article {
    Article.fold(
      "KB-\(number)",
      ([.created(content)] + more).enumerated().map { at, fact in
        ArticleEvent(
          id: "\(at)", site: "LYO", n: at + 1, lamport: Int64(at + 1), at: Instant(ms: 0), by: "lea", fact: fact)
      })
  }

  private var library: Library {
    Library([
      article(1, ArticleContent(title: "Toner", symptom: "L’imprimante du hall", steps: ["Ouvrir", "Changer"])),
      article(2, ArticleContent(title: "Imprimante partagée", text: Body("Ajouter par son nom."))),
      article(3, ArticleContent(title: "Imprimante volée"), .archived),
      article(4, ArticleContent(title: "Pilotes", product: "Lexmark", reply: "C’est réglé.", keywords: ["imprimante"])),
      article(5, ArticleContent(title: "Messagerie", category: "Courriel")),
    ])
  }

  /// Titles and keywords weigh more than what is told; archived articles are not found; every part is looked through.
  @Test(arguments: [
    ("imprimante", [4, 2, 1]), ("imprimantes", [4, 2, 1]), ("lexmark", [4]), ("courriels", [5]), ("changer", [1]),
    ("réglé", [4]), ("nom", [2]), ("volée", []), ("", []),
  ]) func finds(_ text: String, _ numbers: [Int]) {
    let found = library.search(Question(text), limit: 10)
    #expect(found.map(\.article.id) == numbers.map { "KB-\($0)" })
    #expect(found.allSatisfy { $0.score > 0 })
  }

  @Test func noMoreThanAsked() {
    #expect(library.search(Question("imprimante"), limit: 1).count == 1)
    #expect(Library([]).search(Question("imprimante"), limit: 5).isEmpty)
  }
}
