/// What one of the desk's rules did to a ticket because of an act, in the same write.
package struct Consequence: Hashable, Sendable {
  package let rule: String
  package var facts: [Fact] = []
  /// What it wanted to do as well, and might not.
  package let refused: [RefusedAction]
}

extension Ticket {
  /// What rules did because of the last act, rule by rule; nothing where none fired. Where something else happened
  /// since, at another time, it is no news.
  package var consequences: [Consequence] {
    let followed = entries.reversed().prefix { $0.via == .rule && $0.at == entries.last?.at }.reversed()
    return followed.reduce(into: []) { all, entry in
      if case .automat(.ruleFired(let rule, _, let refused)) = entry.fact {
        all.append(Consequence(rule: rule, refused: refused))
      } else if !all.isEmpty {
        all[all.count - 1].facts.append(entry.fact)
      }
    }
  }
}
