import Glibc

/// A table of the words met so far, each with a number, in order of meeting. Open addressing over one arena: millions
/// of words are asked for while an index is built, no word is allocated by itself, and a look into memory that is not at
/// hand costs more than all the rest. So a word is told by its slot alone, its bytes are asked for only if it is a long
/// one, and whoever has many words to ask for has their slots fetched at one go (`fetch`).
struct Terms {
  private var arena: [UInt8] = []
  /// By number: where the word begins in the arena. One more than there are words.
  private var starts: [UInt32] = [0]
  /// A power of two of them.
  private var slots: [Slot]
  private var mask: Int

  init(expecting count: Int = 1024) {
    var size = 64
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
  }

  var count: Int { starts.count - 1 }

  /// A word where it is looked for.
  private struct Slot {
    var key = Key()
    var hash: UInt32 = 0
    /// Its number and one; 0 where the slot is free.
    var number: UInt32 = 0
  }

  /// What tells a word from others: up to 15 bytes of it and how many they are, or where its bytes lie.
  fileprivate struct Key: Equatable {
    var low: UInt64 = 0
    /// The length in the highest byte; of a longer word, `Key.long` and the length as far as 24 bits tell.
    var high: UInt64 = 0

    static let long: UInt64 = 0xFF &<< 56
    static let longest = 0xFF_FFFF

    var isLong: Bool { high >= Key.long }
    var hash: UInt32 { Terms.mix(low ^ high &* 0xff51_afd7_ed55_8ccd) }
  }

  /// A word to be asked for, as long as it is no long one.
  struct Short {
    fileprivate let key: Key
    fileprivate let hash: UInt32

    init?(_ word: UnsafeBufferPointer<UInt8>) {
      key = Terms.key(UnsafeRawBufferPointer(word))
      if key.isLong { return nil }
      hash = key.hash
    }
  }

  /// Brings the slots of words into the cache, which waits for many at a time as well as for one. What it gives is of no
  /// use but to have them read.
  @inline(never) func fetch(_ words: some Sequence<Short>) -> UInt32 {
    var read: UInt32 = 0
    for word in words { read ^= slots[Int(word.hash) & mask].number }
    return read
  }

  /// The number of a word, given now if it is new.
  mutating func number(of word: Short) -> Int {
    number(of: word.key, word.hash) { arena in
      let (low, high) = (word.key.low, word.key.high)
      for at in 0..<(high &>> 56) {
        arena.append(UInt8(truncatingIfNeeded: (at < 8 ? low : high) &>> (8 &* (at & 7))))
      }
    } isSame: { _, kept in
      kept == word.key
    }
  }

  /// The number of a word, given now if it is new.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    if let short = Short(word) { return number(of: short) }
    let bytes = UnsafeRawBufferPointer(word)
    return number(of: Terms.key(bytes), Terms.hash(bytes)) { arena in
      arena.append(contentsOf: bytes)
    } isSame: { arena, kept in
      Terms.isSame(kept, bytes, arena)
    }
  }

  @inline(__always)
  private mutating func number(
    of key: Key, _ hash: UInt32, _ put: (inout [UInt8]) -> Void, isSame: ([UInt8], Key) -> Bool
  ) -> Int {
    var at = Int(hash) & mask
    while slots[at].number > 0 {
      if slots[at].hash == hash, isSame(arena, slots[at].key) { return Int(slots[at].number) &- 1 }
      at = (at &+ 1) & mask
    }
    let number = count
    slots[at] = Slot(key: key, hash: hash, number: UInt32(number) &+ 1)
    if key.isLong { slots[at].key.low = UInt64(arena.count) }
    put(&arena)
    starts.append(UInt32(arena.count))
    if count &* 2 > slots.count { grow() }
    return number
  }

  @inline(__always) private static func key(_ bytes: UnsafeRawBufferPointer) -> Key {
    let count = bytes.count
    if count > 15 { return Key(high: Key.long | UInt64(min(count, Key.longest))) }
    let length = UInt64(count) &<< 56
    if count >= 8 {
      let rest = bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      return Key(low: bytes.loadUnaligned(as: UInt64.self), high: length | rest >> UInt64(8 &* (16 &- count)))
    }
    var word: UInt64 = 0
    if count >= 4 {
      // What both halves hold is the same in both.
      word = UInt64(bytes.loadUnaligned(as: UInt32.self))
      word |= UInt64(bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)) &<< UInt64(8 &* (count &- 4))
    } else {
      for at in 0..<count { word |= UInt64(bytes[at]) &<< UInt64(8 &* at) }
    }
    return Key(low: word, high: length)
  }

  private static func isSame(_ kept: Key, _ bytes: UnsafeRawBufferPointer, _ arena: [UInt8]) -> Bool {
    guard kept.high == key(bytes).high, bytes.count < Key.longest, let given = bytes.baseAddress else { return false }
    return arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return false }
      return memcmp(base + Int(kept.low), given, bytes.count) == 0
    }
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

  private mutating func grow() {
    let old = slots
    mask = old.count * 2 - 1
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number > 0 {
      var at = Int(slot.hash) & mask
      while slots[at].number > 0 { at = (at &+ 1) & mask }
      slots[at] = slot
    }
  }

  /// Another in each process, so that nobody can write a mail of words that all fall on one slot. The table is never
  /// written to a file.
  private static let seed = UInt64.random(in: .min ... .max)

  /// Eight bytes at a step, 32 bits of the mix.
  @inline(__always) private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var mixed = seed ^ UInt64(bytes.count)
    var at = 0
    while at &+ 8 < bytes.count {
      mixed = (mixed ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0xff51_afd7_ed55_8ccd
      mixed ^= mixed &>> 32
      at &+= 8
    }
    return mix(mixed ^ bytes.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self))
  }

  @inline(__always) fileprivate static func mix(_ word: UInt64) -> UInt32 {
    var mixed = (seed ^ word) &* 0xc4ce_b9fe_1a85_ec53
    mixed ^= mixed &>> 29
    return UInt32(truncatingIfNeeded: mixed ^ mixed &>> 32)
  }
}
