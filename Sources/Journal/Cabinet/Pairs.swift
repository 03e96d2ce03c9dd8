import Desk

// Acts that two tickets tell of: merging, linking, splitting. Each has a file of its own, and no write spans two: the
// lower id is written first, and a writer that dies in between leaves a pair of which one half is missing. Both halves
// are decided under both locks; repeating the act writes what is missing, and only that.

extension Cabinet {
  /// Records what `decide` makes of two different tickets, both as they are on disk and both locked. Nothing is written
  /// where it refuses. The locks are taken from the higher id down, so that no two writers wait for each other.
  package func record(
    on own: TicketID, and other: TicketID, as actor: Actor, at now: Instant,
    decide: (_ own: Ticket, _ other: Ticket) throws(Refusal) -> (own: [Fact], other: [Fact])
  ) throws(RecordError) -> (own: Ticket, other: Ticket) {
    let (lower, higher) = own < other ? (own, other) : (other, own)
    var first = Ticket(id: lower)
    var inner: RecordError?
    func both(_ high: Ticket) throws(Refusal) -> [Fact] {
      var later: [Fact] = []
      do throws(RecordError) {
        first = try record(on: lower, as: actor, at: now) { low throws(Refusal) in
          let isOwnLow = own == lower
          let facts = try decide(isOwnLow ? low : high, isOwnLow ? high : low)
          later = isOwnLow ? facts.other : facts.own
          return isOwnLow ? facts.own : facts.other
        }
      } catch {
        inner = error
        return []
      }
      return later
    }
    let second = try record(on: higher, as: actor, at: now, decide: both)
    if let inner { throw inner }
    return own == lower ? (first, second) : (second, first)
  }

  /// Opens a ticket that goes on from another: `compose` makes its first facts of that other, which is locked and then
  /// says of each message that it is shown there. A writer that dies in between leaves a new ticket of which the old
  /// one does not know: repeated, it finds that one, and only the old one's half is written.
  package func split(
    from source: TicketID, events: [String], as actor: Actor, at now: Instant,
    compose: (Ticket) throws(Refusal) -> [Fact]
  ) throws(RecordError) -> (own: Ticket, source: Ticket) {
    var opened: Ticket?
    var inner: JournalError?
    let told = try record(on: source, as: actor, at: now) { ticket throws(Refusal) in
      let facts = try compose(ticket)
      do throws(JournalError) {
        var found = try half(from: source, events)
        if found == nil { found = try open(facts, as: actor, at: now).1 }
        guard let new = found else { return [] }
        opened = new
        return new.bonds.movedIn.map { .splitOut(to: new.id, event: $0.event) }
      } catch {
        inner = error
        return []
      }
    }
    if let inner { throw .journal(inner) }
    guard let opened else { throw .journal(.noSuchTicket(source)) }
    return (opened, told)
  }

  /// Tickets looked at for a splitting that was cut short: only the latest can be.
  private static let latest = 64

  /// A ticket opened lately to show the very messages, of which the source does not know: the source has just been
  /// asked, and does not.
  private func half(from source: TicketID, _ events: [String]) throws(JournalError) -> Ticket? {
    let last = try Numbers(cabinet: self).last()
    let wanted = Set(events)
    for number in stride(from: last, to: max(0, last - Cabinet.latest), by: -1) {
      guard let ticket = try? read(TicketID(site: site, number: number)).ticket else { continue }
      let moved = ticket.bonds.movedIn.filter { $0.ticket == source }
      if !moved.isEmpty, Set(moved.map(\.event)) == wanted { return ticket }
    }
    return nil
  }

  /// The tickets that others name in their threads, as far as they read, and those that these name in turn.
  package func bound(to ticket: Ticket) -> [TicketID: Ticket] {
    var known: [TicketID: Ticket] = [ticket.id: ticket]
    var wanted = ticket.bound[...]
    while let id = wanted.popFirst(), known.count <= Limits.wovenTickets {
      guard known[id] == nil, let other = try? read(id).ticket else { continue }
      known[id] = other
      wanted += other.sources[...]
    }
    return known
  }

  /// Which of these tickets are half of a pair that was never finished.
  package func halfPairs(among tickets: Set<TicketID>) -> [HalfPair] {
    var halves: [HalfPair] = []
    for id in tickets.sorted() {
      guard let ticket = try? read(id).ticket else { continue }
      for half in ticket.halfPairs(with: bound(to: ticket)) where !halves.contains(half) { halves.append(half) }
      if ticket.links.isEmpty { continue }
      let linked = ticket.links.compactMap { link in (try? read(link.target).ticket).map { (link.target, $0) } }
      halves += ticket.halfLinks(with: Dictionary(linked) { first, _ in first })
    }
    return halves
  }
}
