import Desk

/// The life of one demo ticket: its events, each the outcome of a real decision.
package struct DemoLife: Sendable {
  package var id: TicketID
  package var events: [TicketEvent]
  /// The ticket that the events make.
  package var ticket: Ticket
  /// What the rules would not allow, for the test that finds none.
  package var refused: [Refusal]
}

/// One step of a story: who wants what, so many working seconds after the step before.
struct DemoStep {
  var gap: Int64
  var actor: Actor
  /// Whether an open ticket may stand still after it.
  var isRest: Bool
  /// Made when its instant is known.
  var intent: (Instant, inout SplitMix64) -> Intent
}

/// Lets a life happen: each intent is decided on the ticket as it is, and folded into it.
struct DemoTeller {
  private(set) var life: DemoLife
  private let rules: Rules
  private var source: SplitMix64

  init(id: TicketID, rules: Rules, source: SplitMix64) {
    life = DemoLife(id: id, events: [], ticket: Ticket(id: id), refused: [])
    self.rules = rules
    self.source = source
  }

  mutating func open(
    _ opening: Opening, message: Letter?, qualification: Qualification?, as actor: Actor, at: Instant
  ) {
    do throws(Refusal) {
      record(
        try Decision.open(
          opening, message: message, qualification: qualification, as: actor, under: rules, at: at),
        as: actor, at: at)
    } catch { life.refused.append(error) }
  }

  mutating func tell(_ intent: Intent, as actor: Actor, at: Instant) {
    do throws(Refusal) {
      record(try Decision(on: life.ticket, as: actor, under: rules, at: at).decide(intent), as: actor, at: at)
    } catch { life.refused.append(error) }
  }

  /// Facts as they are: a merge is decided on two tickets at once, which one life cannot.
  mutating func record(_ facts: [Fact], as actor: Actor, at: Instant) {
    for fact in facts {
      let n = life.events.count + 1
      let event = TicketEvent(
        id: identifier(), site: life.id.site, n: n, lamport: Int64(n), at: at, by: actor.name, account: actor.account,
        via: actor.via, fact: fact)
      life.ticket.apply(event, under: rules)
      life.events.append(event)
    }
  }

  /// 80 bits in base 32 (RFC 4648 letters, lower case), from the ticket's own source.
  private mutating func identifier() -> String { DemoTeller.identifier(&source) }

  static func identifier(_ source: inout SplitMix64) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var bits = source.next()
    var more = source.next()
    return String(
      decoding: (0..<16).map { place -> UInt8 in
        if place == 8 { swap(&bits, &more) }
        defer { bits >>= 5 }
        return letters[Int(bits & 31)]
      }, as: UTF8.self)
  }
}
