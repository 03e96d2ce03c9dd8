/// The rotas of a desk, in the order of their file.
package struct DutyPlan: Equatable, Sendable {
  package let rotas: [Rota]

  package init(_ rotas: [Rota] = []) { self.rotas = rotas }

  package var isEmpty: Bool { rotas.isEmpty }

  package subscript(name: String) -> Rota? { rotas.first { $0.name == name } }

  /// The shifts that run at an instant, one a rota that is there.
  package func onCall(at instant: Instant, _ book: DutyBook) -> [DutyShift] {
    rotas.compactMap { $0.onCall(at: instant, book.swaps(of: $0.name)) }
  }

  /// Who is called by a step of a rota's escalation at an instant: 1 is whoever is on call. nil where nobody is.
  package func callee(step: Int, of rota: Rota, at instant: Instant, _ book: DutyBook) -> String? {
    let shift = rota.onCall(at: instant, book.swaps(of: rota.name))
    if step <= 1 { return shift?.agent }
    guard step - 2 < rota.steps.count else { return nil }
    switch rota.steps[step - 2].target {
    case .agent(let login): return login
    case .next: return shift.flatMap { rota.next(after: $0) }
    case .rota(let name):
      return self[name].flatMap { $0.onCall(at: instant, book.swaps(of: name))?.agent }
    }
  }

  /// Tickets that page somebody.
  package var pages: Query {
    let queries = rotas.compactMap(\.pages)
    return queries.count == 1 ? queries[0] : .or(queries)
  }
}
