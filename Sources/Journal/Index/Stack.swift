import Desk

/// The index as it lies on disk at one moment: segments, the oldest first, and the tickets of the log over them.
/// One thread's own.
final class Stack {
  let root: String
  let manifest: Manifest
  let segments: [Segment]
  private(set) var overlay: [TicketID: IndexLog.Entry] = [:]
  /// How far the feed has been read.
  var place: FeedPlace
  /// How far the log has been read.
  private(set) var logEnd = 0
  /// The log holds something that is no entry: a new one is begun at the next chance.
  private(set) var isLogSpoilt = false

  var log: IndexLog { IndexLog(path: root + "/index/" + manifest.log) }
  var isSpoilt: Bool { segments.contains(where: \.isSpoilt) }
  /// The log is long enough to be made a segment.
  var isFull: Bool {
    manifest.isLoaded && (overlay.count >= Stack.mostTickets || logEnd >= Stack.longestLog || isLogSpoilt)
  }

  private static let mostTickets = 64
  /// Bytes.
  private static let longestLog = 256 * 1024

  /// nil where there is no whole and right index for this cabinet and these rules.
  init?(root: String, seal: Seal, anyRules: Bool = false) {
    self.root = root
    // A segment may be put away between the reading of the manifest and its opening: then there is a new manifest.
    for _ in 0..<8 {
      guard let manifest = Manifest.read(root: root, seal: seal, anyRules: anyRules) else { return nil }
      let segments = manifest.segments.compactMap { name in
        Segment(root + "/index/" + name, name: name, seal: manifest.seal)
      }
      if segments.count == manifest.segments.count {
        self.manifest = manifest
        self.segments = segments
        isNothing = false
        place = manifest.place
        mask()
        readLog(telling: false)
        return
      }
      if Manifest.read(root: root, seal: seal, anyRules: anyRules)?.generation == manifest.generation { return nil }
    }
    return nil
  }

  /// Nothing has been read yet.
  let isNothing: Bool

  /// An index of nothing.
  init(nothingOf root: String) {
    self.root = root
    manifest = Manifest()
    segments = []
    place = FeedPlace()
    isNothing = true
  }

  /// An index that lies in no file: nothing can be kept, or another process is keeping it.
  init(holding segments: [[UInt8]], of root: String, seal: Seal, isWhole: Bool, place: FeedPlace) {
    self.root = root
    var manifest = Manifest()
    manifest.isWhole = isWhole
    manifest.bases = segments.count
    self.manifest = manifest
    self.segments = segments.enumerated().compactMap { at, bytes in
      Mapping(holding: bytes).flatMap { Segment($0, name: "held-\(at)", seal: seal) }
    }
    self.place = place
    isNothing = false
  }

  /// What each segment replaces in older ones.
  private func mask() {
    for newer in segments {
      for (name, ordinals) in newer.replaced {
        guard let older = segments.first(where: { $0.name == name }), older !== newer else { continue }
        for ordinal in ordinals { older.mask(Int(ordinal)) }
      }
    }
  }

  /// Takes in what others appended since; says which tickets it told of.
  @discardableResult func readLog(telling: Bool = true) -> Set<TicketID> {
    let reading = log.read(from: logEnd)
    logEnd = reading.end
    isLogSpoilt = isLogSpoilt || reading.isSpoilt
    var told: Set<TicketID> = []
    for entry in reading.entries {
      if telling {
        if put(entry) { told.insert(entry.row.summary.id) }
      } else {
        // What the log says is newer than any segment beside it: only the log itself may say it twice.
        let id = entry.row.summary.id
        if let known = overlay[id], known.row.isAhead(of: entry.row) { continue }
        cover(id, with: entry)
      }
    }
    if let place = reading.place, place.feed != self.place.feed || place.offset >= self.place.offset {
      self.place = place
    }
    return told
  }

  /// Whether what was appended last can be read. Behind half an entry, left by a writer that died, nothing can.
  func readsWholeLog() -> Bool {
    _ = readLog()
    if let size = log.size, logEnd < size { isLogSpoilt = true }
    return !isLogSpoilt
  }

  /// Puts a ticket over what is known of it, unless that is newer; says whether it says anything new.
  @discardableResult func put(_ entry: IndexLog.Entry) -> Bool {
    let id = entry.row.summary.id
    let old = row(id)
    if let old, old.isAhead(of: entry.row) { return false }
    cover(id, with: entry)
    return old?.summary != entry.row.summary
  }

  private func cover(_ id: TicketID, with entry: IndexLog.Entry) {
    if overlay.updateValue(entry, forKey: id) != nil { return }
    for segment in segments { if let ordinal = segment.ordinal(of: id) { segment.mask(ordinal) } }
  }

  /// Where a ticket stands in the segments; nil where it is in the log or nowhere.
  func find(_ id: TicketID) -> (segment: Segment, ordinal: Int)? {
    if overlay[id] != nil { return nil }
    for segment in segments.reversed() {
      if let ordinal = segment.ordinal(of: id), !segment.isMasked(ordinal) { return (segment, ordinal) }
    }
    return nil
  }

  func has(_ id: TicketID) -> Bool { overlay[id] != nil || find(id) != nil }

  func row(_ id: TicketID) -> Row? {
    if let entry = overlay[id] { return entry.row }
    return find(id).flatMap { $0.segment.row($0.ordinal) }
  }

  func summary(_ id: TicketID) -> Summary? {
    if let entry = overlay[id] { return entry.row.summary }
    return find(id).map { $0.segment.summary($0.ordinal) }
  }

  var count: Int { overlay.count + segments.reduce(0) { $0 + $1.docs - $1.maskedCount } }

  var ids: Set<TicketID> { ids(in: segments) }

  /// The tickets that changed since the bulk was made.
  var changedIDs: Set<TicketID> { ids(in: Array(segments.dropFirst(manifest.bases))) }

  private func ids(in segments: [Segment]) -> Set<TicketID> {
    var ids = Set(overlay.keys)
    for segment in segments { for ordinal in 0..<segment.docs { ids.insert(segment.id(ordinal)) } }
    return ids
  }

  /// The active tickets of which the row is so.
  func active(_ test: (Summary) -> Bool) -> [TicketID] {
    var ids: [TicketID] = []
    func take(_ row: Summary) { if row.state.isActive, test(row) { ids.append(row.id) } }
    for entry in overlay.values { take(entry.row.summary) }
    for segment in segments {
      for ordinal in 0..<segment.active where !segment.isMasked(ordinal) { take(segment.summary(ordinal)) }
    }
    return ids.sorted()
  }

  /// Calls `body` with every row.
  func eachRow(_ body: (Row) -> Void) {
    for entry in overlay.values { body(entry.row) }
    for segment in segments {
      for ordinal in 0..<segment.docs where !segment.isMasked(ordinal) {
        if let row = segment.row(ordinal) { body(row) }
      }
    }
  }
}

extension Segment {
  func mask(_ ordinal: Int) {
    if masked == nil { masked = Bitmap(docs) }
    masked?.insert(ordinal)
  }

  func isMasked(_ ordinal: Int) -> Bool { masked?[ordinal] ?? false }
  var maskedCount: Int { masked?.count ?? 0 }
}

extension Row {
  /// Whether its files have been read further than for another row of the same ticket.
  func isAhead(of other: Row) -> Bool {
    let mine = marks.reduce(0) { $0 &+ $1.size }
    let theirs = other.marks.reduce(0) { $0 &+ $1.size }
    return mine > theirs && other.alarm == nil
  }
}
