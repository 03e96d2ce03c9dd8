import Desk
import Glibc
import Journal
import Kit
import Testing

@Suite struct IndexTests {
  let scratch = Scratch()

  private func rows(_ index: Index) -> [Summary] {
    index.list(ListRequest(.all, order: .received, asker: Query.Asker(login: "amel", now: noon))).rows
  }

  /// What an index that knows nothing finds by reading everything: what any other must say too.
  private func truth(_ cabinet: Cabinet) throws -> [Summary] {
    try cabinet.ticketIDs().map { Summary(try cabinet.read($0).ticket, under: cabinet.rules) }
  }

  @Test(arguments: 1...20) func whateverHappensItSaysWhatTheFilesSay(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let cabinet = try Cabinet.scratch(scratch)
    var index = Index(cabinet)
    var trace: [String] = []
    for round in 0..<60 {
      let what = random.below(6)
      trace.append("\(round):\(what)")
      switch what {
      case 0, 1: _ = try cabinet.open(opened("t\(round)"), as: amel, at: noon)
      case 2: index = Index(cabinet)
      case 3: unlink(cabinet.root + "/run/feed")
      case 4:
        // Any of its files, bent or cut.
        if let name = indexFiles(cabinet).randomElement(using: &random) {
          var bent = readBytes(name)
          trace.append(name.split(separator: "/").last.map(String.init) ?? "")
          bent[random.below(bent.count)] ^= 1 << UInt8(random.below(8))
          replace(name, with: Array(bent.prefix(random.below(3) == 0 ? random.below(bent.count) : bent.count)))
        }
        index = Index(cabinet)
      default:
        if let id = try cabinet.ticketIDs().randomElement(using: &random) {
          _ = try cabinet.record(on: id, as: amel, at: noon + Int64(round)) { _ in [.tagAdded("r\(round)")] }
        }
      }
      _ = try index.refresh()
      if rows(index).sorted(by: { $0.id < $1.id }) != (try truth(cabinet)) {
        Issue.record("round \(round): \(trace.suffix(8))")
      }
    }
  }

  /// The files of the index that are not empty.
  private func indexFiles(_ cabinet: Cabinet) -> [String] {
    Shared.names(in: cabinet.root + "/index").sorted().map { cabinet.root + "/index/" + $0 }.filter {
      !readBytes($0).isEmpty
    }
  }

  /// As another program would put a file in place: readers keep the old one mapped.
  private func replace(_ path: String, with bytes: [UInt8]) {
    unlink(path)
    writeBytes(bytes, to: path)
  }

  @Test func anIndexOfOtherRulesOrAnotherCabinetIsNotUsed() throws {
    let cabinet = try Cabinet.scratch(scratch)
    _ = try cabinet.open(opened(), as: amel, at: noon)
    _ = try Index(cabinet, stamp: "a").refresh()
    #expect(Index(cabinet, stamp: "a").count == 1)
    #expect(Index(cabinet, stamp: "b").count == 0)
    let other = try Cabinet.create(at: scratch.path + "/other", site: "LYO")
    for path in indexFiles(cabinet) {
      writeBytes(readBytes(path), to: other.root + "/index/" + (path.split(separator: "/").last ?? ""))
    }
    #expect(Index(other, stamp: "a").count == 0)
  }

  /// Whatever byte of its files is bent, and wherever they are cut: it says what the files of the tickets say.
  @Test func aSpoiltIndexIsMadeAnew() throws {
    let cabinet = try Cabinet.scratch(scratch)
    for at in 0..<3 { _ = try cabinet.open(opened("t\(at)") + [note("imprimante \(at)")], as: amel, at: noon) }
    _ = try Index(cabinet).refresh()
    let words = ListRequest(
      Query.text(try #require(TextTerm("imprimante"))), asker: Query.Asker(login: "amel", now: noon))
    let good = indexFiles(cabinet).map { ($0, readBytes($0)) }
    let truth = try truth(cabinet)
    for (path, bytes) in good where !path.hasSuffix("lock") {
      for at in stride(from: 0, to: bytes.count, by: bytes.count > 2000 ? 7 : 1) {
        var bent = bytes
        bent[at] ^= 1 << UInt8(at % 8)
        for spoilt in [bent, Array(bytes[..<at])] {
          try IndexTests.putBack(good, in: cabinet)
          replace(path, with: spoilt)
          let index = Index(cabinet)
          _ = try index.refresh()
          let found = index.list(words).rows.map(\.id.number).sorted()
          if rows(index).sorted(by: { $0.id < $1.id }) != truth || found != [1, 2, 3] {
            Issue.record("\(path) byte \(at)")
          }
        }
      }
    }
  }

  private static func putBack(_ files: [(String, [UInt8])], in cabinet: Cabinet) throws {
    try Index.discard(cabinet)
    for (path, bytes) in files { writeBytes(bytes, to: path) }
  }

  /// A writer that died between its hint and its write, or just after the write, hides nothing.
  @Test func aHintWithoutItsEndIsLookedAtAgain() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let index = Index(cabinet)
    _ = try index.refresh()
    let feed = cabinet.root + "/run/feed"
    let before = readBytes(feed)
    writeBytes(before + Array("+LYO-1\n".utf8), to: feed)
    #expect(try index.refresh() == [])
    _ = try cabinet.record(on: id, as: amel, at: noon + 1) { _ in [.tagAdded("late")] }
    // The end of the writing is not announced.
    writeBytes(before + Array("+LYO-1\n".utf8), to: feed)
    #expect(try index.refresh() == [id])
    _ = try cabinet.record(on: id, as: amel, at: noon + 2) { _ in [.tagAdded("later")] }
    writeBytes(before + Array("+LYO-1\n".utf8), to: feed)
    let next = Index(cabinet)
    #expect(try next.refresh() == [id])
    #expect(next.summary(id)?.tags == ["late", "later"])
  }

  /// The folder of the index takes none of it, is held by somebody who stopped, or holds nothing of use: lists and
  /// searches answer, all the same, and as they would with one.
  @Test(arguments: ["a file in its place", "locked by another", "a folder in the manifest's place"])
  func withoutAnIndexOnDiskItAnswersAllTheSame(_ obstacle: String) throws {
    let cabinet = try Cabinet.scratch(scratch)
    let first = try cabinet.open(opened("un") + [note("imprimante")], as: amel, at: noon).0
    _ = try cabinet.open(opened("deux"), as: amel, at: noon + 1)
    try Index.discard(cabinet)
    let folder = cabinet.root + "/index"
    var holder: Int32 = -1
    defer { close(holder) }
    switch obstacle {
    case "a file in its place":
      unlink(folder + "/lock")
      rmdir(folder)
      writeBytes([1], to: folder)
    case "locked by another":
      mkdir(folder, 0o700)
      holder = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      #expect(flock(holder, LOCK_EX) == 0)
    default:
      mkdir(folder, 0o700)
      mkdir(folder + "/manifest", 0o700)
    }
    let index = Index(cabinet)
    #expect(try index.refresh().count == 2)
    #expect(index.isWhole)
    #expect(!index.owesUpkeep)
    #expect(try index.refresh() == [])
    // What others write is found, too.
    _ = try cabinet.open(opened("trois"), as: amel, at: noon + 2)
    _ = try cabinet.record(on: first, as: amel, at: noon + 3) { _ in [.tagAdded("vpn")] }
    #expect(try index.refresh().count == 2)
    #expect(rows(index).sorted { $0.id < $1.id } == (try truth(cabinet)))
    let words = ListRequest(
      Query.text(try #require(TextTerm("imprimante"))), asker: Query.Asker(login: "amel", now: noon))
    #expect(index.list(words).rows.map(\.id) == [first])
  }

  /// What no hint told of is found by the look at every file that is due now and then, and only then.
  @Test func everyFileIsLookedAtNowAndThen() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    _ = try Index(cabinet).refresh()
    let manifest = cabinet.root + "/index/manifest"
    func made() -> ino_t {
      var status = stat()
      return stat(manifest, &status) == 0 ? status.st_ino : 0
    }
    let first = made()
    let feed = readBytes(cabinet.root + "/run/feed")
    _ = try cabinet.record(on: id, as: amel, at: noon + 1) { _ in [.tagAdded("unheard")] }
    writeBytes(feed, to: cabinet.root + "/run/feed")
    #expect(try Index(cabinet).refresh() == [])
    #expect(made() == first)
    // Older than it may be: looked at once by whoever comes first, and then good again.
    let late = Index(cabinet, sweepEvery: -1)
    #expect(try late.refresh() == [id])
    #expect(late.summary(id)?.tags == ["unheard"])
    let second = made()
    #expect(second != first)
    #expect(try Index(cabinet).refresh() == [])
    #expect(made() == second)
  }

  @Test func aFeedGrownLongIsTurnedOver() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let index = Index(cabinet)
    _ = try index.refresh()
    let feed = cabinet.root + "/run/feed"
    writeBytes(readBytes(feed) + [UInt8](repeating: 10, count: 1 << 20), to: feed)
    _ = try cabinet.record(on: id, as: amel, at: noon + 1) { _ in [.tagAdded("x")] }
    #expect(access(feed + ".old", F_OK) == 0)
    _ = try cabinet.record(on: id, as: amel, at: noon + 2) { _ in [.tagAdded("y")] }
    #expect(readBytes(feed).count < 100)
    #expect(try index.refresh() == [id])
    #expect(index.summary(id)?.tags == ["x", "y"])
    #expect(try index.refresh() == [])
  }

  /// Nobody waits for a look at every file of many: hints that a reader had not read when the feed was turned over are
  /// read in the old one.
  @Test func whatTheOldFeedSaysIsNotMissed() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let (other, _) = try cabinet.open(opened(), as: amel, at: noon)
    let index = Index(cabinet)
    _ = try index.refresh()
    index.doneAtOnce = 0
    _ = try cabinet.record(on: id, as: amel, at: noon + 1) { _ in [.tagAdded("x")] }
    let feed = cabinet.root + "/run/feed"
    writeBytes(readBytes(feed) + [UInt8](repeating: 10, count: 1 << 20), to: feed)
    _ = try cabinet.record(on: id, as: amel, at: noon + 2) { _ in [.tagAdded("y")] }
    _ = try cabinet.record(on: other, as: amel, at: noon + 3) { _ in [.tagAdded("z")] }
    #expect(try index.refresh() == [id, other])
    #expect(!index.owesUpkeep)
  }

  /// What was told to a feed that is gone, the look at every file finds: owed by whoever comes next until it is done,
  /// also where the first to notice could not put it down.
  @Test(arguments: [false, true]) func aLookIsOwedWhereTheFeedIsGone(isBusy: Bool) throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    func visit() throws -> Index {
      let index = Index(cabinet)
      index.doneAtOnce = 0
      _ = try index.refresh()
      return index
    }
    _ = try Index(cabinet).refresh()
    _ = try cabinet.record(on: id, as: amel, at: noon + 1) { _ in [.tagAdded("unheard")] }
    unlink(cabinet.root + "/run/feed")
    if isBusy {
      let lock = open(cabinet.root + "/index/lock", O_RDWR)
      flock(lock, LOCK_EX)
      _ = try visit()
      close(lock)
    }
    #expect(try visit().summary(id)?.tags == [])
    let next = try visit()
    #expect(next.owesUpkeep)
    _ = try next.upkeep()
    #expect(next.summary(id)?.tags == ["unheard"])
    #expect(try !visit().owesUpkeep)
    #expect(try visit().summary(id)?.tags == ["unheard"])
  }

  @Test func whatWasPutBackIsMarkedUntilTheIndexIsMadeAnew() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let path = cabinet.root + "/tickets/LYO/0/0/LYO-1.LYO.jsonl"
    let older = readBytes(path)
    _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("lost")] }
    let index = Index(cabinet)
    _ = try index.refresh()
    let size = readBytes(path).count
    writeBytes(older, to: path)
    #expect(try index.refresh(sweeping: true) == [id])
    let alarm = Damage(
      file: "tickets/LYO/0/0/LYO-1.LYO.jsonl", line: 0, kind: .shortened(from: size, to: older.count))
    #expect(index.alarms == [alarm])
    #expect(Index(cabinet).alarms == [alarm])
    #expect(cabinet.verify().findings.map(\.kind) == [.shortened(from: size, to: older.count)])
    try Index.discard(cabinet)
    let fresh = Index(cabinet)
    _ = try fresh.refresh()
    #expect(fresh.alarms.isEmpty)
    #expect(fresh.summary(id)?.isDamaged == false)
  }

  @Test func aListIsCutAndCounted() throws {
    let cabinet = try Cabinet.scratch(scratch)
    for at in 0..<5 { _ = try cabinet.open(opened("t\(at)") + (at < 2 ? [.tagAdded("a")] : []), as: amel, at: noon) }
    let index = Index(cabinet)
    _ = try index.refresh()
    let tagged = Query.term(.field(.tag, "a"))
    let listing = index.list(
      ListRequest(.all, asker: Query.Asker(login: "amel", now: noon), limit: 3, counts: [tagged, .not(tagged)]))
    #expect(listing.rows.map(\.id.number) == [1, 2, 3])
    #expect(listing.total == 5)
    #expect(listing.counts == [2, 3])
  }

  @Test func aWatchWakesWhenSomebodyWrites() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    var watch = Watch(cabinet)
    func drain() -> Bool { watch.drain(at: 0) }
    let descriptor = watch.descriptor ?? -1
    #expect(!drain())
    _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("x")] }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&waiting, 1, 2000) == 1)
    #expect(drain())
    #expect(!drain())
    unlink(cabinet.root + "/run/feed")
    _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("y")] }
    #expect(drain())
    // Numbers being given stir nobody by themselves.
    writeBytes([], to: cabinet.root + "/run/hint.LYO")
    #expect(!drain())
  }

  /// On a folder of another machine, and where the kernel has no watch to give, the feed's status is looked at.
  @Test func withoutAWatchTheFeedIsLookedAt() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    var watch = Watch(cabinet, isPolling: true)
    var now: Int64 = 0
    func drain() -> Bool {
      now += Int64(Watch.pollEvery)
      return watch.drain(at: now)
    }
    let descriptor = watch.descriptor
    #expect(descriptor == nil)
    #expect(!drain())
    _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("x")] }
    let isSeenAtOnce = watch.drain(at: now)
    #expect(!isSeenAtOnce)
    #expect(drain())
    #expect(!drain())
    unlink(cabinet.root + "/run/feed")
    _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("y")] }
    #expect(drain())
  }

  @Test(arguments: [("0:42", true), ("0:43", true), ("254:1", false), ("0:44", false), ("9:9", false)])
  func foldersOfAnotherMachineAreKnown(device: String, isRemote: Bool) {
    let mounts = """
      22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
      36 22 0:42 / /srv/guichet rw,noatime shared:2 - nfs4 server:/desk rw,hard
      37 22 0:43 / /mnt/far\\040away rw - fuse.sshfs user@host:/desk rw
      38 22 0:44 / /tmp rw shared:3 master:1 - tmpfs tmpfs rw
      """
    #expect(FileSystem.isRemote(device: device, mounts: mounts) == isRemote)
  }

  /// Stretch by stretch, a list is what it is as a whole.
  @Test(arguments: Order.allCases)
  func stretchesOfAListMakeItWhole(order: Order) throws {
    let cabinet = try Cabinet.scratch(scratch)
    for number in 0..<40 {
      let (id, _) = try cabinet.open(
        opened("Ticket \(number % 3)"), as: amel, at: Instant(ms: noon.ms + Int64(number / 4) * 1000))
      if number % 5 == 0 { _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [.markedSpam] } }
    }
    let index = Index(cabinet)
    _ = try index.refresh()
    let asker = Query.Asker(login: "amel", now: noon)
    let rows = index.list(ListRequest(.all, order: order, asker: asker)).rows
    let query = Query.not(.term(.id(7)))
    for at in stride(from: 0, to: 40, by: 3) {
      let place = order.place(of: rows[at], at: noon)
      for part in [.first, .last, .none, .after(place), .before(place), .around(place)] as [ListRequest.Part] {
        for limit in [0, 1, 7, 100] {
          let request = ListRequest(
            query, order: order, asker: asker, part: part, limit: limit, counts: [.all],
            holding: rows.map(\.id).reversed(), countsPressing: limit > 1)
          #expect(index.list(request) == request.answer(from: rows), "\(part) \(limit)")
        }
      }
    }
  }
}
