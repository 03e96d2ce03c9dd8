import Desk
import Testing

@Suite struct RelevanceTests {
  private static let texts = [
    ("Imprimante en panne", "l’imprimante du hall ne répond plus"),
    ("Imprimantes", "liste des imprimantes du site"),
    ("Toner", "changer le toner : voir l’imprimante"),
    ("VPN", "connexion au réseau depuis la maison"),
    ("Réseau", "le réseau est lent, le vpn aussi"),
  ]

  private static func source(_ texts: [(String, String)]) -> MemoryPostings {
    MemoryPostings(texts.map { [(.title, $0.0), (.body, $0.1)] })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let question: String
    let found: [Int]
    var typing = false
    init(_ question: String, _ found: [Int], typing: Bool = false) {
      self.question = question
      self.found = found
      self.typing = typing
    }
    var testDescription: String { question }
  }

  @Test(arguments: [
    Case("imprimante", [0, 2, 1]), Case("imprimantes", [1, 0, 2]), Case("vpn", [3, 4]), Case("réseaux", [4, 3]),
    Case("vpn lent", [4, 3]), Case("impr", []), Case("impr", [1, 0, 2], typing: true), Case("toner vpn", [2, 3, 4]),
    Case("", []), Case("rien-de-tel", []), Case("zzz vpn", [3, 4]), Case("impr ", [], typing: true),
  ]) func ranks(_ asked: Case) {
    let hits = Relevance.best(
      Question(asked.question, typing: asked.typing), in: RelevanceTests.source(RelevanceTests.texts), limit: 10)
    #expect(hits.map(\.document) == asked.found)
  }

  /// A word that few documents hold tells more than one that many do; words that all have tell little.
  @Test func rareWordsTellMore() {
    let many = (0..<30).map { ("", "le serveur numéro \($0) du site") } + [("", "un onduleur")]
    let hits = Relevance.best(Question("le serveur onduleur"), in: RelevanceTests.source(many), limit: 40)
    #expect(hits.first?.document == 30)
    #expect(hits.count == 31)
    let rare = Relevance.best(Question("un onduleur ou le"), in: RelevanceTests.source(many), limit: 40)
    #expect(rare.map(\.document) == [30], "stop words find nothing by themselves")
    let loose = Relevance.best(
      Question("un onduleur ou le"), in: RelevanceTests.source(many), limit: 40, loosely: true)
    #expect(loose.first?.document == 30 && loose.count == 31)
  }

  @Test func nothingButStopWordsIsStillAnswered() {
    let source = RelevanceTests.source([("", "être ou ne pas être"), ("", "vpn")])
    #expect(Relevance.best(Question("ou pas"), in: source, limit: 5).map(\.document) == [0])
  }

  /// The best of many are the beginning of them all in order; equals keep the order of the source.
  @Test func limitKeepsTheBest() {
    let texts = (0..<200).map { place in
      ("", "mot " + String(repeating: "autre ", count: place * 7 % 13) + String(repeating: "mot ", count: place % 5))
    }
    let source = RelevanceTests.source(texts)
    let all = Relevance.best(Question("mot"), in: source, limit: 500)
    let sorted = all.sorted { ($1.score, $0.document) < ($0.score, $1.document) }
    #expect(all == sorted && all.count == 200)
    for limit in [0, 1, 2, 17, 199] {
      let some = Relevance.best(Question("mot"), in: source, limit: limit)
      #expect(some == Array(all.prefix(limit)), "\(limit)")
    }
    let odd = Relevance.best(Question("mot"), in: source, limit: 10) { $0 % 2 == 1 }
    #expect(odd == Array(all.filter { $0.document % 2 == 1 }.prefix(10)))
  }

  /// A source that lies about its documents, as a damaged index would.
  private struct Liar: PostingSource {
    let documents = 2
    let meanLength = 0.0
    func find(_ pattern: WordPattern, _ body: (PostingRun) -> Void) {
      let postings = [Posting(0, Frequency(body: 1)), Posting(7, Frequency(body: 1)), Posting(.max, Frequency())]
      postings.withUnsafeBufferPointer { postings in
        [UInt32(3), .max].withUnsafeBufferPointer {
          body(PostingRun(isExact: true, base: 0, postings: postings, lengths: $0))
          body(PostingRun(isExact: true, base: 5, postings: postings, lengths: $0))
        }
      }
    }
  }

  @Test func damagedListsDoNoHarm() {
    #expect(Relevance.best(Question("mot"), in: Liar(), limit: 5).map(\.document) == [0])
  }

  @Test func frequenciesStopCounting() {
    var frequency = Frequency(title: 254, keywords: 300, body: -1)
    for _ in 0..<70_000 {
      for part in DocumentPart.allCases { frequency.count(part) }
    }
    #expect([frequency.title, frequency.keywords, frequency.body] == [255, 255, 65_535])
    #expect(Frequency(rawValue: frequency.rawValue) == frequency)
  }
}
