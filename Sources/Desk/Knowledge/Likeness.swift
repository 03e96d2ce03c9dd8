/// How alike two texts are, by the folded words they share.
package enum Likeness {
  /// Words too short to say anything are left out.
  private static let shortest = 3

  /// The words of French and English that every text has, folded.
  private static let common: Set<String> = Set(
    ("""
    les des une aux avec pour par sur dans est sont ete pas plus que qui quoi dont mon mes ton tes son ses notre nos
    votre vos leur leurs nous vous ils elle elles cette ces cet tout tous toute toutes rien non oui mais donc car
    chez sans sous entre vers apres avant depuis pendant quand comme fait faire avoir etre ont ils peut peux
    the and for with from not are was were has have had you your our his her its this that these those all any can
    cannot will would does did but out off into over when after before since while
    """).split { $0 == " " || $0 == "\n" }.map(String.init))

  package static func words(_ text: String) -> [String] {
    Folding.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { $0.count >= shortest && !common.contains($0) }
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
