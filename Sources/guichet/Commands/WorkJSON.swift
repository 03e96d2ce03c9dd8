import Desk

// What `guichet show --json` says of work, bonds and opinions. Names are the journal's.
extension Work {
  var json: JSON? {
    if self == Work() { return nil }
    return .object(
      of: ("minutes", .int(Int64(minutes))), ("billable_minutes", .int(Int64(billableMinutes))),
      ("times", times.isEmpty ? nil : .array(times.map(\.json))),
      ("tasks", tasks.isEmpty ? nil : .array(tasks.map(\.json))),
      ("sessions", sessions.isEmpty ? nil : .array(sessions.map(\.json))),
      ("checklists", checklists.isEmpty ? nil : .array(checklists.map(\.json))))
  }
}

extension TimeSpent {
  var json: JSON {
    .object(
      of: ("event", .string(event)), ("by", .string(by)), ("minutes", .int(Int64(minutes))),
      ("logged_minutes", correction == nil ? nil : .int(Int64(logged.minutes))),
      ("activity", .string(logged.activity.rawValue)), ("billable", .bool(isBillable)),
      ("contract", logged.contract.map(JSON.string)), ("done_at", .string(doneAt.rfc3339)),
      ("corrected_by", correction.map { .string($0.by) }), ("reason", correction.map { .string($0.reason) }))
  }
}

extension TaskSheet {
  var json: JSON {
    .object(
      of: ("event", .string(event)), ("by", .string(by)), ("title", .string(task.title)),
      ("kind", .string(task.kind.rawValue)), ("assignee", task.assignee.map(JSON.string)),
      ("start", task.start.map { .string($0.rfc3339) }), ("end", task.end.map { .string($0.rfc3339) }),
      ("place", task.place.map(JSON.string)), ("travel_minutes", task.travel == 0 ? nil : .int(Int64(task.travel))),
      ("done", .bool(!isOpen)), ("outcome", outcome.map { .string($0.text) }))
  }
}

extension SessionRecord {
  var json: JSON {
    .object(
      of: ("event", .string(event)), ("by", .string(by)), ("tool", .string(session.tool)),
      ("start", .string(session.start.rfc3339)), ("end", .string(session.end.rfc3339)),
      ("consent", .string(session.consent)))
  }
}

extension Checklist {
  var json: JSON {
    .object(
      of: ("event", .string(event)), ("name", .string(name)), ("done", .int(Int64(done))),
      ("items", .array(items.map { .object(of: ("text", .string($0.text)), ("by", $0.doneBy.map(JSON.string))) })))
  }
}

extension Major {
  func json(next: Instant?) -> JSON {
    .object(
      of: ("reason", .string(reason)), ("by", .string(by)), ("declared_at", .string(declaredAt.rfc3339)),
      ("every_minutes", .int(Int64(every))), ("communication_due", next.map { .string($0.rfc3339) }))
  }
}

extension Satisfaction {
  var json: JSON {
    .object(
      of: ("asked_of", asked.map { .string($0.of) }), ("asked_at", asked.map { .string($0.at.rfc3339) }),
      ("score", answer.map { .int(Int64($0.score)) }), ("comment", answer?.comment.map(JSON.string)),
      ("answered_at", answer.map { .string($0.at.rfc3339) }))
  }
}

extension Link {
  var json: JSON {
    .object(
      of: ("rel", .string(relation.rawValue)), ("target", .string(target.description)),
      ("inverse", isInverse ? true : nil))
  }
}

extension HalfPair {
  var json: JSON {
    switch self {
    case .merge(let source, let target): HalfPair.object("merge", source, target)
    case .unmerge(let source, let target): HalfPair.object("unmerge", source, target)
    case .split(let source, let to): HalfPair.object("split", source, to)
    case .link(let id, let link): HalfPair.object("link", id, link.target, link.relation)
    case .unlink(let id, let link): HalfPair.object("unlink", id, link.target, link.relation)
    }
  }

  private static func object(
    _ what: String, _ source: TicketID, _ target: TicketID, _ relation: Relation? = nil
  ) -> JSON {
    .object(
      of: ("unfinished", .string(what)), ("source", .string(source.description)),
      ("target", .string(target.description)), ("rel", relation.map { .string($0.rawValue) }))
  }
}

extension Ticket {
  /// What a ticket holds besides its row: only what is there.
  func holdings(repeats: [TicketID], halves: [HalfPair]) -> [JSON.Member] {
    func names(_ ids: [TicketID]) -> JSON? { ids.isEmpty ? nil : .array(ids.map { .string($0.description) }) }
    let all: [(String, JSON?)] = [
      ("work", work.json), ("contract", contract.map(JSON.string)),
      ("major", major.map { $0.json(next: communicationDue) }), ("csat", satisfaction?.json),
      ("links", links.isEmpty ? nil : .array(links.map(\.json))),
      ("watchers", watchers.isEmpty ? nil : .array(watchers.map(JSON.string))),
      ("merged_into", mergedInto.map { .string($0.description) }), ("absorbed", names(bonds.absorbed.map(\.id))),
      ("repeats", names(repeats)), ("halves", halves.isEmpty ? nil : .array(halves.map(\.json))),
    ]
    return all.compactMap { key, value in value.map { JSON.Member(key, $0) } }
  }
}
