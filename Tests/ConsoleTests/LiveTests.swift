import Console
import Desk
import Kit
import Screen
import Testing

/// What others do while the agent looks.
struct LiveTests {
  /// An administrator applies another matrix while the form is not open yet: it shows the new priorities.
  @Test func newRulesAreThoseOfTheNextForm() throws {
    var rehearsal = Rehearsal()
    var rules = Rehearsal.rules
    rules.matrix = try PriorityMatrix(rows: [[2, 2, 3, 4], [2, 3, 4, 4], [3, 4, 4, 5], [4, 4, 5, 5]])
    rehearsal.send(.rules(rules))
    #expect(rehearsal.model.rules.matrix == rules.matrix)
    #expect(rehearsal.model.directory == rules.directory)
  }

  /// A loop that draws for nothing keeps a machine of forty consoles awake.
  @Test(
    arguments: [
      ("the same minute", Message.tick(Rehearsal.noon), false), ("another", .tick(Rehearsal.noon + 60), true),
      ("what is due is looked for", .woke(.due), false), ("a message was read", .woke(.notice), true),
      ("the tabs are counted", .woke(.tabs), false), ("the index is looked at", .woke(.index), false),
      ("somebody wrote", .stirred, true), ("a key", .key(.char("j")), true),
    ])
  func whatCannotShowIsNotDrawn(_ name: String, _ message: Message, _ shows: Bool) {
    var model = Rehearsal().model
    #expect(message.mayShow(on: model) == shows)
    let before = view(model)
    _ = update(&model, message)
    #expect(shows || view(model) == before)
  }

  @Test func aRowChangesInPlace() throws {
    var rehearsal = Rehearsal()
    rehearsal.type("0 G")
    let hand = rehearsal.hand
    try rehearsal.colleague("bob", .take, on: 10460)
    #expect(rehearsal.hand == hand)
    let row = try #require(rehearsal.frame.rowHolding("#10460"))
    #expect(rehearsal.frame.line(row).contains("bob"))
  }

  @Test func aRowThatLeavesStaysUntilItIsLetGo() throws {
    var rehearsal = Rehearsal()
    rehearsal.type("2 j")
    try rehearsal.colleague("bob", .take, on: 10459)
    #expect(rehearsal.screen.contains("→ bob"))
    #expect(rehearsal.hand == 10471)
    rehearsal.type(";")
    #expect(!rehearsal.screen.contains("#10459"))
    #expect(rehearsal.hand == 10471)
  }

  @Test func newcomersAreCountedAndEnterWhenAsked() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 j")
    let before = rehearsal.frame.lines.dropLast(2)
    let fresh = Morning.ticket(10481, "Panne générale", "X. Neuf", "Lyon", "Réseau", g: 1, i: 1, ago: 1)
    rehearsal.tickets[fresh.id] = fresh
    rehearsal.send(.stirred)
    #expect(rehearsal.status.contains("+ 1 nouveau, ; pour le voir"))
    #expect(Array(rehearsal.frame.lines.dropLast(2).dropFirst()) == Array(before.dropFirst()))
    rehearsal.type(";")
    #expect(rehearsal.screen.contains("Panne générale"))
    #expect(rehearsal.hand == 10471)
  }

  @Test func aRestingHandOnTheFirstRowLetsThemIn() {
    var rehearsal = Rehearsal()
    rehearsal.type("2")
    let fresh = Morning.ticket(10481, "Panne générale", "X. Neuf", "Lyon", "Réseau", g: 1, i: 1, ago: 1)
    rehearsal.tickets[fresh.id] = fresh
    rehearsal.send(.stirred)
    rehearsal.send(.tick(Rehearsal.noon + 60))
    #expect(!rehearsal.screen.contains("Panne générale"))
    rehearsal.send(.tick(Rehearsal.noon + 120))
    #expect(rehearsal.screen.contains("Panne générale"))
    #expect(rehearsal.hand == 10459)
  }

  @Test func theMinutePasses() {
    var rehearsal = Rehearsal()
    rehearsal.type("2 j")
    let before = rehearsal.frame.lines
    rehearsal.send(.tick(Rehearsal.noon + 60))
    let changed = zip(before, rehearsal.frame.lines).count { $0 != $1 }
    #expect(changed <= 6)
    #expect(rehearsal.status.contains("14:04"))
  }

  @Test func anOldListingOfAnotherViewIsIgnored() {
    var rehearsal = Rehearsal()
    let old = rehearsal.model.request
    rehearsal.type("2")
    rehearsal.send(.listed(Listing(), for: old))
    #expect(rehearsal.hand == 10459)
  }

  @Test func whileTheIndexIsMadeItIsSaidAndThenAllRowsCome() {
    var rehearsal = Rehearsal()
    rehearsal.indexing = Listing.Progress(done: 42, of: 100)
    let closed = rehearsal.tickets.removeValue(forKey: Morning.id(10461))
    rehearsal.type("0")
    #expect(rehearsal.status.contains("⋯ index en cours 42 % : tickets actifs seuls"))
    #expect(rehearsal.performed.contains(.wake(.index, afterMilliseconds: 500)))
    rehearsal.tickets[Morning.id(10461)] = closed
    rehearsal.send(.woke(.index))
    #expect(rehearsal.status.contains("index en cours"))
    rehearsal.indexing = nil
    rehearsal.send(.woke(.index))
    #expect(!rehearsal.status.contains("index"))
    #expect(rehearsal.screen.contains("Réinitialisation MFA"))
  }

  @Test func whatOthersChangeIsNews() throws {
    var rehearsal = Rehearsal()
    rehearsal.type("0")
    rehearsal.now = Rehearsal.noon + 30
    try rehearsal.colleague("bob", .note(Note(Body("vu"))), on: 10460)
    let row = try #require(rehearsal.frame.rowHolding("#10460"))
    #expect(rehearsal.frame[3, row].scalar == "+")
    rehearsal.type(": '10460 Enter q")
    #expect(rehearsal.frame[3, row].scalar == " ")
  }

  /// The law of the hand: whatever listing comes, the selection stays on its ticket while it is there at all.
  @Test func theSelectionStaysOnItsTicket() {
    var random = Dice(seed: 7)
    var rehearsal = Rehearsal()
    rehearsal.type("0 j j j j")
    let all = rehearsal.listing(rehearsal.model.refreshing).held
    for _ in 0..<200 {
      let hand = rehearsal.model.queue.selected
      var rows = all.filter { _ in random.roll(4) != 0 }
      rows.shuffle(using: &random)
      let refreshed = Listing(total: rows.count, held: rows)
      rehearsal.send(.listed(refreshed, for: rehearsal.model.refreshing))
      #expect(rehearsal.model.queue.selected == hand)
      if random.roll(3) == 0 {
        rehearsal.send(.listed(Listing(rows: rows, total: rows.count), for: rehearsal.model.request))
        if rows.contains(where: { $0.id == hand }) { #expect(rehearsal.model.queue.selected == hand) }
      }
      if let cursor = rehearsal.model.queue.cursor {
        #expect(rehearsal.model.queue.row(cursor).id == rehearsal.model.queue.selected)
      }
    }
  }
}

/// A source of chance that is the same at each run (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &self) }
}

/// What the desk does by itself while the console is open.
struct DeskClockTests {
  /// Once a minute, some seconds into it, and never twice in one.
  @Test func eachMinuteItIsSeenWhatIsDue() {
    var rehearsal = Rehearsal()
    func looks() -> Int { rehearsal.performed.count { $0 == .tickDesk } }
    func wakes() -> Int {
      rehearsal.performed.count { if case .wake(.due, let delay) = $0 { delay < 20_000 } else { false } }
    }
    rehearsal.send(.tick(Rehearsal.noon + 20))
    #expect(wakes() == 0)
    rehearsal.send(.tick(Rehearsal.noon + 60))
    rehearsal.send(.tick(Rehearsal.noon + 80))
    #expect(wakes() == 1 && looks() == 0)
    rehearsal.send(.woke(.due))
    #expect(looks() == 1)
  }

  /// A minute counts nothing that does not change by itself, and nothing that makes the index look at closed tickets.
  @Test func aMinuteCountsWhatAsksForTheTime() throws {
    var rehearsal = Rehearsal()
    rehearsal.send(
      .views([
        try SavedView(name: "tard", filter: "état:actif sla:dépassé", digit: 3),
        try SavedView(name: "vieux", filter: "âge:>3j", digit: 4),
      ]))
    rehearsal.send(.tick(Rehearsal.noon + 60))
    let lists = rehearsal.performed.compactMap { if case .list(let request) = $0 { request } else { nil } }
    let asked = try #require(lists.last)
    #expect(asked.counts == [try Query("état:actif sla:dépassé")])
    #expect(rehearsal.model.counts.first != .some(nil))
  }

  /// A threshold that was told, by whoever looked first, marks no row as news; a colleague's deed does.
  @Test func theTimersFactsAreNoNews() throws {
    var rehearsal = Rehearsal()
    rehearsal.type("0 j Enter q")
    let id = try #require(rehearsal.model.queue.selected)
    let ticket = try #require(rehearsal.tickets[id])
    let told = Fact.service(.crossed(Threshold(clock: .resolve, cycle: 1, percent: 75)))
    rehearsal.tickets[id] = Morning.fold(ticket, [told], by: Actor.timer.name, at: Rehearsal.noon + 60)
    rehearsal.send(.stirred)
    let row = try #require(rehearsal.model.queue.selection?.summary)
    #expect(row.lamport == ticket.lamport + 1 && row.updatedAt == ticket.updatedAt)
    #expect(!rehearsal.model.hasNews(row))
    rehearsal.now = Rehearsal.noon + 120
    try rehearsal.colleague("bob", .note(Note(Body("vu"))), on: id.number)
    #expect(rehearsal.model.hasNews(try #require(rehearsal.model.queue.selection?.summary)))
  }
}
