import Console
import Desk
import Journal
import Screen

// `guichet replay`: what other promises would have given over the tickets received since a date.
extension Command {
  static let replay = Command(.replay, [], [.policy, .since]) { invocation throws(Trouble) in
    let words = invocation.words
    let session = try invocation.session()
    let path = try invocation.need(.policy)
    let policies = try PolicyFile(path, invocation, session).policies
    guard let since = try invocation.since() else { throw invocation.missing(.since) }
    let replay = try invocation.replay(since, policies, session)
    if invocation.printer.isJSON { return invocation.printer.json(replay.json) }
    invocation.show(replay)
    invocation.printer.line(words.replaySum(replay))
  }
}

extension Invocation {
  /// Reads every ticket received since an instant. A ticket that does not read is passed over, as a list does.
  fileprivate func replay(
    _ since: Instant, _ policies: ServicePolicies, _ session: Session
  ) throws(Trouble) -> PolicyReplay {
    let now = session.now
    let age = max(0, now - since)
    let request = ListRequest(
      .term(.age(.less, seconds: age + 1)), order: .received, asker: Query.Asker(login: session.me.login, now: now),
      limit: Limits.ticketNumber)
    var ids: [TicketID] = []
    do throws(JournalError) {
      try session.list(request, waiting: telling()) { ids += $0.map(\.id) }
    } catch { throw Trouble(error, words) }
    var replay = PolicyReplay()
    for id in ids {
      guard let ticket = try? session.read(id).ticket else { continue }
      replay.take(ticket, under: session.rules, or: policies, at: now)
    }
    return replay
  }

  fileprivate func show(_ replay: PolicyReplay) {
    func cells(_ tally: PolicyReplay.Tally?) -> [String] {
      guard let tally else { return ["—", "—", "—", "—"] }
      return [tally.kept, tally.broken, tally.open, tally.waived].map(String.init)
    }
    let rows = replay.keys.map { key in
      [words.name(key.clock), key.priority.name] + cells(replay.present[key]) + cells(replay.other[key])
    }
    let columns: [Column<Int>] =
      [.flexible(0, least: 8, most: 18), .fixed(1, 8)] + (2...9).map { .fixed($0, 9, .right) }
    printer.table(columns, [words.replayHead] + rows)
  }
}

extension PolicyReplay {
  fileprivate var json: JSON {
    .object(
      of: ("tickets", .int(Int64(tickets))), ("better", .int(Int64(better))), ("worse", .int(Int64(worse))),
      (
        "clocks",
        .array(
          keys.map { key in
            .object(
              of: ("clock", .string(key.clock.name)), ("priority", .string(key.priority.name)),
              ("present", present[key]?.json), ("other", other[key]?.json))
          })
      ))
  }
}

extension PolicyReplay.Tally {
  fileprivate var json: JSON {
    .object(
      of: ("kept", .int(Int64(kept))), ("broken", .int(Int64(broken))), ("open", .int(Int64(open))),
      ("waived", .int(Int64(waived))))
  }
}
