/// `roles.json`: what the profiles of this desk may do that others may not, and roles of its own.
///
///     {
///       roles: {
///         n1: { grant: ["mergeAny"], withdraw: ["stealSame"] },
///         "chef de projet": { like: "manager", withdraw: ["takeN1"] },
///       },
///     }
package struct RoleConfig: Sendable {
  package private(set) var roles = Roles()
  /// Where each role is written, for what is found wrong beside the registers.
  package private(set) var places: [DeskRole: ConfigPlace] = [:]

  /// The profiles a desk may change and imitate. What the desk's own machines may do is fixed: mail has to come in.
  package static let profiles = Profile.allCases.filter { $0 != .machine }

  package init(_ node: ConfigNode?, _ notes: inout ConfigNotes) {
    let members = notes.members(of: node, keys: ["roles"])
    guard let table = members["roles"] else { return }
    let entries = notes.table(table, under: "roles")
    // A profile that the file changes is what its imitators are like, wherever it stands.
    for member in entries where RoleConfig.profile(member) != nil { take(member, &notes) }
    for member in entries where RoleConfig.profile(member) == nil { take(member, &notes) }
  }

  private static func profile(_ member: ConfigNode.Member) -> Profile? {
    Profile(rawValue: member.key.trimmed.lowercased())
  }

  private mutating func take(_ member: ConfigNode.Member, _ notes: inout ConfigNotes) {
    let parts = notes.members(of: member.value, keys: ["like", "grant", "withdraw"])
    guard member.value.members != nil, let role = role(member, like: parts["like"], &notes) else { return }
    if places[role] != nil || role.name.flatMap({ roles.role(named: $0) }) != nil {
      return notes.add(.doubledName(.role, member.key), at: member.place)
    }
    places[role] = member.place
    var rights = roles.rights(of: DeskRole(role.profile))
    rights.formUnion(RoleConfig.rights(parts["grant"], under: "grant", &notes))
    rights.subtract(RoleConfig.rights(parts["withdraw"], under: "withdraw", &notes))
    roles.set(role, rights)
  }

  /// A profile by its name, or a role that is like one.
  private func role(_ member: ConfigNode.Member, like: ConfigNode?, _ notes: inout ConfigNotes) -> DeskRole? {
    let name = member.key.trimmed
    if let profile = RoleConfig.profile(member) {
      if let like { notes.add(.unknownKey("like", near: nil), at: like.place) }
      guard RoleConfig.profiles.contains(profile) else {
        notes.unknown(.profile, member.key, among: RoleConfig.profiles.map(\.rawValue), at: member.place)
        return nil
      }
      return DeskRole(profile)
    }
    guard !name.isEmpty, name.utf8.count <= Limits.name else {
      notes.add(.badLength(limit: Limits.name), at: member.place)
      return nil
    }
    guard let like else {
      // A slip in a profile's name, or a role that says nothing of itself.
      let near = Nearest.name(to: name.lowercased(), among: RoleConfig.profiles.map(\.rawValue))
      notes.add(near == nil ? .missingKey("like") : .unknownName(.profile, name, near: near), at: member.place)
      return nil
    }
    guard let text = notes.text(like, under: "like") else { return nil }
    return notes.name(text, at: like.place, .profile, among: RoleConfig.profiles.map { ($0.rawValue, $0) }).map {
      DeskRole($0, name: name)
    }
  }

  private static func rights(_ node: ConfigNode?, under key: String, _ notes: inout ConfigNotes) -> Set<Right> {
    let known = Right.allCases.map { ($0.rawValue, $0) }
    return Set(
      (notes.texts(node, under: key) ?? []).compactMap { notes.name($0.text, at: $0.place, .right, among: known) })
  }
}

extension Configuration {
  /// What is wrong with the roles beside those who work here: an agent in a role that nothing defines or that is like
  /// another profile by now, and nobody left who may configure.
  func roleFaults(beside directory: Directory, after before: Roles) -> [ConfigFault] {
    let file = ConfigFile.roles.name
    var faults = directory.agents.values.sorted { $0.login < $1.login }.compactMap { agent -> ConfigFault? in
      guard agent.active, let name = agent.role else { return nil }
      let role = roles.roles.role(named: name)
      if role?.profile == agent.profile { return nil }
      return ConfigFault(
        file: file, at: role.flatMap { roles.places[$0] } ?? ConfigPlace(), .lostRole(name, agent: agent.login))
    }
    if roles.roles.losesLast(.configure, after: before, in: directory) {
      let place = roles.places.filter { !roles.roles.may(.configure, $0.key) && $0.key.name == nil }.values.min()
      faults.append(ConfigFault(file: file, at: place ?? ConfigPlace(), .lastHolder(.configure)))
    }
    return faults
  }
}
