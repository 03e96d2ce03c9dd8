import Console
import Desk
import Glibc
import Journal
import Screen

// Opening, listing and showing tickets.
extension Command {
  static let new = Command(
    .new, [.one(.subject)],
    [
      .from, .mail, .phone, .customer, .site, .asset, .channel, .occurred, .body, .note, .kind, .gravity, .impact,
      .category, .tag,
    ]
  ) { invocation throws(Trouble) in
    let session = try invocation.session()
    let requester = try invocation.requester()
    let known = requester.email.flatMap { session.directory.person(email: $0) }
    let channel = try invocation.choice(.channel, as: Channel.self) ?? .phone
    let opening = Opening(
      subject: invocation.arguments.operands[0].trimmed, channel: channel, requester: requester,
      customer: invocation.arguments.one(.customer) ?? known?.customer
        ?? requester.email.flatMap { session.directory.customer(email: $0)?.id },
      site: invocation.arguments.one(.site) ?? known?.site, asset: invocation.arguments.one(.asset),
      occurredAt: try invocation.moment(.occurred, looking: .back), receivedAt: session.now)
    let body = try invocation.optionalText(.body)
    let note = try invocation.optionalText(.note)
    let message = body.map { Letter(from: requester, subject: opening.subject, body: Body($0), channel: channel) }
    let qualification = try invocation.qualification(session)
    try invocation.checkTags(invocation.arguments.all(.tag))
    do throws(RecordError) {
      var ticket = try session.open(
        opening, message: message, qualification: qualification, note: note.map { Note(Body($0)) })
      for tag in invocation.arguments.all(.tag) { ticket = try session.record(.tag(tag), on: ticket.id) }
      invocation.report(ticket, nil, session)
      invocation.tellRepeats(of: ticket, session)
    } catch { throw Trouble(error, on: nil, invocation.words) }
  }

  static let list = Command(
    .list, [.any(.filter)], [.view, .order, .limit, .per, .least]
  ) { invocation throws(Trouble) in
    let session = try invocation.session()
    let view = try invocation.view(session)
    let narrowed = try invocation.filter(or: view == nil ? .term(.states(State.active)) : .all)
    let request = ListRequest(
      view.map { .and([$0.query, narrowed]) } ?? narrowed,
      order: try invocation.choice(.order, as: Order.self) ?? view?.order ?? .next,
      asker: Query.Asker(login: session.me.login, now: session.now),
      limit: try invocation.number(.limit, 1...Invocation.everyRow) ?? Invocation.everyRow)
    let grouping = try invocation.grouping(view)
    do throws(JournalError) {
      if let (keys, least) = grouping {
        var rows: [Summary] = []
        try session.list(request, waiting: invocation.telling()) { rows += $0 }
        return invocation.show(Grouping(rows, by: keys, least: least).groups, by: keys, home: session.home)
      }
      if invocation.printer.isJSON {
        return try session.list(request, waiting: invocation.telling()) { invocation.show($0, session) }
      }
      if invocation.printer.width == nil {
        var isEmpty = true
        try session.listPlainly(request, waiting: invocation.telling()) { rows in
          if !rows.isEmpty { isEmpty = false }
          invocation.show(rows, session)
        }
        // To whoever looks on; a script that asks every minute gets no mail for nothing.
        if isEmpty, isatty(2) == 1 { Printer.complain(invocation.words.noTicketFound) }
        return
      }
      var listing = Listing()
      try session.list(request, waiting: invocation.telling()) { listing.rows += $0 }
      invocation.show(listing, session)
    } catch { throw Trouble(error, invocation.words) }
  }

  static let show = Command(.show, [.one(.ticket)], [.save, .ids]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    if let folder = invocation.arguments.one(.save) { return try invocation.save(id, in: folder, session) }
    let transcript: Transcript
    do throws(JournalError) {
      transcript = try session.readWhole(id)
    } catch { throw Trouble(error, on: id, invocation.words) }
    invocation.show(transcript, session)
    // Shown as far as it reads, which is not even its opening.
    if !transcript.ticket.isOpened { throw Trouble(.data, invocation.words.failure(.damaged(id))) }
  }
}

extension Invocation {
  /// More rows than there can be tickets.
  fileprivate static let everyRow = Limits.ticketNumber

  /// Tags that people type are one word each; those that came from elsewhere stay as they are.
  func checkTags(_ tags: [String]) throws(Trouble) {
    if let text = tags.first(where: { !Tag.isOne($0) }) { throw Trouble(.refused(.severalTags(text)), on: nil, words) }
  }

  func requester() throws(Trouble) -> Party {
    let name = arguments.one(.from) ?? ""
    let email = try address()
    guard !name.isEmpty || email != nil else { throw missing(.from) }
    return Party(name: name, email: email, phone: arguments.one(.phone))
  }

  /// `--mail`: one address.
  func address() throws(Trouble) -> String? {
    guard let text = arguments.one(.mail) else { return nil }
    guard Mailbox.isAddress(text) else { throw Trouble(.usage, words.badAddress(text)) }
    return text
  }

  /// Whether anything is said of a ticket's qualification.
  var qualifies: Bool { [CommandOption.kind, .gravity, .impact, .category].contains { arguments.has($0) } }

  /// All four, or none. What is not said stays as it was in `old`.
  func qualification(_ session: Session, else old: Qualification? = nil) throws(Trouble) -> Qualification? {
    guard qualifies else { return nil }
    guard let kind = try choice(.kind, as: Kind.self) ?? old?.kind else { throw missing(.kind) }
    guard let gravity = try number(.gravity, 1...4).flatMap(Gravity.init) ?? old?.gravity else {
      throw missing(.gravity)
    }
    guard let impact = try number(.impact, 1...4).flatMap(Impact.init) ?? old?.impact else { throw missing(.impact) }
    guard let category = arguments.one(.category) ?? old?.category else { throw missing(.category) }
    let known = session.rules.categories
    if arguments.has(.category), !category.trimmed.isEmpty, !known.isEmpty, !known.contains(category) {
      throw Trouble(
        .refused, words.unknownCategory(category, near: Nearest.name(to: category, among: known), known: known))
    }
    return Qualification(kind: kind, gravity: gravity, impact: impact, category: category)
  }

  /// A filter; the active tickets where nothing is asked.
  func query(_ text: String) throws(Trouble) -> Query {
    if text.trimmed.isEmpty { return .term(.states(State.active)) }
    do throws(Query.Flaw) {
      return try Query(text)
    } catch { throw Trouble(.usage, words.badFilter(error)) }
  }

  /// The filter that the operands make together; `other` where nothing is asked.
  func filter(or other: Query = .all) throws(Trouble) -> Query {
    let operands = arguments.operands
    let text = operands.count == 1 ? operands[0] : operands.joined(separator: " ")
    return text.trimmed.isEmpty ? other : try query(text)
  }

  /// Rows for a program or a pipe.
  func show(_ rows: [Summary], _ session: Session) {
    if printer.isJSON { return printer.lines(rows) { $0.put(json: $1) } }
    show(rows.map { ListedRow($0) }, session)
  }

  func show(_ rows: [ListedRow], _ session: Session) {
    let now = session.now
    printer.lines(rows) { $0.put($1, words, home: session.home, now: now) }
  }

  func show(_ listing: Listing, _ session: Session) {
    if printer.isJSON || printer.width == nil { return show(listing.rows, session) }
    let now = session.now
    // The subject, which tells most, keeps nearly half of a narrow terminal.
    let share = (printer.width ?? 0) * 45 / 100
    let columns: [Column<Int>] = [
      .flexible(0, least: 6, most: 12), .fixed(1, 2), .fixed(2, 6, .right, dropped: 2),
      .flexible(3, least: 5, most: 12, dropped: 3), .fixed(4, 2, dropped: 5),
      .flexible(5, least: 5, most: 10, dropped: 4),
      .flexible(6, least: 12, most: 20, dropped: 1), .flexible(7, least: max(10, share)),
    ]
    printer.table(
      columns, head: words.listHead,
      listing.rows.map { row in
        [
          words.name(row.id, home: session.home), row.priority.name, words.due(row, now), words.short(row.state),
          row.level.rawValue, row.owner ?? "—", row.requester.label, (row.isDamaged ? "¿ " : "") + row.subject,
        ]
      })
    if listing.rows.isEmpty { printer.line(words.nothingListed) }
  }

  func show(_ transcript: Transcript, _ session: Session) {
    let ticket = transcript.ticket
    let summary = Summary(ticket, under: session.rules, isDamaged: !transcript.damage.isEmpty)
    let repeats = session.repeats(of: ticket)
    if printer.isJSON {
      guard case .object(let members) = summary.json else { return }
      let reading = Reading(transcript)
      let thread = JSON.Member("thread", .array(reading.thread.map(\.json)))
      return printer.json(
        .object(
          members + promise(to: ticket, session) + ticket.holdings(repeats: repeats, halves: reading.halves) + [thread])
      )
    }
    let now = session.now
    printer.line("\(words.name(ticket.id, home: session.home))  \(ticket.subject)")
    printer.line(
      [
        words.name(ticket.state), ticket.level.rawValue, ticket.priority.name, words.due(summary, now),
        words.agent(ticket.owner),
      ].filter { !$0.isEmpty }.joined(separator: " · "))
    let party = ticket.requester
    printer.line(
      [party.label, party.email ?? "", party.phone ?? "", ticket.customer ?? "", ticket.site ?? "", ticket.asset ?? ""]
        .filter { !$0.isEmpty }.joined(separator: " · "))
    tellPromise(to: ticket, session)
    if !repeats.isEmpty { printer.line(words.comesBack(from: repeats.map { words.name($0, home: session.home) })) }
    if !ticket.children.isEmpty { printer.line(words.childrenCount(ticket.children.count)) }
    let width = min(printer.width ?? Invocation.proseWidth, Invocation.proseWidth)
    let layout = ThreadLayout(
      width: width, words: words, zone: settings.zone, now: now, home: session.home, unfoldsQuotes: true)
    for line in layout.lines(of: Reading(transcript), seen: nil, limit: Invocation.threadLines) {
      printer.line(line.pieces.map(\.text).joined() + (line.right.map { "  " + $0 } ?? ""))
    }
    if arguments.has(.ids) { showMessages(ticket, now, session) }
  }

  /// The messages and notes a ticket could be split at: id, when, who, the first words.
  private func showMessages(_ ticket: Ticket, _ now: Instant, _ session: Session) {
    for entry in ticket.entries {
      let text: String
      switch entry.fact {
      case .messageIn(let letter): text = "│ " + letter.body.text
      case .messageOut(let letter): text = "│ → " + letter.body.text
      case .noteAdded(let note): text = "┊ " + note.body.text
      default: continue
      }
      let first = text.prefix { $0 != "\n" }.prefix(Invocation.firstWords)
      printer.line("\(entry.event)  \(words.moment(entry.at, in: settings.zone, now: now))  \(entry.by)  \(first)")
    }
  }

  /// Characters of a message that tell it from others.
  private static let firstWords = 48

  /// Says which tickets one comes back from.
  func tellRepeats(of ticket: Ticket, _ session: Session) {
    if printer.isJSON { return }
    let repeats = session.repeats(of: ticket)
    if !repeats.isEmpty { printer.line(words.comesBack(from: repeats.map { words.name($0, home: session.home) })) }
  }

  /// Columns of prose that are pleasant to read.
  static let proseWidth = 100
  /// Lines of a thread printed at most.
  static let threadLines = 100_000
}

extension Reading {
  /// A transcript as the console shows it: damage told by kind. Half a line that a later writer closed off was never
  /// an event, and is not told.
  init(_ transcript: Transcript) {
    let junk = transcript.damage.count { if case .junk = $0.kind { !$0.kind.isHarmless } else { false } }
    let foreign = transcript.damage.count { if case .foreignVersion = $0.kind { true } else { false } }
    var damage: [Reading.Damage] = []
    if junk > 0 { damage.append(.junk(lines: junk)) }
    if foreign > 0 { damage.append(.foreignVersion(foreign)) }
    for piece in transcript.damage {
      switch piece.kind {
      case .torn, .unended: damage.append(.tornTail)
      case .junk, .foreignVersion: break
      case .brokenChain, .missing, .doubled, .clockJump, .misnamed:
        damage.append(.brokenChain(line: piece.line))
      case .shortened, .replaced, .empty: damage.append(.rolledBack)
      case .unreadable(let code): damage.append(.unreadable(errno: code))
      }
    }
    // Several files, or several findings in one, may say the same.
    self.init(
      ticket: transcript.ticket, damage: damage.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
      others: transcript.others)
  }
}
