/// The desk's own views beside the tabs: they cut across the base queues, each a question that somebody asks once a
/// day. They are found by name, and behind the nine tabs.
package enum DeskView: String, CaseIterable, Sendable {
  /// A clock has used three quarters of its time.
  case deadlines
  case majors
  /// What supervision opened.
  case alerts
  /// Nobody did anything to it for five working days.
  case dormant
  /// What was written to the requester last came back.
  case bounces
  /// Nobody who works here may take it: to be empty.
  case unclaimed
  /// What was closed of late, to be gone through with the customer.
  case committee
  /// What came in of late: where many are alike a problem may be behind them.
  case candidates

  /// A week: five working days and what lies between them. Public holidays are not counted out: a row knows no
  /// calendar.
  private static let dormantAfter: Int64 = 7 * 86_400
  private static let committeeSpan: Int64 = 30 * 86_400
  private static let candidateSpan: Int64 = 7 * 86_400

  package func query(_ directory: Directory) -> Query {
    let active = Query.term(.states(State.active))
    switch self {
    case .deadlines: return .and([active, .term(.warned)])
    case .majors: return .and([active, .term(.priority(0...0))])
    case .alerts: return .and([active, .term(.channel(.monitor))])
    case .dormant: return .and([active, .term(.updated(.more, seconds: DeskView.dormantAfter))])
    case .bounces: return .and([.term(.states(State.active + [.resolved])), .term(.bounced)])
    case .unclaimed: return DeskView.unclaimed(directory)
    case .committee:
      return .and([.term(.states([.closed])), .term(.updated(.less, seconds: DeskView.committeeSpan))])
    case .candidates:
      return .and([
        .not(.term(.states([.spam, .cancelled, .merged]))), .term(.age(.less, seconds: DeskView.candidateSpan)),
      ])
    }
  }

  package var order: Order {
    switch self {
    case .deadlines, .majors, .unclaimed: .next
    case .alerts, .dormant, .bounces: .received
    case .committee, .candidates: .updated
    }
  }

  /// What its tickets are put together by, where it is read group by group.
  package var grouping: (keys: [Grouping.Key], least: Int)? {
    switch self {
    case .committee: ([.category, .asset, .site], 1)
    case .candidates: ([.category, .site], 5)
    case .deadlines, .majors, .alerts, .dormant, .bounces, .unclaimed: nil
    }
  }

  /// Those that a queue shows ticket by ticket.
  package static let listed = allCases.filter { $0 != .candidates }

  package func view(_ directory: Directory) -> View { View("desk." + rawValue, query(directory), order: order) }

  /// What waits to be taken at a level that no active agent holds, in a group none of whose members is active, or in a
  /// category that only people who are no longer here know.
  private static func unclaimed(_ directory: Directory) -> Query {
    let free = Query.and([.term(.states([.new, .open])), .term(.owner(.nobody))])
    let agents = directory.agents.all.values.filter(\.active)
    let levels = Level.allCases.filter { level in !agents.contains { $0.profile.holds(level) } }
    let active = Set(agents.map(\.login))
    let groups = directory.groups.all.values.filter { !$0.isRetired && active.isDisjoint(with: $0.members) }
    let names = directory.groups.all.values.map { Folding.fold($0.id) }
    func isApart(_ group: Group) -> Bool {
      // A field is asked for a part of it: a name within another would ask for both.
      names.count { $0.contains(Folding.fold(group.id)) } == 1
    }
    let homeless =
      levels.map { Query.term(.level($0)) }
      + groups.filter(isApart).map { Query.term(.field(.group, Folding.fold($0.id))) } + unknown(directory, active)
    return homeless.isEmpty ? .not(.all) : .and([free, .or(homeless)])
  }

  /// Categories that a skill or a domain goes with, but none of somebody who is here.
  private static func unknown(_ directory: Directory, _ active: Set<String>) -> [Query] {
    var (here, gone): (Set<String>, Set<String>) = ([], [])
    func note(_ skills: [String], isHere: Bool) {
      let names = skills.map { Folding.fold($0).trimmed }.filter { !$0.isEmpty }
      if isHere { here.formUnion(names) } else { gone.formUnion(names) }
    }
    for agent in directory.agents.all.values { note(agent.skills, isHere: agent.active) }
    for group in directory.groups.all.values where !group.isRetired {
      note(group.skills + group.domains, isHere: !active.isDisjoint(with: group.members))
    }
    func category(_ name: String) -> Query { .term(.field(.category, name)) }
    let known = here.sorted().map(category)
    // A field is asked for a part of it: what a known skill is part of, or goes with as well, has a taker.
    return gone.subtracting(here).sorted().map { .and([category($0), .not(.or(known))]) }
  }
}
