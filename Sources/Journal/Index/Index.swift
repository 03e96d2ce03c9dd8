import Desk
import Glibc

/// A row for every ticket, in memory, kept up to date from the feed and by sweeps, and cached in one file that may
/// be deleted at any time. Never the truth: what it says can always be read again from the streams.
package final class Index {
  let archive: Archive
  let feed: Feed
  let rules: Rules
  /// Names the rules the rows were made under; others make the cache worthless.
  let stamp: String
  var rows: [Row] = []
  /// Beside the rows: their words, folded when they are first looked for.
  private var words: [FoldedWords?] = []
  private var places: [TicketID: Int] = [:]
  var place = FeedPlace()
  /// A sweep is owed: nothing is known yet, or hints may have been missed.
  private(set) var owesSweep = true
  private(set) var isChanged = false

  /// Loads the cache, if there is a good one; `refresh` makes it current. `stamp` is any text that differs where
  /// the rules do.
  package init(_ cabinet: Cabinet, stamp: String = "") {
    archive = cabinet.archive
    feed = cabinet.feed
    rules = cabinet.rules
    self.stamp = stamp
    guard let cache = IndexFile(root: archive.root).load(store: archive.store, stamp: stamp) else { return }
    rows = cache.rows
    words = Array(repeating: nil, count: rows.count)
    place = cache.place
    owesSweep = cache.isStale
    places.reserveCapacity(rows.count)
    for (at, row) in rows.enumerated() { places[row.summary.id] = at }
  }

  package var count: Int { rows.count }

  /// The row of one ticket.
  package func summary(_ id: TicketID) -> Summary? { places[id].map { rows[$0].summary } }

  /// Files that were shortened or replaced since they were first known.
  package var alarms: [Damage] { rows.compactMap(\.alarm) }

  /// The rows a question asks for, in order.
  package func list(_ request: ListRequest) -> Listing {
    if request.query.asksWords || request.counts.contains(where: \.asksWords) { foldWords() }
    var found: [(rank: Order.Rank, at: Int)] = []
    var counts = [Int](repeating: 0, count: request.counts.count)
    for at in rows.indices {
      if request.query.matches(rows[at].summary, for: request.asker, words: words[at]) {
        found.append((request.order.rank(rows[at].summary, at: request.asker.now), at))
      }
      for (which, query) in request.counts.enumerated()
      where query.matches(rows[at].summary, for: request.asker, words: words[at]) {
        counts[which] += 1
      }
    }
    found.sort { $0.rank == $1.rank ? rows[$0.at].summary.id < rows[$1.at].summary.id : $0.rank < $1.rank }
    return Listing(
      rows: found.prefix(max(request.limit, 0)).map { rows[$0.at].summary }, total: found.count, counts: counts)
  }

  private func foldWords() {
    for at in rows.indices where words[at] == nil { words[at] = FoldedWords(rows[at].summary) }
  }

  /// Brings the rows up to date and says which tickets changed. `sweeping` looks at every file instead of trusting
  /// the feed.
  package func refresh(sweeping: Bool = false) throws(JournalError) -> Set<TicketID> {
    let hinted = place.catchUp(feed)
    if sweeping || owesSweep || hinted == nil {
      let changed = try sweep()
      owesSweep = false
      return changed
    }
    var changed: Set<TicketID> = []
    for name in hinted ?? [] {
      guard let id = TicketID(name), id.description == name else { continue }
      if try look(at: id) { changed.insert(id) }
    }
    return changed
  }

  /// Reads a ticket again if its files changed.
  private func look(at id: TicketID) throws(JournalError) -> Bool {
    let subject = Subject.ticket(id)
    let writers = try archive.writers(subject)
    let old = places[id].map { rows[$0] }
    var isSame = old?.marks.count == writers.count
    for mark in old?.marks ?? [] where isSame {
      let status = try Disk.status(archive.root + "/" + subject.file(by: mark.site))
      isSame = status.map { mark.isSame(as: $0) } ?? false
    }
    if isSame { return false }
    guard let row = archive.row(id, writers: writers, under: rules, old: old) else { return false }
    return put(row)
  }

  /// Looks at every file and reads those that changed, on two threads.
  private func sweep() throws(JournalError) -> Set<TicketID> {
    let known = rows
    let leaves = try Tree(root: archive.root).leaves()
    let sweeps = Sweep.split(leaves, known: known, archive: archive, rules: rules)
    var changed: Set<TicketID> = []
    for row in Crew.run(sweeps).joined() where put(row) { changed.insert(row.summary.id) }
    return changed
  }

  /// Puts a row in its place; true where it says something new.
  private func put(_ row: Row) -> Bool {
    isChanged = true
    guard let at = places[row.summary.id] else {
      places[row.summary.id] = rows.count
      rows.append(row)
      words.append(nil)
      return true
    }
    let isNew = rows[at].summary != row.summary
    rows[at] = row
    if isNew { words[at] = nil }
    return isNew
  }

  /// Writes the cache, unless another process is doing so or nothing has changed. A failure is of no consequence.
  package func save() {
    guard isChanged, !owesSweep else { return }
    if IndexFile(root: archive.root).save(self) { isChanged = false }
  }

  /// Takes the cache away: the next index is made from the files alone, and remembers no alarm.
  package static func discard(_ cabinet: Cabinet) throws(JournalError) {
    let path = cabinet.root + "/index/v1.idx"
    guard unlink(path) == 0 || errno == ENOENT else { throw Disk.failure("unlink", path) }
  }
}
