/// `recurring.json`: the tickets that open by themselves. One with an error is left out whole.
struct RecurrenceConfig {
  private(set) var recurring: [Recurrence] = []
  /// Names of calendars that are used.
  private(set) var calendars: Set<String> = []

  private static let keys = [
    "every", "on", "at", "zone", "calendar", "closed", "ahead", "from", "until", "open",
  ]
  private static let openKeys = [
    "subject", "body", "requester", "customer", "site", "asset", "channel", "kind", "gravity", "impact", "category",
    "then",
  ]

  init(
    _ node: ConfigNode?, _ notes: inout AutomationNotes, _ configuration: Configuration, zones: (String) -> Zone?,
    language: String
  ) {
    let members = notes.notes.members(of: node, keys: ["recurring"])
    for member in members["recurring"].map({ notes.notes.table($0, under: "recurring") }) ?? [] {
      let before = notes.errors
      let read = recurrence(member, &notes, configuration, zones, language)
      if notes.errors == before, let read { recurring.append(read) }
    }
  }

  private mutating func recurrence(
    _ member: ConfigNode.Member, _ notes: inout AutomationNotes, _ configuration: Configuration,
    _ zones: (String) -> Zone?, _ language: String
  ) -> Recurrence? {
    let parts = notes.notes.members(of: member.value, keys: RecurrenceConfig.keys)
    guard member.value.members != nil else { return nil }
    for key in ["every", "open"] where parts[key] == nil { notes.notes.add(.missingKey(key), at: member.value.place) }
    var calendar = configuration.calendar
    if let name = notes.notes.text(parts["calendar"], under: "calendar"), let place = parts["calendar"]?.place {
      calendars.insert(name)
      calendar = configuration.calendars.calendar(name, at: place, &notes.notes) ?? calendar
    }
    var zone = calendar == .always ? configuration.desk.zone : calendar.zone
    if let name = notes.notes.text(parts["zone"], under: "zone"), let place = parts["zone"]?.place {
      if let found = zones(name) {
        zone = found
      } else {
        notes.notes.add(.unknownName(.zone, name, near: nil), at: place)
      }
    }
    let read = RecurrenceConfig.period(parts["every"], parts["on"], &notes)
    let opening = RecurrenceConfig.beginning(parts["open"], of: member.key, &notes, language)
    let time = RecurrenceConfig.time(parts["at"], &notes)
    let ahead = notes.notes.number(parts["ahead"], under: "ahead", RecurrenceConfig.aheadDays)
    let from = RecurrenceConfig.day(parts["from"], under: "from", &notes)
    let until = RecurrenceConfig.day(parts["until"], under: "until", &notes)
    if let from, let until, until < from, let place = parts["until"]?.place {
      notes.notes.add(.badValue(until.iso, expected: "≥ \(from.iso)"), at: place)
    }
    let closed = notes.word(parts["closed"], under: "closed", .action, as: Recurrence.Closed.self)
    guard let period = read, let beginning = opening else { return nil }
    let isDaily = if case .day = period { true } else { false }
    return Recurrence(
      name: member.key, place: member.place, period: period,
      time: time ?? RecurrenceConfig.usualTime, zone: zone, calendar: calendar,
      closed: closed ?? (isDaily ? .skip : .next), ahead: ahead ?? 0, from: from, until: until, opening: beginning)
  }

  private static let usualTime = 8 * 3600
  /// Open days.
  private static let aheadDays = 0...60
  /// Days, weeks or months from one date to the next.
  private static let intervals = 1...366

  // MARK: - When

  /// `"day"`, `"2 weeks"`, `"month"`, `"quarter"`, `"year"`; a number of them before.
  private static func period(
    _ node: ConfigNode?, _ on: ConfigNode?, _ notes: inout AutomationNotes
  ) -> Recurrence.Period? {
    guard let node, let text = notes.notes.text(node, under: "every") else { return nil }
    let words = text.lowercased().split(separator: " ")
    let count = words.count > 1 ? Int(words[0]) : 1
    var unit = words.last.map(String.init) ?? ""
    if unit.hasSuffix("s") { unit.removeLast() }
    guard words.count <= 2, let count, intervals.contains(count),
      let months = ["day": 0, "week": 0, "month": 1, "quarter": 3, "year": 12][unit]
    else {
      notes.notes.add(.badValue(text, expected: "day, week, 2 weeks, month, quarter, year"), at: node.place)
      return nil
    }
    switch unit {
    case "day":
      if let on { notes.notes.add(.unknownKey("on", near: nil), at: on.place) }
      return .day(every: count)
    case "week": return weekdays(on, &notes).map { .week(every: count, on: $0) }
    default: return monthDay(on, &notes).map { .month(every: count * months, on: $0) }
    }
  }

  private static let dayNames: [(String, Int)] = [
    ("mon", 1), ("tue", 2), ("wed", 3), ("thu", 4), ("fri", 5), ("sat", 6), ("sun", 7),
    ("lun", 1), ("mar", 2), ("mer", 3), ("jeu", 4), ("ven", 5), ("sam", 6), ("dim", 7),
  ]

  /// `"mon"`, `["mon", "thu"]`; Monday where nothing is said.
  private static func weekdays(_ node: ConfigNode?, _ notes: inout AutomationNotes) -> [Int]? {
    guard let node else { return [1] }
    guard let texts = notes.notes.texts(node, under: "on") else { return nil }
    let days = texts.compactMap { notes.notes.name($0.text, at: $0.place, .weekday, among: dayNames) }
    return days.isEmpty ? nil : days
  }

  /// `1` … `31` (in quotes or brackets too), `"last"`, `"first mon"`, `"last fri"`; the first where nothing is said.
  private static func monthDay(_ node: ConfigNode?, _ notes: inout AutomationNotes) -> Recurrence.MonthDay? {
    guard var node else { return .number(1) }
    // As days of a week may be: the only one of a list.
    if let days = node.array, days.count == 1, let day = days.first { node = day }
    if node.int != nil { return notes.notes.number(node, under: "on", 1...31).map { .number($0) } }
    guard let text = notes.notes.text(node, under: "on") else { return nil }
    if text == "last" { return .last }
    if let number = Int(text.trimmed), (1...31).contains(number) { return .number(number) }
    let words = text.lowercased().split(separator: " ").map(String.init)
    let ranks = ["first", "second", "third", "fourth", "last"]
    if words.count == 2, let rank = ranks.firstIndex(of: words[0]),
      let day = dayNames.first(where: { $0.0 == words[1] })
    {
      return .weekday(day.1, nth: rank + 1)
    }
    notes.notes.add(.badValue(text, expected: "1–31, last, first mon, last fri"), at: node.place)
    return nil
  }

  /// `"08:00"`
  private static func time(_ node: ConfigNode?, _ notes: inout AutomationNotes) -> Int? {
    guard let node, let text = notes.notes.text(node, under: "at") else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    if parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour), (0...59).contains(minute)
    {
      return hour * 3600 + minute * 60
    }
    notes.notes.add(.badValue(text, expected: "08:00"), at: node.place)
    return nil
  }

  private static func day(_ node: ConfigNode?, under key: String, _ notes: inout AutomationNotes) -> Day? {
    guard let node, let text = notes.notes.text(node, under: key) else { return nil }
    if let day = Day(iso: text) { return day }
    notes.notes.add(.badValue(text, expected: "2026-12-01"), at: node.place)
    return nil
  }

  // MARK: - What

  private static func beginning(
    _ node: ConfigNode?, of name: String, _ notes: inout AutomationNotes, _ language: String
  ) -> Recurrence.Beginning? {
    guard let node else { return nil }
    let parts = notes.notes.members(of: node, keys: openKeys)
    guard node.members != nil else { return nil }
    let customer = notes.customer(parts["customer"], under: "customer")
    let requester = party(parts["requester"], &notes)
    if requester == nil, customer == nil { notes.notes.add(.missingKey("requester"), at: node.place) }
    if parts["subject"] == nil { notes.notes.add(.missingKey("subject"), at: node.place) }
    let subject = notes.fields(parts["subject"], under: "subject")
    let qualification = qualification(parts, at: node, &notes)
    guard let subject else { return nil }
    return Recurrence.Beginning(
      subject: subject, body: notes.fields(parts["body"], under: "body"), requester: requester, customer: customer,
      site: notes.notes.text(parts["site"], under: "site"), asset: notes.notes.text(parts["asset"], under: "asset"),
      channel: notes.word(parts["channel"], under: "channel", .field, as: Channel.self) ?? .portal,
      qualification: qualification, then: notes.instructions(parts["then"], of: name, language: language))
  }

  /// `"Exploitation"`, or `{ name, mail, phone }`.
  private static func party(_ node: ConfigNode?, _ notes: inout AutomationNotes) -> Party? {
    guard let node else { return nil }
    if node.members == nil { return notes.notes.text(node, under: "requester").map { Party(name: $0) } }
    let parts = notes.notes.members(of: node, keys: ["name", "mail", "phone"])
    if parts["name"] == nil { notes.notes.add(.missingKey("name"), at: node.place) }
    return notes.notes.text(parts["name"], under: "name").map {
      Party(
        name: $0, email: notes.notes.text(parts["mail"], under: "mail"),
        phone: notes.notes.text(parts["phone"], under: "phone"))
    }
  }

  /// Whole, or not at all.
  private static func qualification(
    _ parts: [String: ConfigNode], at node: ConfigNode, _ notes: inout AutomationNotes
  ) -> Qualification? {
    let keys = ["gravity", "impact", "category"]
    guard keys.contains(where: { parts[$0] != nil }) || parts["kind"] != nil else { return nil }
    for key in keys where parts[key] == nil { notes.notes.add(.missingKey(key), at: node.place) }
    let change = notes.qualification(parts)
    guard let gravity = change.gravity, let impact = change.impact, let category = change.category else { return nil }
    return Qualification(kind: change.kind ?? .request, gravity: gravity, impact: impact, category: category)
  }
}
