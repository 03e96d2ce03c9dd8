import Desk
import Kit
import Testing

/// A note signed twice by a slip of the hand.
@Suite struct SignedTwiceTests {
  private static let at = Instant(ms: 1_764_000_000_000)

  private static func note(from: Int64 = -3600, to: Int64 = 0) -> SignedHandover {
    SignedHandover(from: at + from, to: at + to, text: "x")
  }

  private static func book(accepted: Bool = false) -> DutyBook {
    let signed = DutyEvent(
      id: "s", site: "LYO", n: 1, lamport: 1, at: at, by: "bob", fact: .handoverSigned(note()))
    let taken = DutyEvent(
      id: "t", site: "LYO", n: 2, lamport: 2, at: at, by: "chloe", fact: .handoverAccepted(note: "s"))
    return DutyBook(accepted ? [signed, taken] : [signed])
  }

  private static let cases: [(String, SignedHandover, String, Bool, Bool)] = [
    ("at once, what came since", note(from: 0, to: 1), "bob", false, true),
    ("at once, the same", note(from: -3600, to: 1), "bob", false, true),
    ("a minute later", note(from: 0, to: 60), "bob", false, false),
    ("of a longer time", note(from: -7200, to: 1), "bob", false, false),
    ("by somebody else", note(from: 0, to: 1), "chloe", false, false),
    ("taken over meanwhile", note(from: 0, to: 1), "bob", true, false),
  ]

  @Test(arguments: cases)
  func isSignedOnce(name: String, note: SignedHandover, by: String, accepted: Bool, isAgain: Bool) {
    #expect((SignedTwiceTests.book(accepted: accepted).signed(again: note, by: by) != nil) == isAgain, "\(name)")
  }
}

/// What the next shift is told.
@Suite struct HandoverNoteTests {
  private static let start = moment("2026-03-09 20:00")
  private static let end = moment("2026-03-10 08:00")

  private static func life(_ number: Int, _ subject: String, at instant: Instant) -> Life {
    Life(subject, id: TicketID(site: "LYO", number: number), at: instant, channel: .mail)
  }

  /// Tickets by section, as the note has them.
  private static func told(_ lives: [Life], from: Instant = start, to: Instant = end) -> [String: [Int]] {
    let note = HandoverNote(of: lives.map(\.ticket), under: TestDesk.rules, from: from, to: to)
    return Dictionary(uniqueKeysWithValues: note.lines.map { ($0.key.rawValue, $0.value.map(\.ticket.number)) })
  }

  @Test func `each part tells of what belongs to it`() throws {
    // A P1 of the night: called, answered, escalated, still open, with something to do.
    var night = Self.life(1, "Salle serveurs", at: Self.start + 3600)
    try night.act("bob", .qualify(.of(1, 1)))
    night.record([.duty(.pageSent(DutyCall(rota: "n2", to: "chloe")))], by: .timer)
    try night.act("chloe", .acknowledge)
    try night.act("chloe", .escalate(to: .n3, handoff: .full, target: nil))
    try night.act("eva", .take)
    try night.act("eva", .addTask(WorkTask("Rappeler", assignee: "eva")))
    // Resolved in the night, opened before.
    var ended = Self.life(2, "Badgeuse", at: Self.start + -7200)
    try ended.act("bob", .qualify(.of(1, 1)))
    try ended.act("bob", .take)
    ended.now = Self.start + 7200
    try ended.act("bob", .resolve(.simple(rootCause: "usure"), message: nil))
    // A P4 of the night tells nothing; one that waits for a vendor does.
    var small = Self.life(3, "Souris", at: Self.start + 60)
    try small.act("bob", .qualify(.of(4, 4)))
    var vendor = Self.life(4, "Ligne", at: Self.start + -86_400)
    try vendor.act("chloe", .qualify(.of(3, 3)))
    try vendor.act("chloe", .take)
    try vendor.act("chloe", .hold(party: "Opérateur", reason: .vendor, until: Self.end + 86_400))
    var major = Self.life(5, "Réseau", at: Self.start + -3600)
    try major.act("eva", .declareMajor(reason: "tout le site", every: 30))
    let told = Self.told([night, ended, small, vendor, major])
    #expect(told["majors"] == [5])
    #expect(told["pages"] == [1])
    #expect(told["opened"] == [1])
    #expect(told["escalated"] == [1])
    #expect(told["ended"] == [2])
    #expect(told["vendor"] == [4])
    #expect(told["tasks"] == [1])
    #expect(told["late"]?.contains(5) == true)
    // Another shift has not the same events, and the same standing.
    let later = Self.told([night, ended, small, vendor, major], from: Self.end, to: Self.end + 3600)
    #expect(later["pages"] == nil && later["opened"] == nil && later["ended"] == nil)
    #expect(later["tasks"] == [1] && later["vendor"] == [4] && later["majors"] == [5])
  }

  @Test func `who answered is told`() throws {
    var life = Self.life(1, "Salle serveurs", at: Self.start)
    try life.act("bob", .qualify(.of(1, 1)))
    life.record([.duty(.pageSent(DutyCall(rota: "n2", to: "chloe")))], by: .timer)
    func answered() -> String? {
      let note = HandoverNote(of: [life.ticket], under: TestDesk.rules, from: Self.start, to: Self.end)
      guard case .page(_, let who)? = note.lines[.pages]?.first?.detail else { return "none" }
      return who
    }
    #expect(answered() == nil)
    try life.act("driss", .take)
    #expect(answered() == "driss")
  }

  /// Nothing carries the calls: the next shift is not told that somebody did not pick up.
  @Test(arguments: [(false, false), (true, true)])
  func `a call that was not carried is told as such`(isCarried: Bool, isHeard: Bool) throws {
    var life = Self.life(1, "Salle serveurs", at: Self.start)
    try life.act("bob", .qualify(.of(1, 1)))
    life.record([.duty(.pageSent(DutyCall(rota: "n2", to: "chloe", step: 1, isDelivered: false)))], by: .timer)
    let page = try #require(life.ticket.entries.last)
    if isCarried { life.record([.duty(.pageDelivered(page: page.event))], by: .timer) }
    life.record([.duty(.pageUnanswered(rota: "n2"))], by: .timer)
    let end = try #require(life.ticket.entries.last)
    #expect(life.ticket.isUnheard(page) != isHeard && life.ticket.isUnheard(end) != isHeard)
    let note = HandoverNote(of: [life.ticket], under: TestDesk.rules, from: Self.start, to: Self.end)
    let details = note.lines[.pages]?.map(\.detail)
    let call = DutyCall(rota: "n2", to: "chloe", step: 1, isDelivered: isHeard)
    #expect(details == [.page(call, answeredBy: nil), .unanswered(rota: "n2", isHeard: isHeard)])
    #expect(life.ticket.openPages(under: TestDesk.rules).first?.isHeard == isHeard)
  }

  @Test func `a quiet night`() {
    #expect(HandoverNote(of: [], under: TestDesk.rules, from: Self.start, to: Self.end).isEmpty)
  }

  // MARK: - Signed and accepted

  private static func event(_ n: Int, _ by: String, _ fact: DutyRecord) -> DutyEvent {
    DutyEvent(id: "E\(n)", site: "LYO", n: n, lamport: Int64(n), at: start + Int64(n), by: by, fact: fact)
  }

  @Test func `a note is accepted once, by another than who signed it`() {
    let note = SignedHandover(from: Self.start, to: Self.end, text: "# Relève")
    var book = DutyBook([Self.event(1, "bob", .handoverSigned(note))])
    #expect(book.awaiting?.note.by == "bob")
    book.apply(Self.event(2, "bob", .handoverAccepted(note: "E1")))
    #expect(book.awaiting != nil)
    book.apply(Self.event(3, "chloe", .handoverAccepted(note: "E1")))
    book.apply(Self.event(4, "driss", .handoverAccepted(note: "E1")))
    #expect(book.awaiting == nil && book.handovers.first?.accepted?.by == "chloe")
  }

  @Test(
    arguments: [
      DutyRecord.swapped(
        DutySwap(rota: "n2", whom: "a", by: "b", from: start, to: end, reason: "congé")),
      .handoverSigned(SignedHandover(from: start, to: end, text: "# Relève\n- P1")),
      .handoverAccepted(note: "E1"), .unknown(op: "oncall.dreamt", d: .object(of: ("x", 1))),
    ])
  func `a record comes back from its line`(_ record: DutyRecord) {
    #expect(DutyRecord(op: record.op, d: record.d) == record)
    #expect(DutyRecord(op: record.op, d: .object([])).op == record.op)
  }

  @Test func `a note longer than a line is cut at a line`() {
    let text = (1...4000).map { "- ligne \($0)" }.joined(separator: "\n")
    let note = SignedHandover(from: Self.start, to: Self.end, text: text)
    #expect(note.text.utf8.count <= SignedHandover.limit && note.text.hasSuffix("\n…"))
  }
}
