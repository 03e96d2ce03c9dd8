import Desk

// Who is on call in whose place, and the notes handed from shift to shift: one stream a site, `duty/LYO.jsonl`. Apart
// from the ledger, which every command reads: a substitution costs nobody anything who does not ask for it.
extension Cabinet {
  /// Records what `decide` makes of the book as it is on disk, under its lock, and gives it back.
  @discardableResult
  package func recordDuty(
    as actor: Actor, at now: Instant, decide: (DutyBook) throws(Refusal) -> [DutyRecord]
  ) throws(RecordError) -> DutyBook {
    var book = DutyBook()
    let events: [DutyEvent] = try append(about: .duty) { gathering throws(RecordError) in
      book = DutyBook(gathering.events.sorted(by: DutyEvent.precedes))
      let facts: [DutyRecord]
      do throws(Refusal) { facts = try decide(book) } catch { throw .refused(error) }
      return facts.map { Entrant($0, as: actor, at: now) }
    }
    for event in events { book.apply(event) }
    return book
  }

  /// What every site recorded of being on call, in the order of their clocks.
  package func dutyBook() throws(JournalError) -> DutyBook {
    guard let gathering: Gathering<DutyRecord> = try archive.gather(.duty) else { return DutyBook() }
    return DutyBook(gathering.events.sorted(by: DutyEvent.precedes))
  }
}
