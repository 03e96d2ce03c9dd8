import Desk
import Kit
import Testing

/// Macros: all or nothing.
@Suite struct MacroTests {
  private static func read(_ macros: String) -> Automation { automation((.macros, "{ macros: { \(macros) } }")) }

  private static func facts(_ macro: String, by login: String = "amel", on life: Life) throws -> [Fact] {
    let read = read(macro)
    #expect(read.faults.isEmpty)
    let scene = Scene(as: TestDesk.actor(login), under: life.rules, at: life.now, templates: read.templates)
    return try #require(read.macros.first).facts(on: life.ticket, in: scene)
  }

  @Test func `each instruction stands on the one before`() throws {
    let facts = try Self.facts(
      "m: { then: [ { qualify: { gravity: 3, impact: 4, category: 'Poste' } }, { reply: { fr: 'Bonjour {requester.name}' } }, "
        + "{ tag: 'vu' }, { time: '5m', activity: 'call' } ] }", on: Life(channel: .mail))
    #expect(
      facts.map(\.op) == ["ticket.qualified", "ticket.assigned", "message.out", "tag.added", "time.logged"])
    #expect(
      facts[2]
        == .messageOut(
          Letter(
            to: ["elise@exemple.fr"], subject: "[#LYO-1] Imprimante en panne", body: Body("Bonjour Élise Bérard"),
            channel: .mail)))
  }

  @Test func `one step refused, nothing is done, and the step is named`() throws {
    #expect(throws: Macro.Stop(step: 2, verb: .escalate, refusal: .notQualified)) {
      try Self.facts("m: { then: [ { tag: 'a' }, { escalate: 'N2' } ] }", on: Life(channel: .mail))
    }
  }

  @Test func `it has the agent's own rights`() throws {
    let stop = Macro.Stop(step: 1, verb: .close, refusal: .wrongState(.close, state: .new))
    #expect(throws: stop) { try Self.facts("m: { then: [ { close: true } ] }", by: "rene", on: Life()) }
    #expect(throws: Macro.Stop.self) { try Self.facts("m: { then: [ { tag: 'a' } ] }", by: "otto", on: Life()) }
  }

  @Test func `asking waits so long on the desk's calendar`() throws {
    var life = Life(channel: .mail)
    life.rules.calendar = Calendars.bureau
    life.now = moment("2026-03-06 16:00")
    let facts = try Self.facts("m: { then: [ { ask: { fr: 'Alors ?' }, for: '8h30' } ] }", on: life)
    let until = moment("2026-03-09 16:00")
    #expect(facts.last == .waiting(Wait(on: .user, reason: .information, until: until)))
  }

  @Test func `where all is so already there is nothing to record`() throws {
    var life = Life(channel: .mail)
    life.record([.tagAdded("a"), .routed(group: "g")], by: .timer)
    #expect(try Self.facts("m: { then: [ { tag: 'a' }, { untag: 'b' }, { group: 'g' } ] }", on: life).isEmpty)
  }

  @Test func `its title is in the agent's language`() throws {
    let macro = try #require(
      Self.read("m: { title: { fr: 'Relancer', en: 'Remind' }, then: [ { tag: 'a' } ] }").macros.first)
    #expect([macro.title(in: "fr"), macro.title(in: "en"), macro.title(in: "de")] == ["Relancer", "Remind", "Remind"])
  }
}
