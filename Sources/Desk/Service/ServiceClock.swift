/// What a service level promises: four clocks of every ticket, each with a goal of its own.
package enum ServiceClock: Int, CaseIterable, Hashable, Sendable {
  /// An agent took the ticket in hand.
  case acknowledge
  /// An agent wrote or spoke to the requester.
  case firstReply
  /// An agent answered what the requester wrote last; one cycle per unanswered message.
  case update
  case resolve
}

/// Where a ticket is, as far as its clocks care.
package enum ClockPhase: Int, CaseIterable, Hashable, Sendable {
  case new, open
  /// A start date chosen by us.
  case planned
  /// A start date chosen by the requester: the wait is theirs.
  case plannedByUser
  case waitingUser
  /// A vendor, a workshop, a change.
  case waitingThird
  case resolved
  /// Closed, cancelled, spam or merged.
  case ended
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
  /// The table of states and clocks. Update runs only while a message of the requester is unanswered.
  private static let moves: [[ClockMove]] = [
    // acknowledge, first reply, update, resolve
    [.run, .run, .pause, .run],  // new
    [.stop, .run, .run, .run],  // open
    [.stop, .run, .pause, .run],  // planned
    [.stop, .run, .pause, .pause],  // plannedByUser
    [.stop, .run, .pause, .pause],  // waitingUser
    [.stop, .run, .run, .run],  // waitingThird
    [.stop, .stop, .stop, .stop],  // resolved
    [.end, .end, .end, .end],  // ended
  ]

  package func move(of clock: ServiceClock) -> ClockMove { ClockPhase.moves[rawValue][clock.rawValue] }
}

/// What happened to a ticket, as far as its clocks care.
package struct ClockChange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The ticket exists; `at` is when its mail or alert was received. `answered`: an agent opened it while
    /// speaking with the requester, who is thereby acknowledged and answered.
    case opened(answered: Bool)
    case acknowledged
    /// An agent's message or call to the requester.
    case replied
    /// A message of the requester after the opening; never an automatic one.
    case requesterWrote
    /// The state changed: taken, planned, waiting, resumed, resolved, closed, reopened …
    case entered(ClockPhase)
    /// 0…5 for P0…P5.
    case priority(Int)
  }

  package let at: Instant
  package let kind: Kind

  package init(_ kind: Kind, at instant: Instant) {
    self.kind = kind
    at = instant
  }
}
