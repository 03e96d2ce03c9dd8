import Desk
import Glibc
import Journal
import Testing

/// Nothing bent passes silently: every kind of damage, at places drawn by lot, is found by `verify` and called by its
/// name, and never brings a reader down. `GUICHET_MUTATIONS=1000` does as many of each as the design asks for.
@Suite struct DamageTests {
  static let rounds = getenv("GUICHET_MUTATIONS").flatMap { Int(String(cString: $0)) } ?? 40

  let scratch = Scratch()

  @Test(arguments: Bend.allCases)
  func isFoundAndNamed(bend: Bend) throws {
    var random = Seeded(seed: 11)
    let cabinet = try Cabinet.scratch(scratch)
    try cabinet.furnish(&random)
    #expect(cabinet.verify().isSound)
    let base = cabinet.root + "/tickets/LYO/0/0/"
    let (path, other) = (base + "LYO-2.LYO.jsonl", base + "LYO-3.LYO.jsonl")
    let good = readBytes(path)
    for round in 0..<DamageTests.rounds {
      switch bend.apply(to: good, other: readBytes(other), store: cabinet.charter.store, &random) {
      case let bent? where bend == .olderCopy: replace(path, with: bent)
      case let bent?: writeBytes(bent, to: path)
      case nil: unlink(path)
      }
      let verdict = cabinet.verify()
      let names = Set(verdict.findings.map(\.kind.name))
      if names.isDisjoint(with: bend.names) || verdict.findings.contains(where: { !$0.file.contains("LYO-2") }) {
        Issue.record("\(bend) \(round): \(verdict.findings)")
      }
      // What is merely added and is no event is reported, but no event suffered.
      if verdict.isSound != bend.isHarmless { Issue.record("\(bend) \(round), sound: \(verdict.findings)") }
      _ = try? cabinet.read(TicketID(site: "LYO", number: 2))
      writeBytes(good, to: path)
    }
    #expect(cabinet.verify().isSound)
  }

  /// The index marks the row of a bent ticket, so that lists show it.
  @Test(arguments: Bend.allCases.filter { !$0.isHarmless })
  func isMarkedInTheIndex(bend: Bend) throws {
    var random = Seeded(seed: 12)
    let cabinet = try Cabinet.scratch(scratch)
    try cabinet.furnish(&random)
    let index = Index(cabinet)
    _ = try index.refresh()
    let base = cabinet.root + "/tickets/LYO/0/0/"
    let (path, other) = (base + "LYO-2.LYO.jsonl", base + "LYO-3.LYO.jsonl")
    switch bend.apply(to: readBytes(path), other: readBytes(other), store: cabinet.charter.store, &random) {
    case let bent?: writeBytes(bent, to: path)
    case nil: unlink(path)
    }
    let watching = Index(cabinet)
    _ = try watching.refresh(sweeping: true)
    #expect(watching.summary(TicketID(site: "LYO", number: 2))?.isDamaged == true)
    // What the index remembers serves `verify` where nothing else does.
    unlink(cabinet.root + "/heads/last")
    #expect(!cabinet.verify().isSound)
  }

  /// Another file in its place, dated as the copy was.
  private func replace(_ path: String, with bytes: [UInt8]) {
    writeBytes(bytes, to: path + ".old")
    var times = [timespec(tv_sec: 1_000_000_000, tv_nsec: 0), timespec(tv_sec: 1_000_000_000, tv_nsec: 0)]
    utimensat(AT_FDCWD, path + ".old", &times, 0)
    rename(path + ".old", path)
  }

  @Test func aFileWhereItDoesNotBelong() throws {
    let cabinet = try Cabinet.scratch(scratch)
    _ = try cabinet.open(opened(), as: amel, at: noon)
    let strays: [(String, String)] = [
      ("tickets/LYO/0/0/LYO-101.LYO.jsonl", "misnamed"), ("tickets/LYO/0/0/notes.txt", "misnamed"),
      ("kb/LYO/KB-1.LYO.jsonl", "misnamed"), ("ledger/x", "misnamed"),
      ("tickets/LYO/LYO-1.LYO.jsonl", "duplicate_file"), ("tickets/LYO/0/0/LYO-1.LYO.jsonl.bak", "misnamed"),
    ]
    for (stray, _) in strays { writeBytes([], to: cabinet.root + "/" + stray) }
    let found = cabinet.verify().findings
    #expect(
      Dictionary(uniqueKeysWithValues: found.map { ($0.file, $0.kind.name) })
        == Dictionary(uniqueKeysWithValues: strays))
  }

  @Test func aDoubledLineCountsOnce() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened() + [note("once")], as: amel, at: noon)
    let path = cabinet.root + "/tickets/LYO/0/0/LYO-1.LYO.jsonl"
    let bytes = readBytes(path)
    let last = bytes[..<(bytes.count - 1)].lastIndex(of: 10)! + 1
    writeBytes(bytes + bytes[last...], to: path)
    let read = try cabinet.read(id)
    #expect(read.ticket.noteCount == 1)
    #expect(read.damage.map(\.kind) == [.brokenChain, .doubled(n: 2)])
  }

  /// A clock that runs away is shown and not followed: else one bent line would use up every clock there is.
  @Test(arguments: [Limits.lamportJump + 2, Limits.integer - 1])
  func aClockThatRunsAwayIsNotFollowed(lamport: Int64) throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let path = cabinet.root + "/tickets/LYO/0/0/LYO-1.LYO.jsonl"
    var bytes = readBytes(path)
    let head = try Line.read(bytes.dropLast()).get().seal
    _ = Entrant(note("far ahead"), as: amel, at: noon).append(n: 2, previous: head, lamport: lamport, to: &bytes)
    writeBytes(bytes, to: path)
    let read = try cabinet.read(id)
    #expect(read.damage.map(\.kind) == [.clockJump(to: lamport)])
    #expect(read.ticket.noteCount == 1)
    let after = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("next")] }
    #expect(after.entries.map(\.n) == [1, 3, 2])
    #expect(try cabinet.read(id).ticket == after)
    #expect(!cabinet.verify().isSound)
  }

  /// Bytes bent any way at all: whatever comes of it, nobody traps and whoever writes next still can, or is told why.
  @Test func anythingAtAll() throws {
    var random = Seeded(seed: 12)
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened() + [note("a"), note("b"), note("c")], as: amel, at: noon)
    let path = cabinet.root + "/tickets/LYO/0/0/LYO-1.LYO.jsonl"
    let good = readBytes(path)
    for _ in 0..<300 {
      var bytes = good
      for _ in 0...random.below(4) {
        let at = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.removeSubrange(at..<min(at + random.below(200), bytes.count))
        case 2: bytes.insert(contentsOf: bytes[..<at], at: at)
        default: bytes.insert(10, at: at)
        }
        if bytes.isEmpty { bytes = [10] }
      }
      writeBytes(bytes, to: path)
      _ = try cabinet.read(id)
      if bytes != good, cabinet.verify().findings.isEmpty { Issue.record("\(bytes.count) bytes pass") }
      _ = try? cabinet.record(on: id, as: amel, at: noon) { _ in [note("d")] }
      if !readBytes(path).starts(with: bytes) { Issue.record("bytes were changed") }
    }
  }
}
