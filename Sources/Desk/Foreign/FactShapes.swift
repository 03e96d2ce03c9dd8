// What the data of each operation must hold. `FactCodec` reads leniently, for a line that is in a journal has to be
// shown as far as it reads; what comes from elsewhere is looked at member by member before it becomes a line.
// Left out: what names other tickets (links, mergings, splittings), for their numbers are given here and not there;
// what names other events (time put right, tasks done, items ticked), for these are given new names as well; what names
// blobs, for their bytes are not in the line; what our own clocks, rotas and rules did (thresholds, pages, rules,
// recurring tickets, a ticket left to others); and `journal.repaired`, which is about our own files.

extension Fact {
  /// The members that `d` of an operation may and must have; nil for an operation that is not taken from elsewhere.
  static func shape(of op: String) -> [FieldShape]? { shapes[op] }

  /// The operations that can be taken from elsewhere, sorted.
  package static var foreignOperations: [String] { shapes.keys.sorted() }

  private static let short = FieldShape.Value.text(most: Limits.shortText)
  private static let prose = FieldShape.Value.words(most: Limits.shortText)
  private static let person = FieldShape.Value.text(most: Limits.name)
  private static let body = FieldShape.Value.words(most: Limits.body)
  private static let optionalReason = [FieldShape.maybe("reason", prose)]
  private static let reason = [FieldShape("reason", prose)]

  private static func choice<T: CaseIterable & RawRepresentable>(_: T.Type) -> FieldShape.Value
  where T.RawValue == String { .choice(T.allCases.map(\.rawValue)) }

  private static let party = FieldShape.Value.object([
    FieldShape("name", .words(most: Limits.name)), .maybe("email", person), .maybe("phone", person),
  ])

  private static let opening: [FieldShape] = [
    FieldShape("subject", .text(most: Limits.subject)), FieldShape("channel", choice(Channel.self)),
    FieldShape("requester", party), .maybe("customer", person), .maybe("site", person), .maybe("asset", person),
    .maybe("occurred_at", .instant), .maybe("received_at", .instant),
  ]

  private static let handoff = FieldShape.Value.object(
    ["symptom", "tried", "hypothesis", "needed", "evidence"].map { FieldShape($0, prose) })

  private static let levels = [FieldShape("from", choice(Level.self)), FieldShape("to", choice(Level.self))]

  private static let resolution: [FieldShape] = [
    FieldShape("code", choice(ResolutionCode.self)), FieldShape("summary", prose), .maybe("root_cause", prose),
    FieldShape("told", choice(Told.self)), .maybe("first_contact", .truth),
    FieldShape(
      "kb",
      .object([
        FieldShape("decision", .choice(["linked", "draft", "not_reusable"])), .maybe("article", person),
        .maybe("reason", prose),
      ])),
  ]

  private static let letter: [FieldShape] = [
    .maybe("from", party), .maybe("to", .texts(most: Limits.name)), .maybe("cc", .texts(most: Limits.name)),
    .maybe("subject", .words(most: Limits.subject)), FieldShape("body", body),
    FieldShape("channel", choice(Channel.self)), .maybe("message_id", .words(most: Limits.subject)),
    .maybe("in_reply_to", .texts(most: Limits.subject)), .maybe("references", .texts(most: Limits.subject)),
    .maybe("auto", .truth),
  ]

  private static let shapes: [String: [FieldShape]] = [
    "ticket.opened": opening,
    "ticket.qualified": [
      FieldShape("kind", choice(Kind.self)), FieldShape("gravity", .number(1...4)),
      FieldShape("impact", .number(1...4)), FieldShape("category", short),
    ],
    "priority.overridden": [.maybe("priority", .number(0...5)), FieldShape("reason", prose)],
    "ticket.routed": [FieldShape("group", person)],
    "ticket.assigned": [
      FieldShape("to", person), FieldShape("mode", choice(AssignMode.self)), .maybe("reason", prose),
    ],
    "ticket.released": optionalReason,
    "ticket.escalated": levels + [.maybe("handoff", handoff), .maybe("target", person)],
    "handoff.completed": [FieldShape("handoff", handoff)],
    "ticket.returned": levels + reason,
    "ticket.planned": [FieldShape("start", .instant), FieldShape("chosen_by", choice(ChosenBy.self))],
    "ticket.waiting": [
      FieldShape("on", choice(WaitingFor.self)), FieldShape("reason", choice(WaitReason.self)),
      FieldShape("until", .instant), .maybe("party", person),
    ],
    "ticket.resumed": [FieldShape("cause", choice(ResumeCause.self))],
    "ticket.resolved": resolution,
    "ticket.reopened": [FieldShape("cause", choice(ReopenCause.self))] + reason,
    "ticket.closed": [FieldShape("cause", choice(CloseCause.self))],
    "ticket.cancelled": reason, "ticket.restored": reason, "ticket.spam": [], "ticket.unspam": [],
    "steward.changed": [FieldShape("to", person)],
    "message.in": letter, "message.out": letter,
    "note.added": [FieldShape("body", body), FieldShape("visibility", choice(Visibility.self))],
    "delivery.failed": [FieldShape("recipient", person), FieldShape("status", prose)],
    "watcher.added": [FieldShape("who", person)], "watcher.removed": [FieldShape("who", person)],
    "tag.added": [FieldShape("tag", person)], "tag.removed": [FieldShape("tag", person)],
  ].merging(work) { first, _ in first }.merging(concern) { first, _ in first }

  private static let work: [String: [FieldShape]] = [
    "time.logged": [
      FieldShape("minutes", .number(1...Int64(Limits.timeMinutes))), FieldShape("activity", choice(Activity.self)),
      .maybe("billable", .truth), .maybe("contract", person), .maybe("done_at", .instant),
    ],
    "task.added": [
      FieldShape("title", short), FieldShape("kind", choice(TaskKind.self)), .maybe("assignee", person),
      .maybe("start", .instant), .maybe("end", .instant), .maybe("place", prose),
      .maybe("travel_minutes", .number(0...Int64(Limits.timeMinutes))),
    ],
    "remote.session": [
      FieldShape("tool", short), FieldShape("start", .instant), FieldShape("end", .instant),
      FieldShape("consent", short),
    ],
    "checklist.applied": [FieldShape("name", short), FieldShape("items", .texts(most: Limits.shortText))],
  ]

  private static let concern: [String: [FieldShape]] = [
    "requester.changed": [FieldShape("to", party), .maybe("customer", person), .maybe("site", person)],
    "asset.linked": [.maybe("asset", person)], "contract.linked": [.maybe("contract", person)],
    "csat.asked": [FieldShape("of", person)],
    "csat.answered": [
      FieldShape("score", .number(Int64(Satisfaction.scores.lowerBound)...Int64(Satisfaction.scores.upperBound))),
      .maybe("comment", prose),
    ],
    "major.declared": [
      FieldShape("reason", prose),
      .maybe("every_minutes", .number(Int64(Major.minutes.lowerBound)...Int64(Major.minutes.upperBound))),
    ],
    "major.ended": reason,
    "sla.waived": [FieldShape("clock", .choice(ServiceClock.allCases.map(\.name)))] + reason,
  ]
}
