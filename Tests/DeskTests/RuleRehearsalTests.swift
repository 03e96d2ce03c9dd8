import Desk
import Kit
import Testing

/// What rules would have done to lives lived without them.
@Suite struct RuleRehearsalTests {
  private static func life(_ number: Int) throws -> Life {
    var life = Life(id: TicketID(site: "LYO", number: number), channel: .mail)
    try life.act("amel", .qualify(.of(3, 3)))
    try life.act("amel", .tag("vip"))
    try life.act("amel", .tag("rouge"))
    return life
  }

  private static func rehearsed(_ rules: String, since: Instant = TestDesk.start) throws -> RuleRehearsal {
    var rehearsal = RuleRehearsal(routing(rules))
    for number in 1...3 { rehearsal.take(try life(number).ticket, since: since, under: TestDesk.rules) }
    return rehearsal
  }

  @Test func `how often, on which, to what effect`() throws {
    let rehearsal = try Self.rehearsed(
      "{ on: 'ticket.opened', then: [{ tag: 'neuf' }] }, { on: 'tag.added', then: [{ note: 'n' }], max: 2 }, "
        + "{ on: 'ticket.closed', then: [{ note: 'n' }] }")
    #expect(rehearsal.tickets == 3)
    #expect(rehearsal.tallies.map(\.firings) == [3, 6, 0])
    #expect(rehearsal.tallies[0].tickets.map(\.number) == [1, 2, 3])
    #expect(rehearsal.tallies[1].effects == [.note: 2 * 3])
  }

  @Test func `what a rule did stays done`() throws {
    let rehearsal = try Self.rehearsed("{ on: ['tag.added', 'ticket.qualified'], then: [{ watch: 'bob' }] }")
    #expect(rehearsal.tallies[0].firings == 3)
  }

  @Test func `what is refused is counted by its reason`() throws {
    let rehearsal = try Self.rehearsed("{ on: 'ticket.qualified', then: [{ assign: { by: 'skill' } }] }")
    #expect(rehearsal.tallies[0].refusals == [RefusedAction(verb: .assign, why: "nobody"): 3])
  }

  @Test func `turns and loads go on from ticket to ticket`() throws {
    for strategy in ["round_robin", "load"] {
      var rehearsal = RuleRehearsal(routing("{ on: 'ticket.opened', then: [{ assign: { by: '\(strategy)' } }] }"))
      for number in 1...6 { rehearsal.take(try Self.life(number).ticket, since: TestDesk.start, under: TestDesk.rules) }
      #expect(rehearsal.tallies[0].effects == [.assign: 6])
    }
  }

  @Test func `what was before is only lived`() throws {
    let rehearsal = try Self.rehearsed("{ on: 'ticket.opened', then: [{ tag: 'x' }] }", since: TestDesk.start + 60)
    #expect(rehearsal.tallies[0].firings == 0)
  }

  @Test func `what rules once did is no cause`() throws {
    var life = try Self.life(1)
    life.record([.automat(.ruleFired(rule: "r", cause: "E")), .watcherAdded("bob")], by: .rule)
    var rehearsal = RuleRehearsal(routing("{ on: 'watcher.added', then: [{ tag: 'x' }] }"))
    rehearsal.take(life.ticket, since: TestDesk.start, under: TestDesk.rules)
    #expect(rehearsal.tallies[0].firings == 0)
  }
}
