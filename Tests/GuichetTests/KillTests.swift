import Glibc
import Kit
import Testing

/// `kill -9` at any moment: what was acknowledged is on the disk.
@Suite struct KillTests {
  /// `GUICHET_KILLS` sets how many rounds, for a long run; each kills three writers.
  private static var rounds: Int { getenv("GUICHET_KILLS").flatMap { Int(String(cString: $0)) } ?? 20 }
  private let bench = Bench()

  /// What a storm left: what was said to be recorded, and what of it is not there.
  private struct Aftermath {
    var acknowledged: Set<Substring> = []
    var lost: Set<Substring> = []
    var doubled: Set<Substring> = []
  }

  @Test func nothingAcknowledgedIsLost() {
    let after = storm(rounds: KillTests.rounds) { note, acknowledge in "\(note) && \(acknowledge)" }
    #expect(after.lost.isEmpty)
    #expect(after.doubled.isEmpty)
    #expect(after.acknowledged.count >= KillTests.rounds / 2)
    let verdict = bench.guichet("verify", "1")
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(bench.guichet("note", "1", "--body", "après").status == 0)
  }

  /// The judge of the test above: a writer that says so before it has written is found out.
  @Test func aWriterThatLiesIsFoundOut() {
    let after = storm(rounds: 20) { note, acknowledge in "\(acknowledge); \(note)" }
    #expect(!after.lost.isEmpty)
    #expect(after.lost.count < after.acknowledged.count)
  }

  /// Three writers note their numbers, and say each one that was acknowledged; all are killed, again and again.
  private func storm(rounds: Int, _ step: (_ note: String, _ acknowledge: String) -> String) -> Aftermath {
    bench.furnish()
    bench.open("Sous la grêle")
    let act = step("guichet note 1 --body \"$1-$i\" >/dev/null 2>&1 </dev/null", "echo \"$1-$i\" >> acks")
    bench.write("i=0; while [ $i -lt 500 ]; do i=$((i+1)); \(act); done", to: "writer.sh")
    for round in 0..<rounds {
      let pause = Double.random(in: 0.015...0.12)
      _ = bench.shell(
        """
        for w in a b c; do setsid sh writer.sh r\(round)$w & all="$all $!"; done
        sleep \(pause); for p in $all; do kill -9 -$p $p; done 2>/dev/null; wait 2>/dev/null; true
        """)
    }
    var after = Aftermath()
    after.acknowledged = Set((bench.read("acks") ?? "").split(separator: "\n"))
    let shown = bench.guichet("show", "1", "--json").output
    // Bodies between quotes: `r7b-1` is not `r7b-12`.
    let words = shown.split(separator: "\"").filter { after.acknowledged.contains($0) }
    after.lost = after.acknowledged.subtracting(words)
    after.doubled = Set(Dictionary(grouping: words) { $0 }.filter { $0.value.count > 1 }.keys)
    return after
  }
}
