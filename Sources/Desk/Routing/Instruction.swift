/// One thing a rule or a macro does: an intent whose words, dates and people are known only once it is known on which
/// ticket, by whom and when.
package enum Instruction: Hashable, Sendable {
  /// What is not said stays as it is.
  case qualify(QualificationChange)
  case prioritise(Priority, reason: FieldText)
  case route(group: String)
  /// Of a ticket that somebody has, only where `steals`.
  case assign(Assignment, steals: Bool)
  case escalate(Level, needed: FieldText)
  case `return`(Level, reason: FieldText)
  case tag(String)
  case untag(String)
  case note(FieldText)
  case reply(Wording)
  /// `delay`: working seconds of the desk's calendar.
  case ask(Wording, reason: WaitReason, delay: Int64)
  case hold(party: FieldText, reason: WaitReason, delay: Int64)
  case watch(String)
  case unwatch(String)
  case steward(String)
  case checklist(name: String, items: [String])
  case task(FieldText)
  case time(minutes: Int, activity: Activity)
  case resolve(Ending)
  case close
  case cancel(reason: FieldText)
  case spam
  case resume
  case release
  case major(reason: FieldText, every: Int)

  /// A part of a qualification.
  package struct QualificationChange: Hashable, Sendable {
    package var kind: Kind?
    package var gravity: Gravity?
    package var impact: Impact?
    package var category: String?

    package init(kind: Kind? = nil, gravity: Gravity? = nil, impact: Impact? = nil, category: String? = nil) {
      self.kind = kind
      self.gravity = gravity
      self.impact = impact
      self.category = category
    }
  }

  /// A resolution to be filled in.
  package struct Ending: Hashable, Sendable {
    package var code: ResolutionCode
    package var summary: FieldText
    package var rootCause: FieldText?
    /// nil: told aloud.
    package var message: Wording?
    package var knowledge: KnowledgeDecision
  }

  /// What is asked of the ticket.
  package var verb: Verb {
    switch self {
    case .qualify: .qualify
    case .prioritise: .prioritise
    case .route: .route
    case .assign: .assign
    case .escalate: .escalate
    case .return: .return
    case .tag: .tag
    case .untag: .untag
    case .note: .note
    case .reply: .reply
    case .ask: .ask
    case .hold: .hold
    case .watch: .watch
    case .unwatch: .unwatch
    case .steward: .steward
    case .checklist: .applyChecklist
    case .task: .addTask
    case .time: .logTime
    case .resolve: .resolve
    case .close: .close
    case .cancel: .cancel
    case .spam: .spam
    case .resume: .resume
    case .release: .release
    case .major: .declareMajor
    }
  }
}

/// Where an instruction is carried out, besides the ticket: who acts, under which rules, when, and what it may ask.
package struct Scene {
  package let actor: Actor
  package let rules: Rules
  package let now: Instant
  package let templates: TemplateBook
  package let roster: Roster
  /// The rule it belongs to; empty in a macro.
  package let rule: String
  /// The Lamport clock of the ticket that the agent was looking at (`Decision.decide`).
  package let seen: Int64?

  package init(
    as actor: Actor, under rules: Rules, at now: Instant, templates: TemplateBook, roster: Roster = .empty,
    rule: String = "", seen: Int64? = nil
  ) {
    self.actor = actor
    self.rules = rules
    self.now = now
    self.templates = templates
    self.roster = roster
    self.rule = rule
    self.seen = seen
  }
}

extension Instruction {
  /// The facts it makes on a ticket; none where the ticket is already as it asks.
  package func facts(on ticket: Ticket, in scene: Scene) throws(Refusal) -> [Fact] {
    guard let intent = try intent(on: ticket, in: scene) else { return [] }
    let decision = Decision(on: ticket, as: scene.actor.carrying(out: intent), under: scene.rules, at: scene.now)
    do throws(Refusal) {
      if scene.actor.via == .rule, case .reply(let letter) = intent {
        // Nobody has answered: the ticket is neither taken nor opened by it.
        try decision.from(.reply)
        try decision.filled((.body, letter.body.text))
        try Decision.check(letter)
        try decision.brake()
        return [.messageOut(letter)]
      }
      return try decision.decide(intent, seen: scene.seen)
    } catch {
      switch error {
      case .alreadyThere, .notThere, .alreadyYours: return []
      default: throw error
      }
    }
  }

  private func intent(on ticket: Ticket, in scene: Scene) throws(Refusal) -> Intent? {
    func whole(_ text: FieldText) -> String {
      text.filled(FieldValues(ticket, as: scene.actor, under: scene.rules, at: scene.now))
    }
    func filled(_ text: FieldText) -> String { whole(text).cut(toBytes: Limits.shortText) }
    func letter(_ wording: Wording) throws(Refusal) -> Letter {
      try scene.templates.letter(wording, on: ticket, as: scene.actor, under: scene.rules, at: scene.now)
    }
    func until(_ delay: Int64) -> Instant { scene.rules.calendar.add(delay, to: scene.now) ?? scene.now + delay }
    switch self {
    case .qualify(let change): return try change.applied(to: ticket).map(Intent.qualify)
    case .prioritise(let priority, let reason):
      return ticket.override?.priority == priority ? nil : .prioritise(priority, reason: filled(reason))
    case .route(let group): return ticket.group == group ? nil : .route(group: group)
    case .assign(let assignment, let steals): return try assignment.intent(on: ticket, steals: steals, in: scene)
    case .escalate(let to, let needed):
      return to > ticket.level ? .escalate(to: to, handoff: handoff(ticket, filled(needed)), target: nil) : nil
    case .return(let to, let reason): return to < ticket.level ? .return(to: to, reason: filled(reason)) : nil
    case .tag(let tag): return .tag(tag)
    case .untag(let tag): return .untag(tag)
    case .note(let text): return .note(Note(Body(whole(text))))
    case .reply(let wording): return .reply(try letter(wording))
    case .ask(let wording, let reason, let delay): return .ask(try letter(wording), reason: reason, until: until(delay))
    case .hold(let party, let reason, let delay):
      return .hold(party: filled(party), reason: reason, until: until(delay))
    case .watch(let who): return .watch(who)
    case .unwatch(let who): return .unwatch(who)
    case .steward(let who): return ticket.steward == who ? nil : .steward(who)
    case .checklist(let name, let items): return .applyChecklist(name: name, items: items)
    case .task(let title): return .addTask(WorkTask(filled(title)))
    case .time(let minutes, let activity): return .logTime(WorkTime(minutes: minutes, activity: activity))
    case .resolve(let ending):
      let message = try ending.message.map { (wording: Wording) throws(Refusal) in try letter(wording) }
      let resolution = Resolution(
        code: ending.code, summary: filled(ending.summary), rootCause: ending.rootCause.map(filled),
        told: message == nil ? .phone : .message, knowledge: ending.knowledge)
      return .resolve(resolution, message: message)
    case .close: return .close(.confirmed)
    case .cancel(let reason): return .cancel(reason: filled(reason))
    case .spam: return .spam
    case .resume: return [.planned, .waitUser, .waitThird].contains(ticket.state) ? .resume(.agent) : nil
    case .release: return ticket.owner == nil ? nil : .release(reason: nil)
    case .major(let reason, let every):
      return ticket.major == nil ? .declareMajor(reason: filled(reason), every: every) : nil
    }
  }

  /// What the next level is told: the ticket's own subject, what is needed, and that nobody has looked yet.
  private func handoff(_ ticket: Ticket, _ needed: String) -> Handoff? {
    if !ticket.isQualified, ticket.priority <= .p1 { return nil }
    return Handoff(symptom: ticket.subject, tried: "—", hypothesis: "—", needed: needed, evidence: "—")
  }
}

extension Instruction.QualificationChange {
  /// nil where the ticket is qualified so; refused where something is left that nobody has said.
  fileprivate func applied(to ticket: Ticket) throws(Refusal) -> Qualification? {
    let old = ticket.qualification
    guard let gravity = gravity ?? old?.gravity, let impact = impact ?? old?.impact,
      let category = category ?? old?.category
    else { throw .missing([.category]) }
    let new = Qualification(
      kind: kind ?? old?.kind ?? .incident, gravity: gravity, impact: impact, category: category)
    return new == old ? nil : new
  }
}

extension Assignment {
  fileprivate func intent(on ticket: Ticket, steals: Bool, in scene: Scene) throws(Refusal) -> Intent? {
    if ticket.owner != nil, !steals { return nil }
    switch self {
    case .agent(let login): return ticket.owner == login ? nil : .assign(to: login)
    case .choice(let choice):
      guard let login = choice.agent(for: ticket, rule: scene.rule, under: scene.rules, scene.roster) else {
        throw .nobodyPossible(level: ticket.level)
      }
      return ticket.owner == login ? nil : .assign(to: login)
    }
  }
}

extension Actor {
  /// A rule ends a ticket as a machine does: it never takes it.
  fileprivate func carrying(out intent: Intent) -> Actor {
    guard via == .rule, case .resolve = intent else { return self }
    var actor = self
    actor.profile = .machine
    return actor
  }
}

extension Decision {
  /// So many automatic answers a day on one ticket: two programs that answer each other stop here.
  fileprivate func brake() throws(Refusal) {
    let zone = rules.calendar.zone
    let today = zone.local(now).day
    let sent = ticket.entries.count { entry in
      if case .messageOut(let letter) = entry.fact { letter.isAuto && zone.local(entry.at).day == today } else { false }
    }
    if sent >= Limits.automaticReplies { throw .tooMany(.message, limit: Limits.automaticReplies) }
  }
}
