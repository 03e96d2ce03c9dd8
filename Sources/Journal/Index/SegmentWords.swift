import Desk

// The words of a segment being made: a dictionary, and of each word the tickets in which it stands.
extension SegmentBuilder {
  func layText(_ order: [Int], _ sections: inout [SegmentLayout.Section: [UInt8]]) {
    let numbers = terms.sorted()
    let all = layPostings(of: numbers, order) { $0 }
    let subjects = layPostings(of: numbers, order) { byte in
      TermFrequency(byte: UInt8(truncatingIfNeeded: byte)).subject > 0 ? UInt32(TermFrequency.once.byte) : nil
    }
    sections[.postings] = all.bytes
    sections[.subjects] = subjects.bytes
    layDictionary(numbers, all, subjects, &sections)
  }

  /// Postings of all words, each word's together, by number of the word.
  private struct Postings {
    var bytes: [UInt8] = []
    var words: [Laid]
  }

  /// Where the postings of a word lie. What is asked for word by word, in no order, lies side by side: each look
  /// elsewhere is waited for.
  private struct Laid {
    /// The ticket that was met last, counted from 1.
    var last: UInt32 = 0
    /// In how many tickets it stands.
    var frequency: UInt32 = 0
    /// Bytes; then where the next posting goes.
    var size: UInt32 = 0
    var cursor: UInt32 = 0

    var start: UInt32 { cursor &- size }
  }

  /// `frequency` gives what is said of a word that stands so often in a ticket; nil where it is left out. Two passes:
  /// how long each word's postings are, then the postings, each in its place.
  @inline(__always) private func layPostings(
    of numbers: [Int], _ order: [Int], _ frequency: (UInt32) -> UInt32?
  ) -> Postings {
    var words = Array(repeating: Laid(), count: terms.count)
    each(order) { now, number, byte in
      guard let byte = frequency(byte) else { return }
      words[number].size &+= UInt32(truncatingIfNeeded: PostingCode.size(now &- words[number].last, byte))
      words[number].last = now
      words[number].frequency &+= 1
    }
    var total: UInt32 = 0
    for number in numbers {
      words[number].cursor = total
      words[number].last = 0
      total += words[number].size
    }
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(total)) { out, count in
      each(order) { now, number, byte in
        guard let byte = frequency(byte) else { return }
        var cursor = Int(words[number].cursor)
        PostingCode.put(now &- words[number].last, byte, to: out, at: &cursor)
        words[number].cursor = UInt32(truncatingIfNeeded: cursor)
        words[number].last = now
      }
      count = Int(total)
    }
    return Postings(bytes: bytes, words: words)
  }

  /// Calls `body` with each word of each ticket: the place of the ticket, counted from 1, the word's number, and how
  /// often it stands there.
  @inline(__always) private func each(_ order: [Int], _ body: (UInt32, Int, UInt32) -> Void) {
    forward.withUnsafeBufferPointer { forward in
      for (ordinal, place) in order.enumerated() {
        for at in ends[place]..<ends[place &+ 1] {
          body(UInt32(ordinal &+ 1), Int(forward[at] &>> 8), forward[at] & 0xFF)
        }
      }
    }
  }

  private func layDictionary(
    _ numbers: [Int], _ all: Postings, _ subjects: Postings, _ sections: inout [SegmentLayout.Section: [UInt8]]
  ) {
    var dictionary = Sink()
    var blocks = Sink()
    var before: [UInt8] = []
    for (at, number) in numbers.enumerated() {
      let isFirst = at % SegmentLayout.termsPerBlock == 0
      if isFirst {
        blocks.put(UInt32(dictionary.count))
        blocks.put(all.words[number].start)
        blocks.put(subjects.words[number].start)
        before = []
      }
      terms.withWord(number) { word in
        var shared = 0
        while shared < before.count, shared < word.count, before[shared] == word[shared] { shared += 1 }
        dictionary.put(UInt8(shared))
        dictionary.put(UInt8(word.count - shared))
        dictionary.put(contentsOf: word[shared...])
        before = Array(word)
      }
      dictionary.put(varint: all.words[number].frequency)
      dictionary.put(varint: all.words[number].size)
      dictionary.put(varint: subjects.words[number].size)
    }
    sections[.dictionary] = dictionary.bytes
    sections[.blocks] = blocks.bytes
  }
}
