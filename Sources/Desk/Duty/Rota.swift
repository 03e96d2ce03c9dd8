/// Who is on call, by turns: members in an order, the moments at which one hands over to the next, the hours it is
/// there for, which tickets page it, and who is called where nobody answers.
package struct Rota: Equatable, Sendable {
  package let name: String
  /// The level its members answer for, and the group they are of.
  package var level: Level?
  /// `Group.id`
  package var group: String?
  /// Logins in their order; nil is a place nobody holds.
  package var members: [String?]
  package var plan: HandoverPlan
  package var hours: DutyHours
  /// Active tickets that page whoever is on call; nil where it is only called by other rotas.
  package var pages: Query?
  /// The same as it is written.
  package var pagesText: String?
  /// Seconds on call a ticket may lie before the first page.
  package var delay: Int64 = 0
  /// Who is called after the first.
  package var steps: [DutyStep] = []
  /// Where it stands in its file; where its group and what pages it are named.
  package var place = ConfigPlace()
  package var groupPlace = ConfigPlace()
  package var pagesPlace = ConfigPlace()

  /// Members of one rota, and steps of its escalation.
  package static let memberLimit = 200
  package static let stepLimit = 20
  /// Tickets that page where nothing is said.
  package static let usualPages = "p0-1"
  /// Seconds until the next is called where nothing is said.
  package static let usualPatience: Int64 = 15 * 60

  package init(
    name: String, level: Level? = nil, group: String? = nil, members: [String?], plan: HandoverPlan,
    hours: DutyHours = .always
  ) {
    self.name = name
    self.level = level
    self.group = group
    self.members = members
    self.plan = plan
    self.hours = hours
  }

  package var zone: Zone { plan.zone }

  /// Whether somebody is of the group that the rota is of, or one of its members; true where it is of none.
  package func takes(_ login: String, in directory: Directory) -> Bool {
    guard let group, !members.contains(login) else { return true }
    return directory.groups[group]?.members.contains(login) ?? true
  }

  /// Who holds a turn, as the rota has it.
  package func member(of turn: Int) -> String? {
    members.isEmpty ? nil : members[((turn % members.count) + members.count) % members.count]
  }

  /// Who is on call at an instant, and until when; nil while the rota is not there or has not begun. A shift without
  /// an agent is a hole. `swaps` are this rota's, as they were recorded.
  package func onCall(at instant: Instant, _ swaps: [DutySwap] = []) -> DutyShift? {
    guard var shift = piece(at: instant, swaps).shift else { return nil }
    while shift.until < instant + Rota.reach, let next = piece(at: shift.until, swaps).shift, shift.continues(next) {
      shift.until = next.until
    }
    return shift
  }

  /// The shifts from one instant to another, in order. A turn that the hours cut is several.
  package func shifts(from start: Instant, to end: Instant, _ swaps: [DutySwap] = []) -> [DutyShift] {
    var shifts: [DutyShift] = []
    var cursor = start
    while cursor < end {
      let (piece, until) = piece(at: cursor, swaps)
      cursor = until
      guard var shift = piece else { continue }
      shift.until = min(shift.until, end)
      if let last = shifts.last, last.continues(shift) {
        shifts[shifts.count - 1].until = shift.until
      } else {
        shifts.append(shift)
      }
    }
    return shifts
  }

  /// The first shift that begins after another has ended.
  package func shift(after shift: DutyShift, _ swaps: [DutySwap] = []) -> DutyShift? {
    coming(from: shift.until, swaps)
  }

  /// The first shift at an instant or after it, within two months.
  package func coming(from instant: Instant, _ swaps: [DutySwap] = []) -> DutyShift? {
    var cursor = instant
    while cursor < instant + Rota.reach {
      if let shift = onCall(at: cursor, swaps) { return shift }
      cursor = piece(at: cursor, swaps).until
    }
    return nil
  }

  /// Seconds a shift is followed at most: two months.
  private static let reach: Int64 = 62 * 86_400

  /// What is so at an instant, and until when at least.
  private func piece(at instant: Instant, _ swaps: [DutySwap]) -> (shift: DutyShift?, until: Instant) {
    guard let turn = plan.turn(at: instant) else {
      return (nil, plan.handover(after: instant) ?? instant + Rota.reach)
    }
    let (isOn, hoursEnd) = hours.stretch(at: instant)
    var until = min(turn.end, hoursEnd)
    guard isOn else { return (nil, until) }
    for swap in swaps {
      for edge in [swap.from, swap.to] where edge > instant { until = min(until, edge) }
    }
    let planned = member(of: turn.number)
    let (agent, swap) = DutySwap.holder(planned, at: instant, swaps)
    return (
      DutyShift(rota: name, turn: turn.number, from: instant, until: until, agent: agent, planned: planned, swap: swap),
      until
    )
  }

  /// Whose turn comes after that of a shift: the next member who is another.
  package func next(after shift: DutyShift) -> String? {
    guard !members.isEmpty else { return nil }
    return (1...members.count).lazy.compactMap { member(of: shift.turn + $0) }
      .first { $0 != shift.agent && $0 != shift.planned }
  }
}

/// A stretch of time with one agent on call.
package struct DutyShift: Hashable, Sendable {
  /// `Rota.name`
  package var rota: String
  package var turn: Int
  package var from: Instant
  /// Not included.
  package var until: Instant
  /// A login; nil where nobody is there: a hole.
  package var agent: String?
  /// Whom the rota names, where a substitution put another in the place.
  package var planned: String?
  package var swap: DutySwap?

  package init(
    rota: String, turn: Int, from: Instant, until: Instant, agent: String?, planned: String?, swap: DutySwap?
  ) {
    self.rota = rota
    self.turn = turn
    self.from = from
    self.until = until
    self.agent = agent
    self.planned = planned
    self.swap = swap
  }

  fileprivate func continues(_ next: DutyShift) -> Bool {
    until == next.from && turn == next.turn && agent == next.agent && swap == next.swap
  }
}

/// One step of an escalation: after so many seconds on call without an answer, somebody else is called.
package struct DutyStep: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    /// The member whose turn is next.
    case next
    /// Whoever is on call in another rota.
    case rota(String)
    case agent(String)
  }

  package let after: Int64
  package let target: Target

  package init(after: Int64, _ target: Target) {
    self.after = after
    self.target = target
  }
}
