/// Time spent on a ticket, as the latest correction says it was.
package struct TimeSpent: Enrolled {
  package var event: String
  package var by: String
  /// When it was recorded.
  package var at: Instant
  /// As it was first said.
  package var logged: WorkTime
  /// As it is now: 0 takes it away.
  package var minutes: Int
  package var correction: Correction?

  /// Who said otherwise, and why.
  package struct Correction: Hashable, Sendable {
    package var by: String
    package var at: Instant
    package var reason: String
  }

  /// When the work was done.
  package var doneAt: Instant { logged.doneAt ?? at }
  package var isBillable: Bool { logged.isBillable }
}

/// Minutes as agents type them: `25`, `25m`, `25 min`, `1h`, `1h30`, `1 h 30`, `1:30`.
package enum Minutes {
  /// nil where it does not read, or is more than anybody means.
  package static func read(_ text: String) -> Int? {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    for unit in ["h", ":"] {
      guard let place = plain.firstIndex(where: { String($0) == unit }) else { continue }
      let rest = plain[plain.index(after: place)...]
      guard let hours = number(plain[..<place]), let minutes = rest.isEmpty ? 0 : number(bare(rest)), minutes < 60
      else { return nil }
      return unit == ":" && rest.isEmpty ? nil : hours * 60 + minutes
    }
    return number(bare(plain[...]))
  }

  private static func bare(_ text: Substring) -> Substring {
    for unit in ["min", "mn", "m"] where text.hasSuffix(unit) { return text.dropLast(unit.count) }
    return text
  }

  private static func number(_ digits: Substring) -> Int? {
    guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(digits)
  }
}
