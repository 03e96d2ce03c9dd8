// Merging, unmerging and linking: two tickets are decided on together, each under its lock.

extension Decision {
  /// What of a merge this ticket alone can tell.
  func merge(_ target: TicketID) throws(Refusal) -> [Fact] {
    try need(.merge, .merge)
    if target == ticket.id { throw .mergeWithSelf }
    return [.mergedInto(target)]
  }

  func unmerge() throws(Refusal) -> [Fact] {
    try need(.merge, .unmerge)
    guard let target = ticket.mergedInto else { throw .notThere }
    return [.mergeUndone(target)]
  }
}

/// What an intent makes of the ticket it is about and of the one it names. What one of the two says already is not
/// said again: repeating an act that was cut short between two files finishes it.
package struct PairDecision {
  let own: Decision
  let other: Ticket

  /// `own` decides on the ticket the intent is about.
  package init(_ own: Decision, beside other: Ticket) {
    self.own = own
    self.other = other
  }

  private var ticket: Ticket { own.ticket }

  /// Facts for the ticket itself and for the other; `parent` tells who stands above a ticket.
  package func decide(
    _ intent: Intent, parent: (TicketID) -> TicketID? = { _ in nil }
  ) throws(Refusal) -> (own: [Fact], other: [Fact]) {
    switch intent {
    case .merge: try merge()
    case .unmerge: try unmerge()
    case .link(let link): try add(link, parent)
    case .unlink(let link): try remove(link)
    default: (try own.decide(intent), [])
    }
  }

  private func merge() throws(Refusal) -> (own: [Fact], other: [Fact]) {
    try own.need(.merge, .merge)
    if let merging = ticket.bonds.merging, merging.into == other.id {
      if other.absorbs(ticket.id) { throw .alreadyThere }
      return ([], [.mergedFrom(ticket.id, upTo: Int(clamping: merging.upTo))])
    }
    let facts = try own.decide(.merge(into: other.id))
    guard Verb.merge.from.contains(other.state) else {
      throw .otherState(.merge, other.id, state: other.state)
    }
    try mayMerge(.merge)
    let upTo = ticket.lamport
    let isTold = other.bonds.absorbed.contains(Bonds.Absorbed(id: ticket.id, upTo: upTo))
    return (facts, isTold ? [] : [.mergedFrom(ticket.id, upTo: Int(clamping: upTo))])
  }

  /// The first line keeps to its own queue, and nobody but a lead mixes the words of two customers.
  private func mayMerge(_ verb: Verb) throws(Refusal) {
    if ticket.level > .n1 || other.level > .n1 { try own.need(.mergeAny, verb) }
    if ticket.customer != other.customer { try own.need(.mergeAcross, verb) }
  }

  private func unmerge() throws(Refusal) -> (own: [Fact], other: [Fact]) {
    try own.need(.merge, .unmerge)
    if ticket.mergedInto == nil, ticket.bonds.unmergedFrom == other.id, other.absorbs(ticket.id) {
      return ([], [.mergeUndone(ticket.id)])
    }
    let facts = try own.decide(.unmerge)
    try mayMerge(.unmerge)
    return (facts, other.absorbs(ticket.id) ? [.mergeUndone(ticket.id)] : [])
  }

  private func add(_ link: Link, _ parent: (TicketID) -> TicketID?) throws(Refusal) -> (own: [Fact], other: [Fact]) {
    try own.need(.work, .link)
    if other.id == ticket.id { throw .linkToSelf }
    let back = link.seen(from: ticket.id)
    let isHere = ticket.links.contains(link)
    let isThere = other.links.contains(back)
    if isHere, isThere { throw .alreadyThere }
    for full in [ticket, other] where full.links.count >= Limits.links {
      throw .tooMany(.link, limit: Limits.links)
    }
    switch link.relation {
    case .parent: try stand(ticket, under: other, parent)
    case .child: try stand(other, under: ticket, parent)
    default: break
    }
    return (isHere ? [] : [.linkAdded(link)], isThere ? [] : [.linkAdded(back)])
  }

  /// A ticket has one parent, and is never among its own ancestors.
  private func stand(_ child: Ticket, under above: Ticket, _ parent: (TicketID) -> TicketID?) throws(Refusal) {
    if let has = child.parent, has != above.id { throw .hasParent(has) }
    var next = above.parent
    for _ in 0..<Limits.lineage {
      guard let current = next else { return }
      if current == child.id { throw .linkCycle(above.id) }
      next = parent(current)
    }
    throw .linkCycle(above.id)
  }

  private func remove(_ link: Link) throws(Refusal) -> (own: [Fact], other: [Fact]) {
    try own.need(.work, .unlink)
    let back = link.seen(from: ticket.id)
    let isHere = ticket.links.contains(link)
    let isThere = other.links.contains(back)
    if !isHere, !isThere { throw .notThere }
    return (isHere ? [.linkRemoved(link)] : [], isThere ? [.linkRemoved(back)] : [])
  }
}
