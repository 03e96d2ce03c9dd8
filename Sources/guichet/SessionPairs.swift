import Console
import Desk
import Journal

// Acts that two tickets tell of, and what is asked of many.
extension Session {
  /// Records an intent that names another ticket on both; nil for any other.
  func recordPair(_ intent: Intent, on id: TicketID) throws(RecordError) -> Ticket? {
    guard let other = try counterpart(of: intent, on: id) else { return nil }
    guard other != id else { throw .refused(intent.verb == .merge ? .mergeWithSelf : .linkToSelf) }
    let (actor, rules, now) = (actor, rules, now)
    let pair = try cabinet.record(on: id, and: other, as: actor, at: now) { own, other throws(Refusal) in
      try PairDecision(Decision(on: own, as: actor, under: rules, at: now), beside: other)
        .decide(intent, parent: parent(of:))
    }
    return pair.own
  }

  /// Repeats an act that was cut short between two tickets.
  func finish(_ half: HalfPair) throws(RecordError) {
    switch half {
    case .merge(let source, let target): _ = try record(.merge(into: target), on: source)
    case .unmerge(let source, _): _ = try record(.unmerge, on: source)
    case .split(let source, let to):
      let moved = try journal { () throws(JournalError) in try read(to).ticket.bonds.movedIn }
      _ = try split(moved.filter { $0.ticket == source }.map(\.event), of: source, subject: nil)
    case .link(let id, let link): _ = try record(.link(link), on: id)
    case .unlink(let id, let link): _ = try record(.unlink(link), on: id)
    }
  }

  /// What an intent would make of two tickets, recording nothing.
  func preview(_ intent: Intent, on id: TicketID) throws(RecordError) -> (own: Ticket, other: Ticket) {
    guard let other = try counterpart(of: intent, on: id), other != id else { throw .refused(.mergeWithSelf) }
    let tickets = try journal { () throws(JournalError) in (try read(id).ticket, try read(other).ticket) }
    do throws(Refusal) {
      _ = try PairDecision(Decision(on: tickets.0, as: actor, under: rules, at: now), beside: tickets.1)
        .decide(intent, parent: parent(of:))
    } catch { throw .refused(error) }
    return tickets
  }

  private func counterpart(of intent: Intent, on id: TicketID) throws(RecordError) -> TicketID? {
    switch intent {
    case .merge(let into): return into
    case .link(let link), .unlink(let link): return link.target
    case .unmerge:
      let ticket = try journal { () throws(JournalError) in try read(id).ticket }
      guard let other = ticket.mergedInto ?? ticket.bonds.unmergedFrom else {
        throw .refused(.wrongState(.unmerge, state: ticket.state))
      }
      return other
    default: return nil
    }
  }

  /// The other end of the link that a ticket was opened with, where that other can still be written.
  func tellFollowed(_ old: TicketID, by new: TicketID) {
    let back = Link(.follows, old).seen(from: new)
    _ = try? cabinet.record(on: old, as: actor, at: now) { ticket throws(Refusal) in
      ticket.links.contains(back) || ticket.links.count >= Limits.links ? [] : [.linkAdded(back)]
    }
  }

  /// The active tickets under one.
  func activeChildren(of id: TicketID) throws(JournalError) -> [Summary] {
    let children = try read(id).ticket.children
    if children.isEmpty { return [] }
    let request = ListRequest(
      .term(.states(State.active)), order: .received, asker: Query.Asker(login: me.login, now: now), part: .none,
      limit: 0, holding: children)
    return try list(request).held.sorted { $0.id < $1.id }
  }

  private func parent(of id: TicketID) -> TicketID? { (try? read(id))?.ticket.parent }

  /// A new ticket that shows these messages of another.
  func split(_ events: [String], of id: TicketID, subject: String?) throws(RecordError) -> (own: Ticket, source: Ticket)
  {
    let (actor, rules, now) = (actor, rules, now)
    return try cabinet.split(from: id, events: events, as: actor, at: now) { ticket throws(Refusal) in
      try Decision(on: ticket, as: actor, under: rules, at: now).split(events, subject: subject)
    }
  }

  /// The tickets that an active one comes back from: the same person, the same category, resolved lately. Asked only
  /// of an index that is whole: nobody waits for this.
  func repeats(of ticket: Ticket) -> [TicketID] {
    let row = Summary(ticket)
    let who = row.requester.email ?? row.requester.name
    guard ticket.state.isActive, let category = row.category, !who.isEmpty else { return [] }
    // Who asks is a text of each row, dear to look at. The words of it are found in an instant, and the dates and the
    // category are no text: they leave few rows to ask. What stands behind the @ half the desk's customers share.
    let words = who.prefix { $0 != "@" }.split { !$0.isLetter && !$0.isNumber }
      .compactMap { TextTerm(String($0)) }.map(Query.text)
    let window = RepeatContact.days * 86_400
    let query = Query.and(
      words + [
        .term(.updated(.less, seconds: max(0, now - row.openedAt) + window + 1)),
        .term(.age(.more, seconds: max(0, now - row.openedAt) - 1)), .term(.field(.category, Folding.fold(category))),
        .term(.field(.from, Folding.fold(who))),
      ])
    let request = ListRequest(
      query, order: .updated, asker: Query.Asker(login: me.login, now: now), limit: Session.repeatLimit)
    guard let index = try? index(), index.isWhole else { return [] }
    return RepeatContact.candidates(for: row, among: index.list(request).rows).filter { id in
      guard let earlier = try? read(id).ticket else { return false }
      return RepeatContact.isRepeat(row, of: earlier)
    }.sorted()
  }

  /// The active tickets that one may be the duplicate of, the likeliest first.
  func lookalikes(of ticket: Ticket) throws(JournalError) -> [Lookalike] {
    let request = ListRequest(
      .term(.states(State.active)), order: .updated, asker: Query.Asker(login: me.login, now: now))
    return Lookalike.of(Summary(ticket), among: try list(request).rows, limit: Session.lookalikeLimit)
  }

  private static let lookalikeLimit = 8

  /// Rows of one requester looked at.
  private static let repeatLimit = 200
}
