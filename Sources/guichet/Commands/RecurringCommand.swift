import Console
import Desk
import Journal

// `guichet recurring`: the tickets that open by themselves, and when.
extension Command {
  static let recurring = Command(.recurring, [], [.limit]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let recurring = session.automation?.recurring ?? []
    if recurring.isEmpty, !invocation.printer.isJSON { return invocation.printer.line(invocation.words.noRecurring) }
    let count = try invocation.number(.limit, 1...366) ?? 3
    for recurrence in recurring { invocation.show(recurrence, count, session) }
  }
}

extension Invocation {
  fileprivate func show(_ recurrence: Recurrence, _ count: Int, _ session: Session) {
    let next = recurrence.next(count, after: session.now)
    let last = session.cabinet.lastRecurrence(of: recurrence.name)
    if printer.isJSON {
      return printer.json(
        .object(
          of: ("recurring", .string(recurrence.name)),
          ("last", last.map { .object(of: ("id", .string($0.id.description)), ("date", .int(Int64($0.occurrence)))) }),
          (
            "next",
            .array(
              next.map {
                .object(
                  of: ("date", .int(Int64($0.number))), ("due", .string($0.due.rfc3339)),
                  ("opens", .string($0.opens.rfc3339)))
              })
          )))
    }
    let known = last.map { last in
      " · " + words.lastOpened(words.name(last.id, home: session.home), for: Day(decimal: last.occurrence)?.iso ?? "")
    }
    printer.line(recurrence.name + (known ?? ""))
    for occurrence in next {
      let due = stamp(occurrence.due, recurrence.zone)
      let isAhead = occurrence.opens != occurrence.due
      printer.line("  " + due + (isAhead ? " · " + words.opensAt(stamp(occurrence.opens, recurrence.zone)) : ""))
    }
  }

  /// `2026-11-23 08:00`, on the wall clock of a zone.
  private func stamp(_ instant: Instant, _ zone: Zone) -> String {
    let local = zone.local(instant)
    return "\(local.day.iso) \(Instant.pad(local.secondOfDay / 3600, 2)):\(Instant.pad(local.secondOfDay / 60 % 60, 2))"
  }
}
