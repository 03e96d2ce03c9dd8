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

  /// The facts that open a ticket. `message` is the requester's first words; `follows` names a ticket that is over and
  /// that these words go on from.
  package static func open(
    _ opening: Opening, message: Letter?, qualification: Qualification?, follows: TicketID? = nil, as actor: Actor,
    under rules: Rules, at now: Instant
  ) throws(Refusal) -> [Fact] {
    try Decision.need(.open, .receive, of: actor, under: rules)
    if opening.subject.allSatisfy(\.isWhitespace) { throw .missing([.subject]) }
    try check(.subject, opening.subject, limit: Limits.subject)
    if opening.requester.label.isEmpty { throw .missing([.requester]) }
    if let occurred = opening.occurredAt, occurred > now { throw .inFuture(.occurredAt) }
    if let message { try check(message) }
    if let qualification { try check(qualification, rules) }
    var facts: [Fact] = [.opened(opening)]
    if let message { facts.append(.messageIn(message)) }
    if let qualification { facts.append(.qualified(qualification)) }
    if let follows { facts.append(.linkAdded(Link(.follows, follows))) }
    return facts
  }

  /// `seen` is the Lamport clock of the ticket the actor was looking at: where somebody else has changed since what the
  /// intent sets anew or is made of, it is refused with what changed, unless nil.
  package func decide(_ intent: Intent, seen: Int64? = nil) throws(Refusal) -> [Fact] {
    try from(intent.verb)
    if let seen { try unchanged(for: intent, since: seen) }
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
      try Decision.check(.body, note.body.text, limit: Limits.body)
      return [.noteAdded(note)]
    case .receive(let letter): return try receive(letter)
    case .skip(let reason): return try skip(reason)
    case .waive(let clock, let reason): return try waive(clock, reason)
    case .link, .unlink, .watch, .unwatch, .tag, .untag, .steward: return try relate(intent)
    case .merge(let into): return try merge(into)
    case .unmerge: return try unmerge()
    case .logTime, .correctTime, .addTask, .finishTask, .recordSession, .applyChecklist, .tick: return try work(intent)
    case .declareMajor(let reason, let every): return try declareMajor(reason, every)
    case .endMajor(let reason): return try endMajor(reason)
    case .acknowledge: return try acknowledge()
    case .changeRequester, .linkAsset, .linkContract, .askSatisfaction, .answerSatisfaction:
      return try concern(intent)
    }
  }
}

extension Decision {
  /// Refuses a verb that does not start from the ticket's state.
  func from(_ verb: Verb) throws(Refusal) {
    if verb.from.contains(ticket.state) { return }
    if let heir = ticket.mergedInto { throw .merged(into: heir) }
    throw .wrongState(verb, state: ticket.state)
  }

  func need(_ right: Right, _ verb: Verb) throws(Refusal) {
    try Decision.need(right, verb, of: actor, under: rules)
  }

  static func need(_ right: Right, _ verb: Verb, of actor: Actor, under rules: Rules) throws(Refusal) {
    let role = rules.role(of: actor)
    if !rules.roles.may(right, role) { throw rules.roles.refusal(verb, right, to: role) }
  }

  func blank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  func filled(_ fields: (Refusal.Field, String)...) throws(Refusal) {
    let blanks = fields.filter { blank($0.1) }.map(\.0)
    if !blanks.isEmpty { throw .missing(blanks) }
  }

  static func check(_ field: Refusal.Field, _ text: String, limit: Int) throws(Refusal) {
    if text.utf8.count > limit { throw .tooLong(field, limit: limit) }
  }

  static func check(_ letter: Letter) throws(Refusal) {
    try check(.body, letter.body.text, limit: Limits.body)
    try check(.subject, letter.subject ?? "", limit: Limits.subject)
    if letter.attachments.count > Limits.attachments { throw .tooMany(.attachment, limit: Limits.attachments) }
    if letter.to.count + letter.cc.count > Limits.recipients { throw .tooMany(.recipient, limit: Limits.recipients) }
  }
}
