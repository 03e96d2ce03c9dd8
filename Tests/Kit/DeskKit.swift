import Desk

/// A small desk to test rules on: one agent of each profile, and a ticket that lives by intents.
package struct TestDesk {
  package static let start = Instant(rfc3339: "2026-03-09T09:00:00.000Z")!
  package static let rules = Rules(directory: directory)

  package static let directory: Directory = {
    var directory = Directory()
    let agents: [(String, Profile)] = [
      ("amel", .n1), ("bob", .n1), ("chloe", .n2), ("driss", .n2), ("eva", .n3), ("rene", .manager), ("ines", .admin),
      ("otto", .auditor),
    ]
    for (login, profile) in agents {
      directory.apply(.agent(Agent(login: login, name: login.capitalizedFirst, profile: profile)))
    }
    directory.apply(.agent(Agent(login: "gone", name: "Gone", profile: .n2, active: false)))
    return directory
  }()

  /// The agent, or machine, of that name as an actor.
  package static func actor(_ name: String) -> Actor {
    if let agent = directory.agents[name] { return Actor(name: name, profile: agent.profile, via: .tui) }
    return Actor(name: name, profile: name == "requester" ? .requester : .machine, via: .mail)
  }
}

extension String {
  /// `amel` → `Amel`.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// A ticket's life told by intents: each is decided and folded as the shell would do it.
package struct Life {
  package private(set) var ticket: Ticket
  package private(set) var events: [TicketEvent] = []
  package var now: Instant
  package var rules: Rules

  /// A ticket opened by Amel on the phone.
  package init(
    _ subject: String = "Imprimante en panne", id: TicketID = TicketID(site: "LYO", number: 1),
    at now: Instant = TestDesk.start, rules: Rules = TestDesk.rules, channel: Channel = .phone
  ) {
    ticket = Ticket(id: id)
    self.now = now
    self.rules = rules
    let opening = Opening(
      subject: subject, channel: channel, requester: Party(name: "Élise Bérard", email: "elise@exemple.fr"),
      receivedAt: now)
    let message = Letter(from: opening.requester, body: Body("Plus rien ne sort."), channel: channel)
    let actor = channel == .mail ? Actor.mail : TestDesk.actor("amel")
    // A legal opening: it cannot be refused.
    let facts = try! Decision.open(opening, message: message, qualification: nil, as: actor, under: rules, at: now)
    record(facts, by: actor)
  }

  /// One intent a minute later; throws the refusal.
  package mutating func act(_ name: String, _ intent: Intent, seen: Int64? = nil) throws(Refusal) {
    now = now + 60
    let actor = TestDesk.actor(name)
    let decision = Decision(on: ticket, as: actor, under: rules, at: now)
    record(try decision.decide(intent, seen: seen), by: actor)
  }

  package mutating func record(_ facts: [Fact], by actor: Actor) {
    for fact in facts {
      let event = TicketEvent(
        id: "E\(events.count + 1)", site: ticket.id.site, n: events.count + 1, lamport: ticket.lamport + 1, at: now,
        by: actor.name, account: actor.account, via: actor.via, fact: fact)
      events.append(event)
      ticket.apply(event, under: rules)
    }
  }
}

extension Letter {
  /// A message from the desk with nothing but words.
  package static func saying(_ text: String) -> Letter {
    Letter(to: ["elise@exemple.fr"], body: Body(text), channel: .mail)
  }
}

extension Qualification {
  /// A ticket of gravity g and impact i.
  package static func of(_ gravity: Int, _ impact: Int, _ category: String = "Impression") -> Qualification {
    Qualification(
      kind: .incident, gravity: Gravity(rawValue: gravity)!, impact: Impact(rawValue: impact)!, category: category)
  }
}

extension Handoff {
  /// A contract with every line filled.
  package static let full = Handoff(
    symptom: "Rien ne sort", tried: "Redémarrage", hypothesis: "aucune", needed: "Accès au serveur", evidence: "aucune")
}

extension Resolution {
  /// A resolution told by phone that leaves nothing to the knowledge base.
  package static func simple(rootCause: String? = nil) -> Resolution {
    Resolution(
      code: .assistance, summary: "Bourrage retiré", rootCause: rootCause, told: .phone,
      knowledge: .notReusable("geste simple"))
  }
}
