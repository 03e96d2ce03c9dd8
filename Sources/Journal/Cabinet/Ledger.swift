import Desk

// Who works here and whom we serve: one stream a site, `ledger/LYO.jsonl`.
extension Cabinet {
  /// Records what is now so of agents, customers and people.
  package func recordLedger(_ facts: [LedgerFact], as actor: Actor, at now: Instant) throws(JournalError) {
    if facts.isEmpty { return }
    do throws(RecordError) {
      let _: [LedgerEvent] = try append(about: .ledger) { gathering throws(RecordError) in
        let own = gathering.events.contains { $0.site == site }
        return ((own ? [] : [founding]) + facts).map { Entrant($0, as: actor, at: now) }
      }
    } catch {
      // A ledger has nobody to refuse: what is thrown is the disk's.
      if case .journal(let failure) = error { throw failure }
    }
  }

  /// What the ledgers of all sites say, in the order of their clocks.
  package func directory() throws(JournalError) -> Directory {
    var directory = Directory()
    for event in try ledger() { directory.apply(event.fact) }
    return directory
  }

  /// Every event of every site's ledger, in the order of their clocks.
  package func ledger() throws(JournalError) -> [LedgerEvent] {
    let gathering: Gathering<LedgerFact>? = try archive.gather(.ledger)
    return (gathering?.events ?? []).sorted(by: LedgerEvent.precedes)
  }

  /// A ledger's first line: two sites given one code by mistake are told apart by it.
  private var founding: LedgerFact {
    .unknown(op: "site.founded", d: .object(of: ("site", .string(site)), ("site_id", .string(charter.siteID))))
  }
}
