import Desk

/// What a segment's dictionary says of a word.
struct LexiconEntry {
  /// In how many tickets it stands.
  var frequency: Int
  /// Its postings.
  var postings: Range<Int>
  /// Its postings in subjects.
  var subjects: Range<Int>
}

// The dictionary of a segment: words in the order of their bytes, in blocks of sixteen.
extension Segment {
  private var blockCount: Int { size(.blocks) / SegmentLayout.blockEntrySize }

  /// The entry of one word.
  func entry(of word: UnsafeBufferPointer<UInt8>) -> LexiconEntry? {
    var found: LexiconEntry?
    walk(from: word) { candidate, entry in
      if candidate.count == word.count, candidate.elementsEqual(word) { found = entry() }
      return false
    }
    return found
  }

  func entry(of word: String) -> LexiconEntry? {
    var word = word
    return word.withUTF8 { entry(of: $0) }
  }

  /// The words that begin with these bytes, in order, until `body` says stop.
  func each(prefix: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, LexiconEntry) -> Bool) {
    walk(from: prefix) { word, entry in
      guard word.count >= prefix.count else { return false }
      for at in prefix.indices where word[at] != prefix[at] { return false }
      return body(word, entry())
    }
  }

  /// Words from the first that is not before `start`, in order, until `body` says stop.
  private func walk(
    from start: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, () -> LexiconEntry) -> Bool
  ) {
    guard blockCount > 0 else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 512) { room in
      var block = self.block(before: start)
      while block < blockCount {
        if !walk(block, from: start, room, body) { return }
        block += 1
      }
    }
  }

  /// The last block whose first word is not after `start`.
  private func block(before start: UnsafeBufferPointer<UInt8>) -> Int {
    var low = 0
    var high = blockCount
    while high &- low > 1 {
      let middle = (low &+ high) / 2
      if isFirstWord(of: middle, after: start) { high = middle } else { low = middle }
    }
    return low
  }

  private func isFirstWord(of block: Int, after start: UnsafeBufferPointer<UInt8>) -> Bool {
    let at = self.start(of: block)
    let head = bytes(.dictionary, at..<(at &+ 2))
    guard head.count == 2 else { return true }
    let word = bytes(.dictionary, (at &+ 2)..<(at &+ 2 &+ Int(head[1])))
    return Segment.precedes(start, word)
  }

  private static func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeRawBufferPointer) -> Bool {
    let shared = min(a.count, b.count)
    for at in 0..<shared where a[at] != b[at] { return a[at] < b[at] }
    return a.count < b.count
  }

  /// Goes through one block; false where `body` wants no more.
  private func walk(
    _ block: Int, from start: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutableBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, () -> LexiconEntry) -> Bool
  ) -> Bool {
    let from = self.start(of: block)
    var postings = self.start(of: block, 4)
    var subjects = self.start(of: block, 8)
    let to = block &+ 1 < blockCount ? self.start(of: block &+ 1) : size(.dictionary)
    guard from <= to else { return false }
    var reader = VarintReader(bytes(.dictionary, from..<to))
    var before = 0
    while !reader.isAtEnd {
      let shared = Int(reader.byte())
      let more = Int(reader.byte())
      guard shared <= before, postings <= self.size(.postings), subjects <= self.size(.subjects),
        reader.take(more, into: room, at: shared)
      else { return false }
      before = shared &+ more
      let frequency = Int(reader.varint())
      let size = Int(reader.varint())
      let subjectSize = Int(reader.varint())
      let word = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(room)[..<(shared &+ more)])
      let here = (postings, subjects)
      postings &+= size
      subjects &+= subjectSize
      if Segment.isBefore(word, start) { continue }
      let isWanted = body(word) {
        LexiconEntry(
          frequency: frequency, postings: here.0..<(here.0 &+ size), subjects: here.1..<(here.1 &+ subjectSize))
      }
      if !isWanted { return false }
    }
    return true
  }

  /// What `blocks` says of one: where it begins, or where its postings do.
  private func start(of block: Int, _ which: Int = 0) -> Int {
    Int(word(.blocks, block &* SegmentLayout.blockEntrySize &+ which))
  }

  private static func isBefore(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    let shared = min(a.count, b.count)
    for at in 0..<shared where a[at] != b[at] { return a[at] < b[at] }
    return a.count < b.count
  }

  // MARK: - Postings

  /// The tickets a word stands in, in the order of their ordinals, until `body` says stop.
  func each(_ entry: LexiconEntry, _ body: (Int, TermFrequency) -> Bool) {
    var reader = VarintReader(bytes(.postings, entry.postings))
    var ordinal = -1
    while !reader.isAtEnd {
      let value = reader.varint()
      ordinal &+= Int(value &>> 1)
      let frequency = value & 1 == 1 ? TermFrequency(byte: reader.byte()) : .once
      guard ordinal >= 0, ordinal < docs else { return }
      if !body(ordinal, frequency) { return }
    }
  }

  /// Puts the tickets of a word into a set.
  func insert(_ entry: LexiconEntry, into set: inout Bitmap, below end: Int? = nil, subjectOnly: Bool = false) {
    let bytes = subjectOnly ? bytes(.subjects, entry.subjects) : bytes(.postings, entry.postings)
    set.insert(packed: bytes, below: end ?? docs)
  }
}

/// Reads packed bytes that may be anything; past the end it reads zeros.
struct VarintReader {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { at >= bytes.count }

  @inline(__always) mutating func byte() -> UInt8 {
    guard at < bytes.count else { return 0 }
    at &+= 1
    return bytes[at &- 1]
  }

  @inline(__always) mutating func varint() -> UInt64 {
    let first = byte()
    if first < 0x80 { return UInt64(first) }
    var value = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while shift < 36 {
      let next = byte()
      value |= UInt64(next & 0x7F) &<< shift
      if next < 0x80 { break }
      shift &+= 7
    }
    return value
  }

  /// Copies bytes to a place; false where there are not so many, or no room for them.
  mutating func take(_ count: Int, into room: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Bool {
    guard count <= bytes.count &- at, start &+ count <= room.count else { return false }
    for offset in 0..<count { room[start &+ offset] = bytes[at &+ offset] }
    at &+= count
    return true
  }
}
