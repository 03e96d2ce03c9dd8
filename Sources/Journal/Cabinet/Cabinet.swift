import Desk
import Glibc

/// The folder of all tickets, as one process uses it. Any number of processes may have it open at once: writers
/// meet at the lock of one file, readers take no lock. One cabinet belongs to one thread.
package final class Cabinet {
  package let root: String
  package let charter: Charter
  /// What tickets are folded under: made when a ticket is first folded.
  package lazy var rules = makeRules()
  /// How the shell makes them of its settings and the ledger. Set before `rules` is asked for.
  package var makeRules: () -> Rules = { Rules() }
  /// What the desk adds of itself to an act on a ticket: what its rules make of it. Asked under the ticket's lock, of the
  /// ticket as it was before; what it adds is recorded with the act, in the same write.
  package var follow: ((_ ticket: Ticket, _ act: [PendingFact], _ now: Instant) -> [PendingFact])?
  /// Milliseconds to wait for a lock.
  package var patience = Limits.patience
  /// Set once the disk did not confirm a write; then this cabinet writes no more.
  package private(set) var doubt: JournalError?
  let feed: Feed
  /// Nanoseconds for which a file just written may be written again without its mark showing it.
  package var racyFor = FileMark.racy
  /// The directory given last, and the ledgers it was made of.
  var known: (marks: LedgerFile.Marks, directory: Directory)?

  /// The site that writes here.
  package var site: String { charter.site }

  /// Opens a cabinet that is there. Writes nothing.
  package init(opening path: String) throws(JournalError) {
    root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let bytes: [UInt8]
    do {
      bytes = try Disk.read(root + "/" + Charter.file)
    } catch .system(_, _, ENOENT), .system(_, _, ENOTDIR) {
      throw .noCabinet(path: path)
    }
    charter = try Charter(reading: bytes, path: path)
    feed = Feed(folder: root + "/run")
  }

  /// Makes a new cabinet in a folder that is missing or holds none, for the site of this code.
  package static func create(at path: String, site: String) throws(JournalError) -> Cabinet {
    guard TicketID.isSiteCode(site) else { throw .badSiteCode(site) }
    let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if try Disk.status(root) == nil, mkdir(root, Disk.folderMode) != 0 { throw Disk.failure("mkdir", root) }
    if try Disk.status(root + "/" + Charter.file) != nil { throw .alreadyThere(path: path) }
    for folder in ["tickets/" + site, "kb/" + site, "ledger", "blobs", "spool", "tmp", "run", "index", "drafts"] {
      try Disk.makeFolders(folder, under: root)
    }
    let charter = Charter(store: Token.store(), site: site, siteID: Token.store())
    // The charter comes last: a folder is a cabinet when it holds one.
    guard try Shelf(root: root).place(charter.bytes, at: Charter.file) else { throw .alreadyThere(path: path) }
    return try Cabinet(opening: root)
  }

  var shelf: Shelf { Shelf(root: root) }

  var archive: Archive { Archive(root: root, site: site, store: charter.store) }

  func stream(_ subject: Subject, by site: String) -> Stream { archive.stream(subject, by: site) }

  /// Appends what `compose` makes of the streams as they are on disk, under the lock; begins the file where it is
  /// missing. Gives back the events as recorded. Where `compose` has nothing to add because an earlier try had come
  /// through, that try is synced: nobody knows whether it was.
  func append<P: Payload>(
    about subject: Subject, repeating event: String? = nil,
    compose: (Gathering<P>) throws(RecordError) -> [Entrant]
  ) throws(RecordError) -> [Event<P>] {
    do throws(RecordError) {
      if let doubt { throw RecordError.journal(doubt) }
      let own = stream(subject, by: site)
      while true {
        var gathering = Gathering<P>()
        for stream in try journal({ () throws(JournalError) in try archive.foreignStreams(subject) }) {
          if let scroll = try journal({ () throws(JournalError) in try stream.read() }) {
            gathering.add(scroll, of: stream)
          }
        }
        if let locked = try lock(own) {
          gathering.add(locked.scroll, of: own)
          let isRepeated = event.map { event in locked.scroll.lines.contains { $0.id == event } } ?? false
          let entrants = try compose(gathering)
          if entrants.isEmpty {
            if isRepeated { try journal { () throws(JournalError) in try locked.sync() } }
            return []
          }
          let lamport = gathering.lamport
          let announcement = feed.announce([subject.name])
          try journal { () throws(JournalError) in try locked.append(entrants, lamport: lamport) }
          announcement.confirm()
          return recorded(entrants, after: locked.scroll.lastNumber, lamport: lamport)
        }
        let entrants = try compose(gathering)
        if entrants.isEmpty { return [] }
        let isPlaced = try journal { () throws(JournalError) in
          try begin(own, entrants, lamport: gathering.lamport, name: subject.name)
        }
        if isPlaced { return recorded(entrants, after: 0, lamport: gathering.lamport) }
      }
    } catch {
      if case .journal(let failure) = error, case .notConfirmed = failure { doubt = failure }
      throw error
    }
  }

  private func lock(_ stream: Stream) throws(RecordError) -> LockedStream? {
    do throws(JournalError) { return try stream.lock(within: patience) } catch { throw .journal(error) }
  }

  /// Begins a stream with its first events; false where the file is there already. `named` is called once the file has
  /// its name, before the disk has confirmed that.
  func begin(
    _ stream: Stream, _ entrants: [Entrant], lamport: Int64, name: String, named: () -> Void = {}
  ) throws(JournalError) -> Bool {
    var bytes: [UInt8] = []
    try Lines.append(entrants, after: stream.genesis, number: 0, lamport: lamport, path: stream.path, to: &bytes)
    let announcement = feed.announce([name])
    let isPlaced = try shelf.place(bytes, at: stream.file, named: named)
    if isPlaced { announcement.confirm() }
    return isPlaced
  }

  /// What the writing of new tickets learnt about the disk.
  func doubting<T>(_ work: () throws(JournalError) -> T) throws(JournalError) -> T {
    if let doubt { throw doubt }
    do {
      return try work()
    } catch {
      if case .notConfirmed = error { doubt = error }
      throw error
    }
  }

  func recorded<P: Payload>(_ entrants: [Entrant], after number: Int, lamport: Int64) -> [Event<P>] {
    entrants.enumerated().map { at, entrant in
      Event(
        id: entrant.id, site: site, n: number + at + 1, lamport: lamport + Int64(at) + 1, at: entrant.at,
        by: entrant.by, account: entrant.account, via: entrant.via, fact: P(op: entrant.op, d: entrant.d))
    }
  }
}
