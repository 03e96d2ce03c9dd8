/// Reads a compiled zone (RFC 9636, `tzfile(5)`), versions 1 to 4: bytes in, value out.
///
///     "TZif" version reserved(15) six counts        44 bytes, then the 32-bit data of version 1
///     "TZif" version reserved(15) six counts        again, then the same with 64-bit times
///     "\n" POSIX rule "\n"                          what happens after the last transition
///
/// Leap seconds are skipped: instants here are POSIX time, which has none.
extension Zone {
  /// The largest file read: the longest zone of the database takes under 4 kB.
  static let byteLimit = 1 << 16
  /// The most transitions, types or letters in a file.
  static let countLimit = 8192

  /// The transition times believed, in seconds: twice the reach that RFC 9636 (3.2) recommends.
  static let times: ClosedRange<Int64> = -(1 << 60)...(1 << 60)

  /// nil where the bytes are not a well-formed TZif file.
  package init?(tzif bytes: [UInt8], name: String) {
    guard bytes.count <= Zone.byteLimit, let narrow = TZifBlock(bytes, at: 0, timeSize: 4) else { return nil }
    guard narrow.version >= 0x32 else {
      guard let zone = narrow.zone(name: name, rule: nil) else { return nil }
      self = zone
      return
    }
    guard let wide = TZifBlock(bytes, at: narrow.end, timeSize: 8), let footer = wide.footer else { return nil }
    let rule = ZoneRule(posix: footer)
    guard footer.isEmpty || rule != nil, let zone = wide.zone(name: name, rule: rule) else { return nil }
    self = zone
  }
}

/// One header and the data after it.
private struct TZifBlock {
  let bytes: [UInt8]
  let version: UInt8
  let timeSize: Int
  let transitionCount: Int
  let typeCount: Int
  let letterCount: Int
  /// Where the transition times start.
  let times: Int
  /// The first byte after the block.
  let end: Int

  var indices: Int { times + transitionCount * timeSize }
  var types: Int { indices + transitionCount }
  var letters: Int { types + typeCount * 6 }

  /// nil where the header is none or promises more than there is.
  init?(_ bytes: [UInt8], at start: Int, timeSize: Int) {
    guard bytes.count - start >= 44, bytes[start..<start + 4].elementsEqual("TZif".utf8) else { return nil }
    let counts = (0..<6).map { Int(bytes.bigEndian(at: start + 20 + $0 * 4, size: 4)) }
    guard counts.allSatisfy({ (0...Zone.countLimit).contains($0) }), counts[4] > 0, counts[5] > 0 else { return nil }
    self.bytes = bytes
    self.timeSize = timeSize
    version = bytes[start + 4]
    (transitionCount, typeCount, letterCount) = (counts[3], counts[4], counts[5])
    times = start + 44
    let leaps = counts[2] * (timeSize + 4)
    end = times + transitionCount * (timeSize + 1) + typeCount * 6 + letterCount + leaps + counts[1] + counts[0]
    guard end <= bytes.count else { return nil }
  }

  /// The POSIX rule between two newlines; nil where the newlines are missing.
  var footer: ArraySlice<UInt8>? {
    guard end < bytes.count, bytes[end] == 10, let close = bytes[(end + 1)...].firstIndex(of: 10) else { return nil }
    return bytes[(end + 1)..<close]
  }

  func zone(name: String, rule: ZoneRule?) -> Zone? {
    var kinds: [Zone.LocalType] = []
    for index in 0..<typeCount {
      guard let kind = localType(index) else { return nil }
      kinds.append(kind)
    }
    var transitions: [Int64] = []
    var starting: [Zone.LocalType] = []
    for index in 0..<transitionCount {
      let time = bytes.bigEndian(at: times + index * timeSize, size: timeSize)
      let kind = Int(bytes[indices + index])
      guard kind < typeCount, transitions.last.map({ $0 < time }) ?? true, Zone.times.contains(time) else {
        return nil
      }
      transitions.append(time)
      starting.append(kinds[kind])
    }
    return Zone(name: name, transitions: transitions, starting: starting, earliest: kinds[0], rule: rule)
  }

  private func localType(_ index: Int) -> Zone.LocalType? {
    let at = types + index * 6
    let offset = Int(bytes.bigEndian(at: at, size: 4))
    let name = Int(bytes[at + 5])
    guard Zone.offsets.contains(offset), bytes[at + 4] <= 1, name < letterCount else { return nil }
    let abbreviation = bytes[(letters + name)..<(letters + letterCount)].prefix { $0 != 0 }
    return Zone.LocalType(
      offset: offset, isDaylight: bytes[at + 4] == 1, abbreviation: String(decoding: abbreviation, as: UTF8.self))
  }
}

extension [UInt8] {
  /// A signed big-endian number of 4 or 8 bytes; the caller has checked that they are there.
  fileprivate func bigEndian(at start: Int, size: Int) -> Int64 {
    let raw = self[start..<start + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 4 ? Int64(Int32(truncatingIfNeeded: raw)) : Int64(bitPattern: raw)
  }
}
