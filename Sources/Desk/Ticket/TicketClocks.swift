// From a ticket's events to its service clocks: which fact moves which clock.

/// A ticket's clocks and the policy they are read under. Folded from its events alone: another policy re-reads the
/// same life.
package struct TicketClocks: Hashable, Sendable {
  package let policy: ServicePolicy
  package let clocks: ServiceClocks
  /// The thresholds somebody was told of.
  package let crossed: Set<Threshold>
  /// Why a clock is not held against the desk.
  package let waivers: [ServiceClock: String]
  /// Each wait and since when, in order.
  package let waits: [(at: Instant, wait: Wait)]

  package static func == (a: TicketClocks, b: TicketClocks) -> Bool {
    a.clocks == b.clocks && a.crossed == b.crossed && a.waivers == b.waivers && a.policy == b.policy
      && a.waits.elementsEqual(b.waits) { $0 == $1 }
  }

  package init(
    policy: ServicePolicy, clocks: ServiceClocks, crossed: Set<Threshold> = [], waivers: [ServiceClock: String] = [:],
    waits: [(at: Instant, wait: Wait)] = []
  ) {
    self.policy = policy
    self.clocks = clocks
    self.crossed = crossed
    self.waivers = waivers
    self.waits = waits
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(clocks) }

  /// Every clock that is promised and has begun.
  package func deadlines(at now: Instant) -> [Deadline] { clocks.deadlines(policy, at: now) }

  package func nearest(at now: Instant) -> Deadline? { clocks.nearest(policy, at: now) }
}

extension Ticket {
  /// The ticket's clocks under the policy that its present contract, kind, priority, category and customer choose.
  package func clocks(under rules: Rules) -> TicketClocks {
    clocks(under: rules.policy(for: self), rules)
  }

  /// The ticket's clocks under a given policy.
  package func clocks(under policy: ServicePolicy, _ rules: Rules) -> TicketClocks {
    var crossed: Set<Threshold> = []
    var waivers: [ServiceClock: String] = [:]
    var waits: [(at: Instant, wait: Wait)] = []
    for entry in entries {
      switch entry.fact {
      case .service(.crossed(let threshold)): crossed.insert(threshold)
      case .service(.waived(let clock, let reason)): waivers[clock] = reason
      case .waiting(let wait): waits.append((entry.at, wait))
      default: break
      }
    }
    return TicketClocks(
      policy: policy, clocks: ServiceClocks.fold(clockChanges(under: rules), options: policy.options),
      crossed: crossed, waivers: waivers, waits: waits)
  }

  /// What happened to the ticket as far as its clocks care, in the order of the fold.
  package func clockChanges(under rules: Rules) -> [ClockChange] {
    var changes: [ClockChange] = []
    // The states are folded again, event by event, so that each change carries the phase it led to.
    var replay = Ticket(id: id)
    var follows = Fact.markedSpam
    for entry in entries {
      let before = replay.phase
      replay.apply(
        TicketEvent(
          id: entry.event, site: entry.site, n: entry.n, lamport: entry.lamport, at: entry.at, by: entry.by,
          fact: entry.fact), under: rules)
      switch entry.fact {
      case .opened(let opening):
        changes.append(ClockChange(.opened(answered: opening.channel.isSpoken), at: opening.receivedAt ?? entry.at))
      case .assigned, .duty(.pageAcknowledged): changes.append(ClockChange(.acknowledged, at: entry.at))
      case .messageOut(let letter) where !letter.isAuto: changes.append(ClockChange(.replied, at: entry.at))
      case .messageIn(let letter) where !letter.isAuto:
        // The words that came with the opening are what the first clocks answer.
        if case .opened = follows { break }
        changes.append(ClockChange(.requesterWrote, at: entry.at))
      case .escalated(_, let to, _, let target):
        changes.append(ClockChange(.arrived(to), at: entry.at))
        // Handed to somebody by name: it has an owner there.
        if target != nil { changes.append(ClockChange(.acknowledged, at: entry.at)) }
      case .returned(_, let to, _): changes.append(ClockChange(.arrived(to), at: entry.at))
      case .service(.waived(let clock, _)): changes.append(ClockChange(.waived(clock), at: entry.at))
      default: break
      }
      follows = entry.fact
      // From one vendor to the next the phase stays and the wait is another.
      let isNewWait = if case .waiting = entry.fact { replay.phase == .waitingVendor } else { false }
      if isNewWait, before == .waitingVendor { changes.append(ClockChange(.entered(.open), at: entry.at)) }
      if replay.phase != before || isNewWait { changes.append(ClockChange(.entered(replay.phase), at: entry.at)) }
    }
    return changes
  }

  /// The nearest deadline, in a form that keeps true as time passes.
  package func due(under rules: Rules) -> Summary.Due? {
    guard state.isActive else { return nil }
    return clocks(under: rules).due(at: lastAt)
  }

  /// Where it is, as far as its clocks care.
  package var phase: ClockPhase {
    switch state {
    case .new: .new
    case .open: .open
    case .planned: planned?.chosenBy == .user ? .plannedByUser : .planned
    case .waitUser: .waitingUser
    case .waitThird: wait?.reason == .vendor || level.isVendor ? .waitingVendor : .waitingThird
    case .resolved: .resolved
    case .closed, .cancelled, .spam, .merged: .ended
    }
  }
}

extension TicketClocks {
  /// The nearest deadline as a row keeps it.
  package func due(at now: Instant) -> Summary.Due? {
    guard let nearest = nearest(at: now) else { return nil }
    switch nearest.standing {
    case .running(let due):
      let warning = clocks.stopwatch(nearest.clock).instant(reaching: nearest.goal * 3 / 4, on: policy.calendar)
      return Summary.Due(clock: nearest.clock, standing: .running(due: due, warning: warning ?? due))
    case .paused: return Summary.Due(clock: nearest.clock, standing: .paused(left: nearest.remaining))
    case .stopped: return nil
    }
  }
}
