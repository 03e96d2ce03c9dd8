import Desk
import Glibc

/// A segment as it is read: block by block as it is touched, each checked. What does not check, or does not make
/// sense, sets `isSpoilt` and reads as nothing: whoever asked throws the segment away and asks again.
final class Segment {
  typealias Section = SegmentLayout.Section

  let name: String
  let docs: Int
  /// How many of them are active: the first ones.
  let active: Int
  /// Words of all tickets together.
  let totalLength: Int
  private(set) var isSpoilt = false
  /// Ordinals that a newer segment or the log stands in for.
  var masked: Bitmap?

  /// The first key of the lookup and the last, and the numbers of sites, once they have been asked for.
  var ends: (first: UInt64, last: UInt64)?
  var siteNumbers: [String: UInt32] = [:]

  private let mapping: Mapping
  private let ranges: [Range<Int>]
  /// By block: whether it has been read and found to be what was written.
  private let isLoaded: UnsafeMutablePointer<Bool>
  /// Interned strings and parties already made.
  private var made: [String] = []
  private var madeBytes = 0
  private var parties: [Party] = []
  /// By number: one more than its place in `made`, or in `parties` with the highest bit set; 0 where it is in neither.
  private let places: UnsafeMutablePointer<UInt32>
  private let placesCount: Int

  /// nil where the file is missing, not whole, of another format, or not made for this cabinet under these rules.
  convenience init?(_ path: String, name: String, seal: Seal) {
    guard let mapping = Mapping(path) else { return nil }
    self.init(mapping, name: name, seal: seal)
  }

  init?(_ mapping: Mapping, name: String, seal: Seal) {
    guard mapping.count >= SegmentLayout.headerSize, mapping.load(0..<SegmentLayout.headerSize) else { return nil }
    let bytes = mapping.bytes(0..<SegmentLayout.headerSize)
    guard bytes.starts(with: SegmentLayout.magic) else { return nil }
    func long(_ offset: Int) -> Int {
      Int(clamping: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    func word(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    guard long(24) == mapping.count,
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self)) == seal.high,
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 40, as: UInt64.self)) == seal.low
    else { return nil }
    var ranges: [Range<Int>] = []
    var end = SegmentLayout.headerSize
    for at in Section.allCases.indices {
      let (start, length) = (long(64 + at * 16), long(72 + at * 16))
      guard start >= end, start <= mapping.count, length <= mapping.count - start else { return nil }
      end = start + length
      ranges.append(start..<end)
    }
    let checks = ranges[Section.checks.rawValue]
    let blocks =
      (checks.lowerBound - SegmentLayout.headerSize + SegmentLayout.blockSize - 1) / SegmentLayout.blockSize
    guard checks.upperBound == mapping.count, checks.count == blocks * 4, mapping.load(checks) else { return nil }
    let sum =
      Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[24...])) ^ Checksum.of(mapping.bytes(checks))
    guard UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)) == sum else { return nil }
    docs = word(48)
    active = word(52)
    totalLength = long(56)
    guard active <= docs, ranges[Section.rows.rawValue].count == docs * SegmentLayout.recordSize,
      ranges[Section.lengths.rawValue].count == docs * 2, ranges[Section.lookup.rawValue].count == docs * 12,
      ranges[Section.ranks.rawValue].count == active * SegmentLayout.rankSize
    else { return nil }
    // Zeros that the kernel gives page by page as they are touched: a list asks for few of many thousand texts.
    placesCount = ranges[Section.strings.rawValue].count / 4
    guard let zeros = calloc(max(placesCount, 1), 4) else { return nil }
    places = zeros.bindMemory(to: UInt32.self, capacity: max(placesCount, 1))
    self.mapping = mapping
    self.name = name
    self.ranges = ranges
    isLoaded = UnsafeMutablePointer<Bool>.allocate(capacity: max(blocks, 1))
    isLoaded.initialize(repeating: false, count: max(blocks, 1))
  }

  deinit {
    isLoaded.deallocate()
    free(places)
  }

  // MARK: - Bytes

  /// Bytes of a section, checked. Nothing where they are not there or not what was written.
  @inline(__always) func bytes(_ section: Section, _ range: Range<Int>) -> UnsafeRawBufferPointer {
    let whole = ranges[section.rawValue]
    guard range.lowerBound >= 0, range.upperBound <= whole.count else { return spoilt() }
    if range.isEmpty { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let start = whole.lowerBound &+ range.lowerBound
    let first = (start &- SegmentLayout.headerSize) / SegmentLayout.blockSize
    let last = (start &+ range.count &- 1 &- SegmentLayout.headerSize) / SegmentLayout.blockSize
    var block = first
    while block <= last {
      if !isLoaded[block] {
        var end = block &+ 1
        while end <= last, !isLoaded[end] { end &+= 1 }
        if !load(block..<end) { return spoilt() }
        block = end
      } else {
        block &+= 1
      }
    }
    return mapping.bytes(start..<(start &+ range.count))
  }

  private func spoilt() -> UnsafeRawBufferPointer {
    isSpoilt = true
    return UnsafeRawBufferPointer(start: nil, count: 0)
  }

  func size(_ section: Section) -> Int { ranges[section.rawValue].count }

  /// Reads blocks that stand side by side at one go, and checks each.
  private func load(_ blocks: Range<Int>) -> Bool {
    let checks = ranges[Section.checks.rawValue]
    func place(_ block: Int) -> Int {
      min(SegmentLayout.headerSize &+ block &* SegmentLayout.blockSize, checks.lowerBound)
    }
    guard mapping.load(place(blocks.lowerBound)..<place(blocks.upperBound)) else { return false }
    for block in blocks {
      let kept = (mapping.base + checks.lowerBound).loadUnaligned(fromByteOffset: block &* 4, as: UInt32.self)
      let found = Checksum.of(mapping.bytes(place(block)..<place(block &+ 1)))
      guard UInt32(truncatingIfNeeded: found) == UInt32(littleEndian: kept) else { return false }
      isLoaded[block] = true
    }
    return true
  }

  /// Has a stretch of rows read at one go, for whoever goes through them.
  func prepareRows(_ ordinals: Range<Int>) {
    _ = bytes(
      .rows, (ordinals.lowerBound * SegmentLayout.recordSize)..<(ordinals.upperBound * SegmentLayout.recordSize))
  }

  func word(_ section: Section, _ offset: Int) -> UInt32 {
    let bytes = bytes(section, offset..<(offset &+ 4))
    return bytes.count == 4 ? UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)) : 0
  }

  // MARK: - Rows

  /// A record of zeros stands for one that cannot be read.
  nonisolated(unsafe) private static let nothing = UnsafeRawPointer(
    UnsafeMutableRawPointer.allocate(byteCount: SegmentLayout.recordSize, alignment: 8).initializeMemory(
      as: UInt8.self, repeating: 0, count: SegmentLayout.recordSize))

  func record(_ ordinal: Int) -> Record {
    let start = ordinal &* SegmentLayout.recordSize
    let bytes = bytes(.rows, start..<(start &+ SegmentLayout.recordSize))
    return Record(base: bytes.baseAddress ?? Segment.nothing)
  }

  /// What an active ticket is ranked by. They stand in the order of it, but for what is late and what waits.
  func ranking(_ ordinal: Int) -> Ranking {
    let start = ordinal &* SegmentLayout.rankSize
    let bytes = bytes(.ranks, start..<(start &+ SegmentLayout.rankSize))
    guard bytes.count == SegmentLayout.rankSize else {
      return Ranking(
        next: Order.Next(standing: 3, priority: 5, due: .max, awaitsReply: false, received: 0), updated: Instant(ms: 0))
    }
    func long(_ offset: Int) -> Int64 {
      Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self))
    }
    return Ranking(
      next: Order.Next(
        standing: Int64(bytes[24]), priority: Int64(bytes[25]), due: long(0), awaitsReply: bytes[26] == 1,
        received: long(8)), updated: Record.instant(ms: long(16)))
  }

  /// What is asked of an active ticket to put it in most orders.
  struct Ranking {
    let next: Order.Next
    let updated: Instant
  }

  func summary(_ ordinal: Int) -> Summary { record(ordinal).summary(in: self) }

  /// How many words a ticket has, as far as two bytes tell.
  func length(_ ordinal: Int) -> Int {
    let bytes = bytes(.lengths, (ordinal &* 2)..<(ordinal &* 2 &+ 2))
    return bytes.count == 2 ? Int(UInt16(littleEndian: bytes.loadUnaligned(as: UInt16.self))) : 0
  }

  func row(_ ordinal: Int) -> Row? { row(ordinal, summary(ordinal)) }

  /// What is known of a ticket's files.
  func marks(_ ordinal: Int) -> [Mark] {
    let start = Int(record(ordinal).word(SegmentLayout.marks))
    guard start <= size(.marks) else { return [] }
    let next = ordinal + 1 < docs ? Int(record(ordinal + 1).word(SegmentLayout.marks)) : size(.marks)
    guard start <= next else { return [] }
    var source = Unpacker(bytes(.marks, start..<next))
    return (try? Row.marks(&source)) ?? []
  }

  /// With its summary known: what its files were.
  func row(_ ordinal: Int, _ summary: Summary) -> Row? {
    let record = record(ordinal)
    let start = Int(record.word(SegmentLayout.marks))
    guard start <= size(.marks) else { return nil }
    let next = ordinal + 1 < docs ? Int(self.record(ordinal + 1).word(SegmentLayout.marks)) : size(.marks)
    guard start <= next else { return nil }
    var source = Unpacker(bytes(.marks, start..<next))
    return try? Row(summary, &source)
  }

  // MARK: - Texts

  private func interned(_ number: UInt32) -> UnsafeRawBufferPointer {
    let at = Int(number) &* 4
    let end = Int(word(.strings, at))
    let start = number == 0 ? 0 : Int(word(.strings, at &- 4))
    guard start <= end else {
      isSpoilt = true
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return bytes(.heap, start..<end)
  }

  /// An interned text; nil for "none".
  func text(_ number: UInt32) -> String? {
    if number == 0 { return nil }
    let at = Int(number)
    guard at < placesCount else {
      isSpoilt = true
      return nil
    }
    let place = places[at]
    if place > 0, place & Segment.isParty == 0 { return made[Int(place) - 1] }
    let bytes = interned(number)
    // Strings lie side by side: together they are no longer than the heap, unless their ends go back and forth.
    madeBytes &+= bytes.count
    guard madeBytes <= size(.heap) else {
      isSpoilt = true
      return nil
    }
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    made.append(text)
    places[at] = UInt32(made.count)
    return text
  }

  /// Several texts under one number.
  func texts(_ number: UInt32) -> [String?] {
    var texts: [String?] = []
    eachText(number) { bytes in
      texts.append(bytes.map { String(decoding: $0, as: UTF8.self) })
      return true
    }
    return texts
  }

  /// Calls `body` with each of several texts under one number until it says stop.
  private func eachText(_ number: UInt32, _ body: (UnsafeRawBufferPointer?) -> Bool) {
    if number == 0 { return }
    let bytes = interned(number)
    var at = 0
    while at &+ 4 <= bytes.count {
      let length = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      at &+= 4
      if length == .max {
        if !body(nil) { return }
        continue
      }
      guard Int(length) <= bytes.count &- at else {
        isSpoilt = true
        return
      }
      if !body(UnsafeRawBufferPointer(rebasing: bytes[at..<(at &+ Int(length))])) { return }
      at &+= Int(length)
    }
  }

  /// The bytes of an interned text.
  func textBytes(_ number: UInt32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: interned(number).dropFirst())
  }

  /// The bytes of a party's label (`Party.label`): the first two of its texts are its name and its address.
  func labelBytes(_ number: UInt32) -> UnsafeRawBufferPointer {
    var label = UnsafeRawBufferPointer(start: nil, count: 0)
    var isName = true
    eachText(number) { bytes in
      label = bytes ?? label
      defer { isName = false }
      return isName && label.isEmpty
    }
    return label
  }

  func party(_ number: UInt32) -> Party {
    let at = Int(number)
    guard at < placesCount else {
      isSpoilt = true
      return Party(name: "")
    }
    if places[at] & Segment.isParty != 0 { return parties[Int(places[at] & ~Segment.isParty) - 1] }
    let texts = texts(number)
    guard texts.count == 3 else { return Party(name: "") }
    let party = Party(name: texts[0] ?? "", email: texts[1], phone: texts[2])
    parties.append(party)
    places[at] = UInt32(parties.count) | Segment.isParty
    return party
  }

  private static let isParty: UInt32 = 1 << 31

  /// Where the subjects begin in the heap: after the interned strings.
  private lazy var subjects: Int = {
    let strings = size(.strings)
    return strings >= 4 ? Int(word(.strings, strings - 4)) : 0
  }()

  func subject(_ record: Record) -> String { String(decoding: subjectBytes(record), as: UTF8.self) }

  func subjectBytes(_ record: Record) -> UnsafeRawBufferPointer {
    let start = subjects &+ Int(record.word(SegmentLayout.subjectStart))
    return bytes(.heap, start..<(start &+ Int(record.word(SegmentLayout.subjectLength))))
  }

  // MARK: - What it replaces

  /// By older segment: the ordinals that rows here stand in for.
  var replaced: [(segment: String, ordinals: [UInt32])] {
    var found: [(segment: String, ordinals: [UInt32])] = []
    var at = 0
    let size = size(.replaced)
    while at < size, !isSpoilt {
      let length = Int(word(.replaced, at))
      let name = String(decoding: bytes(.replaced, (at + 4)..<(at + 4 + length)), as: UTF8.self)
      let count = Int(word(.replaced, at + 4 + length))
      at += 8 + length
      let ordinals = bytes(.replaced, at..<(at &+ count &* 4))
      found.append(
        (
          name,
          (0..<(ordinals.count / 4)).map {
            UInt32(littleEndian: ordinals.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
          }
        ))
      at = at &+ count &* 4
    }
    return found
  }
}
