/// Why an intent was not followed: a value, not a sentence. The console has the words, in French and English,
/// and each says the rule and what would make the act legal.
package enum Refusal: Error, Hashable, Sendable {
  /// Who acts lacks the right; who holds it.
  case notAllowed(Verb, Right, by: DeskRole, holders: [DeskRole])
  /// The verb does not start from this state.
  case wrongState(Verb, state: State)
  /// Mandatory fields left blank.
  case missing([Field])
  case tooLong(Field, limit: Int)
  /// A date that is not after now.
  case notInFuture(Field)
  /// A date further away than so many working days.
  case tooFar(Field, days: Int)
  /// A fact cannot happen after now.
  case inFuture(Field)
  /// Take: somebody has it. Steal is the verb for that.
  case owned(by: String)
  /// Take or steal: it is yours already. Release or steal: nobody has it.
  case alreadyYours
  case notOwned
  /// The owner-to-be does not hold the ticket's level.
  case levelNotHeld(agent: String, level: Level)
  case noSuchAgent(String)
  /// The registered one it may be a slip for.
  case noSuchContract(String, near: String?)
  /// The contract is another customer's than the ticket's; both by their names.
  case otherCustomer(contract: String, of: String, ticket: String)
  /// None of those who may be chosen can have a ticket of this level.
  case nobodyPossible(level: Level)
  case agentInactive(String)
  case notQualified
  case levelNotAbove(Level, current: Level)
  case levelNotBelow(Level, current: Level)
  /// The glass may be broken for P0 and P1 only.
  case noEmergency(Priority)
  /// There is no hand-off waiting to be completed.
  case nothingOwed
  /// A person at the desk has answered already: not spam.
  case alreadyAnswered
  /// The reason does not go with who is waited for.
  case wrongReason(WaitReason, WaitingFor)
  /// Auto-close before its date.
  case tooEarly(until: Instant)
  /// Closed for longer than the desk reopens.
  case windowOver(days: Int)
  case unknownCategory(String)
  case invalid(Field, text: String)
  /// A filter that does not read: where, and why.
  case badFilter(Query.Flaw)
  case linkToSelf
  /// The clock is promised nothing on this ticket.
  case notPromised(ServiceClock)
  case mergeWithSelf
  /// The ticket's thread goes on in another: that is where to act.
  case merged(into: TicketID)
  /// The other ticket of the two is in a state that does not go with it.
  case otherState(Verb, TicketID, state: State)
  /// The ticket would become its own ancestor.
  case linkCycle(TicketID)
  case hasParent(TicketID)
  case notBetween(Field, least: Int, most: Int)
  /// An event that is no message or note, not of this ticket, or split off already.
  case notSplittable(String)
  case alreadyThere
  case notThere
  /// What was typed as a tag is several.
  case severalTags(String)
  /// Nobody was called for it, or the call was answered.
  case noOpenPage
  case tooMany(Field, limit: Int)
  /// Others wrote to the ticket while this was being composed: the latest of them, and how many.
  case changed(by: String, at: Instant, op: String, count: Int)

  /// What a refusal can point at.
  package enum Field: String, CaseIterable, Sendable {
    case subject, requester, body, reason, until, start, party, category, symptom, tried, hypothesis, needed, evidence
    case summary, rootCause, message, knowledge, article, agent, recipient, occurredAt, priority, tag, link, attachment
    case watcher, name, login, date, number, filter, columns
    case time, task, outcome, end, travel, place, tool, consent, checklist, item, event, every, score, comment, doneAt
    case asset, contract
  }
}

extension Refusal {
  /// The kind of reason in one word, as the journal keeps it of what a rule was refused.
  package var code: String {
    switch self {
    case .nobodyPossible: "nobody"
    case .notAllowed: "right"
    case .wrongState, .merged, .otherState, .alreadyAnswered: "state"
    case .missing: "missing"
    case .noSuchAgent, .agentInactive, .levelNotHeld: "agent"
    case .unknownCategory: "category"
    case .notQualified: "unqualified"
    case .tooMany, .tooLong: "limit"
    case .owned, .alreadyYours, .notOwned: "owner"
    case .levelNotAbove, .levelNotBelow, .noEmergency, .nothingOwed: "level"
    case .notInFuture, .tooFar, .inFuture, .tooEarly, .windowOver: "date"
    default: "other"
    }
  }
}
