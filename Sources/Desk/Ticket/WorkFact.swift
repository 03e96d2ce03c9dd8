/// What was done on a ticket: time, tasks, sessions at a distance, checklists.
package enum WorkFact: FactFamily {
  case timeLogged(WorkTime)
  /// The time that an event logged is so many minutes; what it said before stays readable.
  case timeCorrected(event: String, minutes: Int, reason: String)
  /// Known by the event that added it.
  case taskAdded(WorkTask)
  case taskDone(event: String, outcome: String)
  case remoteSession(RemoteSession)
  /// Known by the event that applied it.
  case checklistApplied(name: String, items: [String])
  /// `item` counts from 1.
  case checklistTicked(event: String, item: Int, isDone: Bool)

  package var op: String {
    switch self {
    case .timeLogged: "time.logged"
    case .timeCorrected: "time.corrected"
    case .taskAdded: "task.added"
    case .taskDone: "task.done"
    case .remoteSession: "remote.session"
    case .checklistApplied: "checklist.applied"
    case .checklistTicked: "checklist.ticked"
    }
  }

  package var d: JSON {
    switch self {
    case .timeLogged(let time): time.json
    case .timeCorrected(let event, let minutes, let reason):
      .object(of: ("event", .string(event)), ("minutes", .int(Int64(minutes))), ("reason", .string(reason)))
    case .taskAdded(let task): task.json
    case .taskDone(let event, let outcome): .object(of: ("event", .string(event)), ("outcome", .string(outcome)))
    case .remoteSession(let session): session.json
    case .checklistApplied(let name, let items):
      .object(of: ("name", .string(name)), ("items", .array(items.map(JSON.string))))
    case .checklistTicked(let event, let item, let isDone):
      .object(of: ("event", .string(event)), ("item", .int(Int64(item))), ("done", .bool(isDone)))
    }
  }

  static func read(op: String, d: JSON) -> WorkFact? {
    switch op {
    case "time.logged": WorkTime(json: d).map(WorkFact.timeLogged)
    case "time.corrected": readCorrection(d)
    case "task.added": WorkTask(json: d).map(WorkFact.taskAdded)
    case "task.done": readTaskDone(d)
    case "remote.session": RemoteSession(json: d).map(WorkFact.remoteSession)
    case "checklist.applied": readChecklist(d)
    case "checklist.ticked": readTick(d)
    default: nil
    }
  }

  private static func readCorrection(_ d: JSON) -> WorkFact? {
    guard let event = d["event"]?.string, let minutes = d["minutes"]?.int, let reason = d["reason"]?.string else {
      return nil
    }
    return .timeCorrected(event: event, minutes: Int(clamping: minutes), reason: reason)
  }

  private static func readTaskDone(_ d: JSON) -> WorkFact? {
    guard let event = d["event"]?.string, let outcome = d["outcome"]?.string else { return nil }
    return .taskDone(event: event, outcome: outcome)
  }

  private static func readChecklist(_ d: JSON) -> WorkFact? {
    guard let name = d["name"]?.string, let items = d["items"]?.strings else { return nil }
    return .checklistApplied(name: name, items: items)
  }

  private static func readTick(_ d: JSON) -> WorkFact? {
    guard let event = d["event"]?.string, let item = d["item"]?.int, let isDone = d["done"]?.bool else { return nil }
    return .checklistTicked(event: event, item: Int(clamping: item), isDone: isDone)
  }
}

/// Time spent.
package struct WorkTime: Hashable, Sendable {
  package var minutes: Int
  package var activity: Activity
  /// Drawn from the contract's credit, or invoiced.
  package var isBillable: Bool
  /// `Contract.id`: what paid as it was logged. nil in an older event, or where nothing paid: the ticket's own.
  package var contract: String?
  /// When the work was done, where it was not just now.
  package var doneAt: Instant?

  package init(
    minutes: Int, activity: Activity, isBillable: Bool = true, contract: String? = nil, doneAt: Instant? = nil
  ) {
    self.minutes = minutes
    self.activity = activity
    self.isBillable = isBillable
    self.contract = contract
    self.doneAt = doneAt
  }

  var json: JSON {
    .object(
      of: ("minutes", .int(Int64(minutes))), ("activity", .string(activity.rawValue)), ("billable", .bool(isBillable)),
      ("contract", contract.map(JSON.string)), ("done_at", doneAt.map { .string($0.rfc3339) }))
  }

  init?(json: JSON) {
    guard let minutes = json["minutes"]?.int, let activity: Activity = json.word("activity") else { return nil }
    self.init(
      minutes: Int(clamping: minutes), activity: activity, isBillable: json["billable"]?.bool ?? true,
      contract: json["contract"]?.string, doneAt: json.instant("done_at"))
  }
}

/// Something to be done for a ticket, at a place and a time where they are known.
package struct WorkTask: Hashable, Sendable {
  package var title: String
  package var kind: TaskKind
  /// An agent's login.
  package var assignee: String?
  package var start: Instant?
  package var end: Instant?
  /// The site of an intervention, the workshop.
  package var place: String?
  /// Minutes on the road, both ways.
  package var travel: Int

  package init(
    _ title: String, kind: TaskKind = .other, assignee: String? = nil, start: Instant? = nil, end: Instant? = nil,
    place: String? = nil, travel: Int = 0
  ) {
    self.title = title
    self.kind = kind
    self.assignee = assignee
    self.start = start
    self.end = end
    self.place = place
    self.travel = travel
  }

  var json: JSON {
    .object(
      of: ("title", .string(title)), ("kind", .string(kind.rawValue)), ("assignee", assignee.map(JSON.string)),
      ("start", start.map { .string($0.rfc3339) }), ("end", end.map { .string($0.rfc3339) }),
      ("place", place.map(JSON.string)), ("travel_minutes", travel == 0 ? nil : .int(Int64(travel))))
  }

  init?(json: JSON) {
    guard let title = json["title"]?.string, let kind: TaskKind = json.word("kind") else { return nil }
    self.init(
      title, kind: kind, assignee: json["assignee"]?.string, start: json.instant("start"), end: json.instant("end"),
      place: json["place"]?.string, travel: Int(clamping: json["travel_minutes"]?.int ?? 0))
  }
}

/// A session at the requester's machine, from a distance.
package struct RemoteSession: Hashable, Sendable {
  /// The program it was done with.
  package var tool: String
  package var start: Instant
  package var end: Instant
  /// How the requester agreed: in their words, or by which click.
  package var consent: String

  package init(tool: String, start: Instant, end: Instant, consent: String) {
    self.tool = tool
    self.start = start
    self.end = end
    self.consent = consent
  }

  var json: JSON {
    .object(
      of: ("tool", .string(tool)), ("start", .string(start.rfc3339)), ("end", .string(end.rfc3339)),
      ("consent", .string(consent)))
  }

  init?(json: JSON) {
    guard let tool = json["tool"]?.string, let start = json.instant("start"), let end = json.instant("end"),
      let consent = json["consent"]?.string
    else { return nil }
    self.init(tool: tool, start: start, end: end, consent: consent)
  }
}

/// What time was spent on.
package enum Activity: String, CaseIterable, Sendable {
  case diagnosis, repair, call, remote, onsite, workshop, travel, followUp = "follow_up", other
}

/// Where a task is done.
package enum TaskKind: String, CaseIterable, Sendable {
  case onsite, workshop, remote, call, other
}
