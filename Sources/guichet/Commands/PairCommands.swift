import Console
import Desk
import Journal
import Screen

// Merging, unmerging, splitting.
extension Command {
  static let merge = Command(.merge, [.one(.ticket), .maybe(.target)], [.dryRun]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let operands = invocation.arguments.operands
    let id = try invocation.ticket(operands[0], session)
    // Without a target nothing is merged: what it could be merged into is shown.
    guard operands.count > 1 else { return try invocation.suggestTargets(of: id, session) }
    let intent = Intent.merge(into: try invocation.ticket(operands[1], session))
    guard invocation.arguments.has(.dryRun) else { return try invocation.act(intent, on: id, session) }
    try invocation.preview(intent, on: id, session) { ticket, own, other in
      invocation.words.mergePreview(own, other, shown: ticket.entries.count)
    }
  }

  static let unmerge = Command(.unmerge, [.one(.ticket)], [.dryRun]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    guard invocation.arguments.has(.dryRun) else { return try invocation.act(.unmerge, on: id, session) }
    try invocation.preview(.unmerge, on: id, session) { ticket, own, other in
      invocation.words.unmergePreview(own, other, state: ticket.bonds.merging?.state ?? ticket.state)
    }
  }

  static let split = Command(.split, [.one(.ticket), .many(.event)], [.subject]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let id = try invocation.ticket(invocation.arguments.operands[0], session)
    let words = invocation.words
    do throws(RecordError) {
      let ticket = try journal { () throws(JournalError) in try session.read(id).ticket }
      var events: [String] = []
      for word in invocation.arguments.operands.dropFirst() {
        guard let event = ticket.entries.map(\.event).named(word) else {
          throw RecordError.refused(.notSplittable(word))
        }
        if !events.contains(event) { events.append(event) }
      }
      let (new, source) = try session.split(events, of: id, subject: invocation.arguments.one(.subject))
      if invocation.printer.isJSON { return invocation.printer.json(Summary(new, under: session.rules).json) }
      invocation.printer.line(
        words.splitOff(
          words.name(source.id, home: session.home), words.name(new.id, home: session.home), events.count))
    } catch { throw Trouble(error, on: id, words) }
  }
}

extension Invocation {
  /// The ticket, then those it may be the duplicate of, each with what speaks for it.
  fileprivate func suggestTargets(of id: TicketID, _ session: Session) throws(Trouble) {
    do throws(JournalError) {
      let ticket = try session.read(id).ticket
      let found = try session.lookalikes(of: ticket)
      if printer.isJSON {
        for one in found { printer.json(.object(of: ("ticket", one.row.json), ("because", one.reasons.json))) }
        return
      }
      let rows = [(Summary(ticket, under: session.rules), [])] + found.map { ($0.row, $0.reasons) }
      for line in beside(rows, session) { printer.line(line) }
      let names = found.first.map { (words.name(id, home: session.home), words.name($0.row.id, home: session.home)) }
      printer.line(
        names.map { words.mergeHint("guichet merge \($0.0.bare) \($0.1.bare) --dry-run") } ?? words.noLookalike)
    } catch { throw Trouble(error, on: id, words) }
  }

  /// Tickets to be compared, one a line: number, state, priority, age, requester, subject, why it is here.
  private func beside(_ rows: [(row: Summary, reasons: [Lookalike.Reason])], _ session: Session) -> [String] {
    let cells = rows.map { row, reasons in
      [
        words.name(row.id, home: session.home), words.short(row.state), row.priority.name,
        words.age(seconds: session.now - row.receivedAt),
        SafeText.line(Truncate.end(row.requester.label, Invocation.widestRequester)).text,
        SafeText.line(Truncate.end(row.subject, Invocation.widestSubject)).text, words.because(reasons),
      ]
    }
    return PlainTable.lines(cells, right: 3..<4)
  }

  /// Columns of a name and of a subject in such a line.
  private static let widestRequester = 20
  private static let widestSubject = 44

  /// Says what an act on two tickets would do.
  fileprivate func preview(
    _ intent: Intent, on id: TicketID, _ session: Session, _ sentence: (Ticket, String, String) -> String
  ) throws(Trouble) {
    do throws(RecordError) {
      let (own, other) = try session.preview(intent, on: id)
      let names = (words.name(own.id, home: session.home), words.name(other.id, home: session.home))
      if printer.isJSON {
        return printer.json(
          .object(
            of: ("verb", .string(intent.verb.rawValue)), ("own", Summary(own, under: session.rules).json),
            ("other", Summary(other, under: session.rules).json)))
      }
      for line in beside([own, other].map { (Summary($0, under: session.rules), []) }, session) { printer.line(line) }
      printer.line(sentence(own, names.0, names.1))
    } catch { throw Trouble(error, on: id, words) }
  }
}

extension [String] {
  /// The fewest letters that name an event.
  private static let fewest = 4

  /// The event of this name, or of the only one that begins with it.
  func named(_ word: String) -> String? {
    if contains(word) { return word }
    guard word.count >= [String].fewest else { return nil }
    let matches = filter { Folding.fold($0).hasPrefix(Folding.fold(word)) }
    return matches.count == 1 ? matches[0] : nil
  }

  /// The event of this name, or the one that stands at this place, from 1.
  func numbered(_ word: String) -> String? {
    if let place = Int(word), place >= 1, place <= count, !contains(word) { return self[place - 1] }
    return named(word)
  }
}

extension String {
  /// A ticket's name as a shell takes it without quotes.
  fileprivate var bare: String { hasPrefix("#") ? String(dropFirst()) : self }
}

extension [Lookalike.Reason] {
  /// For programs.
  fileprivate var json: JSON {
    .object(
      map { reason in
        switch reason {
        case .requester: JSON.Member("requester", .bool(true))
        case .asset(let id): JSON.Member("asset", .string(id))
        case .customer(let id): JSON.Member("customer", .string(id))
        case .category(let name): JSON.Member("category", .string(name))
        case .words(let shared): JSON.Member("words", .array(shared.map(JSON.string)))
        }
      })
  }
}
