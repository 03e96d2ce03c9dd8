import Desk
import Glibc
import Journal
import Kit
import Testing

/// `kill -9` between the two files of a merge: what it leaves is told, and the same command finishes it.
@Suite struct PairKillTests {
  private static var rounds: Int { getenv("GUICHET_KILLS").flatMap { Int(String(cString: $0)) } ?? 12 }

  @Test func aMergeKilledAnywhereIsFinishedByRepeatingIt() throws {
    let bench = Bench()
    bench.furnish()
    for _ in 0..<PairKillTests.rounds * 2 { bench.open("Plus d’encre") }
    for round in 0..<PairKillTests.rounds {
      // Now the source has the lower number, now the target.
      let (low, high) = (round * 2 + 1, round * 2 + 2)
      let (source, target) = round % 2 == 0 ? (low, high) : (high, low)
      let pause = Double.random(in: 0...0.03)
      _ = bench.shell(
        """
        setsid guichet merge \(source) \(target) >/dev/null 2>&1 </dev/null & p=$!
        sleep \(pause); kill -9 -$p $p 2>/dev/null; wait 2>/dev/null; true
        """)
      let again = bench.guichet("merge", "\(source)", "\(target)")
      let shown = bench.guichet("show", "\(source)", "--json").output
      #expect(shown.contains("\"merged_into\""), "\(again.output)")
      let undone = bench.guichet("unmerge", "\(source)")
      #expect(undone.status == 0, "\(undone.output)")
    }
    let verdict = bench.guichet("verify")
    #expect(verdict.status == 0, "\(verdict.output)")
  }

  /// What is left of a merge whose writer died after the first file is told by whoever reads, and what finishes it.
  @Test func aHalfMergeIsToldByReadersAndByVerify() throws {
    let bench = Bench()
    bench.furnish()
    bench.open("Imprimante")
    bench.open("Plus d’encre")
    let target = TicketID(site: "LYO", number: 2)
    let lea = Actor(name: "lea", profile: .n1, via: .cli)
    _ = try Cabinet(opening: bench.cabinet).record(
      on: TicketID(site: "LYO", number: 1), as: lea, at: Instant(rfc3339: "2030-01-01T00:00:00.000Z")!
    ) { _ in [.mergedInto(target)] }
    let verdict = bench.guichet("verify")
    #expect(verdict.status == 65)
    #expect(verdict.output.contains("Repeating it finishes it"), "\(verdict.output)")
    #expect(verdict.output.contains("1 merge or split to finish"), "\(verdict.output)")
    #expect(bench.guichet("show", "1").output.contains("cut short"))
    #expect(bench.guichet("merge", "1", "2").status == 0)
    #expect(bench.guichet("verify").status == 0)
    #expect(!bench.guichet("show", "1").output.contains("cut short"))
  }

  /// Half a link, and half a merge, are finished by repairing; a link alone makes no cabinet unsound.
  @Test func whatIsLeftIsFinishedByRepairing() throws {
    let bench = Bench()
    bench.furnish()
    for subject in ["Imprimante", "Plus d’encre", "Bourrage"] { bench.open(subject) }
    func id(_ number: Int) -> TicketID { TicketID(site: "LYO", number: number) }
    let cabinet = try Cabinet(opening: bench.cabinet)
    let lea = Actor(name: "lea", profile: .n1, via: .cli)
    let later = Instant(rfc3339: "2030-01-01T00:00:00.000Z")!
    _ = try cabinet.record(on: id(1), as: lea, at: later) { _ in [.linkAdded(Link(.relates, id(3)))] }
    let warned = bench.guichet("verify", "--lang", "en")
    #expect(warned.status == 0)
    #expect(warned.output.contains("! Link “#1 relates to #3”: #3 says nothing of it."), "\(warned.output)")
    _ = try cabinet.record(on: id(1), as: lea, at: later) { _ in [.mergedInto(id(2))] }
    let tried = bench.guichet("repair", "--all", "--dry-run", "--lang", "en")
    #expect(tried.output.contains("says nothing of it") && tried.output.contains("cut short"), "\(tried.output)")
    #expect(bench.guichet("verify").status == 65)
    let done = bench.guichet("repair", "--all", "--lang", "en")
    #expect(done.status == 0, "\(done.output)")
    #expect(bench.guichet("verify", "--lang", "en").output.split(separator: "\n").count == 1)
  }
}
