// The closed lists of the desk: one enum a list, its raw value what the journal holds.

/// What a ticket is about (ITIL).
package enum Kind: String, CaseIterable, Sendable {
  case incident, request, advice, alert, problem, change
}

/// How a contact reached the desk.
package enum Channel: String, CaseIterable, Sendable {
  case phone, mail, chat, portal, monitor, walkIn = "walk_in"

  /// Both were there when it was said: an agent who opens such a ticket has answered.
  package var isSpoken: Bool { self == .phone || self == .walkIn }
}

/// Which door an event came through.
package enum Via: String, CaseIterable, Sendable {
  case tui, cli, mail, rule, timer
  case `import`
}

/// How a ticket came to its owner.
package enum AssignMode: String, CaseIterable, Sendable {
  case take, assign, steal
}

/// Who is waited for.
package enum WaitingFor: String, CaseIterable, Sendable {
  case user, third
}

/// Why a ticket waits.
package enum WaitReason: String, CaseIterable, Sendable {
  case information, userTest = "user_test", unavailable, equipment, vendor, workshop, change
  case maintenanceWindow = "maintenance_window"
  case quote
  /// Of a ticket that came from a desk which did not say; nobody chooses it here.
  case unspecified

  /// The reasons that make sense for the one waited for.
  package static func reasons(for who: WaitingFor) -> [WaitReason] {
    switch who {
    case .user: [.information, .userTest, .unavailable, .quote]
    case .third: [.vendor, .equipment, .workshop, .change, .maintenanceWindow, .quote]
    }
  }
}

/// Who chose the date of a planned ticket: the requester's choice pauses the resolution clock.
package enum ChosenBy: String, CaseIterable, Sendable {
  case user, us
}

/// What ended the work.
package enum ResolutionCode: String, CaseIterable, Sendable {
  case assistance, training, softwareFix = "software_fix", update, hardwareRepair = "hardware_repair", replacement
  case workaround, configuration, vendor, notReproducible = "not_reproducible", outOfScope = "out_of_scope", duplicate
  case other
}

/// What made a waiting or planned ticket go on.
package enum ResumeCause: String, CaseIterable, Sendable {
  case reply, timer, agent
}

/// What closed a resolved ticket: the requester's word, the auto-close date, or a manager.
package enum CloseCause: String, CaseIterable, Sendable {
  case confirmed, auto, manager
}

/// What reopened a ticket.
package enum ReopenCause: String, CaseIterable, Sendable {
  case requester, agent
}

/// Who may read a note.
package enum Visibility: String, CaseIterable, Sendable {
  case team, restricted
}

/// How one ticket relates to another.
package enum Relation: String, CaseIterable, Sendable {
  case parent, child, duplicates, relates, follows, mentions, causedBy = "caused_by", fixedBy = "fixed_by", blocks
}

/// How the requester learns of the resolution.
package enum Told: String, CaseIterable, Sendable {
  case message, phone
}
