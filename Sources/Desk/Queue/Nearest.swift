/// "Did you mean": the name nearest to what was typed.
package enum Nearest {
  /// The candidate within two edits (one for short names), swapped neighbours counting as one; nil where none is near.
  package static func name(to typed: String, among names: [String]) -> String? {
    let allowed = typed.count <= 3 ? 1 : 2
    return names.map { (name: $0, distance: distance(typed, $0)) }
      .filter { $0.distance <= allowed || (typed.count >= 3 && $0.name.hasPrefix(typed)) }
      .min { rank($0, typed) < rank($1, typed) }?.name
  }

  /// Fewer edits first, then a name that goes on from what was typed, then the alphabet.
  private static func rank(_ found: (name: String, distance: Int), _ typed: String) -> (Int, Int, String) {
    (found.distance, found.name.hasPrefix(typed) ? 0 : 1, found.name)
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
