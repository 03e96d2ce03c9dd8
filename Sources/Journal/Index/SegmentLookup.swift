import Desk

// Where a ticket stands in a segment: its site's number and its own, sorted.
extension Segment {
  /// Where a ticket stands; nil where it is not in this segment.
  func ordinal(of id: TicketID) -> Int? {
    string(id.site).flatMap { ordinal(site: $0, number: id.number) }
  }

  /// Where the tickets of this number stand, of whatever site.
  func ordinals(of number: Int) -> [Int] {
    // Sites are numbered from 1 on, and the last entry is of the last of them.
    let sites = docs > 0 ? min(UInt32(truncatingIfNeeded: pair(docs - 1).key >> 32), Segment.sitesTried) : 0
    return sites == 0 ? [] : (1...sites).compactMap { ordinal(site: $0, number: number) }
  }

  private func ordinal(site: UInt32, number: Int) -> Int? {
    guard (0...Int(UInt32.max)).contains(number) else { return nil }
    let key = UInt64(site) << 32 | UInt64(number)
    var low = 0
    var high = docs
    var isGuessing = docs > 0
    while low < high {
      // Numbers mostly follow one another: where this one should be is where it mostly is, and each look elsewhere
      // may read another block.
      let middle = isGuessing ? guess(key) : (low + high) / 2
      isGuessing = false
      let (found, ordinal) = pair(middle)
      if found == key { return ordinal < docs ? ordinal : nil }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func guess(_ key: UInt64) -> Int {
    if ends == nil { ends = (pair(0).key, pair(docs - 1).key) }
    guard let ends, ends.first < key, key < ends.last else { return key <= (ends?.first ?? 0) ? 0 : docs - 1 }
    return Int(Double(key - ends.first) / Double(ends.last - ends.first) * Double(docs - 1))
  }

  private func pair(_ at: Int) -> (key: UInt64, ordinal: Int) {
    let bytes = bytes(.lookup, (at &* 12)..<(at &* 12 &+ 12))
    guard bytes.count == 12 else { return (0, 0) }
    return (
      UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)),
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
    )
  }

  /// The number of a site's name among the interned strings: sites are few and come first.
  private func string(_ text: String) -> UInt32? {
    if let known = siteNumbers[text] { return known }
    for number in 1..<UInt32(max(min(size(.strings) / 4, Int(Segment.sitesTried)), 1)) where self.text(number) == text {
      siteNumbers[text] = number
      return number
    }
    return nil
  }

  /// Strings looked at for a site's name.
  private static let sitesTried: UInt32 = 4096
}
