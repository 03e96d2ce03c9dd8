/// Why a question about working time has no answer, and where in it.
package enum WorkingTimeFlaw: Error, Hashable, Sendable {
  case missing(String)
  case bad(String, expected: String)
  case calendar(String, CalendarFlaw)
  /// It is never open long enough within the time searched.
  case neverReached

  /// For programs: a code, the field and what is wrong with it.
  package var json: JSON {
    switch self {
    case .missing(let field): .object(of: ("error", "missing"), ("field", .string(field)))
    case .bad(let field, let expected):
      .object(of: ("error", "bad_value"), ("field", .string(field)), ("expected", .string(expected)))
    case .calendar(let field, let flaw):
      .object(of: ("error", .string(flaw.code)), ("field", .string(field)), ("value", flaw.detail.map(JSON.string)))
    case .neverReached: .object(of: ("error", "never_reached"))
    }
  }
}

extension CalendarFlaw {
  fileprivate var detail: String? {
    switch self {
    case .unknownZone(let text), .unknownWeekday(let text), .badHours(let text), .badDate(let text): text
    case .overlap(_, let earlier, let later): earlier.text + " " + later.text
    case .neverOpens: nil
    }
  }
}

/// Answers questions about working time, each a JSON object that brings its calendar along (`guichet sla`). There are
/// three kinds, told apart by their members:
///
///     {"cal": …, "start": …, "minutes": 240, "pauses": [[…, …]], "to": …}   → due, elapsed_seconds
///     {"cal": …, "op": "after", "at": …, "n": 3, "unit": "hours"}           → result; `before`, and `within` → seconds
///     {"cal": …, "sla": {"solution": 240}, "events": [[…, "created"], …]}   → solution_due, …
///
/// Times are RFC 3339. Calendars met before are not read again.
package struct WorkingTimeDesk {
  private let zone: (String) -> Zone?
  private var calendars: [[JSON?]: WorkingCalendar] = [:]

  /// The most calendars remembered; they are forgotten together.
  private static let calendarLimit = 256

  /// - Parameter zone: the zone of a name in the IANA database.
  package init(zone: @escaping (String) -> Zone?) { self.zone = zone }

  /// The answer as a JSON object; it begins with the question's `id` where it has one.
  package mutating func answer(_ question: JSON) throws(WorkingTimeFlaw) -> JSON {
    guard case .object = question else { throw .bad("", expected: "{…}") }
    let calendar = try calendar(of: question)
    let answers: [JSON.Member]
    if question["op"] != nil {
      answers = try WorkingTimeSum(question).answer(on: calendar)
    } else if question["events"] != nil {
      answers = try WorkingTimeLife(question).answer(on: calendar)
    } else {
      answers = try WorkingTimeRun(question).answer(on: calendar)
    }
    return .object((question["id"].map { [JSON.Member("id", $0)] } ?? []) + answers)
  }

  private mutating func calendar(of question: JSON) throws(WorkingTimeFlaw) -> WorkingCalendar {
    guard let json = question["cal"] else { throw .missing("cal") }
    let key = [json, question["breaks_local"], question["shifts_local"]]
    if let known = calendars[key] { return known }
    let calendar = try WorkingCalendar(json: json, breaks: key[1], shifts: key[2], zone: zone)
    if calendars.count >= WorkingTimeDesk.calendarLimit { calendars = [:] }
    calendars[key] = calendar
    return calendar
  }
}

extension JSON {
  /// The instant a member tells.
  func moment(_ key: String) throws(WorkingTimeFlaw) -> Instant {
    guard let value = self[key] else { throw .missing(key) }
    return try value.moment(at: key)
  }

  func moment(at field: String) throws(WorkingTimeFlaw) -> Instant {
    guard let instant = string.flatMap({ Instant(rfc3339: $0) }) else {
      throw .bad(field, expected: "2026-03-09T08:30:00Z")
    }
    return instant
  }

  /// A count of so many at most, none below nothing.
  func count(_ key: String, limit: Int64) throws(WorkingTimeFlaw) -> Int64 {
    guard let value = self[key] else { throw .missing(key) }
    guard let count = value.int, (0...limit).contains(count) else { throw .bad(key, expected: "0…\(limit)") }
    return count
  }

  /// `2026-03-09T08:30:00Z`; with milliseconds only where there are some.
  init(brief instant: Instant) {
    let text = instant.rfc3339
    self = .string(instant.ms % 1000 == 0 ? String(text.dropLast(5)) + "Z" : text)
  }
}

/// A run with pauses: when so many minutes are used, and how many seconds until an instant.
private struct WorkingTimeRun {
  let start: Instant
  let minutes: Int64?
  let to: Instant?
  /// In order, overlapping ones made one.
  var pauses: [Range<Instant>] = []

  private static let pauseLimit = 10_000

  init(_ json: JSON) throws(WorkingTimeFlaw) {
    start = try json.moment("start")
    minutes = json["minutes"] == nil ? nil : try json.count("minutes", limit: WorkingCalendar.addLimit / 60)
    to = json["to"] == nil ? nil : try json.moment("to")
    if minutes == nil, to == nil { throw .missing("minutes") }
    let given = json["pauses"]?.array ?? []
    guard given.count <= WorkingTimeRun.pauseLimit else {
      throw .bad("pauses", expected: "≤ \(WorkingTimeRun.pauseLimit)")
    }
    var read: [Range<Instant>] = []
    for (at, pause) in given.enumerated() {
      let field = "pauses[\(at)]"
      guard let bounds = pause.array, bounds.count == 2 else { throw .bad(field, expected: "[from, to]") }
      let (from, to) = (try bounds[0].moment(at: field), try bounds[1].moment(at: field))
      if from < to { read.append(from..<to) }
    }
    for pause in read.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = pauses.last, pause.lowerBound <= last.upperBound {
        pauses[pauses.count - 1] = last.lowerBound..<max(last.upperBound, pause.upperBound)
      } else {
        pauses.append(pause)
      }
    }
  }

  func answer(on calendar: WorkingCalendar) throws(WorkingTimeFlaw) -> [JSON.Member] {
    var answers: [JSON.Member] = []
    if let minutes {
      guard let due = watch(until: nil).instant(reaching: minutes * 60, on: calendar) else { throw .neverReached }
      answers.append(JSON.Member("due", JSON(brief: due)))
    }
    if let to {
      let elapsed = watch(until: to).used(on: calendar, at: to)
      answers.append(JSON.Member("elapsed_seconds", .int(elapsed)))
    }
    return answers
  }

  /// The stopwatch as it stands at an instant, or once all pauses are over.
  private func watch(until limit: Instant?) -> Stopwatch {
    var watch = Stopwatch()
    if let limit, limit <= start { return watch }
    watch.start(at: start)
    for pause in pauses where pause.upperBound > start {
      if let limit, pause.lowerBound >= limit { break }
      watch.pause(at: max(pause.lowerBound, start))
      if let limit, pause.upperBound >= limit { break }
      watch.start(at: pause.upperBound)
    }
    return watch
  }
}

/// A sum: so much working time after or before an instant, or between two.
private enum WorkingTimeSum {
  case within(Instant, Instant)
  case seconds(Int64, from: Instant, back: Bool)
  case days(Int, from: Instant, back: Bool)

  private static let units: [(names: [String], seconds: Int64)] = [
    (["second", "seconds"], 1), (["minute", "minutes"], 60), (["hour", "hours"], 3600),
  ]
  private static let dayLimit: Int64 = 3660

  init(_ json: JSON) throws(WorkingTimeFlaw) {
    switch json["op"]?.string {
    case "within": self = .within(try json.moment("from"), try json.moment("to"))
    case "after": self = try WorkingTimeSum.shift(json, back: false)
    case "before": self = try WorkingTimeSum.shift(json, back: true)
    default: throw .bad("op", expected: "within, after, before")
    }
  }

  private static func shift(_ json: JSON, back: Bool) throws(WorkingTimeFlaw) -> WorkingTimeSum {
    let at = try json.moment("at")
    guard let name = json["unit"]?.string else { throw .missing("unit") }
    if name == "day" || name == "days" {
      return .days(Int(try json.count("n", limit: dayLimit)), from: at, back: back)
    }
    guard let unit = units.first(where: { $0.names.contains(name) }) else {
      throw .bad("unit", expected: "seconds, minutes, hours, days")
    }
    let count = try json.count("n", limit: WorkingCalendar.addLimit / unit.seconds)
    return .seconds(count * unit.seconds, from: at, back: back)
  }

  func answer(on calendar: WorkingCalendar) throws(WorkingTimeFlaw) -> [JSON.Member] {
    let result: Instant?
    switch self {
    case .within(let from, let to): return [JSON.Member("seconds", .int(calendar.elapsed(from: from, to: to)))]
    case .seconds(let count, let from, let back):
      result = back ? calendar.subtract(count, from: from) : calendar.add(count, to: from)
    case .days(let count, let from, let back): result = calendar.moved(byOpenDays: count, from: from, back: back)
    }
    guard let result else { throw .neverReached }
    return [JSON.Member("result", JSON(brief: result))]
  }
}

/// A ticket's life as another desk tells it: created, agent, customer, pending, open, closed; goals in minutes. The
/// update clock runs between the agents' messages, from the creation on, as it does in Zammad; a ticket of this desk
/// keeps it only while its requester waits for an answer.
private struct WorkingTimeLife {
  private var clocks: [(name: String, goal: Int64, watch: Stopwatch)] = []
  private let created: Instant
  private let now: Instant

  private static let eventLimit = 20_000

  init(_ json: JSON) throws(WorkingTimeFlaw) {
    guard case .object(let goals)? = json["sla"] else { throw .missing("sla") }
    guard let events = json["events"]?.array, events.count <= WorkingTimeLife.eventLimit else {
      throw .bad("events", expected: "[[at, \"created\"]]")
    }
    for goal in goals {
      guard ["first_response", "update", "solution"].contains(goal.key) else {
        throw .bad("sla", expected: "first_response, update, solution")
      }
      clocks.append(
        (goal.key, try JSON.object(goals).count(goal.key, limit: WorkingCalendar.addLimit / 60) * 60, Stopwatch()))
    }
    var instants: [Instant] = []
    for (at, event) in events.enumerated() {
      let field = "events[\(at)]"
      guard let pair = event.array, pair.count == 2, let kind = pair[1].string else {
        throw .bad(field, expected: "[at, \"created\"]")
      }
      let instant = max(try pair[0].moment(at: field), instants.last ?? Instant(ms: .min / 2))
      instants.append(instant)
      for clock in clocks.indices {
        try WorkingTimeLife.turn(&clocks[clock].watch, clocks[clock].name, kind, instant, field)
      }
    }
    guard let first = instants.first, let last = instants.last else { throw .missing("events[0]") }
    created = first
    now = last
  }

  private static func turn(
    _ watch: inout Stopwatch, _ name: String, _ kind: String, _ at: Instant, _ field: String
  ) throws(WorkingTimeFlaw) {
    switch kind {
    case "created": watch.start(at: at)
    case "pending": if watch.standing == .running { watch.pause(at: at) }
    case "open": if watch.standing == .paused || name == "solution" { watch.start(at: at) }
    case "closed": watch.stop(at: at)
    case "customer": break
    case "agent" where name == "first_response": watch.stop(at: at)
    case "agent" where name == "update":
      let wasRunning = watch.standing == .running
      watch = Stopwatch()
      watch.start(at: at)
      if !wasRunning { watch.pause(at: at) }
    case "agent": break
    default: throw .bad(field, expected: "created, agent, customer, pending, open, closed")
    }
  }

  func answer(on calendar: WorkingCalendar) throws(WorkingTimeFlaw) -> [JSON.Member] {
    var answers = [JSON.Member("start", calendar.add(0, to: created).map { JSON(brief: $0) } ?? .null)]
    for (name, goal, watch) in clocks {
      let isRunning = watch.standing == .running
      let due = isRunning ? watch.instant(reaching: goal, on: calendar) : nil
      answers.append(JSON.Member(name + "_due", due.map { JSON(brief: $0) } ?? .null))
      guard !isRunning else { continue }
      let used = watch.used(on: calendar, at: now)
      answers.append(JSON.Member(name + "_min", .int(used / 60)))
      answers.append(JSON.Member(name + "_left", .int((goal - used) / 60)))
    }
    return answers
  }
}
