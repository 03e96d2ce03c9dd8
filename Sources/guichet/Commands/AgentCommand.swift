import Console
import Desk
import Journal

// `guichet agent`: who works at the desk, and as what.
extension Command {
  private enum Action: String, CaseIterable { case add, set, list, remove, restore }

  static let agent = Command(
    .agent, [.one(.action("add|set|list|remove|restore")), .maybe(.login)],
    [.name, .level, .account, .mail, .phone, .skills, .inactive, .anyway]
  ) { invocation throws(Trouble) in
    let bench = try AgentBench(invocation)
    let action: Action = try invocation.choice(invocation.arguments.operands[0], "agent")
    switch action {
    case .list: bench.list()
    case .add: try bench.add()
    case .set: try bench.set()
    case .remove: try bench.set(active: false)
    case .restore: try bench.set(active: true)
    }
  }
}

/// The register of agents beside the roles in force.
private struct AgentBench {
  let invocation: Invocation
  let cabinet: Cabinet
  let directory: Directory
  let roles: Roles

  init(_ invocation: Invocation) throws(Trouble) {
    self.invocation = invocation
    (cabinet, directory) = try invocation.ledger()
    roles = RuleShelf(directory, cabinet.configShelf).roles
  }

  private var words: Words { invocation.words }
  private var arguments: Arguments { invocation.arguments }

  func list() {
    let agents = directory.agents.values.sorted { $0.login < $1.login }
    invocation.show(
      agents.map { agent in
        let cells = [
          agent.login, agent.role ?? words.name(agent.profile), agent.active ? "" : "—", agent.name, agent.email ?? "",
          agent.phone ?? "", agent.skills.joined(separator: ", "),
        ]
        return (LedgerFact.agent(agent).d, cells)
      })
  }

  func add() throws(Trouble) {
    let login = try invocation.operand(.login)
    _ = try invocation.keeper(cabinet, directory)
    guard invocation.isPlain(login) else { throw Trouble(.usage, words.badLogin(login)) }
    if let old = directory.agents[login] {
      throw Trouble(.refused, words.registeredAlready(login, command: "agent", isRetired: !old.active))
    }
    guard let role = try wantedRole() else { throw invocation.missing(.level) }
    try record(changed(Agent(login: login, name: login, profile: role.profile), role))
  }

  /// `active`: nothing else is said.
  func set(active: Bool? = nil) throws(Trouble) {
    let login = try invocation.operand(.login)
    _ = try invocation.keeper(cabinet, directory)
    guard let old = directory.agents[login] else {
      throw Trouble(.noInput, words.noEntry(login, near: near(login)))
    }
    var agent = try changed(old, try wantedRole())
    if let active { agent.active = active }
    if agent == old { return invocation.printer.line(words.unchangedEntry(login)) }
    try record(agent, active.map { $0 ? words.reinstated(login) : words.retired(login) })
    if old.active, !agent.active { invocation.tellTickets(of: agent) }
  }

  private func near(_ login: String) -> String? {
    Nearest.name(to: login, among: directory.agents.all.keys.sorted())
  }

  /// `--level`: a profile, or a role of the desk's own.
  private func wantedRole() throws(Trouble) -> DeskRole? {
    guard let word = arguments.one(.level) else { return nil }
    let folded = Folding.fold(word.trimmed)
    if let role = roles.role(named: word) { return role }
    if let profile = Profile.allCases.first(where: { $0.rawValue == folded }) { return DeskRole(profile) }
    let names = Profile.allCases.map(\.rawValue) + roles.own.compactMap(\.name)
    throw Trouble(
      .usage, words.badChoice("--level", word, allowed: names, near: Nearest.name(to: word.trimmed, among: names)))
  }

  private func changed(_ old: Agent, _ role: DeskRole?) throws(Trouble) -> Agent {
    var agent = old
    if let role { (agent.profile, agent.role) = (role.profile, role.name) }
    if let name = arguments.one(.name) { agent.name = name }
    if let account = arguments.one(.account) { agent.account = account }
    if let mail = arguments.one(.mail) { agent.email = mail.isEmpty ? nil : try invocation.address() }
    if let phone = arguments.one(.phone) { agent.phone = phone.isEmpty ? nil : phone }
    if arguments.has(.skills) {
      let skills = arguments.all(.skills).flatMap { $0.split(separator: ",").map { String($0).trimmed } }
      agent.skills = skills.filter { !$0.isEmpty }
    }
    if arguments.has(.inactive) { agent.active = false }
    return agent
  }

  private func record(_ agent: Agent, _ said: String? = nil) throws(Trouble) {
    var after = directory
    after.apply(.agent(agent))
    let others = roles.agents(holding: .configure, in: after)
    let isLast = others.isEmpty && roles.agents(holding: .configure, in: directory) == [agent.login]
    if isLast, !arguments.has(.anyway) { throw Trouble(.refused, words.keepsLastKeeper(agent.login)) }
    try invocation.record([.agent(agent)], cabinet, directory)
    if invocation.printer.isJSON { return invocation.printer.json(LedgerFact.agent(agent).d) }
    invocation.printer.line(said ?? words.recordedName(agent.login))
    if isLast { Printer.complain(words.lastKeeper) }
  }
}
