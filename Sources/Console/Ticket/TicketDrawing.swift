import Desk
import Screen

/// A ticket on the screen: rows that stay, the thread below them.
struct TicketDrawing {
  private let model: Model
  private let pane: TicketPane
  private var words: Words { model.words }

  /// Rows above the thread: title, what it is, its clocks where there is room, who asks, the rule.
  static func furniture(in height: Int) -> Int { height >= clocksFrom ? 5 : 4 }

  /// From that many rows on all clocks have a row of their own.
  private static let clocksFrom = 14

  /// From that many columns on impact and gravity are written out.
  private static let roomyFrom = 100

  static func threadHeight(in height: Int) -> Int { max(1, height - furniture(in: height)) }

  init(_ model: Model, _ pane: TicketPane) {
    self.model = model
    self.pane = pane
  }

  func draw(into frame: inout Frame, in area: Area, isPreview: Bool) {
    let furniture = TicketDrawing.furniture(in: area.height)
    let (head, rest) = area.splitTop(furniture)
    let isRoomy = area.height >= TicketDrawing.clocksFrom
    guard let ticket = pane.reading?.ticket else {
      frame.put(" " + words.name(pane.id, home: model.home) + "  " + words.reading, x: 0, y: 0, .textDim, in: head)
      return
    }
    drawTitle(ticket, into: &frame, in: head.row(0), isPreview: isPreview)
    let isNarrow = area.width < TicketDrawing.roomyFrom
    draw(what(ticket, isNarrow: isNarrow, hasDeadlines: !isRoomy), gap: 2, into: &frame, in: head.row(1))
    if isRoomy { drawClocks(into: &frame, in: head.row(2)) }
    draw(who(ticket, in: area.width, tellsContract: !isRoomy), gap: 1, into: &frame, in: head.row(isRoomy ? 3 : 2))
    if head.height == furniture { frame.rule(y: furniture - 1, in: head, title: words.threadTitle) }
    for (y, line) in pane.lines.dropFirst(isPreview ? 0 : pane.top).prefix(rest.height).enumerated() {
      line.draw(into: &frame, y: y, in: rest)
    }
    let more = pane.lines.count - pane.top - rest.height
    if !isPreview, more > 0, rest.height > 0 {
      let text = pane.isWhole ? " ↓ \(more) " : " ↓ "
      frame.put(text, x: max(0, area.width - Width.of(text)), y: rest.height - 1, .textDim, in: rest)
    }
  }

  private func drawTitle(_ ticket: Ticket, into frame: inout Frame, in row: Area, isPreview: Bool) {
    // A ticket opened by its number need not be a row of this view.
    let isRow = model.queue.selection?.id == ticket.id
    let place = isRow ? model.queue.number.map { "\($0 + 1)/\(model.queue.count)" } ?? "" : ""
    let right = isPreview ? "" : place
    let title =
      (isPreview ? " " : "◂ ") + words.name(ticket.id, home: model.home) + "  " + SafeText.line(ticket.subject).text
    frame.put(Truncate.end(title, max(0, row.width - Width.of(right) - 2)), .title, in: row)
    frame.put(right, x: row.width - Width.of(right) - 1, y: 0, .textDim, in: row)
  }

  /// Pieces one after the other; those that do not fit whole are left out.
  private func draw(_ pieces: [ThreadLine.Piece], gap: Int, into frame: inout Frame, in row: Area) {
    var x = 1
    for (place, piece) in pieces.enumerated() where !piece.text.isEmpty {
      let text = place == 0 ? Truncate.end(piece.text, max(0, row.width - x)) : piece.text
      if x + Width.of(text) > row.width { continue }
      x = frame.put(text, x: x, y: 0, piece.role, in: row) + gap
    }
  }

  /// Priority and where it comes from, the deadlines, level, state, who.
  private func what(_ ticket: Ticket, isNarrow: Bool, hasDeadlines: Bool) -> [ThreadLine.Piece] {
    var pieces: [ThreadLine.Piece] = [.init(priority(ticket, isNarrow: isNarrow), .priority(ticket.priority.rawValue))]
    if hasDeadlines { pieces += deadlines(ticket) }
    if let due = ticket.handoffDue {
      pieces.append(.init("! " + words.handoffOwed(until: words.moment(due, in: model.zone, now: model.now)), .warning))
    }
    pieces += [
      .init(ticket.level.rawValue, QueueRowDrawing.role(ticket.level)),
      .init(words.name(ticket.state), QueueRowDrawing.role(ticket.state)),
      .init(words.agent(ticket.owner.map { SafeText.line($0).text })),
    ]
    if let wait = ticket.wait, ticket.state == .waitUser || ticket.state == .waitThird {
      let until = words.moment(wait.until, in: model.zone, now: model.now)
      pieces.append(
        .init(words.waits(wait.reason, until: until, party: wait.party.map { SafeText.line($0).text }), .stateWaiting))
    }
    if let planned = ticket.planned, ticket.state == .planned {
      pieces.append(.init(words.plannedFor(words.moment(planned.start, in: model.zone, now: model.now)), .stateWaiting))
    }
    if let steward = ticket.steward { pieces.append(.init(words.steward(SafeText.line(steward).text), .textDim)) }
    return pieces
  }

  private func priority(_ ticket: Ticket, isNarrow: Bool) -> String {
    if let override = ticket.override {
      // The deadline stands beside it and never leaves the screen.
      if isNarrow { return "\(override.priority.name) ≠ \(ticket.computed.name)" }
      return words.setPriority(override.priority, by: SafeText.line(override.by).text, computed: ticket.computed)
    }
    guard let qualification = ticket.qualification else { return words.unqualifiedPriority(ticket.priority) }
    if isNarrow { return "\(ticket.priority.name) = \(qualification.impact.name) × \(qualification.gravity.name)" }
    return words.computedPriority(ticket.priority, qualification)
  }

  /// All clocks, the most pressing first, and at the right how the contract stands: in full, in few words, or not at
  /// all unless somebody should know.
  private func drawClocks(into frame: inout Frame, in row: Area) {
    let line = pane.clocks.map { ClockLine($0, at: model.now, words: words) }
    let notice = notice
    let reserved = notice?.isPressing == true ? notice.map { Width.of($0.short.text) + 3 } ?? 0 : 0
    var (pieces, rest) = line?.fitting(max(0, row.width - 2 - reserved)) ?? ([], 0)
    if pieces.isEmpty { pieces = [.init(words.noClock, .textDim)] }
    draw(pieces, gap: ClockLine.gap, into: &frame, in: row)
    guard let notice else { return }
    rest += reserved
    let fitting = [notice.full, notice.short].first { Width.of($0.text) + 3 <= rest }
    guard var piece = fitting else { return }
    if piece.role == .text { piece.role = .textDim }
    frame.put(piece.text, x: row.width - Width.of(piece.text) - 1, y: 0, piece.role, in: row)
  }

  /// The contract the ticket is held to, its balance as last asked.
  private var notice: ContractNotice? {
    pane.scope.map {
      ContractNotice($0, model.standings[$0.contract.id] ?? ContractStanding($0.contract, balance: nil), words)
    }
  }

  /// The clocks that run or wait, the reply before the solution: `▲ réponse 0h18   solution 3h48`.
  private func deadlines(_ ticket: Ticket) -> [ThreadLine.Piece] {
    guard ticket.state.isActive, let clocks = pane.clocks else { return [] }
    return clocks.deadlines(at: model.now).compactMap { deadline in
      if deadline.clock == .acknowledge || deadline.isWaived { return nil }
      switch deadline.standing {
      case .running(let due):
        let left = due - model.now
        let isSoon = deadline.usedRatio >= 0.75 || left <= 3600
        let glyph = left <= 0 ? "! " : isSoon ? "▲ " : ""
        return .init(
          "\(glyph)\(words.name(deadline.clock)) \(words.remaining(seconds: left))",
          left <= 0 ? .slaLate : isSoon ? .slaSoon : .slaOk)
      case .paused:
        return .init("‖ \(words.name(deadline.clock)) \(words.remaining(seconds: deadline.remaining))", .slaPaused)
      case .stopped: return nil
      }
    }
  }

  /// The requester and what is known of the place and the thing.
  private func who(_ ticket: Ticket, in width: Int, tellsContract: Bool) -> [ThreadLine.Piece] {
    let party = ticket.requester
    let customer = ticket.customer.map { model.directory.customers[$0]?.name ?? $0 }
    // Many a mail names its sender by the address.
    let email = party.email.flatMap { $0 == party.label ? nil : $0 }
    let parts = [
      party.label, ticket.site ?? "", party.phone.map { words.phone($0) } ?? "", email ?? "", customer ?? "",
      words.name(ticket.kind), ticket.qualification?.category ?? "", ticket.asset ?? "", words.name(ticket.channel),
    ]
    let shown = parts.map { SafeText.line($0).text }.filter { !$0.isEmpty }
    var pieces = shown.enumerated().map {
      ThreadLine.Piece(($0.offset == 0 ? "" : "· ") + $0.element, $0.offset == 0 ? .author : .textDim)
    }
    // A name of any length leaves room for it.
    if model.directory.isVIP(party), !pieces.isEmpty {
      pieces[0].text = Truncate.end(pieces[0].text, max(0, width - Width.of(words.vip) - 2))
      pieces.insert(.init(words.vip, .textStrong), at: 1)
    }
    // A contract that runs short or does not cover it is told beside the name, in as many words as fit.
    if tellsContract, let notice, notice.isPressing {
      let who = pieces.prefix { $0.role != .textDim }
      let room = width - who.reduce(1) { $0 + Width.of($1.text) + 1 }
      let told = [notice.short, notice.shortest].first { Width.of($0.text) <= room }
      if let told { pieces.insert(told, at: who.count) }
    }
    return pieces
  }
}
