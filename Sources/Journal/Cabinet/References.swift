import Desk
import Glibc

/// Which tickets came from elsewhere, by the names they had there: so that an import that was broken off goes on where
/// it stood, and one that is run twice takes nothing twice.
///
/// `run/references.LYO` holds a line for each, `34217 INC-0000042`. It is derived: what it lacks is read from the tags
/// of the tickets behind its last number, and a spoilt one is made anew.
package final class References {
  private let handle: Handle
  /// 128 bits of each name's hash: a million names in 32 MB.
  private var known: Set<Seal> = []

  /// Closes off half a line that a process left when it died: with a second space it is no line.
  private static let torn = Array(" !\n".utf8)

  /// Opens them for one import; a second at the same time is told that the file is locked. `tell` is told
  /// how many tickets have been read and how many have to be.
  package init(of cabinet: Cabinet, tell: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(JournalError) {
    let path = cabinet.root + "/run/references." + cabinet.site
    try Disk.makeFolders("run", under: cabinet.root)
    handle = try References.open(path)
    var last = 0
    var isWhole = true
    let bytes = try Disk.read(handle)
    let end = bytes.lastIndex(of: 10).map { $0 + 1 } ?? 0
    for line in bytes[..<end].split(separator: 10) {
      if let (number, name) = References.read(line) {
        known.insert(References.key(name))
        if isWhole { last = max(last, number) }
      } else if line.last != References.torn[1] {
        // What stands behind a spoilt line may lack some: the tickets say.
        isWhole = false
      }
    }
    if end < bytes.count { try Disk.write(References.torn, to: handle) }
    try catchUp(cabinet, after: last, tell)
  }

  /// Whether a ticket of that name is here already.
  package func contains(_ reference: String) -> Bool { known.contains(References.key(reference)) }

  /// Takes a name for a ticket that is about to be taken in; false where it is taken.
  package func insert(_ reference: String) -> Bool { known.insert(References.key(reference)).inserted }

  /// Writes down under which numbers the names are now known. Not synced: the tickets are.
  package func remember(_ names: some Sequence<(reference: String, id: TicketID)>) throws(JournalError) {
    var bytes: [UInt8] = []
    for (reference, id) in names { bytes += Array("\(id.number) \(reference)\n".utf8) }
    if !bytes.isEmpty { try Disk.write(bytes, to: handle) }
  }

  private static func key(_ reference: some StringProtocol) -> Seal { SHA256.hash(Array(reference.utf8)).seal }

  private static func read(_ line: ArraySlice<UInt8>) -> (Int, String)? {
    guard let space = line.firstIndex(of: 32), let number = Int(String(decoding: line[..<space], as: UTF8.self)),
      (1...Limits.ticketNumber).contains(number), let name = String(validating: line[(space + 1)...], as: UTF8.self),
      !name.isEmpty, !name.contains(" ")
    else { return nil }
    return (number, name)
  }

  private static func open(_ path: String) throws(JournalError) -> Handle {
    let handle = try Disk.open(path, O_RDWR | O_APPEND | O_CREAT)
    for _ in 0..<References.tries {
      if flock(handle.fd, LOCK_EX | LOCK_NB) == 0 { return handle }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw Disk.failure("flock", path) }
      usleep(UInt32(References.pause) * 1000)
    }
    throw .locked(path: path, milliseconds: References.tries * References.pause)
  }

  /// An import that has just ended may leave the lock to a child it began for a moment: until that child is another
  /// program. Tries, and milliseconds between them.
  private static let tries = 10
  private static let pause = 20

  /// Reads the names of this site's tickets with a higher number: their own tags say them.
  private func catchUp(
    _ cabinet: Cabinet, after last: Int, _ tell: (Int, Int) -> Void
  ) throws(JournalError) {
    let highest = try Numbers(cabinet: cabinet).last()
    guard highest > last else { return }
    for number in (last + 1)...highest {
      let id = TicketID(site: cabinet.site, number: number)
      tell(number - last, highest - last)
      guard let scroll = try cabinet.stream(.ticket(id), by: cabinet.site).read() else { continue }
      var found: [(reference: String, id: TicketID)] = []
      for line in scroll.lines where line.op == "tag.added" {
        guard let tag = line.d["tag"]?.string, tag.hasPrefix(ForeignLife.tagPrefix) else { continue }
        let reference = String(tag.dropFirst(ForeignLife.tagPrefix.count))
        if insert(reference) { found.append((reference, id)) }
      }
      try remember(found)
    }
  }
}
