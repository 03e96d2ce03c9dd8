import Desk
import Glibc
import Journal
import Testing

/// What is remembered of the ends of files, apart from them.
@Suite struct HeadListTests {
  let scratch = Scratch()

  private func ticket() throws -> (Cabinet, path: String) {
    let cabinet = try Cabinet.scratch(scratch)
    _ = try cabinet.open(opened() + [note("a"), note("b"), note("c")], as: amel, at: noon)
    return (cabinet, cabinet.root + "/tickets/LYO/0/0/LYO-1.LYO.jsonl")
  }

  private func cutLastLine(_ path: String) {
    let bytes = readBytes(path)
    writeBytes(Array(bytes[...bytes[..<(bytes.count - 1)].lastIndex(of: 10)!]), to: path)
  }

  @Test func isReadAsItWasWritten() throws {
    let (cabinet, _) = try ticket()
    let heads = try #require(cabinet.verify().heads)
    #expect(heads.files == ["tickets/LYO/0/0/LYO-1.LYO.jsonl"])
    #expect(HeadList(reading: heads.bytes) == heads)
    #expect(cabinet.rememberedHeads() == heads)
    // A second walk finds the same, and so has the same to say.
    #expect(cabinet.verify().heads?.digest == heads.digest)
  }

  /// A list that was changed anywhere in what counts, or cut, is no list; and nothing traps.
  @Test func whatWasChangedIsRefused() throws {
    let (cabinet, _) = try ticket()
    let bytes = try #require(cabinet.verify().heads).bytes
    for length in 0..<(bytes.count - 1) where HeadList(reading: Array(bytes[..<length])) != nil {
      Issue.record("cut at \(length)")
    }
    var random = Seeded(seed: 3)
    for _ in 0..<500 {
      var bent = bytes
      bent[random.below(bent.count)] = UInt8(truncatingIfNeeded: random.next())
      _ = HeadList(reading: bent)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(HeadList(reading: Array(text.replacing(" 4 ", with: " 3 ").utf8)) == nil)
    #expect(HeadList(reading: Array(text.replacing("LYO-1.", with: "LYO-2.").utf8)) == nil)
  }

  /// The index may go, and what is remembered stays.
  @Test func outlivesTheIndex() throws {
    let (cabinet, path) = try ticket()
    #expect(cabinet.verify().isSound)
    try Index.discard(cabinet)
    cutLastLine(path)
    #expect(cabinet.verify().findings.map(\.kind.name) == ["shortened"])
    // A walk that finds damage does not forget what was.
    #expect(cabinet.verify().findings.map(\.kind.name) == ["shortened"])
  }

  @Test func aFileThatGrewIsSound() throws {
    let (cabinet, _) = try ticket()
    #expect(cabinet.verify().isSound)
    _ = try cabinet.record(on: TicketID(site: "LYO", number: 1), as: amel, at: noon) { _ in [note("more")] }
    #expect(cabinet.verify().findings.isEmpty)
  }

  /// The whole folder put back from an older copy, memory and all: only what was kept elsewhere tells.
  @Test func aCheckpointKeptElsewhere() throws {
    let (cabinet, path) = try ticket()
    let kept = try #require(cabinet.verify().heads)
    unlink(cabinet.root + "/heads/last")
    try Index.discard(cabinet)
    cutLastLine(path)
    #expect(cabinet.verify().isSound)
    #expect(cabinet.verify(against: kept).findings.map(\.kind.name) == ["shortened"])
    unlink(path)
    #expect(cabinet.verify(against: kept).findings.map(\.kind.name) == ["removed"])
  }

  @Test func anEventInTwoFiles() throws {
    let (cabinet, path) = try ticket()
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let other = cabinet.root + "/tickets/LYO/0/0/LYO-2.LYO.jsonl"
    var bytes = readBytes(other)
    let last = try Line.read(bytes.dropLast()).get()
    let stolen = try Line.read(Array(readBytes(path).split(separator: 10)[1])).get()
    _ = Entrant(note("again"), as: amel, at: noon, id: stolen.id).append(
      n: 2, previous: last.seal, lamport: 9, to: &bytes)
    writeBytes(bytes, to: other)
    let found = cabinet.verify().findings
    #expect(found.map(\.kind) == [.duplicateEvent(in: "tickets/LYO/0/0/LYO-1.LYO.jsonl")])
    #expect(found.map(\.file) == ["tickets/LYO/0/0/\(id).LYO.jsonl"])
  }

  @Test func aCabinetThatMayNotBeWrittenIsVerifiedAllTheSame() throws {
    let (cabinet, path) = try ticket()
    #expect(cabinet.verify().isSound)
    writeBytes([], to: path)
    #expect(cabinet.verify(only: [TicketID(site: "LYO", number: 1)]).findings.map(\.kind) == [.emptied])
  }
}
