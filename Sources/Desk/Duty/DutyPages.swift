// Which calls are due. Pure: whoever looks first records them, under the ticket's lock, on the ticket as it is on disk.

extension DutyPlan {
  /// What a look at a ticket is asked with.
  package struct Look {
    package let book: DutyBook
    package let rules: Rules
    package let now: Instant

    package init(_ book: DutyBook, _ rules: Rules, at now: Instant) {
      self.book = book
      self.rules = rules
      self.now = now
    }

    fileprivate var asker: Query.Asker { Query.Asker(login: Actor.timer.name, now: now) }
  }

  /// The calls that are due for a ticket, first ones and further steps; that everybody was called where they were.
  /// Nothing while a rota is not there, and nothing for a ticket that waits or that somebody has in hand.
  package func due(on ticket: Ticket, _ look: Look) -> [DutyFact] {
    guard ticket.isOpened, ticket.state == .new || ticket.state == .open, !isEmpty else { return [] }
    let trail = PageTrail(of: ticket, under: look.rules)
    guard let since = trail.since else { return [] }
    let row = Summary(ticket, under: look.rules)
    return rotas.compactMap { rota in
      guard let pages = rota.pages, rota.hours.covers(look.now), pages.matches(row, for: look.asker) else { return nil }
      return due(from: rota, trail, since, look)
    }
  }

  private func due(from rota: Rota, _ trail: PageTrail, _ since: Instant, _ look: Look) -> DutyFact? {
    guard !trail.unanswered.contains(rota.name) else { return nil }
    let last = trail.calls.last { $0.call.rota == rota.name }
    let patience = last.map { rota.patience(after: $0.call.step) } ?? rota.delay
    guard let time = rota.hours.add(patience, to: last?.at ?? since), time <= look.now else { return nil }
    let first = (last?.call.step ?? 0) + 1
    for step in first..<(max(first, rota.steps.count + 1) + 1) where step <= rota.steps.count + 1 {
      guard let login = callee(step: step, of: rota, at: look.now, look.book),
        look.rules.directory.agents[login]?.active == true
      else { continue }
      return .pageSent(DutyCall(rota: rota.name, to: login, step: step, isDelivered: false))
    }
    return .pageUnanswered(rota: rota.name)
  }

  /// The calls that were not carried and are due to be tried again.
  package func retries(on ticket: Ticket, _ look: Look) -> [PageTrail.Call] {
    guard ticket.state == .new || ticket.state == .open else { return [] }
    return PageTrail(of: ticket, under: look.rules).calls.filter { call in
      !call.isDelivered && call.tries < PageTrail.tries && look.now - call.lastTry >= PageTrail.pause
        && self[call.call.rota]?.hours.covers(look.now) == true
    }
  }
}

extension Rota {
  /// Seconds on call after which the step that follows is due; after the last, those of the last once more.
  package func patience(after step: Int) -> Int64 {
    steps.indices.contains(step - 1) ? steps[step - 1].after : steps.last?.after ?? Rota.usualPatience
  }
}
