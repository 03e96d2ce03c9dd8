/// The desk's rules, ready to be followed. Pure: the same act on the same ticket, with the same answers of the roster,
/// makes the same of it.
package struct Routing: Sendable {
  package var rules: [RoutingRule]
  package var templates: TemplateBook

  package init(_ rules: [RoutingRule] = [], templates: TemplateBook = TemplateBook()) {
    self.rules = rules
    self.templates = templates
  }

  /// What a rule that fired came to.
  package struct Firing {
    package let rule: RoutingRule
    /// The event that set it off.
    package let cause: String
    package let facts: [Fact]
    /// The verbs that left a fact.
    package let done: [Verb]
    package let refused: [(instruction: Instruction, why: Refusal)]
  }

  /// What follows from an act: each rule that fires, what it did, and what that set off in turn.
  ///
  /// Every event of the act is shown to every rule in order; a rule looks at the ticket as the whole act and the rules
  /// before it left it. What rules did is shown to the others, `Limits.ruleDepth` deep, but never to a rule that had a
  /// part in setting it off: so it ends. A rule that would change nothing does not fire.
  ///
  /// - Parameters:
  ///   - ticket: as it was before the act.
  ///   - name: the id of each further event.
  package func follow(
    _ act: [PendingFact], on ticket: Ticket, under desk: Rules, at now: Instant, roster: Roster,
    naming name: () -> String, telling: ((Firing) -> Void)? = nil
  ) -> [PendingFact] {
    guard act.contains(where: { event in rules.contains { $0.waits(for: event.fact) } }) else { return [] }
    var run = Run(routing: self, desk: desk, now: now, roster: roster, ticket: ticket, asker: act[0].actor.name)
    for event in act { run.ticket.apply(event, under: desk, at: now) }
    var waiting = act.map { Waiting(event: $0, depth: 0, chain: []) }[...]
    while let next = waiting.popFirst() {
      run.show(next, to: rules, &waiting, name, telling)
    }
    return run.followed
  }

  /// An event to be shown to the rules, and the rules that had a part in it.
  private struct Waiting {
    let event: PendingFact
    let depth: Int
    let chain: Set<Int>
  }

  /// The following of one act.
  private struct Run {
    let routing: Routing
    let desk: Rules
    let now: Instant
    let roster: Roster
    var ticket: Ticket
    /// `me` of the conditions.
    let asker: String
    var followed: [PendingFact] = []
    private var firings = 0
    private var row: Summary?

    init(routing: Routing, desk: Rules, now: Instant, roster: Roster, ticket: Ticket, asker: String) {
      self.routing = routing
      self.desk = desk
      self.now = now
      self.roster = roster
      self.ticket = ticket
      self.asker = asker
    }

    mutating func show(
      _ next: Waiting, to rules: [RoutingRule], _ waiting: inout ArraySlice<Waiting>, _ name: () -> String,
      _ telling: ((Firing) -> Void)?
    ) {
      for (at, rule) in rules.enumerated() where rule.waits(for: next.event.fact) && !next.chain.contains(at) {
        guard firings < Limits.ruleFirings else { return }
        guard matches(rule), !rule.isSpent(on: ticket, under: desk, at: now) else { continue }
        let firing = fire(rule, because: next.event.id)
        if !firing.facts.isEmpty || !firing.refused.isEmpty {
          let made = post(firing, name)
          telling?(firing)
          if next.depth + 1 < Limits.ruleDepth {
            waiting += made.map { Waiting(event: $0, depth: next.depth + 1, chain: next.chain.union([at])) }
          }
        }
        if rule.stops { return }
      }
    }

    private mutating func matches(_ rule: RoutingRule) -> Bool {
      if rule.condition == .all { return true }
      let row = row ?? Summary(ticket, under: desk)
      self.row = row
      return rule.condition.matches(row, for: Query.Asker(login: asker, now: now))
    }

    /// What a rule's instructions make, each on the ticket as the one before left it. One that is refused costs itself.
    private func fire(_ rule: RoutingRule, because cause: String) -> Firing {
      let scene = Scene(
        as: .rule, under: desk, at: now, templates: routing.templates, roster: roster, rule: rule.name)
      var probe = ticket
      var facts: [Fact] = []
      var done: [Verb] = []
      var refused: [(instruction: Instruction, why: Refusal)] = []
      for instruction in rule.then {
        do throws(Refusal) {
          let made = try instruction.facts(on: probe, in: scene)
          for fact in made { probe.apply(PendingFact(id: "", fact, by: .rule), under: desk, at: now) }
          facts += made
          if !made.isEmpty { done.append(instruction.verb) }
        } catch { refused.append((instruction, error)) }
      }
      return Firing(rule: rule, cause: cause, facts: facts, done: done, refused: refused)
    }

    /// Records a firing and its facts; gives those back.
    private mutating func post(_ firing: Firing, _ name: () -> String) -> [PendingFact] {
      let refused = firing.refused.map { RefusedAction(verb: $0.instruction.verb, why: $0.why.code) }
      let fired = Fact.automat(.ruleFired(rule: firing.rule.name, cause: firing.cause, refused: refused))
      let made = firing.facts.map { PendingFact(id: name(), $0, by: .rule) }
      for fact in [PendingFact(id: name(), fired, by: .rule)] + made {
        followed.append(fact)
        ticket.apply(fact, under: desk, at: now)
      }
      firings += 1
      row = nil
      return made
    }
  }
}

extension RoutingRule {
  func waits(for fact: Fact) -> Bool { on.contains { $0.matches(fact) } }
}
