/// What an agent (or a machine) wants done to a ticket. An intent travels; it becomes facts only under the
/// ticket's lock, decided on the ticket as it is on disk.
package enum Intent: Hashable, Sendable {
  case take
  case assign(to: String)
  case steal(reason: String)
  case release(reason: String?)
  case qualify(Qualification)
  /// nil goes back to the matrix.
  case prioritise(Priority?, reason: String)
  case route(group: String)
  case plan(start: Instant, chosenBy: ChosenBy)
  case ask(Letter, reason: WaitReason, until: Instant)
  case hold(party: String, reason: WaitReason, until: Instant)
  case resume(ResumeCause)
  /// Without a hand-off the glass is broken: for a P0 or P1 only.
  case escalate(to: Level, handoff: Handoff?, target: String?)
  case completeHandoff(Handoff)
  case `return`(to: Level, reason: String)
  /// `message` is what the requester is sent; nil where they were told by phone.
  case resolve(Resolution, message: Letter?)
  case close(CloseCause)
  case reopen(ReopenCause, reason: String)
  case cancel(reason: String)
  case restore(reason: String)
  case spam
  case unspam
  case reply(Letter)
  case note(Note)
  /// A message from outside.
  case receive(Letter)
  case link(Link)
  case unlink(Link)
  case watch(String)
  case unwatch(String)
  case tag(String)
  case untag(String)
  case steward(String)
  /// Leaves it to others: released where it is one's own, and not offered to this agent as the next.
  case skip(reason: String)
  /// A clock that is not held against the desk.
  case waive(ServiceClock, reason: String)
  /// Its thread goes on in another ticket.
  case merge(into: TicketID)
  case unmerge
  case logTime(WorkTime)
  /// What an earlier event logged was so many minutes; 0 takes it away.
  case correctTime(event: String, minutes: Int, reason: String)
  case addTask(WorkTask)
  case finishTask(event: String, outcome: String)
  case recordSession(RemoteSession)
  case applyChecklist(name: String, items: [String])
  /// `item` counts from 1.
  case tick(event: String, item: Int, isDone: Bool)
  case declareMajor(reason: String, every: Int)
  case endMajor(reason: String)
  /// Answers the page that is open: it is in hand.
  case acknowledge
  case changeRequester(to: Party, customer: String?, site: String?)
  /// nil takes it away.
  case linkAsset(String?)
  case linkContract(String?)
  case askSatisfaction
  case answerSatisfaction(score: Int, comment: String?)

  package var verb: Verb {
    switch self {
    case .take: .take
    case .assign: .assign
    case .steal: .steal
    case .release: .release
    case .qualify: .qualify
    case .prioritise: .prioritise
    case .route: .route
    case .plan: .plan
    case .ask: .ask
    case .hold: .hold
    case .resume: .resume
    case .escalate: .escalate
    case .completeHandoff: .completeHandoff
    case .return: .return
    case .resolve: .resolve
    case .close: .close
    case .reopen: .reopen
    case .cancel: .cancel
    case .restore: .restore
    case .spam: .spam
    case .unspam: .unspam
    case .reply: .reply
    case .note: .note
    case .receive: .receive
    case .link: .link
    case .unlink: .unlink
    case .watch: .watch
    case .unwatch: .unwatch
    case .tag: .tag
    case .untag: .untag
    case .steward: .steward
    case .skip: .skip
    case .waive: .waive
    case .merge: .merge
    case .unmerge: .unmerge
    case .logTime: .logTime
    case .correctTime: .correctTime
    case .addTask: .addTask
    case .finishTask: .finishTask
    case .recordSession: .recordSession
    case .applyChecklist: .applyChecklist
    case .tick: .tick
    case .declareMajor: .declareMajor
    case .endMajor: .endMajor
    case .acknowledge: .acknowledge
    case .changeRequester: .changeRequester
    case .linkAsset: .linkAsset
    case .linkContract: .linkContract
    case .askSatisfaction: .askSatisfaction
    case .answerSatisfaction: .answerSatisfaction
    }
  }
}
