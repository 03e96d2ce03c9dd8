/// A ticket as its events make it. Only `Fold` changes one.
package struct Ticket: Hashable, Sendable {
  package let id: TicketID
  package internal(set) var subject = ""
  package internal(set) var requester = Party(name: "")
  /// `Customer.id`
  package internal(set) var customer: String?
  package internal(set) var site: String?
  package internal(set) var asset: String?
  package internal(set) var channel: Channel = .phone
  package internal(set) var openedBy = ""
  /// When it broke, when the contact came in, when it was typed in, when somebody last did something to it. What the
  /// desk's own timer did is no update: nobody has to look at it again for that.
  package internal(set) var occurredAt: Instant?
  package internal(set) var receivedAt: Instant?
  package internal(set) var openedAt = Instant(ms: 0)
  package internal(set) var updatedAt = Instant(ms: 0)
  /// When the last event was recorded, whoever made it.
  package internal(set) var lastAt = Instant(ms: 0)

  package internal(set) var state: State = .new
  /// Where `unspam` and `restore` go back to.
  package internal(set) var stateBefore: State = .new
  package internal(set) var level: Level = .n1
  /// The highest level it has stood at.
  package internal(set) var highestLevel: Level = .n1
  package internal(set) var levelSince = Instant(ms: 0)
  package internal(set) var levelChanges = 0
  package internal(set) var reopenings = 0
  package internal(set) var group: String?
  /// Who works on it; who follows it to the end.
  package internal(set) var owner: String?
  package internal(set) var lastOwner: String?
  package internal(set) var steward: String?

  package internal(set) var qualification: Qualification?
  /// What the matrix says; `p3` until qualified.
  package internal(set) var computed: Priority = .p3
  package internal(set) var override: Override?

  package internal(set) var wait: Wait?
  package internal(set) var planned: Planned?
  package internal(set) var resolution: Resolution?
  package internal(set) var resolvedAt: Instant?
  package internal(set) var closedAt: Instant?
  package internal(set) var handoff: Handoff?
  /// Set when the glass was broken: the hand-off is owed by then.
  package internal(set) var handoffDue: Instant?

  /// What was done on it, besides what was said.
  package internal(set) var work = Work()
  /// Set while it is a major incident.
  package internal(set) var major: Major?
  /// `Contract.id`, where it is not the customer's only one.
  package internal(set) var contract: String?
  /// What the requester was asked and answered since it was last resolved.
  package internal(set) var satisfaction: Satisfaction?
  /// What ties its thread to those of other tickets.
  package internal(set) var bonds = Bonds()

  package internal(set) var links: [Link] = []
  package internal(set) var watchers: [String] = []
  package internal(set) var tags: [String] = []
  /// The thread, in the order of the fold.
  package internal(set) var entries: [Entry] = []
  /// The highest Lamport clock seen.
  package internal(set) var lamport: Int64 = 0
  /// Whether the opening event has been read: a file whose head is damaged shows as far as it reads.
  package internal(set) var isOpened = false

  /// A priority set by hand, kept beside the computed one.
  package struct Override: Hashable, Sendable {
    package var priority: Priority
    package var reason: String
    package var by: String
  }

  /// A planned start.
  package struct Planned: Hashable, Sendable {
    package var start: Instant
    package var chosenBy: ChosenBy
  }

  package init(id: TicketID) { self.id = id }

  package var priority: Priority { override?.priority ?? computed }
  package var isQualified: Bool { qualification != nil }
  package var kind: Kind { qualification?.kind ?? .incident }

  /// The date at which somebody has to look again, for a state that has one.
  package var nextDate: Instant? {
    switch state {
    case .planned: planned?.start
    case .waitUser, .waitThird: wait?.until
    default: nil
    }
  }

  /// Messages from the requester (or their organisation), in order.
  package var lastIn: Entry? {
    entries.last { if case .messageIn(let letter) = $0.fact { !letter.isAuto } else { false } }
  }
  package var lastOut: Entry? { entries.last { if case .messageOut = $0.fact { true } else { false } } }
  /// The requester wrote and nobody has answered since. What was said aloud was answered aloud.
  package var awaitsReply: Bool {
    guard state != .closed, let heard = lastIn, case .messageIn(let letter) = heard.fact, !letter.channel.isSpoken
    else {
      return false
    }
    // What a rule sent by itself is no answer.
    let answer = entries.last { if case .messageOut(let letter) = $0.fact { !letter.isAuto } else { false } }
    guard let said = answer else { return true }
    return (said.lamport, said.n) < (heard.lamport, heard.n)
  }
  /// What was written last came back, and nobody has written since, on either side.
  package var hasBounced: Bool {
    for entry in entries.reversed() {
      switch entry.fact {
      case .deliveryFailed: return true
      case .messageIn, .messageOut: return false
      default: continue
      }
    }
    return false
  }
  /// The ticket with the texts that lie in blobs as `text` gives them; where it gives none their beginning stays.
  package func unabridged(_ text: (Body) -> Body?) -> Ticket {
    func whole(_ body: Body) -> Body { body.blob == nil ? body : text(body) ?? body }
    var ticket = self
    for at in ticket.entries.indices {
      switch ticket.entries[at].fact {
      case .messageIn(var letter):
        letter.body = whole(letter.body)
        ticket.entries[at].fact = .messageIn(letter)
      case .messageOut(var letter):
        letter.body = whole(letter.body)
        ticket.entries[at].fact = .messageOut(letter)
      case .noteAdded(var note):
        note.body = whole(note.body)
        ticket.entries[at].fact = .noteAdded(note)
      default: break
      }
    }
    return ticket
  }

  /// Whether an agent left it to others, and nothing has changed hands, been asked or come back since.
  package func isSkipped(by login: String) -> Bool {
    for entry in entries.reversed() {
      switch entry.fact {
      case .automat(.skipped) where entry.by == login: return true
      case .assigned, .escalated, .returned, .routed, .resumed, .reopened, .messageIn: return false
      default: continue
      }
    }
    return false
  }

  package var noteCount: Int { entries.count { if case .noteAdded = $0.fact { true } else { false } } }
}

/// One event as the thread shows it.
package struct Entry: Hashable, Sendable {
  /// The event's id.
  package var event: String
  package var at: Instant
  package var by: String
  package var account: String?
  package var via: Via?
  package var lamport: Int64
  package var site: String
  package var n: Int
  package var fact: Fact
  /// The ticket it was recorded on, where a thread shows it that is not its own.
  package var origin: TicketID?
  /// The ticket that a message was split off to.
  package var movedTo: TicketID?
}
