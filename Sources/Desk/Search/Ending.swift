/// One rule of a stemmer: an ending, and what stands in its place.
struct Ending: Sendable {
  /// The ending and its mask, in the low bytes of a word read from its end.
  private let bytes: UInt64
  private let mask: UInt64
  private let length: Int
  private let new: [UInt8]
  /// Letters that have to be left before it.
  private let least: Int

  /// `ational>ate`, `ment>`, `aux>al/5`: ending, replacement, and how many letters it has to leave (3 unless said).
  init(_ rule: Substring) {
    let parts = rule.split(separator: "/")
    let sides = parts[0].split(separator: ">", omittingEmptySubsequences: false)
    let ending = Array(sides[0].utf8)
    bytes = Ending.pack(ending)
    mask = ending.count >= 8 ? .max : (1 << (8 * UInt64(ending.count))) - 1
    length = ending.count
    new = sides.count > 1 ? Array(sides[1].utf8) : []
    least = parts.count > 1 ? Int(parts[1]) ?? Stem.kept : Stem.kept
  }

  private static func pack(_ bytes: some Collection<UInt8>) -> UInt64 {
    bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The last eight letters of a word, as endings are compared with them.
  static func tail(_ word: UnsafeMutableBufferPointer<UInt8>, _ length: Int) -> UInt64 {
    var tail: UInt64 = 0
    for at in max(0, length - 8)..<length { tail = tail << 8 | UInt64(word[at]) }
    return tail
  }

  /// Whether the word ends so.
  func isAt(_ tail: UInt64) -> Bool { tail & mask == bytes }

  /// The word's new length; nil where too little would be left.
  func replace(in word: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int? {
    let left = count - length
    guard left >= least else { return nil }
    for (at, byte) in new.enumerated() { word[left + at] = byte }
    return left + new.count
  }
}

/// Rules of which at most one is followed: the first that fits, so the longest ending is written first.
struct EndingTable: Sendable {
  private let rules: [Ending]

  init(_ text: String) {
    rules = text.split { $0 == " " || $0 == "\n" }.map(Ending.init)
  }

  func cut(_ word: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int {
    let tail = Ending.tail(word, count)
    for rule in rules where rule.isAt(tail) { return rule.replace(in: word, count) ?? count }
    return count
  }
}
