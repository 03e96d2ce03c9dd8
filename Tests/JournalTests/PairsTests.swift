import Desk
import Journal
import Kit
import Testing

/// Acts on two files: both halves, one half, and the half that was missing.
@Suite struct PairsTests {
  private let scratch = Scratch()
  private let rules = Rules()

  private func merge(_ own: TicketID, _ other: TicketID, in cabinet: Cabinet) throws {
    _ = try cabinet.record(on: own, and: other, as: amel, at: noon) { own, other throws(Refusal) in
      try PairDecision(Decision(on: own, as: amel, under: rules, at: noon), beside: other)
        .decide(.merge(into: other.id))
    }
  }

  private func two(_ cabinet: Cabinet) throws -> (TicketID, TicketID) {
    (try cabinet.open(opened(), as: amel, at: noon).0, try cabinet.open(opened(), as: amel, at: noon).0)
  }

  /// A writer that died after the first file wrote the lower id only: what it leaves is told, and repeating the merge
  /// finishes it and writes nothing twice.
  @Test(arguments: [true, false]) func aHalfIsFinished(sourceIsLower: Bool) throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (low, high) = try two(cabinet)
    let (source, target) = sourceIsLower ? (low, high) : (high, low)
    _ = try cabinet.record(on: low, as: amel, at: noon) { ticket throws(Refusal) in
      sourceIsLower ? [.mergedInto(target)] : [.mergedFrom(source, upTo: 1)]
    }
    let half = HalfPair.merge(source: source, target: target)
    #expect(cabinet.verify().paired == [low])
    #expect(cabinet.halfPairs(among: cabinet.verify().paired) == [half])
    try merge(source, target, in: cabinet)
    #expect(cabinet.halfPairs(among: cabinet.verify().paired) == [])
    #expect(try cabinet.read(source).ticket.mergedInto == target)
    #expect(try cabinet.read(target).ticket.bonds.absorbed == [Bonds.Absorbed(id: source, upTo: 1)])
    #expect(try cabinet.read(low).ticket.entries.count == 2)
    #expect(throws: RecordError.refused(.alreadyThere)) { try merge(source, target, in: cabinet) }
    #expect(cabinet.verify().isSound)
  }

  @Test func whatIsRefusedWritesInNeither() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (one, two) = try two(cabinet)
    #expect(throws: RecordError.refused(.linkToSelf)) {
      _ = try cabinet.record(on: one, and: two, as: amel, at: noon) { _, _ throws(Refusal) in throw .linkToSelf }
    }
    #expect(throws: RecordError.journal(.noSuchTicket(TicketID(site: "LYO", number: 9)))) {
      try merge(one, TicketID(site: "LYO", number: 9), in: cabinet)
    }
    #expect(try cabinet.read(one).ticket.entries.count == 1)
    #expect(try cabinet.read(two).ticket.entries.count == 1)
  }

  /// The new ticket is there and the old one does not know: repeated, the splitting finds it.
  @Test func aSplittingCutShortIsFinished() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (source, _) = try cabinet.open(opened() + [note("autre chose")], as: amel, at: noon)
    let event = try #require(try cabinet.read(source).ticket.entries.last?.event)
    let compose = { (ticket: Ticket) throws(Refusal) -> [Fact] in
      try Decision(on: ticket, as: amel, under: rules, at: noon).split([event], subject: "Autre chose")
    }
    let facts = try compose(try cabinet.read(source).ticket)
    let (new, _) = try cabinet.open(facts, as: amel, at: noon)
    #expect(cabinet.halfPairs(among: cabinet.verify().paired) == [.split(source: source, to: new)])
    let done = try cabinet.split(from: source, events: [event], as: amel, at: noon, compose: compose)
    #expect(done.own.id == new)
    #expect(done.source.bonds.movedOut == [Bonds.Moved(ticket: new, event: event)])
    #expect(cabinet.halfPairs(among: cabinet.verify().paired) == [])
    #expect(throws: RecordError.refused(.notSplittable(event))) {
      _ = try cabinet.split(from: source, events: [event], as: amel, at: noon, compose: compose)
    }
  }

  /// Whichever of the two tells of a link alone, it is named, and repeating the act writes the other half only.
  @Test(arguments: [Relation.parent, .child, .relates, .duplicates, .blocks]) func aHalfLinkIsFinished(
    _ relation: Relation
  ) throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (one, other) = try two(cabinet)
    let link = Link(relation, other)
    func act(_ intent: Intent) throws {
      _ = try cabinet.record(on: one, and: other, as: amel, at: noon) { own, other throws(Refusal) in
        try PairDecision(Decision(on: own, as: amel, under: rules, at: noon), beside: other).decide(intent)
      }
    }
    func halves() -> [HalfPair] { cabinet.halfPairs(among: cabinet.verify().paired) }
    _ = try cabinet.record(on: one, as: amel, at: noon) { _ throws(Refusal) in [.linkAdded(link)] }
    #expect(halves() == [.link(one, link)])
    try act(.link(link))
    #expect(halves() == [])
    _ = try cabinet.record(on: other, as: amel, at: noon + 60) { _ throws(Refusal) in
      [.linkRemoved(link.seen(from: one))]
    }
    #expect(halves() == [.unlink(one, link)])
    try act(.unlink(link))
    #expect(halves() == [])
    #expect(cabinet.verify().isSound)
  }
}
