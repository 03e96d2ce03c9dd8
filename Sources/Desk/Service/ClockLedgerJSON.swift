// A ledger for programs: `guichet explain --json`, for those who have to settle a dispute.
extension ClockLedger {
  package var json: JSON {
    .object(
      of: ("clock", .string(deadline.clock.name)), ("cycle", .int(Int64(deadline.cycle))),
      ("level", cycle.level.map { .string($0.rawValue) }), ("policy", .string(policy)),
      ("calendar", .string(calendar)), ("goal_seconds", .int(deadline.goal)),
      ("used_seconds", .int(deadline.used)), ("remaining_seconds", .int(deadline.remaining)),
      ("standing", .string(standing)), ("due", deadline.due.map { .string($0.rfc3339) }),
      ("outcome", .string(outcome.rawValue)), ("entries", .array(entries.map(\.json))),
      ("cut", isCut ? true : nil), ("thresholds", .array(marks.map(\.json))))
  }

  private var standing: String {
    switch deadline.standing {
    case .running: "running"
    case .paused: "paused"
    case .stopped: "stopped"
    }
  }
}

extension ClockLedger.Entry {
  fileprivate var json: JSON {
    let (why, holiday) = names
    return .object(
      of: ("from", .string(from.rfc3339)), ("to", .string(to.rfc3339)), ("phase", .string(phase.name)),
      ("counted", .bool(reason == .counted)), ("why", .string(why)), ("holiday", holiday.map(JSON.string)),
      ("wait_reason", wait.map { .string($0.reason.rawValue) }), ("party", wait?.party.map(JSON.string)),
      ("seconds", .int(seconds)), ("total_seconds", .int(total)))
  }

  private var names: (why: String, holiday: String?) {
    switch reason {
    case .counted: ("working", nil)
    case .paused: ("paused", nil)
    case .stopped: ("stopped", nil)
    case .closed(.afterHours): ("after_hours", nil)
    case .closed(.lunch): ("lunch", nil)
    case .closed(.dayOff): ("day_off", nil)
    case .closed(.exception): ("exceptional_hours", nil)
    case .closed(.holiday(let holiday)): ("holiday", holiday.name)
    }
  }
}

extension Holiday {
  /// For programs: `05-08`, `easter+1`, or the name the calendar gives it.
  fileprivate var name: String? {
    switch self {
    case .fixed(let month, let day): Instant.pad(month, 2) + "-" + Instant.pad(day, 2)
    case .fromEaster(let days): "easter" + (days < 0 ? "" : "+") + String(days)
    case .named(let name): name
    case .listed: nil
    }
  }
}

extension ClockLedger.Mark {
  fileprivate var json: JSON {
    .object(
      of: ("pct", .int(Int64(percent))), ("at", at.map { .string($0.rfc3339) } ?? .null), ("told", .bool(isTold)))
  }
}

extension ClockPhase {
  /// For programs.
  package var name: String {
    switch self {
    case .new: "new"
    case .open: "open"
    case .planned: "planned"
    case .plannedByUser: "planned_by_user"
    case .waitingUser: "wait_user"
    case .waitingThird: "wait_third"
    case .waitingVendor: "wait_vendor"
    case .resolved: "resolved"
    case .ended: "ended"
    }
  }
}
