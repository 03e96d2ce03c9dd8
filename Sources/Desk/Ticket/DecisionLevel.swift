// Up and down the levels: escalation with its hand-off, and return.

extension Decision {
  func escalate(_ to: Level, _ handoff: Handoff?, _ target: String?) throws(Refusal) -> [Fact] {
    try need(to.isVendor ? .escalateToVendor : .escalate, .escalate)
    guard to > ticket.level else { throw .levelNotAbove(to, current: ticket.level) }
    if let handoff {
      guard ticket.isQualified else { throw .notQualified }
      try check(handoff)
    } else if ticket.priority > .p1 {
      throw .noEmergency(ticket.priority)
    }
    if let target { try holds(target, to) }
    return [.escalated(from: ticket.level, to: to, handoff: handoff, target: target)]
  }

  func completeHandoff(_ handoff: Handoff) throws(Refusal) -> [Fact] {
    try need(.work, .completeHandoff)
    guard ticket.handoffDue != nil else { throw .nothingOwed }
    guard ticket.isQualified else { throw .notQualified }
    try check(handoff)
    return [.handoffCompleted(handoff)]
  }

  private func check(_ handoff: Handoff) throws(Refusal) {
    try filled(
      (.symptom, handoff.symptom), (.tried, ticket.noteCount > 0 && handoff.tried.isEmpty ? "-" : handoff.tried),
      (.hypothesis, handoff.hypothesis), (.needed, handoff.needed), (.evidence, handoff.evidence))
    for (field, text) in [
      (Refusal.Field.symptom, handoff.symptom), (.tried, handoff.tried), (.hypothesis, handoff.hypothesis),
      (.needed, handoff.needed), (.evidence, handoff.evidence),
    ] { try Decision.check(field, text, limit: Limits.shortText) }
  }

  func giveBack(_ to: Level, _ reason: String) throws(Refusal) -> [Fact] {
    try need(.returnDown, .return)
    guard to < ticket.level else { throw .levelNotBelow(to, current: ticket.level) }
    try filled((.reason, reason))
    return [.returned(from: ticket.level, to: to, reason: reason)]
  }
}
