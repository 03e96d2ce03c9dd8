/// What the next shift has to know, told from the events of this one and from how tickets stand at its end.
package struct HandoverNote: Hashable, Sendable {
  package let from: Instant
  package let to: Instant
  package private(set) var lines: [Section: [Line]] = [:]

  /// The parts of a note, in their order.
  package enum Section: String, CaseIterable, Sendable {
    /// Major incidents that go on.
    case majors
    /// Calls of the shift.
    case pages
    /// Deadlines passed, and those that pass soon.
    case late, soon
    /// Urgent tickets of the shift.
    case opened, escalated, ended
    /// Tickets that a third party holds.
    case vendor
    case tasks
  }

  /// One ticket in a part, and what is said of it there.
  package struct Line: Hashable, Sendable {
    package let ticket: TicketID
    package let priority: Priority
    package let subject: String
    package let owner: String?
    /// When it happened, or when it is due.
    package let at: Instant?
    package let detail: Detail
  }

  /// What is said besides the ticket's own words.
  package enum Detail: Hashable, Sendable {
    case none
    /// `isDelivered` of the call: as the thread tells, whenever it was carried.
    case page(DutyCall, answeredBy: String?)
    /// `isHeard`: a call of the rota was carried.
    case unanswered(rota: String, isHeard: Bool)
    case clock(ServiceClock)
    case escalated(from: Level, to: Level)
    case waiting(party: String?)
    case task(String, assignee: String?)
    case reason(String)
  }

  /// Seconds before a deadline at which it is soon: half a shift.
  package static let ahead: Int64 = 4 * 3600
  /// Lines of one part.
  package static let limit = 200

  /// - Parameter tickets: those with events since `from`, and those that are active.
  package init(of tickets: [Ticket], under rules: Rules, from: Instant, to: Instant) {
    (self.from, self.to) = (from, to)
    for ticket in tickets where ticket.isOpened {
      addEvents(of: ticket)
      addStanding(of: ticket, rules)
    }
    for section in Section.allCases {
      lines[section]?.sort { section.key(of: $0) < section.key(of: $1) }
      if let kept = lines[section]?.prefix(HandoverNote.limit) { lines[section] = Array(kept) }
    }
  }

  package var isEmpty: Bool { lines.values.allSatisfy(\.isEmpty) }

  private mutating func add(_ section: Section, _ ticket: Ticket, at: Instant?, _ detail: Detail = .none) {
    lines[section, default: []].append(
      Line(
        ticket: ticket.id, priority: ticket.priority, subject: ticket.subject, owner: ticket.owner, at: at,
        detail: detail))
  }

  /// What happened in the shift.
  private mutating func addEvents(of ticket: Ticket) {
    let isUrgent = ticket.priority <= .p1
    for (at, entry) in ticket.entries.enumerated() where entry.at >= from && entry.at < to {
      switch entry.fact {
      case .duty(.pageSent(let call)):
        var call = call
        call.isDelivered = ticket.isCarried(entry)
        add(.pages, ticket, at: entry.at, .page(call, answeredBy: answer(to: at, in: ticket.entries)))
      case .duty(.pageUnanswered(let rota)):
        add(.pages, ticket, at: entry.at, .unanswered(rota: rota, isHeard: !ticket.isUnheard(entry)))
      case .opened: if isUrgent { add(.opened, ticket, at: entry.at) }
      case .escalated(let from, let to, _, _):
        if isUrgent { add(.escalated, ticket, at: entry.at, .escalated(from: from, to: to)) }
      case .resolved, .closed: if isUrgent, !isEnded(ticket) { add(.ended, ticket, at: entry.at) }
      default: break
      }
    }
  }

  private func isEnded(_ ticket: Ticket) -> Bool { lines[.ended]?.last?.ticket == ticket.id }

  /// Who answered a call: the next to take the ticket or to say so.
  private func answer(to page: Int, in entries: [Entry]) -> String? {
    for entry in entries[(page + 1)...] {
      switch entry.fact {
      case .duty(.pageAcknowledged): return entry.by
      case .assigned(let to, _, _) where to == entry.by: return entry.by
      case .duty(.pageSent(let next)) where next.step == 1: return nil
      default: continue
      }
    }
    return nil
  }

  /// How it stands at the end of the shift.
  private mutating func addStanding(of ticket: Ticket, _ rules: Rules) {
    guard ticket.state.isActive else { return }
    if let major = ticket.major { add(.majors, ticket, at: major.declaredAt, .reason(major.reason)) }
    if case .running(let due, _)? = Summary(ticket, under: rules).due?.standing,
      let clock = Summary(ticket, under: rules).due?.clock
    {
      if due <= to {
        add(.late, ticket, at: due, .clock(clock))
      } else if due - to <= HandoverNote.ahead {
        add(.soon, ticket, at: due, .clock(clock))
      }
    }
    if ticket.state == .waitThird { add(.vendor, ticket, at: ticket.wait?.until, .waiting(party: ticket.wait?.party)) }
    for task in ticket.work.openTasks {
      add(.tasks, ticket, at: task.task.start, .task(task.task.title, assignee: task.task.assignee))
    }
  }
}

extension HandoverNote.Section {
  /// What happened stands in the order of time; what has to be seen to, the most urgent first.
  fileprivate func key(of line: HandoverNote.Line) -> (Int, Int64, TicketID) {
    switch self {
    case .pages, .opened, .escalated, .ended: (0, line.at?.ms ?? .max, line.ticket)
    case .majors, .late, .soon, .vendor, .tasks: (line.priority.rawValue, line.at?.ms ?? .max, line.ticket)
    }
  }
}
