// How each fact stands in a journal line: `op` and `d`. Reading is the mirror of writing, case by case;
// a known `op` whose data does not fit is read as unknown, never guessed at.

extension Fact {
  package var op: String {
    switch self {
    case .opened: "ticket.opened"
    case .qualified: "ticket.qualified"
    case .priorityOverridden: "priority.overridden"
    case .routed: "ticket.routed"
    case .assigned: "ticket.assigned"
    case .released: "ticket.released"
    case .escalated: "ticket.escalated"
    case .handoffCompleted: "handoff.completed"
    case .returned: "ticket.returned"
    case .planned: "ticket.planned"
    case .waiting: "ticket.waiting"
    case .resumed: "ticket.resumed"
    case .resolved: "ticket.resolved"
    case .reopened: "ticket.reopened"
    case .closed: "ticket.closed"
    case .cancelled: "ticket.cancelled"
    case .restored: "ticket.restored"
    case .markedSpam: "ticket.spam"
    case .unmarkedSpam: "ticket.unspam"
    case .stewardChanged: "steward.changed"
    case .messageIn: "message.in"
    case .messageOut: "message.out"
    case .noteAdded: "note.added"
    case .deliveryFailed: "delivery.failed"
    case .linkAdded: "link.added"
    case .linkRemoved: "link.removed"
    case .mergedInto: "merged.into"
    case .mergedFrom: "merged.from"
    case .mergeUndone: "merge.undone"
    case .splitOut: "split.out"
    case .splitIn: "split.in"
    case .watcherAdded: "watcher.added"
    case .watcherRemoved: "watcher.removed"
    case .tagAdded: "tag.added"
    case .tagRemoved: "tag.removed"
    case .repaired: Repair.op
    case .work(let fact): fact.op
    case .service(let fact): fact.op
    case .duty(let fact): fact.op
    case .concern(let fact): fact.op
    case .automat(let fact): fact.op
    case .unknown(let op, _): op
    }
  }

  package var d: JSON {
    switch self {
    case .opened(let opening): opening.json
    case .qualified(let q):
      .object(
        of: ("kind", .string(q.kind.rawValue)), ("gravity", .int(Int64(q.gravity.rawValue))),
        ("impact", .int(Int64(q.impact.rawValue))), ("category", .string(q.category)))
    case .priorityOverridden(let priority, let reason):
      .object(of: ("priority", priority.map { .int(Int64($0.rawValue)) }), ("reason", .string(reason)))
    case .routed(let group): .object(of: ("group", .string(group)))
    case .assigned(let to, let mode, let reason):
      .object(of: ("to", .string(to)), ("mode", .string(mode.rawValue)), ("reason", reason.map(JSON.string)))
    case .released(let reason): .object(of: ("reason", reason.map(JSON.string)))
    case .escalated(let from, let to, let handoff, let target):
      .object(
        of: ("from", .string(from.rawValue)), ("to", .string(to.rawValue)), ("handoff", handoff?.json),
        ("target", target.map(JSON.string)))
    case .handoffCompleted(let handoff): .object(of: ("handoff", handoff.json))
    case .returned(let from, let to, let reason):
      .object(of: ("from", .string(from.rawValue)), ("to", .string(to.rawValue)), ("reason", .string(reason)))
    case .planned(let start, let chosenBy):
      .object(of: ("start", .string(start.rfc3339)), ("chosen_by", .string(chosenBy.rawValue)))
    case .waiting(let wait):
      .object(
        of: ("on", .string(wait.on.rawValue)), ("reason", .string(wait.reason.rawValue)),
        ("until", .string(wait.until.rfc3339)), ("party", wait.party.map(JSON.string)))
    case .resumed(let cause): .object(of: ("cause", .string(cause.rawValue)))
    case .resolved(let resolution): resolution.json
    case .reopened(let cause, let reason):
      .object(of: ("cause", .string(cause.rawValue)), ("reason", .string(reason)))
    case .closed(let cause): .object(of: ("cause", .string(cause.rawValue)))
    case .cancelled(let reason), .restored(let reason): .object(of: ("reason", .string(reason)))
    case .markedSpam, .unmarkedSpam: .object([])
    case .stewardChanged(let to): .object(of: ("to", .string(to)))
    case .messageIn(let letter), .messageOut(let letter): letter.json
    case .noteAdded(let note):
      .object(
        of: ("body", .string(note.body.text)), ("blob", note.body.blob.map(JSON.string)),
        ("visibility", .string(note.visibility.rawValue)), ("attachments", .attachments(note.attachments)))
    case .deliveryFailed(let recipient, let status):
      .object(of: ("recipient", .string(recipient)), ("status", .string(status)))
    case .linkAdded(let link), .linkRemoved(let link):
      .object(
        of: ("rel", .string(link.relation.rawValue)), ("target", .string(link.target.description)),
        ("inverse", link.isInverse ? true : nil))
    case .mergedInto(let id), .mergeUndone(let id): .object(of: ("target", .string(id.description)))
    case .mergedFrom(let id, let upTo):
      .object(of: ("source", .string(id.description)), ("upto", .int(Int64(upTo))))
    case .splitOut(let to, let event):
      .object(of: ("target", .string(to.description)), ("event", .string(event)))
    case .splitIn(let from, let event):
      .object(of: ("source", .string(from.description)), ("event", .string(event)))
    case .watcherAdded(let who), .watcherRemoved(let who): .object(of: ("who", .string(who)))
    case .tagAdded(let tag), .tagRemoved(let tag): .object(of: ("tag", .string(tag)))
    case .repaired(let repair): repair.json
    case .work(let fact): fact.d
    case .service(let fact): fact.d
    case .duty(let fact): fact.d
    case .concern(let fact): fact.d
    case .automat(let fact): fact.d
    case .unknown(_, let d): d
    }
  }

  /// nil where `op` is not known here or its data does not fit.
  static func read(op: String, d: JSON) -> Fact? {
    switch op {
    case "ticket.opened": Opening(json: d).map(Fact.opened)
    case "ticket.qualified": Qualification(json: d).map(Fact.qualified)
    case "priority.overridden": readOverride(d)
    case "ticket.routed": d["group"]?.string.map { .routed(group: $0) }
    case "ticket.assigned": readAssigned(d)
    case "ticket.released": .released(reason: d["reason"]?.string)
    case "ticket.escalated": readEscalated(d)
    case "handoff.completed": d["handoff"].flatMap(Handoff.init(json:)).map(Fact.handoffCompleted)
    case "ticket.returned": readReturned(d)
    case "ticket.planned": readPlanned(d)
    case "ticket.waiting": Wait(json: d).map(Fact.waiting)
    case "ticket.resumed": d.word("cause").map(Fact.resumed)
    case "ticket.resolved": Resolution(json: d).map(Fact.resolved)
    case "ticket.reopened": readReopened(d)
    case "ticket.closed": d.word("cause").map(Fact.closed)
    case "ticket.cancelled": d["reason"]?.string.map { .cancelled(reason: $0) }
    case "ticket.restored": d["reason"]?.string.map { .restored(reason: $0) }
    case "ticket.spam": .markedSpam
    case "ticket.unspam": .unmarkedSpam
    case "steward.changed": d["to"]?.string.map { .stewardChanged(to: $0) }
    case "message.in": Letter(json: d).map(Fact.messageIn)
    case "message.out": Letter(json: d).map(Fact.messageOut)
    case "note.added": readNote(d)
    case "delivery.failed": readDelivery(d)
    case "link.added": Link(json: d).map(Fact.linkAdded)
    case "link.removed": Link(json: d).map(Fact.linkRemoved)
    case "merged.into": d.ticket("target").map(Fact.mergedInto)
    case "merged.from": readMergedFrom(d)
    case "merge.undone": d.ticket("target").map(Fact.mergeUndone)
    case "split.out": readSplit(d, "target").map { .splitOut(to: $0.0, event: $0.1) }
    case "split.in": readSplit(d, "source").map { .splitIn(from: $0.0, event: $0.1) }
    case "watcher.added": d["who"]?.string.map(Fact.watcherAdded)
    case "watcher.removed": d["who"]?.string.map(Fact.watcherRemoved)
    case "tag.added": d["tag"]?.string.map(Fact.tagAdded)
    case "tag.removed": d["tag"]?.string.map(Fact.tagRemoved)
    case Repair.op: Repair(json: d).map(Fact.repaired)
    default: readFamily(op: op, d: d)
    }
  }

  private static func readFamily(op: String, d: JSON) -> Fact? {
    WorkFact.read(op: op, d: d).map(Fact.work) ?? ServiceFact.read(op: op, d: d).map(Fact.service)
      ?? DutyFact.read(op: op, d: d).map(Fact.duty) ?? ConcernFact.read(op: op, d: d).map(Fact.concern)
      ?? AutomatFact.read(op: op, d: d).map(Fact.automat)
  }

  private static func readOverride(_ d: JSON) -> Fact? {
    guard let reason = d["reason"]?.string else { return nil }
    guard let value = d["priority"] else { return .priorityOverridden(nil, reason: reason) }
    return value.int.flatMap { Priority(rawValue: Int(clamping: $0)) }.map { .priorityOverridden($0, reason: reason) }
  }

  private static func readAssigned(_ d: JSON) -> Fact? {
    guard let to = d["to"]?.string, let mode: AssignMode = d.word("mode") else { return nil }
    return .assigned(to: to, mode: mode, reason: d["reason"]?.string)
  }

  private static func readEscalated(_ d: JSON) -> Fact? {
    guard let from: Level = d.word("from"), let to: Level = d.word("to") else { return nil }
    return .escalated(
      from: from, to: to, handoff: d["handoff"].flatMap(Handoff.init(json:)), target: d["target"]?.string)
  }

  private static func readReturned(_ d: JSON) -> Fact? {
    guard let from: Level = d.word("from"), let to: Level = d.word("to"), let reason = d["reason"]?.string else {
      return nil
    }
    return .returned(from: from, to: to, reason: reason)
  }

  private static func readPlanned(_ d: JSON) -> Fact? {
    guard let start = d.instant("start"), let by: ChosenBy = d.word("chosen_by") else { return nil }
    return .planned(start: start, chosenBy: by)
  }

  private static func readReopened(_ d: JSON) -> Fact? {
    guard let cause: ReopenCause = d.word("cause"), let reason = d["reason"]?.string else { return nil }
    return .reopened(cause, reason: reason)
  }

  private static func readNote(_ d: JSON) -> Fact? {
    guard let text = d["body"]?.string, let visibility: Visibility = d.word("visibility") else { return nil }
    return .noteAdded(
      Note(
        Body(text, blob: d["blob"]?.string), visibility: visibility, attachments: d["attachments"]?.attachments ?? []))
  }

  private static func readDelivery(_ d: JSON) -> Fact? {
    guard let recipient = d["recipient"]?.string, let status = d["status"]?.string else { return nil }
    return .deliveryFailed(recipient: recipient, status: status)
  }

  private static func readMergedFrom(_ d: JSON) -> Fact? {
    guard let source = d.ticket("source"), let upTo = d["upto"]?.int else { return nil }
    return .mergedFrom(source, upTo: Int(clamping: upTo))
  }

  private static func readSplit(_ d: JSON, _ key: String) -> (TicketID, String)? {
    guard let id = d.ticket(key), let event = d["event"]?.string else { return nil }
    return (id, event)
  }
}
