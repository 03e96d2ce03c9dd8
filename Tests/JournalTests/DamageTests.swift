import Desk
import Glibc
import Journal
import Testing

/// Nothing bent passes silently: every kind of damage, at places drawn by lot, is reported by `verify`, and never
/// brings a reader down.
@Suite struct DamageTests {
  /// Ways to bend a file. The last four leave a chain that is whole: only the index remembers.
  enum Bend: String, CaseIterable, Sendable {
    case cutInALine, flippedBit, changedLetter, doubledLine, swappedLines, lostMiddleLine, lostFirstLine, joinedLines
    case zerosAppended, otherFilesLine, otherFile, editedAndSealedAgain, junkLine, renumbered
    case cutAtALine, olderCopy, emptied, removed, chainMadeAnew

    var isHarmless: Bool { self == .zerosAppended || self == .junkLine }
  }

  let scratch = Scratch()

  @Test(arguments: Bend.allCases)
  func isFound(bend: Bend) throws {
    var random = Seeded(seed: 11)
    let cabinet = try Cabinet.scratch(scratch)
    for at in 0..<3 {
      let (id, _) = try cabinet.open(opened("ticket \(at)"), as: amel, at: noon)
      for step in 1...6 { _ = try cabinet.record(on: id, as: amel, at: noon + 1) { _ in [note("\(step) of \(at)")] } }
    }
    let index = Index(cabinet)
    _ = try index.refresh()
    let before = cabinet.verify()
    #expect(before.files == 3 && before.events == 21 && before.damage.isEmpty)
    let base = cabinet.root + "/tickets/LYO/0/0/"
    let (path, other) = (base + "LYO-2.LYO.jsonl", base + "LYO-3.LYO.jsonl")
    let good = readBytes(path)
    for round in 0..<12 {
      switch apply(bend, to: good, other: readBytes(other), store: cabinet.charter.store, &random) {
      case let bent?: writeBytes(bent, to: path)
      case nil: unlink(path)
      }
      let verdict = cabinet.verify()
      if verdict.damage.isEmpty || verdict.damage.contains(where: { !$0.file.hasSuffix("LYO-2.LYO.jsonl") }) {
        Issue.record("\(bend) \(round): \(verdict.damage)")
      }
      // What is merely added and is no event is reported, but no event suffered.
      if verdict.isSound, !bend.isHarmless {
        Issue.record("\(bend) \(round) is thought sound: \(verdict.damage)")
      }
      _ = try? cabinet.read(TicketID(site: "LYO", number: 2))
      let watching = Index(cabinet)
      _ = try watching.refresh(sweeping: true)
      if !bend.isHarmless, watching.summary(TicketID(site: "LYO", number: 2))?.isDamaged != true {
        Issue.record("\(bend) \(round): the row is not marked")
      }
    }
  }

  private func apply(
    _ bend: Bend, to good: [UInt8], other: [UInt8], store: String, _ random: inout Seeded
  ) -> [UInt8]? {
    var lines = good.split(separator: 10).map { Array($0) + [10] }
    let middle = 1 + random.below(lines.count - 2)
    switch bend {
    case .cutInALine: return Array(good.dropLast(2 + random.below(80)))
    case .flippedBit:
      var bytes = good
      bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
      return bytes
    case .changedLetter:
      let at = lines[middle].firstIndex(of: UInt8(ascii: "f"))!
      lines[middle][at] = UInt8(ascii: "g")
    case .doubledLine: lines.insert(lines[middle], at: random.below(2) == 0 ? middle : lines.count)
    case .swappedLines: lines.swapAt(middle, middle - 1)
    case .lostMiddleLine: lines.remove(at: middle)
    case .lostFirstLine: lines.removeFirst()
    case .joinedLines: lines[middle].removeLast()
    case .zerosAppended: return good + [UInt8](repeating: 0, count: 1 + random.below(600))
    case .otherFilesLine: lines[middle] = Array(other.split(separator: 10)[middle]) + [10]
    case .otherFile: return other
    case .editedAndSealedAgain: lines[middle] = resealed(lines[middle], "body", "b0dy")
    case .junkLine: lines.insert(Array("{\"v\":1}\n".utf8), at: middle)
    case .renumbered: lines[middle] = resealed(lines[middle], "\"n\":\(middle + 1)", "\"n\":\(middle + 2)")
    case .cutAtALine: lines.removeLast(1 + random.below(lines.count - 1))
    case .olderCopy: lines.removeLast(3)
    case .emptied: return []
    case .removed: return nil
    case .chainMadeAnew:
      var seal = Seal.genesis(store: store, file: "LYO-2.LYO.jsonl")
      return (1...8).flatMap { n -> [UInt8] in
        var bytes: [UInt8] = []
        seal = Entrant(note("forged \(n)"), as: amel, at: noon).append(
          n: n, previous: seal, lamport: Int64(n), to: &bytes)
        return bytes
      }
    }
    return lines.flatMap { $0 }
  }

  /// A line with some words changed and its seal made right again.
  private func resealed(_ line: [UInt8], _ from: String, _ to: String) -> [UInt8] {
    let text = String(decoding: line, as: UTF8.self)
    let body = text[..<text.ranges(of: ",\"h\":\"").last!.lowerBound].replacing(from, with: to)
    return Array("\(body),\"h\":\"\(SHA256.hash(Array(body.utf8)).seal)\"}\n".utf8)
  }

  @Test func aFileWhereItDoesNotBelong() throws {
    let cabinet = try Cabinet.scratch(scratch)
    _ = try cabinet.open(opened(), as: amel, at: noon)
    let strays = [
      "tickets/LYO/0/0/LYO-101.LYO.jsonl", "tickets/LYO/0/0/notes.txt", "kb/LYO/KB-1.LYO.jsonl", "ledger/x",
    ]
    for stray in strays { writeBytes([], to: cabinet.root + "/" + stray) }
    #expect(Set(cabinet.verify().damage) == Set(strays.map { Damage(file: $0, line: 0, kind: .misnamed) }))
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
      if bytes != good, cabinet.verify().damage.isEmpty { Issue.record("\(bytes.count) bytes pass") }
      _ = try? cabinet.record(on: id, as: amel, at: noon) { _ in [note("d")] }
      if !readBytes(path).starts(with: bytes) { Issue.record("bytes were changed") }
    }
  }
}
