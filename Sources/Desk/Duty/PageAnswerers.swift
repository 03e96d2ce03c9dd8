/// Who may stop the calls for a ticket without being asked whether they mean it: who was called, the members of the
/// rotas that called, who is on call there, and who works at the level these answer for.
package struct PageAnswerers: Hashable, Sendable {
  /// Logins, each once: those called in the order of the calls, then the members of the rotas.
  package private(set) var logins: [String] = []
  /// Levels of the rotas, the lowest first.
  package private(set) var levels: [Level] = []

  /// Nobody where no page is open.
  package init(of ticket: Ticket, _ plan: DutyPlan, _ look: DutyPlan.Look) {
    let calls = PageTrail(of: ticket, under: look.rules).calls.map(\.call)
    let rotas = plan.rotas.filter { rota in calls.contains { $0.rota == rota.name } }
    let holders = rotas.compactMap { $0.onCall(at: look.now, look.book.swaps(of: $0.name))?.agent }
    for login in calls.map(\.to) + holders + rotas.flatMap({ $0.members.compactMap { $0 } })
    where !logins.contains(login) { logins.append(login) }
    levels = Set(rotas.compactMap(\.level)).sorted()
  }

  package func has(_ agent: Agent) -> Bool {
    logins.contains(agent.login) || levels.contains { agent.profile.holds($0) }
  }
}
