/// What can be asked of a ticket. Facts are past, verbs are imperative and may be refused.
package enum Verb: String, CaseIterable, Sendable {
  case take, assign, steal, release, qualify, prioritise, route, plan, ask, hold, resume, escalate
  case completeHandoff = "complete_handoff"
  case `return`, resolve, close, reopen, cancel, restore, spam, unspam, merge, unmerge
  case reply, note, receive, link, unlink, watch, unwatch, tag, untag, steward, skip, waive

  /// The states a verb starts from (domain rules 6.1). This table and `Fold` are the whole machine.
  package var from: [State] {
    switch self {
    case .take, .assign, .steal, .release, .qualify, .prioritise, .route, .escalate, .return, .resolve, .cancel,
      .completeHandoff, .steward, .skip:
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
    case .merge: State.active + [.resolved]
    case .unmerge: [.merged]
    case .reply: State.active + [.resolved]
    case .receive, .waive: State.active + [.resolved, .closed]
    case .note, .link, .unlink, .watch, .unwatch, .tag, .untag: State.allCases
    }
  }
}
