/// An index of a few thousand documents in memory, made anew for each use.
package struct MemoryPostings: PostingSource {
  private let words: [[UInt8]]
  private let lists: [[Posting]]
  private let lengths: [UInt32]

  /// Each document as the texts of its parts.
  package init(_ documents: some Sequence<[(part: DocumentPart, text: String)]>) {
    var found: [[UInt8]: [Posting]] = [:]
    var lengths: [UInt32] = []
    for document in documents {
      let ordinal = UInt32(lengths.count)
      var length: UInt32 = 0
      for (part, text) in document {
        Tokens.each(in: text) { word in
          length += 1
          MemoryPostings.count(part, ordinal, in: &found[Array(word), default: []])
        }
      }
      lengths.append(length)
    }
    self.lengths = lengths
    words = found.keys.sorted { $0.lexicographicallyPrecedes($1) }
    lists = words.map { found[$0] ?? [] }
  }

  private static func count(_ part: DocumentPart, _ ordinal: UInt32, in list: inout [Posting]) {
    if list.last?.document != ordinal { list.append(Posting(ordinal, Frequency())) }
    list[list.count - 1].frequency.count(part)
  }

  package var documents: Int { lengths.count }

  package var meanLength: Double {
    lengths.isEmpty ? 0 : Double(lengths.reduce(0) { $0 + UInt64($1) }) / Double(lengths.count)
  }

  package func find(_ pattern: WordPattern, _ body: (PostingRun) -> Void) {
    var at = firstPlace(of: pattern.root)
    while at < words.count, words[at].starts(with: pattern.root) {
      words[at].withUnsafeBufferPointer { word in
        if pattern.includes(word) { give(lists[at], isExact: pattern.isExact(word), to: body) }
      }
      at += 1
    }
  }

  private func give(_ list: [Posting], isExact: Bool, to body: (PostingRun) -> Void) {
    list.withUnsafeBufferPointer { postings in
      lengths.withUnsafeBufferPointer { lengths in
        body(PostingRun(isExact: isExact, postings: postings, lengths: lengths))
      }
    }
  }

  private func firstPlace(of root: [UInt8]) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].lexicographicallyPrecedes(root) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
