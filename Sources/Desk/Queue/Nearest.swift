/// "Did you mean": the name nearest to what was typed.
package enum Nearest {
  /// The candidate of the fewest edits, swapped neighbours counting as one: at most one edit for every three letters, so
  /// that what is offered is still the same word. Case and accents are no slips. Else the shortest name that goes on
  /// from three letters or more; nil where none is near.
  package static func name(to typed: String, among names: [String]) -> String? {
    let typed = Folding.fold(typed)
    return names.compactMap { Candidate($0, typed) }.min { $0.rank < $1.rank }?.name
  }

  /// Letters for which one edit is forgiven.
  private static let lettersPerEdit = 3

  /// A name that may have been meant.
  private struct Candidate {
    let name: String
    /// Fewer edits first, then a name that goes on from what was typed, then one that begins alike, then the alphabet.
    let rank: (Int, Int, Int, String)

    init?(_ name: String, _ typed: String) {
      let folded = Folding.fold(name)
      let (typedCount, count) = (typed.count, folded.count)
      let goesOn = typedCount >= Nearest.lettersPerEdit && folded.hasPrefix(typed)
      let edits = Nearest.distance(typed, folded)
      // Two letters the wrong way round are both there, however short the name.
      let isSwapped = edits == 1 && typedCount == count && typed.sorted() == folded.sorted()
      guard edits * Nearest.lettersPerEdit <= max(typedCount, count) || goesOn || isSwapped else { return nil }
      self.name = name
      let alike = zip(typed, folded).prefix { $0 == $1 }.count
      rank = (edits, goesOn ? 0 : 1, -alike, name)
    }
  }

  /// Optimal string alignment distance (Damerau–Levenshtein without overlapping swaps).
  package static func distance(_ a: String, _ b: String) -> Int {
    let x = Array(a.prefix(64))
    let y = Array(b.prefix(64))
    if x.isEmpty || y.isEmpty { return max(x.count, y.count) }
    var before = [Int](repeating: 0, count: y.count + 1)
    var last = Array(0...y.count)
    for i in 1...x.count {
      var row = [i] + [Int](repeating: 0, count: y.count)
      for j in 1...y.count {
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1))
        if i > 1, j > 1, x[i - 1] == y[j - 2], x[i - 2] == y[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
      }
      before = last
      last = row
    }
    return last[y.count]
  }
}

extension String {
  /// Without white space at both ends.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
