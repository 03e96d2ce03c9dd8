import Desk
import Glibc

/// `index/drawn`: the time that tickets draw from contracts, so that a balance reads no tickets. Derived, deletable,
/// never synced; replaced whole; whatever is wrong with it, the tickets are read instead.
///
/// A segment of the index never changes: what was read of its tickets stays right. So only the tickets of segments
/// that the file does not name are read, and those of the log, of which there are few.
struct DrawnFile: Sendable {
  /// The segments whose tickets have been read.
  var segments: [String: FileMark] = [:]
  /// Only tickets that draw something.
  var debits: [TicketID: [Debit]] = [:]

  static let file = "index/drawn"
  private static let magic = Array("guichet-drawn-1\n".utf8)

  init() {}

  /// nil where there is none for this cabinet, or it is spoilt.
  init?(root: String, store: UInt64) {
    guard let bytes = try? Disk.read(root + "/" + DrawnFile.file), bytes.starts(with: DrawnFile.magic),
      bytes.count > DrawnFile.magic.count + 8
    else { return nil }
    let read = bytes.withUnsafeBytes { bytes -> DrawnFile? in
      let sum = bytes.loadUnaligned(fromByteOffset: DrawnFile.magic.count, as: UInt64.self)
      let body = UnsafeRawBufferPointer(rebasing: bytes[(DrawnFile.magic.count + 8)...])
      guard Checksum.of(body) == UInt64(littleEndian: sum) else { return nil }
      return try? DrawnFile(body, store: store)
    }
    guard let read else { return nil }
    self = read
  }

  private init?(_ bytes: UnsafeRawBufferPointer, store: UInt64) throws(Unpacker.Spoilt) {
    var source = Unpacker(bytes)
    guard try source.word() == store else { return nil }
    for _ in 0..<(try source.count()) { segments[try source.text()] = try FileMark(&source) }
    for _ in 0..<(try source.count()) {
      let debit = try Debit(&source)
      debits[debit.ticket, default: []].append(debit)
    }
    guard source.isAtEnd else { return nil }
  }

  func save(root: String, store: UInt64) {
    var body = Packer()
    body.put(store)
    body.put(segments.count)
    for (name, mark) in segments {
      body.put(name)
      mark.pack(into: &body)
    }
    body.put(debits.values.reduce(0) { $0 + $1.count })
    for debit in debits.values.joined() { debit.pack(into: &body) }
    var bytes = DrawnFile.magic
    withUnsafeBytes(of: Checksum.of(body.bytes).littleEndian) { bytes.append(contentsOf: $0) }
    try? Derived.replace(DrawnFile.file, with: bytes + body.bytes, under: root)
  }
}

extension Index {
  /// What tickets draw from contracts, as of now. The first time all files are looked through; from then on those of
  /// tickets that changed.
  package func debits(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(JournalError) -> [Debit] {
    _ = try refresh()
    if !isWhole { try makeWhole(progress: progress) }
    let store = Index.storeSeal(archive.store)
    let known = drawn ?? DrawnFile(root: archive.root, store: store) ?? DrawnFile()
    let marks = segmentMarks
    var kept = known
    kept.segments = marks
    let behind = stack.segments.filter { marks[$0.name] == nil || known.segments[$0.name] != marks[$0.name] }
    var errands = stack.overlay.map { Survey.Errand(id: $0, writers: $1.row.marks.map(\.site)) }
    for segment in behind {
      for ordinal in 0..<segment.docs where !segment.isMasked(ordinal) {
        errands.append(Survey.Errand(id: segment.id(ordinal), writers: segment.marks(ordinal).map(\.site)))
      }
    }
    // Made of other segments, all of them gone: nothing tells that its tickets are still there.
    if known.segments.allSatisfy({ marks[$0] != $1 }) { kept.debits = [:] }
    for (id, debits) in survey.debits(errands) {
      kept.debits[id] = debits.isEmpty ? nil : debits
    }
    if !behind.isEmpty, canBeKept, !marks.isEmpty { kept.save(root: archive.root, store: store) }
    drawn = kept
    return kept.debits.values.flatMap { $0 }
  }

  /// Tickets that `debits` would look through now: whoever draws a screen asks first, and does not wait for many.
  package var debitsBehind: Int {
    let known = drawn ?? DrawnFile(root: archive.root, store: Index.storeSeal(archive.store)) ?? DrawnFile()
    let marks = segmentMarks
    let behind = stack.segments.filter { marks[$0.name] == nil || known.segments[$0.name] != marks[$0.name] }
    return stack.overlay.count + behind.reduce(0) { $0 + $1.docs }
  }

  /// How the segments lie on disk; one that lies in no file has none, and is read each time.
  private var segmentMarks: [String: FileMark] {
    guard stack.manifest.isLoaded else { return [:] }
    var marks: [String: FileMark] = [:]
    for segment in stack.segments {
      if let status = try? Disk.status(archive.root + "/index/" + segment.name) {
        marks[segment.name] = FileMark(status)
      }
    }
    return marks
  }
}

extension Survey {
  /// Tickets that one thread reads at least.
  private static let fewDebits = 256

  /// A ticket to be looked through, and who wrote about it.
  fileprivate struct Errand: Sendable {
    var id: TicketID
    var writers: [String]
  }

  /// What some tickets draw; nothing where a ticket draws nothing.
  fileprivate func debits(_ errands: [Errand]) -> [(TicketID, [Debit])] {
    let size = max(Survey.fewDebits, (errands.count + Survey.crew - 1) / Survey.crew)
    let parts = stride(from: 0, to: errands.count, by: size).map { errands[$0..<min($0 + size, errands.count)] }
    return Crew.run(
      parts.map { part in { part.map { ($0.id, debits(of: $0.id, writers: $0.writers)) } } }
    ).flatMap { $0 }
  }

  private func debits(of id: TicketID, writers: [String]) -> [Debit] {
    let subject = Subject.ticket(id)
    // Most tickets log no time: their bytes are looked through without being read as events.
    guard writers.contains(where: { Survey.logsTime(archive.root + "/" + subject.file(by: $0)) }),
      let gathering: Gathering<Fact> = try? archive.gather(subject)
    else { return [] }
    return Ticket.fold(id, gathering.events, under: rules).debits
  }

  /// Whether a line of a file may log time. No text in a line can look like it: its quotes are escaped.
  private static func logsTime(_ path: String) -> Bool {
    guard let bytes = try? Disk.read(path) else { return false }
    return bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      // The point is the rarest of its letters.
      let (before, after): (StaticString, StaticString) = ("\"op\":\"time", ".logged\"")
      var at = before.utf8CodeUnitCount
      while at + after.utf8CodeUnitCount <= bytes.count {
        guard let point = memchr(base + at, 46, bytes.count - after.utf8CodeUnitCount - at + 1) else { return false }
        let start = base.distance(to: UnsafeRawPointer(point))
        if memcmp(base + start, after.utf8Start, after.utf8CodeUnitCount) == 0,
          memcmp(base + start - before.utf8CodeUnitCount, before.utf8Start, before.utf8CodeUnitCount) == 0
        {
          return true
        }
        at = start + 1
      }
      return false
    }
  }
}

extension Debit {
  fileprivate func pack(into out: inout Packer) {
    out.put(ticket.description)
    out.put(event)
    out.put(at)
    out.put(by)
    out.put(minutes)
    out.put(activity)
    out.put(contract)
    out.put(customer)
  }

  fileprivate init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    guard let ticket = TicketID(try source.text()) else { throw Unpacker.Spoilt() }
    self.init(
      ticket: ticket, event: try source.text(), at: try source.instant(), by: try source.text(),
      minutes: try source.int(), activity: try source.word(), contract: try source.optionalText(),
      customer: try source.optionalText())
  }
}
