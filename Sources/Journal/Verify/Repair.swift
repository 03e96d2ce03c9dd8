import Desk
import Glibc

/// What a repair did with one file, and what it could not do.
package struct Mending: Hashable, Sendable {
  /// Relative to the cabinet.
  package var file: String
  /// Events had back from a copy.
  package var fetched = 0
  /// What an event now tells of.
  package var accounted: [Anomaly] = []
  /// What is as wrong as before.
  package var left: [Anomaly] = []
  package var obstacle: Obstacle?

  /// Why something could not be done.
  package enum Obstacle: Hashable, Sendable {
    /// The copy and this file have gone different ways from this line on: neither is the other's beginning.
    case fork(line: Int)
    /// Only the site that writes a file accounts for its damage.
    case otherSite(String)
    /// No line of it is valid: there is nothing to go on from.
    case nothingValid
    case failed(JournalError)
  }

  package var isIdle: Bool { fetched == 0 && accounted.isEmpty && left.isEmpty && obstacle == nil }
}

extension Cabinet {
  /// Mends what can be mended, by appending only: events lost from the end of a file, and files lost, are had back
  /// from `copy`, another folder of the same cabinet; damage in the lines is accounted for by an event. Nothing is
  /// cut, changed, renamed or deleted. May be broken off at any moment and begun again; done twice it does nothing.
  package func repair(
    only: Set<TicketID>? = nil, from copy: Cabinet? = nil, as actor: Actor, at now: Instant, isDry: Bool = false
  ) -> [Mending] {
    let before = verify(only: only)
    var files = Set(before.findings.map(\.file))
    if let copy { files.formUnion(behind(copy, only: only)) }
    var mendings = files.sorted().map { file in
      var mending = Mending(file: file)
      if let subject = Subject(ofFile: file) {
        if let copy { fetch(file, about: subject, from: copy, isDry, into: &mending) }
        account(file, about: subject, actor, now, isDry, into: &mending)
      }
      return mending
    }
    let after = isDry ? before : verify(only: only)
    for at in mendings.indices {
      let told = Set(mendings[at].accounted)
      mendings[at].left = after.findings.filter {
        $0.file == mendings[at].file && !$0.isSettled && !$0.isAccounted && !told.contains($0)
      }
    }
    return mendings.filter { !$0.isIdle }
  }

  /// Files of which a copy holds more, or that are missing here.
  private func behind(_ copy: Cabinet, only: Set<TicketID>?) -> [String] {
    let files =
      only.map {
        $0.flatMap { id in ((try? copy.archive.writers(.ticket(id))) ?? []).map(Subject.ticket(id).file(by:)) }
      }
      ?? FloorPlan(copy.archive).streams
    return files.filter { file in
      let theirs = (try? Disk.status(copy.root + "/" + file))?.st_size ?? 0
      return theirs > (try? Disk.status(root + "/" + file))?.st_size ?? -1
    }
  }

  // MARK: - What a copy holds

  private func fetch(
    _ file: String, about subject: Subject, from copy: Cabinet, _ isDry: Bool, into mending: inout Mending
  ) {
    do throws(JournalError) {
      let bytes: [UInt8]
      do { bytes = try Disk.read(copy.root + "/" + file) } catch .system(_, _, ENOENT) { return }
      let stream = Stream(root: root, file: file, site: site, store: charter.store)
      let source = Source(bytes, genesis: stream.genesis)
      if let locked = try stream.lock(within: patience) {
        let own = try Disk.read(locked.handle)
        let rest: ArraySlice<UInt8>
        switch source.rest(after: own, locked.scroll) {
        case .nothing: return
        case .fork(let line): return mending.obstacle = .fork(line: line)
        case .rest(let bytes, let events):
          rest = bytes
          mending.fetched = events
        }
        if isDry { return }
        let announcement = feed.announce([subject.name])
        try doubting { () throws(JournalError) in try locked.extend(Array(rest), from: own.count) }
        announcement.confirm()
      } else {
        guard source.count > 0 else { return }
        mending.fetched = source.count
        if isDry { return }
        let announcement = feed.announce([subject.name])
        let isPlaced = try doubting { () throws(JournalError) in
          try shelf.place(Array(source.whole), at: file)
        }
        guard isPlaced else {
          // Somebody was quicker: the next repair sees.
          mending.fetched = 0
          return
        }
        announcement.confirm()
      }
    } catch {
      mending.fetched = 0
      mending.obstacle = .failed(error)
    }
  }

  // MARK: - What an event tells of

  private func account(
    _ file: String, about subject: Subject, _ actor: Actor, _ now: Instant, _ isDry: Bool, into mending: inout Mending
  ) {
    let stream = Stream(root: root, file: file, site: site, store: charter.store)
    let due = diagnose(stream).due
    if due.isEmpty { return }
    guard file == subject.file(by: site) else {
      mending.obstacle = mending.obstacle ?? .otherSite(subject.writer(of: Shelf.name(of: file)) ?? "")
      return
    }
    mending.accounted = due.map(\.finding)
    if isDry { return }
    do throws(RecordError) {
      let _: [TicketEvent] = try append(about: subject) { _ in
        // Under the lock nobody writes: a tail is one that nobody will end.
        let due = diagnose(stream).due.prefix(Limits.repairSpots)
        mending.accounted = due.map(\.finding)
        if due.isEmpty { return [] }
        return [Entrant(Fact.repaired(Repair(damage: due.map(\.spot))), as: actor, at: now)]
      }
    } catch {
      mending.accounted = []
      switch error {
      case .journal(.nothingValid): mending.obstacle = .nothingValid
      case .journal(let failure): mending.obstacle = .failed(failure)
      case .refused: break
      }
    }
  }

  /// What is wrong with a file now, and of that, what an event can tell of and none does yet.
  private func diagnose(
    _ stream: Stream
  ) -> (findings: [Anomaly], due: [(finding: Anomaly, spot: Repair.Spot)]) {
    let inspection = Inspection(archive: archive, memories: memories())
    guard let handle = try? Disk.open(stream.path, O_RDONLY), let status = try? Disk.status(handle),
      let bytes = try? Disk.read(handle)
    else { return ([], []) }
    return bytes.withUnsafeBytes { bytes in
      let findings = inspection.findings(bytes, Scroll(bytes, genesis: stream.genesis), status, stream)
      let due = findings.filter { !$0.isAccounted }.compactMap { finding in
        finding.spot(bytes).map { (finding: finding, spot: $0) }
      }
      return (findings, due)
    }
  }
}

extension Limits {
  /// Things wrong that one event tells of; the next repair tells of the rest.
  static let repairSpots = 200
}
