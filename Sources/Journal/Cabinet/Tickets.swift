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
    try doubting { () throws(JournalError) in
      let entrants = try entrants(facts, actor, now)
      var number = try Numbers(cabinet: self).last()
      for _ in 0..<Limits.numberTries where number < Limits.ticketNumber {
        number += 1
        let id = TicketID(site: site, number: number)
        let subject = Subject.ticket(id)
        let stream = stream(subject, by: site)
        if try Disk.status(stream.path) != nil { continue }
        guard try begin(stream, entrants, lamport: 0, name: subject.name) else { continue }
        Numbers(cabinet: self).remember(number)
        // Once a leaf: what processes that died left behind goes though no console is ever closed here.
        if number % 100 == 0 { try? tidy(at: now) }
        return (id, Ticket.fold(id, recorded(entrants, after: 0, lamport: 0), under: rules))
      }
      throw .noNumber
    }
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
      var entrants: [Entrant]
      do throws(JournalError) { entrants = try self.entrants(facts, actor, now) } catch { throw .journal(error) }
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

  private func entrants(_ facts: [Fact], _ actor: Actor, _ now: Instant) throws(JournalError) -> [Entrant] {
    var entrants: [Entrant] = []
    for fact in facts { entrants.append(Entrant(try settle(fact), as: actor, at: now)) }
    return entrants
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
