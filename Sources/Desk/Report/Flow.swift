/// The way a ticket went through the desk: teams, levels, waits, reopenings (metrics: ping-pong, time in state). Read
/// from where it stood at each instant at which something happened: what lasted no time did not happen.
package struct Flow: Hashable, Sendable {
  /// The teams it was routed to, one after the other.
  package private(set) var teams: [String] = []
  /// The levels it stood at, one after the other.
  package private(set) var levels: [Level] = []
  package private(set) var reopenings = 0
  /// It was worked on again after it had been resolved. A first contact that goes on is none.
  package private(set) var isReopenedAfterDone = false
  /// When it was first resolved or closed, other than in the first contact itself.
  package private(set) var firstDone: Instant?
  /// Milliseconds by what it waited for.
  private var spans: [Waiting: Int64] = [:]

  /// What an active ticket waits for.
  package enum Waiting: Hashable, Comparable, Sendable {
    /// Somebody to take it.
    case owner
    case user(WaitReason)
    case third(WaitReason)

    /// As JSON output writes it: `owner`, `user.information`, `third.vendor`.
    package var name: String {
      switch self {
      case .owner: "owner"
      case .user(let reason): "user." + reason.rawValue
      case .third(let reason): "third." + reason.rawValue
      }
    }

    package static func < (a: Waiting, b: Waiting) -> Bool { a.name < b.name }
  }

  package init(of ticket: Ticket, under rules: Rules) {
    var replay = Ticket(id: ticket.id)
    var at: Instant?
    var isDone = false
    for entry in ticket.entries {
      if let then = at, entry.at > then {
        stand(replay)
        wait(replay, from: then, to: entry.at)
      }
      at = max(at ?? entry.at, entry.at)
      replay.apply(TicketEvent(entry), under: rules)
      switch entry.fact {
      case .resolved(let resolution) where resolution.firstContact: break
      case .resolved, .closed:
        firstDone = firstDone ?? entry.at
        isDone = true
      case .reopened:
        reopenings += 1
        isReopenedAfterDone = isReopenedAfterDone || isDone
      default: break
      }
    }
    stand(replay)
  }

  /// Changes of team.
  package var teamChanges: Int { max(0, teams.count - 1) }

  /// Times it came back to the team that had passed it on.
  package var pingPong: Int { teams.indices.dropFirst(2).count { teams[$0] == teams[$0 - 2] } }

  package var escalations: Int { zip(levels, levels.dropFirst()).count { $0 < $1 } }
  package var returns: Int { zip(levels, levels.dropFirst()).count { $0 > $1 } }

  /// Whole seconds by what it waited for, until the last thing that happened to it.
  package var waits: [Waiting: Int64] { spans.mapValues { $0 / 1000 } }

  private mutating func stand(_ ticket: Ticket) {
    if let team = ticket.group, team != teams.last { teams.append(team) }
    if ticket.level != levels.last { levels.append(ticket.level) }
  }

  private mutating func wait(_ ticket: Ticket, from start: Instant, to end: Instant) {
    let what: Waiting? =
      switch (ticket.state, ticket.wait) {
      case (.waitUser, let wait?): .user(wait.reason)
      case (.waitThird, let wait?): .third(wait.reason)
      case (.new, _) where ticket.owner == nil, (.open, _) where ticket.owner == nil: .owner
      default: nil
      }
    if let what { spans[what, default: 0] += end.ms - start.ms }
  }
}
