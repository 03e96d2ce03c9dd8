import Desk
import Foundation
import Journal
import Kit
import Testing

/// 400 real incidents of another desk, where they are present (`../shared/data`), taken in by the public import and
/// read back by the public report: teams, ping-pong, line path, escalations, reopenings and waits are those that
/// somebody else counted in the log.
@Suite struct EventLogCorpusTests {
  private static let folder: String = {
    if let path = ProcessInfo.processInfo.environment["GUICHET_SHARED"] { return path + "/data/" }
    return URL(filePath: #filePath).appending(path: "../../../../shared/data").standardized.path + "/"
  }()
  private static let log = folder + "bpic13_sample400.dev.jsonl"
  private static let counted = folder + "bpic13_sample400_expected.dev.jsonl"
  private static let arePresent = FileManager.default.fileExists(atPath: counted)

  private static let map = """
    {"case": "case", "time": "ts", "order": "seq", "by": "resource",
     "subject": "{product} {case}", "requester": "{org_country}", "group": "group", "owner": "resource",
     "level": {"fields": ["lines"], "values": {"1": "N1", "2": "N2", "3": "N3"}},
     "gravity": {"fields": ["impact"], "values": {"Low": "G4", "Medium": "G3", "High": "G2", "Major": "G1"}},
     "impact": {"fields": ["impact"], "values": {"Low": "I4", "Medium": "I3", "High": "I2", "Major": "I1"}},
     "category": "{product}",
     "state": {"fields": ["status", "substatus"], "values": {
       "Queued/Awaiting Assignment": "queued", "Accepted/In Progress": "open", "Accepted/Assigned": "open",
       "Accepted/Wait": "wait third unspecified", "Accepted/Wait - User": "wait user information",
       "Accepted/Wait - Customer": "wait user unavailable", "Accepted/Wait - Vendor": "wait third vendor",
       "Accepted/Wait - Implementation": "wait third change", "Completed/Resolved": "resolved",
       "Completed/In Call": "resolved first_contact", "Completed/Closed": "closed"}}}
    """

  private static let waits = [
    "Awaiting Assignment": "owner", "Wait": "third.unspecified", "Wait - User": "user.information",
    "Wait - Customer": "user.unavailable", "Wait - Vendor": "third.vendor", "Wait - Implementation": "third.change",
  ]

  @Test(.enabled(if: arePresent, "../shared/data is not here (GUICHET_SHARED names another folder)"))
  func theWayIsTheOneThatWasCounted() throws {
    let bench = Bench(in: Bench.memory)
    bench.furnish()
    bench.write(EventLogCorpusTests.map, to: "map.json")
    let taken = bench.guichet("import", "events", EventLogCorpusTests.log, "--map", "map.json")
    #expect(taken.status == 0, "\(taken.output)")
    let report = bench.guichet("flow", "--json").output
    let found = try lines(report).reduce(into: [String: String]()) { ways, flow in
      ways[flow["reference"]?.string ?? ""] = [
        flow["team_changes"]?.int.map(String.init), flow["ping_pong"]?.int.map(String.init),
        flow["level_path"]?.strings?.map { $0.dropFirst() }.joined(separator: ">"),
        flow["escalations"]?.int.map(String.init), flow["returns"]?.int.map(String.init),
        flow["reopened_after_done"]?.bool.map { "\($0)" },
        flow["first_done_at"]?.string.flatMap(Instant.init(rfc3339:))?.rfc3339 ?? "-", drawn(flow["waits"]) { $0 },
      ].map { $0 ?? "?" }.joined(separator: " ")
    }
    let expected = try lines(try String(contentsOfFile: EventLogCorpusTests.counted, encoding: .utf8))
    for way in expected {
      let name = way["case"]?.string ?? ""
      let counted = [
        way["team_changes"]?.int.map(String.init), way["pingpong"]?.int.map(String.init),
        way["line_path"]?.strings?.joined(separator: ">"), way["escalations"]?.int.map(String.init),
        way["deescalations"]?.int.map(String.init), way["reopened_after_done"]?.bool.map { "\($0)" },
        way["first_done"]?.string.flatMap(Instant.init(rfc3339:))?.rfc3339 ?? "-",
        drawn(way["waits_s"]) { EventLogCorpusTests.waits[$0] ?? $0 },
      ].map { $0 ?? "?" }.joined(separator: " ")
      if found[name] != counted { Issue.record("\(name): \(found[name] ?? "absent"), counted \(counted)") }
    }
    #expect(expected.count == found.count && expected.count >= 400)
    #expect(bench.guichet("verify").status == 0)
  }

  private func lines(_ text: String) throws -> [JSON] {
    try text.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
  }

  private func drawn(_ waits: JSON?, _ name: (String) -> String) -> String {
    guard case .object(let members) = waits else { return "?" }
    return members.compactMap { member in member.value.int.flatMap { $0 > 0 ? "\(name(member.key))=\($0)" : nil } }
      .sorted().joined(separator: ",")
  }
}
