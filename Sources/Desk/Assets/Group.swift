/// Agents who take tickets together: of some levels, with skills, for some categories.
package struct Group: Hashable, Sendable {
  package var id: String
  package var name: String
  package var levels: [Level]
  package var skills: [String]
  /// Categories it is there for, by their beginnings: `Réseau` has `Réseau/VPN` too. Empty: all.
  package var domains: [String]
  /// `Agent.login`
  package var members: [String]
  /// Takes nothing any more.
  package var isRetired: Bool

  package init(
    id: String, name: String, levels: [Level] = [], skills: [String] = [], domains: [String] = [],
    members: [String] = [], isRetired: Bool = false
  ) {
    self.id = id
    self.name = name
    self.levels = levels
    self.skills = skills
    self.domains = domains
    self.members = members
    self.isRetired = isRetired
  }

  /// Whether it is there for a ticket of this level and category.
  package func serves(_ level: Level, _ category: String?) -> Bool {
    !isRetired && (levels.isEmpty || levels.contains(level))
      && (domains.isEmpty || category.map { Category.isAny(domains, of: $0) } ?? false)
  }

  var json: JSON {
    .object(
      of: ("id", .string(id)), ("name", .string(name)), ("levels", .strings(levels.map(\.rawValue))),
      ("skills", .strings(skills)), ("domains", .strings(domains)), ("members", .strings(members)),
      ("retired", isRetired ? true : nil))
  }

  init?(json: JSON) {
    guard let id = json["id"]?.string, let name = json["name"]?.string else { return nil }
    self.init(
      id: id, name: name, levels: (json["levels"]?.strings ?? []).compactMap(Level.init),
      skills: json["skills"]?.strings ?? [], domains: json["domains"]?.strings ?? [],
      members: json["members"]?.strings ?? [], isRetired: json["retired"]?.bool ?? false)
  }
}

/// A ticket's category, `Réseau/VPN`: each rank narrows the one before.
package enum Category {
  /// Whether one of the `branches` is the category or above it. Case and accents do not count.
  package static func isAny(_ branches: [String], of category: String) -> Bool {
    let ranks = Category.ranks(category)
    return branches.contains { ranks.starts(with: Category.ranks($0)) }
  }

  private static func ranks(_ path: String) -> [String] {
    Folding.fold(path).split(separator: "/").map { String($0).trimmed }
  }
}
