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

  /// Takes in a list of postings as it is packed (`PostingCode`): the beginning of a word stands for thousands of lists,
  /// and each number in them costs a nanosecond or ten.
  mutating func insert(packed bytes: UnsafeRawBufferPointer, below end: Int) {
    guard let base = bytes.baseAddress else { return }
    let end = min(end, size)
    words.withUnsafeMutableBufferPointer { words in
      var at = base
      let last = base + bytes.count
      var ordinal = -1
      while at < last {
        var byte = at.load(as: UInt8.self)
        at += 1
        let hasFrequency = byte & 1 == 1
        var value = UInt64(byte & 0x7F)
        var shift: UInt64 = 7
        while byte >= 0x80, at < last, shift < 36 {
          byte = at.load(as: UInt8.self)
          at += 1
          value |= UInt64(byte & 0x7F) &<< shift
          shift &+= 7
        }
        if hasFrequency { at += 1 }
        ordinal &+= Int(value &>> 1)
        guard ordinal >= 0, ordinal < end else { return }
        words[ordinal &>> 6] |= 1 &<< UInt64(ordinal & 63)
      }
    }
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

  /// The greatest number in it.
  var last: Int? {
    for at in words.indices.reversed() where words[at] != 0 { return at &<< 6 &+ 63 &- words[at].leadingZeroBitCount }
    return nil
  }

  /// Whether every number of another set is in it.
  func covers(_ other: Bitmap) -> Bool {
    for at in other.words.indices where at >= words.count || other.words[at] & ~words[at] != 0 {
      if other.words[at] != 0 { return false }
    }
    return true
  }

  var count: Int { words.reduce(0) { $0 &+ $1.nonzeroBitCount } }

  /// How many there are from one number on, below another.
  func count(from start: Int, below end: Int) -> Int {
    var count = 0
    var at = max(start, 0)
    let end = min(end, size)
    while at < end, at & 63 != 0 {
      count &+= self[at] ? 1 : 0
      at &+= 1
    }
    while at &+ 64 <= end {
      count &+= words[at &>> 6].nonzeroBitCount
      at &+= 64
    }
    while at < end {
      count &+= self[at] ? 1 : 0
      at &+= 1
    }
    return count
  }

  /// The numbers from `start` on, below `end`, the greatest first, until `body` says stop.
  func eachBackwards(below end: Int, from start: Int, _ body: (Int) -> Bool) {
    var at = min(end, size) &- 1
    while at >= start {
      let bits = words[at &>> 6] & (UInt64.max &>> UInt64(63 &- at & 63))
      if bits == 0 {
        at = at & ~63 &- 1
        continue
      }
      at = at & ~63 &+ 63 &- bits.leadingZeroBitCount
      if at < start || !body(at) { return }
      at &-= 1
    }
  }

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
