import Console
import Desk
import Journal

/// Does what the desk does by itself, once, whoever looks first: what is due is found in the rows, decided and recorded
/// under each ticket's lock on the ticket as it is on disk. Ten who look at once tell nothing twice.
struct Ticker {
  let cabinet: Cabinet
  let index: Index

  /// A ticket, and what was recorded on it.
  struct Stroke {
    let id: TicketID
    let subject: String
    let facts: [Fact]
    /// Of calls, that nothing carried any of them: nobody heard of it.
    var isUnheard = false
  }

  /// What came of one look.
  struct Strokes {
    var done: [Stroke] = []
    /// Tickets that could not be written now; the next look finds them again.
    var failures: [(id: TicketID, error: RecordError)] = []
    /// Calls that wait and that were not carried now.
    var waiting: [DutyBoard.OpenPage] = []
    /// Recurring tickets that could not be opened now.
    var unopened: [(name: String, error: RecordError)] = []
  }

  /// Tickets seen to in one look; the next goes on.
  static let limit = 10_000

  /// Looks once, at an instant.
  func tick(at now: Instant) throws(JournalError) -> Strokes {
    _ = try index.refresh()
    if !index.isWhole { try index.makeWhole() }
    var strokes = Strokes()
    var rest = RestHours(cabinet.rules, at: now)
    for row in index.list(Ticker.request(Ticker.states, at: now, limit: Ticker.limit)).rows
    where !rest.cover(row) {
      do throws(RecordError) {
        let facts = try see(to: row.id, at: now)
        if !facts.isEmpty { strokes.done.append(Stroke(id: row.id, subject: row.subject, facts: facts)) }
      } catch { strokes.failures.append((row.id, error)) }
    }
    return strokes
  }

  /// What may have something to be done: a threshold, a wait, an automatic closing.
  static let states = State.active + [.resolved]

  /// The rows that tell of something to be done.
  static func request(_ states: [State], at now: Instant, limit: Int) -> ListRequest {
    ListRequest(
      .and([.term(.states(states)), .term(.stirred)]), order: .received,
      asker: Query.Asker(login: Actor.timer.name, now: now), limit: limit)
  }

  private func see(to id: TicketID, at now: Instant) throws(RecordError) -> [Fact] {
    let rules = cabinet.rules
    var facts: [Fact] = []
    _ = try cabinet.record(on: id, as: .timer, at: now) { ticket throws(Refusal) in
      facts = ticket.tick(under: rules, at: now)
      return facts
    }
    return facts
  }
}
