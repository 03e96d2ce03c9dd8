import Kit
import Testing

/// Many who ask for the next ticket at the same moment are given one each, and nobody's twice.
@Suite struct NextTests {
  private static let tickets = 12

  @Test func eachIsGivenToOne() {
    let bench = Bench(in: Bench.memory)
    bench.furnish()
    for number in 1...NextTests.tickets { bench.open("Panne \(number)") }
    // Each agent asks until there is nothing left.
    let outcome = bench.shell(
      """
      for agent in lea bob lea bob lea bob; do
        (while guichet --as $agent next --json | grep -o '"id":"[^"]*"'; do :; done) &
      done
      wait
      """)
    let given = outcome.output.split(separator: "\n").map(String.init)
    #expect(given.count == NextTests.tickets, "\(given)")
    #expect(Set(given).count == given.count, "\(given)")
    #expect(bench.guichet("next", "--dry-run", "--json").output == "")
  }
}
