import Desk
import Kit
import Testing

private func at(_ second: Int64) -> Instant { Instant(seconds: 1_700_000_000 + second) }

@Suite struct RuleBookTests {
  /// Versions as applied on two sites, in the order of the ledger's clocks: when, and which.
  private static let histories: [(name: String, applied: [(Int64, String)], reigns: [(Int64?, String)])] = [
    ("none", [], []),
    ("one", [(10, "a")], [(nil, "a"), (0, ""), (10, "a")]),
    ("two", [(10, "a"), (20, "b")], [(nil, "a"), (0, ""), (10, "a"), (20, "b")]),
    (
      "a clock behind wins what comes after it", [(10, "a"), (20, "b"), (15, "c")],
      [(nil, "a"), (0, ""), (10, "a"), (15, "c")]
    ),
    ("the same instant", [(10, "a"), (10, "b")], [(nil, "b"), (0, ""), (10, "b")]),
    ("at the founding", [(0, "a")], [(nil, "a"), (0, "a")]),
  ]

  @Test(arguments: histories.indices) func theLedgerOrdersTheVersions(_ number: Int) {
    let history = RuleBookTests.histories[number]
    var rules = RuleHistory()
    rules.apply(nil, at: at(0))
    for (second, version) in history.applied { rules.apply(version, at: at(second)) }
    let expected = history.reigns.map { second, version in
      RuleBook.Reign(since: second.map(at) ?? Instant(ms: .min), version: version)
    }
    #expect(rules.reigns == expected, "\(history.name)")
  }

  /// Both sites fold the same ledgers, in whatever order they got them, to the same book.
  @Test func aMergeGivesTheSameBookOnBothSites() {
    let events = [("LYO", 1, 5, "a"), ("PAR", 1, 9, "b"), ("LYO", 2, 7, "c"), ("PAR", 2, 8, "d")].enumerated().map {
      place, event in
      LedgerEvent(
        id: "e\(place)", site: event.0, n: event.1, lamport: Int64(place / 2 + 1), at: at(Int64(event.2)), by: "lea",
        fact: .config(ConfigVersion(name: event.3, files: [])))
    }
    var books: Set<[RuleBook.Reign]> = []
    for order in [events, events.reversed(), [events[2], events[0], events[3], events[1]]] {
      var directory = Directory()
      for event in order.sorted(by: LedgerEvent.precedes) { directory.apply(event) }
      books.insert(directory.reigns)
    }
    #expect(books.count == 1)
  }

  private static let milder = try! PriorityMatrix(rows: [[2, 2, 3, 4], [2, 3, 4, 4], [3, 4, 4, 5], [4, 4, 5, 5]])

  private func rules(since second: Int64) -> Rules {
    var rules = TestDesk.rules
    rules.matrix = RuleBookTests.milder
    let reigns = [
      RuleBook.Reign(since: Instant(ms: .min), version: ""),
      RuleBook.Reign(since: TestDesk.start + second, version: "b"),
    ]
    let present = rules
    rules.book = RuleBook(reigns) { $0.isEmpty ? TestDesk.rules : present }
    return rules
  }

  @Test(arguments: [(-60, Priority.p4), (120, .p3)] as [(Int64, Priority)])
  func theMatrixOfTheDayStands(since second: Int64, _ priority: Priority) throws {
    var life = Life()
    try life.act(
      "amel", .qualify(Qualification(kind: .incident, gravity: .degraded, impact: .group, category: "Poste")))
    #expect(life.ticket.priority == .p3)
    let rules = rules(since: second)
    #expect(Ticket.fold(life.ticket.id, life.events, under: rules).priority == priority)
    var asked = rules
    asked.book = nil
    #expect(Ticket.fold(life.ticket.id, life.events, under: asked).priority == .p4)
  }
}

@Suite struct TextDiffTests {
  private static let cases: [(before: String, after: String, lines: [String])] = [
    ("a\nb\n", "a\nb\n", []),
    ("", "a\n", ["@@ -0,0 +1,1 @@", "+a"]),
    ("a\n", "", ["@@ -1,1 +0,0 @@", "-a"]),
    ("a\nb\nc", "a\nx\nc\n", ["@@ -1,3 +1,3 @@", " a", "-b", "+x", " c"]),
    (
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n",
      ["@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+x", " 6", " 7", " 8"]
    ),
    (
      "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
      ["@@ -1,4 +1,4 @@", "-a", "+A", " 1", " 2", " 3", "@@ -6,4 +6,4 @@", " 5", " 6", " 7", "-b", "+B"]
    ),
  ]

  @Test(arguments: cases.indices) func isWrittenAsDiffWritesIt(_ at: Int) {
    let (before, after, lines) = TextDiffTests.cases[at]
    #expect(TextDiff(before, after).lines.map(\.text) == lines)
  }

  /// Taking away what is gone and keeping the rest gives each text back, also past the limit.
  @Test func bothTextsAreInIt() {
    let before = (0..<5000).map { "a\($0)" }.joined(separator: "\n")
    let lines = TextDiff(before, "x\ny").lines.map(\.text)
    #expect(lines.count { $0.hasPrefix("-") } == 5000)
    #expect(lines.count { $0.hasPrefix("+") } == 2)
  }
}
