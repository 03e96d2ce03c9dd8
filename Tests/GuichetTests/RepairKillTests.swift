import Glibc
import Kit
import Testing

/// A repair killed again and again at moments drawn by lot, then let run: as if it had not been.
/// `GUICHET_KILLS` sets how many times.
@Suite struct RepairKillTests {
  private static var kills: Int { getenv("GUICHET_KILLS").flatMap { Int(String(cString: $0)) } ?? 25 }

  @Test func aRepairMayBeKilledAnywhere() {
    let bench = Bench()
    bench.furnish()
    _ = bench.shell(
      """
      for i in $(seq 24); do guichet new "Ticket $i" --from Paul; guichet note $i --body "note $i"; done >/dev/null
      guichet verify >/dev/null && cp -r cabinet sauvegarde && cp -r cabinet avant
      """)
    // A third cut at the end of a line, a third with half a line, a third gone.
    _ = bench.shell(
      """
      cd cabinet/tickets/LYO/0/0
      for i in 1 4 7 10 13 16 19 22; do f=LYO-$i.LYO.jsonl; head -n 1 $f > x; cat x > $f; done; rm x
      for i in 2 5 8 11 14 17 20 23; do printf '{"v":1,"n":3,"p' >> LYO-$i.LYO.jsonl; done
      for i in 3 6 9 12 15 18 21 24; do rm LYO-$i.LYO.jsonl; done
      cd ../../../.. && cp -r tickets ../abime
      """)
    for _ in 0..<RepairKillTests.kills {
      let pause = Double.random(in: 0.002...0.08)
      _ = bench.shell(
        "guichet repair --all --copy sauvegarde >/dev/null 2>&1 & sleep \(pause); kill -9 $!; wait 2>/dev/null; true")
    }
    let last = bench.guichet("repair", "--all", "--copy", bench.folder + "/sauvegarde")
    #expect(last.status == 0, "\(last.output)")
    let again = bench.guichet("repair", "--all", "--copy", bench.folder + "/sauvegarde", "--lang", "en")
    #expect(again.output == "✓ Nothing to mend.\n")
    let verdict = bench.guichet("verify")
    #expect(verdict.status == 0, "\(verdict.output)")
    // What was cut or gone is again what it was; what was torn still begins as it did, and says so once.
    let differing = bench.shell(
      """
      for f in sauvegarde/tickets/LYO/0/0/*; do n=${f##*/}; c=cabinet/tickets/LYO/0/0/$n
        cmp -s -n $(stat -c %s $f) $f $c || echo "$n differs"
        d=abime/LYO/0/0/$n; [ ! -e $d ] || cmp -s -n $(stat -c %s $d) $d $c || echo "$n was changed"
        [ $(grep -c journal.repaired $c) -le 1 ] || echo "$n told twice"
      done
      """)
    #expect(differing.output == "")
  }
}
