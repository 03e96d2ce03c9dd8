/// Where a ticket stands in its life. The raw value is what the journal holds.
package enum State: String, CaseIterable, Sendable {
  case new, open, planned
  case waitUser = "wait_user"
  case waitThird = "wait_third"
  case resolved, closed, cancelled, spam, merged

  /// Somebody still has to do something: the ticket belongs to exactly one base queue.
  package var isActive: Bool {
    switch self {
    case .new, .open, .planned, .waitUser, .waitThird: true
    case .resolved, .closed, .cancelled, .spam, .merged: false
    }
  }

  /// Suspended until a date: a planned start, the requester or a third party.
  package var isWaiting: Bool { self == .planned || self == .waitUser || self == .waitThird }

  package static let active: [State] = allCases.filter(\.isActive)
}
