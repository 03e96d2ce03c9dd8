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

  /// The feed before this one: whoever had not read all of it finds the rest there.
  var oldPath: String { path + ".old" }

  /// Puts a long feed aside.
  fileprivate func turnOver(_ handle: borrowing Handle) {
    guard flock(handle.fd, LOCK_EX | LOCK_NB) == 0, let mine = try? Disk.status(handle),
      let named = try? Disk.status(path), named.st_ino == mine.st_ino
    else { return }
    rename(path, oldPath)
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

  /// The names hinted at since, and whether they are all of them: else only a look at every file tells.
  mutating func catchUp(_ source: Feed) -> (names: Set<String>, isWhole: Bool) {
    // No feed: one is begun, so that whoever comes next goes on from here.
    if access(source.path, F_OK) != 0 { source.begin() }
    guard let handle = try? Disk.open(source.path, O_RDONLY), let status = try? Disk.status(handle) else {
      self = FeedPlace()
      return ([], false)
    }
    guard let head = FeedPlace.head(handle) else { return (unsettled, false) }
    if head == feed, Int(status.st_size) >= offset { return rest(of: handle, status) }
    // Another feed. Where the one before it is the one that was being read, nothing has been missed: whoever wrote
    // there after it was put aside said it here again.
    let before = head == feed ? nil : restOfOld(source)
    if before == nil { unsettled = [] }
    feed = head
    offset = Feed.headLength
    let now = rest(of: handle, status)
    return (now.names.union(before ?? []), before != nil && now.isWhole)
  }

  /// What the feed that was put aside says beyond this place; nil where it is not the one that was being read.
  private mutating func restOfOld(_ source: Feed) -> Set<String>? {
    guard let handle = try? Disk.open(source.oldPath, O_RDONLY), let status = try? Disk.status(handle),
      FeedPlace.head(handle) == feed, Int(status.st_size) >= offset
    else { return nil }
    let rest = rest(of: handle, status)
    return rest.isWhole ? rest.names : nil
  }

  private mutating func rest(of handle: borrowing Handle, _ status: stat) -> (names: Set<String>, isWhole: Bool) {
    guard Int(status.st_size) > offset else { return (unsettled, true) }
    guard let bytes = try? Disk.read(handle, from: offset) else { return (unsettled, false) }
    return (take(bytes), true)
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
