// How the compound values of events stand in JSON.

extension JSON {
  static func strings(_ values: [String]) -> JSON? { values.isEmpty ? nil : .array(values.map(JSON.string)) }
  package var strings: [String]? { array?.compactMap(\.string) }

  static func attachments(_ values: [Attachment]) -> JSON? { values.isEmpty ? nil : .array(values.map(\.json)) }
  var attachments: [Attachment]? { array?.compactMap(Attachment.init(json:)) }

  /// The member `key` as a word of a closed list.
  func word<T: RawRepresentable>(_ key: String) -> T? where T.RawValue == String { self[key]?.string.flatMap(T.init) }
  func instant(_ key: String) -> Instant? { self[key]?.string.flatMap { Instant(rfc3339: $0) } }
  func ticket(_ key: String) -> TicketID? { self[key]?.string.flatMap { TicketID($0) } }
}

extension Party {
  package var json: JSON {
    .object(of: ("name", .string(name)), ("email", email.map(JSON.string)), ("phone", phone.map(JSON.string)))
  }

  package init?(json: JSON) {
    guard let name = json["name"]?.string else { return nil }
    self.init(name: name, email: json["email"]?.string, phone: json["phone"]?.string)
  }
}

extension Attachment {
  package var json: JSON {
    .object(
      of: ("name", .string(name)), ("type", .string(type)), ("bytes", .int(Int64(bytes))), ("sha256", .string(sha256)))
  }

  package init?(json: JSON) {
    guard let name = json["name"]?.string, let type = json["type"]?.string, let bytes = json["bytes"]?.int,
      let sha256 = json["sha256"]?.string
    else { return nil }
    self.init(name: name, type: type, bytes: Int(clamping: bytes), sha256: sha256)
  }
}

extension Opening {
  package var json: JSON {
    .object(
      of: ("subject", .string(subject)), ("channel", .string(channel.rawValue)), ("requester", requester.json),
      ("customer", customer.map(JSON.string)), ("site", site.map(JSON.string)), ("asset", asset.map(JSON.string)),
      ("occurred_at", occurredAt.map { .string($0.rfc3339) }), ("received_at", receivedAt.map { .string($0.rfc3339) }))
  }

  package init?(json: JSON) {
    guard let subject = json["subject"]?.string, let channel: Channel = json.word("channel"),
      let requester = json["requester"].flatMap(Party.init(json:))
    else { return nil }
    self.init(
      subject: subject, channel: channel, requester: requester, customer: json["customer"]?.string,
      site: json["site"]?.string, asset: json["asset"]?.string, occurredAt: json.instant("occurred_at"),
      receivedAt: json.instant("received_at"))
  }
}

extension Qualification {
  package init?(json: JSON) {
    guard let kind: Kind = json.word("kind"),
      let gravity = json["gravity"]?.int.flatMap({ Gravity(rawValue: Int(clamping: $0)) }),
      let impact = json["impact"]?.int.flatMap({ Impact(rawValue: Int(clamping: $0)) }),
      let category = json["category"]?.string
    else { return nil }
    self.init(kind: kind, gravity: gravity, impact: impact, category: category)
  }
}

extension Handoff {
  package var json: JSON {
    .object(
      of: ("symptom", .string(symptom)), ("tried", .string(tried)), ("hypothesis", .string(hypothesis)),
      ("needed", .string(needed)), ("evidence", .string(evidence)))
  }

  package init?(json: JSON) {
    guard let symptom = json["symptom"]?.string, let tried = json["tried"]?.string,
      let hypothesis = json["hypothesis"]?.string, let needed = json["needed"]?.string,
      let evidence = json["evidence"]?.string
    else { return nil }
    self.init(symptom: symptom, tried: tried, hypothesis: hypothesis, needed: needed, evidence: evidence)
  }
}

extension Wait {
  package init?(json: JSON) {
    guard let on: WaitingFor = json.word("on"), let reason: WaitReason = json.word("reason"),
      let until = json.instant("until")
    else { return nil }
    self.init(on: on, reason: reason, until: until, party: json["party"]?.string)
  }
}

extension Resolution {
  package var json: JSON {
    .object(
      of: ("code", .string(code.rawValue)), ("summary", .string(summary)), ("root_cause", rootCause.map(JSON.string)),
      ("told", .string(told.rawValue)), ("kb", knowledge.json), ("first_contact", .bool(firstContact)))
  }

  package init?(json: JSON) {
    guard let code: ResolutionCode = json.word("code"), let summary = json["summary"]?.string,
      let told: Told = json.word("told"), let knowledge = json["kb"].flatMap(KnowledgeDecision.init(json:))
    else { return nil }
    self.init(
      code: code, summary: summary, rootCause: json["root_cause"]?.string, told: told, knowledge: knowledge,
      firstContact: json["first_contact"]?.bool ?? false)
  }
}

extension KnowledgeDecision {
  package var json: JSON {
    switch self {
    case .linked(let article): .object(of: ("decision", "linked"), ("article", .string(article)))
    case .draft: .object(of: ("decision", "draft"))
    case .notReusable(let reason): .object(of: ("decision", "not_reusable"), ("reason", .string(reason)))
    }
  }

  package init?(json: JSON) {
    switch json["decision"]?.string {
    case "linked":
      guard let article = json["article"]?.string else { return nil }
      self = .linked(article)
    case "draft": self = .draft
    case "not_reusable": self = .notReusable(json["reason"]?.string ?? "")
    default: return nil
    }
  }
}

extension Letter {
  package var json: JSON {
    .object(
      of: ("from", from?.json), ("to", .strings(to)), ("cc", .strings(cc)), ("subject", subject.map(JSON.string)),
      ("body", .string(body.text)), ("blob", body.blob.map(JSON.string)), ("channel", .string(channel.rawValue)),
      ("attachments", .attachments(attachments)), ("message_id", messageID.map(JSON.string)),
      ("in_reply_to", .strings(inReplyTo)), ("references", .strings(references)), ("auto", isAuto ? true : nil),
      ("raw", raw.map(JSON.string)))
  }

  package init?(json: JSON) {
    guard let text = json["body"]?.string, let channel: Channel = json.word("channel") else { return nil }
    self.init(
      from: json["from"].flatMap(Party.init(json:)), to: json["to"]?.strings ?? [], cc: json["cc"]?.strings ?? [],
      subject: json["subject"]?.string, body: Body(text, blob: json["blob"]?.string), channel: channel,
      attachments: json["attachments"]?.attachments ?? [], messageID: json["message_id"]?.string,
      inReplyTo: json["in_reply_to"]?.strings ?? [], references: json["references"]?.strings ?? [],
      isAuto: json["auto"]?.bool ?? false, raw: json["raw"]?.string)
  }
}

extension Link {
  package init?(json: JSON) {
    guard let relation: Relation = json.word("rel"), let target = json.ticket("target") else { return nil }
    self.init(relation, target, isInverse: json["inverse"]?.bool ?? false)
  }
}
