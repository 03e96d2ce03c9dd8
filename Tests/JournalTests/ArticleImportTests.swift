import Desk
import Journal
import Testing

/// Articles of another collection, from JSON Lines to the cabinet.
@Suite struct ArticleImportTests {
  private static let importer = Actor(name: "lea", profile: .admin, via: .import)

  private func article(_ reference: String, _ text: String, _ state: ArticleState? = nil) -> ForeignArticle {
    ForeignArticle(ArticleContent(title: "t " + reference, text: Body(text), reference: reference), state: state)
  }

  @Test func knownReferencesAreRevisedAndTheRestBegun() throws {
    let scratch = Scratch()
    let cabinet = try Cabinet.scratch(scratch)
    let long = String(repeating: "très long ", count: 20_000)
    let first = [article("a", "un"), article("b", long, .published(.internal)), article("c", "trois")]
    func take(_ articles: [ForeignArticle]) throws -> [Int] {
      let result = try cabinet.take(inArticles: articles, as: ArticleImportTests.importer, at: noon)
      return [result.created, result.revised, result.unchanged]
    }
    #expect(try take(first) == [3, 0, 0])
    #expect(try take(first) == [0, 0, 3])
    #expect(try take([article("c", "autre"), article("d", "quatre"), article("a", "un", .archived)]) == [1, 2, 0])
    let articles = try cabinet.articles()
    #expect(articles.map(\.content.reference) == ["a", "b", "c", "d"])
    #expect(articles.map(\.state) == [.archived, .published(.internal), .draft, .draft])
    #expect(articles.map(\.revisions) == [0, 0, 1, 0])
    #expect(articles[1].content.text.text.utf8.count < long.utf8.count)
    #expect(cabinet.unabridged(articles[1]).content.text.text == long)
    #expect(cabinet.verify(only: nil).isSound)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    var flaw: ForeignArticle.Flaw?
    init(_ line: String, _ flaw: ForeignArticle.Flaw?) {
      self.line = line
      self.flaw = flaw
    }
    var testDescription: String { line }
  }

  @Test(arguments: [
    Case(#"{"id":"1","title":"t","text":"x","keywords":["a"],"category":"c","state":"public"}"#, nil),
    Case(#"{"id":7,"text":"x","other":[{}],"title":null}"#, nil), Case(#"{"id":"1","title":"t","keywords":"a"}"#, nil),
    Case(#"{"id":"","title":"t"}"#, .missing("id")), Case(#"{"title":"t"}"#, .missing("id")),
    Case(#"{"id":"1","title":" ","text":"\n"}"#, nil), Case(#"{"id":"1"}"#, .missing("title")),
    Case("[1]", .notAnObject),
    Case(#"{"id":"1","title":"t","text":3}"#, .badValue("text")),
    Case(#"{"id":"1","title":"t","keywords":[1]}"#, .badValue("keywords")),
    Case(#"{"id":"1","title":"t","state":"gone"}"#, .badValue("state")),
    Case(#"{"id":"1","title":"t","#, .notJSON(JSONError(reason: .unexpected, offset: 24))),
    Case(
      #"{"id":"1","title":"t","keywords":["\#(String(repeating: "k", count: 1001))"]}"#,
      .tooLong("keywords", limit: 1000)),
  ]) func linesAreReadOrRefused(_ asked: Case) {
    let (articles, flaws) = ForeignArticle.read(Array("\n \(asked.line)\r\n\n".utf8))
    #expect(flaws.map(\.flaw) == [asked.flaw].compactMap { $0 })
    #expect(flaws.allSatisfy { $0.line == 2 } && articles.count == (asked.flaw == nil ? 1 : 0))
  }

  /// What has no title is called by its beginning, and no title is longer than a subject.
  @Test(arguments: [
    ("", "une ligne", "une ligne", ""), ("", "", "1", ""), ("", "titre\nsuite", "titre", "titre\nsuite"),
    ("", String(repeating: "mot ", count: 300), String(repeating: "mot ", count: 61) + "mot…", nil),
    (String(repeating: "x", count: 2000), "y", String(repeating: "x", count: 62) + "…", nil),
  ]) func titlesAreFound(_ title: String, _ text: String, _ called: String, _ kept: String?) throws {
    let json = JSON.object(of: ("id", "1"), ("title", .string(title)), ("text", .string(text)))
    let read = ForeignArticle.read(JSONWriter.bytes(json))
    let content = try #require(read.articles.first?.content)
    #expect(content.title == called)
    if let kept { #expect(content.text.text == kept) } else { #expect(content.text.text.contains(text.prefix(900))) }
  }
}
