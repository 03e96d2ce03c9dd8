/// What happened to a ticket: the payload of its events, in the past tense. What can be computed
/// (priority from the matrix, deadlines, queue) is never a fact.
package enum Fact: Payload {
  // Life
  case opened(Opening)
  case qualified(Qualification)
  /// nil takes an override away.
  case priorityOverridden(Priority?, reason: String)
  case routed(group: String)
  case assigned(to: String, mode: AssignMode, reason: String?)
  case released(reason: String?)
  /// `handoff` is nil when the glass was broken for a P1.
  case escalated(from: Level, to: Level, handoff: Handoff?, target: String?)
  case handoffCompleted(Handoff)
  case returned(from: Level, to: Level, reason: String)
  case planned(start: Instant, chosenBy: ChosenBy)
  case waiting(Wait)
  case resumed(ResumeCause)
  case resolved(Resolution)
  case reopened(ReopenCause, reason: String)
  case closed(CloseCause)
  case cancelled(reason: String)
  case restored(reason: String)
  case markedSpam
  case unmarkedSpam
  case stewardChanged(to: String)
  // Talk
  case messageIn(Letter)
  case messageOut(Letter)
  case noteAdded(Note)
  case deliveryFailed(recipient: String, status: String)
  // Relations
  case linkAdded(Link)
  case linkRemoved(Link)
  case mergedInto(TicketID)
  case mergedFrom(TicketID, upTo: Int)
  case mergeUndone(TicketID)
  case splitOut(to: TicketID, event: String)
  case splitIn(from: TicketID, event: String)
  case watcherAdded(String)
  case watcherRemoved(String)
  // Governance
  case tagAdded(String)
  case tagRemoved(String)
  /// Accounts for damage found in the file.
  case repaired(Repair)
  // Families
  case work(WorkFact)
  case service(ServiceFact)
  case duty(DutyFact)
  case concern(ConcernFact)
  case automat(AutomatFact)
  /// An event of a newer version, kept as it came.
  case unknown(op: String, d: JSON)

  package init(op: String, d: JSON) {
    self = Fact.read(op: op, d: d) ?? .unknown(op: op, d: d)
  }
}
