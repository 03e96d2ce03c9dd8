import Desk

/// How a segment file is laid out. Derived, immutable, little-endian; mapped into memory, never read whole.
///
///     header   magic, checksum of the header and of `checks`, file size, seal of cabinet and rules, counts,
///              where each section begins and how long it is
///     rows     a record of fixed size for each ticket, the active ones first, each lot by its last update, newest
///              first: an ordinal is a place in this order
///     …        the other sections, each beginning at a multiple of 8
///     checks   a checksum (UInt32) for each 4 KiB of what lies between header and checks: a block is read and checked
///              when it is first touched
enum SegmentLayout {
  static let magic = Array("guichet-segm-6\r\n".utf8)
  static let headerSize = 512
  static let blockSize = 4096
  static let recordSize = 128
  /// Words of one block of the dictionary: the first is whole, the others leave out what they share with it.
  static let termsPerBlock = 16
  /// Bytes of what `blocks` says of one.
  static let blockEntrySize = 12

  enum Section: Int, CaseIterable {
    case rows
    /// UInt16: how many words each ticket has.
    case lengths
    /// `site string << 32 | number` (UInt64) and ordinal (UInt32), sorted.
    case lookup
    /// UInt32: where each interned string ends in `heap`, after those before it. String 0 is "none".
    case strings
    /// Interned strings, then subjects in the order of the rows.
    case heap
    /// Packed marks of the files, one lot a row.
    case marks
    /// Front-coded words with their document frequency and the lengths of their postings and of those in subjects.
    case dictionary
    /// UInt32: where each block of the dictionary begins, where its first postings begin, and its first in subjects.
    case blocks
    case postings
    /// Of each word that stands in a subject, the tickets where it does: the first letters of one being typed stand for
    /// more words than could be gone through one by one in all texts.
    case subjects
    /// What the orders rank the active tickets by, so that no row is read for those passed over: due, received, updated
    /// (Int64), standing, priority, whether a reply is awaited, nothing (UInt8).
    case ranks
    /// Ordinals of older segments that rows here replace: segment name, count, ordinals.
    case replaced
    case checks
  }

  static let rankSize = 28

  // Offsets in a record.
  static let number = 0
  static let ticketSite = 4
  static let subjectStart = 8
  static let subjectLength = 12
  static let state = 16
  static let level = 17
  static let priority = 18
  static let kind = 19
  static let channel = 20
  static let flags = 21
  static let dueClock = 22
  /// 1 where mail came back.
  static let bounced = 23
  static let category = 24
  static let group = 28
  static let owner = 32
  static let steward = 36
  static let requester = 40
  static let customer = 44
  static let site = 48
  static let asset = 52
  static let tags = 56
  static let marks = 60
  static let opened = 64
  static let received = 72
  static let updated = 80
  static let due = 88
  static let warning = 96
  static let next = 104
  static let lamport = 112
  /// 0 where the desk has nothing to do by itself.
  static let stirs = 120

  /// Bits of `flags`.
  struct Flags: OptionSet {
    let rawValue: UInt8
    static let overridden = Flags(rawValue: 1)
    static let qualified = Flags(rawValue: 2)
    static let awaitsReply = Flags(rawValue: 4)
    static let owesHandoff = Flags(rawValue: 8)
    static let damaged = Flags(rawValue: 16)
    static let hasDue = Flags(rawValue: 32)
    static let isPaused = Flags(rawValue: 64)
    static let hasNext = Flags(rawValue: 128)
  }
}

/// Bytes being laid out: fixed-width integers, little-endian.
struct Sink {
  private(set) var bytes: [UInt8] = []
  var count: Int { bytes.count }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func put<T: FixedWidthInteger>(_ value: T) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(contentsOf more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Zeros up to a multiple of `step`.
  mutating func pad(to step: Int) {
    let rest = bytes.count % step
    if rest > 0 { bytes.append(contentsOf: repeatElement(0, count: step - rest)) }
  }

  /// Seven bits a byte.
  mutating func put(varint value: UInt32) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// A closed list by place: what a record holds for one of its values.
enum Place {
  static func of<T: CaseIterable & Equatable>(_ value: T) -> UInt8 {
    UInt8(T.allCases.enumerated().first { $0.element == value }?.offset ?? 0)
  }
}
