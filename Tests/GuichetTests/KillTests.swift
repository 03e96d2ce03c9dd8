import Glibc
import Kit
import Testing

/// `kill -9` at any moment: what was acknowledged is on the disk.
@Suite struct KillTests {
  /// `GUICHET_KILLS` sets how many, for a long run.
  private static var kills: Int { getenv("GUICHET_KILLS").flatMap { Int(String(cString: $0)) } ?? 20 }

  @Test func nothingAcknowledgedIsLost() throws {
    let bench = Bench()
    bench.furnish()
    bench.open("Sous la grêle")
    // Three writers note their numbers and say each one that was acknowledged; all are killed again and again.
    let writer = """
      i=0; while [ $i -lt 500 ]; do i=$((i+1)); guichet note 1 --body "$1-$i" >/dev/null 2>&1 </dev/null && echo "$1-$i" >> acks; done
      """
    bench.write(writer, to: "writer.sh")
    for round in 0..<KillTests.kills {
      let pause = Double(round * 37 % 90 + 20) / 1000
      _ = bench.shell(
        """
        for w in a b c; do setsid sh writer.sh r\(round)$w & all="$all $!"; done
        sleep \(pause); for p in $all; do kill -9 -$p $p; done 2>/dev/null; wait 2>/dev/null; true
        """)
    }
    let acks = (bench.read("acks") ?? "").split(separator: "\n")
    let shown = bench.guichet("show", "1", "--json").output
    let lost = acks.filter { !shown.contains("\"\($0)\"") }
    #expect(lost.isEmpty)
    #expect(!acks.isEmpty)
    let verdict = bench.guichet("verify", "1")
    #expect(
      verdict.status == 0 || verdict.output.contains("incomplète") || verdict.output.contains("illisible"),
      "\(verdict.output)")
    #expect(bench.guichet("note", "1", "--body", "après").status == 0)
  }
}
