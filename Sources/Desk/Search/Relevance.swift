/// Ranks documents by how well they answer a question: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework", 2009) over two fields, the words as they stand and the words with all their forms, the parts of a
/// document weighed within each.
///
/// `score = Σ weight · (0.4 · idf(exact) · s(exact) + 0.6 · idf(forms) · s(forms))`, where `forms` counts the exact word
/// too: a document with the very word is above one with another form of it as often.
package enum Relevance {
  /// One document found; the higher the score the better. Scores of two questions are not to be compared.
  package struct Hit: Hashable, Sendable {
    package var document: Int
    package var score: Float

    package init(document: Int, score: Float) {
      self.document = document
      self.score = score
    }

    /// Equals are in the order of the source.
    static func isBetter(_ a: Hit, _ b: Hit) -> Bool {
      a.score == b.score ? a.document < b.document : a.score > b.score
    }
  }

  /// How soon more of the same word says nothing new.
  static let saturation: Float = 1.5
  /// How much long documents are held to be wordy (0 not at all, 1 wholly).
  static let lengthShare: Float = 0.7
  /// How much the forms count beside the very word.
  static let formShare: Float = 0.6
  static let titleWeight: Float = 2
  static let keywordWeight: Float = 2
  /// Above so many documents the lists of the words that every text has are not read: they are long and tell little.
  package static let stopWordDocuments = 20_000

  /// The best documents for a question, the best first. Stop words rank what the other words found; `loosely`, or where
  /// there is no other word, they find documents too, which is of use to who reads scores. `accepts` is asked only of documents that would be among them.
  package static func best(
    _ question: Question, in source: some PostingSource, limit: Int, loosely: Bool = false,
    where accepts: (Int) -> Bool = { _ in true }
  ) -> [Hit] {
    guard limit > 0, source.documents > 0 else { return [] }
    let telling = question.words.filter { !$0.isStopWord }
    let ranking = telling.isEmpty || source.documents > stopWordDocuments ? [] : question.words.filter(\.isStopWord)
    return withUnsafeTemporaryAllocation(of: Tally.self, capacity: source.documents) { tallies in
      tallies.initialize(repeating: Tally())
      var scoring = Scoring(tallies, documents: source.documents, meanLength: source.meanLength)
      for word in telling.isEmpty ? question.words : telling + ranking {
        source.find(word.pattern) { scoring.count($0) }
        scoring.settle(weight: word.weight, onlyFound: word.isStopWord && !telling.isEmpty && !loosely)
      }
      return scoring.best(limit, where: accepts)
    }
  }
}

/// What is known of one document while a question is answered.
private struct Tally {
  var score: Float = 0
  /// Of the word at hand: how often itself, and how often in any form.
  var exact: Float = 0
  var forms: Float = 0
  /// Saturation by its length; 0 until it is first met.
  var norm: Float = 0
}

/// One pass over the lists of a question's words.
private struct Scoring {
  private let tallies: UnsafeMutableBufferPointer<Tally>
  private let documents: Float
  private let meanLength: Float
  /// Documents that hold the word at hand.
  private var touched: [Int] = []
  private var exactDocuments = 0

  init(_ tallies: UnsafeMutableBufferPointer<Tally>, documents: Int, meanLength: Double) {
    self.tallies = tallies
    self.documents = Float(documents)
    self.meanLength = Float(max(meanLength, 1))
  }

  mutating func count(_ run: PostingRun) {
    for posting in run.postings {
      let local = Int(posting.document)
      let document = run.base &+ local
      // A damaged list is no reason to crash.
      guard local < run.lengths.count, document < tallies.count else { continue }
      let often = Scoring.weighed(posting.frequency)
      if tallies[document].norm == 0 { tallies[document].norm = norm(run.lengths[local]) }
      if tallies[document].forms == 0 { touched.append(document) }
      tallies[document].forms += often
      if run.isExact {
        if tallies[document].exact == 0 { exactDocuments += 1 }
        tallies[document].exact += often
      }
    }
  }

  /// The word's lists are all read: what they say goes into the scores, or into those there are already.
  mutating func settle(weight: Float, onlyFound: Bool) {
    let exactGain = weight * (1 - Relevance.formShare) * rarity(exactDocuments)
    let formGain = weight * Relevance.formShare * rarity(touched.count)
    for document in touched {
      let tally = tallies[document]
      if !onlyFound || tally.score > 0 {
        tallies[document].score +=
          exactGain * tally.exact / (tally.exact + tally.norm) + formGain * tally.forms / (tally.forms + tally.norm)
      }
      tallies[document].exact = 0
      tallies[document].forms = 0
    }
    touched.removeAll(keepingCapacity: true)
    exactDocuments = 0
  }

  func best(
    _ limit: Int, loosely: Bool = false,
    where accepts: (Int) -> Bool
  ) -> [Relevance.Hit] {
    var best = BestHits(limit)
    for document in tallies.indices where tallies[document].score > 0 {
      let hit = Relevance.Hit(document: document, score: tallies[document].score)
      if best.wants(hit), accepts(document) { best.insert(hit) }
    }
    return best.inOrder
  }

  private static func weighed(_ frequency: Frequency) -> Float {
    Float(frequency.body) + Relevance.titleWeight * Float(frequency.title)
      + Relevance.keywordWeight * Float(frequency.keywords)
  }

  private func norm(_ length: UInt32) -> Float {
    Relevance.saturation * (1 - Relevance.lengthShare + Relevance.lengthShare * Float(length) / meanLength)
  }

  /// The inverse document frequency, in nats, never negative.
  private func rarity(_ holders: Int) -> Float {
    let holders = Float(holders)
    return Logarithm.natural(1 + (documents - holders + 0.5) / (holders + 0.5))
  }
}
