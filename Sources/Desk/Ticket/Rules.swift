/// What a desk may set for itself; the rest is fixed.
package struct Rules: Equatable, Sendable {
  package var matrix: PriorityMatrix
  /// The categories a ticket may be given; empty means any.
  package var categories: [String]
  /// Days after which a resolved ticket closes by itself, and those for a P0 or P1.
  package var autoCloseDays: Int
  package var autoCloseDaysUrgent: Int
  /// Days after closing during which a ticket can be reopened.
  package var reopenDays: Int
  /// Whose accounts may act, and at which level; `decide` asks it who an assignee is.
  package var directory: Directory
  /// What is promised to whom, and the calendar that counts working days.
  package var policies: ServicePolicies
  package var calendar: WorkingCalendar
  /// The calendars that promises, contracts and rotas may name.
  package var calendars: [String: WorkingCalendar]
  /// Who is on call.
  package var duty: DutyPlan
  /// Who may do what.
  package var roles: Roles
  /// What was in force before; nil where it was always this, or where the past is to be read under these rules.
  package var book: RuleBook?

  package init(
    matrix: PriorityMatrix = .standard, categories: [String] = [], autoCloseDays: Int = 5,
    autoCloseDaysUrgent: Int = 2, reopenDays: Int = 5, directory: Directory = Directory(),
    calendar: WorkingCalendar = .office(.utc), policies: ServicePolicies? = nil,
    calendars: [String: WorkingCalendar]? = nil, duty: DutyPlan = DutyPlan(),
    roles: Roles = Roles()
  ) {
    self.matrix = matrix
    self.categories = categories
    self.autoCloseDays = autoCloseDays
    self.autoCloseDaysUrgent = autoCloseDaysUrgent
    self.reopenDays = reopenDays
    self.directory = directory
    self.calendar = calendar
    self.policies = policies ?? ServicePolicies(office: calendar)
    self.calendars = calendars ?? [CalendarConfig.office: calendar, CalendarConfig.always: .always]
    self.duty = duty
    self.roles = roles
  }

  /// The rules of a day: these, unless others were in force then.
  package func at(_ instant: Instant) -> Rules {
    guard let book, instant < book.latest else { return self }
    return book.rules(at: instant)
  }

  /// The instant when so many nominal working days have passed on the desk's calendar.
  package func workingDays(_ days: Int, after start: Instant) -> Instant {
    calendar.add(calendar.nominalDay * Int64(days), to: start) ?? start + Int64(days) * 86_400
  }

  /// What taking a ticket from its owner asks of a role: it depends on the owner's level.
  package func rightToSteal(from owner: String, as role: DeskRole) -> Right {
    let theirs = directory.agents[owner]?.profile.level ?? .n1
    let ours = role.profile.level ?? .n1
    if roles.may(.stealAny, role) { return .stealAny }
    return theirs == ours ? .stealSame : theirs < ours ? .stealLower : .stealAny
  }

  /// When a resolved ticket closes by itself.
  package func autoClose(_ ticket: Ticket) -> Instant? {
    guard ticket.state == .resolved, let resolvedAt = ticket.resolvedAt else { return nil }
    // What the requester was told when it was resolved.
    let rules = at(resolvedAt)
    return rules.workingDays(
      ticket.priority <= .p1 ? rules.autoCloseDaysUrgent : rules.autoCloseDays, after: resolvedAt)
  }
}
