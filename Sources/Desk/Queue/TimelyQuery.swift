extension Query {
  /// Whether what it asks may change by the mere passing of time.
  package var asksTime: Bool {
    switch self {
    case .term(.urgencies), .term(.dueWithin), .term(.warned), .term(.age), .term(.updated), .term(.stirred): true
    case .term, .text, .all: false
    case .not(let query): query.asksTime
    case .and(let parts), .or(let parts): parts.contains(where: \.asksTime)
    }
  }
}
