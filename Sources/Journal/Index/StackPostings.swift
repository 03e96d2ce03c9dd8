import Desk

/// The index as a source of relevance: its segments one after the other, then the tickets of the log.
struct StackPostings: PostingSource {
  let segments: [Segment]
  let entries: [IndexLog.Entry]
  /// Where the ordinals of each segment begin among all.
  private let bases: [Int]
  /// By segment: how many words each ticket has.
  private let lengths: [[UInt32]]
  let documents: Int
  let meanLength: Double

  init(_ stack: Stack) {
    segments = stack.segments
    entries = Array(stack.overlay.values)
    var bases: [Int] = []
    var next = 0
    for segment in segments {
      bases.append(next)
      next += segment.docs
    }
    self.bases = bases
    lengths = segments.map(\.lengths)
    documents = next + entries.count
    let total = segments.reduce(0) { $0 &+ $1.totalLength } &+ entries.reduce(0) { $0 &+ $1.bag.length }
    meanLength = Double(total) / Double(max(documents, 1))
  }

  func find(_ pattern: WordPattern, _ body: (PostingRun) -> Void) {
    var postings: [Posting] = []
    for (which, segment) in segments.enumerated() {
      segment.each(pattern) { word, entry in
        postings.removeAll(keepingCapacity: true)
        segment.each(entry) { ordinal, frequency in
          if !segment.isMasked(ordinal) { postings.append(Posting(UInt32(ordinal), frequency.desk)) }
          return true
        }
        let isExact = pattern.isExact(word)
        lengths[which].withUnsafeBufferPointer { lengths in
          postings.withUnsafeBufferPointer {
            body(PostingRun(isExact: isExact, base: bases[which], postings: $0, lengths: lengths))
          }
        }
      }
    }
    let first = documents - entries.count
    for (at, entry) in entries.enumerated() {
      entry.bag.each { word, frequency in
        guard pattern.includes(word) else { return }
        withUnsafePointer(to: Posting(0, frequency.desk)) { posting in
          withUnsafePointer(to: UInt32(clamping: entry.bag.length)) { length in
            body(
              PostingRun(
                isExact: pattern.isExact(word), base: first + at,
                postings: UnsafeBufferPointer(start: posting, count: 1),
                lengths: UnsafeBufferPointer(start: length, count: 1)))
          }
        }
      }
    }
  }

  /// Where a document is to be had.
  func place(_ document: Int) -> (segment: Segment?, at: Int) {
    for (which, base) in bases.enumerated().reversed() where document >= base {
      let at = document - base
      return at < segments[which].docs ? (segments[which], at) : (nil, document - (documents - entries.count))
    }
    return (nil, document)
  }
}

extension TermFrequency {
  fileprivate var desk: Frequency { Frequency(title: subject, body: rest) }
}

extension Segment {
  /// How many words each ticket has, as far as two bytes tell.
  fileprivate var lengths: [UInt32] {
    let bytes = bytes(.lengths, 0..<size(.lengths))
    return (0..<(bytes.count / 2)).map {
      UInt32(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 2, as: UInt16.self)))
    }
  }
}

/// A ticket found by what it says.
package struct TicketFind: Hashable, Sendable {
  package var row: Summary
  /// The higher the better; scores of two questions are not to be compared.
  package var score: Float
}

extension Index {
  /// The tickets that answer a question best, the best first. `query` narrows: only its tickets are ranked.
  package func search(_ question: Question, within query: Query, asker: Query.Asker, limit: Int) -> [TicketFind] {
    for _ in 0..<2 {
      let source = StackPostings(stack)
      var sets: [ObjectIdentifier: Bitmap] = [:]
      for segment in source.segments {
        sets[ObjectIdentifier(segment)] =
          Sieve(segment: segment, asker: asker, isFound: isFound).tickets(query)
      }
      let hits = Relevance.best(question, in: source, limit: limit) { document in
        let (segment, at) = source.place(document)
        if let segment { return sets[ObjectIdentifier(segment)]?[at] ?? false }
        return source.entries[at].matches(query, for: asker, isFound: isFound)
      }
      let finds = hits.map { hit in
        let (segment, at) = source.place(hit.document)
        return TicketFind(row: segment?.summary(at) ?? source.entries[at].row.summary, score: hit.score)
      }
      if !stack.isSpoilt { return finds }
      discard()
      guard (try? refresh()) != nil else { return finds }
    }
    return []
  }
}
