import Desk
import Glibc
import Journal
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

  @Test func whateverHappensItSaysWhatTheFilesSay() throws {
    var random = Seeded(seed: 3)
    let cabinet = try Cabinet.scratch(scratch)
    var index = Index(cabinet)
    for round in 0..<60 {
      switch random.below(6) {
      case 0, 1: _ = try cabinet.open(opened("t\(round)"), as: amel, at: noon)
      case 2:
        index.save()
        index = Index(cabinet)
      case 3: unlink(cabinet.root + "/run/feed")
      case 4:
        let bytes = readBytes(cabinet.root + "/index/v1.idx")
        if !bytes.isEmpty {
          var bent = bytes
          bent[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
          writeBytes(
            Array(bent.prefix(random.below(3) == 0 ? random.below(bytes.count) : bytes.count)),
            to: cabinet.root + "/index/v1.idx")
        }
        index = Index(cabinet)
      default:
        if let id = try cabinet.ticketIDs().randomElement(using: &random) {
          _ = try cabinet.record(on: id, as: amel, at: noon + Int64(round)) { _ in [.tagAdded("r\(round)")] }
        }
      }
      _ = try index.refresh()
      if rows(index).sorted(by: { $0.id < $1.id }) != (try truth(cabinet)) { Issue.record("round \(round)") }
    }
  }

  @Test func aCacheOfOtherRulesOrAnotherCabinetIsNotUsed() throws {
    let cabinet = try Cabinet.scratch(scratch)
    _ = try cabinet.open(opened(), as: amel, at: noon)
    let index = Index(cabinet, stamp: "a")
    _ = try index.refresh()
    index.save()
    #expect(Index(cabinet, stamp: "a").count == 1)
    #expect(Index(cabinet, stamp: "b").count == 0)
    let other = try Cabinet.create(at: scratch.path + "/other", site: "LYO")
    writeBytes(readBytes(cabinet.root + "/index/v1.idx"), to: other.root + "/index/v1.idx")
    #expect(Index(other, stamp: "a").count == 0)
  }

  /// Whatever bit of the cache is bent, and wherever it is cut: it is not used.
  @Test func aSpoiltCacheIsNotUsed() throws {
    let cabinet = try Cabinet.scratch(scratch)
    for at in 0..<3 { _ = try cabinet.open(opened("t\(at)"), as: amel, at: noon) }
    let index = Index(cabinet)
    _ = try index.refresh()
    index.save()
    let path = cabinet.root + "/index/v1.idx"
    let good = readBytes(path)
    #expect(Index(cabinet).count == 3)
    for at in good.indices {
      var bent = good
      bent[at] ^= 1 << UInt8(at % 8)
      writeBytes(bent, to: path)
      if Index(cabinet).count != 0 { Issue.record("byte \(at)") }
      writeBytes(Array(good[..<at]), to: path)
      if Index(cabinet).count != 0 { Issue.record("cut at \(at)") }
    }
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
    index.save()
    _ = try cabinet.record(on: id, as: amel, at: noon + 2) { _ in [.tagAdded("later")] }
    writeBytes(before + Array("+LYO-1\n".utf8), to: feed)
    let next = Index(cabinet)
    #expect(try next.refresh() == [id])
    #expect(next.summary(id)?.tags == ["late", "later"])
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
    index.save()
    #expect(Index(cabinet).alarms == [alarm])
    #expect(cabinet.verify().damage == [alarm])
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
    let watch = try Watch(cabinet)
    #expect(watch.drain() == .nothing)
    _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("x")] }
    var waiting = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&waiting, 1, 2000) == 1)
    #expect(watch.drain() == .written)
    #expect(watch.drain() == .nothing)
    unlink(cabinet.root + "/run/feed")
    _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("y")] }
    #expect(watch.drain() == .written)
    // Numbers being given stir nobody by themselves.
    writeBytes([], to: cabinet.root + "/run/hint.LYO")
    #expect(watch.drain() == .nothing)
  }
}
