/// What rules would have done to lives that were lived without them: how often each would have fired, on which tickets,
/// to what effect. Nothing is recorded. What a rule did stays done in the rehearsal, so that it fires no more often than
/// it would have.
package struct RuleRehearsal {
  package let routing: Routing
  /// By the rule's place among the rules.
  package private(set) var tallies: [Tally]
  /// Tickets read.
  package private(set) var tickets = 0
  private var roster = RehearsedRoster()

  /// What came of one rule.
  package struct Tally: Sendable {
    package var firings = 0
    /// In the order of the rehearsal, each once.
    package var tickets: [TicketID] = []
    package var effects: [Verb: Int] = [:]
    /// By verb and `Refusal.code`.
    package var refusals: [RefusedAction: Int] = [:]
  }

  package init(_ routing: Routing) {
    self.routing = routing
    tallies = Array(repeating: Tally(), count: routing.rules.count)
  }

  /// Lives a ticket's life again, the rules followed from an instant on. In the order in which tickets came in, so that
  /// assigning finds the loads and the last agents of its day.
  package mutating func take(_ ticket: Ticket, since: Instant, under rules: Rules) {
    tickets += 1
    var shadow = Ticket(id: ticket.id)
    var number = 0
    for act in ticket.acts {
      let before = shadow
      for entry in act { shadow.apply(TicketEvent(entry), under: rules) }
      guard act[0].at >= since else { continue }
      let pending = act.map { PendingFact(id: $0.event, $0.fact, by: Actor($0)) }
      let naming: () -> String = {
        number += 1
        return "rehearsed-\(number)"
      }
      var firings: [Routing.Firing] = []
      let followed = routing.follow(
        pending, on: before, under: rules, at: act[0].at, roster: roster.answers, naming: naming
      ) { firings.append($0) }
      for fact in followed { shadow.apply(fact, under: rules, at: act[0].at) }
      for firing in firings { count(firing, on: ticket.id) }
    }
    roster.remember(shadow)
  }

  private mutating func count(_ firing: Routing.Firing, on id: TicketID) {
    guard let at = routing.rules.firstIndex(where: { $0.name == firing.rule.name && $0.place == firing.rule.place })
    else { return }
    tallies[at].firings += 1
    if tallies[at].tickets.last != id { tallies[at].tickets.append(id) }
    for verb in firing.done { tallies[at].effects[verb, default: 0] += 1 }
    for (instruction, why) in firing.refused {
      tallies[at].refusals[RefusedAction(verb: instruction.verb, why: why.code), default: 0] += 1
    }
    for fact in firing.facts {
      if case .assigned(let to, _, _) = fact { roster.turn(to, of: firing.rule.name) }
    }
  }
}

/// Loads, turns and last agents as a rehearsal goes on.
private final class RehearsedRoster {
  private var loads: [String: Int] = [:]
  private var turns: [String: String] = [:]
  private var agents: [String: String] = [:]

  var answers: Roster {
    Roster(
      loads: { self.loads }, lastAgent: { ticket in RehearsedRoster.key(ticket).flatMap { self.agents[$0] } },
      lastTurn: { self.turns[$0] })
  }

  func turn(_ login: String, of rule: String) { turns[rule] = login }

  func remember(_ ticket: Ticket) {
    guard let owner = ticket.owner else { return }
    if ticket.state.isActive { loads[owner, default: 0] += 1 }
    if let key = RehearsedRoster.key(ticket) { agents[key] = owner }
  }

  private static func key(_ ticket: Ticket) -> String? {
    let party = ticket.requester
    let key = (party.email ?? party.name).lowercased()
    return key.isEmpty ? nil : key
  }
}

extension Ticket {
  /// Its events as they were recorded together, without what rules did.
  fileprivate var acts: [[Entry]] {
    var acts: [[Entry]] = []
    for entry in entries where entry.via != .rule {
      if let last = acts.last?[0], last.at == entry.at, last.by == entry.by, last.via == entry.via {
        acts[acts.count - 1].append(entry)
      } else {
        acts.append([entry])
      }
    }
    return acts
  }
}

extension Actor {
  /// Who recorded an event, as far as it tells.
  fileprivate init(_ entry: Entry) {
    self.init(name: entry.by, profile: .machine, account: entry.account, via: entry.via ?? .cli)
  }
}

extension Roster {
  /// Whom a rule chose last among these tickets.
  package static func lastTurn(of rule: String, in tickets: [Ticket]) -> String? {
    var latest: (at: Instant, number: Int, login: String)?
    for ticket in tickets {
      var isOurs = false
      for entry in ticket.entries where entry.via == .rule {
        if case .automat(.ruleFired(let name, _, _)) = entry.fact { isOurs = name == rule }
        if isOurs, case .assigned(let to, _, _) = entry.fact,
          latest.map({ ($0.at, $0.number) < (entry.at, ticket.id.number) }) ?? true
        {
          latest = (entry.at, ticket.id.number, to)
        }
      }
    }
    return latest?.login
  }
}
