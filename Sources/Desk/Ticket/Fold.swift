extension Ticket {
  /// The ticket that `events` make, in whatever order they came.
  package static func fold(_ id: TicketID, _ events: [TicketEvent], under rules: Rules) -> Ticket {
    var ticket = Ticket(id: id)
    // One site's events stand in their order, and nearly every ticket is one site's.
    let isInOrder = events.indices.dropFirst().allSatisfy { !TicketEvent.precedes(events[$0], events[$0 - 1]) }
    for event in isInOrder ? events : events.sorted(by: TicketEvent.precedes) { ticket.apply(event, under: rules) }
    return ticket
  }

  /// Lets one more event happen, under the rules in force at its time; each family of facts has a file of its own.
  /// Never refuses: what `decide` allowed on one site may arrive here late.
  package mutating func apply(_ event: TicketEvent, under rules: Rules) {
    lamport = max(lamport, event.lamport)
    lastAt = max(lastAt, event.at)
    if event.by != Actor.timer.name || !isOpened { updatedAt = max(updatedAt, event.at) }
    entries.append(
      Entry(
        event: event.id, at: event.at, by: event.by, account: event.account, via: event.via, lamport: event.lamport,
        site: event.site, n: event.n, fact: event.fact))
    switch event.fact {
    case .opened(let opening): open(opening, event)
    case .qualified(let qualification):
      self.qualification = qualification
      computed = rules.at(event.at).matrix[qualification.impact, qualification.gravity]
    case .priorityOverridden(let priority, let reason):
      override = priority.map { Override(priority: $0, reason: reason, by: event.by) }
    case .routed(let group): self.group = group
    case .assigned(let to, _, _): assign(to)
    case .released:
      lastOwner = owner
      owner = nil
    case .escalated(_, let to, let handoff, let target): escalate(to, handoff, target, at: event.at)
    case .handoffCompleted(let handoff):
      self.handoff = handoff
      handoffDue = nil
    case .returned(_, let to, _): change(level: to, owner: nil, at: event.at)
    case .planned(let start, let chosenBy):
      enter(.planned)
      planned = Planned(start: start, chosenBy: chosenBy)
    case .waiting(let wait):
      enter(wait.on == .user ? .waitUser : .waitThird)
      self.wait = wait
    case .resumed: enter(.open)
    case .resolved(let resolution):
      enter(.resolved)
      self.resolution = resolution
      resolvedAt = event.at
    case .reopened: reopen()
    case .closed:
      enter(.closed)
      closedAt = event.at
    case .cancelled: enter(.cancelled)
    case .restored: enter(stateBefore.isActive && stateBefore != .new ? .open : stateBefore)
    case .markedSpam: enter(.spam)
    case .unmarkedSpam: enter(.new)
    case .stewardChanged(let to): steward = to
    case .linkAdded(let link): if !links.contains(link) { links.append(link) }
    case .linkRemoved(let link): links.removeAll { $0 == link }
    case .mergedInto, .mergedFrom, .mergeUndone, .splitOut, .splitIn: bind(event)
    case .work(let fact): work.apply(fact, event)
    case .duty(let fact): apply(fact, event)
    case .concern(let fact): apply(fact, event)
    case .watcherAdded(let who): if !watchers.contains(who) { watchers.append(who) }
    case .watcherRemoved(let who): watchers.removeAll { $0 == who }
    case .tagAdded(let tag): if !tags.contains(tag) { tags.append(tag) }
    case .tagRemoved(let tag): tags.removeAll { $0 == tag }
    case .messageIn, .messageOut, .noteAdded, .deliveryFailed, .repaired, .service, .automat, .unknown:
      break
    }
  }

  private mutating func open(_ opening: Opening, _ event: TicketEvent) {
    subject = opening.subject
    requester = opening.requester
    customer = opening.customer
    site = opening.site
    asset = opening.asset
    channel = opening.channel
    openedBy = event.by
    occurredAt = opening.occurredAt
    receivedAt = opening.receivedAt
    openedAt = event.at
    levelSince = event.at
    isOpened = true
  }

  private mutating func assign(_ to: String) {
    if let owner, owner != to { lastOwner = owner }
    owner = to
    if steward == nil { steward = to }
    if state == .new { enter(.open) }
  }

  private mutating func escalate(_ to: Level, _ handoff: Handoff?, _ target: String?, at: Instant) {
    if let handoff { self.handoff = handoff }
    handoffDue = handoff == nil ? at + Limits.breakGlassMinutes * 60 : nil
    change(level: to, owner: target, at: at)
    enter(.open)
  }

  private mutating func change(level: Level, owner: String?, at: Instant) {
    if let current = self.owner { lastOwner = current }
    self.owner = owner
    self.level = level
    highestLevel = max(highestLevel, level)
    levelSince = at
    levelChanges += 1
    enter(.open)
  }

  private mutating func reopen() {
    enter(.open)
    reopenings += 1
    resolution = nil
    resolvedAt = nil
    closedAt = nil
    // A new end will be asked about anew.
    satisfaction = nil
  }

  /// Moves to a state, remembering the one before and dropping what belongs to it alone.
  mutating func enter(_ next: State) {
    if state != next { stateBefore = state }
    if next != .planned { planned = nil }
    if next != .waitUser, next != .waitThird { wait = nil }
    state = next
  }
}
