// From a ticket's events to its service clocks: which fact moves which clock.

extension Ticket {
  /// What happened to the ticket as far as its clocks care, in the order of the fold.
  package func clockChanges(under rules: Rules) -> [ClockChange] {
    var changes: [ClockChange] = []
    // The states are folded again, event by event, so that each change carries the phase it led to.
    var replay = Ticket(id: id)
    var follows = Fact.markedSpam
    for entry in entries {
      let before = (phase: replay.phase, priority: replay.priority)
      replay.apply(
        TicketEvent(
          id: entry.event, site: entry.site, n: entry.n, lamport: entry.lamport, at: entry.at, by: entry.by,
          fact: entry.fact), under: rules)
      switch entry.fact {
      case .opened(let opening):
        changes.append(ClockChange(.opened(answered: opening.channel.isSpoken), at: opening.receivedAt ?? entry.at))
        changes.append(ClockChange(.priority(replay.priority.rawValue), at: opening.receivedAt ?? entry.at))
      case .assigned: changes.append(ClockChange(.acknowledged, at: entry.at))
      case .messageOut(let letter) where !letter.isAuto: changes.append(ClockChange(.replied, at: entry.at))
      case .messageIn(let letter) where !letter.isAuto:
        // The words that came with the opening are what the first clocks answer.
        if case .opened = follows { break }
        changes.append(ClockChange(.requesterWrote, at: entry.at))
      default: break
      }
      follows = entry.fact
      if replay.phase != before.phase { changes.append(ClockChange(.entered(replay.phase), at: entry.at)) }
      if replay.priority != before.priority {
        changes.append(ClockChange(.priority(replay.priority.rawValue), at: entry.at))
      }
    }
    return changes
  }

  /// The nearest deadline, in a form that keeps true as time passes.
  package func due(under rules: Rules) -> Summary.Due? {
    guard state.isActive else { return nil }
    let clocks = ServiceClocks.fold(clockChanges(under: rules))
    guard let nearest = clocks.nearest(rules.serviceLevel, at: updatedAt) else { return nil }
    switch nearest.standing {
    case .running(let due):
      let target = rules.serviceLevel.target(priority: priority.rawValue)
      let warning = clocks.stopwatch(nearest.clock).instant(reaching: nearest.goal * 3 / 4, on: target.calendar)
      return Summary.Due(clock: nearest.clock, standing: .running(due: due, warning: warning ?? due))
    case .paused: return Summary.Due(clock: nearest.clock, standing: .paused(left: nearest.remaining))
    case .stopped: return nil
    }
  }

  private var phase: ClockPhase {
    switch state {
    case .new: .new
    case .open: .open
    case .planned: planned?.chosenBy == .user ? .plannedByUser : .planned
    case .waitUser: .waitingUser
    case .waitThird: .waitingThird
    case .resolved: .resolved
    case .closed, .cancelled, .spam, .merged: .ended
    }
  }
}
