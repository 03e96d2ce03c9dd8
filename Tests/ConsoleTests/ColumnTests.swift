import Console
import Desk
import Kit
import Screen
import Testing

/// What the queue gives up, and in which order, as the screen narrows.
struct ColumnTests {
  @Test func columnsLeaveInTheirOrder() {
    // A piece only that column shows, in the row of #10417.
    let pieces = ["Paris", "Sécurité", " 1j ", " N1 ", " amel", " att.", "DSI", "#10417"]
    var last = pieces.count
    for width in (20..<160).reversed() {
      var rehearsal = Rehearsal(width: width, height: 24)
      rehearsal.type("4")
      let row = rehearsal.frame.lines.first { $0.contains("-23h") } ?? ""
      let kept = pieces.map { row.contains($0) }
      let gone = kept.prefix { !$0 }.count
      // Those that went are the first of the list, and none comes back.
      #expect(kept.dropFirst(gone).allSatisfy { $0 }, "\(width): \(row)")
      #expect(pieces.count - gone <= last, "\(width): \(row)")
      last = pieces.count - gone
      #expect(row.contains("-23h") && row.contains("P2") && row.contains("Cert"), "\(width): \(row)")
    }
    #expect(last == 0)
  }

  /// In one's own queue everybody knows who has the tickets; elsewhere a number says more than who has it.
  @Test func theAgentIsNamedWhereThatTellsSomething() {
    let words = Words(.french)
    for width in 30..<160 {
      var rehearsal = Rehearsal(width: width, height: 24)
      rehearsal.type("1")
      #expect(rehearsal.frame.rowHolding(words.columnAgent) == nil, "\(rehearsal.screen)")
      rehearsal.type("0")
      let header = rehearsal.frame.lines.first { $0.contains(words.columnSubject) } ?? ""
      #expect(!header.contains(words.columnAgent) || header.contains(words.columnTicket), "\(width): \(header)")
      if width >= 100 { #expect(header.contains(words.columnAgent), "\(width): \(header)") }
    }
  }

  @Test func everyFactHasASentenceOrIsATalk() {
    let facts: [Fact] = [
      .qualified(.of(1, 1)), .priorityOverridden(.p1, reason: "r"), .priorityOverridden(nil, reason: "r"),
      .routed(group: "g"), .assigned(to: "bob", mode: .take, reason: nil),
      .assigned(to: "bob", mode: .assign, reason: nil),
      .assigned(to: "bob", mode: .steal, reason: "r"), .released(reason: nil), .handoffCompleted(.full),
      .escalated(from: .n1, to: .n2, handoff: nil, target: nil), .returned(from: .n2, to: .n1, reason: "r"),
      .planned(start: Rehearsal.noon, chosenBy: .us),
      .waiting(Wait(on: .third, reason: .vendor, until: Rehearsal.noon)),
      .resumed(.timer), .resolved(.simple()), .reopened(.agent, reason: "r"), .closed(.auto), .cancelled(reason: "r"),
      .restored(reason: "r"), .markedSpam, .unmarkedSpam, .stewardChanged(to: "bob"),
      .deliveryFailed(recipient: "x", status: "5.1.1"), .linkAdded(Link(.parent, Morning.id(1))),
      .linkRemoved(Link(.parent, Morning.id(1))), .mergedInto(Morning.id(1)), .mergedFrom(Morning.id(1), upTo: 3),
      .mergeUndone(Morning.id(1)), .splitOut(to: Morning.id(1), event: "e"), .splitIn(from: Morning.id(1), event: "e"),
      .watcherAdded("bob"), .watcherRemoved("bob"), .tagAdded("t"), .tagRemoved("t"),
      .repaired(Repair(damage: [.init(kind: "torn", line: 1, bytes: 9, seal: "n")])),
      .unknown(op: "x.y", d: .null),
    ]
    for fact in facts {
      let said = [Words(.french), Words(.english)].map {
        $0.sentence(fact, home: "LYO", zone: .utc, now: Rehearsal.noon) ?? ""
      }
      #expect(!said[0].isEmpty && said[0] != said[1], "\(fact.op)")
    }
  }

  @Test func failuresAndFlawsHaveWords() {
    let failures: [Failure] = [
      .locked(Morning.id(1)), .diskFull, .readOnly, .permission(path: "/x"), .notConfirmed,
      .noSuchTicket(Morning.id(1)),
      .noSuchArticle("KB-1"), .damaged(Morning.id(1)), .system(operation: "open", path: "/x", errno: 5),
    ]
    for failure in failures { #expect(Words(.french).failure(failure) != Words(.english).failure(failure)) }
    for text in ["zz:1", "p9:", "etat:zz", "(a", "\"a", "a)", "sla:zz"] {
      do { _ = try Query(text) } catch { #expect(!Words(.french).flaw(error).isEmpty, "\(text)") }
    }
  }
}
