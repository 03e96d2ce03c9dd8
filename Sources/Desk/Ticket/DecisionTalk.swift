// What is said on a ticket, either way.

extension Decision {
  /// Answering a ticket nobody has yet takes it: who answers first follows.
  func reply(_ letter: Letter) throws(Refusal) -> [Fact] {
    try need(.work, .reply)
    try filled((.body, letter.body.text))
    try Decision.check(letter)
    var facts: [Fact] = []
    if ticket.state == .new, ticket.owner == nil, actor.profile.holds(ticket.level),
      rules.roles.may(.toTake(ticket.level), rules.role(of: actor))
    {
      facts.append(.assigned(to: actor.name, mode: .take, reason: nil))
    }
    return facts + [.messageOut(letter)]
  }

  /// A person's message wakes a ticket that was suspended and reopens a resolved one, or one closed lately; a
  /// program's changes nothing.
  func receive(_ letter: Letter) throws(Refusal) -> [Fact] {
    try need(.open, .receive)
    try Decision.check(letter)
    var facts: [Fact] = [.messageIn(letter)]
    if letter.isAuto { return facts }
    switch ticket.state {
    case .planned, .waitUser, .waitThird: facts.append(.resumed(.reply))
    case .resolved: facts.append(.reopened(.requester, reason: ""))
    case .closed:
      try checkReopenWindow()
      facts.append(.reopened(.requester, reason: ""))
    default: break
    }
    return facts
  }
}
