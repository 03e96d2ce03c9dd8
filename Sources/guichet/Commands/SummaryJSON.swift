import Desk

// What `--json` prints. Names are the journal's; times RFC 3339 in UTC; what is absent is left out.
extension Summary {
  package var json: JSON {
    .object(
      of: ("id", .string(id.description)), ("subject", .string(subject)), ("state", .string(state.rawValue)),
      ("level", .string(level.rawValue)), ("priority", .string(priority.name)), ("kind", .string(kind.rawValue)),
      ("qualified", .bool(isQualified)), ("category", category.map(JSON.string)), ("owner", owner.map(JSON.string)),
      ("steward", steward.map(JSON.string)), ("requester", requester.jsonObject),
      ("customer", customer.map(JSON.string)), ("site", site.map(JSON.string)), ("asset", asset.map(JSON.string)),
      ("channel", .string(channel.rawValue)), ("tags", tags.isEmpty ? nil : .array(tags.map(JSON.string))),
      ("opened_at", .string(openedAt.rfc3339)), ("received_at", .string(receivedAt.rfc3339)),
      ("updated_at", .string(updatedAt.rfc3339)), ("next_date", nextDate.map { .string($0.rfc3339) }),
      ("due", due?.json), ("awaits_reply", awaitsReply ? true : nil), ("bounced", hasBounced ? true : nil),
      ("owes_handoff", owesHandoff ? true : nil),
      ("damaged", isDamaged ? true : nil), ("lamport", .int(lamport)))
  }
}

extension Summary.Due {
  var json: JSON {
    switch standing {
    case .running(let due, let warning):
      .object(
        of: ("clock", .string("\(clock)")), ("at", .string(due.rfc3339)), ("warning_at", .string(warning.rfc3339)))
    case .paused(let left): .object(of: ("clock", .string("\(clock)")), ("paused_with", .int(left)))
    }
  }
}

extension Party {
  var jsonObject: JSON {
    .object(
      of: ("name", .string(name)), ("email", email.map(JSON.string)), ("phone", phone.map(JSON.string)))
  }
}

extension Entry {
  var json: JSON {
    .object(
      of: ("event", .string(event)), ("site", .string(site)), ("n", .int(Int64(n))), ("at", .string(at.rfc3339)),
      ("by", .string(by)), ("account", account.map(JSON.string)), ("via", via.map { .string($0.rawValue) }),
      ("op", .string(fact.op)), ("d", fact.d), ("origin", origin.map { .string($0.description) }),
      ("moved_to", movedTo.map { .string($0.description) }))
  }
}

extension Article {
  var json: JSON {
    let audience: Audience? = if case .published(let audience) = state { audience } else { nil }
    return .object(
      of: ("id", .string(id)), ("title", .string(content.title)), ("kind", .string(content.kind.rawValue)),
      ("state", .string(state == .draft ? "draft" : state == .archived ? "archived" : "published")),
      ("audience", audience.map { .string($0.rawValue) }), ("level", .string(content.level.rawValue)),
      ("product", content.product.map(JSON.string)), ("category", content.category.map(JSON.string)),
      ("symptom", .string(content.symptom)), ("steps", .array(content.steps.map(JSON.string))),
      ("text", content.text.text.isEmpty ? nil : .string(content.text.text)), ("reply", content.reply.map(JSON.string)),
      ("keywords", .array(content.keywords.map(JSON.string))), ("reference", content.reference.map(JSON.string)),
      ("author", .string(author)), ("updated_at", .string(updatedAt.rfc3339)), ("helpful", .int(Int64(helpful))),
      ("unhelpful", .int(Int64(unhelpful))))
  }
}
