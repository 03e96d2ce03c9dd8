import Desk
import Glibc
import Journal
import Kit
import Testing

/// Recurring tickets as cron opens them: real processes on a real cabinet.
@Suite struct RecurringTests {
  /// A desk whose rules came into force ten days ago.
  private static func bench(_ text: String) throws -> Bench {
    let bench = Bench()
    bench.furnish()
    let past = Instant(seconds: Int64(time(nil)) - 10 * 86_400)
    let admin = Actor(name: "lea", profile: .admin, via: .cli)
    _ = try Cabinet(opening: bench.cabinet).apply([ConfigText(.recurring, text)], as: admin, at: past)
    return bench
  }

  private static let daily =
    "{ recurring: { sauvegardes: { every: 'day', at: '00:00', calendar: '24/7', zone: 'UTC', "
    + "open: { subject: 'Sauvegardes', requester: 'Exploitation', then: [ { tag: 'nuit' } ] } } } }"

  @Test func `ten that look at once open one, and tell what went by`() throws {
    let bench = try Self.bench(Self.daily)
    let outcome = bench.shell("for i in 1 2 3 4 5 6 7 8 9 10; do guichet tick --json & done; wait")
    let told = outcome.output.split(separator: "\n").filter { $0.hasPrefix("{") }
    #expect(told.count == 1, "\(outcome.output)")
    #expect(told.first?.contains("\"missed\":9") ?? false, "\(outcome.output)")
    #expect(bench.guichet("list", "tag:nuit").output.split(separator: "\n").count == 1)
    #expect(bench.guichet("tick").output.isEmpty)
    #expect(bench.guichet("verify").status == 0)
    #expect(bench.guichet("show", "1").output.contains("9 dates went by unopened"))
  }

  @Test func `killed while it opens, it opens once all the same`() throws {
    let bench = try Self.bench(Self.daily)
    for delay in 1...12 {
      _ = bench.shell("guichet tick & p=$!; sleep 0.0\(delay < 10 ? "0" : "")\(delay); kill -9 $p; wait $p")
    }
    #expect(bench.guichet("tick").status == 0)
    #expect(bench.guichet("list", "tag:nuit").output.split(separator: "\n").count == 1)
  }
}
