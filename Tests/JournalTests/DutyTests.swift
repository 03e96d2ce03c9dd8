import Desk
import Journal
import Testing

/// The stream of those on call, apart from the ledger.
@Suite struct DutyTests {
  let scratch = Scratch()

  private static func swap(_ by: String) -> DutySwap {
    DutySwap(rota: "n2", whom: "chloe", by: by, from: noon, to: noon + 3600, reason: "congé")
  }

  @Test func `what is recorded is read again, in its order`() throws {
    let cabinet = try Cabinet.scratch(scratch)
    #expect(try cabinet.dutyBook() == DutyBook())
    for by in ["bob", "dora"] {
      let book = try cabinet.recordDuty(as: amel, at: noon) { _ in [.swapped(Self.swap(by))] }
      #expect(book.swaps.last?.value.by == by)
    }
    let book = try Cabinet(opening: cabinet.root).dutyBook()
    #expect(book.swaps(of: "n2").map(\.by) == ["bob", "dora"] && book.swaps(of: "n3").isEmpty)
    #expect(book.swaps.map(\.by) == ["amel", "amel"])
  }

  @Test func `a refusal writes nothing`() throws {
    let cabinet = try Cabinet.scratch(scratch)
    #expect(throws: RecordError.self) {
      try cabinet.recordDuty(as: amel, at: noon) { _ throws(Refusal) in throw .noSuchAgent("zoe") }
    }
    #expect(try cabinet.dutyBook() == DutyBook())
  }
}
