/// Where the words of a query are in a text: what a screen underlines.
package enum Marks {
  /// Ranges of bytes, in order and apart.
  package static func bytes(of terms: [TextTerm], in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let found = hits(of: terms, in: text).map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    return found.reduce(into: []) { ranges, range in
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  /// Ranges of characters.
  package static func characters(of terms: [TextTerm], in text: String) -> [Range<Int>] {
    var text = text
    let ranges = text.withUTF8 { bytes(of: terms, in: $0) }
    if ranges.isEmpty { return [] }
    var borders: [Int] = []
    var at = 0
    for character in text {
      borders.append(at)
      at += character.utf8.count
    }
    return ranges.map { range in
      let first = place(of: range.lowerBound, among: borders, from: borders.startIndex)
      return first..<(place(of: range.upperBound - 1, among: borders, from: first) + 1)
    }
  }

  /// The character that a byte is of.
  private static func place(of byte: Int, among borders: [Int], from start: Int) -> Int {
    var at = start
    while at + 1 < borders.count, borders[at + 1] <= byte { at += 1 }
    return at
  }

  /// Each place where a term is found, with which of them it is.
  static func hits(of terms: [TextTerm], in text: UnsafeBufferPointer<UInt8>) -> [(term: Int, range: Range<Int>)] {
    var phrases = terms.map(Phrase.init)
    let longest = terms.map(\.patterns.count).max() ?? 1
    var starts: [Int] = []
    var hits: [(term: Int, range: Range<Int>)] = []
    Tokens.scan(text) { word, range in
      if starts.count == longest { starts.removeFirst() }
      starts.append(range.lowerBound)
      for at in phrases.indices where phrases[at].take(word) {
        hits.append((at, starts[starts.count - terms[at].patterns.count]..<range.upperBound))
      }
    }
    return hits
  }
}
