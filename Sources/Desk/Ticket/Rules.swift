/// What a desk may set for itself; the rest is fixed.
package struct Rules: Hashable, Sendable {
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

  package init(
    matrix: PriorityMatrix = .standard, categories: [String] = [], autoCloseDays: Int = 5,
    autoCloseDaysUrgent: Int = 2, reopenDays: Int = 5, directory: Directory = Directory()
  ) {
    self.matrix = matrix
    self.categories = categories
    self.autoCloseDays = autoCloseDays
    self.autoCloseDaysUrgent = autoCloseDaysUrgent
    self.reopenDays = reopenDays
    self.directory = directory
  }

  /// `days` working days after an instant: Monday to Friday, the time of day kept.
  package func workingDays(_ days: Int, after start: Instant) -> Instant {
    var day = Day(number: Int(start.seconds / 86_400))
    var left = days
    while left > 0 {
      day = day + 1
      if day.weekday <= 5 { left -= 1 }
    }
    return start + Int64(day.number - Int(start.seconds / 86_400)) * 86_400
  }

  /// When a resolved ticket closes by itself.
  package func autoClose(_ ticket: Ticket) -> Instant? {
    guard ticket.state == .resolved, let resolvedAt = ticket.resolvedAt else { return nil }
    return workingDays(ticket.priority <= .p1 ? autoCloseDaysUrgent : autoCloseDays, after: resolvedAt)
  }
}
