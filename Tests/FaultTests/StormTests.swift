import Desk
import Glibc
import Journal
import Kit
import Testing

/// Six writers of everything at once (new tickets, notes, notes too long for a line, articles, the ledger), killed
/// without warning at moments drawn by lot.
///
/// `GUICHET_STORM=5000 GUICHET_STORM_PAUSE=120000 swift test --filter FaultTests.StormTests` kills 5,000, so many
/// microseconds apart at most; `GUICHET_STORM_FOLDER` says on which disk.
@Suite(.serialized) struct StormTests {
  private static let kills = Long.count("GUICHET_STORM", short: 40)
  private static let writers = 6
  /// Microseconds between two kills at most: a writer lives for some tenths of a second.
  private static let pause = Long.count("GUICHET_STORM_PAUSE", short: 60_000)
  private static var folder: String { getenv("GUICHET_STORM_FOLDER").map { String(cString: $0) } ?? "/tmp" }

  @Test func nothingAcknowledgedIsLostOrDoubled() throws {
    let bench = Bench(in: StormTests.folder)
    let cabinet = try Cabinet.create(at: bench.cabinet, site: "LYO")
    let said = try storm(cabinet, bench)
    let audit = try Audit(cabinet, said)
    #expect(audit.complaints == [])
    #expect(audit.acknowledged > StormTests.kills)
    Long.tell(
      "storm: \(StormTests.kills) kills, \(audit.acknowledged) acknowledged, \(audit.events) events on disk, "
        + "\(audit.torn) torn lines closed off, \(audit.complaints.count) complaints")
    // No lock outlives its holder, and the next writer goes on.
    let after = try #require(Child([Child.scribe, "open", cabinet.root, "3"], saying: bench.folder + "/after"))
    #expect(after.end() == 0)
    #expect(try Audit(cabinet, Acknowledged([bench.folder + "/after"])).complaints == [])
  }

  private func storm(_ cabinet: Cabinet, _ bench: Bench) throws -> Acknowledged {
    var lots = Lots(seed: Long.seed)
    let files = (0..<StormTests.writers).map { "\(bench.folder)/said.\($0)" }
    func start(_ slot: Int) throws -> Child {
      try #require(
        Child([Child.scribe, "storm", cabinet.root, "\(lots.next() % 1_000_000)"], saying: files[slot]))
    }
    var children: [Child] = []
    for slot in files.indices { children.append(try start(slot)) }
    for _ in 0..<StormTests.kills {
      usleep(UInt32(lots.below(StormTests.pause)))
      let slot = lots.below(files.count)
      children[slot].kill(SIGKILL)
      if children[slot].end() != 128 + SIGKILL {
        Issue.record("a writer had ended: \(Files.text(files[slot] + ".err") ?? "")")
      }
      children[slot] = try start(slot)
    }
    for child in children {
      child.kill(SIGKILL)
      child.end()
    }
    return Acknowledged(files)
  }

  /// The judge of the test above: what was said and is not there is found out.
  @Test func whatWasSaidAndIsNotThereIsFoundOut() throws {
    let bench = Bench()
    let cabinet = try Cabinet.create(at: bench.cabinet, site: "LYO")
    let said = bench.folder + "/said"
    #expect(Child([Child.scribe, "open", cabinet.root, "2"], saying: said)?.end() == 0)
    #expect(Child([Child.scribe, "notes", cabinet.root, "LYO-1", "2"], saying: said)?.end() == 0)
    #expect(try Audit(cabinet, Acknowledged([said])).complaints == [])
    for line in [
      "note LYO-1 0000000000000000", "opened LYO-1 0000000000000000", "long LYO-1 0000000000000000",
      "person nobody@acme.example",
    ] {
      _ = Files.write(line + "\n", to: said + ".more")
      #expect(try !Audit(cabinet, Acknowledged([said, said + ".more"])).complaints.isEmpty, "\(line)")
    }
  }
}
