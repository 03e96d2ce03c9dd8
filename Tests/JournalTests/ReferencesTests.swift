import Desk
import Glibc
import Journal
import Testing

/// What came from elsewhere is known again, whatever became of the file that says so.
@Suite struct ReferencesTests {
  let scratch = Scratch()

  private func life(_ reference: String) throws -> History {
    let event = JSON.object(
      of: ("at", "2026-03-02T12:00:00Z"), ("by", "ines"), ("op", "ticket.opened"),
      ("d", .object(of: ("subject", "S"), ("channel", "mail"), ("requester", .object(of: ("name", "I"))))))
    let json = JSON.object(of: ("reference", .string(reference)), ("events", .array([event])))
    return History(try ForeignLife(json: json), importedBy: "amel")
  }

  /// A cabinet with five tickets from elsewhere and their names written down.
  private func filled() throws -> Cabinet {
    let cabinet = try Cabinet.scratch(scratch)
    let references = try References(of: cabinet)
    let names = (1...5).map { "INC-\($0)" }
    var histories: [History] = []
    for name in names {
      #expect(references.insert(name))
      histories.append(try life(name))
    }
    var ids: [TicketID] = []
    try cabinet.take(in: histories) { ids += $0 }
    try references.remember(zip(names, ids).map { (reference: $0, id: $1) })
    return cabinet
  }

  private func known(_ cabinet: Cabinet) throws -> [Int] {
    let references = try References(of: cabinet)
    return (1...6).filter { references.contains("INC-\($0)") }
  }

  static let spoilings: [(name: String, spoil: @Sendable (_ path: String, _ bytes: [UInt8]) -> Void)] = [
    ("left alone", { _, _ in }),
    ("deleted", { path, _ in unlink(path) }),
    ("emptied", { path, _ in writeBytes([], to: path) }),
    ("torn in the last line", { path, bytes in writeBytes(Array(bytes.dropLast(3)), to: path) }),
    (
      "zeros in the middle",
      { path, bytes in writeBytes(bytes.prefix(8) + [0, 0, 0, 0] + bytes.dropFirst(12), to: path) }
    ),
    ("another file", { path, _ in writeBytes(Array("hello\nworld\n".utf8), to: path) }),
  ]

  @Test(arguments: spoilings.indices) func theTicketsSayWhatTheFileLacks(row: Int) throws {
    let cabinet = try filled()
    let path = cabinet.root + "/run/references.LYO"
    ReferencesTests.spoilings[row].spoil(path, readBytes(path))
    let name = ReferencesTests.spoilings[row].name
    #expect(try known(cabinet) == Array(1...5), "\(name)")
    #expect(try known(cabinet) == Array(1...5), "\(name), a second time")
  }

  @Test func everyTornLengthIsMended() throws {
    let cabinet = try filled()
    let path = cabinet.root + "/run/references.LYO"
    let whole = readBytes(path)
    for length in 0...whole.count {
      writeBytes(Array(whole.prefix(length)), to: path)
      let found = [try known(cabinet), try known(cabinet)]
      if found != [Array(1...5), Array(1...5)] { Issue.record("\(length) bytes: \(found)") }
    }
  }

  @Test func twoImportsAtOnceAreRefused() throws {
    let cabinet = try filled()
    let first = try References(of: cabinet)
    #expect(throws: JournalError.self) { _ = try References(of: cabinet) }
    #expect(first.contains("INC-1"))
  }

  @Test func theNameElsewhereIsATagBehindTheFirstContact() throws {
    let cabinet = try filled()
    let ticket = try cabinet.read(TicketID(site: "LYO", number: 3)).ticket
    #expect(ticket.tags == ["ref:INC-3"])
    #expect(ticket.entries.map(\.by) == ["ines", "amel"])
    #expect(ticket.updatedAt == ticket.openedAt)
  }
}
