/// That a document holds a word, and how often.
package struct Posting: Hashable, Sendable {
  /// Ordinal within its source or segment, from 0.
  package var document: UInt32
  package var frequency: Frequency

  package init(_ document: UInt32, _ frequency: Frequency) {
    self.document = document
    self.frequency = frequency
  }
}

/// How often a word stands in the parts of a document, in 32 bits: title (or subject) 8, keywords 8, body 16. A part
/// that holds it oftener than can be said holds it so often.
package struct Frequency: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package init(title: Int = 0, keywords: Int = 0, body: Int = 0) {
    rawValue =
      UInt32(clamping: min(max(title, 0), 0xFF)) << 24 | UInt32(clamping: min(max(keywords, 0), 0xFF)) << 16
      | UInt32(clamping: min(max(body, 0), 0xFFFF))
  }

  package var title: Int { Int(rawValue >> 24) }
  package var keywords: Int { Int(rawValue >> 16 & 0xFF) }
  package var body: Int { Int(rawValue & 0xFFFF) }

  /// Once more in one part.
  package mutating func count(_ part: DocumentPart) {
    switch part {
    case .title: if title < 0xFF { rawValue += 1 << 24 }
    case .keywords: if keywords < 0xFF { rawValue += 1 << 16 }
    case .body: if body < 0xFFFF { rawValue += 1 }
    }
  }
}

/// The parts of a document that weigh differently.
package enum DocumentPart: CaseIterable, Hashable, Sendable {
  case title, keywords, body
}

/// The list of one word of a dictionary, or a piece of it; good until the call that gave it returns.
package struct PostingRun {
  /// Whether the word is the one asked for and not another form of it.
  package var isExact: Bool
  /// What to add to a posting's document to have its ordinal in the whole source.
  package var base: Int
  package var postings: UnsafeBufferPointer<Posting>
  /// Words of each document, from `base` on.
  package var lengths: UnsafeBufferPointer<UInt32>

  package init(
    isExact: Bool, base: Int = 0, postings: UnsafeBufferPointer<Posting>, lengths: UnsafeBufferPointer<UInt32>
  ) {
    self.isExact = isExact
    self.base = base
    self.postings = postings
    self.lengths = lengths
  }
}

/// Documents that can be searched: in memory, or the segments of an index.
package protocol PostingSource {
  /// Ordinals are below this.
  var documents: Int { get }
  /// Words of a document, on average.
  var meanLength: Double { get }
  /// Gives the list of every word that a pattern stands for, in any order and in as many pieces as it likes; a list
  /// names no document twice.
  func find(_ pattern: WordPattern, _ body: (PostingRun) -> Void)
}
