import Desk
import Screen

// What the shell answers to the effects.
extension Model {
  mutating func listed(_ listing: Listing, _ asked: ListRequest) -> [Effect] {
    let wanted = request
    guard asked.query == wanted.query, asked.order == wanted.order else { return [] }
    if listing.counts.count == views.count { counts = listing.counts }
    let gone = queue.take(listing, for: asked.query, asker: asker)
    var effects = gone.prefix(Model.goneRead).map(Effect.read)
    if let id = wantedTicket, queue.select(id) { wantedTicket = nil }
    if preview == nil || preview?.id != queue.selection?.id { effects += rest() }
    return effects
  }

  /// Tickets read at most to say why they left the view.
  private static let goneRead = 20

  mutating func read(_ reading: Reading) -> [Effect] {
    let id = reading.ticket.id
    remember(reading)
    let row = Summary(reading.ticket, under: rules, isDamaged: !reading.damage.isEmpty)
    queue.change(row, belongs: belongs(row), asker: asker)
    if ticket?.id == id {
      ticket?.take(reading, rules: rules)
      looked[id] = reading.ticket.lamport
    }
    if preview?.id == id {
      preview?.take(reading, rules: rules)
      if pane == .queue, layout.hasSide { looked[id] = reading.ticket.lamport }
    }
    return sheetReceives(.read(reading)) + openAwaitedSheet(id)
  }

  /// Whether a row is of the view on the screen.
  private func belongs(_ row: Summary) -> Bool { request.query.matches(row, for: asker) }

  mutating func recorded(_ ticket: Ticket, _ verb: Verb) -> [Effect] {
    let damage = reading(of: ticket.id)?.damage ?? []
    // One's own deed is no news.
    looked[ticket.id] = ticket.lamport
    var effects = read(Reading(ticket: ticket, damage: damage))
    if bulk?.verb == verb {
      bulk?.done += 1
      bulk?.waiting -= 1
      effects += bulkSettled()
    } else {
      effects += say(words.done(verb, words.name(ticket.id, home: home)), .ok) + [.list(request)]
    }
    return effects + sheetFollowed(on: ticket.id)
  }

  mutating func created(_ ticket: Ticket) -> [Effect] {
    let id = ticket.id
    remember(Reading(ticket: ticket))
    looked[id] = ticket.lamport
    let effects = sheetFollowed(on: nil)
    wantedTicket = id
    return effects + say(words.opened(words.name(id, home: home)), .ok) + [.list(request)] + open(id)
  }

  /// An article that was asked for is on the disk.
  mutating func articleWritten(_ article: Article) -> [Effect] {
    let isAsked = sheet?.submission.contains { if case .createArticle = $0 { true } else { false } }
    guard isAsked == true, sheet?.awaited ?? 0 > 0 else { return [] }
    return sheetFollowed(on: nil) + say(words.written(article.id), .ok)
  }

  mutating func refused(_ refusal: Refusal, _ verb: Verb, _ id: TicketID?) -> [Effect] {
    if bulk?.verb == verb {
      bulk?.refusals.append((id, refusal))
      bulk?.waiting -= 1
      return bulkSettled() + sheetFollowed(on: id)
    }
    if sheet != nil, sheet?.awaited ?? 0 > 0 {
      sheet?.awaited = 0
      sheet?.refusal = refusal
      if case .changed = refusal, let id = id ?? sheet?.sheet.ticket {
        overlay = .conflict(Conflict(ticket: id, refusal: refusal))
        return [.read(id)]
      }
      return sheetReceives(.refused(refusal, verb, on: id)) + say(words.refusal(refusal), .error)
    }
    return say(words.refusal(refusal), .error)
  }

  mutating func failed(_ failure: Failure) -> [Effect] {
    if bulk != nil { bulk = nil }
    sheet?.awaited = 0
    awaitedSheet = nil
    if case .noSuchTicket(let id) = failure, ticket?.id == id, ticket?.reading == nil { closeTicket() }
    return sheetReceives(.failed(failure)) + say(words.failure(failure), .error)
  }

  /// All answers of a wish on several tickets are there: one message for all.
  private mutating func bulkSettled() -> [Effect] {
    guard let bulk, bulk.waiting <= 0 else { return [] }
    self.bulk = nil
    queue.clearMarks()
    var parts: [String] = []
    if bulk.done > 0 { parts.append(words.done(bulk.verb, count: bulk.done)) }
    if let first = bulk.refusals.first {
      parts.append(words.someRefused(bulk.refusals.count, words.refusal(first.refusal)))
    }
    return say(parts.joined(separator: "  "), bulk.refusals.isEmpty ? .ok : .error) + [.list(request)]
  }
}
