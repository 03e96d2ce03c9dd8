import Desk
import Glibc

/// `run/feed`: a hint of what is being written, for everybody who watches. Never synced, never believed.
///
///     #4t0q7e9k2m1x8c5v  which feed this is
///     +LYO-34217         is about to be written
///     =LYO-34217         has been written
///
/// The first comes before the write, so that a process killed in between cannot hide a change from a reader who
/// goes on from here; the second wakes those who looked too early.
struct Feed: Sendable {
  /// `run/`
  let folder: String
  var path: String { folder + "/feed" }
  /// `#`, 16 letters, a newline.
  static let headLength = 18

  /// Says what is about to be written. A hint that cannot be written is no reason not to write the event: whoever
  /// watches sweeps now and then.
  func announce(_ names: [String]) -> Announcement {
    Announcement(feed: self, names: names, handle: append(Feed.lines("+", names)))
  }

  fileprivate static func lines(_ mark: String, _ names: [String]) -> [UInt8] {
    Array(names.map { "\(mark)\($0)\n" }.joined().utf8)
  }

  /// Appends to the feed, and leaves it open.
  fileprivate func append(_ bytes: [UInt8]) -> Handle? {
    for _ in 0..<8 {
      do throws(JournalError) {
        let handle = try Disk.open(path, O_WRONLY | O_APPEND)
        try Disk.write(bytes, to: handle)
        // Where the feed was turned over in between, the hint went where nobody looks any more.
        if let named = try Disk.status(path), named.st_ino == (try Disk.status(handle)).st_ino { return handle }
      } catch {
        guard case .system(_, _, ENOENT) = error, begin() else { return nil }
      }
    }
    return nil
  }

  /// Begins a feed under a new name of its own: an inode number may come again, 80 random bits do not.
  @discardableResult func begin() -> Bool {
    mkdir(folder, Disk.folderMode)
    let draft = folder + "/feed." + Token.event()
    defer { unlink(draft) }
    guard let handle = try? Disk.open(draft, O_WRONLY | O_CREAT | O_EXCL),
      (try? Disk.write(Array("#\(Token.event())\n".utf8), to: handle)) != nil
    else { return false }
    return (try? Disk.link(draft, path)) != nil
  }

  /// Puts a long feed aside. Whoever reads it notices the new one and sweeps.
  fileprivate func turnOver(_ handle: borrowing Handle) {
    guard flock(handle.fd, LOCK_EX | LOCK_NB) == 0, let mine = try? Disk.status(handle),
      let named = try? Disk.status(path), named.st_ino == mine.st_ino
    else { return }
    rename(path, path + ".old")
  }
}

/// What was announced in the feed: the feed is kept open to say that it has been written.
struct Announcement: ~Copyable {
  fileprivate let feed: Feed
  fileprivate let names: [String]
  fileprivate let handle: Handle?

  /// Wakes those who looked too early.
  func confirm() {
    switch handle {
    case .none: return
    case .some(let handle): confirm(in: handle)
    }
  }

  private func confirm(in handle: borrowing Handle) {
    let bytes = Feed.lines("=", names)
    guard (try? Disk.write(bytes, to: handle)) != nil, let mine = try? Disk.status(handle) else { return }
    // Turned over since it was announced: whoever reads the new feed has not heard of it.
    guard let named = try? Disk.status(feed.path), named.st_ino == mine.st_ino else {
      _ = feed.append(Feed.lines("+", names) + bytes)
      return
    }
    if Int(mine.st_size) > Limits.feed { feed.turnOver(handle) }
  }
}

/// How far one reader has read the feed.
struct FeedPlace: Hashable, Sendable {
  /// The feed's first line; empty before any was read.
  var feed: [UInt8] = []
  var offset = 0
  /// Announced and not yet confirmed: looked at again each time, for their writer may have died in between.
  var unsettled: Set<String> = []

  /// The names hinted at since, or nil where hints may have been missed and only a sweep tells.
  mutating func catchUp(_ source: Feed) -> Set<String>? {
    // No feed: one is begun, so that whoever comes next goes on from here; what was missed a sweep tells.
    if access(source.path, F_OK) != 0 { source.begin() }
    guard let handle = try? Disk.open(source.path, O_RDONLY), let status = try? Disk.status(handle) else {
      self = FeedPlace()
      return nil
    }
    guard let head = FeedPlace.head(handle) else { return nil }
    guard head == feed, Int(status.st_size) >= offset else {
      // Another feed: all of it is read for those who announced and have not confirmed, and a sweep finds the rest.
      self = FeedPlace(feed: head, offset: Feed.headLength)
      if let bytes = try? Disk.read(handle, from: offset) { _ = take(bytes) }
      return nil
    }
    guard Int(status.st_size) > offset else { return unsettled }
    guard let bytes = try? Disk.read(handle, from: offset) else { return nil }
    return take(bytes)
  }

  private mutating func take(_ bytes: [UInt8]) -> Set<String> {
    var names = unsettled
    guard let end = bytes.lastIndex(of: 10) else { return names }
    offset += end + 1
    for line in bytes[...end].split(separator: 10) {
      guard let mark = line.first else { continue }
      let name = String(decoding: line.dropFirst(), as: UTF8.self)
      names.insert(name)
      if mark == UInt8(ascii: "+") { unsettled.insert(name) } else { unsettled.remove(name) }
    }
    while unsettled.count > Limits.unsettled { unsettled.removeFirst() }
    return names
  }

  private static func head(_ handle: borrowing Handle) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: Feed.headLength)
    let got = bytes.withUnsafeMutableBytes { pread(handle.fd, $0.baseAddress, $0.count, 0) }
    return got == Feed.headLength && bytes[0] == UInt8(ascii: "#") && bytes.last == 10 ? bytes : nil
  }
}
