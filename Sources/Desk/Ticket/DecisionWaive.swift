// A promise that is not held against the desk.

extension Decision {
  func waive(_ clock: ServiceClock, _ reason: String) throws(Refusal) -> [Fact] {
    try need(.waive, .waive)
    try filled((.reason, reason))
    try Decision.check(.reason, reason, limit: Limits.shortText)
    let clocks = ticket.clocks(under: rules)
    if clocks.clocks.waived.contains(clock) { throw .alreadyThere }
    // What is not promised cannot be waived.
    guard clocks.clocks.cycles.contains(where: { $0.clock == clock && clocks.policy.goal(of: $0) != nil }) else {
      throw .notPromised(clock)
    }
    return [.service(.waived(clock, reason: reason))]
  }
}
