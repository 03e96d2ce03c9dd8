import Desk
import Screen

/// A ticket's clocks explained in a pane of so many columns: all in one line, then each one's ledger, stretch by
/// stretch, with what caused it. What did not count is dim; the day is said once.
package struct LedgerPanel {
  let width: Int
  let words: Words
  /// The calendar's own.
  let zone: Zone
  let now: Instant
  /// Where the hours are told in another zone than on the rest of the screen.
  var isElsewhere = false

  package init(width: Int, words: Words, zone: Zone, now: Instant, isElsewhere: Bool = false) {
    self.width = width
    self.words = words
    self.zone = zone
    self.now = now
    self.isElsewhere = isElsewhere
  }

  /// From that many columns on the day stands in a column of its own, and what each stretch added is told.
  private static let roomyFrom = 60

  /// Columns of a reason at most: what was counted stands near it.
  private static let widestWhy = 44

  private var isRoomy: Bool { width >= LedgerPanel.roomyFrom }

  /// The ledgers that still run come before those that are over.
  func lines(of clocks: TicketClocks) -> [ThreadLine] {
    let ledgers = clocks.ledgers(at: now)
    if ledgers.isEmpty { return [ThreadLine([.init(words.nothingPromised)])] }
    let open = ledgers.filter { $0.deadline.standing != .stopped } + ledgers.filter { $0.deadline.standing == .stopped }
    let note = isElsewhere ? [ThreadLine([.init(words.hoursOf(zone.name), .textDim)])] : []
    return overview(clocks) + note + [.blank] + lines(of: open, waivers: clocks.waivers)
  }

  /// Each ledger, one blank line between two; their columns stand one under the other all the way down. `waivers` say
  /// why a clock is held against nobody.
  package func lines(of ledgers: [ClockLedger], waivers: [ServiceClock: String]) -> [ThreadLine] {
    let rows = ledgers.map { self.rows(of: $0.entries) }
    let widths = Widths(rows.flatMap(\.self))
    return zip(ledgers, rows).enumerated().flatMap { at, ledger in
      (at == 0 ? [] : [ThreadLine.blank])
        + lines(of: ledger.0, waiver: waivers[ledger.0.cycle.clock], table: table(ledger.1, widths))
    }
  }

  /// The line of all clocks, on as many lines as it needs.
  private func overview(_ clocks: TicketClocks) -> [ThreadLine] {
    rows(of: ClockLine(clocks, at: now, words: words).pieces, gap: "  ")
  }

  private func lines(of ledger: ClockLedger, waiver: String?, table: [ThreadLine]) -> [ThreadLine] {
    let due = ledger.deadline.due.map { words.date($0, in: zone, now: now) }
    var lines = [
      ThreadLine([
        .init(words.capital(words.ledgerTitle(ledger)), .title), .init(" · "),
        .init(words.name(ledger.outcome), role(ledger)),
      ])
    ]
    let told = [words.ledgerPromise(ledger), words.ledgerStanding(ledger, due: due)]
    for text in told + [waiver.map(words.waivedBecause)].compactMap(\.self) {
      lines += ThreadLine([.init(SafeText.line(text).text, .textDim)]).folded(to: width)
    }
    lines += table
    if ledger.isCut { lines.append(ThreadLine([.init(words.ledgerCut, .textDim)])) }
    // A clock that has stopped has no threshold to come.
    return lines + rows(of: ledger.marks.filter { $0.at != nil }.map(mark), gap: "  ·  ")
  }

  private func role(_ ledger: ClockLedger) -> Role {
    switch ledger.outcome {
    case .broken: .slaLate
    case .kept: .slaDone
    case .waived: .textDim
    case .open: ledger.deadline.standing == .paused ? .slaPaused : .slaOk
    }
  }

  private func mark(_ mark: ClockLedger.Mark) -> ThreadLine.Piece {
    let at = mark.at.map { words.moment($0, in: zone, now: now) } ?? "—"
    return .init("\(words.percent(mark.percent)) \(at)" + (mark.isTold ? " ✓" : ""), .textDim)
  }

  /// Pieces side by side, as many on a line as fit whole.
  private func rows(of pieces: [ThreadLine.Piece], gap: String) -> [ThreadLine] {
    var lines: [ThreadLine] = []
    var room = 0
    for piece in pieces {
      let taken = Width.of(gap) + Width.of(piece.text)
      if taken <= room, !lines.isEmpty {
        lines[lines.count - 1].pieces += [.init(gap, .textDim), piece]
        room -= taken
      } else {
        lines.append(ThreadLine([piece]))
        room = width - Width.of(piece.text)
      }
    }
    return lines
  }

  // MARK: - Stretches

  /// A stretch as it is written, cell by cell.
  private struct Row {
    var day: String
    var span: String
    var why: String
    var counted: String
    var total: String
    var role: Role
  }

  /// How wide each cell is in the widest row.
  private struct Widths {
    let day: Int
    let span: Int
    let counted: Int
    let total: Int

    init(_ rows: [Row]) {
      func widest(_ cell: (Row) -> String) -> Int { rows.map { Width.of(cell($0)) }.max() ?? 0 }
      day = widest(\.day)
      span = widest(\.span)
      counted = widest(\.counted)
      total = widest(\.total)
    }
  }

  private func table(_ rows: [Row], _ widths: Widths) -> [ThreadLine] {
    isRoomy ? wide(rows, widths) : narrow(rows, widths)
  }

  private func rows(of entries: [ClockLedger.Entry]) -> [Row] {
    var day: Day?
    return stretches(entries).map { stretch in
      let today = zone.local(stretch.from).day
      defer { day = today }
      return Row(
        day: today == day ? "" : words.date(stretch.from, in: zone, now: now).dropClock,
        span: clock(stretch.from) + " → " + end(stretch.from, stretch.to), why: stretch.why,
        counted: stretch.reason == .counted ? "+" + words.workingTime(stretch.seconds) : "—",
        total: words.workingTime(stretch.total), role: role(stretch.reason))
    }
  }

  /// One or several entries for one reason: a taking or a note makes no difference to the time.
  private struct Stretch {
    var from: Instant
    var to: Instant
    var reason: ClockLedger.Reason
    var why: String
    var seconds: Int64
    var total: Int64
  }

  private func stretches(_ entries: [ClockLedger.Entry]) -> [Stretch] {
    var all: [Stretch] = []
    for entry in entries {
      let why = why(entry)
      if let last = all.last, last.to == entry.from, last.why == why, last.reason == entry.reason {
        all[all.count - 1].to = entry.to
        all[all.count - 1].seconds += entry.seconds
        all[all.count - 1].total = entry.total
      } else {
        all.append(
          Stretch(
            from: entry.from, to: entry.to, reason: entry.reason, why: why, seconds: entry.seconds, total: entry.total))
      }
    }
    return all
  }

  private func wide(_ rows: [Row], _ widths: Widths) -> [ThreadLine] {
    let taken = widths.day + widths.span + widths.counted + widths.total + 7
    let room = max(1, min(LedgerPanel.widestWhy, width - taken))
    return rows.map { row in
      ThreadLine([
        .init(Truncate.fit(row.day, widths.day) + " ", .label),
        .init(Truncate.fit(row.span, widths.span) + "  ", row.role),
        .init(Truncate.fit(row.why, room) + "  ", row.role),
        .init(Truncate.fit(row.counted, widths.counted, .right), row.role),
        .init("  " + Truncate.fit(row.total, widths.total, .right), row.role == .text ? .text : .textDim),
      ])
    }
  }

  private func narrow(_ rows: [Row], _ widths: Widths) -> [ThreadLine] {
    let room = max(1, width - widths.span - widths.total - 2)
    return rows.flatMap { row in
      (row.day.isEmpty ? [] : [ThreadLine([.init(row.day, .label)])]) + [
        ThreadLine([
          .init(Truncate.fit(row.span, widths.span) + " ", row.role),
          .init(Truncate.fit(row.why, room) + " ", row.role),
          .init(Truncate.fit(row.total, widths.total, .right), row.role == .text ? .text : .textDim),
        ])
      ]
    }
  }

  private func role(_ reason: ClockLedger.Reason) -> Role {
    switch reason {
    case .counted: .text
    case .paused: .slaPaused
    case .closed, .stopped: .textDim
    }
  }

  /// Where the ticket was while the time counted, else what kept it from counting.
  private func why(_ entry: ClockLedger.Entry) -> String {
    let wait = entry.wait.map { wait in
      " · " + words.name(wait.reason) + (wait.party.map { " (\(SafeText.line($0).text))" } ?? "")
    }
    let place = words.phase(entry.phase) + (wait ?? "")
    switch entry.reason {
    case .counted: return place
    case .closed: return words.name(entry.reason)
    case .paused: return "‖ " + place
    case .stopped: return words.name(entry.reason) + " · " + place
    }
  }

  /// The hour on the same day, with the weekday within the week, else the date.
  private func end(_ from: Instant, _ to: Instant) -> String {
    if zone.local(from).day == zone.local(to).day { return clock(to) }
    let date = words.date(to, in: zone, now: now)
    return to - from < LedgerPanel.week ? String(date.prefix { $0 != " " }) + " " + clock(to) : date
  }

  /// Seconds in which a weekday names one day.
  private static let week: Int64 = 6 * 86_400

  /// With its seconds where there are some: a ledger adds up.
  private func clock(_ instant: Instant) -> String {
    let seconds = zone.local(instant).secondOfDay % 60
    return words.clock(instant, in: zone) + (seconds == 0 ? "" : ":" + Instant.pad(seconds, 2))
  }
}

extension String {
  /// A date as `Words.date` writes it, without its hour.
  fileprivate var dropClock: String { split(separator: " ").dropLast().joined(separator: " ") }
}
