/// What ties a ticket's thread to those of others. A merge or a split moves nothing: each ticket keeps its events, and
/// says where else they are shown. What is shown is put together by `woven(with:)`.
package struct Bonds: Hashable, Sendable {
  package internal(set) var merging: Merging?
  /// The ticket it was last taken out of again: where the other file does not say so yet, it is finished by that.
  package internal(set) var unmergedFrom: TicketID?
  /// Tickets merged into this one.
  package internal(set) var absorbed: [Absorbed] = []
  /// Messages shown on another ticket from here, and here from another.
  package internal(set) var movedOut: [Moved] = []
  package internal(set) var movedIn: [Moved] = []

  package init() {}

  /// What a ticket was when it was merged: what an unmerging gives back.
  package struct Merging: Hashable, Sendable {
    package var into: TicketID
    /// Its Lamport clock just before.
    package var upTo: Int64
    /// Where it goes back to.
    package var state: State
    var stateBefore: State
    var wait: Wait?
    var planned: Ticket.Planned?
  }

  /// A ticket whose thread goes on in this one.
  package struct Absorbed: Hashable, Sendable {
    package var id: TicketID
    /// The Lamport clock of that ticket up to which its events belong here.
    package var upTo: Int64

    package init(id: TicketID, upTo: Int64) {
      self.id = id
      self.upTo = upTo
    }
  }

  /// A message shown elsewhere than where it was recorded.
  package struct Moved: Hashable, Sendable {
    package var ticket: TicketID
    package var event: String

    package init(ticket: TicketID, event: String) {
      self.ticket = ticket
      self.event = event
    }
  }
}

extension Ticket {
  package var mergedInto: TicketID? { bonds.merging?.into }

  package func absorbs(_ id: TicketID) -> Bool { bonds.absorbed.contains { $0.id == id } }

  mutating func bind(_ event: TicketEvent) {
    switch event.fact {
    case .mergedInto(let target): merge(into: target, event)
    case .mergedFrom(let source, let upTo):
      bonds.absorbed.removeAll { $0.id == source }
      if bonds.absorbed.count >= Limits.links { break }
      bonds.absorbed.append(Bonds.Absorbed(id: source, upTo: Int64(upTo)))
    case .mergeUndone(let other): unmerge(other)
    case .splitOut(let to, let event): bonds.movedOut.append(Bonds.Moved(ticket: to, event: event))
    case .splitIn(let from, let event): bonds.movedIn.append(Bonds.Moved(ticket: from, event: event))
    default: break
    }
  }

  private mutating func merge(into target: TicketID, _ event: TicketEvent) {
    // Two sites may each have merged it: what it was before the first still counts.
    var merging =
      bonds.merging
      ?? Bonds.Merging(
        into: target, upTo: event.lamport - 1, state: state, stateBefore: stateBefore, wait: wait, planned: planned)
    merging.into = target
    enter(.merged)
    bonds.merging = merging
    bonds.unmergedFrom = nil
  }

  /// Gives a merged ticket back exactly what it was; takes another's thread out of this one.
  private mutating func unmerge(_ other: TicketID) {
    bonds.absorbed.removeAll { $0.id == other }
    guard let merging = bonds.merging, merging.into == other else { return }
    bonds.merging = nil
    bonds.unmergedFrom = other
    if state != .merged { return }
    state = merging.state
    stateBefore = merging.stateBefore
    wait = merging.wait
    planned = merging.planned
  }
}
