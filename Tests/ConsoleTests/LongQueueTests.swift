import Console
import Desk
import Kit
import Screen
import Testing

/// A queue much longer than what the console keeps of it.
struct LongQueueTests {
  private static let count = 1300

  private static let tickets: [Ticket] = (1...count).map {
    Morning.ticket($0, "Poste \($0)", "D. Upont", "Lyon", "", g: 0, i: 0, ago: Int64(count - $0 + 10))
  }
  private static let rows = Morning.rows(of: tickets)

  private func rehearsal() -> Rehearsal {
    var rehearsal = Rehearsal(tickets: LongQueueTests.tickets, rows: LongQueueTests.rows, articles: [])
    rehearsal.type("9")
    return rehearsal
  }

  /// The numbers in the view's own order.
  private static let order = ListRequest(
    .term(.states(State.active)), asker: Query.Asker(login: "amel", now: Rehearsal.noon), limit: count
  ).answer(from: rows.values).rows.map(\.id.number)

  @Test func onlyAStretchIsHere() {
    let rehearsal = rehearsal()
    #expect(rehearsal.model.queue.rows.count < 200)
    #expect(rehearsal.model.queue.count == LongQueueTests.count)
    #expect(rehearsal.status.contains("1/1300"))
  }

  /// Wherever the hand goes, it is where it would be were all rows here, and the rows around it are shown.
  @Test(arguments: [
    "j", "PgDn", "G", "G k", "G PgUp PgUp PgUp PgUp PgUp", "G g g", "G g g PgDn", "C-d C-d C-u", "k", "G j", "G PgDn",
    "PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgUp PgUp PgUp PgUp PgUp PgUp",
  ])
  func theHandGoesWhereItWould(keys: String) throws {
    var rehearsal = rehearsal()
    var place = 0
    var wasG = false
    for key in keys.split(separator: " ") {
      rehearsal.type(String(key))
      let steps = ["j": 1, "k": -1, "PgDn": 20, "PgUp": -20, "C-d": 10, "C-u": -10]
      if key == "G" { place = LongQueueTests.count - 1 }
      if key == "g", wasG { place = 0 }
      wasG = key == "g"
      place = min(max(0, place + (steps[String(key)] ?? 0)), LongQueueTests.count - 1)
    }
    #expect(rehearsal.hand == LongQueueTests.order[place])
    #expect(rehearsal.status.contains("\(place + 1)/1300"))
    #expect(rehearsal.frame.lines.contains { $0.hasPrefix("▌") && $0.contains("#\(LongQueueTests.order[place]) ") })
  }

  /// Down through all of it and up again: each row once, in order, and never more of them kept than the limit.
  @Test func theWholeQueueIsWalked() {
    var rehearsal = rehearsal()
    for place in stride(from: 0, to: LongQueueTests.count, by: 7) {
      #expect(rehearsal.hand == LongQueueTests.order[place])
      for _ in 0..<7 { rehearsal.send(.key("j")) }
      if rehearsal.model.queue.rows.count > 1100 { Issue.record("\(rehearsal.model.queue.rows.count) rows") }
    }
    rehearsal.type("G")
    for place in stride(from: LongQueueTests.count - 1, to: 0, by: -13) {
      #expect(rehearsal.hand == LongQueueTests.order[place])
      for _ in 0..<13 { rehearsal.send(.key("k")) }
    }
    #expect(rehearsal.hand == LongQueueTests.order[0])
  }

  @Test func theNextTicketIsReadAcrossStretches() {
    var rehearsal = rehearsal()
    rehearsal.type("Enter")
    for place in 1...300 {
      rehearsal.type("J")
      #expect(rehearsal.model.ticket?.id.number == LongQueueTests.order[place])
    }
  }

  @Test func aStarMarksBeyondTheRowsHereAndSaysItsLimit() {
    var rehearsal = rehearsal()
    rehearsal.type("*")
    #expect(rehearsal.status.contains("Les 1000 premiers de 1300 sont marqués"))
    #expect(rehearsal.model.queue.marks.count == 1000)
    rehearsal.type("Esc Esc")
    rehearsal.type("/ 'poste_12 Enter *")
    #expect(rehearsal.model.queue.marks.count == 111)
    #expect(rehearsal.model.queue.targets.count == 111)
  }

  @Test func marksStayWhereTheRowsGo() {
    var rehearsal = rehearsal()
    rehearsal.type("Space Space G Space g g")
    #expect(rehearsal.model.queue.targets.map(\.id.number) == [0, 1, 1299].map { LongQueueTests.order[$0] })
    #expect(rehearsal.status.contains("* 3 marqués"))
  }

  @Test func aFilterFindsWhatIsNotHere() {
    var rehearsal = rehearsal()
    rehearsal.type("PgDn / 'poste_1299 Enter")
    #expect(rehearsal.hand == 1299)
    #expect(rehearsal.status.contains("1 sur 1300"))
    rehearsal.type("Esc")
    #expect(rehearsal.hand == LongQueueTests.order[20])
    #expect(rehearsal.status.contains("21/1300"))
  }

  @Test func lettersAskForNoTabs() {
    var rehearsal = rehearsal()
    rehearsal.type("/")
    let before = rehearsal.performed.count
    rehearsal.type("'poste")
    for effect in rehearsal.performed.dropFirst(before) {
      if case .list(let request) = effect { #expect(request.counts.isEmpty) }
    }
  }

  @Test func whatChangesFarAwayIsCountedAndMovesNothing() throws {
    var rehearsal = rehearsal()
    rehearsal.type("PgDn j")
    let before = rehearsal.frame.lines.dropFirst().dropLast(2)
    let fresh = Morning.ticket(9000, "Panne générale", "X. Neuf", "Lyon", "", g: 0, i: 0, ago: 1)
    rehearsal.tickets[fresh.id] = fresh
    try rehearsal.colleague("bob", .take, on: LongQueueTests.order[1200])
    #expect(rehearsal.status.contains("+ 1 nouveau"))
    #expect(Array(rehearsal.frame.lines.dropFirst().dropLast(2)) == Array(before))
    rehearsal.type(";")
    #expect(rehearsal.hand == LongQueueTests.order[21])
    #expect(rehearsal.status.contains("/1301"))
  }
}
