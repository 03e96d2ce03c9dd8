/// Of which tickets nobody works at an instant who would be told, as far as their rows tell: these need not be read. Rows
/// that ask the policies the same are answered once.
package struct RestHours {
  private let policies: ServicePolicies
  private let now: Instant
  private var known: [ServiceSubject: Bool] = [:]

  package init(_ policies: ServicePolicies, at now: Instant) {
    self.policies = policies
    self.now = now
  }

  package mutating func cover(_ row: Summary) -> Bool {
    // The policy's calendar hangs on the contract and the person as well, which a row does not know.
    let subject = ServiceSubject(
      kind: row.kind, priority: row.priority, category: row.category, customer: row.customer)
    if let answer = known[subject] { return answer }
    let answer = policies.candidates(for: subject).allSatisfy { !$0.calendar.isOpen(at: now) }
    known[subject] = answer
    return answer
  }
}
