/// One ticket, one row: what a queue shows, sorts and filters by. Folded from the ticket, kept by the index,
/// never the truth.
package struct Summary: Hashable, Sendable {
  package var id: TicketID
  package var subject: String
  package var state: State
  package var level: Level
  package var priority: Priority
  /// Whether the priority was set by hand.
  package var isOverridden: Bool
  package var isQualified: Bool
  package var kind: Kind
  package var category: String?
  package var group: String?
  package var owner: String?
  package var steward: String?
  package var requester: Party
  package var customer: String?
  package var site: String?
  package var asset: String?
  package var channel: Channel
  package var tags: [String]
  package var openedAt: Instant
  /// When the contact came in; the opening where that is not said.
  package var receivedAt: Instant
  package var updatedAt: Instant
  package var due: Due?
  /// The date of a wait, a planned start or the automatic closing.
  package var nextDate: Instant?
  /// When the desk has something to do by itself: a threshold to tell, a wait to end, a ticket to close. Always within
  /// the working time of the ticket's calendar.
  package var stirsAt: Instant?
  /// The requester wrote last.
  package var awaitsReply: Bool
  /// What was written to the requester last came back.
  package var hasBounced: Bool
  /// The hand-off skipped for an emergency is still owed.
  package var owesHandoff: Bool
  package var lamport: Int64
  /// The file did not read whole: the row is marked.
  package var isDamaged: Bool

  /// The nearest deadline of a ticket, as far as it can be known without asking the time.
  package struct Due: Hashable, Sendable {
    package var clock: ServiceClock
    package var standing: Standing

    package enum Standing: Hashable, Sendable {
      /// Runs out at `due`; from `warning` on (75 % used) it wants attention.
      case running(due: Instant, warning: Instant)
      /// Suspended, with so many working seconds left (negative: late already).
      case paused(left: Int64)
    }

    package init(clock: ServiceClock, standing: Standing) {
      self.clock = clock
      self.standing = standing
    }
  }

  package init(
    _ ticket: Ticket, due: Due? = nil, nextDate: Instant? = nil, stirsAt: Instant? = nil, isDamaged: Bool = false
  ) {
    id = ticket.id
    subject = ticket.subject
    state = ticket.state
    level = ticket.level
    priority = ticket.priority
    isOverridden = ticket.override != nil
    isQualified = ticket.isQualified
    kind = ticket.kind
    category = ticket.qualification?.category
    group = ticket.group
    owner = ticket.owner
    steward = ticket.steward
    requester = ticket.requester
    customer = ticket.customer
    site = ticket.site
    asset = ticket.asset
    channel = ticket.channel
    tags = ticket.tags
    openedAt = ticket.openedAt
    receivedAt = ticket.receivedAt ?? ticket.openedAt
    updatedAt = ticket.updatedAt
    self.due = due
    self.nextDate = nextDate ?? ticket.nextDate
    self.stirsAt = stirsAt
    awaitsReply = ticket.awaitsReply
    hasBounced = ticket.hasBounced
    owesHandoff = ticket.handoffDue != nil
    lamport = ticket.lamport
    self.isDamaged = isDamaged || !ticket.isOpened
  }

  /// A row put together again from what an index keeps of it.
  package init(
    id: TicketID, facets: Facets, subject: String, isOverridden: Bool, category: String?, group: String?,
    owner: String?, steward: String?, requester: Party, customer: String?, site: String?, asset: String?,
    tags: [String], openedAt: Instant, owesHandoff: Bool, lamport: Int64
  ) {
    self.id = id
    self.subject = subject
    state = facets.state
    level = facets.level
    priority = facets.priority
    self.isOverridden = isOverridden
    isQualified = facets.isQualified
    kind = facets.kind
    self.category = category
    self.group = group
    self.owner = owner
    self.steward = steward
    self.requester = requester
    self.customer = customer
    self.site = site
    self.asset = asset
    channel = facets.channel
    self.tags = tags
    self.openedAt = openedAt
    receivedAt = facets.receivedAt
    updatedAt = facets.updatedAt
    due = facets.due
    nextDate = facets.nextDate
    stirsAt = facets.stirsAt
    awaitsReply = facets.awaitsReply
    hasBounced = facets.hasBounced
    self.owesHandoff = owesHandoff
    self.lamport = lamport
    isDamaged = facets.isDamaged
  }

  /// The row of a ticket under the desk's rules: its clocks read, its automatic closing dated.
  package init(_ ticket: Ticket, under rules: Rules, isDamaged: Bool = false) {
    let clocks = ticket.state.isActive ? ticket.clocks(under: rules) : nil
    self.init(
      ticket, due: clocks?.due(at: ticket.lastAt), nextDate: ticket.nextDate ?? rules.autoClose(ticket),
      stirsAt: ticket.stirs(clocks, under: rules), isDamaged: isDamaged)
  }
}

/// How pressing a row is, the most pressing first.
package enum Urgency: Int, Comparable, CaseIterable, Sendable {
  case late, soon, ok, paused, none
  package static func < (a: Urgency, b: Urgency) -> Bool { a.rawValue < b.rawValue }

  /// A deadline that runs: late from `due` on, soon from `warning` on or in the last hour.
  package init(due: Instant, warning: Instant, at now: Instant) {
    self = if now >= due { .late } else if now >= warning || due - now <= 3600 { .soon } else { .ok }
  }
}
