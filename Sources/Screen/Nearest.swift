/// The name somebody probably meant.
package enum Nearest {
  /// Longer words are not compared: nobody mistypes them that way, and the work grows with the square.
  static let longest = 60

  /// The known name closest to a wrong one, when it is close enough to be worth suggesting: at most one letter in
  /// three added, lost, changed or swapped with its neighbour.
  package static func name(to wrong: String, in known: some Sequence<String>) -> String? {
    let letters = Array(wrong.lowercased().unicodeScalars)
    guard !letters.isEmpty, letters.count <= longest else { return nil }
    var best: (name: String, distance: Int)?
    for name in known {
      let distance = distance(letters, Array(name.lowercased().unicodeScalars))
      if distance < best?.distance ?? .max { best = (name, distance) }
    }
    guard let best, best.distance <= max(1, letters.count / 3) else { return nil }
    return best.name
  }

  /// Edits between two words, a swap of neighbours counting for one (optimal string alignment).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var next = [i + 1]
      for j in 0..<b.count {
        var least = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
        next.append(least)
      }
      before = row
      row = next
    }
    return row[b.count]
  }
}
