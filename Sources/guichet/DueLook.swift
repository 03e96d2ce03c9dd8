import Desk
import Journal

/// Whether the desk has something to do by itself, as far as the rows tell. They tell as well when the next thing comes:
/// until then, until somebody comes to work and until a row changes, none of them is looked at.
package struct DueLook {
  /// Nothing is due before this time in this edition of the rows; never, where there is no time.
  private var quiet: (edition: Int, until: Instant?)?
  private var looks = 0
  /// Looks of which one is at the resolved tickets too: to find those that close by themselves every ticket is looked
  /// at, which can wait for some minutes.
  private static let thoroughEvery = 30
  /// Seconds after which it is tried again where something seemed to be due and no row has changed since: the ticket
  /// itself knows better than its row.
  private static let patience: Int64 = 600

  package init() {}

  package mutating func findsSomething(in index: Index, under rules: Rules, at now: Instant) -> Bool {
    let isThorough = looks % DueLook.thoroughEvery == 0
    looks &+= 1
    if !isThorough, let quiet, quiet.edition == index.edition, quiet.until.map({ now < $0 }) ?? true { return false }
    let states = isThorough ? Ticker.states : State.active
    let request = Ticker.request(states, at: now, limit: Ticker.limit)
    var rest = RestHours(rules, at: now)
    let isDue = index.contains(request.query, asker: request.asker) { !rest.cover($0) }
    // What is due while nobody works is due again when they do.
    let times = [index.nextStir(after: now), rules.nextOpening(after: now), isDue ? now + DueLook.patience : nil]
    quiet = (index.edition, times.compactMap { $0 }.min())
    return isDue
  }

  /// What was found could not be seen to: the next look finds it again.
  package mutating func forget() { quiet = nil }

  /// Whether a ticket that nobody has in hand is one that a rota on duty is called for. Whether a call is due only the
  /// ticket itself tells.
  package static func findsAlarms(in index: Index, of plan: DutyPlan, at now: Instant) -> Bool {
    plan.rotas.contains { rota in
      guard let pages = rota.pages, rota.hours.covers(now) else { return false }
      let request = ListRequest(
        .and([.term(.states([.new, .open])), pages]), asker: Query.Asker(login: Actor.timer.name, now: now),
        part: .none)
      return index.list(request).total > 0
    }
  }
}
