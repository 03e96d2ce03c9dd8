import Console
import Desk
import Journal

// Merging, unmerging, splitting.
extension Command {
  static let merge = Command(.merge, [.one(.ticket), .one(.target)], [.dryRun]) { invocation throws(Trouble) in
    let session = try invocation.session()
    let operands = invocation.arguments.operands
    let id = try invocation.ticket(operands[0], session)
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
      for ticket in [own, other] {
        printer.line("\(words.name(ticket.id, home: session.home))  \(words.name(ticket.state))  \(ticket.subject)")
      }
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
