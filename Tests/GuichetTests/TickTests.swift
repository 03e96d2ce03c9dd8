import Desk
import Glibc
import Kit
import Testing

/// `guichet tick` as cron runs it: real processes on a real cabinet.
@Suite struct TickTests {
  private static func bench(_ count: Int, age: Int64) -> Bench {
    let bench = Bench()
    bench.furnish()
    bench.importIncidents(count, age: age)
    return bench
  }

  private static func crossings(_ bench: Bench) -> [String] {
    bench.shell("cat $(find cabinet/tickets -type f) | grep -c '\"op\":\"sla\\.'").output.split(separator: "\n").map(
      String.init)
  }

  @Test func `ten that look at once tell nothing twice`() {
    let bench = Self.bench(12, age: 7200)
    let outcome = bench.shell("for i in 1 2 3 4 5 6 7 8 9 10; do guichet tick --json & done; wait")
    let told = outcome.output.split(separator: "\n").filter { $0.hasPrefix("{") }
    #expect(told.count == 12, "\(outcome.output)")
    // Two hours late: taken in hand 50 to 150, first reply 50 to 150, solution 50 (and not yet 75).
    #expect(Self.crossings(bench) == ["\(12 * 11)"], "\(outcome.output)")
    #expect(bench.guichet("tick").output.isEmpty)
    #expect(bench.guichet("verify").status == 0)
  }
}
