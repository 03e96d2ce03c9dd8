/// What an intent would make of a ticket: the facts to record, or the reason it may not be.
/// Pure: the shell calls it under the ticket's lock, on the ticket as it is on disk.
package struct Decision {
  package let ticket: Ticket
  package let actor: Actor
  package let rules: Rules
  package let now: Instant

  package init(on ticket: Ticket, as actor: Actor, under rules: Rules, at now: Instant) {
    self.ticket = ticket
    self.actor = actor
    self.rules = rules
    self.now = now
  }

  /// The facts that open a ticket. `message` is the requester's first words, `note` the agent's.
  package static func open(
    _ opening: Opening, message: Letter?, qualification: Qualification?, as actor: Actor, under rules: Rules,
    at now: Instant
  ) throws(Refusal) -> [Fact] {
    guard actor.profile.may(.open) else { throw .notAllowed(.receive, .open, profile: actor.profile) }
    if opening.subject.allSatisfy(\.isWhitespace) { throw .missing([.subject]) }
    try check(.subject, opening.subject, limit: Limits.subject)
    if opening.requester.label.isEmpty { throw .missing([.requester]) }
    if let occurred = opening.occurredAt, occurred > now { throw .inFuture(.occurredAt) }
    if let message { try check(message) }
    if let qualification { try check(qualification, rules) }
    var facts: [Fact] = [.opened(opening)]
    if let message { facts.append(.messageIn(message)) }
    if let qualification { facts.append(.qualified(qualification)) }
    return facts
  }

  /// `seen` is the Lamport clock of the ticket the actor was looking at: where words leave the house and
  /// somebody else changed the ticket since, it is refused with what changed, unless nil.
  package func decide(_ intent: Intent, seen: Int64? = nil) throws(Refusal) -> [Fact] {
    guard intent.verb.from.contains(ticket.state) else { throw .wrongState(intent.verb, state: ticket.state) }
    if intent.speaks, let seen { try unchanged(since: seen) }
    switch intent {
    case .take: return try take()
    case .assign(let to): return try assign(to)
    case .steal(let reason): return try steal(reason)
    case .release(let reason): return try release(reason)
    case .qualify(let qualification): return try qualify(qualification)
    case .prioritise(let priority, let reason): return try prioritise(priority, reason)
    case .route(let group):
      try need(.work, .route)
      try filled((.name, group))
      return [.routed(group: group)]
    case .plan(let start, let chosenBy): return try plan(start, chosenBy)
    case .ask(let letter, let reason, let until): return try ask(letter, reason, until)
    case .hold(let party, let reason, let until): return try hold(party, reason, until)
    case .resume(let cause):
      if actor.profile != .machine { try need(.work, .resume) }
      return [.resumed(cause)]
    case .escalate(let to, let handoff, let target): return try escalate(to, handoff, target)
    case .completeHandoff(let handoff): return try completeHandoff(handoff)
    case .return(let to, let reason): return try giveBack(to, reason)
    case .resolve(let resolution, let message): return try resolve(resolution, message)
    case .close(let cause): return try close(cause)
    case .reopen(let cause, let reason): return try reopen(cause, reason)
    case .cancel(let reason):
      try need(.work, .cancel)
      try filled((.reason, reason))
      return [.cancelled(reason: reason)]
    case .restore(let reason):
      try need(.restore, .restore)
      try filled((.reason, reason))
      return [.restored(reason: reason)]
    case .spam:
      try need(.work, .spam)
      if ticket.lastOut != nil { throw .alreadyAnswered }
      return [.markedSpam]
    case .unspam:
      try need(.work, .unspam)
      return [.unmarkedSpam]
    case .reply(let letter): return try reply(letter)
    case .note(let note):
      try need(.work, .note)
      try filled((.body, note.body.text))
      try Decision.check(.body, note.body.text, limit: Limits.inlineBody)
      return [.noteAdded(note)]
    case .receive(let letter): return try receive(letter)
    case .link, .unlink, .watch, .unwatch, .tag, .untag, .steward: return try relate(intent)
    }
  }
}

// MARK: - Whose it is

extension Decision {
  private func take() throws(Refusal) -> [Fact] {
    try needTake(.take)
    if let owner = ticket.owner { throw owner == actor.name ? .alreadyYours : .owned(by: owner) }
    return [.assigned(to: actor.name, mode: .take, reason: nil)]
  }

  private func assign(_ to: String) throws(Refusal) -> [Fact] {
    try need(.work, .assign)
    if ticket.owner == to { throw to == actor.name ? .alreadyYours : .owned(by: to) }
    // Giving a colleague's ticket away is a steal by another name.
    if let owner = ticket.owner, owner != actor.name { try needSteal(owner, .assign) }
    try holds(to, ticket.level)
    return [.assigned(to: to, mode: .assign, reason: nil)]
  }

  private func steal(_ reason: String) throws(Refusal) -> [Fact] {
    guard let owner = ticket.owner else { throw .notOwned }
    if owner == actor.name { throw .alreadyYours }
    try needSteal(owner, .steal)
    try filled((.reason, reason))
    return [.assigned(to: actor.name, mode: .steal, reason: reason)]
  }

  private func release(_ reason: String?) throws(Refusal) -> [Fact] {
    try need(.work, .release)
    guard let owner = ticket.owner else { throw .notOwned }
    if owner != actor.name { try needSteal(owner, .release) }
    return [.released(reason: reason)]
  }

  /// The right to take a ticket of this level.
  private func needTake(_ verb: Verb) throws(Refusal) {
    switch ticket.level {
    case .n1: try need(.takeN1, verb)
    case .n2, .v4, .v5: try need(.takeN2, verb)
    case .n3: try need(.takeN3, verb)
    }
  }

  private func needSteal(_ owner: String, _ verb: Verb) throws(Refusal) {
    if actor.profile.may(.stealAny) { return }
    let theirs = rules.directory.agents[owner]?.profile.level ?? .n1
    let ours = actor.profile.level ?? .n1
    try need(theirs == ours ? .stealSame : theirs < ours ? .stealLower : .stealAny, verb)
  }

  private func holds(_ login: String, _ level: Level) throws(Refusal) {
    guard let agent = rules.directory.agents[login] else { throw .noSuchAgent(login) }
    guard agent.active else { throw .agentInactive(login) }
    guard agent.profile.holds(level) else { throw .levelNotHeld(agent: login, level: level) }
  }
}

// MARK: - What it is

extension Decision {
  private func qualify(_ qualification: Qualification) throws(Refusal) -> [Fact] {
    try need(.work, .qualify)
    try Decision.check(qualification, rules)
    return [.qualified(qualification)]
  }

  private func prioritise(_ priority: Priority?, _ reason: String) throws(Refusal) -> [Fact] {
    try need(priority == .p0 || ticket.override?.priority == .p0 ? .declareMajor : .work, .prioritise)
    try filled((.reason, reason))
    if priority == nil, ticket.override == nil { throw .notThere }
    return [.priorityOverridden(priority, reason: reason)]
  }

  static func check(_ qualification: Qualification, _ rules: Rules) throws(Refusal) {
    if qualification.category.allSatisfy(\.isWhitespace) { throw .missing([.category]) }
    if !rules.categories.isEmpty, !rules.categories.contains(qualification.category) {
      throw .unknownCategory(qualification.category)
    }
  }
}

// MARK: - Waiting

extension Decision {
  private func plan(_ start: Instant, _ chosenBy: ChosenBy) throws(Refusal) -> [Fact] {
    try need(.work, .plan)
    if start <= now { throw .notInFuture(.start) }
    return [.planned(start: start, chosenBy: chosenBy)]
  }

  private func ask(_ letter: Letter, _ reason: WaitReason, _ until: Instant) throws(Refusal) -> [Fact] {
    try need(.work, .ask)
    try filled((.body, letter.body.text))
    try Decision.check(letter)
    guard WaitReason.reasons(for: .user).contains(reason) else { throw .wrongReason(reason, .user) }
    if until <= now { throw .notInFuture(.until) }
    if until > rules.workingDays(Limits.waitUserDays, after: now) { throw .tooFar(.until, days: Limits.waitUserDays) }
    return [.messageOut(letter), .waiting(Wait(on: .user, reason: reason, until: until))]
  }

  private func hold(_ party: String, _ reason: WaitReason, _ until: Instant) throws(Refusal) -> [Fact] {
    try need(reason == .vendor ? .holdVendor : .work, .hold)
    try filled((.party, party))
    guard WaitReason.reasons(for: .third).contains(reason) else { throw .wrongReason(reason, .third) }
    if until <= now { throw .notInFuture(.until) }
    return [.waiting(Wait(on: .third, reason: reason, until: until, party: party))]
  }
}

// MARK: - Levels

extension Decision {
  private func escalate(_ to: Level, _ handoff: Handoff?, _ target: String?) throws(Refusal) -> [Fact] {
    try need(to.isVendor ? .escalateToVendor : .escalate, .escalate)
    guard to > ticket.level else { throw .levelNotAbove(to, current: ticket.level) }
    if let handoff {
      guard ticket.isQualified else { throw .notQualified }
      try check(handoff)
    } else if ticket.priority > .p1 {
      throw .noEmergency(ticket.priority)
    }
    if let target { try holds(target, to) }
    return [.escalated(from: ticket.level, to: to, handoff: handoff, target: target)]
  }

  private func completeHandoff(_ handoff: Handoff) throws(Refusal) -> [Fact] {
    try need(.work, .completeHandoff)
    guard ticket.handoffDue != nil else { throw .nothingOwed }
    guard ticket.isQualified else { throw .notQualified }
    try check(handoff)
    return [.handoffCompleted(handoff)]
  }

  private func check(_ handoff: Handoff) throws(Refusal) {
    try filled(
      (.symptom, handoff.symptom), (.tried, ticket.noteCount > 0 && handoff.tried.isEmpty ? "-" : handoff.tried),
      (.hypothesis, handoff.hypothesis), (.needed, handoff.needed), (.evidence, handoff.evidence))
    for (field, text) in [
      (Refusal.Field.symptom, handoff.symptom), (.tried, handoff.tried), (.hypothesis, handoff.hypothesis),
      (.needed, handoff.needed), (.evidence, handoff.evidence),
    ] { try Decision.check(field, text, limit: Limits.shortText) }
  }

  private func giveBack(_ to: Level, _ reason: String) throws(Refusal) -> [Fact] {
    try need(.returnDown, .return)
    guard to < ticket.level else { throw .levelNotBelow(to, current: ticket.level) }
    try filled((.reason, reason))
    return [.returned(from: ticket.level, to: to, reason: reason)]
  }
}

// MARK: - The end

extension Decision {
  private func resolve(_ resolution: Resolution, _ message: Letter?) throws(Refusal) -> [Fact] {
    try need(.resolve, .resolve)
    var blanks: [Refusal.Field] = []
    if blank(resolution.summary) { blanks.append(.summary) }
    if ticket.level >= .n2, blank(resolution.rootCause ?? "") { blanks.append(.rootCause) }
    if resolution.told == .message, blank(message?.body.text ?? "") { blanks.append(.message) }
    switch resolution.knowledge {
    case .linked(let article): if blank(article) { blanks.append(.article) }
    case .notReusable(let reason): if blank(reason) { blanks.append(.knowledge) }
    case .draft: break
    }
    if !blanks.isEmpty { throw .missing(blanks) }
    try Decision.check(.summary, resolution.summary, limit: Limits.shortText)
    try Decision.check(.rootCause, resolution.rootCause ?? "", limit: Limits.shortText)
    if let message { try Decision.check(message) }
    var facts: [Fact] = []
    if ticket.owner == nil, actor.profile != .machine {
      facts.append(.assigned(to: actor.name, mode: .take, reason: nil))
    }
    if let message { facts.append(.messageOut(message)) }
    var resolution = resolution
    resolution.firstContact = ticket.state == .new
    return facts + [.resolved(resolution)]
  }

  private func close(_ cause: CloseCause) throws(Refusal) -> [Fact] {
    switch cause {
    case .confirmed: try need(.confirm, .close)
    case .manager: try need(.closeEarly, .close)
    case .auto:
      if actor.profile != .machine { try need(.closeEarly, .close) }
      if let due = rules.autoClose(ticket), due > now { throw .tooEarly(until: due) }
    }
    return [.closed(cause)]
  }

  private func reopen(_ cause: ReopenCause, _ reason: String) throws(Refusal) -> [Fact] {
    if ticket.state == .closed {
      if actor.profile != .machine { try need(.reopenClosed, .reopen) }
      if let closedAt = ticket.closedAt, now > rules.workingDays(rules.reopenDays, after: closedAt) {
        throw .windowOver(days: rules.reopenDays)
      }
    } else if actor.profile != .machine, actor.profile != .requester {
      try need(.work, .reopen)
    }
    try filled((.reason, reason))
    return [.reopened(cause, reason: reason)]
  }
}

// MARK: - Talk

extension Decision {
  /// Answering a ticket nobody has yet takes it: who answers first follows.
  private func reply(_ letter: Letter) throws(Refusal) -> [Fact] {
    try need(.work, .reply)
    try filled((.body, letter.body.text))
    try Decision.check(letter)
    var facts: [Fact] = []
    if ticket.state == .new, ticket.owner == nil, actor.profile.holds(ticket.level) {
      facts.append(.assigned(to: actor.name, mode: .take, reason: nil))
    }
    return facts + [.messageOut(letter)]
  }

  /// A person's message wakes a ticket that waited for it and reopens a resolved one; a program's changes nothing.
  private func receive(_ letter: Letter) throws(Refusal) -> [Fact] {
    guard actor.profile.may(.open) else { throw .notAllowed(.receive, .open, profile: actor.profile) }
    try Decision.check(letter)
    var facts: [Fact] = [.messageIn(letter)]
    if letter.isAuto { return facts }
    switch ticket.state {
    case .waitUser: facts.append(.resumed(.reply))
    case .resolved: facts.append(.reopened(.requester, reason: ""))
    default: break
    }
    return facts
  }
}

// MARK: - Relations

extension Decision {
  private func relate(_ intent: Intent) throws(Refusal) -> [Fact] {
    try need(.work, intent.verb)
    switch intent {
    case .link(let link):
      if link.target == ticket.id { throw .linkToSelf }
      if ticket.links.contains(link) { throw .alreadyThere }
      if ticket.links.count >= Limits.links { throw .tooMany(.link, limit: Limits.links) }
      return [.linkAdded(link)]
    case .unlink(let link):
      guard ticket.links.contains(link) else { throw .notThere }
      return [.linkRemoved(link)]
    case .watch(let who):
      try filled((.watcher, who))
      if ticket.watchers.contains(who) { throw .alreadyThere }
      return [.watcherAdded(who)]
    case .unwatch(let who):
      guard ticket.watchers.contains(who) else { throw .notThere }
      return [.watcherRemoved(who)]
    case .tag(let tag):
      try filled((.tag, tag))
      if ticket.tags.contains(tag) { throw .alreadyThere }
      if ticket.tags.count >= Limits.tags { throw .tooMany(.tag, limit: Limits.tags) }
      return [.tagAdded(tag)]
    case .untag(let tag):
      guard ticket.tags.contains(tag) else { throw .notThere }
      return [.tagRemoved(tag)]
    case .steward(let to):
      try holds(to, .n1)
      return [.stewardChanged(to: to)]
    default: return []
    }
  }
}

// MARK: - Guards

extension Decision {
  private func need(_ right: Right, _ verb: Verb) throws(Refusal) {
    guard actor.profile.may(right) else { throw .notAllowed(verb, right, profile: actor.profile) }
  }

  private func blank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  private func filled(_ fields: (Refusal.Field, String)...) throws(Refusal) {
    let blanks = fields.filter { blank($0.1) }.map(\.0)
    if !blanks.isEmpty { throw .missing(blanks) }
  }

  static func check(_ field: Refusal.Field, _ text: String, limit: Int) throws(Refusal) {
    if text.utf8.count > limit { throw .tooLong(field, limit: limit) }
  }

  static func check(_ letter: Letter) throws(Refusal) {
    try check(.body, letter.body.text, limit: Limits.inlineBody)
    try check(.subject, letter.subject ?? "", limit: Limits.subject)
    if letter.attachments.count > Limits.attachments { throw .tooMany(.attachment, limit: Limits.attachments) }
    if letter.to.count + letter.cc.count > Limits.recipients { throw .tooMany(.recipient, limit: Limits.recipients) }
  }

  /// What others did since the actor looked that words going out should know of.
  private func unchanged(since seen: Int64) throws(Refusal) {
    let news = ticket.entries.filter { $0.lamport > seen && $0.by != actor.name }.filter {
      switch $0.fact {
      case .noteAdded, .tagAdded, .tagRemoved, .watcherAdded, .watcherRemoved, .linkAdded, .linkRemoved, .repaired:
        false
      default: true
      }
    }
    if let last = news.last { throw .changed(by: last.by, at: last.at, op: last.fact.op, count: news.count) }
  }
}
