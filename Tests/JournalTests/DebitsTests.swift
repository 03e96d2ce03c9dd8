import Desk
import Glibc
import Journal
import Testing

/// What tickets draw from contracts, kept in a derived file: the same as the tickets say, whatever happened to it.
@Suite struct DebitsTests {
  private let scratch = Scratch()
  private static let tickets = 30

  private func logged(_ minutes: Int) -> Fact { .work(.timeLogged(WorkTime(minutes: minutes, activity: .repair))) }

  /// A cabinet where every third ticket logs as many minutes as its number.
  private func cabinet() throws -> Cabinet {
    let cabinet = try Cabinet.scratch(scratch)
    for number in 1...DebitsTests.tickets {
      let opening = Opening(
        subject: "Ticket \(number) \"op\":\"time.logged\"", channel: .phone, requester: Party(name: "Inès"),
        customer: "c\(number % 4)")
      let time = number % 3 == 0 ? [logged(number)] : []
      _ = try cabinet.open([.opened(opening)] + time, as: amel, at: noon)
    }
    return cabinet
  }

  private func log(_ minutes: Int, on number: Int, _ cabinet: Cabinet) throws {
    let facts = [logged(minutes)]
    _ = try cabinet.record(on: TicketID(site: "LYO", number: number), as: amel, at: noon) { _ in facts }
  }

  /// What the tickets themselves say.
  private func truth(_ cabinet: Cabinet) throws -> Set<Debit> {
    var debits: Set<Debit> = []
    for id in try cabinet.ticketIDs() { debits.formUnion(try cabinet.read(id).ticket.debits) }
    return debits
  }

  private func expectTrue(_ cabinet: Cabinet, _ said: Comment) throws {
    let debits = try Index(cabinet).debits()
    #expect(Set(debits) == (try truth(cabinet)), said)
    #expect(Set(debits).count == debits.count, said)
  }

  private var file: String { scratch.path + "/store/index/drawn" }

  @Test func saysWhatTheTicketsSay() throws {
    let cabinet = try cabinet()
    #expect(try truth(cabinet).count == 10)
    try expectTrue(cabinet, "first")
    #expect(!readBytes(file).isEmpty)
    try expectTrue(cabinet, "kept")
    try log(7, on: 1, cabinet)
    try log(8, on: 3, cabinet)
    try expectTrue(cabinet, "more")
    _ = try cabinet.open(
      [.opened(Opening(subject: "new", channel: .phone, requester: Party(name: "A")))], as: amel, at: noon)
    try log(9, on: 31, cabinet)
    try expectTrue(cabinet, "a new ticket")
  }

  @Test func oneIndexStaysRight() throws {
    let cabinet = try cabinet()
    let index = Index(cabinet)
    for number in 1...12 {
      try log(number, on: number, cabinet)
      #expect(Set(try index.debits()) == (try truth(cabinet)), "\(number)")
    }
    try index.rebuild()
    #expect(Set(try index.debits()) == (try truth(cabinet)), "anew")
  }

  /// The log is made a segment more than once: what was read of segments that are gone is not lost.
  @Test func manyChangesAreFollowed() throws {
    let cabinet = try cabinet()
    try expectTrue(cabinet, "before")
    for round in 1...8 {
      for number in 1...DebitsTests.tickets { try log(round, on: number, cabinet) }
      try expectTrue(cabinet, "round \(round)")
    }
  }

  @Test(arguments: ["gone", "empty", "bent", "cut", "foreign"]) func aSpoiltFileTellsNothingWrong(kind: String) throws {
    let cabinet = try cabinet()
    _ = try Index(cabinet).debits()
    var bytes = readBytes(file)
    #expect(bytes.count > 100)
    switch kind {
    case "gone": bytes = []
    case "empty": bytes = []
    case "bent": bytes[bytes.count / 2] ^= 4
    case "cut": bytes.removeLast(9)
    default:
      // The seal of another cabinet, its checksum with it.
      bytes[30] ^= 1
    }
    unlink(file)
    if kind != "gone" {
      let fd = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      #expect(write(fd, bytes, bytes.count) == bytes.count)
      close(fd)
    }
    try log(5, on: 2, cabinet)
    try expectTrue(cabinet, "\(kind)")
  }

  @Test func theIndexIsDiscardedWithIt() throws {
    let cabinet = try cabinet()
    _ = try Index(cabinet).debits()
    try Index.discard(cabinet)
    #expect(readBytes(file).isEmpty)
    try expectTrue(cabinet, "discarded")
  }
}
