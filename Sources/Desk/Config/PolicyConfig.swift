/// `policies.json`: the promises, in order; the first that matches a ticket is its policy. Behind them stand the
/// built-in ones, so that no ticket is without a clock.
package struct PolicyConfig: Sendable {
  /// One promise as it is written, its durations resolved in its calendar.
  package struct Entry: Sendable, Equatable {
    package let name: String
    package let place: ConfigPlace
    /// Empty asks nothing.
    package var contracts: Set<String> = []
    package var kinds: Set<Kind> = []
    package var priorities: Set<Priority> = []
    package var categories: Set<String> = []
    package var customers: Set<String> = []
    package var isVIP: Bool?
    package var calendar: WorkingCalendar
    /// Working seconds, with the words they were written in.
    package var goals: [(clock: Clock, text: String, seconds: Int64)] = []
    package var levelGoals: [(level: Level, text: String, seconds: Int64)] = []
    /// nil for the usual ones.
    package var warnings: [Int]?
    package var countsResolved = false
    package var pausesForThird = false

    package static func == (a: Entry, b: Entry) -> Bool { a.name == b.name && a.place == b.place }
  }

  /// A clock by its name in the file.
  package enum Clock: String, CaseIterable, Sendable {
    case acknowledge, firstReply = "first_reply", update, resolve, vendor
  }

  package private(set) var entries: [Entry] = []
  /// Names of the calendars that a promise is counted in.
  package private(set) var calendars: Set<String> = []

  private static let keys = [
    "name", "if", "calendar", "goals", "thresholds", "count_resolved", "pause_for_third",
  ]
  private static let conditions = ["contract", "kind", "priority", "category", "customer", "vip"]
  /// Percentages of a goal.
  private static let percents = 1...1000

  /// - Parameters:
  ///   - usual: the calendar of a promise that names none, by its name.
  ///   - categories: those of `desk.json`; empty where any will do.
  package init(
    _ node: ConfigNode?, _ notes: inout ConfigNotes, calendars known: CalendarConfig, usual: String,
    categories: [String]
  ) {
    let members = notes.members(of: node, keys: ["policies"])
    var names: Set<String> = []
    for (at, entry) in notes.list(members["policies"], under: "policies").enumerated() {
      if let read = read(entry, number: at + 1, &notes, known, usual, categories) {
        if !names.insert(read.name).inserted { notes.add(.doubledName(.policy, read.name), at: read.place) }
        entries.append(read)
      }
    }
    for (entry, taker) in PolicyReach.unreached(entries) {
      notes.add(.neverReached(entry.name, by: taker.name, line: taker.place.line), at: entry.place)
    }
  }

  private mutating func read(
    _ node: ConfigNode, number: Int, _ notes: inout ConfigNotes, _ known: CalendarConfig, _ usual: String,
    _ categories: [String]
  ) -> Entry? {
    let members = notes.members(of: node, keys: PolicyConfig.keys)
    guard node.members != nil else { return nil }
    let name = notes.text(members["name"], under: "name") ?? "#\(number)"
    let usualCalendar = known.calendars[usual] ?? .always
    var entry = Entry(name: name, place: node.place, calendar: usualCalendar)
    let asked = notes.text(members["calendar"], under: "calendar") ?? usual
    let place = members["calendar"]?.place ?? node.place
    calendars.insert(asked)
    if let calendar = known.calendar(asked, at: place, &notes) { entry.calendar = calendar }
    let canBeMet = readConditions(members["if"], &entry, &notes, categories)
    readGoals(members["goals"], &entry, &notes)
    if members["goals"] == nil { notes.add(.missingKey("goals"), at: node.place) }
    if let goals = members["goals"], PolicyConfig.isEmpty(goals) {
      notes.add(.promisesNothing(name, toAll: members["if"]?.members?.isEmpty ?? true), at: goals.place)
    }
    if let percents = members["thresholds"] {
      entry.warnings = PolicyConfig.thresholds(percents, &notes)
    }
    entry.countsResolved = notes.flag(members["count_resolved"], under: "count_resolved") ?? false
    entry.pausesForThird = notes.flag(members["pause_for_third"], under: "pause_for_third") ?? false
    return canBeMet ? entry : nil
  }

  /// False where a condition has nothing left that could be met: then nothing is promised to anybody by it, rather
  /// than to everybody.
  private func readConditions(
    _ node: ConfigNode?, _ entry: inout Entry, _ notes: inout ConfigNotes, _ categories: [String]
  ) -> Bool {
    let members = notes.members(of: node, keys: PolicyConfig.conditions)
    func set<T: Hashable>(
      _ key: String, _ read: (inout ConfigNotes, String, ConfigPlace) -> T?
    ) -> Set<T>? {
      guard let texts = notes.texts(members[key], under: key) else { return members[key] == nil ? [] : nil }
      let values = texts.compactMap { read(&notes, $0.text, $0.place) }
      return values.isEmpty ? nil : Set(values)
    }
    let kinds = set("kind") { notes, text, place in
      notes.name(text, at: place, .kind, among: Kind.allCases.map { ($0.rawValue, $0) })
    }
    let priorities = set("priority") { notes, text, place in
      notes.name(text, at: place, .priority, among: Priority.allCases.map { ($0.name, $0) })
    }
    let asked = set("category") { notes, text, place in
      if categories.isEmpty || categories.contains(where: { $0 == text || $0.hasPrefix(text + "/") }) { return text }
      notes.unknown(.category, text, among: categories, at: place)
      return nil
    }
    let contracts = set("contract") { _, text, _ in text }
    let customers = set("customer") { _, text, _ in text }
    entry.isVIP = notes.flag(members["vip"], under: "vip")
    guard let kinds, let priorities, let asked, let contracts, let customers else { return false }
    (entry.kinds, entry.priorities, entry.categories) = (kinds, priorities, asked)
    (entry.contracts, entry.customers) = (contracts, customers)
    return true
  }

  /// Percentages as they are reached; one that comes too late in the list is told, and counts all the same.
  private static func thresholds(_ node: ConfigNode, _ notes: inout ConfigNotes) -> [Int] {
    var read: [Int] = []
    for entry in notes.list(node, under: "thresholds") {
      guard let percent = notes.number(entry, under: "thresholds", percents) else { continue }
      if let highest = read.max(), percent <= highest {
        notes.add(.thresholdOrder(percent, after: highest), at: entry.place)
      }
      read.append(percent)
    }
    return read
  }

  private func readGoals(_ node: ConfigNode?, _ entry: inout Entry, _ notes: inout ConfigNotes) {
    let members = notes.members(of: node, keys: Clock.allCases.map(\.rawValue) + ["ola"])
    let day = entry.calendar.nominalDay
    for clock in Clock.allCases {
      guard let (text, seconds) = PolicyConfig.goal(members[clock.rawValue], under: clock.rawValue, day, &notes) else {
        continue
      }
      entry.goals.append((clock, text, seconds))
    }
    tellOutlasting(members, entry, &notes)
    for member in members["ola"].map({ notes.table($0, under: "ola") }) ?? [] {
      let levels = Level.allCases.map { ($0.rawValue, $0) }
      guard let level: Level = notes.name(member.key, at: member.place, .level, among: levels),
        let (text, seconds) = PolicyConfig.goal(member.value, under: member.key, day, &notes)
      else { continue }
      entry.levelGoals.append((level, text, seconds))
    }
  }

  /// A solution that is due before a first sign of life leaves that sign nothing to be promised.
  private func tellOutlasting(
    _ members: [String: ConfigNode], _ entry: Entry, _ notes: inout ConfigNotes
  ) {
    guard let whole = entry.goals.first(where: { $0.clock == .resolve }) else { return }
    for goal in entry.goals where goal.clock != .resolve && goal.seconds > whole.seconds {
      let place = members[goal.clock.rawValue]?.place ?? entry.place
      notes.add(.outlasts(goal.clock, goal.text, resolve: whole.text), at: place)
    }
  }

  /// Whether nothing is promised, for any clock or level.
  private static func isEmpty(_ goals: ConfigNode) -> Bool {
    goals.members?.allSatisfy { member in
      member.key == "ola" ? isEmpty(member.value) : member.value.isNull || member.value.string == "-"
    } ?? false
  }

  /// `"4h"`, `"2j"`; null or `"-"` promises nothing.
  private static func goal(
    _ node: ConfigNode?, under key: String, _ day: Int64, _ notes: inout ConfigNotes
  ) -> (String, Int64)? {
    guard let node, !node.isNull, node.string != "-", let text = notes.text(node, under: key) else { return nil }
    if let seconds = WorkingDuration.seconds(of: text, nominalDay: day) { return (text, seconds) }
    notes.add(.badValue(text, expected: "30m, 4h, 1h30, 2j"), at: node.place)
    return nil
  }
}
