/// A set of small numbers, a bit each.
struct Bitmap: Hashable, Sendable {
  private(set) var words: [UInt64]
  let size: Int

  init(_ size: Int) {
    self.size = size
    words = Array(repeating: 0, count: (size + 63) / 64)
  }

  @inline(__always) subscript(_ at: Int) -> Bool {
    at < size && words[at &>> 6] &>> UInt64(at & 63) & 1 == 1
  }

  @inline(__always) mutating func insert(_ at: Int) {
    if at < size { words[at &>> 6] |= 1 &<< UInt64(at & 63) }
  }

  mutating func fill(to end: Int) {
    for at in 0..<(end &>> 6) { words[at] = .max }
    if end & 63 != 0 { words[end &>> 6] |= (1 &<< UInt64(end & 63)) &- 1 }
  }

  mutating func formIntersection(_ other: Bitmap) {
    for at in words.indices { words[at] &= at < other.words.count ? other.words[at] : 0 }
  }

  mutating func formUnion(_ other: Bitmap) {
    for at in words.indices where at < other.words.count { words[at] |= other.words[at] }
  }

  mutating func subtract(_ other: Bitmap) {
    for at in words.indices where at < other.words.count { words[at] &= ~other.words[at] }
  }

  var count: Int { words.reduce(0) { $0 &+ $1.nonzeroBitCount } }

  /// The numbers below `end`, in order, until `body` says stop.
  func each(below end: Int, from start: Int = 0, _ body: (Int) -> Bool) {
    var word = start &>> 6
    guard word < words.count, start < end else { return }
    var bits = words[word] & (UInt64.max &<< UInt64(start & 63))
    while true {
      while bits != 0 {
        let at = word &<< 6 &+ bits.trailingZeroBitCount
        if at >= end || !body(at) { return }
        bits &= bits &- 1
      }
      word &+= 1
      guard word < words.count, word &<< 6 < end else { return }
      bits = words[word]
    }
  }
}
