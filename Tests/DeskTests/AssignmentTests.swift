import Desk
import Kit
import Testing

/// Who gets a ticket.
@Suite struct AssignmentTests {
  private static let directory: Directory = {
    var directory = Directory()
    let agents: [(String, Profile, [String])] = [
      ("amel", .n1, []), ("bob", .n1, ["Impression"]), ("chloe", .n2, ["VPN"]), ("driss", .n2, []), ("eva", .n3, []),
      ("rene", .manager, []),
    ]
    for (login, profile, skills) in agents {
      directory.apply(.agent(Agent(login: login, name: login, profile: profile, skills: skills)))
    }
    directory.apply(.agent(Agent(login: "away", name: "Away", profile: .n1, active: false)))
    directory.apply(
      .group(Group(id: "reseau", name: "Réseau", domains: ["Réseau"], members: ["amel", "driss", "away"])))
    directory.apply(.group(Group(id: "chefs", name: "Chefs", members: ["rene"])))
    directory.apply(.group(Group(id: "vieux", name: "Vieux", members: ["amel"], isRetired: true)))
    return directory
  }()

  private static func chosen(
    _ strategies: [Assignment.Strategy], category: String? = nil, level: Level = .n1, group: String? = nil,
    routed: String? = nil, most: Int? = nil, loads: [String: Int] = [:], last: String? = nil, turn: String? = nil
  ) -> String? {
    var rules = TestDesk.rules
    rules.directory = directory
    var life = Life(rules: rules, channel: .mail)
    if let category { life.record([.qualified(.of(3, 3, category))], by: TestDesk.actor("amel")) }
    if level > .n1 { life.record([.escalated(from: .n1, to: level, handoff: nil, target: nil)], by: .timer) }
    if let routed { life.record([.routed(group: routed)], by: .timer) }
    let roster = Roster(loads: { loads }, lastAgent: { _ in last }, lastTurn: { _ in turn })
    let choice = Assignment.Choice(strategies, group: group, most: most)
    return choice.agent(for: life.ticket, rule: "r", under: rules, roster)
  }

  @Test func `the fewest tickets, then the login`() {
    #expect(Self.chosen([.load], loads: ["amel": 3, "bob": 2]) == "bob")
    #expect(Self.chosen([.load], loads: ["amel": 2, "bob": 2]) == "amel")
    #expect(Self.chosen([.load], level: .n2, loads: ["chloe": 1]) == "driss")
    #expect(Self.chosen([.load], level: .v4) == "chloe")
  }

  @Test func `never a manager, unless a group says so, and never who is gone`() {
    #expect(Self.chosen([.load], loads: ["amel": 90, "bob": 90]) == "amel")
    #expect(Self.chosen([.load], group: "chefs") == "rene")
    #expect(Self.chosen([.load], group: "reseau", loads: ["amel": 9]) == "driss")
    #expect(Self.chosen([.load], routed: "reseau") == "amel")
    #expect(Self.chosen([.load], group: "vieux") == nil)
    #expect(Self.chosen([.load], group: "inconnu") == nil)
    #expect(Self.chosen([.load], level: .n3, group: "reseau") == nil)
  }

  @Test func `whoever has so many gets no more`() {
    #expect(Self.chosen([.load], most: 2, loads: ["amel": 2, "bob": 1]) == "bob")
    #expect(Self.chosen([.load], most: 1, loads: ["amel": 2, "bob": 1]) == nil)
  }

  @Test func `a skill is the agent's own, else their group's`() {
    #expect(Self.chosen([.skill], category: "Impression/Toner") == "bob")
    #expect(Self.chosen([.skill], category: "Réseau/VPN", level: .n2) == "chloe")
    #expect(Self.chosen([.skill], category: "Réseau/Wi-Fi", level: .n2) == "driss")
    #expect(Self.chosen([.skill, .load], category: "reseau/wifi") == "amel")
    #expect(Self.chosen([.skill], category: "Téléphonie") == nil)
    #expect(Self.chosen([.skill]) == nil)
  }

  @Test func `the last agent, where they may; else the next strategy`() {
    #expect(Self.chosen([.lastAgent], last: "bob") == "bob")
    #expect(Self.chosen([.lastAgent], last: "chloe") == nil)
    #expect(Self.chosen([.lastAgent]) == nil)
    #expect(Self.chosen([.lastAgent, .load], loads: ["amel": 1], last: "away") == "bob")
  }

  @Test func `each in turn`() {
    #expect(Self.chosen([.roundRobin]) == "amel")
    #expect(Self.chosen([.roundRobin], turn: "amel") == "bob")
    #expect(Self.chosen([.roundRobin], turn: "bob") == "amel")
    #expect(Self.chosen([.roundRobin], turn: "zoe") == "amel")
  }

  @Test func `the last turn is read from what rules did`() {
    func ticket(_ number: Int, _ minutes: Int64, _ rule: String, _ login: String) -> Ticket {
      var life = Life(id: TicketID(site: "LYO", number: number), at: TestDesk.start + minutes * 60, channel: .mail)
      life.record([.assigned(to: "driss", mode: .assign, reason: nil)], by: TestDesk.actor("rene"))
      life.record(
        [.automat(.ruleFired(rule: rule, cause: "E")), .assigned(to: login, mode: .assign, reason: nil)], by: .rule)
      return life.ticket
    }
    let tickets = [ticket(1, 0, "r", "amel"), ticket(2, 9, "r", "bob"), ticket(3, 20, "autre", "amel")]
    #expect(Roster.lastTurn(of: "r", in: tickets) == "bob")
    #expect(Roster.lastTurn(of: "r", in: tickets.reversed()) == "bob")
    #expect(Roster.lastTurn(of: "rien", in: tickets) == nil)
  }
}
