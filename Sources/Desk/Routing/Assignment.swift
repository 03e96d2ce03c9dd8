/// Whom a ticket goes to: somebody by name, or whoever the strategies leave.
package enum Assignment: Hashable, Sendable {
  case agent(String)
  case choice(Choice)

  /// One way of choosing; each narrows what the one before left.
  package enum Strategy: String, CaseIterable, Sendable {
    /// Whoever has a skill that the category names, or is in a group that is there for it; nobody where none is.
    case skill
    /// Who handled this requester's last ticket. Where nobody did, the next strategy chooses.
    case lastAgent = "last_agent"
    /// The fewest active tickets.
    case load
    /// Each in turn, in the order of their logins.
    case roundRobin = "round_robin"
  }

  package struct Choice: Hashable, Sendable {
    package var strategies: [Strategy]
    /// The members of this group; else of the ticket's own group, else whoever stands at its level.
    package var group: String?
    /// Whoever has so many active tickets gets no more.
    package var most: Int?

    package init(_ strategies: [Strategy], group: String? = nil, most: Int? = nil) {
      self.strategies = strategies
      self.group = group
      self.most = most
    }
  }
}

/// What choosing somebody asks of the other tickets. Asked only by a strategy that needs it; the same answers give the
/// same choice.
package struct Roster {
  /// Active tickets by owner.
  package var loads: () -> [String: Int]
  /// Who handled the requester's last ticket but this one.
  package var lastAgent: (Ticket) -> String?
  /// Whom a rule chose last in turn.
  package var lastTurn: (_ rule: String) -> String?

  package init(
    loads: @escaping () -> [String: Int], lastAgent: @escaping (Ticket) -> String?,
    lastTurn: @escaping (String) -> String?
  ) {
    self.loads = loads
    self.lastAgent = lastAgent
    self.lastTurn = lastTurn
  }

  /// Of a desk without other tickets.
  package static var empty: Roster { Roster(loads: { [:] }, lastAgent: { _ in nil }, lastTurn: { _ in nil }) }
}

extension Assignment.Choice {
  /// The agent a ticket goes to; nil where nobody may have it.
  package func agent(for ticket: Ticket, rule: String, under rules: Rules, _ roster: Roster) -> String? {
    var left = possible(for: ticket, in: rules.directory)
    if let most {
      let loads = roster.loads()
      left.removeAll { loads[$0.login, default: 0] >= most }
    }
    for (at, strategy) in strategies.enumerated() where !left.isEmpty {
      let isLast = at == strategies.count - 1
      left = narrow(left, strategy, isLast: isLast, ticket, rule, rules.directory, roster)
    }
    return left.first?.login
  }

  /// Who may own it, by login. Managers and whoever belongs to no level are not given tickets unless a group names them.
  private func possible(for ticket: Ticket, in directory: Directory) -> [Agent] {
    if let group = group ?? ticket.group.flatMap({ directory.groups[$0] == nil ? nil : $0 }) {
      let members = directory.groups[group].map { $0.isRetired ? [] : $0.members } ?? []
      return Set(members).compactMap { directory.agents[$0] }.filter { $0.active && $0.profile.holds(ticket.level) }
        .sorted { $0.login < $1.login }
    }
    let floor: Level = ticket.level.isVendor ? .n2 : ticket.level
    return directory.agents.values.filter { $0.active && $0.profile != .manager && $0.profile.level == floor }
      .sorted { $0.login < $1.login }
  }

  private func narrow(
    _ left: [Agent], _ strategy: Assignment.Strategy, isLast: Bool, _ ticket: Ticket, _ rule: String,
    _ directory: Directory, _ roster: Roster
  ) -> [Agent] {
    switch strategy {
    case .skill: return Assignment.skilled(left, for: ticket, in: directory)
    case .lastAgent:
      let last = roster.lastAgent(ticket)
      let found = left.filter { $0.login == last }
      return found.isEmpty && !isLast ? left : found
    case .load:
      let loads = roster.loads()
      let least = left.map { loads[$0.login, default: 0] }.min() ?? 0
      return left.filter { loads[$0.login, default: 0] == least }
    case .roundRobin:
      let last = roster.lastTurn(rule) ?? ""
      return [left.first { $0.login > last } ?? left[0]]
    }
  }
}

extension Assignment {
  /// Those whose own skills go with the category; else those of the groups whose skills or domains do.
  fileprivate static func skilled(_ agents: [Agent], for ticket: Ticket, in directory: Directory) -> [Agent] {
    guard let category = ticket.qualification?.category else { return [] }
    let own = agents.filter { knows($0.skills, category) }
    if !own.isEmpty { return own }
    let groups = directory.groups.values.filter { group in
      !group.isRetired && (group.levels.isEmpty || group.levels.contains(ticket.level))
        && (knows(group.skills, category) || (!group.domains.isEmpty && Category.isAny(group.domains, of: category)))
    }
    let members = Set(groups.flatMap(\.members))
    return agents.filter { members.contains($0.login) }
  }

  /// Whether a skill is the category, above it, or one of its ranks: `VPN` goes with `Réseau/VPN`.
  private static func knows(_ skills: [String], _ category: String) -> Bool {
    let ranks = Folding.fold(category).split(separator: "/").map { String($0).trimmed }
    return skills.contains { ranks.contains(Folding.fold($0).trimmed) } || Category.isAny(skills, of: category)
  }
}
