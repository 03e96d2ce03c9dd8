import Desk
import Glibc
import Journal
import Testing

@Suite struct ImportTests {
  let scratch = Scratch()

  @Test func livesAreTakenInInOrderWithTheirOwnTimesAndHands() throws {
    let cabinet = try Cabinet.scratch(scratch)
    _ = try cabinet.open(opened("before"), as: amel, at: noon)
    let bob = Actor(name: "bob", profile: .n2, via: .import)
    let ids = try cabinet.take(
      in: (0..<1100).lazy.map { at in
        History(
          opened("old \(at)").map { ($0, amel, noon + Int64(at)) } + [(.tagAdded("t"), bob, noon + Int64(at) + 60)])
      })
    #expect(ids.map(\.number) == Array(2...1101))
    let last = try cabinet.read(ids[1099]).ticket
    #expect(last.subject == "old 1099")
    #expect(last.entries.map(\.by) == ["amel", "bob"])
    #expect(last.entries.map(\.at) == [noon + 1099, noon + 1159])
    let verdict = cabinet.verify()
    #expect(verdict.files == 1101 && verdict.events == 2201 && verdict.findings.isEmpty)
    #expect(try cabinet.open(opened("after"), as: amel, at: noon).0.number == 1102)
    let index = Index(cabinet)
    #expect(try index.refresh().count == 1102)
  }

  @Test func numbersTakenMeanwhileAreSteppedOver() throws {
    let root = try Cabinet.scratch(scratch).root
    let ids = inThreads(3) { who -> [TicketID] in
      guard let cabinet = try? Cabinet(opening: root) else { return [] }
      if who == 0 {
        return (try? cabinet.take(in: (0..<60).map { _ in History(opened().map { ($0, amel, noon) }) })) ?? []
      }
      return (0..<30).compactMap { _ in try? cabinet.open(opened(), as: amel, at: noon).0 }
    }.flatMap { $0 }
    #expect(Set(ids).count == 120)
    #expect(try Cabinet(opening: root).verify().findings.isEmpty)
  }

  @Test func aTryMadeTwiceIsRecordedOnce() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let name = Token.event()
    for _ in 0..<3 {
      let ticket = try cabinet.record(on: id, as: amel, at: noon, event: name) { _ in [note("once")] }
      #expect(ticket.noteCount == 1)
    }
  }
}
