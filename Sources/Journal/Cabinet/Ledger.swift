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

  /// What the ledgers of all sites say, in the order of their clocks: the one given last where no ledger changed, else
  /// what was folded of the same ledgers before, else folded now.
  package func directory() throws(JournalError) -> Directory {
    let now = FileMark.now
    let marks = try archive.ledgerMarks()
    let isRacy = marks.contains { $0.mark.isRacy(at: now, for: racyFor) }
    if !isRacy, let known, known.marks == marks { return known.directory }
    if !isRacy, let file = LedgerFile(archive, marks: marks) {
      known = (marks, Directory(kept: file))
    } else {
      let (directory, isWhole) = try archive.foldLedger()
      known = (marks, directory)
      if !isRacy, isWhole { LedgerFile.save(directory, archive, marks: marks) }
    }
    return known?.directory ?? Directory()
  }

  /// Every event of every site's ledger, in the order of their clocks.
  package func ledger() throws(JournalError) -> [LedgerEvent] { try archive.ledger().events }

  /// A ledger's first line: two sites given one code by mistake are told apart by it.
  private var founding: LedgerFact {
    .unknown(op: "site.founded", d: .object(of: ("site", .string(site)), ("site_id", .string(charter.siteID))))
  }
}

extension Archive {
  /// The ledgers as their files stand now.
  func ledgerMarks() throws(JournalError) -> LedgerFile.Marks {
    var marks: LedgerFile.Marks = []
    for site in try writers(.ledger).sorted() {
      guard let status = try Disk.status(root + "/" + Subject.ledger.file(by: site)) else { continue }
      marks.append(LedgerFile.SiteMark(site: site, mark: FileMark(status)))
    }
    return marks
  }

  /// What the ledgers say, and whether all of them could be read.
  func foldLedger() throws(JournalError) -> (directory: Directory, isWhole: Bool) {
    let (events, isWhole) = try ledger()
    var directory = Directory()
    for event in events { directory.apply(event) }
    return (directory, isWhole)
  }

  fileprivate func ledger() throws(JournalError) -> (events: [LedgerEvent], isWhole: Bool) {
    guard let gathering: Gathering<LedgerFact> = try gather(.ledger) else { return ([], true) }
    let isWhole = !gathering.damage.contains { if case .unreadable = $0.kind { true } else { false } }
    return (gathering.events.sorted(by: LedgerEvent.precedes), isWhole)
  }
}
