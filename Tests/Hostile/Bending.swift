/// Bytes that readers are apt to stumble over.
private let troublesome: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF, 0x0A, 0x22, 0x5C, 0x7B, 0x2C]

extension [UInt8] {
  /// A few bytes bent, cut, doubled or put in.
  package func bent(_ random: inout Seeded) -> [UInt8] {
    var bytes = self
    for _ in 0...random.below(3) {
      let at = random.below(bytes.count)
      guard at < bytes.count else { return [troublesome[random.below(troublesome.count)]] }
      switch random.below(6) {
      case 0: bytes[at] ^= 1 << UInt8(random.below(8))
      case 1: bytes[at] = troublesome[random.below(troublesome.count)]
      case 2: bytes.insert(troublesome[random.below(troublesome.count)], at: at)
      case 3: bytes.remove(at: at)
      case 4:
        let end = Swift.min(at + 1 + random.below(16), bytes.count)
        bytes.insert(contentsOf: bytes[at..<end], at: random.below(bytes.count))
      default:
        let most = [UInt8](repeating: random.below(2) == 0 ? 0xFF : 0, count: [2, 4, 8][random.below(3)])
        bytes.replaceSubrange(at..<Swift.min(at + most.count, bytes.count), with: most)
      }
    }
    return bytes
  }
}

extension Chunks {
  /// A part goes, comes twice, or changes places.
  package mutating func shuffle(_ random: inout Seeded) {
    let (at, to) = (random.below(list.count), random.below(list.count))
    guard at < list.count else { return }
    switch random.below(3) {
    case 0: list.remove(at: at)
    case 1: list.insert(list[at], at: to)
    default: list.swapAt(at, to)
    }
  }

  /// One part bent, the others left whole.
  package func bent(_ random: inout Seeded) -> Chunks {
    var chunks = self
    if random.below(8) == 0 { chunks.shuffle(&random) }
    let at = random.below(chunks.list.count)
    if at < chunks.list.count { chunks.list[at].bytes = chunks.list[at].bytes.bent(&random) }
    return chunks
  }
}
