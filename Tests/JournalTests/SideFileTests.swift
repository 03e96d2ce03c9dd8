import Desk
import Glibc
import Journal
import Testing

@Suite struct SideFileTests {
  let scratch = Scratch()

  @Test func aBlobIsKeptOnceUnderItsDigest() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let bytes = Array("abc".utf8)
    let name = try cabinet.store(bytes)
    #expect(name == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try cabinet.store(bytes) == name)
    #expect(try cabinet.blob(name) == bytes)
    #expect(readBytes(cabinet.root + "/blobs/ba/" + name) == bytes)
    let missing = String(repeating: "0", count: 64)
    #expect(throws: JournalError.noSuchBlob(missing)) { try cabinet.blob(missing) }
    #expect(throws: JournalError.badName("../../guichet.json")) { try cabinet.blob("../../guichet.json") }
  }

  /// Rights tell without trying that nothing can be recorded. Root may do everything, so this is done as nobody.
  @Test func anObstacleIsSeenBeforeAnythingIsWritten() async {
    await #expect(processExitsWith: .success) {
      let scratch = Scratch()
      let cabinet = try Cabinet.scratch(scratch)
      guard cabinet.obstacle == nil else { exit(1) }
      for path in [scratch.path, cabinet.root, cabinet.root + "/tickets", cabinet.root + "/tickets/LYO"] {
        chmod(path, 0o555)
      }
      if geteuid() == 0 { guard seteuid(65534) == 0 else { exit(2) } }
      guard cabinet.obstacle == .system(call: "access", path: cabinet.root + "/tickets", errno: EACCES) else { exit(3) }
      do throws(JournalError) {
        try cabinet.tryWriting()
        exit(4)
      } catch { guard case .system(_, _, EACCES) = error else { exit(5) } }
      _ = seteuid(getuid())
      for path in [scratch.path, cabinet.root, cabinet.root + "/tickets"] { chmod(path, 0o755) }
      // A process that calls `exit` leaves its folder behind; one that returns does not.
      withExtendedLifetime(scratch) {}
    }
  }

  /// A blob that somebody bent is not handed out as what it was.
  @Test func aBlobThatIsNotItsDigestIsRefused() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let name = try cabinet.store(Array("abc".utf8))
    writeBytes(Array("abd".utf8), to: cabinet.root + "/blobs/ba/" + name)
    #expect(throws: JournalError.bentBlob(name)) { try cabinet.blob(name) }
  }

  @Test(arguments: [30_000, 200_000])
  func aLongTextLiesInABlobAndItsBeginningInTheLine(length: Int) throws {
    let cabinet = try Cabinet.scratch(scratch)
    let text = String(repeating: "é\u{202E}\u{0}", count: length / 3)
    let (id, _) = try cabinet.open(opened() + [note(text)], as: amel, at: noon)
    guard case .noteAdded(let kept)? = try cabinet.read(id).ticket.entries.last?.fact else {
      Issue.record("no note")
      return
    }
    #expect(text.hasPrefix(kept.body.text))
    #expect(kept.body.text.utf8.count > 5000)
    #expect(try cabinet.text(of: kept.body) == text)
  }

  @Test func aLineTooLongIsRefusedWhole() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    let before = try cabinet.read(id)
    #expect(throws: RecordError.self) {
      _ = try cabinet.record(on: id, as: amel, at: noon) { _ in
        [note("first"), .tagAdded(String(repeating: "x", count: 70_000))]
      }
    }
    #expect(try cabinet.read(id) == before)
  }

  @Test func draftsArePerPersonAndReplaced() throws {
    let cabinet = try Cabinet.scratch(scratch)
    try cabinet.saveDraft("amel", "reply.LYO-1", [1])
    try cabinet.saveDraft("amel", "reply.LYO-1", [2])
    try cabinet.saveDraft("amel", "intake", [3])
    try cabinet.saveDraft("bob", "intake", [4])
    #expect(try cabinet.drafts("amel") == ["reply.LYO-1": [2], "intake": [3]])
    try cabinet.dropDraft("amel", "reply.LYO-1")
    try cabinet.dropDraft("amel", "reply.LYO-1")
    #expect(try cabinet.drafts("amel") == ["intake": [3]])
    #expect(try cabinet.drafts("nobody").isEmpty)
  }

  /// What may not be replaced stays, and so does what was not meant to be dropped.
  @Test func draftsOfTwoConsolesLieBesideEachOther() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let other = try Cabinet(opening: cabinet.root)
    #expect(try cabinet.saveDraft("amel", "intake", [1], over: { _ in false }) == 1)
    #expect(try other.saveDraft("amel", "intake", [2], over: { _ in false }) == 2)
    #expect(try other.saveDraft("amel", "intake", at: 2, [3], over: { $0 == [2] }) == 2)
    #expect(try other.saveDraft("amel", "intake", [4], over: { $0 == [2] }) == 3)
    #expect(try cabinet.drafts("amel") == ["intake": [1], "intake.2": [3], "intake.3": [4]])
    try cabinet.dropDraft("amel", "intake", at: 2, where: { $0 == [2] })
    try cabinet.dropDraft("amel", "intake", where: { $0 == [1] })
    #expect(try other.drafts("amel") == ["intake.2": [3], "intake.3": [4]])
  }

  /// There is an end to it, and it is told.
  @Test func draftsBesideHaveALimit() throws {
    let cabinet = try Cabinet.scratch(scratch)
    #expect(throws: JournalError.self) {
      for _ in 0...100 { try cabinet.saveDraft("amel", "intake", [1], over: { _ in false }) }
    }
    #expect(try (2...100).contains(cabinet.drafts("amel").count))
  }

  @Test(arguments: ["", ".", "..", "../x", "a/b", ".hidden", "é", "a\nb", String(repeating: "a", count: 101)])
  func aNameThatCouldLeaveItsFolderIsRefused(name: String) throws {
    let cabinet = try Cabinet.scratch(scratch)
    #expect(throws: JournalError.badName(name)) { try cabinet.saveDraft(name, "x", []) }
    #expect(throws: JournalError.badName(name)) { try cabinet.saveDraft("x", name, []) }
    #expect(throws: JournalError.badName(name)) { try cabinet.drafts(name) }
  }

  @Test func rawMailWaitsUntilItIsTaken() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let path = try cabinet.keepRaw(Array("From: x".utf8))
    #expect(try cabinet.rawMail() == [path])
    #expect(readBytes(path) == Array("From: x".utf8))
    try cabinet.dropRaw(path)
    #expect(try cabinet.rawMail().isEmpty)
    #expect(throws: JournalError.self) { try cabinet.dropRaw(cabinet.root + "/guichet.json") }
    #expect(throws: JournalError.self) { try cabinet.dropRaw(cabinet.root + "/spool/../x.eml") }
  }

  @Test func whatTheDeadLeftGoesAfterADay() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let left = cabinet.root + "/tmp/1.left"
    writeBytes([1], to: left)
    var status = stat()
    stat(left, &status)
    let written = Instant(seconds: Int64(status.st_mtim.tv_sec))
    try cabinet.tidy(at: written + 86_000)
    #expect(access(left, F_OK) == 0)
    try cabinet.tidy(at: written + 87_000)
    #expect(access(left, F_OK) != 0)
  }

  /// A copy made by a tool that keeps no empty folders works all the same.
  @Test func passingFoldersMayBeMissing() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let (id, _) = try cabinet.open(opened(), as: amel, at: noon)
    for name in ["tmp", "run", "index", "blobs", "spool", "drafts", "kb", "ledger"] {
      rename(cabinet.root + "/" + name, scratch.path + "/" + name)
    }
    let again = try Cabinet(opening: cabinet.root)
    #expect(try again.record(on: id, as: amel, at: noon) { _ in [note("x")] }.noteCount == 1)
    #expect(try again.open(opened(), as: amel, at: noon).0.number == 2)
    #expect(try again.createArticle([.created(ArticleContent(title: "t"))], as: amel, at: noon).id == "KB-0001")
    try again.recordLedger([.customer(Customer(id: "c", name: "C"))], as: amel, at: noon)
    _ = try again.store([1])
    _ = try again.keepRaw([1])
    try again.saveDraft("amel", "intake", [1])
    let index = Index(again)
    #expect(try index.refresh().count == 2)
    #expect(Index(again).count == 2)
    #expect(again.verify().isSound)
  }

  @Test func articlesAreNumberedRecordedAndRead() throws {
    let cabinet = try Cabinet.scratch(scratch)
    let first = try cabinet.createArticle([.created(ArticleContent(title: "Bourrage"))], as: amel, at: noon)
    let second = try cabinet.createArticle([.created(ArticleContent(title: "Réseau"))], as: amel, at: noon)
    #expect([first.id, second.id] == ["KB-0001", "KB-0002"])
    let after = try cabinet.recordArticle("KB-0001", as: amel, at: noon + 1) { _ in [.published(.public)] }
    #expect(after.state == .published(.public))
    #expect(try cabinet.article("KB-0001") == after)
    #expect(try cabinet.articles() == [after, second])
    for id in ["KB-0003", "KB-1", "KB-", "x", "KB-0001:", "../KB-0001", "PAR:KB-0001"] {
      #expect(throws: JournalError.noSuchArticle(id)) { try cabinet.article(id) }
      #expect(throws: RecordError.journal(.noSuchArticle(id))) {
        _ = try cabinet.recordArticle(id, as: amel, at: noon) { _ in [.archived] }
      }
    }
  }

  @Test func theLedgerMakesTheDirectory() throws {
    let cabinet = try Cabinet.scratch(scratch)
    #expect(try cabinet.directory() == Directory())
    let amelie = Agent(login: "amel", name: "Amélie", profile: .n1)
    try cabinet.recordLedger([.agent(amelie)], as: amel, at: noon)
    try cabinet.recordLedger([.agent(Agent(login: "amel", name: "Amel", profile: .n2))], as: amel, at: noon)
    #expect(try cabinet.directory().agents["amel"]?.profile == .n2)
    let ledger = try cabinet.ledger()
    #expect(ledger.map(\.fact.op) == ["site.founded", "agent.set", "agent.set"])
    #expect(ledger.first?.fact.d["site_id"]?.string == cabinet.charter.siteID)
  }
}
