/// Who is on call and what they are called for, as a screen shows it: put together once a minute, drawn from then on.
package struct DutyBoard: Hashable, Sendable {
  /// In the order of the rotas.
  package var lines: [Line]
  /// Pages that nobody has answered, the oldest first.
  package var pages: [OpenPage]

  package init(lines: [Line] = [], pages: [OpenPage] = []) {
    self.lines = lines
    self.pages = pages
  }

  /// One rota.
  package struct Line: Hashable, Sendable {
    package var rota: String
    package var level: Level?
    package var now: Holder?
    package var next: Holder?
    /// Whether the rota is there now.
    package var isOn: Bool

    package init(rota: String, level: Level? = nil, now: Holder?, next: Holder?, isOn: Bool) {
      self.rota = rota
      self.level = level
      self.now = now
      self.next = next
      self.isOn = isOn
    }
  }

  /// Who holds a shift.
  package struct Holder: Hashable, Sendable {
    /// A login; nil where nobody is there.
    package var login: String?
    package var name: String?
    package var phone: String?
    package var from: Instant
    package var until: Instant
    /// Whom they stand in for.
    package var inPlaceOf: String?

    package init(_ shift: DutyShift, _ directory: Directory) {
      let agent = shift.agent.flatMap { directory.agents[$0] }
      login = shift.agent
      name = agent?.name ?? shift.agent
      phone = agent?.phone
      from = shift.from
      until = shift.until
      inPlaceOf = shift.swap == nil ? nil : shift.planned
    }
  }

  /// A ticket somebody was called for and nobody has in hand.
  package struct OpenPage: Hashable, Sendable {
    package var ticket: TicketID
    package var subject: String
    package var priority: Priority
    package var call: DutyCall
    package var at: Instant
    package var tries: Int
    package var failure: String?
    /// Everybody was called.
    package var isUnanswered: Bool
    /// Whether any call of the rota was carried.
    package var isHeard: Bool

    package init(
      ticket: TicketID, subject: String, priority: Priority, call: DutyCall, at: Instant, tries: Int = 1,
      failure: String? = nil, isUnanswered: Bool = false, isHeard: Bool? = nil
    ) {
      self.ticket = ticket
      self.subject = subject
      self.priority = priority
      self.call = call
      self.at = at
      self.tries = tries
      self.failure = failure
      self.isUnanswered = isUnanswered
      self.isHeard = isHeard ?? call.isDelivered
    }

    /// Whether nobody heard of it however often it was tried.
    package var isLost: Bool { !call.isDelivered && tries >= PageTrail.tries }
  }
}

extension DutyPlan {
  /// The lines of a board at an instant.
  package func lines(_ book: DutyBook, _ directory: Directory, at now: Instant) -> [DutyBoard.Line] {
    rotas.map { rota in
      let swaps = book.swaps(of: rota.name)
      let shift = rota.onCall(at: now, swaps)
      let next = shift.map { rota.shift(after: $0, swaps) } ?? rota.coming(from: now, swaps)
      return DutyBoard.Line(
        rota: rota.name, level: rota.level, now: shift.map { DutyBoard.Holder($0, directory) },
        next: next.map { DutyBoard.Holder($0, directory) }, isOn: shift != nil)
    }
  }
}

extension Ticket {
  /// The last call of each rota that is still open.
  package func openPages(under rules: Rules) -> [DutyBoard.OpenPage] {
    guard state == .new || state == .open else { return [] }
    let trail = PageTrail(of: self, under: rules)
    let rotas = trail.calls.map(\.call.rota).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return rotas.compactMap { name in
      guard let last = trail.calls.last(where: { $0.call.rota == name }) else { return nil }
      var call = last.call
      call.isDelivered = last.isDelivered
      return DutyBoard.OpenPage(
        ticket: id, subject: subject, priority: priority, call: call, at: last.at, tries: last.tries,
        failure: last.failure, isUnanswered: trail.unanswered.contains(name),
        isHeard: trail.calls.contains { $0.call.rota == name && $0.isDelivered })
    }
  }
}
