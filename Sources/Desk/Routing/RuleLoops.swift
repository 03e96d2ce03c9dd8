/// What can be seen of rules without a ticket: those that set each other off, and those that no event gets to.
package enum RuleLoops {
  /// Each loop once, the rules in the order in which they set each other off, beginning with the first of the file.
  /// Conditions are not weighed: what is named may happen.
  package static func loops(_ rules: [RoutingRule]) -> [[RoutingRule]] {
    let follows = rules.map { rule in rules.indices.filter { sets(rule, off: rules[$0]) } }
    var found: [[RoutingRule]] = []
    var inLoop: Set<Int> = []
    for start in rules.indices where !inLoop.contains(start) {
      guard let loop = shortest(from: start, follows) else { continue }
      inLoop.formUnion(loop)
      found.append(loop.map { rules[$0] })
    }
    return found
  }

  /// Whether something a rule does may be what another waits for.
  private static func sets(_ rule: RoutingRule, off other: RoutingRule) -> Bool {
    rule.then.flatMap(\.ops).contains { op in other.on.contains { $0.mayMatch(op) } }
  }

  /// The shortest way from a rule back to itself; nil where there is none.
  private static func shortest(from start: Int, _ follows: [[Int]]) -> [Int]? {
    var before: [Int: Int] = [:]
    var waiting = [start][...]
    while let at = waiting.popFirst() {
      for next in follows[at] {
        if next == start { return path(to: at, from: start, before) }
        if before[next] == nil {
          before[next] = at
          waiting.append(next)
        }
      }
    }
    return nil
  }

  private static func path(to end: Int, from start: Int, _ before: [Int: Int]) -> [Int] {
    var path = [end]
    while let last = path.last, last != start, let previous = before[last] { path.append(previous) }
    return path.reversed()
  }

  /// Rules behind one that asks nothing, waits for all they wait for, and lets no rule after it look.
  package static func unreached(_ rules: [RoutingRule]) -> [(rule: RoutingRule, taker: RoutingRule)] {
    rules.indices.compactMap { at in
      let taker = rules[..<at].first { earlier in
        earlier.stops && earlier.condition == .all && earlier.most >= Limits.ruleRuns
          && rules[at].on.allSatisfy { on in earlier.on.contains { $0.covers(on) } }
      }
      return taker.map { (rules[at], $0) }
    }
  }
}

extension Instruction {
  /// The operations it may leave in the journal.
  var ops: [String] {
    switch self {
    case .qualify: ["ticket.qualified"]
    case .prioritise: ["priority.overridden"]
    case .route: ["ticket.routed"]
    case .assign: ["ticket.assigned"]
    case .escalate: ["ticket.escalated"]
    case .return: ["ticket.returned"]
    case .tag: ["tag.added"]
    case .untag: ["tag.removed"]
    case .note: ["note.added"]
    case .reply: ["message.out"]
    case .ask: ["message.out", "ticket.waiting"]
    case .hold: ["ticket.waiting"]
    case .watch: ["watcher.added"]
    case .unwatch: ["watcher.removed"]
    case .steward: ["steward.changed"]
    case .checklist: ["checklist.applied"]
    case .task: ["task.added"]
    case .time: ["time.logged"]
    case .resolve: ["message.out", "ticket.resolved"]
    case .close: ["ticket.closed"]
    case .cancel: ["ticket.cancelled"]
    case .spam: ["ticket.spam"]
    case .resume: ["ticket.resumed"]
    case .release: ["ticket.released"]
    case .major: ["major.declared", "priority.overridden"]
    }
  }
}
