/// Of which tickets nobody works at an instant who would be told, as far as their rows tell: these need not be read. Rows
/// that ask the policies the same are answered once.
package struct RestHours {
  private let policies: ServicePolicies
  private let now: Instant
  /// Somebody works for one contract or another: a row does not know which is its ticket's.
  private let isCovered: Bool
  private var known: [ServiceSubject: Bool] = [:]

  package init(_ rules: Rules, at now: Instant) {
    policies = rules.policies
    self.now = now
    isCovered = rules.coverages.contains { $0.isOpen(at: now) }
  }

  package mutating func cover(_ row: Summary) -> Bool { cover(row.subjectOfService) }

  /// - Parameter subject: as a row tells it.
  package mutating func cover(_ subject: ServiceSubject) -> Bool {
    if isCovered { return false }
    if let answer = known[subject] { return answer }
    let answer = policies.candidates(for: subject).allSatisfy { !$0.calendar.isOpen(at: now) }
    known[subject] = answer
    return answer
  }
}

extension Summary {
  /// What policies ask of a ticket, as far as its row tells: its contract and whether its requester is a VIP a row does
  /// not know.
  package var subjectOfService: ServiceSubject {
    ServiceSubject(kind: kind, priority: priority, category: category, customer: customer)
  }
}
