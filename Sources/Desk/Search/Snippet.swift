/// The piece of a text that shows best why it was found, on one line.
package struct Snippet: Hashable, Sendable {
  package let text: String
  /// What to underline, in characters of `text`.
  package let marks: [Range<Int>]

  /// Characters of a text that are looked through.
  private static let looked = 256 * 1024

  /// At most `width` characters round the place where most of the terms are close together; from the beginning where
  /// none is. Cut between words, with `…` where something is left out.
  package init(of whole: String, _ terms: [TextTerm], width: Int) {
    let runs = Snippet.runs(String(whole.prefix(Snippet.looked)), terms)
    let window = Snippet.window(in: runs, room: max(width - 2, 0))
    var line = runs[window].map { String($0.text) }.joined(separator: " ")
    if window.lowerBound > 0 { line = "…" + line }
    if window.upperBound < runs.count { line += "…" }
    // A single run may be wider than all the room there is.
    text = line.count > width ? String(line.prefix(max(width - 1, 0))) + "…" : line
    marks = Marks.characters(of: terms, in: text)
  }

  /// A run of characters between spaces.
  private struct Run {
    let text: Substring
    /// In characters, with the space after it.
    let width: Int
    /// The terms found at its beginning or within.
    var terms: Set<Int> = []
  }

  private static func runs(_ whole: String, _ terms: [TextTerm]) -> [Run] {
    var whole = whole
    let hits = whole.withUTF8 { Marks.hits(of: terms, in: $0) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var rest = hits[...]
    var (place, seen) = (whole.startIndex, 0)
    return whole.split(whereSeparator: \.isWhitespace).map { part in
      var run = Run(text: part, width: part.count + 1)
      seen += whole.utf8.distance(from: place, to: part.endIndex)
      place = part.endIndex
      while let hit = rest.first, hit.range.lowerBound < seen {
        run.terms.insert(hit.term)
        rest.removeFirst()
      }
      return run
    }
  }

  /// The runs to show: those with most of the terms, and what fits round them.
  private static func window(in runs: [Run], room: Int) -> Range<Int> {
    var best = 0..<0
    var most = (terms: 0, hits: 0)
    for first in runs.indices where !runs[first].terms.isEmpty {
      let (last, found) = reach(from: first, in: runs, room: room)
      if found > most { (best, most) = (first..<last, found) }
    }
    return widened(best, in: runs, room: room)
  }

  /// How far to the right the matching runs go on within the room, and how many terms and runs that makes.
  private static func reach(from first: Int, in runs: [Run], room: Int) -> (Int, (terms: Int, hits: Int)) {
    var terms: Set<Int> = []
    var (hits, width, last) = (0, 0, first + 1)
    for at in first..<runs.count {
      width += runs[at].width
      if width > room + 1, at > first { break }
      if runs[at].terms.isEmpty { continue }
      terms.formUnion(runs[at].terms)
      hits += 1
      last = at + 1
    }
    return (last, (terms.count, hits))
  }

  /// A third of what room is left goes to what stands before, the rest to what follows, and back.
  private static func widened(_ range: Range<Int>, in runs: [Run], room: Int) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    var left = room + 1 - runs[range].reduce(0) { $0 + $1.width }
    func back(to least: Int) {
      while first > 0, left - runs[first - 1].width >= least {
        first -= 1
        left -= runs[first].width
      }
    }
    back(to: left * 2 / 3)
    while last < runs.count, left >= runs[last].width {
      left -= runs[last].width
      last += 1
    }
    back(to: 0)
    return first..<last
  }
}
