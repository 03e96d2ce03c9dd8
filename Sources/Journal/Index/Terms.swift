import Glibc

/// A table of the words met so far, each with a number, in order of meeting. Open addressing over one arena: millions
/// of words are asked for while an index is built, and no word is allocated by itself.
struct Terms {
  private var arena: [UInt8] = []
  /// By number: where the word begins in the arena. One more than there are words.
  private var starts: [UInt32] = [0]
  /// Hash << 32 | number + 1, or 0 where the slot is free: what most words fail on lies in the slot itself. A power of
  /// two of them.
  private var slots: [UInt64]
  private var mask: Int

  init(expecting count: Int = 1024) {
    var size = 2048
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  var count: Int { starts.count - 1 }

  /// The number of a word, given now if it is new.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Terms.hash(word)
    var slot = Int(truncatingIfNeeded: hash) & mask
    let found: Int? = slots.withUnsafeBufferPointer { slots in
      while slots[slot] != 0 {
        let kept = slots[slot]
        if kept &>> 32 == hash {
          let number = Int(truncatingIfNeeded: kept & 0xFFFF_FFFF) &- 1
          if isSame(number, word) { return number }
        }
        slot = (slot &+ 1) & mask
      }
      return nil
    }
    if let found { return found }
    let number = count
    arena.append(contentsOf: word)
    starts.append(UInt32(arena.count))
    slots[slot] = hash &<< 32 | UInt64(number &+ 1)
    if count &* 2 > slots.count { grow() }
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

  @inline(__always) private func isSame(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    starts.withUnsafeBufferPointer { starts in
      let start = Int(starts[number])
      guard Int(starts[number &+ 1]) &- start == word.count else { return false }
      guard let given = word.baseAddress, !word.isEmpty else { return true }
      return arena.withUnsafeBufferPointer { arena in
        guard let kept = arena.baseAddress else { return false }
        return memcmp(kept + start, given, word.count) == 0
      }
    }
  }

  private mutating func grow() {
    let size = slots.count * 2
    let old = slots
    mask = size - 1
    slots = Array(repeating: 0, count: size)
    for kept in old where kept != 0 {
      var slot = Int(truncatingIfNeeded: kept &>> 32) & mask
      while slots[slot] != 0 { slot = (slot &+ 1) & mask }
      slots[slot] = kept
    }
  }

  /// Eight bytes at a step, 32 bits of the mix. The table is never written to a file.
  @inline(__always) private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var mix: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(word.count)
    var at = 0
    let bytes = UnsafeRawBufferPointer(word)
    while at &+ 8 <= bytes.count {
      mix = (mix ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0xff51_afd7_ed55_8ccd
      mix ^= mix &>> 32
      at &+= 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest &<< 8 | UInt64(bytes[at])
      at &+= 1
    }
    mix = (mix ^ rest) &* 0xc4ce_b9fe_1a85_ec53
    mix ^= mix &>> 29
    return (mix ^ mix &>> 32) & 0xFFFF_FFFF
  }
}
