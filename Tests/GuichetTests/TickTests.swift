import Desk
import Glibc
import Kit
import Testing

/// `guichet tick` as cron runs it: real processes on a real cabinet.
@Suite struct TickTests {
  /// So many P1 incidents received `age` seconds ago, counted around the clock.
  private static func bench(_ count: Int, age: Int64) -> Bench {
    let bench = Bench()
    bench.furnish()
    let at = Instant(seconds: Int64(time(nil)) - age).rfc3339
    var lines = ""
    for number in 1...count {
      lines +=
        #"{"reference":"R-\#(number)","events":[{"at":"\#(at)","by":"x@acme.example","op":"ticket.opened","d":{"channel":"mail","requester":{"name":"Inès","email":"x@acme.example"},"subject":"Panne \#(number)"}},{"at":"\#(at)","by":"lea","op":"ticket.qualified","d":{"kind":"incident","gravity":1,"impact":1,"category":"Réseau"}}]}"#
        + "\n"
    }
    bench.write(lines, to: "lives.jsonl")
    let outcome = bench.guichet("import", "lives.jsonl")
    #expect(outcome.status == 0, "\(outcome.output)")
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
