// The compound values that events and intents carry.

/// A file that came with a message: its bytes live in the blob store under their SHA-256.
package struct Attachment: Hashable, Sendable {
  package var name: String
  /// Media type, `image/png`.
  package var type: String
  package var bytes: Int
  /// 64 lower-case hex digits.
  package var sha256: String

  package init(name: String, type: String, bytes: Int, sha256: String) {
    self.name = name
    self.type = type
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// A text in a ticket. A long one lies whole in a blob, and `text` is its beginning.
package struct Body: Hashable, Sendable {
  package var text: String
  /// SHA-256 of the blob that holds all of it.
  package var blob: String?

  package init(_ text: String, blob: String? = nil) {
    self.text = text
    self.blob = blob
  }

  package var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}

/// A message between the requester and the desk, either way.
package struct Letter: Hashable, Sendable {
  package var from: Party?
  package var to: [String]
  package var cc: [String]
  package var subject: String?
  package var body: Body
  package var channel: Channel
  package var attachments: [Attachment]
  /// RFC 5322 `Message-ID` with its brackets, and the ids it answers.
  package var messageID: String?
  package var inReplyTo: [String]
  package var references: [String]
  /// Written by a program (RFC 3834): starts and stops nothing.
  package var isAuto: Bool
  /// SHA-256 of the blob that holds the RFC 5322 message as it came.
  package var raw: String?

  package init(
    from: Party? = nil, to: [String] = [], cc: [String] = [], subject: String? = nil, body: Body, channel: Channel,
    attachments: [Attachment] = [], messageID: String? = nil, inReplyTo: [String] = [], references: [String] = [],
    isAuto: Bool = false, raw: String? = nil
  ) {
    self.from = from
    self.to = to
    self.cc = cc
    self.subject = subject
    self.body = body
    self.channel = channel
    self.attachments = attachments
    self.messageID = messageID
    self.inReplyTo = inReplyTo
    self.references = references
    self.isAuto = isAuto
    self.raw = raw
  }
}

/// Words for the desk only.
package struct Note: Hashable, Sendable {
  package var body: Body
  package var visibility: Visibility
  package var attachments: [Attachment]

  package init(_ body: Body, visibility: Visibility = .team, attachments: [Attachment] = []) {
    self.body = body
    self.visibility = visibility
    self.attachments = attachments
  }
}

/// The contract of an escalation: what the next level needs to begin without asking again.
package struct Handoff: Hashable, Sendable {
  package var symptom: String
  /// What was tried; may be blank where the ticket holds a note already.
  package var tried: String
  /// A hypothesis, or "none".
  package var hypothesis: String
  package var needed: String
  /// Logs, screenshots, numbers, or "none".
  package var evidence: String

  package init(
    symptom: String = "", tried: String = "", hypothesis: String = "", needed: String = "", evidence: String = ""
  ) {
    self.symptom = symptom
    self.tried = tried
    self.hypothesis = hypothesis
    self.needed = needed
    self.evidence = evidence
  }
}

/// What a resolution leaves to the knowledge base. Each resolution decides.
package enum KnowledgeDecision: Hashable, Sendable {
  /// An article that served (or was brought up to date), by its id.
  case linked(String)
  /// An article to be written.
  case draft
  /// Nothing to keep, and why.
  case notReusable(String)
}

/// How a ticket was resolved.
package struct Resolution: Hashable, Sendable {
  package var code: ResolutionCode
  package var summary: String
  /// Mandatory from N2 on.
  package var rootCause: String?
  package var told: Told
  package var knowledge: KnowledgeDecision
  /// Resolved by who took the call, with no other hand in between.
  package var firstContact: Bool

  package init(
    code: ResolutionCode, summary: String, rootCause: String? = nil, told: Told, knowledge: KnowledgeDecision,
    firstContact: Bool = false
  ) {
    self.code = code
    self.summary = summary
    self.rootCause = rootCause
    self.told = told
    self.knowledge = knowledge
    self.firstContact = firstContact
  }
}

/// What qualification sets.
package struct Qualification: Hashable, Sendable {
  package var kind: Kind
  package var gravity: Gravity
  package var impact: Impact
  package var category: String

  package init(kind: Kind, gravity: Gravity, impact: Impact, category: String) {
    self.kind = kind
    self.gravity = gravity
    self.impact = impact
    self.category = category
  }
}

/// A wait: for whom, why and until when. Nothing waits without a date.
package struct Wait: Hashable, Sendable {
  package var on: WaitingFor
  package var reason: WaitReason
  package var until: Instant
  /// The vendor, change or problem waited for.
  package var party: String?

  package init(on: WaitingFor, reason: WaitReason, until: Instant, party: String? = nil) {
    self.on = on
    self.reason = reason
    self.until = until
    self.party = party
  }
}

/// A link from one ticket to another.
package struct Link: Hashable, Sendable {
  package var relation: Relation
  package var target: TicketID
  /// The other way round: the target duplicates, follows, blocks … this ticket.
  package var isInverse: Bool

  package init(_ relation: Relation, _ target: TicketID, isInverse: Bool = false) {
    self.relation = relation
    self.target = target
    self.isInverse = isInverse
  }

  /// The same link as the other ticket tells it.
  package func seen(from ticket: TicketID) -> Link {
    switch relation {
    case .parent: Link(.child, ticket)
    case .child: Link(.parent, ticket)
    case .relates: Link(.relates, ticket)
    case .duplicates, .follows, .mentions, .causedBy, .fixedBy, .blocks:
      Link(relation, ticket, isInverse: !isInverse)
    }
  }
}

/// How a ticket begins.
package struct Opening: Hashable, Sendable {
  package var subject: String
  package var channel: Channel
  package var requester: Party
  /// `Customer.id`
  package var customer: String?
  package var site: String?
  package var asset: String?
  /// When it broke, as the requester says.
  package var occurredAt: Instant?
  /// When the contact reached the desk.
  package var receivedAt: Instant?

  package init(
    subject: String, channel: Channel, requester: Party, customer: String? = nil, site: String? = nil,
    asset: String? = nil, occurredAt: Instant? = nil, receivedAt: Instant? = nil
  ) {
    self.subject = subject
    self.channel = channel
    self.requester = requester
    self.customer = customer
    self.site = site
    self.asset = asset
    self.occurredAt = occurredAt
    self.receivedAt = receivedAt
  }
}
