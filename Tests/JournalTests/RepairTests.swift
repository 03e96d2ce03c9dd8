import Desk
import Glibc
import Journal
import Testing

/// What a repair may do: append, and nothing else; once, and no more; wherever it is broken off.
@Suite struct RepairTests {
  let scratch = Scratch()
  let id = TicketID(site: "LYO", number: 2)
  let file = "tickets/LYO/0/0/LYO-2.LYO.jsonl"

  private func cabinet(_ random: inout Seeded) throws -> Cabinet {
    let cabinet = try Cabinet.scratch(scratch)
    try cabinet.furnish(&random)
    _ = cabinet.verify()
    return cabinet
  }

  private func backup(_ cabinet: Cabinet) throws -> Cabinet {
    let path = scratch.path + "/backup"
    copyTree(cabinet.root, path)
    return try Cabinet(opening: path)
  }

  /// Whatever the damage: old bytes stay, a second repair does nothing, and what is told of is told of.
  @Test(arguments: Bend.allCases)
  func laws(bend: Bend) throws {
    var random = Seeded(seed: 21)
    let cabinet = try cabinet(&random)
    let path = cabinet.root + "/" + file
    let good = readBytes(path)
    let other = readBytes(cabinet.root + "/tickets/LYO/0/0/LYO-3.LYO.jsonl")
    let heads = readBytes(cabinet.root + "/heads/last")
    for round in 0..<6 {
      let bent = bend.apply(to: good, other: other, store: cabinet.charter.store, &random)
      if let bent { writeBytes(bent, to: path) } else { unlink(path) }
      let dry = cabinet.repair(as: amel, at: noon, isDry: true)
      if readBytes(path) != bent ?? [] { Issue.record("\(bend) \(round): a dry run wrote") }
      let first = cabinet.repair(as: amel, at: noon)
      if dry.map(\.accounted.count) != first.map(\.accounted.count) { Issue.record("\(bend): \(dry) \(first)") }
      let mended = readBytes(path)
      if !mended.starts(with: bent ?? []) { Issue.record("\(bend) \(round): bytes were changed") }
      let second = cabinet.repair(as: amel, at: noon)
      if readBytes(path) != mended || second.contains(where: { !$0.accounted.isEmpty }) {
        Issue.record("\(bend) \(round): a second repair wrote: \(second)")
      }
      let after = cabinet.verify()
      let open = after.findings.filter { !$0.isSettled && !$0.isAccounted }
      if !open.isEmpty, first.allSatisfy(\.left.isEmpty), first.allSatisfy({ $0.obstacle == nil }) {
        Issue.record("\(bend) \(round): nothing said of \(open)")
      }
      // Events lost for good are never called sound.
      if bend.losesForGood, after.isSound { Issue.record("\(bend) \(round): sound, \(after.findings)") }
      if bend.isHarmless || bend == .doubledLine || bend == .swappedLines, !after.isSound {
        Issue.record("\(bend) \(round): \(after.findings)")
      }
      writeBytes(good, to: path)
      writeBytes(heads, to: cabinet.root + "/heads/last")
    }
  }

  @Test(arguments: [0, 3, 40, 200])
  func aLostSuffixIsHadBackFromACopy(cut: Int) throws {
    var random = Seeded(seed: 22)
    let cabinet = try cabinet(&random)
    let copy = try backup(cabinet)
    let path = cabinet.root + "/" + file
    let good = readBytes(path)
    let ends = good.indices.filter { good[$0] == 10 }
    writeBytes(Array(good[...(ends[1] + cut)]), to: path)
    let mendings = cabinet.repair(from: copy, as: amel, at: noon)
    #expect(mendings.map(\.fetched) == [ends.count - 2])
    #expect(readBytes(path) == good)
    #expect(cabinet.verify().findings.isEmpty)
    #expect(cabinet.repair(from: copy, as: amel, at: noon).isEmpty)
  }

  @Test func zerosAreClosedOffBeforeWhatACopyHolds() throws {
    var random = Seeded(seed: 23)
    let cabinet = try cabinet(&random)
    let copy = try backup(cabinet)
    let path = cabinet.root + "/" + file
    let good = readBytes(path)
    let end = good.indices.filter { good[$0] == 10 }[1]
    let bent = Array(good[...end]) + [UInt8](repeating: 0, count: 60)
    writeBytes(bent, to: path)
    _ = cabinet.repair(from: copy, as: amel, at: noon)
    #expect(readBytes(path).starts(with: bent))
    let verdict = cabinet.verify()
    #expect(verdict.isSound && verdict.findings.allSatisfy(\.isAccounted))
    #expect(try cabinet.read(id).ticket.noteCount == copy.read(id).ticket.noteCount)
  }

  @Test(arguments: [true, false])
  func aMissingOrEmptiedFileIsHadBack(isEmptied: Bool) throws {
    var random = Seeded(seed: 24)
    let cabinet = try cabinet(&random)
    let copy = try backup(cabinet)
    let path = cabinet.root + "/" + file
    let good = readBytes(path)
    if isEmptied { writeBytes([], to: path) } else { unlink(path) }
    #expect(cabinet.repair(as: amel, at: noon).allSatisfy { !$0.left.isEmpty })
    #expect(cabinet.repair(from: copy, as: amel, at: noon).map(\.fetched) == [good.count { $0 == 10 }])
    #expect(readBytes(path) == good)
    #expect(cabinet.verify().findings.isEmpty)
  }

  @Test func aForkIsToldAndLeftAlone() throws {
    var random = Seeded(seed: 25)
    let cabinet = try cabinet(&random)
    let copy = try backup(cabinet)
    for _ in 0..<3 { _ = try copy.record(on: id, as: amel, at: noon) { _ in [note("there")] } }
    _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("here")] }
    let before = readBytes(cabinet.root + "/" + file)
    let lines = before.count { $0 == 10 }
    #expect(cabinet.repair(from: copy, as: amel, at: noon).map(\.obstacle) == [.fork(line: lines)])
    #expect(readBytes(cabinet.root + "/" + file) == before)
  }

  /// An older copy has nothing to give, and takes nothing away.
  @Test func anOlderCopyGivesNothing() throws {
    var random = Seeded(seed: 26)
    let cabinet = try cabinet(&random)
    let copy = try backup(cabinet)
    _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("here")] }
    #expect(cabinet.repair(from: copy, as: amel, at: noon).isEmpty)
    #expect(cabinet.verify().findings.isEmpty)
  }

  /// What the copy itself has bent is not taken.
  @Test func aBentCopyGivesItsSoundLinesOnly() throws {
    var random = Seeded(seed: 27)
    let cabinet = try cabinet(&random)
    let copy = try backup(cabinet)
    let path = cabinet.root + "/" + file
    let good = readBytes(path)
    let ends = good.indices.filter { good[$0] == 10 }
    writeBytes(Array(good[...ends[0]]), to: path)
    var bent = good
    bent[ends[3] + 60] ^= 1
    writeBytes(bent, to: copy.root + "/" + file)
    #expect(cabinet.repair(from: copy, as: amel, at: noon).map(\.fetched) == [3])
    #expect(readBytes(path).starts(with: good[...ends[3]]))
  }

  /// The repair of a site's own files; others' are theirs.
  @Test func anotherSitesFileIsNotAccountedForHere() throws {
    let lyon = try Cabinet.scratch(scratch)
    let (id, _) = try lyon.open(opened(), as: amel, at: noon)
    let path = lyon.root + "/tickets/LYO/0/0/\(id).LYO.jsonl"
    writeBytes(readBytes(path) + Array("{\"v\":1".utf8), to: path)
    let charter = String(decoding: readBytes(lyon.root + "/guichet.json"), as: UTF8.self)
    writeBytes(
      Array(charter.replacing("\"site\":\"LYO\"", with: "\"site\":\"PAR\"").utf8), to: lyon.root + "/guichet.json")
    let paris = try Cabinet(opening: lyon.root)
    let before = readBytes(path)
    #expect(paris.repair(as: amel, at: noon).map(\.obstacle) == [.otherSite("LYO")])
    #expect(readBytes(path) == before)
  }

  /// Broken off after any number of bytes: the next repair goes on from there.
  @Test func brokenOffAnywhere() throws {
    var random = Seeded(seed: 28)
    let cabinet = try cabinet(&random)
    let copy = try backup(cabinet)
    let path = cabinet.root + "/" + file
    let good = readBytes(path)
    let end = good.indices.filter { good[$0] == 10 }[1]
    for length in stride(from: end + 1, to: good.count, by: 7) {
      writeBytes(Array(good[..<length]), to: path)
      _ = cabinet.repair(from: copy, as: amel, at: noon)
      if readBytes(path) != good { Issue.record("\(length)") }
    }
    // The account itself, cut at every length.
    let heads = readBytes(cabinet.root + "/heads/last")
    let bent = good + Array("{\"v\":1,".utf8)
    writeBytes(bent, to: path)
    _ = cabinet.repair(as: amel, at: noon)
    let whole = readBytes(path)
    for length in bent.count..<whole.count {
      writeBytes(Array(whole[..<length]), to: path)
      writeBytes(heads, to: cabinet.root + "/heads/last")
      _ = cabinet.repair(as: amel, at: noon)
      let mended = readBytes(path)
      let verdict = cabinet.verify()
      if !mended.starts(with: whole[..<length]) || !verdict.isSound || !verdict.findings.allSatisfy(\.isAccounted) {
        Issue.record("\(length): \(verdict.findings)")
      }
    }
  }
}

extension Bend {
  /// No repair without a copy brings it back.
  var losesForGood: Bool {
    switch self {
    case .cutInALine, .changedLetter, .lostMiddleLine, .lostFirstLine, .joinedLines, .otherFilesLine, .otherFilesPage,
      .otherFile, .cutAtALine, .olderCopy, .emptied, .removed, .chainMadeAnew, .editedAndSealedAgain, .renumbered,
      .flippedBit, .zerosInside:
      true
    default: false
    }
  }
}

/// Copies a folder and all in it.
func copyTree(_ from: String, _ to: String) {
  mkdir(to, 0o700)
  for name in folderNames(from) {
    var status = stat()
    guard lstat(from + "/" + name, &status) == 0 else { continue }
    if status.st_mode & S_IFMT == S_IFDIR {
      copyTree(from + "/" + name, to + "/" + name)
    } else {
      writeBytes(readBytes(from + "/" + name), to: to + "/" + name)
    }
  }
}

private func folderNames(_ path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}
