import Desk
import Kit
import Testing

private func read(_ text: String) -> Configuration {
  Configuration([ConfigText(.roles, text)], zones: { _ in .utc })
}

private let wrongs: [WrongEntry] = [
  WrongEntry(.roles, "{ roles: { n5: {} } }", 1, 12, .missingKey("like")),
  WrongEntry(
    .roles, "{ roles: { machine: {} } }", 1, 12,
    .unknownName(.profile, "machine", near: nil, known: RoleConfig.profiles.map(\.rawValue))),
  WrongEntry(.roles, "{ roles: { n1: { like: 'n2' } } }", 1, 24, .unknownKey("like", near: nil)),
  WrongEntry(
    .roles, "{ roles: { n1: { grant: 'mergeall' } } }", 1, 25, .unknownName(.right, "mergeall", near: "mergeAny")),
  WrongEntry(
    .roles, "{ roles: { n1: { grant: 'tout' } } }", 1, 25,
    .unknownName(.right, "tout", near: nil, known: Right.allCases.map(\.rawValue))),
  WrongEntry(.roles, "{ roles: { n1: { withdraw: ['wrk'] } } }", 1, 29, .unknownName(.right, "wrk", near: "work")),
  WrongEntry(
    .roles, "{ roles: { n1: { give: 'work' } } }", 1, 18,
    .unknownKey("give", near: nil, known: ["like", "grant", "withdraw"])),
  WrongEntry(.roles, "{ roles: { 'chef de projet': {} } }", 1, 12, .missingKey("like")),
  WrongEntry(
    .roles, "{ roles: { chef: { like: 'manger' } } }", 1, 26, .unknownName(.profile, "manger", near: "manager")),
  WrongEntry(
    .roles, "{ roles: { chef: { like: 'n1' }, Chef: { like: 'n2' } } }", 1, 34, .doubledName(.role, "Chef")),
  WrongEntry(.roles, "{ roles: { ' ': { like: 'n1' } } }", 1, 12, .badLength(limit: Limits.name)),
  WrongEntry(.roles, "{ roles: [] }", 1, 10, .wrongShape(.object, under: "roles")),
]

private let lead = "{ roles: { 'Chef de projet': { like: 'manager', withdraw: ['takeN1', 'stealAny'] } } }"

/// Rules of the small desk with these roles, `rene` a project lead.
private func rules(_ text: String = lead) -> Rules {
  var directory = TestDesk.directory
  directory.apply(.agent(Agent(login: "rene", name: "Rene", profile: .manager, role: "chef de projet")))
  return read(text).rules(directory)
}

/// Who may do what, where the desk says so itself.
@Suite struct RoleTests {
  @Test(arguments: wrongs.indices) func aWrongEntryIsNamed(_ at: Int) {
    let wrong = wrongs[at]
    let faults = read(wrong.text).faults
    #expect(faults.map(\.problem) == [wrong.problem])
    #expect(faults.map(\.place) == [ConfigPlace(line: wrong.place.line, column: wrong.place.column)])
  }

  @Test func withoutAFileEachProfileHasItsOwn() {
    for role in Profile.allCases.map({ DeskRole($0) }) {
      #expect(Roles().rights(of: role) == Roles.builtIn(role.profile))
      #expect(Right.allCases.allSatisfy { Roles().may($0, role) == $0.holders.contains(role.profile) })
    }
    #expect(Roles().changes.isEmpty)
  }

  @Test func aRoleIsLikeItsProfileAsTheFileHasIt() throws {
    let roles = read(
      "{ roles: { chef: { like: 'MANAGER', withdraw: 'takeN1' }, manager: { grant: ['configure', 'HOLDVENDOR'] } } }"
    ).roles.roles
    let chef = try #require(roles.role(named: "CHEF"))
    #expect(roles.may(.configure, chef))
    #expect(!roles.may(.takeN1, chef) && roles.may(.takeN1, DeskRole(.manager)))
    #expect(roles.holders(of: .configure) == [DeskRole(.manager), DeskRole(.admin), chef])
    #expect(roles.changes.map(\.role) == [DeskRole(.manager), chef])
    #expect(roles.changes.map(\.granted) == [[.configure], [.configure]])
    #expect(roles.changes.map(\.withdrawn) == [[], [.takeN1]])
  }

  /// Each: who, what, and whether it is refused for want of this right.
  @Test(arguments: [
    ("rene", Intent.take, Right?.some(.takeN1)), ("amel", .take, nil), ("rene", .assign(to: "amel"), nil),
    ("rene", .note(Note(Body("x"))), nil),
  ])
  func decidingAsksTheRole(_ who: String, _ intent: Intent, _ lacks: Right?) {
    var life = Life(rules: rules())
    do throws(Refusal) {
      try life.act(who, intent)
      #expect(lacks == nil)
    } catch {
      let role = DeskRole(.manager, name: "Chef de projet")
      let holders = [Profile.n1, .n2, .n3, .manager].map { DeskRole($0) }
      #expect(error == lacks.map { .notAllowed(intent.verb, $0, by: role, holders: holders) })
    }
  }

  /// Who answers first has the ticket, unless they may take none.
  @Test(arguments: [("{}", "rene"), (lead, nil)]) func answeringTakesWhatMayBeTaken(_ text: String, _ owner: String?)
    throws
  {
    var life = Life(rules: rules(text), channel: .mail)
    try life.act("rene", .reply(.saying("On regarde.")))
    #expect(life.ticket.owner == owner)
  }

  @Test func aProfileLosesAndGains() throws {
    var life = Life(rules: rules("{ roles: { n1: { grant: 'waive', withdraw: 'work' } } }"))
    #expect(throws: Refusal.self) { try life.act("amel", .note(Note(Body("x")))) }
    try life.act("chloe", .note(Note(Body("x"))))
    #expect(life.rules.may(.waive, Agent(login: "x", name: "x", profile: .n1)))
  }

  /// The keeper of the ledger acts as an administrator whatever the agent of that name is.
  @Test func anotherProfileIsNoRoleOfTheAgent() {
    let rules = rules()
    #expect(rules.role(of: Actor(name: "rene", profile: .admin, via: .cli)) == DeskRole(.admin))
    #expect(rules.role(of: Actor(name: "rene", profile: .manager, via: .cli)).name == "Chef de projet")
    #expect(rules.role(of: Actor(name: "bob", profile: .n1, via: .cli)) == DeskRole(.n1))
  }

  /// What happened stays, whoever may do it now.
  @Test func thePastIsFoldedWithoutThem() throws {
    var life = Life(rules: TestDesk.rules)
    try life.act("rene", .take)
    var again = Ticket(id: life.ticket.id)
    for event in life.events { again.apply(event, under: rules()) }
    #expect(again.owner == "rene")
  }

  @Test(arguments: [
    ("{ roles: { admin: { withdraw: 'configure' } } }", true),
    ("{ roles: { admin: { withdraw: 'configure' }, n3: { grant: 'configure' } } }", false),
    ("{ roles: { admin: { withdraw: 'configure' }, chef: { like: 'n1', grant: 'configure' } } }", true),
    ("{ roles: { n1: { withdraw: 'configure' } } }", false),
  ])
  func theKeyIsNotLeftInside(_ text: String, _ isLost: Bool) {
    let faults = read(text).faults(beside: TestDesk.directory)
    #expect(faults.contains { $0.locksOut } == isLost)
    #expect(faults.filter(\.locksOut).allSatisfy { !$0.isWarning })
  }

  /// Somebody in a role of the desk's own is the last holder too.
  @Test func aRoleThatGoesTakesItsKeyAlong() {
    var directory = Directory()
    directory.apply(.agent(Agent(login: "zoe", name: "Zoé", profile: .n3, role: "référent")))
    let before = read("{ roles: { 'référent': { like: 'n3', grant: 'configure' } } }").roles.roles
    #expect(read("{}").faults(beside: directory, after: before).contains { $0.locksOut })
    #expect(!read("{}").faults(beside: directory).contains { $0.locksOut })
  }

  @Test func anAgentInALostRoleIsTold() {
    var directory = TestDesk.directory
    directory.apply(.agent(Agent(login: "rene", name: "Rene", profile: .manager, role: "chef")))
    let faults = read(lead).faults(beside: directory)
    #expect(faults.map(\.problem) == [.lostRole("chef", agent: "rene")])
    #expect(read(lead).rules(directory).roles.role(of: directory.agents["rene"]!) == DeskRole(.manager))
  }

  /// Who is in a role has the level the ledger says, and no other rights than go with it.
  @Test func aRoleThatIsLikeAnotherByNowIsTold() {
    var directory = TestDesk.directory
    let rene = Agent(login: "rene", name: "Rene", profile: .n3, role: "chef de projet")
    directory.apply(.agent(rene))
    #expect(read(lead).faults(beside: directory).map(\.problem) == [.lostRole("chef de projet", agent: "rene")])
    #expect(read(lead).roles.roles.role(of: rene) == DeskRole(.n3))
  }

  @Test func anAgentKeepsItsRole() {
    let fact = LedgerFact.agent(Agent(login: "rene", name: "R", profile: .manager, role: "chef de projet"))
    #expect(LedgerFact(op: fact.op, d: fact.d) == fact)
  }
}
