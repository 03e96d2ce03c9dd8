import Desk
import Journal
import Kit
import Testing

/// Business-time questions that nobody of this project wrote, where they are present (`../shared/data`). They are asked
/// as `guichet sla` is asked them.
private enum Shared {
  static func has(_ name: String) -> Bool { Zones.areInstalled && path(name) != nil }

  private static func path(_ name: String) -> String? { Files.shared("data/" + name) }

  /// The questions of a file, each with what is answered, or why not.
  static func answers(_ name: String) throws -> [(question: JSON, answer: JSON)] {
    let bytes = try #require(path(name).flatMap(Files.bytes))
    var desk = WorkingTimeDesk(zone: Zones.installed)
    return try bytes.split(separator: 10).map { line in
      let question = try JSONReader.read(Array(line))
      do throws(WorkingTimeFlaw) { return (question, try desk.answer(question)) } catch {
        return (question, error.json)
      }
    }
  }

  /// Whether two values say the same: times as instants.
  static func same(_ a: JSON?, _ b: JSON?) -> Bool {
    if a == b { return true }
    guard let a = a?.string.flatMap({ Instant(rfc3339: $0) }), let b = b?.string.flatMap({ Instant(rfc3339: $0) })
    else { return false }
    return a == b
  }

  static func tell(_ row: (question: JSON, answer: JSON), _ key: String) -> String {
    let name = row.question["id"] ?? row.question["example"] ?? .null
    return String(decoding: JSONWriter.bytes(.array([name, .string(key), row.answer])), as: UTF8.self)
  }
}

@Suite struct ServiceSharedTests {
  @Test(.enabled(if: Shared.has("sla_cases.dev.jsonl"), "no shared data, or no zone files"))
  func `business-time questions`() throws {
    let rows = try Shared.answers("sla_cases.dev.jsonl")
    let failures = rows.flatMap { row in
      let due = [row.question["due"], row.question["due_alt"]].contains {
        Shared.same($0 ?? .bool(false), row.answer["due"])
      }
      let elapsed = Shared.same(row.question["elapsed_seconds"], row.answer["elapsed_seconds"])
      return (due ? [] : [Shared.tell(row, "due")]) + (elapsed ? [] : [Shared.tell(row, "elapsed_seconds")])
    }
    #expect(failures.isEmpty, "\(failures.count) of \(rows.count): \(failures.prefix(20))")
  }

  @Test(.enabled(if: Shared.has("sla_biz_specs.jsonl"), "no shared data, or no zone files"))
  func `the specs of a business-time library`() throws {
    let rows = try Shared.answers("sla_biz_specs.jsonl")
    let failures = rows.filter { row in
      if let seconds = row.question["seconds"] { return seconds != row.answer["seconds"] }
      // Exactly at a closing the library goes on to the next opening: what its oracle says is right as well.
      return ![row.question["result"], row.question["oracle"]].contains {
        Shared.same($0 ?? .bool(false), row.answer["result"])
      }
    }
    #expect(failures.isEmpty, "\(failures.count) of \(rows.count): \(failures.map { Shared.tell($0, "result") })")
  }

  @Test(.enabled(if: Shared.has("sla_scenarios.dev.jsonl"), "no shared data, or no zone files"))
  func `ticket lives of other desks`() throws {
    let rows = try Shared.answers("sla_scenarios.dev.jsonl")
    let failures = rows.flatMap { row in
      guard case .object(let expected)? = row.question["expect"] else { return [Shared.tell(row, "expect")] }
      return expected.filter { member in
        let other = row.question["expect_alt"]?[member.key] ?? .bool(false)
        return ![member.value, other].contains { Shared.same($0, row.answer[member.key]) }
      }.map { Shared.tell(row, $0.key) }
    }
    #expect(failures.isEmpty, "\(failures)")
  }
}
