import Desk
import Screen

/// A ticket's clocks explained in a pane of so many columns: all in one line, then each one's ledger, stretch by
/// stretch, with what caused it. What did not count is dim; the day is said once.
struct LedgerPanel {
  let width: Int
  let words: Words
  /// The calendar's own.
  let zone: Zone
  let now: Instant
  /// Where the hours are told in another zone than on the rest of the screen.
  var isElsewhere = false

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
    return overview(clocks) + note + open.flatMap { [.blank] + lines(of: $0, waiver: clocks.waivers[$0.cycle.clock]) }
  }

  /// The line of all clocks, on as many lines as it needs.
  private func overview(_ clocks: TicketClocks) -> [ThreadLine] {
    rows(of: ClockLine(clocks, at: now, words: words).pieces, gap: "  ")
  }

  private func lines(of ledger: ClockLedger, waiver: String?) -> [ThreadLine] {
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
    lines += table(ledger.entries)
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

  private func table(_ entries: [ClockLedger.Entry]) -> [ThreadLine] {
    var day: Day?
    let rows = stretches(entries).map { stretch in
      let today = zone.local(stretch.from).day
      defer { day = today }
      return Row(
        day: today == day ? "" : words.date(stretch.from, in: zone, now: now).dropClock,
        span: clock(stretch.from) + " → " + end(stretch.from, stretch.to), why: stretch.why,
        counted: stretch.reason == .counted ? "+" + words.workingTime(stretch.seconds) : "—",
        total: words.workingTime(stretch.total), role: role(stretch.reason))
    }
    return isRoomy ? wide(rows) : narrow(rows)
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

  private func wide(_ rows: [Row]) -> [ThreadLine] {
    let days = widest(rows, \.day)
    let spans = widest(rows, \.span)
    let counts = widest(rows, \.counted)
    let totals = widest(rows, \.total)
    let room = max(1, min(LedgerPanel.widestWhy, width - days - spans - counts - totals - 7))
    return rows.map { row in
      ThreadLine([
        .init(Truncate.fit(row.day, days) + " ", .label), .init(Truncate.fit(row.span, spans) + "  ", row.role),
        .init(Truncate.fit(row.why, room) + "  ", row.role), .init(Truncate.fit(row.counted, counts, .right), row.role),
        .init("  " + Truncate.fit(row.total, totals, .right), row.role == .text ? .text : .textDim),
      ])
    }
  }

  private func narrow(_ rows: [Row]) -> [ThreadLine] {
    let spans = widest(rows, \.span)
    let totals = widest(rows, \.total)
    let room = max(1, width - spans - totals - 2)
    return rows.flatMap { row in
      (row.day.isEmpty ? [] : [ThreadLine([.init(row.day, .label)])]) + [
        ThreadLine([
          .init(Truncate.fit(row.span, spans) + " ", row.role), .init(Truncate.fit(row.why, room) + " ", row.role),
          .init(Truncate.fit(row.total, totals, .right), row.role == .text ? .text : .textDim),
        ])
      ]
    }
  }

  private func widest(_ rows: [Row], _ cell: KeyPath<Row, String>) -> Int {
    rows.map { Width.of($0[keyPath: cell]) }.max() ?? 0
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
