// A thread as it is read: with what was merged into it and what was split off to it, each where its time puts it.

extension Ticket {
  /// The tickets whose events belong into this thread.
  package var sources: [TicketID] {
    var ids = bonds.absorbed.map(\.id)
    for moved in bonds.movedIn where !ids.contains(moved.ticket) { ids.append(moved.ticket) }
    return Array(ids.prefix(Limits.wovenTickets))
  }

  /// The whole thread, as far as `others` knows the tickets that this one names. The events of others carry where they
  /// come from; a message that went elsewhere says where. What the ticket is, and how its clocks ran, its own events
  /// tell alone.
  package func thread(with others: [TicketID: Ticket]) -> [Entry] { thread(with: others, beneath: []) }

  private func thread(with others: [TicketID: Ticket], beneath: [TicketID]) -> [Entry] {
    if beneath.contains(id) { return [] }
    if bonds == Bonds() || beneath.count >= Limits.mergeChain { return entries }
    var foreign: [Entry] = []
    for absorbed in bonds.absorbed.prefix(Limits.wovenTickets) {
      guard let other = others[absorbed.id] else { continue }
      foreign += other.thread(with: others, beneath: beneath + [id]).filter {
        $0.origin != nil || $0.lamport <= absorbed.upTo
      }.map { $0.from(absorbed.id) }
    }
    let moved = Dictionary(grouping: bonds.movedIn, by: \.ticket).mapValues { Set($0.map(\.event)) }
    for source in sources {
      guard let events = moved[source], let other = others[source] else { continue }
      foreign += other.entries.filter { events.contains($0.event) }.map { $0.from(source) }
    }
    return Ticket.weave(markedEntries, foreign)
  }

  /// Our own events, those that are shown elsewhere saying where.
  private var markedEntries: [Entry] {
    if bonds.movedOut.isEmpty { return entries }
    let places = Dictionary(bonds.movedOut.map { ($0.event, $0.ticket) }, uniquingKeysWith: { $1 })
    var entries = entries
    for at in entries.indices { entries[at].movedTo = places[entries[at].event] }
    return entries
  }

  /// Our own events in their order, the others between them by the wall clock: two tickets share no other.
  private static func weave(_ own: [Entry], _ foreign: [Entry]) -> [Entry] {
    var rest = foreign.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)[...]
    var entries: [Entry] = []
    for entry in own {
      while let next = rest.first, next.at < entry.at { entries.append(rest.removeFirst()) }
      entries.append(entry)
    }
    return entries + rest
  }
}

extension Entry {
  fileprivate func from(_ ticket: TicketID) -> Entry {
    var entry = self
    if entry.origin == nil { entry.origin = ticket }
    return entry
  }
}

/// A pair of tickets of which only one says what both should: a writer was cut short between the two files.
package enum HalfPair: Hashable, Sendable {
  /// Repeating the merge finishes it.
  case merge(source: TicketID, target: TicketID)
  case unmerge(source: TicketID, target: TicketID)
  /// The new ticket shows the messages; the old one does not say so.
  case split(source: TicketID, to: TicketID)
  /// Only the first of the two tells of the link.
  case link(TicketID, Link)
  /// The link was taken away from the other; only the first still tells of it.
  case unlink(TicketID, Link)

  /// What no thread hangs on: told as a warning.
  package var isLink: Bool {
    switch self {
    case .link, .unlink: true
    case .merge, .unmerge, .split: false
    }
  }

  /// Whether an operation of this name is one half of two.
  package static func isHalf(_ op: String) -> Bool {
    op == "merged.into" || op == "merged.from" || op == "merge.undone" || op == "split.in" || op == "split.out"
      || op == "link.added"
  }
}

extension Ticket {
  /// The pairs of which this ticket is one and that are only half written. `others` are the tickets it names.
  package func halfPairs(with others: [TicketID: Ticket]) -> [HalfPair] {
    var halves: [HalfPair] = []
    if let target = mergedInto, let other = others[target], !other.absorbs(id) {
      halves.append(.merge(source: id, target: target))
    }
    if let target = bonds.unmergedFrom, let other = others[target], other.absorbs(id) {
      halves.append(.unmerge(source: id, target: target))
    }
    for absorbed in bonds.absorbed {
      guard let other = others[absorbed.id], other.mergedInto != id else { continue }
      halves.append(
        other.bonds.unmergedFrom == id
          ? .unmerge(source: other.id, target: id) : .merge(source: other.id, target: id))
    }
    for moved in bonds.movedIn {
      guard let other = others[moved.ticket] else { continue }
      let half = HalfPair.split(source: other.id, to: id)
      if !other.bonds.movedOut.contains(Bonds.Moved(ticket: id, event: moved.event)), !halves.contains(half) {
        halves.append(half)
      }
    }
    return halves
  }

  /// The links of which only this ticket tells, as far as the other can be read and has room for them.
  package func halfLinks(with others: [TicketID: Ticket]) -> [HalfPair] {
    links.compactMap { link in
      guard let other = others[link.target], other.id != id, other.links.count < Limits.links else { return nil }
      let back = link.seen(from: id)
      if other.links.contains(back) { return nil }
      let removed = other.entries.last { if case .linkRemoved(back) = $0.fact { true } else { false } }
      let added = entries.last { if case .linkAdded(link) = $0.fact { true } else { false } }
      guard let removed, let added, added.at <= removed.at else { return .link(id, link) }
      return .unlink(id, link)
    }
  }

  /// Every ticket that a merge or split names here.
  package var bound: [TicketID] { sources + [mergedInto, bonds.unmergedFrom].compactMap { $0 } }
}
