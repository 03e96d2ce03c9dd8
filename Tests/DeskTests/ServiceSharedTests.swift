import Desk
import Foundation
import Testing

/// Business-time questions that nobody of this project wrote, where they are present (`../shared/data`).
private enum Shared {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["GUICHET_SHARED"] { return URL(filePath: path) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.deletingLastPathComponent().appending(path: "shared")
  }()

  static func has(_ name: String) -> Bool {
    Zones.areInstalled && FileManager.default.fileExists(atPath: folder.appending(path: "data/" + name).path)
  }

  static func lines<Row: Decodable>(_ name: String, as row: Row.Type) throws -> [Row] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let text = try String(contentsOf: folder.appending(path: "data/" + name), encoding: .utf8)
    return try text.split(separator: "\n").map { try decoder.decode(Row.self, from: Data($0.utf8)) }
  }
}

private struct SharedCalendar: Decodable {
  let tz: String
  let hours: [String: [[String]]]
  let holidays: [String]

  /// `breaks` are minutes off within a date: its hours less them.
  func calendar(breaks: [String: [[String]]] = [:]) -> WorkingCalendar? {
    guard let zone = Zones.installed(tz) else { return nil }
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    var week: [Int: [OpenInterval]] = [:]
    for (index, name) in names.enumerated() {
      week[index + 1] = (hours[name] ?? []).compactMap { OpenInterval($0[0] + "-" + $0[1]) }
    }
    let closed = Holidays(dates: holidays.map(day))
    var exceptions: [Day: [OpenInterval]] = [:]
    for (date, off) in breaks where !closed.contains(day(date)) {
      let usual = week[day(date).weekday] ?? []
      exceptions[day(date)] = off.compactMap { OpenInterval($0[0] + "-" + $0[1]) }.reduce(usual) { $0.without($1) }
    }
    return WorkingCalendar(name: tz, zone: zone, week: week, holidays: closed, exceptions: exceptions)
  }

  private func day(_ text: String) -> Day {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return Day(parts[0], parts[1], parts[2])
  }
}

extension [OpenInterval] {
  fileprivate func without(_ off: OpenInterval) -> [OpenInterval] {
    flatMap { hours in
      [
        OpenInterval(opens: hours.opens, closes: Swift.min(hours.closes, off.opens)),
        OpenInterval(opens: Swift.max(hours.opens, off.closes), closes: hours.closes),
      ].compactMap { $0 }
    }
  }
}

private struct SharedCase: Decodable {
  let id: Int
  let cal: SharedCalendar
  let start: String
  let minutes: Int64
  let pauses: [[String]]
  let due: String
  let dueAlt: String?
  let to: String
  let elapsedSeconds: Int64

  /// The clock after what happened until `limit`.
  func stopwatch(until limit: Instant?) -> Stopwatch {
    var watch = Stopwatch()
    var waitsUntil = moment(start)
    watch.start(at: waitsUntil)
    for pause in pauses.map({ (moment($0[0]), moment($0[1])) }).sorted(by: { $0.0 < $1.0 }) {
      if let limit, pause.0 >= limit { break }
      guard pause.1 > waitsUntil else { continue }
      // Pauses that overlap are one.
      watch.pause(at: max(pause.0, waitsUntil))
      waitsUntil = pause.1
      if let limit, pause.1 >= limit { break }
      watch.start(at: pause.1)
    }
    return watch
  }

  func failure() -> String? {
    guard let calendar = cal.calendar() else { return "\(id): no calendar \(cal.tz)" }
    let due = stopwatch(until: nil).instant(reaching: minutes * 60, on: calendar)
    let isDueRight = [due, dueAlt.map { moment($0) }].contains(moment(self.due)) || due == dueAlt.map { moment($0) }
    let elapsed = stopwatch(until: moment(to)).used(on: calendar, at: moment(to))
    if !isDueRight { return "\(id): due \(due?.rfc3339 ?? "never"), not \(self.due)" }
    return elapsed == elapsedSeconds ? nil : "\(id): elapsed \(elapsed), not \(elapsedSeconds)"
  }
}

private struct SharedSpec: Decodable {
  let op: String
  let cal: SharedCalendar
  let breaksLocal: [String: [[String]]]
  let example: String
  let unit: String?
  let n: Int64?
  let at: String?
  let result: String?
  let oracle: String?
  let from: String?
  let to: String?
  let seconds: Int64?

  /// Backward questions and whole days (another meaning of a day) are not asked of a deadline.
  var isExpressible: Bool { op == "within" || op == "after" && unit.map { !$0.hasPrefix("day") } ?? false }

  func failure() -> String? {
    guard let calendar = cal.calendar(breaks: breaksLocal) else { return "\(example): no calendar" }
    if let from, let to {
      let elapsed = calendar.elapsed(from: moment(from), to: moment(to))
      return elapsed == seconds ? nil : "\(example): \(elapsed), not \(seconds ?? -1)"
    }
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600]
    guard let at, let n, let unit, let first = unit.first, let length = units[first] else { return example }
    let due = calendar.add(n * length, to: moment(at))
    let accepted = [result, oracle].compactMap { $0 }.map { moment($0) }
    return due.map(accepted.contains) == true ? nil : "\(example): \(due?.rfc3339 ?? "never"), not \(accepted)"
  }
}

@Suite struct ServiceSharedTests {
  @Test(.enabled(if: Shared.has("sla_cases.dev.jsonl"), "no shared data, or no zone files"))
  func `business-time questions`() throws {
    let rows = try Shared.lines("sla_cases.dev.jsonl", as: SharedCase.self)
    let failures = rows.compactMap { $0.failure() }
    #expect(failures.isEmpty, "\(failures.count) of \(rows.count): \(failures.prefix(20))")
  }

  @Test(.enabled(if: Shared.has("sla_biz_specs.jsonl"), "no shared data, or no zone files"))
  func `the specs of a business-time library`() throws {
    let rows = try Shared.lines("sla_biz_specs.jsonl", as: SharedSpec.self)
    let asked = rows.filter(\.isExpressible)
    let failures = asked.compactMap { $0.failure() }
    #expect(failures.isEmpty, "\(failures.count) of \(asked.count): \(failures)")
  }

  @Test(.enabled(if: Shared.has("sla_scenarios.dev.jsonl"), "no shared data, or no zone files"))
  func `ticket lives of other desks`() throws {
    let rows = try Shared.lines("sla_scenarios.dev.jsonl", as: SharedScenario.self)
    let failures = rows.flatMap { $0.failures() }
    #expect(failures.isEmpty, "\(failures)")
  }
}

private struct SharedScenario: Decodable {
  struct Expectation: Decodable {
    let firstResponseDue: String?
    let firstResponseMin: Int64?
    let firstResponseLeft: Int64?
    let solutionDue: String?
    let solutionMin: Int64?
    let solutionLeft: Int64?
  }
  struct Goals: Decodable {
    let firstResponse: Int64?
    let solution: Int64?
  }
  let id: String
  let cal: SharedCalendar
  let sla: Goals
  /// Instant and `created`, `agent`, `pending`, `open` or `closed`.
  let events: [[String]]
  let expect: Expectation
  let expectAlt: Expectation?

  private func stopwatch(stoppedBy aims: Set<String>) -> Stopwatch {
    var watch = Stopwatch()
    for event in events {
      let at = moment(event[0])
      if aims.contains(event[1]) { watch.stop(at: at) }
      switch event[1] {
      case "created", "open": watch.start(at: at)
      case "pending": watch.pause(at: at)
      default: break
      }
    }
    return watch
  }

  func failures() -> [String] {
    guard let calendar = cal.calendar() else { return ["\(id): no calendar"] }
    let first = stopwatch(stoppedBy: ["agent", "closed"])
    let solution = stopwatch(stoppedBy: ["closed"])
    var wrong: [String] = []
    func due(_ watch: Stopwatch, _ goal: Int64?, _ accepted: [String?]) {
      let accepted = accepted.compactMap { $0 }.map { moment($0) }
      guard let goal, !accepted.isEmpty else { return }
      let due = watch.instant(reaching: goal * 60, on: calendar)
      if !(due.map(accepted.contains) ?? false) { wrong.append("\(id): \(due?.rfc3339 ?? "never"), not \(accepted)") }
    }
    func used(_ watch: Stopwatch, _ goal: Int64?, _ minutes: Int64?, _ left: Int64?) {
      guard let goal, let minutes, let left else { return }
      let used = watch.used(on: calendar, at: Instant(seconds: 0)) / 60
      if used != minutes || goal - used != left { wrong.append("\(id): used \(used), not \(minutes)") }
    }
    due(first, sla.firstResponse, [expect.firstResponseDue, expectAlt?.firstResponseDue])
    due(solution, sla.solution, [expect.solutionDue, expectAlt?.solutionDue])
    used(first, sla.firstResponse, expect.firstResponseMin, expect.firstResponseLeft)
    used(solution, sla.solution, expect.solutionMin, expect.solutionLeft)
    return wrong
  }
}
