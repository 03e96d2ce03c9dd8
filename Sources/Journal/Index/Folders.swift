import Desk
import Glibc

/// `index/folders`: when names last came and went in each folder under `tickets/`. Appending to a file does not show
/// here, and needs not: whoever appends tells the feed. What a checkout, a copy or an editor puts in place does.
struct Folders {
  let root: String
  /// Relative path and, in nanoseconds, when the folder last changed; 0 where that was too lately to be trusted.
  private(set) var times: [String: Int64] = [:]

  static let file = "index/folders"
  /// A folder changed this lately may change again within one tick of its clock.
  private static let racy: Int64 = 2_000_000_000
  private static let magic = Array("guichet-folders-1\n".utf8)

  /// Every folder as it is now.
  init(scanning root: String) {
    self.root = root
    note("tickets", at: Folders.now)
    for leaf in (try? Tree(root: root).leaves()) ?? [] {
      var path = leaf
      while path != "tickets", times[path] == nil {
        note(path, at: Folders.now)
        path = Shelf.folder(of: path)
      }
    }
  }

  private mutating func note(_ path: String, at now: Int64) {
    var status = stat()
    guard lstat(root + "/" + path, &status) == 0 else { return }
    let modified = Mark.nanoseconds(status)
    times[path] = modified > now - Folders.racy ? 0 : modified
  }

  var leaves: [String] { times.keys.filter(Folders.isLeaf) }

  private static func isLeaf(_ path: String) -> Bool { path.utf8.count { $0 == 47 } == 3 }

  // MARK: - Looking again

  /// The leaves in which names came or went since the last look; nil where it is not known what was there. A look that
  /// anybody took less than `seconds` ago is good enough.
  static func changed(under root: String, every seconds: Int64) -> [String]? {
    let path = root + "/" + file
    guard let handle = try? Disk.open(path, O_RDWR), let status = try? Disk.status(handle) else { return nil }
    if (0..<seconds * 1_000_000_000).contains(now - Mark.nanoseconds(status)) { return [] }
    guard let bytes = try? Disk.read(handle), let stale = stale(bytes, under: root) else { return nil }
    if stale.isEmpty {
      futimens(handle.fd, nil)
      return []
    }
    // Which folders there are, and how they stand, is taken down before anybody looks into them.
    let folders = Folders(scanning: root)
    let known = Set(stale)
    let before = Folders.paths(bytes)
    let leaves = Set(folders.leaves)
    let changed =
      leaves.filter { known.contains($0) || !before.contains($0) } + known.subtracting(leaves).filter(isLeaf)
    folders.save()
    return Array(changed)
  }

  /// Folders that are not as they were; nil where the file is not what was written.
  private static func stale(_ bytes: [UInt8], under root: String) -> [String]? {
    guard let body = body(bytes), let folder = try? Disk.open(root, O_RDONLY | O_DIRECTORY) else { return nil }
    return bytes.withUnsafeBytes { bytes in
      var stale: [String] = []
      var at = body
      while at + 9 < bytes.count, let base = bytes.baseAddress {
        let kept = Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Int64.self))
        let path = (base + at + 8).assumingMemoryBound(to: CChar.self)
        let length = strnlen(path, bytes.count - at - 8)
        guard at + 8 + length < bytes.count else { return nil }
        var status = stat()
        if kept == 0 || fstatat(folder.fd, path, &status, AT_SYMLINK_NOFOLLOW) != 0 || Mark.nanoseconds(status) != kept
        {
          stale.append(String(cString: path))
        }
        at += 9 + length
      }
      return stale
    }
  }

  /// The leaves there were at the last look.
  static func kept(under root: String) -> [String] {
    guard let bytes = try? Disk.read(root + "/" + file) else { return [] }
    return paths(bytes).filter(isLeaf)
  }

  private static func paths(_ bytes: [UInt8]) -> Set<String> {
    guard let body = body(bytes) else { return [] }
    var paths: Set<String> = []
    var at = body + 8
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0) ?? bytes.count
      paths.insert(String(decoding: bytes[at..<end], as: UTF8.self))
      at = end + 9
    }
    return paths
  }

  /// Where the entries begin.
  private static func body(_ bytes: [UInt8]) -> Int? {
    guard bytes.starts(with: magic), bytes.count >= magic.count + 8 else { return nil }
    let sum = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: magic.count, as: UInt64.self) }
    let start = magic.count + 8
    let isWhole =
      bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[start...])) } == UInt64(littleEndian: sum)
    return isWhole ? start : nil
  }

  /// Keeps it for the next look. A failure is of no consequence.
  func save() {
    var body = Sink()
    for (path, time) in times {
      body.put(time)
      body.put(contentsOf: path.utf8)
      body.put(UInt8(0))
    }
    var out = Sink()
    out.put(contentsOf: Folders.magic)
    out.put(Checksum.of(body.bytes))
    out.put(contentsOf: body.bytes)
    try? Derived.replace(Folders.file, with: out.bytes, under: root)
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
