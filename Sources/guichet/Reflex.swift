import Desk
import Journal

/// What follows from an act by the desk's own rules, asked by the cabinet under the ticket's lock. A desk without a file
/// of rules reads nothing and does nothing.
final class Reflex {
  private unowned let cabinet: Cabinet
  /// The configuration in force.
  var shelf: RuleShelf

  init(_ cabinet: Cabinet, _ shelf: RuleShelf) {
    self.cabinet = cabinet
    self.shelf = shelf
  }

  func follow(_ ticket: Ticket, _ act: [PendingFact], _ now: Instant) -> [PendingFact] {
    guard let routing = shelf.automation?.routing, !routing.rules.isEmpty else { return [] }
    return routing.follow(
      act, on: ticket, under: cabinet.rules, at: now, roster: DeskRoster(cabinet, shelf, now).answers,
      naming: { Token.event() })
  }
}

/// What the other tickets say to whoever assigns one: read when first asked for.
struct DeskRoster {
  private let cabinet: Cabinet
  private let shelf: RuleShelf
  private let now: Instant

  init(_ cabinet: Cabinet, _ shelf: RuleShelf, _ now: Instant) {
    self.cabinet = cabinet
    self.shelf = shelf
    self.now = now
  }

  var answers: Roster {
    var loads: [String: Int]?
    return Roster(
      loads: {
        let found = loads ?? countLoads()
        loads = found
        return found
      }, lastAgent: lastAgent, lastTurn: lastTurn)
  }

  private func rows(_ query: Query, limit: Int) -> [Summary] {
    let index = Index(cabinet, stamp: shelf.stamp)
    guard (try? index.refresh()) != nil else { return [] }
    let request = ListRequest(
      query, order: .updated, asker: Query.Asker(login: Actor.rule.name, now: now), limit: limit)
    return index.list(request).rows
  }

  private func countLoads() -> [String: Int] {
    var loads: [String: Int] = [:]
    for row in rows(.and([.term(.states(State.active)), .term(.owner(.anybody))]), limit: Limits.listRows) {
      if let owner = row.owner { loads[owner, default: 0] += 1 }
    }
    return loads
  }

  private func lastAgent(_ ticket: Ticket) -> String? {
    let party = ticket.requester
    let who = party.email ?? party.name
    if who.isEmpty { return nil }
    // The words are found in an instant, and leave few rows to look at.
    let words = who.split { !$0.isLetter && !$0.isNumber }.compactMap { TextTerm(String($0)) }.map(Query.text)
    let query = Query.and(words + [.term(.owner(.anybody)), .term(.field(.from, Folding.fold(who)))])
    return rows(query, limit: DeskRoster.looked).first { row in
      row.id != ticket.id && (row.requester.email ?? row.requester.name).lowercased() == who.lowercased()
    }?.owner
  }

  private func lastTurn(_ rule: String) -> String? {
    Roster.lastTurn(
      of: rule,
      in: rows(.term(.owner(.anybody)), limit: DeskRoster.looked).compactMap { try? cabinet.read($0.id).ticket })
  }

  /// Tickets looked at for the last agent and the last turn: those written to last.
  private static let looked = 64
}
