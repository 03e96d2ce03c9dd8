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
    var starts: [Int]
    var sizes: [Int]
    /// In how many tickets each stands.
    var frequencies: [UInt32]

    init(words: Int) {
      starts = Array(repeating: 0, count: words)
      sizes = starts
      frequencies = Array(repeating: 0, count: words)
    }
  }

  /// `frequency` gives what is said of a word that stands so often in a ticket; nil where it is left out. Two passes:
  /// how long each word's postings are, then the postings, each in its place.
  @inline(__always) private func layPostings(
    of numbers: [Int], _ order: [Int], _ frequency: (UInt32) -> UInt32?
  ) -> Postings {
    var laid = Postings(words: terms.count)
    var last = [UInt32](repeating: 0, count: terms.count)
    each(order) { now, number, byte in
      guard let byte = frequency(byte) else { return }
      laid.sizes[number] &+= PostingCode.size(now &- last[number], byte)
      last[number] = now
      laid.frequencies[number] &+= 1
    }
    var total = 0
    for number in numbers {
      laid.starts[number] = total
      total += laid.sizes[number]
    }
    var cursor = laid.starts
    for at in last.indices { last[at] = 0 }
    laid.bytes = [UInt8](unsafeUninitializedCapacity: total) { out, count in
      each(order) { now, number, byte in
        guard let byte = frequency(byte) else { return }
        PostingCode.put(now &- last[number], byte, to: out, at: &cursor[number])
        last[number] = now
      }
      count = total
    }
    return laid
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
        blocks.put(UInt32(all.starts[number]))
        blocks.put(UInt32(subjects.starts[number]))
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
      dictionary.put(varint: all.frequencies[number])
      dictionary.put(varint: UInt32(all.sizes[number]))
      dictionary.put(varint: UInt32(subjects.sizes[number]))
    }
    sections[.dictionary] = dictionary.bytes
    sections[.blocks] = blocks.bytes
  }
}
