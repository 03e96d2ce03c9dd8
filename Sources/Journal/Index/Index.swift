import Desk
import Glibc

/// Every ticket's row and words, kept in derived files (see `SegmentLayout`, `IndexLog`, `Manifest`) that may be
/// deleted at any time. Never the truth: what it says can always be read again from the streams.
///
/// A writer hints in the feed; the first reader to meet the hint reads the ticket anew and tells the log, where the
/// others find it. What takes long (`upkeep`) is owed, and paid by whoever has the time.
package final class Index {
  let archive: Archive
  let feed: Feed
  private let cabinet: Cabinet
  /// What rows are folded under; not asked for where no ticket is read anew.
  var rules: Rules { cabinet.rules }
  /// Names the cabinet and the rules that the rows were made under.
  let seal: Seal
  var stack: Stack
  /// Seconds for which a look at every file is good.
  let sweepEvery: Int64
  /// Seconds for which a look at the folders is good.
  package var foldersEvery = Limits.foldersEvery
  /// Seconds for which a look at the files of rows shown is good, and when one was last taken.
  package var rowsEvery: Int64 = 0
  private var rowsCheckedAt: Int64?
  /// Tickets up to which every file is looked at where that is owed; of more, whoever does the upkeep looks at them.
  package var doneAtOnce = Index.small
  /// Hints were lost, and it is not put down yet that every file has to be looked at.
  private(set) var hasMissedHints = false
  /// Another after each change to the rows.
  package private(set) var edition = 0
  /// The folder takes no index: what is read stays in memory.
  package internal(set) var canBeKept = true
  /// What tickets draw from contracts, as far as it has been asked.
  var drawn: DrawnFile?
  /// How the manifest lay on disk when the stack was loaded.
  private var loaded: Mark?
  /// What was answered last of what no time changes, and in which edition of the rows.
  private var last: (edition: Int, finding: Finding)?
  /// Whether words stand side by side in a ticket, as far as it has been asked: reading it is dear.
  private var phrases: [TextTerm: [TicketID: (lamport: Int64, isFound: Bool)]] = [:]

  /// Loads what is there, if it is good; `refresh` makes it current. `stamp` is any text that differs where the rules
  /// do.
  package init(_ cabinet: Cabinet, stamp: String = "", sweepEvery: Int64 = Limits.sweepEvery) {
    self.sweepEvery = sweepEvery
    archive = cabinet.archive
    feed = cabinet.feed
    self.cabinet = cabinet
    seal = Index.seal(cabinet, stamp)
    loaded = Index.manifestMark(archive.root)
    stack = Stack(root: archive.root, seal: seal) ?? Stack(nothingOf: archive.root)
  }

  private static func seal(_ cabinet: Cabinet, _ stamp: String) -> Seal {
    Seal(high: storeSeal(cabinet.charter.store), low: SHA256.hash(Array(stamp.utf8)).seal.high)
  }

  static func storeSeal(_ store: String) -> UInt64 { SHA256.hash(Array("guichet-index-4\n\(store)".utf8)).seal.high }

  package var count: Int { stack.count }

  /// Nothing has been read yet, and nothing was there.
  package var isNothing: Bool { stack.isNothing }

  /// The row of one ticket.
  package func summary(_ id: TicketID) -> Summary? { stack.summary(id) }

  /// Files that were shortened or replaced since they were first known.
  package var alarms: [Damage] {
    var alarms: [Damage] = []
    stack.eachRow { if let alarm = $0.alarm { alarms.append(alarm) } }
    return alarms.sorted { $0.file < $1.file }
  }

  /// Whether every ticket is in it; else the active ones only, until somebody has read the others.
  package var isWhole: Bool { stack.manifest.isWhole }

  /// How far the reading of all tickets has come where it is not done; nil where nobody tells.
  package var progress: Listing.Progress? {
    guard !isWhole, let told = IndexFiles(root: archive.root).told else { return nil }
    return Listing.Progress(done: told.done, of: told.of)
  }

  // MARK: - Staying current

  /// Brings the rows up to date and says which tickets changed. `sweeping` looks at every file instead of trusting
  /// the feed and the folders.
  package func refresh(sweeping: Bool = false) throws(JournalError) -> Set<TicketID> {
    let (changed, isSweepTold) = try catchUp(sweeping: sweeping)
    if isSweepTold, let lock = try? IndexFiles(root: archive.root).lock() { try? noteSweep(lock) }
    if hasMissedHints { oweSweep() }
    if stack.isFull { fold() }
    return changed
  }

  /// Which tickets changed, and whether every file was looked at to find them and the log now holds what was found.
  func catchUp(sweeping: Bool) throws(JournalError) -> (changed: Set<TicketID>, isSweepTold: Bool) {
    var changed: Set<TicketID> = reload()
    if stack.isNothing {
      begin()
      changed.formUnion(stack.ids)
    }
    changed.formUnion(stack.readLog())
    let hints = stack.place.catchUp(feed)
    // While it is not whole yet, all files are being read by somebody anyway.
    if !hints.isWhole && isWhole || stack.isLogSpoilt { hasMissedHints = true }
    let isSoonDone = count <= doneAtOnce || !stack.manifest.isLoaded
    let isSwept = sweeping || isSoonDone && (hasMissedHints || isStale)
    var anew: [IndexLog.Entry] = []
    if isSwept {
      anew = try sweep()
      hasMissedHints = false
    } else {
      for name in hints.names { if let entry = try look(at: name) { anew.append(entry) } }
      for leaf in Folders.changed(under: archive.root, every: foldersEvery) ?? [] {
        for reading in survey.changed(in: leaf, stack) { anew.append(entry(reading)) }
      }
    }
    // A file that is gone looks changed each time; what is said of it is said already.
    anew.removeAll { stack.row($0.row.summary.id) == $0.row }
    for entry in anew where stack.put(entry) { changed.insert(entry.row.summary.id) }
    if !changed.isEmpty { edition &+= 1 }
    let hasNews = isSwept || !anew.isEmpty || !hints.names.isEmpty
    // Whoever is told how far the feed was read does not ask what was missed before.
    let isTold = hasNews ? tell(anew, place: hasMissedHints ? nil : stack.place) : true
    return (changed, isSwept && isTold && stack.readsWholeLog())
  }

  /// Whether a look at every file is owed. An index in memory is as old as this process, and was read whole.
  var isStale: Bool { stack.manifest.isLoaded && stack.manifest.isStale(after: sweepEvery) }

  /// Tells the log, where there is one; says whether it did.
  @discardableResult private func tell(_ entries: [IndexLog.Entry], place: FeedPlace?) -> Bool {
    stack.manifest.isLoaded && stack.log.append(entries, place: place)
  }

  /// Puts down that every file has to be looked at, and only then how far the feed has been read.
  private func oweSweep() {
    guard let lock = try? IndexFiles(root: archive.root).lock() else { return }
    let place = stack.place
    guard (try? noteMissed(lock)) == true else { return }
    hasMissedHints = false
    if tell([], place: place) { stack.readLog() }
  }

  /// Reads again the active tickets whose rows are meant, and tells the others: what their clocks are held to has
  /// changed, and nothing in their files shows it.
  package func renew(_ isMeant: (Summary) -> Bool) throws(JournalError) {
    _ = try refresh()
    guard stack.manifest.isLoaded else { return }
    var entries: [IndexLog.Entry] = []
    for id in stack.active(isMeant) {
      let old = stack.row(id)
      guard let reading = archive.reading(id, writers: try archive.writers(.ticket(id)), under: rules, old: old),
        reading.row != old
      else { continue }
      entries.append(entry(reading))
    }
    for entry in entries { stack.put(entry) }
    if entries.isEmpty { return }
    edition &+= 1
    tell(entries, place: nil)
  }

  var survey: Survey { Survey(archive: archive, rules: rules, seal: seal) }

  private func entry(_ reading: Survey.Reading) -> IndexLog.Entry {
    IndexLog.Entry(row: reading.row, bag: WordBag(reading.ticket, whole: archive.wholeText))
  }

  /// A ticket that the feed names, read again if its files changed.
  private func look(at name: String) throws(JournalError) -> IndexLog.Entry? {
    guard let id = TicketID(name), id.description == name else { return nil }
    let writers = try archive.writers(.ticket(id))
    let old = stack.row(id)
    if let old, archive.isSame(old, writers: writers) { return nil }
    return archive.reading(id, writers: writers, under: rules, old: old).map(entry)
  }

  private func sweep() throws(JournalError) -> [IndexLog.Entry] {
    let folders = Folders(scanning: archive.root)
    let leaves = Set(folders.leaves).union(Folders.kept(under: archive.root)).sorted()
    let readings = survey.changed(leaves)
    folders.save()
    return readings.map(entry)
  }

  /// Takes over what another process has put in place.
  private func reload() -> Set<TicketID> {
    let now = Index.manifestMark(archive.root)
    if now == loaded { return [] }
    loaded = now
    edition &+= 1
    let wasLoaded = stack.manifest.isLoaded
    stack = Stack(root: archive.root, seal: seal) ?? Stack(nothingOf: archive.root)
    if !wasLoaded { return [] }
    // Which tickets are new in it nobody knows exactly: all that changed since the bulk was made.
    return stack.changedIDs
  }

  private static func manifestMark(_ root: String) -> Mark? {
    guard let status = try? Disk.status(root + "/" + Manifest.file) else { return nil }
    return Mark(
      site: "", size: Int(status.st_size), modified: Mark.nanoseconds(status), inode: UInt64(status.st_ino),
      head: Seal(high: 0, low: 0))
  }

  // MARK: - Lists

  /// The rows a question asks for, in order.
  package func list(_ request: ListRequest) -> Listing {
    var rows: [Summary] = []
    let found = each(request, { $0.summary($1) }, { rows += $0 })
    return Listing(
      rows: rows, first: found?.first ?? 0, total: found?.total ?? 0, late: found?.late ?? 0, soon: found?.soon ?? 0,
      counts: found?.counts ?? request.counts.map { _ in 0 }, held: found?.held ?? [], isWhole: isWhole)
  }

  /// Hands over the rows a question asks for, some at a time, in order: to hold thousands of them would cost more
  /// than to make them.
  package func hand(_ request: ListRequest, _ body: ([Summary]) -> Void) {
    _ = each(request, { $0.summary($1) }, body)
  }

  /// The same, for whoever prints no more than a plain list does.
  package func handListed(_ request: ListRequest, _ body: ([ListedRow]) -> Void) {
    _ = each(request, { $0.listed($1) }, body)
  }

  private func each<Row>(
    _ request: ListRequest, _ make: (Found, Int) -> Row, _ body: ([Row]) -> Void
  ) -> Found? {
    var done = 0
    for attempt in 0..<3 {
      let found = answer(request)
      if !stack.isSpoilt, attempt < 2, done == 0, isBehind(found) { continue }
      while done < found.count, !stack.isSpoilt {
        let rows = (done..<min(done + Index.handful, found.count)).map { make(found, $0) }
        if stack.isSpoilt { break }
        body(rows)
        done += rows.count
      }
      if !stack.isSpoilt || attempt == 2 { return found }
      // What was handed over was right: it goes on from there with an index made anew.
      discard()
      guard (try? refresh()) != nil else { return found }
    }
    return nil
  }

  private func answer(_ request: ListRequest) -> Found {
    if let found = answerAgain(request) { return found }
    var finding = Finding(request)
    for segment in stack.segments { finding.look(in: segment, isFound: isFound) }
    for entry in stack.overlay.values { finding.look(at: entry, isFound: isFound) }
    if finding.outlastsTime { last = (edition, finding) }
    return finding.found()
  }

  /// A console asks the same each minute, most often of rows that have not changed since: then only the clock is read.
  private func answerAgain(_ request: ListRequest) -> Found? {
    guard let last, last.edition == edition, last.finding.answers(request) else { return nil }
    var finding = last.finding
    finding.turn(to: request.asker.now, stack.overlay.values, isFound: isFound)
    self.last = (edition, finding)
    return finding.found()
  }

  /// Whether one of the tickets that a query asks for is of a sort, told by the row: its contract and whether it is a
  /// VIP's are not known. Each sort is asked once. Rows that do not read are any sort.
  package func contains(_ query: Query, asker: Query.Asker, where test: (ServiceSubject) -> Bool) -> Bool {
    for segment in stack.segments {
      let found = Sieve(segment: segment, asker: asker, isFound: isFound).tickets(query)
      if segment.contains(found, where: test) { return true }
    }
    for entry in stack.overlay.values where entry.matches(query, for: asker, isFound: isFound) {
      if test(entry.row.summary.subjectOfService) { return true }
    }
    return stack.isSpoilt
  }

  /// When, after an instant, the desk next has something to do to an active ticket by itself; nil where it never has.
  package func nextStir(after now: Instant) -> Instant? {
    var first: Instant?
    func take(_ at: Instant?) {
      if let at, at > now, first.map({ at < $0 }) ?? true { first = at }
    }
    for segment in stack.segments {
      segment.prepareRows(0..<segment.active)
      for ordinal in 0..<segment.active where !segment.isMasked(ordinal) { take(segment.record(ordinal).stirsAt) }
    }
    for entry in stack.overlay.values where entry.row.summary.state.isActive { take(entry.row.summary.stirsAt) }
    return first
  }

  /// Whether files of the rows shown are no longer those they were made of: then they are read again.
  private func isBehind(_ found: Found) -> Bool {
    let now = Moment.seconds
    if rowsEvery > 0, let last = rowsCheckedAt, (0..<rowsEvery).contains(now - last) { return false }
    rowsCheckedAt = now
    var entries: [IndexLog.Entry] = []
    let shown = (0..<min(found.count, Index.checkedRows)).map { (found.id($0), found.marks($0)) }
    let held = found.held.prefix(Index.checkedRows).map { ($0.id, stack.row($0.id)?.marks ?? []) }
    for (id, marks) in shown + held where !archive.isSame(id, marks) {
      let old = stack.row(id)
      let writers = (try? archive.writers(.ticket(id))) ?? []
      guard let reading = archive.reading(id, writers: writers, under: rules, old: old), reading.row != old else {
        continue
      }
      entries.append(entry(reading))
    }
    if entries.isEmpty { return false }
    for entry in entries { stack.put(entry) }
    edition &+= 1
    tell(entries, place: nil)
    return true
  }

  func isFound(_ id: TicketID, _ term: TextTerm) -> Bool {
    let lamport = stack.summary(id)?.lamport ?? 0
    if let known = phrases[term]?[id], known.lamport == lamport { return known.isFound }
    guard let gathering: Gathering<Fact> = try? archive.gather(.ticket(id)) else { return false }
    var isFound = false
    Ticket.fold(id, gathering.events, under: rules).eachText(whole: archive.wholeText) { _, text in
      if !isFound { isFound = Phrase.isFound(term, in: text) }
    }
    if phrases.count > Index.phrasesKept { phrases.removeAll() }
    phrases[term, default: [:]][id] = (lamport, isFound)
    return isFound
  }

  /// Tickets up to which everything is done at once instead of being owed.
  static let small = 2000
  /// Rows of a list whose files are looked at before it is believed.
  static let checkedRows = 50
  private static let phrasesKept = 16
  /// Rows handed over at a time.
  private static let handful = 256

  /// Takes the index away: the next is made from the files alone, and remembers no alarm.
  package static func discard(_ cabinet: Cabinet) throws(JournalError) { try IndexFiles(root: cabinet.root).discard() }

  func discard() { try? IndexFiles(root: archive.root).discard() }

  func reloadNow() {
    loaded = nil
    _ = reload()
  }
}
