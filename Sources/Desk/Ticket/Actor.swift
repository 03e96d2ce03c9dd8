/// What somebody is at the desk; rights hang on it (`Right`).
package enum Profile: String, CaseIterable, Sendable {
  case requester, n1, n2, n3, manager, admin, auditor, machine

  /// The highest level this profile works at; nil where it takes no tickets.
  package var level: Level? {
    switch self {
    case .n1, .manager: .n1
    case .n2: .n2
    case .n3: .n3
    case .requester, .admin, .auditor, .machine: nil
    }
  }

  /// Whether this profile may own a ticket that stands at `level`; a vendor's ticket is owned by an N2 or N3 who follows it.
  package func holds(_ level: Level) -> Bool {
    guard let own = self.level else { return false }
    return level.isVendor ? own >= .n2 : level <= own
  }
}

/// Who acts, as the journal records it.
package struct Actor: Hashable, Sendable {
  /// The agent's login, a requester's address, or the name of a machine (`mail`, `timer`).
  package var name: String
  package var profile: Profile
  /// The Unix account that really wrote, where it is another than the agent's own (`--as`).
  package var account: String?
  package var via: Via

  package init(name: String, profile: Profile, account: String? = nil, via: Via) {
    self.name = name
    self.profile = profile
    self.account = account
    self.via = via
  }

  /// The intake of mail acting by itself.
  package static let mail = Actor(name: "mail", profile: .machine, via: .mail)
  /// A clock acting by itself.
  package static let timer = Actor(name: "timer", profile: .machine, via: .timer)
}
