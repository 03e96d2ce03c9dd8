/// The promises of a desk, in order: the first policy that matches a ticket is its policy. Behind them stand the
/// promises a desk starts with, so that no ticket is ever without a clock.
package struct ServicePolicies: Sendable, Equatable {
  /// The desk's own first, the built-in ones last.
  package let all: [ServicePolicy]
  /// How many of `all` are the desk's own.
  package let ownCount: Int
  /// Whether a policy asks who is a VIP.
  package let asksVIP: Bool
  private let last: ServicePolicy

  /// The most policies a desk may have.
  package static let limit = 1000

  /// - Parameters:
  ///   - own: the desk's, first match wins; nothing asks the built-in ones alone.
  ///   - office: the calendar of the built-in ones but the most urgent, which are kept around the clock.
  package init(_ own: [ServicePolicy] = [], office: WorkingCalendar) {
    let own = Array(own.prefix(ServicePolicies.limit))
    let standard = ServicePolicies.standard(office: office)
    ownCount = own.count
    all = own + standard.urgent + standard.others
    last = standard.last
    asksVIP = own.contains { $0.conditions.isVIP != nil }
  }

  package func policy(for subject: ServiceSubject) -> ServicePolicy {
    all.first { $0.conditions.match(subject) } ?? last
  }

  /// The policy of a name, where it is one for such a ticket, whatever contract it asks for.
  package func policy(named name: String, for subject: ServiceSubject) -> ServicePolicy? {
    all.first {
      $0.name == name && $0.conditions.mayMatch(subject)
        && ($0.conditions.isVIP == nil || $0.conditions.isVIP == subject.isVIP)
    }
  }

  /// When one of their calendars next opens after an instant; nil where none does.
  package func nextOpening(after instant: Instant) -> Instant? {
    all.compactMap { $0.calendar.nextOpening(after: instant) }.min()
  }

  /// The policies one of which is the ticket's, as far as a queue's row tells.
  package func candidates(for row: ServiceSubject) -> [ServicePolicy] {
    all.filter { $0.conditions.mayMatch(row) }
  }

  /// The desk's own policies that no ticket can match, and the earlier one that takes everything from them.
  package var unreachable: [(policy: Int, by: Int)] {
    all.indices.prefix(ownCount).compactMap { at in
      all.indices.prefix(at).first { all[$0].conditions.covers(all[at].conditions) }.map { (at, $0) }
    }
  }
}

extension ServicePolicies {
  /// The goals a desk starts with (domain rules 6.5): P0 and P1 around the clock, the others in office hours; those of
  /// a level are the time until somebody of it takes the ticket.
  private static func standard(
    office: WorkingCalendar
  ) -> (urgent: [ServicePolicy], others: [ServicePolicy], last: ServicePolicy) {
    let minute: Int64 = 60
    let hour = 60 * minute
    let day = office.nominalDay
    // acknowledge, first reply, update, resolve; OLA at N2 and at N3; 0 for nothing promised
    let urgent = ServicePolicy(
      name: "standard-p1", conditions: ServiceConditions(priorities: [.p0, .p1]), calendar: .always,
      goals: goals([15 * minute, 30 * minute, hour, 4 * hour]), levelGoals: [.n2: 30 * minute, .n3: hour],
      warnings: ServicePolicy.urgentWarnings)
    let rows: [(Priority, [Int64], [Level: Int64])] = [
      (.p2, [30 * minute, hour, 4 * hour, 8 * hour], [.n2: hour, .n3: 2 * hour]),
      (.p3, [2 * hour, 4 * hour, day, 3 * day], [.n2: 4 * hour, .n3: day]),
      (.p4, [4 * hour, day, 2 * day, 5 * day], [.n2: day, .n3: day]),
      (.p5, [day, 2 * day, 0, 10 * day], [:]),
    ]
    let others = rows.map { priority, seconds, levels in
      ServicePolicy(
        name: "standard-" + priority.name.lowercased(), conditions: ServiceConditions(priorities: [priority]),
        calendar: office, goals: goals(seconds), levelGoals: levels)
    }
    return ([urgent], others, others[others.count - 1])
  }

  private static func goals(_ seconds: [Int64]) -> [ServiceClock: Int64] {
    Dictionary(uniqueKeysWithValues: zip(ServiceClock.promised, seconds))
  }
}
