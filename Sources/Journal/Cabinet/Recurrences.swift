import Desk
import Glibc

// Which dates of a recurring ticket were opened. One file a rule, `recurring/SITE/…`, with a line for each date:
//
//     20261123 LYO-417 sauvegardes
//
// Its lock is held from the looking to the writing, so that of ten that look at once one opens, and the next nine find
// the line. A writer that died in between has opened a ticket of which there is no line: the ticket itself says for
// which date it is, and whoever comes next finds it among the latest.

extension Cabinet {
  /// Opens what `due` says after the date opened last (nil: none was yet), under the rule's lock; nil where nothing is
  /// due.
  package func recur(
    _ rule: String, at now: Instant,
    due: (_ last: Int?) -> (occurrence: Int, compose: (TicketID) throws(Refusal) -> [PendingFact])?
  ) throws(RecordError) -> (occurrence: Int, ticket: Ticket)? {
    let claims: Claims
    do throws(JournalError) { claims = try Claims(of: rule, in: self) } catch { throw .journal(error) }
    var last = claims.last
    if let next = due(last), let found = opened(by: rule, after: last ?? 0) {
      try claims.add(found.occurrence, found.id)
      last = found.occurrence
      if next.occurrence <= found.occurrence { return nil }
    }
    guard let next = due(last) else { return nil }
    let (id, ticket) = try open(at: now, compose: next.compose)
    try claims.add(next.occurrence, id)
    return (next.occurrence, ticket)
  }

  /// The date of a rule that was opened last; nil where none was. Takes no lock.
  package func lastRecurrence(of rule: String) -> (occurrence: Int, id: TicketID)? {
    guard let bytes = try? Disk.read(root + "/" + Claims.file(of: rule, by: site)) else { return nil }
    return Claims.lines(bytes).last
  }

  /// Tickets looked at for one that was opened and not written down: only the latest can be.
  private static let latestOpened = 64

  /// A ticket opened lately for a later date of the rule than the one known.
  private func opened(by rule: String, after last: Int) -> (occurrence: Int, id: TicketID)? {
    let highest = (try? Numbers(cabinet: self).last()) ?? 0
    for number in stride(from: highest, to: max(0, highest - Cabinet.latestOpened), by: -1) {
      guard let ticket = try? read(TicketID(site: site, number: number)).ticket else { continue }
      for entry in ticket.entries {
        if case .automat(.recurred(rule, let occurrence, _)) = entry.fact, occurrence > last {
          return (occurrence, ticket.id)
        }
      }
    }
    return nil
  }
}

/// The dates of one rule, its lock held until it goes out of scope.
private struct Claims: ~Copyable {
  private let handle: Handle
  private let rule: String
  let last: Int?
  /// The last line was left torn by a writer that died.
  private let isTorn: Bool

  init(of rule: String, in cabinet: Cabinet) throws(JournalError) {
    let file = Claims.file(of: rule, by: cabinet.site)
    try Disk.makeFolders(Shelf.folder(of: file), under: cabinet.root)
    let handle = try Disk.open(cabinet.root + "/" + file, O_RDWR | O_APPEND | O_CREAT)
    guard try Stream.take(handle, until: Disk.monotonic() + cabinet.patience) else {
      throw .locked(path: handle.path, milliseconds: cabinet.patience)
    }
    let bytes = try Disk.read(handle)
    last = Claims.lines(bytes).map(\.occurrence).max()
    isTorn = bytes.last.map { $0 != 10 } ?? false
    self.handle = handle
    self.rule = rule
  }

  func add(_ occurrence: Int, _ id: TicketID) throws(RecordError) {
    let name = String(rule.map { $0.isNewline ? " " : $0 })
    do throws(JournalError) {
      try Disk.write(Array("\(isTorn ? "\n" : "")\(occurrence) \(id) \(name)\n".utf8), to: handle)
      try Disk.sync(handle)
    } catch { throw .journal(error) }
  }

  /// A rule's name may be any text: its file is named by its hash.
  static func file(of rule: String, by site: String) -> String {
    "recurring/\(site)/" + SHA256.hash(Array(rule.utf8)).hex.prefix(32)
  }

  static func lines(_ bytes: [UInt8]) -> [(occurrence: Int, id: TicketID)] {
    guard let end = bytes.lastIndex(of: 10) else { return [] }
    return bytes[..<end].split(separator: 10).compactMap { line in
      let words = line.split(separator: 32, maxSplits: 2)
      guard words.count >= 2, let occurrence = Int(String(decoding: words[0], as: UTF8.self)),
        Day(decimal: occurrence) != nil, let id = TicketID(String(decoding: words[1], as: UTF8.self))
      else { return nil }
      return (occurrence, id)
    }
  }
}
