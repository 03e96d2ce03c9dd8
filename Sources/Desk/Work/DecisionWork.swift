// What was done on a ticket: who may write it down, and what of it makes sense.

extension Decision {
  func work(_ intent: Intent) throws(Refusal) -> [Fact] {
    try need(.work, intent.verb)
    switch intent {
    case .logTime(let time): return [.work(.timeLogged(try logged(time)))]
    case .correctTime(let event, let minutes, let reason): return [.work(try corrected(event, minutes, reason))]
    case .addTask(let task): return [.work(.taskAdded(try added(task)))]
    case .finishTask(let event, let outcome): return [.work(try finished(event, outcome))]
    case .recordSession(let session): return [.work(.remoteSession(try recorded(session)))]
    case .applyChecklist(let name, let items): return [.work(try applied(name, items))]
    case .tick(let event, let item, let isDone): return [.work(try ticked(event, item, isDone))]
    default: return []
    }
  }

  private func logged(_ time: WorkTime) throws(Refusal) -> WorkTime {
    try between(.time, time.minutes, 1...Limits.timeMinutes)
    if let doneAt = time.doneAt, doneAt > now { throw .inFuture(.doneAt) }
    if let contract = time.contract {
      try Decision.check(.contract, contract, limit: Limits.name)
      try checkRegistered(contract)
      try checkCustomer(of: contract)
    }
    if ticket.work.times.count >= Limits.times { throw .tooMany(.time, limit: Limits.times) }
    return paid(time)
  }

  /// Time names the contract that pays for it as it is logged: minutes that were drawn stay drawn, whatever the ticket is
  /// linked to later. What no contract pays for yet names none.
  private func paid(_ time: WorkTime) -> WorkTime {
    guard time.isBillable, time.contract == nil else { return time }
    var time = time
    let payer = TimePayer(of: time, on: ticket, in: rules.directory, at: now, zone: rules.calendar.zone)
    time.contract = payer.contract?.id
    return time
  }

  /// Whoever logged it puts it right; somebody else's time only who may act for others.
  private func corrected(_ event: String, _ minutes: Int, _ reason: String) throws(Refusal) -> WorkFact {
    guard let time = ticket.work.times[event: event] else { throw .invalid(.event, text: event) }
    if time.by != actor.name { try need(.actForOthers, .correctTime) }
    try between(.time, minutes, 0...Limits.timeMinutes)
    try text(.reason, reason)
    if minutes == time.minutes { throw .alreadyThere }
    return .timeCorrected(event: event, minutes: minutes, reason: reason)
  }

  private func added(_ task: WorkTask) throws(Refusal) -> WorkTask {
    try text(.task, task.title)
    try Decision.check(.place, task.place ?? "", limit: Limits.name)
    try between(.travel, task.travel, 0...Limits.timeMinutes)
    if task.kind == .onsite { try filled((.place, task.place ?? ticket.site ?? "")) }
    if let end = task.end {
      guard let start = task.start else { throw .missing([.start]) }
      if end <= start { throw .invalid(.end, text: end.rfc3339) }
    }
    if let assignee = task.assignee { try known(assignee) }
    if ticket.work.tasks.count >= Limits.tasks { throw .tooMany(.task, limit: Limits.tasks) }
    return task
  }

  /// A colleague who works here; a task asks for no level.
  private func known(_ login: String) throws(Refusal) {
    guard let agent = rules.directory.agents[login] else { throw .noSuchAgent(login) }
    guard agent.active else { throw .agentInactive(login) }
  }

  private func finished(_ event: String, _ outcome: String) throws(Refusal) -> WorkFact {
    guard let task = ticket.work.tasks[event: event] else { throw .invalid(.event, text: event) }
    if !task.isOpen { throw .alreadyThere }
    try text(.outcome, outcome)
    return .taskDone(event: event, outcome: outcome)
  }

  private func recorded(_ session: RemoteSession) throws(Refusal) -> RemoteSession {
    try filled((.tool, session.tool), (.consent, session.consent))
    try Decision.check(.tool, session.tool, limit: Limits.name)
    try Decision.check(.consent, session.consent, limit: Limits.shortText)
    if session.end > now { throw .inFuture(.end) }
    if session.end <= session.start { throw .invalid(.end, text: session.end.rfc3339) }
    if ticket.work.sessions.count >= Limits.sessions { throw .tooMany(.tool, limit: Limits.sessions) }
    return session
  }

  private func applied(_ name: String, _ items: [String]) throws(Refusal) -> WorkFact {
    try text(.checklist, name)
    if items.isEmpty { throw .missing([.item]) }
    if items.count > Limits.checklistItems { throw .tooMany(.item, limit: Limits.checklistItems) }
    var bytes = 0
    for item in items {
      try text(.item, item)
      bytes += item.utf8.count
    }
    // All of a list is one line of the journal.
    if bytes > Limits.inlineBody { throw .tooLong(.checklist, limit: Limits.inlineBody) }
    if ticket.work.checklists.contains(where: { $0.name == name && !$0.isComplete }) { throw .alreadyThere }
    if ticket.work.checklists.count >= Limits.checklists { throw .tooMany(.checklist, limit: Limits.checklists) }
    return .checklistApplied(name: name, items: items)
  }

  private func ticked(_ event: String, _ item: Int, _ isDone: Bool) throws(Refusal) -> WorkFact {
    guard let list = ticket.work.checklists[event: event] else { throw .invalid(.event, text: event) }
    try between(.item, item, 1...max(1, list.items.count))
    guard item <= list.items.count else { throw .notThere }
    if (list.items[item - 1].doneBy != nil) == isDone { throw isDone ? .alreadyThere : .notThere }
    return .checklistTicked(event: event, item: item, isDone: isDone)
  }
}

extension Decision {
  func between(_ field: Refusal.Field, _ number: Int, _ range: ClosedRange<Int>) throws(Refusal) {
    if !range.contains(number) { throw .notBetween(field, least: range.lowerBound, most: range.upperBound) }
  }

  /// A short text that has to be there.
  func text(_ field: Refusal.Field, _ text: String) throws(Refusal) {
    try filled((field, text))
    try Decision.check(field, text, limit: Limits.shortText)
  }
}
