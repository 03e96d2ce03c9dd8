import Desk
import Glibc

/// A ticket as far as it reads, with what is wrong with its files.
package struct Transcript: Hashable, Sendable {
  package var ticket: Ticket
  package var damage: [Damage]
  /// The tickets it names in its thread, where those were asked for.
  package var others: [TicketID: Ticket] = [:]
}

extension Cabinet {
  /// Opens a ticket with its first facts, under the next free number of this site.
  package func open(_ facts: [Fact], as actor: Actor, at now: Instant) throws(JournalError) -> (TicketID, Ticket) {
    do throws(RecordError) {
      return try open(at: now) { _ in facts.map { PendingFact(id: Token.event(), $0, by: actor) } }
    } catch {
      if case .journal(let failure) = error { throw failure }
      throw .noNumber
    }
  }

  /// Opens a ticket with what `compose` makes for the number it gets. Composed anew where that number is taken
  /// meanwhile.
  package func open(
    at now: Instant, compose: (TicketID) throws(Refusal) -> [PendingFact]
  ) throws(RecordError) -> (TicketID, Ticket) {
    let numbers = Numbers(cabinet: self)
    let turn = numbers.turn()
    var number = try journal { () throws(JournalError) in try numbers.last() }
    for _ in 0..<Limits.numberTries where number < Limits.ticketNumber {
      number += 1
      let id = TicketID(site: site, number: number)
      let stream = stream(.ticket(id), by: site)
      if try journal({ () throws(JournalError) in try Disk.status(stream.path) }) != nil { continue }
      let act: [PendingFact]
      do throws(Refusal) { act = try compose(id) } catch { throw .refused(error) }
      let entrants = try entrants(act, of: Ticket(id: id), now)
      let isPlaced = try journal { () throws(JournalError) in
        try doubting { () throws(JournalError) in
          try begin(stream, entrants, lamport: 0, name: Subject.ticket(id).name) { turn.end(giving: number) }
        }
      }
      guard isPlaced else { continue }
      // Once a leaf: what processes that died left behind goes though no console is ever closed here.
      if number % 100 == 0 { try? tidy(at: now) }
      return (id, Ticket.fold(id, recorded(entrants, after: 0, lamport: 0), under: rules))
    }
    throw .journal(.noNumber)
  }

  /// Records what `decide` makes of the ticket as it is on disk, under its lock: between its looking and the
  /// writing nobody else writes. No facts, nothing is written. `event` is the id of the last event: where the
  /// ticket holds it already, an earlier try had come through and nothing is written again. The last, because what a
  /// process that was killed leaves of a decision is its beginning.
  package func record(
    on id: TicketID, as actor: Actor, at now: Instant, event: String = Token.event(),
    decide: (Ticket) throws(Refusal) -> [Fact]
  ) throws(RecordError) -> Ticket {
    var ticket = Ticket(id: id)
    var earlier: [TicketEvent] = []
    let events: [TicketEvent] = try append(about: .ticket(id), repeating: event) { gathering throws(RecordError) in
      guard gathering.isFound else { throw .journal(.noSuchTicket(id)) }
      earlier = gathering.events
      ticket = Ticket.fold(id, earlier, under: rules)
      if gathering.events.contains(where: { $0.id == event }) { return [] }
      let facts: [Fact]
      do throws(Refusal) { facts = try decide(ticket) } catch { throw .refused(error) }
      let act = facts.map { PendingFact(id: Token.event(), $0, by: actor) }
      var entrants = try self.entrants(act, of: ticket, now)
      if let last = entrants.indices.last { entrants[last].id = event }
      return entrants
    }
    // Beside a clock that ran away, what was written now comes before it.
    if let first = events.first, first.lamport <= ticket.lamport {
      return Ticket.fold(id, earlier + events, under: rules)
    }
    for event in events { ticket.apply(event, under: rules) }
    return ticket
  }

  /// An act as it is written, with what follows from it.
  private func entrants(_ act: [PendingFact], of ticket: Ticket, _ now: Instant) throws(RecordError) -> [Entrant] {
    let whole = act.isEmpty ? [] : act + (follow?(ticket, act, now) ?? [])
    return try journal { () throws(JournalError) in
      var entrants: [Entrant] = []
      for pending in whole {
        entrants.append(Entrant(try settle(pending.fact), as: pending.actor, at: now, id: pending.id))
      }
      return entrants
    }
  }

  /// A ticket as far as it reads.
  package func read(_ id: TicketID) throws(JournalError) -> Transcript {
    guard let gathering: Gathering<Fact> = try archive.gather(.ticket(id)) else { throw .noSuchTicket(id) }
    return Transcript(ticket: Ticket.fold(id, gathering.events, under: rules), damage: gathering.damage)
  }

  /// Every ticket there is, of every site, in order.
  package func ticketIDs() throws(JournalError) -> [TicketID] {
    var ids: Set<TicketID> = []
    try Tree(root: root).walk { id, _ in ids.insert(id) }
    return ids.sorted()
  }
}
