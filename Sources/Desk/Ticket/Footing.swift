/// A part of a ticket that one event sets over another's: what a wish stands on, and what others may have set since
/// whoever wishes looked.
enum Footing: CaseIterable {
  case qualification, priority
  /// Whose it is, and at which level.
  case hand
  case state
  case handoff
  case major
  /// What was said and done besides.
  case talk
}

extension Intent {
  /// What the wish sets anew, or is made of: where others changed it meanwhile, the wish is of a ticket that is no more.
  /// Empty where nothing is lost by doing it on any ticket.
  var footings: Set<Footing> {
    switch self {
    // Words that leave the house, and ends: all that happened bears on them.
    case .ask, .reply, .resolve, .close, .cancel: Set(Footing.allCases)
    case .qualify, .prioritise: [.qualification, .priority, .hand]
    case .plan, .hold: [.state, .hand]
    case .escalate, .return: [.state, .hand, .handoff]
    case .completeHandoff: [.handoff, .hand]
    case .assign, .steal, .release, .skip, .route: [.hand]
    case .reopen, .restore: [.state]
    case .declareMajor, .endMajor: [.major]
    default: []
    }
  }
}

extension Fact {
  /// What the event set; nil where nothing is lost by not knowing of it.
  var footing: Footing? {
    switch self {
    case .qualified: .qualification
    case .priorityOverridden: .priority
    case .routed, .assigned, .released, .escalated, .returned, .duty(.pageAcknowledged): .hand
    case .handoffCompleted: .handoff
    case .planned, .waiting, .resumed, .resolved, .reopened, .closed, .cancelled, .restored, .markedSpam,
      .unmarkedSpam, .mergedInto, .mergeUndone:
      .state
    case .duty(.majorDeclared), .duty(.majorEnded): .major
    case .noteAdded, .tagAdded, .tagRemoved, .watcherAdded, .watcherRemoved, .linkAdded, .linkRemoved, .repaired,
      .service, .automat, .duty:
      nil
    default: .talk
    }
  }

  /// Who wrote a message, by name: the event itself is of what took it in.
  fileprivate func writer(on ticket: Ticket) -> String? {
    guard case .messageIn(let letter) = self else { return nil }
    let label = letter.from?.label ?? ""
    return label.isEmpty ? ticket.requester.label : label
  }

  fileprivate var isMessage: Bool {
    switch self {
    case .messageIn, .messageOut: true
    default: false
    }
  }
}

extension Decision {
  /// Refuses a wish whose footing others changed since the actor looked. Told is the latest of what they did, what was
  /// said before what followed from it.
  func unchanged(for intent: Intent, since seen: Int64) throws(Refusal) {
    let footings = intent.footings
    if footings.isEmpty { return }
    let news = ticket.entries.filter { entry in
      entry.lamport > seen && entry.by != actor.name && entry.fact.footing.map(footings.contains) ?? false
    }
    guard let told = news.last(where: \.fact.isMessage) ?? news.last else { return }
    let writer = told.fact.writer(on: ticket) ?? ""
    throw .changed(by: writer.isEmpty ? told.by : writer, at: told.at, op: told.fact.op, count: news.count)
  }
}
