/// What a service level promises: the clocks of every ticket, each with a goal of its own.
///
/// The first four are owed to the requester (SLA). The other two are owed to the desk: an operational level agreement
/// (OLA, ITIL) between its own levels, and an underpinning contract (UC) of a vendor.
package enum ServiceClock: Int, CaseIterable, Hashable, Sendable {
  /// An agent took the ticket in hand.
  case acknowledge
  /// An agent wrote or spoke to the requester.
  case firstReply
  /// An agent answered what the requester wrote last; one cycle per unanswered message.
  case update
  case resolve
  /// Somebody of the level it was handed to took it; one cycle per stay at a level, from the hand-over on.
  case ola
  /// The vendor gave it back; one cycle each time a vendor holds it.
  case uc

  /// Those promised to the requester.
  package static let promised: [ServiceClock] = [.acknowledge, .firstReply, .update, .resolve]
}

/// Where a ticket is, as far as its clocks care.
package enum ClockPhase: Int, CaseIterable, Hashable, Sendable {
  case new, open
  /// A start date chosen by us.
  case planned
  /// A start date chosen by the requester: the wait is theirs.
  case plannedByUser
  case waitingUser
  /// A workshop, a change, a quotation.
  case waitingThird
  /// A vendor, bound by a contract of its own.
  case waitingVendor
  case resolved
  /// Closed, cancelled, spam or merged.
  case ended

  /// Somebody still has to do something.
  package var isActive: Bool { self != .resolved && self != .ended }
}

/// What a clock does in a phase.
package enum ClockMove: Hashable, Sendable {
  case run, pause
  /// Its aim is met. Acknowledgement and first reply stay met for good; resolution goes on when reopened.
  case stop
  /// Nothing to promise any more, nothing met either.
  case end
}

extension ClockPhase {
  /// The table of states and clocks. Update runs only while a message of the requester is unanswered, the level's
  /// clock only until somebody takes the ticket there.
  private static let moves: [[ClockMove]] = [
    // acknowledge, first reply, update, resolve, OLA, UC
    [.run, .run, .pause, .run, .run, .stop],  // new
    [.stop, .run, .run, .run, .run, .stop],  // open
    [.stop, .run, .pause, .run, .run, .stop],  // planned
    [.stop, .run, .pause, .pause, .run, .stop],  // plannedByUser
    [.stop, .run, .pause, .pause, .pause, .stop],  // waitingUser
    [.stop, .run, .run, .run, .pause, .stop],  // waitingThird
    [.stop, .run, .run, .run, .pause, .run],  // waitingVendor
    [.stop, .stop, .stop, .stop, .stop, .stop],  // resolved
    [.end, .end, .end, .end, .end, .end],  // ended
  ]

  package func move(of clock: ServiceClock, options: ServiceOptions = ServiceOptions()) -> ClockMove {
    if options.pausesForThird, clock == .resolve, self == .waitingThird || self == .waitingVendor { return .pause }
    return ClockPhase.moves[rawValue][clock.rawValue]
  }
}

/// What a policy may settle otherwise than the table.
package struct ServiceOptions: Hashable, Sendable {
  /// Where a resolved ticket is reopened, the time it stood resolved counts as well.
  package var countsResolved: Bool
  /// The resolution clock waits while a third party holds the ticket.
  package var pausesForThird: Bool

  package init(countsResolved: Bool = false, pausesForThird: Bool = false) {
    self.countsResolved = countsResolved
    self.pausesForThird = pausesForThird
  }
}

/// What happened to a ticket, as far as its clocks care.
package struct ClockChange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The ticket exists; `at` is when its mail or alert was received. `answered`: an agent opened it while
    /// speaking with the requester, who is thereby acknowledged and answered.
    case opened(answered: Bool)
    /// Somebody took it, or was given it.
    case acknowledged
    /// An agent's message or call to the requester.
    case replied
    /// A message of the requester after the opening; never an automatic one.
    case requesterWrote
    /// Handed up or down to a level: a new stay.
    case arrived(Level)
    /// The state changed: taken, planned, waiting, resumed, resolved, closed, reopened …
    case entered(ClockPhase)
    /// The promise is not held against the desk.
    case waived(ServiceClock)
  }

  package let at: Instant
  package let kind: Kind

  package init(_ kind: Kind, at instant: Instant) {
    self.kind = kind
    at = instant
  }
}
