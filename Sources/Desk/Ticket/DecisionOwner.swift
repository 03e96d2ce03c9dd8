// Whose a ticket is: take, assign, steal, release.

extension Decision {
  func take() throws(Refusal) -> [Fact] {
    try need(.toTake(ticket.level), .take)
    if let owner = ticket.owner { throw owner == actor.name ? .alreadyYours : .owned(by: owner) }
    return [.assigned(to: actor.name, mode: .take, reason: nil)]
  }

  func assign(_ to: String) throws(Refusal) -> [Fact] {
    try need(.work, .assign)
    if ticket.owner == to { throw to == actor.name ? .alreadyYours : .owned(by: to) }
    // Giving a colleague's ticket away is a steal by another name.
    if let owner = ticket.owner, owner != actor.name { try needSteal(owner, .assign) }
    try holds(to, ticket.level)
    return [.assigned(to: to, mode: .assign, reason: nil)]
  }

  func steal(_ reason: String) throws(Refusal) -> [Fact] {
    guard let owner = ticket.owner else { throw .notOwned }
    if owner == actor.name { throw .alreadyYours }
    try needSteal(owner, .steal)
    try filled((.reason, reason))
    return [.assigned(to: actor.name, mode: .steal, reason: reason)]
  }

  func release(_ reason: String?) throws(Refusal) -> [Fact] {
    try need(.work, .release)
    guard let owner = ticket.owner else { throw .notOwned }
    if owner != actor.name { try needSteal(owner, .release) }
    return [.released(reason: reason)]
  }

  func skip(_ reason: String) throws(Refusal) -> [Fact] {
    try need(.work, .skip)
    try filled((.reason, reason))
    if let owner = ticket.owner, owner != actor.name { throw .owned(by: owner) }
    let skipped = Fact.automat(.skipped(reason: reason))
    return ticket.owner == nil ? [skipped] : [.released(reason: reason), skipped]
  }

  private func needSteal(_ owner: String, _ verb: Verb) throws(Refusal) {
    try need(rules.rightToSteal(from: owner, as: rules.role(of: actor)), verb)
  }

  func holds(_ login: String, _ level: Level) throws(Refusal) {
    guard let agent = rules.directory.agents[login] else { throw .noSuchAgent(login) }
    guard agent.active else { throw .agentInactive(login) }
    guard agent.profile.holds(level) else { throw .levelNotHeld(agent: login, level: level) }
  }
}
