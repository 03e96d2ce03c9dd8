/// What can be asked of a ticket. Facts are past, verbs are imperative and may be refused.
package enum Verb: String, CaseIterable, Sendable {
  case take, assign, steal, release, qualify, prioritise, route, plan, ask, hold, resume, escalate
  case completeHandoff = "complete_handoff"
  case `return`, resolve, close, reopen, cancel, restore, spam, unspam, merge, unmerge
  case reply, note, receive, link, unlink, watch, unwatch, tag, untag, steward, skip, waive
  case split
  case logTime = "log_time"
  case correctTime = "correct_time"
  case addTask = "add_task"
  case finishTask = "finish_task"
  case recordSession = "record_session"
  case applyChecklist = "apply_checklist"
  case tick
  case declareMajor = "declare_major"
  case endMajor = "end_major"
  case acknowledge
  case changeRequester = "change_requester"
  case linkAsset = "link_asset"
  case linkContract = "link_contract"
  case askSatisfaction = "ask_satisfaction"
  case answerSatisfaction = "answer_satisfaction"

  /// The states a verb starts from (domain rules 6.1). This table and `Fold` are the whole machine.
  package var from: [State] {
    switch self {
    case .take, .assign, .steal, .release, .qualify, .prioritise, .route, .escalate, .return, .resolve, .cancel,
      .completeHandoff, .steward, .skip, .addTask, .applyChecklist, .declareMajor, .acknowledge:
      State.active
    case .plan: [.new, .open, .waitUser, .waitThird]
    case .ask: [.new, .open, .planned, .waitThird]
    case .hold: [.open, .planned, .waitUser]
    case .resume: [.planned, .waitUser, .waitThird]
    case .close: [.resolved]
    case .reopen: [.resolved, .closed]
    case .restore: [.cancelled]
    case .spam: [.new]
    case .unspam: [.spam]
    case .merge, .finishTask, .tick, .changeRequester, .linkAsset, .linkContract: State.active + [.resolved]
    // Work is often written down, and put right, when all is over.
    case .logTime, .correctTime, .recordSession, .endMajor, .split: State.active + [.resolved, .closed]
    case .askSatisfaction: [.closed]
    case .answerSatisfaction: [.resolved, .closed]
    case .unmerge: [.merged]
    case .reply: State.active + [.resolved]
    case .receive, .waive: State.active + [.resolved, .closed]
    case .note, .link, .unlink, .watch, .unwatch, .tag, .untag: State.allCases
    }
  }
}
