/// A queue with a name: a saved query and its order.
package struct View: Hashable, Sendable {
  /// What it is called on screen is the console's; this is how files and keys name it.
  package var id: String
  package var query: Query
  package var order: Order
  /// What somebody called it who keeps it; nil for the desk's own.
  package var name: String?
  /// The columns wanted beside those that a row never lacks; none named: all that have room.
  package var columns: [QueueColumn]

  package init(
    _ id: String, _ query: Query, order: Order = .next, name: String? = nil, columns: [QueueColumn] = []
  ) {
    self.id = id
    self.query = query
    self.order = order
    self.name = name
    self.columns = columns
  }
}

/// The base queues are a partition of the active tickets: each is in exactly one, so that nothing falls through.
package enum BaseQueue: String, CaseIterable, Sendable {
  case toQualify = "to_qualify"
  case inProgress = "in_progress"
  case toTakeN1 = "to_take_n1"
  case toTakeUp = "to_take_up"
  case planned
  case waitingUser = "waiting_user"
  case waitingThird = "waiting_third"

  package var query: Query {
    let qualified = Query.term(.qualified(true))
    let free = Query.term(.owner(.nobody))
    let taken = Query.term(.owner(.anybody))
    let working = Query.term(.states([.new, .open]))
    return switch self {
    case .toQualify: .and([.term(.states(State.active)), .term(.qualified(false))])
    case .inProgress: .and([qualified, working, taken])
    case .toTakeN1: .and([qualified, working, free, .term(.level(.n1))])
    case .toTakeUp: .and([qualified, working, free, .not(.term(.level(.n1)))])
    case .planned: .and([qualified, .term(.states([.planned]))])
    case .waitingUser: .and([qualified, .term(.states([.waitUser]))])
    case .waitingThird: .and([qualified, .term(.states([.waitThird]))])
    }
  }

  package var order: Order {
    switch self {
    case .toQualify: .received
    case .inProgress, .toTakeN1, .toTakeUp: .next
    case .planned, .waitingUser, .waitingThird: .nextDate
    }
  }

  package var view: View { View(rawValue, query, order: order) }
}

extension View {
  /// The tabs an agent starts with, by digit from 1; the last is every active ticket.
  package static func standard(for profile: Profile) -> [View] {
    let active = Query.term(.states(State.active))
    let mine = View("mine", .and([active, .term(.owner(.me))]))
    let own = profile.level ?? .n1
    let toTake = View.toTake(by: profile)
    let level = View("level", .and([active, .term(.level(own))]))
    let waiting = View("waiting", .term(.states([.planned, .waitUser, .waitThird])), order: .nextDate)
    let followed = View("followed", .and([active, .term(.steward(.me)), .not(.term(.owner(.me)))]))
    let urgent = View("urgent", .and([active, .term(.priority(0...1))]))
    let answered = View("answered", .and([active, .term(.awaitsReply)]))
    let resolved = View("resolved", .term(.states([.resolved])), order: .nextDate)
    let all = View("active", active)
    return [mine, toTake, level, waiting, followed, urgent, answered, resolved, all]
  }

  /// The tabs of an agent: of the views the desk shares and of those the agent keeps, the ones with a digit in the
  /// place of the tab there, an agent's own before a shared one; the others behind the nine, then the desk's own, and
  /// last every ticket there is. A view the agent keeps stands for a shared one of the same name.
  package static func tabs(
    for profile: Profile, keeping saved: [SavedView] = [], shared: [SavedView] = [], _ directory: Directory
  ) -> [View] {
    var views = standard(for: profile)
    let common = shared.filter { view in !saved.contains { $0.isNamed(view.name) } }
    for (view, isShared) in common.map({ ($0, true) }) + saved.map({ ($0, false) }) {
      if let digit = view.digit, views.indices.contains(digit - 1) {
        views[digit - 1] = isShared ? view.sharedView : view.view
      }
    }
    let loose = saved.filter { $0.digit == nil }.map(\.view) + common.filter { $0.digit == nil }.map(\.sharedView)
    return views + loose + DeskView.listed.map { $0.view(directory) } + [.everything]
  }

  /// What nobody has taken of the levels that a profile works for: `next` is its first.
  package static func toTake(by profile: Profile) -> View {
    let free = Query.and([.term(.states([.new, .open])), .term(.owner(.nobody))])
    let own = profile.level ?? .n1
    let levels = Level.allCases.filter { profile.holds($0) && (own == .n1 || $0 > .n1) }
    return View("to_take", .and([free, .or(levels.map { .term(.level($0)) })]))
  }

  /// Every ticket there is, the latest first: the tab under `0`.
  package static let everything = View("all", .all, order: .updated)
}
