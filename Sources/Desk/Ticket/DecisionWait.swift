// What suspends a ticket: a planned start, a question to the requester, a third party.

extension Decision {
  func plan(_ start: Instant, _ chosenBy: ChosenBy) throws(Refusal) -> [Fact] {
    try need(.work, .plan)
    if start <= now { throw .notInFuture(.start) }
    return [.planned(start: start, chosenBy: chosenBy)]
  }

  func ask(_ letter: Letter, _ reason: WaitReason, _ until: Instant) throws(Refusal) -> [Fact] {
    try need(.work, .ask)
    try filled((.body, letter.body.text))
    try Decision.check(letter)
    guard WaitReason.reasons(for: .user).contains(reason) else { throw .wrongReason(reason, .user) }
    if until <= now { throw .notInFuture(.until) }
    if until > rules.workingDays(Limits.waitUserDays, after: now) { throw .tooFar(.until, days: Limits.waitUserDays) }
    return [.messageOut(letter), .waiting(Wait(on: .user, reason: reason, until: until))]
  }

  func hold(_ party: String, _ reason: WaitReason, _ until: Instant) throws(Refusal) -> [Fact] {
    try need(reason == .vendor ? .holdVendor : .work, .hold)
    try filled((.party, party))
    guard WaitReason.reasons(for: .third).contains(reason) else { throw .wrongReason(reason, .third) }
    if until <= now { throw .notInFuture(.until) }
    return [.waiting(Wait(on: .third, reason: reason, until: until, party: party))]
  }
}
