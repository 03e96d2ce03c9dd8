import Desk
import Screen

// What the shell answers to the effects.
extension Model {
  mutating func listed(_ listing: Listing, _ asked: ListRequest) -> [Effect] {
    guard asked.query == query, asked.order == currentView.order else { return [] }
    for (query, count) in zip(asked.counts, listing.counts) {
      for at in views.indices where views[at].query == query { counts[at] = count }
    }
    if awaitsMarks, asked.limit == Model.mostMarks { return marked(listing) }
    var effects = indexed(listing)
    if asked.part == .none {
      effects += queue.refresh(listing).prefix(Model.goneRead).map(Effect.read)
    } else {
      queue.take(listing, for: asked)
    }
    if let id = wantedTicket, queue.select(id) { wantedTicket = nil }
    if preview == nil || preview?.id != queue.selection?.id { effects += rest() }
    return effects
  }

  /// The queue is longer than what is here of it: all of it is marked, as far as one wish on many may go.
  private mutating func marked(_ listing: Listing) -> [Effect] {
    awaitsMarks = false
    queue.markAll(listing.rows)
    return listing.total > listing.rows.count ? say(words.markedOnly(listing.rows.count, of: listing.total)) : []
  }

  /// Tickets marked at once at most.
  static let mostMarks = 1000

  /// While the index is being made the list is asked for again now and then, and anew once it is whole.
  private mutating func indexed(_ listing: Listing) -> [Effect] {
    let wasWhole = indexing == nil
    indexing = listing.isWhole ? nil : Indexing(progress: listing.progress)
    if !listing.isWhole { return [.wake(.index, afterMilliseconds: Delay.index)] }
    return wasWhole ? [] : [.list(request)]
  }

  /// Tickets read at most to say why they left the view.
  private static let goneRead = 20

  mutating func read(_ reading: Reading) -> [Effect] {
    let id = reading.ticket.id
    remember(reading)
    let row = Summary(reading.ticket, under: rules, isDamaged: !reading.damage.isEmpty)
    // What a filter looks for may stand in words that a row does not show: only the view is judged here.
    queue.change(row, belongs: currentView.query.matches(row, for: asker))
    var effects: [Effect] = []
    if ticket?.id == id {
      let isNews = ticket?.reading?.ticket.lamport != reading.ticket.lamport
      ticket?.take(reading, rules: rules, zone: zone)
      looked[id] = Look(reading.ticket)
      effects += askStanding(again: isNews)
    }
    if preview?.id == id {
      preview?.take(reading, rules: rules, zone: zone)
      if pane == .queue, layout.hasSide { looked[id] = Look(reading.ticket) }
    }
    return effects + sheetReceives(.read(reading)) + openAwaitedSheet(id)
  }

  /// How the contract stands that the open ticket is held to; what draws from no credit needs no asking.
  func askStanding(again: Bool) -> [Effect] {
    guard let contract = ticket?.scope?.contract, !directory.credits(of: contract.id).isEmpty,
      again || standings[contract.id] == nil
    else { return [] }
    return [.standing(contract.id)]
  }

  mutating func recorded(_ ticket: Ticket, _ verb: Verb) -> [Effect] {
    let before = reading(of: ticket.id)
    // One's own deed is no news.
    looked[ticket.id] = Look(ticket)
    // What was just said is what the agent looks for.
    if self.ticket?.id == ticket.id, Model.speaking.contains(verb), let before {
      self.ticket?.seekNews(since: before.ticket.lamport)
    }
    var effects = read(Reading(ticket: ticket, damage: before?.damage ?? [], others: before?.others ?? [:]))
    if ticket.sources.contains(where: { before?.others[$0] == nil }) { effects.append(.read(ticket.id)) }
    if bulk?.verb == verb {
      bulk?.done += 1
      bulk?.waiting -= 1
      for rule in consequences(on: ticket, since: before).filter({ !$0.facts.isEmpty }) {
        bulk?.followed[rule.rule, default: 0] += 1
      }
      effects += bulkSettled()
    } else {
      effects += say(done(verb, ticket, since: before), .ok) + [.list(refreshing)]
    }
    if duty?.pages.isEmpty == false { effects.append(.duty) }
    return effects + written() + sheetFollowed(on: ticket.id)
  }

  /// Verbs that leave words in the thread.
  private static let speaking: Set<Verb> = [.reply, .ask, .note, .resolve]

  /// What was done, and what the desk's rules made of it at once.
  private func done(_ verb: Verb, _ ticket: Ticket, since before: Reading?) -> String {
    words.done(verb, words.name(ticket.id, home: home)) + followed(on: ticket, since: before)
  }

  func followed(on ticket: Ticket, since before: Reading? = nil) -> String {
    words.followed(consequences(on: ticket, since: before))
  }

  /// Nothing where nothing was recorded: the rules' last events are then those of an earlier act.
  private func consequences(on ticket: Ticket, since before: Reading?) -> [Consequence] {
    if let before, before.ticket.lamport >= ticket.lamport { return [] }
    return ticket.consequences
  }

  /// What was next is this agent's now, and read at once.
  mutating func nextTaken(_ ticket: Ticket?) -> [Effect] {
    guard let ticket else { return say(words.nothingToTake) }
    remember(Reading(ticket: ticket))
    looked[ticket.id] = Look(ticket)
    wantedTicket = ticket.id
    return written() + say(done(.take, ticket, since: nil), .ok) + [.list(refreshing)]
      + open(ticket.id)
  }

  mutating func created(_ ticket: Ticket) -> [Effect] {
    let id = ticket.id
    remember(Reading(ticket: ticket))
    looked[id] = Look(ticket)
    let effects = written() + sheetFollowed(on: nil)
    wantedTicket = id
    return effects + say(words.opened(words.name(id, home: home)) + followed(on: ticket), .ok) + [.list(refreshing)]
      + open(id)
  }

  /// An article that was asked for is on the disk.
  mutating func articleWritten(_ article: Article) -> [Effect] {
    let isAsked = sheet?.submission.contains { if case .createArticle = $0 { true } else { false } }
    guard isAsked == true, sheet?.awaited ?? 0 > 0 else { return [] }
    return written() + sheetFollowed(on: nil) + say(words.written(article.id), .ok)
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
        overlay = .conflict(conflict(on: id, refusal))
        return [.read(id)]
      }
      return sheetReceives(.refused(refusal, verb, on: id)) + say(words.refusal(refusal), .error)
    }
    return say(words.refusal(refusal), .error)
  }

  mutating func failed(_ failure: Failure) -> [Effect] {
    // Of words that go to many some have gone: those are not sent again, and the sheet is done with them all.
    if bulk != nil, case .replyAll? = sheet?.submission.first {
      bulk?.failures.append(failure)
      bulk?.waiting -= 1
      return bulkSettled() + sheetFollowed(on: nil) + troubled(failure)
    }
    if bulk != nil { bulk = nil }
    sheet?.awaited = 0
    awaitedSheet = nil
    if case .noSuchTicket(let id) = failure, ticket?.id == id, ticket?.reading == nil { closeTicket() }
    return sheetReceives(.failed(failure)) + say(words.failure(failure), .error) + troubled(failure)
  }

  // MARK: - A disk that takes nothing

  /// Words stay in memory and on the screen; the disk is tried again until it takes them.
  mutating func draftUnkept(_ key: String, _ failure: Failure) -> [Effect] {
    unkept.insert(key)
    return troubled(failure)
  }

  /// From now on the status row says what is wrong, until the disk takes something again.
  private mutating func troubled(_ failure: Failure) -> [Effect] {
    guard failure.isLasting else { return [] }
    trouble = failure
    return [.wake(.disk, afterMilliseconds: Delay.disk)]
  }

  /// Something was recorded: whatever was wrong is over, and the drafts that waited are kept.
  mutating func written() -> [Effect] {
    guard trouble != nil else { return [] }
    trouble = nil
    let waiting = drafts.filter { unkept.contains($0.key) }
    unkept = []
    isWarnedOfLoss = false
    return waiting.map(Effect.saveDraft)
  }

  /// The disk was tried and takes what is written to it.
  mutating func writable() -> [Effect] {
    guard trouble != nil else { return [] }
    return written() + say(words.writableAgain, .ok)
  }

  /// All answers of a wish on several tickets are there: one message for all.
  private mutating func bulkSettled() -> [Effect] {
    guard let bulk, bulk.waiting <= 0 else { return [] }
    self.bulk = nil
    queue.clearMarks()
    var parts: [String] = []
    if bulk.done > 0 { parts.append(words.done(bulk.verb, count: bulk.done) + words.followed(bulk.followed)) }
    if let first = bulk.refusals.first {
      parts.append(words.someRefused(bulk.refusals.count, words.refusal(first.refusal)))
    }
    if let first = bulk.failures.first { parts.append(words.someFailed(bulk.failures.count, words.failure(first))) }
    let isWhole = bulk.refusals.isEmpty && bulk.failures.isEmpty
    return say(parts.joined(separator: "  "), isWhole ? .ok : .error) + [.list(refreshing)]
  }
}
