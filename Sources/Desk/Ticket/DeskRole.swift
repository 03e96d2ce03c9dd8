/// What somebody is at the desk when rights are asked for: a profile, or a role of the desk's own that is like one.
package struct DeskRole: Hashable, Sendable {
  package let profile: Profile
  /// Of a role that the desk made; nil for the profile itself.
  package let name: String?

  package init(_ profile: Profile, name: String? = nil) {
    self.profile = profile
    self.name = name
  }
}

/// Which rights each role of a desk holds: what is built in (`Right.holders`), with what `roles.json` changes.
/// What happened was decided under the rights of its day, and is folded without them.
package struct Roles: Hashable, Sendable {
  /// The roles of the desk's own making, in the order of the file.
  package private(set) var own: [DeskRole] = []
  /// Of those that differ from what is built in.
  private var changed: [DeskRole: Set<Right>] = [:]

  package init() {}

  /// Gives a role its rights; one with a name is a new one.
  package mutating func set(_ role: DeskRole, _ rights: Set<Right>) {
    if role.name != nil, !own.contains(role) { own.append(role) }
    changed[role] = rights
  }

  /// A role that is none any more has the rights of its profile.
  package func rights(of role: DeskRole) -> Set<Right> {
    changed[role] ?? changed[DeskRole(role.profile)] ?? Roles.builtIn(role.profile)
  }

  package func may(_ right: Right, _ role: DeskRole) -> Bool {
    guard let rights = changed[role] ?? changed[DeskRole(role.profile)] else {
      return right.holders.contains(role.profile)
    }
    return rights.contains(right)
  }

  /// Whether a role may resolve a ticket of a level: one it may own, any for who closes early, and a machine's.
  package func mayEnd(_ level: Level, _ role: DeskRole) -> Bool {
    role.profile.level == nil || may(.closeEarly, role) || role.profile.holds(level)
  }

  /// Who holds a right: the profiles, then the desk's own roles.
  package func holders(of right: Right) -> [DeskRole] {
    (Profile.allCases.map { DeskRole($0) } + own).filter { may(right, $0) }
  }

  /// The refusal that says who may.
  package func refusal(_ verb: Verb, _ right: Right, to role: DeskRole) -> Refusal {
    .notAllowed(verb, right, by: role, holders: holders(of: right))
  }

  /// A role of the desk's own by its name, whatever its case and accents.
  package func role(named name: String) -> DeskRole? {
    let folded = Folding.fold(name.trimmed)
    return own.first { Folding.fold($0.name ?? "") == folded }
  }

  /// What an agent is: a role that nothing defines any more, or that is like another profile by now, is only a profile.
  package func role(of agent: Agent) -> DeskRole {
    guard let name = agent.role, let role = role(named: name), role.profile == agent.profile else {
      return DeskRole(agent.profile)
    }
    return role
  }

  /// Who holds a right and works here.
  package func agents(holding right: Right, in directory: Directory) -> [String] {
    directory.agents.values.filter { $0.active && may(right, role(of: $0)) }.map(\.login).sorted()
  }

  /// Whether nobody would be left with a right that somebody holds under `before`.
  package func losesLast(_ right: Right, after before: Roles, in directory: Directory) -> Bool {
    if holders(of: right).isEmpty { return true }
    return agents(holding: right, in: directory).isEmpty && !before.agents(holding: right, in: directory).isEmpty
  }

  /// What differs from the profiles as they are built in: those that are changed, then the desk's own roles.
  package var changes: [Change] {
    (Profile.allCases.map { DeskRole($0) } + own).compactMap { role in
      guard let rights = changed[role] else { return nil }
      let before = Roles.builtIn(role.profile)
      return Change(
        role: role, granted: Right.allCases.filter { rights.contains($0) && !before.contains($0) },
        withdrawn: Right.allCases.filter { before.contains($0) && !rights.contains($0) })
    }
  }

  /// How a role differs from its profile.
  package struct Change: Hashable, Sendable {
    package let role: DeskRole
    package let granted: [Right]
    package let withdrawn: [Right]
  }

  package static func builtIn(_ profile: Profile) -> Set<Right> {
    Set(Right.allCases.filter { $0.holders.contains(profile) })
  }
}

extension Rules {
  /// What somebody who acts is: the role of the agent of that name, unless another profile acts in it (a machine, the
  /// keeper of the ledger).
  package func role(of actor: Actor) -> DeskRole {
    guard !roles.own.isEmpty, let agent = directory.agents[actor.name], agent.profile == actor.profile else {
      return DeskRole(actor.profile)
    }
    return roles.role(of: agent)
  }

  package func may(_ right: Right, _ agent: Agent) -> Bool { roles.may(right, roles.role(of: agent)) }
}

extension Refusal {
  /// What the desk as it is built in would say.
  package static func notAllowed(_ verb: Verb, _ right: Right, profile: Profile) -> Refusal {
    Roles().refusal(verb, right, to: DeskRole(profile))
  }
}
