import Desk
import Screen

/// A clock's ledger as lines of text: for `guichet explain`, and for a pane that shows one.
package struct LedgerLayout {
  package let words: Words
  package let zone: Zone
  package let now: Instant

  package init(words: Words, zone: Zone, now: Instant) {
    self.words = words
    self.zone = zone
    self.now = now
  }

  /// Each ledger: what is promised, how it stands, its entries in columns, its thresholds. `waivers` say why a clock
  /// is held against nobody.
  package func lines(of ledgers: [ClockLedger], waivers: [ServiceClock: String] = [:]) -> [String] {
    if ledgers.isEmpty { return [words.nothingPromised] }
    // What began and ended within one second has no stretch to tell of.
    let entries = ledgers.map { $0.entries.filter { $0.to - $0.from > 0 } }
    // One table, so that the columns of all ledgers stand one under the other.
    var table = PlainTable.lines([words.ledgerHead] + entries.flatMap { $0.map(row) }, right: 4..<6)[...]
    let head = table.removeFirst()
    return zip(ledgers, entries).enumerated().flatMap { at, one in
      let (ledger, entries) = one
      let rows = entries.isEmpty ? [] : [head] + table.prefix(entries.count)
      table = table.dropFirst(entries.count)
      return (at == 0 ? [] : [""]) + lines(of: ledger, waiver: waivers[ledger.cycle.clock], table: rows)
    }
  }

  private func lines(of ledger: ClockLedger, waiver: String?, table: [String]) -> [String] {
    let due = ledger.deadline.due.map { words.date($0, in: zone, now: now) }
    var lines = [
      "\(words.ledgerTitle(ledger)) · \(words.name(ledger.outcome))", "  " + words.ledgerPromise(ledger),
      "  " + words.ledgerStanding(ledger, due: due),
    ]
    if let waiver { lines.append("  " + words.waivedBecause(SafeText.line(waiver).text)) }
    lines += table.map { "  " + $0 }
    if ledger.isCut { lines.append("  " + words.ledgerCut) }
    let marks = ledger.marks.map { mark in
      words.percent(mark.percent) + " " + (mark.at.map { words.date($0, in: zone, now: now) } ?? "—")
        + (mark.isTold ? " ✓" : "")
    }
    lines.append("  " + marks.joined(separator: "  ·  "))
    return lines
  }

  private func row(_ entry: ClockLedger.Entry) -> [String] {
    [
      moment(entry.from), moment(entry.to), place(entry), words.name(entry.reason),
      entry.reason == .counted ? "+" + words.workingTime(entry.seconds) : "—", words.workingTime(entry.total),
    ]
  }

  /// Where the ticket was, and whom it waited for.
  private func place(_ entry: ClockLedger.Entry) -> String {
    let wait = entry.wait.map { wait in
      " · " + words.name(wait.reason) + (wait.party.map { " (\(SafeText.line($0).text))" } ?? "")
    }
    return Truncate.end(words.phase(entry.phase) + (wait ?? ""), LedgerLayout.placeWidth)
  }

  private static let placeWidth = 44

  /// With its seconds where there are some: a ledger adds up.
  private func moment(_ instant: Instant) -> String {
    let seconds = zone.local(instant).secondOfDay % 60
    return words.date(instant, in: zone, now: now) + (seconds == 0 ? "" : ":" + Instant.pad(seconds, 2))
  }
}
