import Desk
import Journal

// The tickets that open by themselves: opened by whoever ticks first, once for each date.
extension Ticker {
  /// Opens what is due at an instant. Of the dates on which nobody looked only the latest is opened, and says how many
  /// went by. `since`: when the configuration in force came into force.
  func openRecurring(_ automation: Automation, _ shelf: RuleShelf, since: Instant, at now: Instant) -> Strokes {
    var strokes = Strokes()
    for recurrence in automation.recurring {
      let known = cabinet.lastRecurrence(of: recurrence.name)?.occurrence
      // Asked again under the rule's lock.
      guard recurrence.due(at: now, after: known, since: since) != nil else { continue }
      do throws(RecordError) {
        guard let (_, ticket) = try open(recurrence, automation, shelf, since, now) else { continue }
        strokes.done.append(
          Stroke(id: ticket.id, subject: ticket.subject, facts: ticket.entries.map(\.fact).filter(\.isRecurrence)))
      } catch { strokes.unopened.append((recurrence.name, error)) }
    }
    return strokes
  }

  private func open(
    _ recurrence: Recurrence, _ automation: Automation, _ shelf: RuleShelf, _ since: Instant, _ now: Instant
  ) throws(RecordError) -> (occurrence: Int, ticket: Ticket)? {
    let rules = cabinet.rules
    let roster = DeskRoster(cabinet, shelf, now).answers
    return try cabinet.recur(recurrence.name, at: now) { last in
      guard let (occurrence, missed) = recurrence.due(at: now, after: last, since: since) else { return nil }
      return (
        occurrence.number,
        { id throws(Refusal) in
          try recurrence.pending(
            occurrence, missed: missed, on: id, under: rules, at: now, templates: automation.templates,
            roster: roster, naming: { Token.event() })
        }
      )
    }
  }
}

extension Fact {
  fileprivate var isRecurrence: Bool { if case .automat(.recurred) = self { true } else { false } }
}
