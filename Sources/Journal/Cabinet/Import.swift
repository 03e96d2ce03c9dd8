import Desk
import Glibc

/// A life already lived: what happened to one ticket elsewhere, in order, each with who did it and when.
package struct History: Sendable {
  package var acts: [(fact: Fact, actor: Actor, at: Instant)]
  package init(_ acts: [(fact: Fact, actor: Actor, at: Instant)]) { self.acts = acts }

  /// A life as it came from elsewhere, and its name there as a tag. No fact has a place for that name: a tag is found
  /// by every list and filter, stands beside the subject, and can be taken away without the history losing it.
  package init(_ life: ForeignLife, importedBy login: String) {
    acts = life.acts.map { ($0.fact, Actor(name: $0.by, profile: .machine, via: .import), $0.at) }
    guard let first = acts.first else { return }
    // Behind the words that came with the opening: they and it are one contact for the clocks.
    let isFollowed = acts.count > 1 && { if case .messageIn = acts[1].fact { true } else { false } }()
    let tag = (
      fact: Fact.tagAdded(life.tag), actor: Actor(name: login, profile: .machine, via: .import),
      at: isFollowed ? acts[1].at : first.at
    )
    acts.insert(tag, at: isFollowed ? 2 : 1)
  }

  /// The first act that would make a line too long for the journal, its text aside: that one goes to a blob.
  package var tooLong: Int? {
    acts.firstIndex { act in
      var fact = act.fact
      switch fact {
      case .messageIn(var letter):
        letter.body = Body("")
        fact = .messageIn(letter)
      case .messageOut(var letter):
        letter.body = Body("")
        fact = .messageOut(letter)
      case .noteAdded(var note):
        note.body = Body("")
        fact = .noteAdded(note)
      default: break
      }
      return JSONWriter.bytes(fact.d).count > Limits.line - Limits.inlineBody - Limits.envelope
    }
  }
}

extension Cabinet {
  /// Takes in tickets from elsewhere under new numbers, in order. Syncs by the batch, all files of a batch before
  /// any of them has its name: as safe as opening each, and many times quicker. What was taken in before an
  /// error stays; `tell` is told the numbers of each batch once the disk has it, in the order of the histories.
  @discardableResult
  package func take(
    in histories: some Sequence<History>, tell: ([TicketID]) -> Void = { _ in }
  ) throws(JournalError) -> [TicketID] {
    try doubting { () throws(JournalError) in
      var ids: [TicketID] = []
      var number = try Numbers(cabinet: self).last()
      var batch: [History] = []
      for history in histories where !history.acts.isEmpty {
        batch.append(history)
        if batch.count < Limits.importBatch { continue }
        let taken = try take(in: batch, after: &number)
        tell(taken)
        ids += taken
        batch.removeAll(keepingCapacity: true)
      }
      if batch.isEmpty { return ids }
      let taken = try take(in: batch, after: &number)
      tell(taken)
      return ids + taken
    }
  }

  private func take(in batch: [History], after number: inout Int) throws(JournalError) -> [TicketID] {
    var drafts: [(path: String, file: String, id: TicketID)] = []
    defer { for draft in drafts { unlink(draft.path) } }
    var next = number
    for history in batch {
      let id = try freeNumber(after: next)
      next = id.number
      let subject = Subject.ticket(id)
      let stream = stream(subject, by: site)
      var bytes: [UInt8] = []
      try Lines.append(
        try entrants(history), after: stream.genesis, number: 0, lamport: 0, path: stream.path, to: &bytes)
      drafts.append((try shelf.write(bytes, syncing: false), stream.file, id))
    }
    for draft in drafts { try Disk.syncAll(try Disk.open(draft.path, O_WRONLY)) }
    var folders: Set<String> = []
    var taken: [TicketID] = []
    let announcement = feed.announce(drafts.map(\.id.description))
    for (at, draft) in drafts.enumerated() {
      if try shelf.name(draft.path, draft.file) {
        taken.append(draft.id)
      } else {
        // Somebody opened a ticket under this number meanwhile: its chain begins with its name, so it is made anew.
        taken.append(try openAnew(batch[at], after: next))
      }
      folders.insert(Shelf.folder(of: draft.file))
    }
    for folder in folders { try Disk.syncFolder(root + "/" + folder) }
    announcement.confirm()
    number = max(next, taken.last?.number ?? 0)
    if number > 0 { Numbers(cabinet: self).remember(number) }
    return taken
  }

  private func entrants(_ history: History) throws(JournalError) -> [Entrant] {
    var entrants: [Entrant] = []
    for act in history.acts { entrants.append(Entrant(try settle(act.fact), as: act.actor, at: act.at)) }
    return entrants
  }

  private func freeNumber(after number: Int) throws(JournalError) -> TicketID {
    var number = number
    while number < Limits.ticketNumber {
      number += 1
      let id = TicketID(site: site, number: number)
      if try Disk.status(root + "/" + Subject.ticket(id).file(by: site)) == nil { return id }
    }
    throw .noNumber
  }

  private func openAnew(_ history: History, after number: Int) throws(JournalError) -> TicketID {
    let entrants = try entrants(history)
    var number = number
    for _ in 0..<Limits.numberTries {
      let id = try freeNumber(after: number)
      let subject = Subject.ticket(id)
      if try begin(stream(subject, by: site), entrants, lamport: 0, name: subject.name) { return id }
      number = id.number
    }
    throw .noNumber
  }
}
