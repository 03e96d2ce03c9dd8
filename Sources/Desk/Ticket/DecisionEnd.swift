// How a ticket ends, and how it comes back.

extension Decision {
  func resolve(_ resolution: Resolution, _ message: Letter?) throws(Refusal) -> [Fact] {
    try need(.resolve, .resolve)
    // Whoever may not own the ticket does not end it; a manager may, who may close any.
    guard rules.roles.mayEnd(ticket.level, rules.role(of: actor)) else {
      throw .levelNotHeld(agent: actor.name, level: ticket.level)
    }
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

  func close(_ cause: CloseCause) throws(Refusal) -> [Fact] {
    switch cause {
    case .confirmed: try need(.confirm, .close)
    case .manager: try need(.closeEarly, .close)
    case .auto:
      if actor.profile != .machine { try need(.closeEarly, .close) }
      if let due = rules.autoClose(ticket), due > now { throw .tooEarly(until: due) }
    }
    return [.closed(cause)]
  }

  func reopen(_ cause: ReopenCause, _ reason: String) throws(Refusal) -> [Fact] {
    if ticket.state == .closed {
      if actor.profile != .machine { try need(.reopenClosed, .reopen) }
      try checkReopenWindow()
    } else if actor.profile != .machine, actor.profile != .requester {
      try need(.work, .reopen)
    }
    try filled((.reason, reason))
    return [.reopened(cause, reason: reason)]
  }

  /// A ticket closed for longer than the desk says begins anew instead.
  func checkReopenWindow() throws(Refusal) {
    if let closedAt = ticket.closedAt, now > rules.workingDays(rules.reopenDays, after: closedAt) {
      throw .windowOver(days: rules.reopenDays)
    }
  }
}
