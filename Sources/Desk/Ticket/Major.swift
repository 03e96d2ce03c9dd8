/// A major incident: many are hit, and those concerned hear of it at fixed intervals.
package struct Major: Hashable, Sendable {
  package var reason: String
  package var by: String
  package var declaredAt: Instant
  /// Minutes between two communications.
  package var every: Int

  /// Minutes between two communications where nothing else is said, and what may be said.
  package static let usualMinutes = 30
  package static let minutes = 5...1440
}

extension Ticket {
  /// Lets a major incident begin and end. Pages are told by the thread alone.
  mutating func apply(_ fact: DutyFact, _ event: TicketEvent) {
    switch fact {
    case .majorDeclared(let reason, let every):
      let minutes = min(max(every, Major.minutes.lowerBound), Major.minutes.upperBound)
      major = Major(reason: reason, by: event.by, declaredAt: event.at, every: minutes)
    case .majorEnded: major = nil
    case .pageSent, .pageRetried, .pageDelivered, .pageFailed, .pageUnanswered, .pageAcknowledged: break
    }
  }

  /// When those a major incident hits are owed the next word; nil where it is none, or over.
  package var communicationDue: Instant? {
    guard let major, state.isActive else { return nil }
    let last = max(major.declaredAt, lastOut?.at ?? major.declaredAt)
    return last + Int64(major.every) * 60
  }

  /// The tickets that stand under this one.
  package var children: [TicketID] { links.filter { $0.relation == .child }.map(\.target) }
  package var parent: TicketID? { links.first { $0.relation == .parent }?.target }
}
