import Desk
import Glibc

/// One file: a ticket (an article, a ledger) as one site wrote it. Grows at its end, and nowhere else.
struct Stream: Sendable {
  /// The folder of all.
  let root: String
  /// Relative to the root: `tickets/LYO/3/42/LYO-34217.LYO.jsonl`.
  let file: String
  /// The site that writes it.
  let site: String
  let genesis: Seal

  init(root: String, file: String, site: String, store: String) {
    self.root = root
    self.file = file
    self.site = site
    let name = file.split(separator: "/").last.map(String.init) ?? file
    genesis = Seal.genesis(store: store, file: name)
  }

  var path: String { root + "/" + file }

  /// All that reads. Takes no lock: a line half written is a torn tail and is met again at the next reading.
  /// nil where there is no such file.
  func read() throws(JournalError) -> Scroll? {
    do {
      let bytes = try Disk.read(path)
      return bytes.withUnsafeBytes { Scroll($0, genesis: genesis) }
    } catch .system(_, _, ENOENT) {
      return nil
    }
  }

  /// The file, locked against every other writer, and what it holds. nil where there is no such file.
  func lock(within patience: Int) throws(JournalError) -> LockedStream? {
    let deadline = Disk.monotonic() + patience
    while true {
      let handle: Handle
      do {
        handle = try Disk.open(path, O_RDWR | O_APPEND)
      } catch .system(_, _, ENOENT) {
        return nil
      }
      guard try Stream.take(handle, until: deadline) else {
        throw .locked(path: path, milliseconds: patience)
      }
      let status = try Disk.status(handle)
      guard status.st_mode & S_IFMT == S_IFREG else { throw .system(call: "open", path: path, errno: EINVAL) }
      // The lock is worth nothing where the name has meanwhile been given to another file.
      guard let named = try Disk.status(path), named.st_ino == status.st_ino, named.st_dev == status.st_dev else {
        if Disk.monotonic() >= deadline { throw .locked(path: path, milliseconds: patience) }
        continue
      }
      let bytes = try Disk.read(handle, size: Int(status.st_size))
      let scroll = bytes.withUnsafeBytes { Scroll($0, genesis: genesis, adoptingUnended: true) }
      return LockedStream(handle: handle, scroll: scroll)
    }
  }

  /// Tries for the lock until the deadline. The kernel frees it when a process dies: there is no stale lock.
  static func take(_ handle: borrowing Handle, until deadline: Int) throws(JournalError) -> Bool {
    while Disk.again({ Int(flock(handle.fd, LOCK_EX | LOCK_NB)) }) != 0 {
      guard errno == EWOULDBLOCK else { throw Disk.failure("flock", handle.path) }
      if Disk.monotonic() >= deadline { return false }
      usleep(UInt32(Limits.lockPause * 1000))
    }
    return true
  }
}

/// A stream whose lock is held: until it goes out of scope nobody else writes to the file.
struct LockedStream: ~Copyable {
  let handle: Handle
  let scroll: Scroll

  init(handle: consuming Handle, scroll: Scroll) {
    self.handle = handle
    self.scroll = scroll
  }

  /// Appends events in one write and waits for the disk. `lamport` is the highest clock seen in any stream.
  /// A torn tail is closed by a newline, never cut off; it stays in the file as a line of junk.
  func append(_ entrants: [Entrant], lamport: Int64) throws(JournalError) {
    // Where not one line is valid there is nothing to lean on, and no way to tell whose file it is.
    guard !scroll.lines.isEmpty else { throw .nothingValid(path: handle.path) }
    var bytes: [UInt8] = scroll.tail == .clean ? [] : [10]
    try Lines.append(
      entrants, after: scroll.head, number: scroll.lastNumber, lamport: lamport, path: handle.path, to: &bytes)
    do throws(JournalError) {
      try Disk.write(bytes, to: handle)
    } catch {
      throw partly(of: bytes) ? .partly(path: handle.path) : error
    }
    try Disk.check(handle, holds: scroll.size + bytes.count)
    try Disk.sync(handle)
  }

  /// Waits until the disk has what the file holds already: it may be of a process that died before it did.
  func sync() throws(JournalError) { try Disk.sync(handle) }

  /// Whether a write that failed left whole events all the same, which others will see.
  private func partly(of bytes: [UInt8]) -> Bool {
    guard let status = try? Disk.status(handle) else { return false }
    return bytes.prefix(max(0, Int(status.st_size) - scroll.size)).dropFirst().contains(10)
  }
}

/// Events in a row, each leaning on the one before.
enum Lines {
  static func append(
    _ entrants: [Entrant], after head: Seal, number: Int, lamport: Int64, path: String, to bytes: inout [UInt8]
  ) throws(JournalError) {
    let count = Int64(entrants.count)
    guard lamport < Limits.integer - count - 1, Int64(number) < Limits.integer - count - 1 else {
      throw .exhausted(path: path)
    }
    var head = head
    for (at, entrant) in entrants.enumerated() {
      guard (0...253_402_300_799_999).contains(entrant.at.ms) else { throw .badInstant(entrant.at) }
      let start = bytes.count
      head = entrant.append(n: number + at + 1, previous: head, lamport: lamport + Int64(at) + 1, to: &bytes)
      guard bytes.count - start <= Limits.line else { throw .lineTooLong(bytes: bytes.count - start) }
    }
  }
}
