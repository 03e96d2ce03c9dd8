import Desk
import Glibc
import Journal
import Testing

/// A writer can die at any byte. Whatever it left, what was acknowledged reads, the next writer goes on, and no byte
/// that was there is changed.
@Suite struct TornTailTests {
  let scratch = Scratch()

  /// A ticket of three events, and its file.
  private func ticket() throws -> (Cabinet, TicketID, path: String) {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened() + [note("one")], as: amel, at: noon)
    _ = try cabinet.record(on: id, as: amel, at: noon + 1) { _ in [note("last")] }
    return (cabinet, id, cabinet.root + "/tickets/LYO/0/0/LYO-1.LYO.jsonl")
  }

  @Test func everyLengthOfALastLine() throws {
    let (cabinet, id, path) = try ticket()
    let whole = readBytes(path)
    let start = whole[..<(whole.count - 1)].lastIndex(of: 10)! + 1
    for length in 0..<(whole.count - start) {
      let torn = Array(whole[..<(start + length)])
      writeBytes(torn, to: path)
      let read = try cabinet.read(id)
      let isWhole = length == whole.count - start - 1
      if read.ticket.entries.count != 2 { Issue.record("\(length): shows \(read.ticket.entries.count)") }
      let expected: [Damage.Kind] = length == 0 ? [] : isWhole ? [.unended] : [.torn(bytes: length)]
      if read.damage.map(\.kind) != expected { Issue.record("\(length): \(read.damage)") }
      let after = try cabinet.record(on: id, as: amel, at: noon + 2) { _ in [note("next")] }
      // A line that lacked its newline only is adopted.
      if after.entries.count != (isWhole ? 4 : 3) { Issue.record("\(length): \(after.entries.count) after") }
      let mended = readBytes(path)
      if !mended.starts(with: torn) { Issue.record("\(length): bytes were changed") }
      let again = try cabinet.read(id)
      if again.ticket != after { Issue.record("\(length): not read back") }
      let kinds = again.damage.map(\.kind)
      let left: [Damage.Kind] = length == 0 || isWhole ? [] : [.junk(.fragment, passedOver: true)]
      if kinds != left { Issue.record("\(length): \(kinds)") }
    }
  }

  @Test(arguments: [1, 40, 511, 512, 4096, 70_000])
  func zerosAtTheEnd(count: Int) throws {
    let (cabinet, id, path) = try ticket()
    let whole = readBytes(path)
    writeBytes(whole + [UInt8](repeating: 0, count: count), to: path)
    #expect(try cabinet.read(id).damage.map(\.kind) == [.torn(bytes: count)])
    let after = try cabinet.record(on: id, as: amel, at: noon + 2) { _ in [note("next")] }
    #expect(after.entries.count == 4)
    let again = try cabinet.read(id)
    #expect(again.ticket == after)
    #expect(again.damage.map(\.kind) == [.junk(.fragment, passedOver: true)])
  }

  /// The second block of a torn record arrived: a bad line that ends in a newline.
  @Test func aBadLastLineWithItsNewline() throws {
    let (cabinet, id, path) = try ticket()
    var bytes = readBytes(path)
    for at in (bytes.count - 100)..<(bytes.count - 60) { bytes[at] = 0 }
    writeBytes(bytes, to: path)
    #expect(try cabinet.read(id).ticket.entries.count == 2)
    let after = try cabinet.record(on: id, as: amel, at: noon + 2) { _ in [note("next")] }
    #expect(after.entries.map(\.n) == [1, 2, 3])
    // What took the place of the lost line leans on the last valid one: the chain holds.
    #expect(try cabinet.read(id).damage.map(\.kind) == [.junk(.fragment, passedOver: true)])
  }

  /// Whatever a writer that died left of a line is harmless, closed off or not; what is no beginning of one is told.
  @Test(
    arguments: [
      ("", nil), ("{", nil), (#"{"v":1,"n":"#, nil), (#"{"v":1,"n":4,"p":"0"#, nil), ("\u{0}\u{0}", nil),
      ("garbage hello", "stray"), ("}", "stray"), (" ", "stray"), (#"{"version":1}"#, "stray"),
    ] as [(String, String?)])
  func whatStandsAtTheEnd(_ text: String, name: String?) throws {
    for end in ["", "\n"] where !(text + end).isEmpty {
      let cabinet = try Cabinet.create(at: scratch.path + "/store\(end.count)", site: "LYO")
      let (id, _) = try cabinet.open(opened() + [note("one")], as: amel, at: noon)
      #expect(cabinet.verify().isSound)
      let path = cabinet.root + "/tickets/LYO/0/0/LYO-1.LYO.jsonl"
      writeBytes(readBytes(path) + Array((text + end).utf8), to: path)
      // As it is, and when the next writer has passed over it.
      for _ in 0..<2 {
        let verdict = cabinet.verify()
        #expect(verdict.isSound == (name == nil), "\(text.debugDescription): \(verdict.findings)")
        if let name { #expect(verdict.findings.map(\.kind.name) == [name]) }
        let lost = verdict.findings.filter(\.losesEvents)
        #expect(lost.isEmpty)
        _ = try cabinet.record(on: id, as: amel, at: noon + 2) { _ in [note("next")] }
      }
      _ = cabinet.repair(as: amel, at: noon + 3)
      #expect(cabinet.verify().isSound)
    }
  }

  @Test func aFileWithNothingValidIsNotWrittenTo() throws {
    let (cabinet, id, path) = try ticket()
    writeBytes(Array("nothing\n".utf8), to: path)
    let read = try cabinet.read(id)
    #expect(!read.ticket.isOpened)
    #expect(read.damage.map(\.kind) == [.junk(.stray, passedOver: false), .empty])
    #expect(throws: RecordError.journal(.nothingValid(path: path))) {
      _ = try cabinet.record(on: id, as: amel, at: noon) { _ in [note("x")] }
    }
    #expect(readBytes(path) == Array("nothing\n".utf8))
  }
}
