import Desk
import Foundation
import Journal
import Testing

/// Judged questions that nobody of this project wrote, where they are present (`../shared/data/ir`), asked of the
/// knowledge base as an import fills it. The levels are those of a database's full-text search.
@Suite struct SharedRelevanceTests {
  struct Collection: Sendable, CustomTestStringConvertible {
    let name: String
    let questions: String
    /// nDCG@10 at least.
    let level: Double
    var testDescription: String { name }
  }

  private static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["GUICHET_SHARED"] { return URL(filePath: path) }
    return URL(filePath: #filePath).appending(path: "../../../../shared").standardized
  }()

  private static let arePresent = FileManager.default.fileExists(atPath: folder.appending(path: "data/ir").path)

  @Test(
    .enabled(if: arePresent, "../shared/data/ir is not here (GUICHET_SHARED names another folder)"),
    arguments: [
      Collection(name: "cranfield", questions: "ir/cranfield/queries.jsonl", level: 0.379),
      Collection(name: "piaf-fr", questions: "piaf_queries.dev.jsonl", level: 0.795),
      Collection(name: "askubuntu-intent", questions: "ir/askubuntu-intent/queries.jsonl", level: 0.834),
    ]) func answersComeFirst(_ collection: Collection) throws
  {
    let data = SharedRelevanceTests.folder.appending(path: "data")
    let documents = ForeignArticle.read(
      [UInt8](try Data(contentsOf: data.appending(path: "ir/\(collection.name)/docs.jsonl"))))
    #expect(documents.flaws.isEmpty)
    let library = Library(
      documents.articles.enumerated().map { place, article in
        Article.fold("KB-\(place + 1)", [event(.created(article.content))])
      })
    let judged = try judgements(data.appending(path: "ir/\(collection.name)/qrels.tsv"))
    var gains: [Double] = []
    for question in try lines(data.appending(path: collection.questions)) {
      guard let right = judged[question["id"]?.string ?? ""] else { continue }
      // A question that is a document of the collection itself must not find itself.
      let own = question["exclude"]?.string
      let found = library.search(Question(question["text"]?.string ?? ""), limit: 11, loosely: true)
        .compactMap(\.article.content.reference).filter { $0 != own }
      gains.append(gain(found.prefix(10).map(right.contains), of: right.count))
    }
    let mean = gains.reduce(0, +) / Double(max(gains.count, 1))
    let halves = [0, 1].map { half in
      let some = gains.enumerated().filter { $0.offset % 2 == half }.map(\.element)
      return some.reduce(0, +) / Double(max(some.count, 1))
    }
    print("\(collection.name): nDCG@10 \(mean), halves \(halves), \(gains.count) questions")
    #expect(mean >= collection.level)
  }

  /// Normalised discounted cumulative gain of yes-or-no answers.
  private func gain(_ answers: [Bool], of right: Int) -> Double {
    func worth(_ place: Int) -> Double { 1 / log2(Double(place + 2)) }
    let got = answers.enumerated().reduce(0.0) { $0 + ($1.element ? worth($1.offset) : 0) }
    return got / (0..<min(10, right)).reduce(0.0) { $0 + worth($1) }
  }

  private func event(_ fact: ArticleFact) -> ArticleEvent {
    ArticleEvent(
      id: "1", site: "LYO", n: 1, lamport: 1, at: Instant(ms: 0), by: "lea", account: nil, via: nil, fact: fact)
  }

  private func lines(_ file: URL) throws -> [JSON] {
    try Data(contentsOf: file).split(separator: 10).map { try JSONReader.read([UInt8]($0)) }
  }

  private func judgements(_ file: URL) throws -> [String: Set<String>] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").reduce(into: [:]) { judged, line in
      let parts = line.split(separator: "\t").map(String.init)
      if parts.count == 3, parts[2] != "0" { judged[parts[0], default: []].insert(parts[1]) }
    }
  }
}
