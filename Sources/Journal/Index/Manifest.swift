import Desk
import Glibc

/// `index/manifest`: which segments and which log make the index, and how far they go. Replaced whole, by rename;
/// whatever is wrong with it, the index is made anew.
struct Manifest: Sendable {
  /// Counts up; names the files of its time.
  var generation = 0
  /// Oldest first: where two hold a ticket, the later one is right.
  var segments: [String] = []
  /// How many of the segments hold the bulk; the later ones hold what changed since.
  var bases = 0
  /// Every ticket is in it; else the active ones only.
  var isWhole = false
  /// The cabinet (high) and the rules (low) that it was made for.
  var seal = Seal(high: 0, low: 0)
  /// How far the feed had been read.
  var place = FeedPlace()
  /// Seconds since 1970 of the last look at every file, and the start of the machine it was made in.
  var sweptAt: Int64 = 0
  var boot = ""

  static let file = "index/manifest"
  /// No index lives to see it; one more can still be counted.
  static let lastGeneration = Int(UInt32.max)
  /// Segments that one index may have: some ten million tickets.
  private static let mostSegments = 1024
  private static let magic = Array("guichet-manifest-1\n".utf8)

  /// It stands for files, and not for an index of nothing.
  var isLoaded: Bool { generation > 0 }

  var log: String { "log-\(generation)" }

  /// Hints may have been missed: the machine was started again since every file was looked at, or it was more than so
  /// many seconds ago.
  func isStale(after seconds: Int64) -> Bool {
    let age = Moment.seconds - sweptAt
    return boot != Moment.boot || age < 0 || age > seconds
  }

  /// Every file has just been looked at.
  mutating func noteSweep() {
    sweptAt = Moment.seconds
    boot = Moment.boot
  }

  /// Something may have changed that nobody was told of.
  mutating func noteMissed() { sweptAt = 0 }

  /// nil where there is none for this cabinet and these rules (any rules, if so asked), or it is spoilt.
  static func read(root: String, seal: Seal, anyRules: Bool = false) -> Manifest? {
    guard let bytes = try? Disk.read(root + "/" + file), bytes.starts(with: magic), bytes.count > magic.count + 8 else {
      return nil
    }
    return bytes.withUnsafeBytes { bytes in
      let sum = bytes.loadUnaligned(fromByteOffset: magic.count, as: UInt64.self)
      let body = UnsafeRawBufferPointer(rebasing: bytes[(magic.count + 8)...])
      guard Checksum.of(body) == UInt64(littleEndian: sum) else { return nil }
      guard let manifest = try? Manifest(body), manifest.seal.high == seal.high,
        anyRules || manifest.seal.low == seal.low
      else { return nil }
      return manifest
    }
  }

  private init?(_ body: UnsafeRawBufferPointer) throws(Unpacker.Spoilt) {
    var source = Unpacker(body)
    seal = try source.seal()
    generation = try source.int()
    segments = try source.texts()
    bases = try source.int()
    isWhole = try source.bool()
    place = try FeedPlace(&source)
    sweptAt = try source.number()
    boot = try source.text()
    guard (1...Manifest.lastGeneration).contains(generation), segments.count <= Manifest.mostSegments,
      (0...segments.count).contains(bases), segments.allSatisfy(Manifest.isName)
    else { return nil }
  }

  /// Names come out of a file: none leads elsewhere.
  private static func isName(_ name: String) -> Bool {
    name.utf8.count < 64 && name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 47 }
  }

  init() {}

  /// Replaces the manifest. Whoever calls holds the lock of the index.
  func write(root: String) throws(JournalError) {
    var body = Packer()
    body.put(seal)
    body.put(generation)
    body.put(segments)
    body.put(bases)
    body.put(isWhole)
    place.pack(into: &body)
    body.put(sweptAt)
    body.put(boot)
    var out = Sink()
    out.put(contentsOf: Manifest.magic)
    out.put(Checksum.of(body.bytes))
    out.put(contentsOf: body.bytes)
    try Derived.replace(Manifest.file, with: out.bytes, under: root)
  }
}

extension FeedPlace {
  func pack(into out: inout Packer) {
    out.put(String(decoding: feed, as: UTF8.self))
    out.put(offset)
    out.put(unsettled.sorted())
  }

  init(_ source: inout Unpacker) throws(Unpacker.Spoilt) {
    self.init(feed: Array(try source.text().utf8), offset: try source.int())
    unsettled = Set(try source.texts())
    guard offset >= 0 else { throw Unpacker.Spoilt() }
  }
}

/// What the machine says of now.
enum Moment {
  /// Changes with each start of the machine.
  static let boot: String = {
    guard let bytes = try? Disk.read("/proc/sys/kernel/random/boot_id") else { return "" }
    return String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
  }()

  static var seconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec)
  }
}

/// Files that can be made again: written without waiting for the disk, replaced by rename.
enum Derived {
  static func replace(_ file: String, with bytes: [UInt8], under root: String) throws(JournalError) {
    let draft = try Shelf(root: root).write(bytes, syncing: false)
    if rename(draft, root + "/" + file) == 0 { return }
    let failure = Disk.failure("rename", file)
    unlink(draft)
    throw failure
  }
}
