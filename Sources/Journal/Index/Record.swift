import Desk

/// A row as it lies in a segment: 128 bytes, read where they are.
struct Record {
  let base: UnsafeRawPointer

  @inline(__always) func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }
  @inline(__always) func word(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
  @inline(__always) func long(_ offset: Int) -> Int64 {
    Int64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: Int64.self))
  }

  var flags: SegmentLayout.Flags { SegmentLayout.Flags(rawValue: byte(SegmentLayout.flags)) }
  var updatedAt: Instant { instant(SegmentLayout.updated) }

  /// An instant that a line could tell: reckoning with it cannot overflow, whatever the file says.
  func instant(_ offset: Int) -> Instant { Record.instant(ms: long(offset)) }

  static func instant(ms: Int64) -> Instant { Instant(ms: min(max(ms, instants.lowerBound), instants.upperBound)) }

  private static let instants: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

  /// The values of the closed lists by place: `allCases` would make its array anew each time.
  private static let states = State.allCases
  private static let levels = Level.allCases
  private static let priorities = Priority.allCases
  private static let kinds = Kind.allCases
  private static let channels = Channel.allCases
  private static let clocks = ServiceClock.allCases

  @inline(__always) private func pick<T>(_ offset: Int, _ values: [T]) -> T {
    let place = Int(byte(offset))
    return values[place < values.count ? place : 0]
  }

  var state: State { pick(SegmentLayout.state, Record.states) }
  var level: Level { pick(SegmentLayout.level, Record.levels) }
  var priority: Priority { pick(SegmentLayout.priority, Record.priorities) }
  var kind: Kind { pick(SegmentLayout.kind, Record.kinds) }

  var due: Summary.Due? {
    let flags = flags
    guard flags.contains(.hasDue) else { return nil }
    let clock = pick(SegmentLayout.dueClock, Record.clocks)
    if flags.contains(.isPaused) {
      let left = min(max(long(SegmentLayout.due), -Limits.integer), Limits.integer)
      return Summary.Due(clock: clock, standing: .paused(left: left))
    }
    return Summary.Due(
      clock: clock, standing: .running(due: instant(SegmentLayout.due), warning: instant(SegmentLayout.warning)))
  }

  /// How the deadline stands, without making the rest of the row.
  func urgency(at now: Instant) -> Urgency {
    let flags = flags
    guard flags.contains(.hasDue) else { return .none }
    if flags.contains(.isPaused) { return .paused }
    return Urgency(due: instant(SegmentLayout.due), warning: instant(SegmentLayout.warning), at: now)
  }

  var nextDate: Instant? { flags.contains(.hasNext) ? instant(SegmentLayout.next) : nil }

  var stirsAt: Instant? { long(SegmentLayout.stirs) == 0 ? nil : instant(SegmentLayout.stirs) }

  var facets: Facets {
    let flags = flags
    return Facets(
      number: Int(word(SegmentLayout.number)), state: state, level: level, priority: priority,
      kind: kind, channel: pick(SegmentLayout.channel, Record.channels),
      isQualified: flags.contains(.qualified), awaitsReply: flags.contains(.awaitsReply),
      hasBounced: byte(SegmentLayout.bounced) != 0, isDamaged: flags.contains(.damaged),
      receivedAt: instant(SegmentLayout.received), updatedAt: updatedAt, due: due,
      nextDate: nextDate, stirsAt: stirsAt)
  }

  /// The row whole, its texts out of the segment.
  func summary(in segment: Segment) -> Summary {
    let facets = facets
    let flags = flags
    return Summary(
      id: TicketID(site: segment.text(word(SegmentLayout.ticketSite)) ?? "", number: facets.number), facets: facets,
      subject: segment.subject(self), isOverridden: flags.contains(.overridden),
      category: segment.text(word(SegmentLayout.category)), group: segment.text(word(SegmentLayout.group)),
      owner: segment.text(word(SegmentLayout.owner)), steward: segment.text(word(SegmentLayout.steward)),
      requester: segment.party(word(SegmentLayout.requester)), customer: segment.text(word(SegmentLayout.customer)),
      site: segment.text(word(SegmentLayout.site)), asset: segment.text(word(SegmentLayout.asset)),
      tags: segment.texts(word(SegmentLayout.tags)).compactMap { $0 }, openedAt: instant(SegmentLayout.opened),
      owesHandoff: flags.contains(.owesHandoff), lamport: min(max(long(SegmentLayout.lamport), 0), Limits.integer))
  }

  /// Lays a row out; its texts go among `strings`, its subject stands at `subject` of the segment's subjects.
  static func put(
    _ row: Summary, site: UInt32, subject: Range<Int>, marks: Int, _ strings: inout Terms, to out: inout Sink
  ) {
    out.put(UInt32(row.id.number))
    out.put(site)
    out.put(UInt32(subject.lowerBound))
    out.put(UInt32(subject.count))
    out.put(Place.of(row.state))
    out.put(Place.of(row.level))
    out.put(Place.of(row.priority))
    out.put(Place.of(row.kind))
    out.put(Place.of(row.channel))
    out.put(flags(row).rawValue)
    out.put(row.due.map { Place.of($0.clock) } ?? 0)
    out.put(UInt8(row.hasBounced ? 1 : 0))
    for text in [row.category, row.group, row.owner, row.steward] {
      out.put(Interning.number(of: text, in: &strings))
    }
    out.put(Interning.number(of: [row.requester.name, row.requester.email, row.requester.phone], in: &strings))
    for text in [row.customer, row.site, row.asset] { out.put(Interning.number(of: text, in: &strings)) }
    out.put(row.tags.isEmpty ? 0 : Interning.number(of: row.tags.map(Optional.some), in: &strings))
    out.put(UInt32(marks))
    out.put(row.openedAt.ms)
    out.put(row.receivedAt.ms)
    out.put(row.updatedAt.ms)
    switch row.due?.standing {
    case .running(let due, let warning):
      out.put(due.ms)
      out.put(warning.ms)
    case .paused(let left):
      out.put(left)
      out.put(Int64(0))
    case nil:
      out.put(Int64(0))
      out.put(Int64(0))
    }
    out.put(row.nextDate?.ms ?? 0)
    out.put(row.lamport)
    out.put(row.stirsAt?.ms ?? 0)
  }

  private static func flags(_ row: Summary) -> SegmentLayout.Flags {
    var flags: SegmentLayout.Flags = []
    if row.isOverridden { flags.insert(.overridden) }
    if row.isQualified { flags.insert(.qualified) }
    if row.awaitsReply { flags.insert(.awaitsReply) }
    if row.owesHandoff { flags.insert(.owesHandoff) }
    if row.isDamaged { flags.insert(.damaged) }
    if row.due != nil { flags.insert(.hasDue) }
    if case .paused = row.due?.standing { flags.insert(.isPaused) }
    if row.nextDate != nil { flags.insert(.hasNext) }
    return flags
  }
}
