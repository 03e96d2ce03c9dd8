/// The same person about the same thing soon after it was said to be resolved: what the first resolution did not do.
/// A new ticket, of the same requester and category, within 14 days of a resolution of the other.
package enum RepeatContact {
  package static let days: Int64 = 14

  /// The rows of a queue that may be what a ticket comes back from; whether they are is asked of the tickets.
  package static func candidates(for row: Summary, among rows: some Sequence<Summary>) -> [TicketID] {
    guard let category = row.category, let who = requester(row.requester) else { return [] }
    return rows.filter {
      $0.id != row.id && $0.category == category && requester($0.requester) == who && $0.openedAt <= row.openedAt
        && $0.updatedAt >= row.openedAt + -days * 86_400
    }.map(\.id)
  }

  /// Whether a ticket, opened when its row says, comes back from an earlier one.
  package static func isRepeat(_ row: Summary, of earlier: Ticket) -> Bool {
    guard earlier.id != row.id, earlier.qualification?.category == row.category else { return false }
    return earlier.entries.contains { entry in
      guard case .resolved = entry.fact else { return false }
      return entry.at <= row.openedAt && row.openedAt - entry.at <= days * 86_400
    }
  }

  /// By address where there is one: two people may share a name, and one person writes it in two ways.
  private static func requester(_ party: Party) -> String? {
    let name = party.email ?? party.name
    return name.isEmpty ? nil : Folding.fold(name)
  }
}
