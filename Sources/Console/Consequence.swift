import Desk

/// What one of the desk's rules did to a ticket upon an act, in the same write.
struct Consequence: Hashable, Sendable {
  let rule: String
  var facts: [Fact]

  /// What followed from the last act on a ticket: the rules' events at its end, since somebody else's are before them.
  static func last(on ticket: Ticket) -> [Consequence] {
    let followed = ticket.entries.suffix(while: { $0.via == .rule })
    return followed.reduce(into: []) { all, entry in
      if case .automat(.ruleFired(let rule, _, _)) = entry.fact {
        all.append(Consequence(rule: rule, facts: []))
      } else if !all.isEmpty {
        all[all.count - 1].facts.append(entry.fact)
      }
    }
  }
}

extension Array {
  /// The elements at the end that all satisfy a condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice<Element> {
    let first = lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex
    return self[first...]
  }
}
