import Console
import Desk
import Journal
import Screen

// `guichet flow`: which way tickets went through the desk, and where they waited.
extension Command {
  static let flow = Command(.flow, [.any(.filter)]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let request = ListRequest(
      try invocation.filter(), order: .received, asker: Query.Asker(login: session.me.login, now: session.now),
      limit: Limits.ticketNumber)
    do throws(JournalError) {
      var ids: [TicketID] = []
      try session.list(request, waiting: invocation.telling()) { ids += $0.map(\.id) }
      let task = LongTask(invocation.words)
      var flows: [Flow] = []
      for (done, id) in ids.enumerated() {
        let ticket = try session.read(id).ticket
        let flow = Flow(of: ticket, under: session.rules)
        if invocation.printer.isJSON { invocation.printer.json(flow.json(ticket)) } else { flows.append(flow) }
        task.tell(done + 1, of: ids.count)
      }
      if !invocation.printer.isJSON { invocation.show(flows) }
    } catch { throw Trouble(error, invocation.words) }
  }
}

extension Invocation {
  /// One line for each measure: how many tickets have it, then mean, median and 90th percentile.
  fileprivate func show(_ flows: [Flow]) {
    let times = Set(flows.flatMap(\.waits.keys)).sorted()
    let counts: [(String, (Flow) -> Int64)] = [
      (words.teamChanges, { Int64($0.teamChanges) }), (words.pingPong, { Int64($0.pingPong) }),
      (words.escalations, { Int64($0.escalations) }), (words.returns, { Int64($0.returns) }),
      (words.reopenings, { Int64($0.reopenings) }),
    ]
    var rows = [["", words.ticketsWithIt, words.mean, words.median, "P90"]]
    // Counted in tenths: a mean between two counts is what is asked.
    for (title, value) in counts { rows.append(row(title, flows.map { value($0) * 10 }) { words.tenths($0) }) }
    for time in times {
      let title = words.waiting(time)
      rows.append(row(title, flows.map { $0.waits[time] ?? 0 }) { words.span(seconds: $0) })
    }
    for line in PlainTable.lines(rows, right: 1..<5) { printer.line(line) }
  }

  /// Of those that have any.
  private func row(_ title: String, _ values: [Int64], _ text: (Int64) -> String) -> [String] {
    guard let spread = Spread(values.filter { $0 > 0 }) else { return [title, "0", "—", "—", "—"] }
    return [title, String(spread.count), text(spread.mean), text(spread.median), text(spread.p90)]
  }
}

extension Flow {
  fileprivate func json(_ ticket: Ticket) -> JSON {
    let reference = ticket.tags.first { $0.hasPrefix(ForeignLife.tagPrefix) }?.dropFirst(ForeignLife.tagPrefix.count)
    let waits = self.waits.sorted { $0.key < $1.key }.map { JSON.Member($0.key.name, .int($0.value)) }
    return .object(
      of: ("id", .string(ticket.id.description)), ("reference", reference.map { .string(String($0)) }),
      ("teams", .array(teams.map(JSON.string))), ("team_changes", .int(Int64(teamChanges))),
      ("ping_pong", .int(Int64(pingPong))), ("level_path", .array(levels.map { .string($0.rawValue) })),
      ("escalations", .int(Int64(escalations))), ("returns", .int(Int64(returns))),
      ("reopenings", .int(Int64(reopenings))), ("reopened_after_done", .bool(isReopenedAfterDone)),
      ("first_done_at", firstDone.map { .string($0.rfc3339) }), ("waits", .object(waits)))
  }
}
