/// What of a row is no text: what most queries ask and every order ranks by. Small and of fixed size, so that an
/// index answers from it without making the row.
package struct Facets: Hashable, Sendable {
  package var number: Int
  package var state: State
  package var level: Level
  package var priority: Priority
  package var kind: Kind
  package var channel: Channel
  package var isQualified: Bool
  package var awaitsReply: Bool
  package var hasBounced: Bool
  package var isDamaged: Bool
  package var receivedAt: Instant
  package var updatedAt: Instant
  package var due: Summary.Due?
  package var nextDate: Instant?
  /// When the desk has something to do by itself: a threshold to tell, a wait to end, a ticket to close.
  package var stirsAt: Instant?

  package init(
    number: Int, state: State, level: Level, priority: Priority, kind: Kind, channel: Channel, isQualified: Bool,
    awaitsReply: Bool, hasBounced: Bool, isDamaged: Bool, receivedAt: Instant, updatedAt: Instant, due: Summary.Due?,
    nextDate: Instant?, stirsAt: Instant? = nil
  ) {
    self.number = number
    self.state = state
    self.level = level
    self.priority = priority
    self.kind = kind
    self.channel = channel
    self.isQualified = isQualified
    self.awaitsReply = awaitsReply
    self.hasBounced = hasBounced
    self.isDamaged = isDamaged
    self.receivedAt = receivedAt
    self.updatedAt = updatedAt
    self.due = due
    self.nextDate = nextDate
    self.stirsAt = stirsAt
  }

  /// How the deadline stands at an instant.
  package func urgency(at now: Instant) -> Urgency {
    switch due?.standing {
    case .running(let due, let warning): Urgency(due: due, warning: warning, at: now)
    case .paused: .paused
    case nil: .none
    }
  }
}

extension Summary {
  package var facets: Facets {
    Facets(
      number: id.number, state: state, level: level, priority: priority, kind: kind, channel: channel,
      isQualified: isQualified, awaitsReply: awaitsReply, hasBounced: hasBounced, isDamaged: isDamaged,
      receivedAt: receivedAt, updatedAt: updatedAt, due: due, nextDate: nextDate, stirsAt: stirsAt)
  }

  /// How a deadline stands at an instant: what the row's first columns say.
  package func urgency(at now: Instant) -> Urgency { facets.urgency(at: now) }
}
