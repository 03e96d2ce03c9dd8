import Desk
import Glibc

/// `index/v1.idx`: the rows as one process left them. Derived, never synced, replaced whole; whatever is wrong
/// with it, it is made anew.
///
///     guichet-index-1\n  checksum (8 bytes)  store  stamp  boot  saved at  feed  offset  unsettled  rows
struct IndexFile {
  let root: String
  private static let magic = Array("guichet-index-1\n".utf8)
  private static let headLength = magic.count + 8
  /// A cache older than this is swept over, in case a hint was lost.
  private static let trustedFor: Int64 = 3600
  /// A file written this lately may be written again within one tick of its clock (git's "racy" entries).
  private static let racy: Int64 = 2_000_000_000

  private var path: String { root + "/index/v1.idx" }

  struct Cache {
    var rows: [Row]
    var place: FeedPlace
    /// Hints may have been missed since: the machine was started again, or long ago.
    var isStale: Bool
  }

  /// nil where there is none for this cabinet and these rules (any rules where nil), or it is spoilt.
  func load(store: String, stamp: String? = nil) -> Cache? {
    guard let bytes = try? Disk.read(path) else { return nil }
    return bytes.withUnsafeBytes { buffer in
      guard buffer.count > IndexFile.headLength, buffer.starts(with: IndexFile.magic) else { return nil }
      let body = UnsafeRawBufferPointer(rebasing: buffer[IndexFile.headLength...])
      let sum = buffer.loadUnaligned(fromByteOffset: IndexFile.magic.count, as: UInt64.self)
      guard IndexFile.checksum(body) == UInt64(littleEndian: sum) else { return nil }
      return try? IndexFile.read(body, store: store, stamp: stamp)
    }
  }

  private static func read(
    _ body: UnsafeRawBufferPointer, store: String, stamp: String?
  ) throws(Unpacker.Spoilt) -> Cache? {
    var source = Unpacker(body)
    guard try source.text() == store else { return nil }
    let madeUnder = try source.text()
    guard stamp == nil || stamp == madeUnder else { return nil }
    let isSameBoot = try source.text() == boot()
    let age = seconds() - (try source.number())
    var place = FeedPlace(feed: Array(try source.text().utf8), offset: try source.int())
    place.unsettled = Set(try source.texts())
    let count = try source.count()
    var rows: [Row] = []
    rows.reserveCapacity(count)
    for _ in 0..<count { rows.append(try Row(&source)) }
    guard source.isAtEnd else { return nil }
    return Cache(rows: rows, place: place, isStale: !isSameBoot || !(0...trustedFor).contains(age))
  }

  /// Replaces the cache; false where another process is at it, or the disk would not.
  func save(_ index: Index) -> Bool {
    try? Disk.makeFolders("index", under: root)
    guard let lock = try? Disk.open(root + "/index/lock", O_RDWR | O_CREAT), flock(lock.fd, LOCK_EX | LOCK_NB) == 0
    else { return false }
    let body = IndexFile.pack(index)
    var bytes = IndexFile.magic
    body.withUnsafeBytes { buffer in
      let sum = IndexFile.checksum(buffer)
      withUnsafeBytes(of: sum.littleEndian) { bytes.append(contentsOf: $0) }
    }
    bytes.append(contentsOf: body)
    guard let draft = try? Shelf(root: root).write(bytes, syncing: false) else { return false }
    if rename(draft, path) == 0 { return true }
    unlink(draft)
    return false
  }

  private static func pack(_ index: Index) -> [UInt8] {
    var out = Packer()
    out.put(index.archive.store)
    out.put(index.stamp)
    out.put(boot())
    out.put(seconds())
    out.put(String(decoding: index.place.feed, as: UTF8.self))
    out.put(index.place.offset)
    out.put(index.place.unsettled.sorted())
    out.put(index.rows.count)
    let racyFrom = (seconds() &* 1_000_000_000) &- racy
    for var row in index.rows {
      for at in row.marks.indices where row.marks[at].modified >= racyFrom { row.marks[at].modified = 0 }
      row.pack(into: &out)
    }
    return out.bytes
  }

  /// Tells a whole file from a spoilt one: eight bytes at a step. No defence against malice.
  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
    var at = 0
    while at &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      sum = (sum ^ word) &* 0xff51_afd7_ed55_8ccd
      sum ^= sum &>> 32
      at &+= 8
    }
    while at < bytes.count {
      sum = (sum ^ UInt64(bytes[at])) &* 0xff51_afd7_ed55_8ccd
      sum ^= sum &>> 32
      at &+= 1
    }
    return sum
  }

  /// Changes with each start of the machine.
  private static func boot() -> String {
    guard let bytes = try? Disk.read("/proc/sys/kernel/random/boot_id") else { return "" }
    return String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
  }

  private static func seconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec)
  }
}
