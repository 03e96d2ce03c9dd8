import Desk
import Glibc
import Journal
import Testing

@Suite struct CabinetTests {
  let scratch = Scratch()

  @Test func aTicketIsOpenedRecordedOnAndReadAgain() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, ticket) = try cabinet.open(opened(), as: amel, at: noon)
    #expect(id.description == "LYO-1")
    #expect(ticket.subject == "Printer on fire")
    let after = try cabinet.record(on: id, as: amel, at: noon + 60) { _ in [note("Out."), .tagAdded("fire")] }
    let again = try Cabinet(opening: cabinet.root).read(id)
    #expect(again.ticket == after)
    #expect(again.damage.isEmpty)
    #expect(again.ticket.tags == ["fire"])
    #expect(again.ticket.lamport == 3)
  }

  @Test func aRefusalComesThroughAndNothingIsWritten() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let path = cabinet.root + "/tickets/LYO/0/0/LYO-1.LYO.jsonl"
    let before = readBytes(path)
    #expect(throws: RecordError.refused(.alreadyYours)) {
      _ = try cabinet.record(on: id, as: amel, at: noon) { _ throws(Refusal) in throw .alreadyYours }
    }
    #expect(readBytes(path) == before)
  }

  @Test func anIndexListsWhatIsOpenAndFollowsChanges() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let index = Index(cabinet)
    #expect(try index.refresh() == [id])
    #expect(try index.refresh() == [])
    _ = try cabinet.record(on: id, as: amel, at: noon + 60) { _ in [.tagAdded("fire")] }
    #expect(try index.refresh() == [id])
    #expect(index.summary(id)?.tags == ["fire"])
    let request = ListRequest(.all, asker: Query.Asker(login: "amel", now: noon))
    #expect(index.list(request).rows.map(\.id) == [id])
    let cached = Index(cabinet)
    #expect(cached.summary(id) == index.summary(id))
    #expect(try cached.refresh() == [])
  }
}
