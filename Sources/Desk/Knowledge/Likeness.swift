/// How alike two texts are, by the folded words they share.
package enum Likeness {
  /// Words too short to say anything are left out.
  private static let shortest = 3

  package static func words(_ text: String) -> [String] {
    Tokens.words(text).filter { $0.count >= shortest && !StopWords.contains($0) }
  }

  /// A whole word counts twice what the beginning of one does.
  package static func score(_ wanted: [String], in texts: [String]) -> Int {
    let there = texts.flatMap(words)
    return wanted.reduce(0) { sum, word in
      sum + (there.contains(word) ? 2 : there.contains { $0.hasPrefix(word) } ? 1 : 0)
    }
  }

  /// The best of many, those that share nothing left out.
  package static func best<T>(_ all: [T], limit: Int, _ score: (T) -> Int) -> [T] {
    let scored = all.enumerated().map { (score: score($0.element), place: $0.offset, element: $0.element) }
    return scored.filter { $0.score > 0 }.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(limit)
      .map(\.element)
  }
}
