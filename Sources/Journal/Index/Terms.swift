/// A table of the words met so far, each with a number, in order of meeting. Open addressing over one arena: millions
/// of words are asked for while an index is built, and no word is allocated by itself.
struct Terms {
  private var arena: [UInt8] = []
  /// By number: where the word begins in the arena. One more than there are words.
  private var starts: [UInt32] = [0]
  private var hashes: [UInt32] = []
  /// Number + 1, or 0 where the slot is free. A power of two of them.
  private var slots: [UInt32]
  private var mask: Int

  init(expecting count: Int = 1024) {
    var size = 2048
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  var count: Int { hashes.count }

  /// The number of a word, given now if it is new.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Terms.hash(word)
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) &- 1
      if hashes[number] == hash, isSame(number, word) { return number }
      slot = (slot &+ 1) & mask
    }
    let number = hashes.count
    hashes.append(hash)
    arena.append(contentsOf: word)
    starts.append(UInt32(arena.count))
    slots[slot] = UInt32(number &+ 1)
    if hashes.count &* 2 > slots.count { grow() }
    return number
  }

  /// The bytes of a word.
  func withWord<T>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    arena.withUnsafeBufferPointer { arena in
      body(UnsafeBufferPointer(rebasing: arena[Int(starts[number])..<Int(starts[number &+ 1])]))
    }
  }

  /// The numbers in the order of their words' bytes.
  func sorted() -> [Int] {
    arena.withUnsafeBufferPointer { arena in
      starts.withUnsafeBufferPointer { starts in
        (0..<count).map { (key: Terms.key(arena, starts, $0), number: $0) }.sorted { a, b in
          if a.key != b.key { return a.key < b.key }
          let x = arena[Int(starts[a.number])..<Int(starts[a.number &+ 1])]
          let y = arena[Int(starts[b.number])..<Int(starts[b.number &+ 1])]
          return x.lexicographicallyPrecedes(y)
        }.map(\.number)
      }
    }
  }

  /// The first eight bytes as a number that sorts as they do.
  private static func key(
    _ arena: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<UInt32>, _ number: Int
  ) -> UInt64 {
    var key: UInt64 = 0
    let start = Int(starts[number])
    let length = Int(starts[number &+ 1]) &- start
    for offset in 0..<8 { key = key &<< 8 | (offset < length ? UInt64(arena[start &+ offset]) : 0) }
    return key
  }

  private func isSame(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number &+ 1]) &- start == word.count else { return false }
    for offset in 0..<word.count where arena[start &+ offset] != word[offset] { return false }
    return true
  }

  private mutating func grow() {
    let size = slots.count * 2
    mask = size - 1
    slots = Array(repeating: 0, count: size)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot &+ 1) & mask }
      slots[slot] = UInt32(number &+ 1)
    }
  }

  /// FNV-1a, its high bits folded in. The table is never written to a file.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash &>> 32))
  }
}
