/// `calendars.json`: the calendars by name, and named lists of holidays. `bureau` and `24/7` are there without it;
/// a `bureau` of the file takes the place of the one built in.
package struct CalendarConfig: Sendable {
  /// By name; with the built-in ones, without those that never open.
  package private(set) var calendars: [String: WorkingCalendar] = [:]
  /// Calendars of the file, for the warning about those nobody uses.
  package private(set) var written: [(name: String, place: ConfigPlace)] = []
  /// Calendars of the file that could not be used: told once, not again where they are named.
  package private(set) var refused: Set<String> = []

  /// The calendar of working days where none is said.
  package static let office = "bureau"
  package static let always = "24/7"

  package static let builtInHolidays: [String: Holidays] = [
    "french": .french, "alsace-moselle": .alsaceMoselle, "none": .none,
  ]

  private let desk: DeskConfig
  /// Named lists of days, with those built in.
  private(set) var sets = CalendarConfig.builtInHolidays

  package init(
    _ node: ConfigNode?, _ notes: inout ConfigNotes, desk: DeskConfig, zones: (String) -> Zone?
  ) {
    self.desk = desk
    calendars[CalendarConfig.always] = .always
    calendars[CalendarConfig.office] = WorkingCalendar.office(desk.zone, holidays: desk.holidays)
    let members = notes.members(of: node, keys: ["holidays", "calendars"])
    for set in members["holidays"].map({ notes.table($0, under: "holidays") }) ?? [] {
      if let days = notes.texts(set.value, under: set.key) {
        sets[set.key] = CalendarConfig.holidays(days, named: sets, &notes)
      }
    }
    for entry in members["calendars"].map({ notes.table($0, under: "calendars") }) ?? [] {
      written.append((entry.key, entry.place))
      if let calendar = calendar(entry, &notes, zones: zones) {
        calendars[entry.key] = calendar
      } else {
        refused.insert(entry.key)
      }
    }
  }

  /// The calendar of a name; nil, and a fault, where there is none.
  package func calendar(_ name: String, at place: ConfigPlace, _ notes: inout ConfigNotes) -> WorkingCalendar? {
    if let calendar = calendars[name] { return calendar }
    if !refused.contains(name) {
      notes.unknown(.calendar, name, among: calendars.keys.sorted(), at: place)
    }
    return nil
  }

  // MARK: - One calendar

  private static let keys = ["zone", "week", "holidays", "open", "day"]

  private func calendar(
    _ entry: ConfigNode.Member, _ notes: inout ConfigNotes, zones: (String) -> Zone?
  ) -> WorkingCalendar? {
    let members = notes.members(of: entry.value, keys: CalendarConfig.keys)
    var zone = desk.zone
    if let name = notes.text(members["zone"], under: "zone"), let place = members["zone"]?.place {
      if let found = zones(name) { zone = found } else { notes.add(.unknownName(.zone, name, near: nil), at: place) }
    }
    var days = desk.holidays
    if let names = notes.texts(members["holidays"], under: "holidays") {
      days = CalendarConfig.holidays(names, named: sets, &notes)
    }
    let week = members["week"].map { CalendarConfig.week($0, &notes) } ?? [:]
    guard week.values.contains(where: { !$0.isEmpty }) else {
      notes.add(.neverOpens(entry.key), at: entry.place)
      return nil
    }
    let exceptions = members["open"].map { CalendarConfig.dates($0, &notes) } ?? [:]
    var nominal: Int64?
    if let text = notes.text(members["day"], under: "day"), let place = members["day"]?.place {
      nominal = WorkingDuration.seconds(of: text, nominalDay: 86_400).flatMap { $0 <= 86_400 ? $0 : nil }
      if nominal == nil { notes.add(.badValue(text, expected: "7h, 8h30"), at: place) }
    }
    return WorkingCalendar(
      name: entry.key, zone: zone, week: week, holidays: days, exceptions: exceptions, nominalDay: nominal)
  }

  /// An interval, with the words it was written in.
  private struct Hours {
    let interval: OpenInterval
    let text: String
    let place: ConfigPlace
  }

  private static func week(_ node: ConfigNode, _ notes: inout ConfigNotes) -> [Int: [OpenInterval]] {
    var written: [Int: [Hours]] = [:]
    for entry in notes.table(node, under: "week") {
      guard let days = weekdays(entry.key) else {
        notes.add(
          .unknownName(.weekday, entry.key, near: Nearest.name(to: entry.key, among: weekdayNames)), at: entry.place)
        continue
      }
      let hours = hours(entry.value, under: entry.key, &notes)
      for day in days { written[day, default: []] += hours }
    }
    return withoutOverlaps(written, cycle: 7, &notes)
  }

  private static func dates(_ node: ConfigNode, _ notes: inout ConfigNotes) -> [Day: [OpenInterval]] {
    var written: [Int: [Hours]] = [:]
    for entry in notes.table(node, under: "open") {
      guard let day = Day(iso: entry.key) else {
        notes.add(.badValue(entry.key, expected: "2026-12-24"), at: entry.place)
        continue
      }
      written[day.number] = hours(entry.value, under: entry.key, &notes)
    }
    let kept = withoutOverlaps(written, cycle: nil, &notes)
    return Dictionary(uniqueKeysWithValues: written.keys.map { (Day(number: $0), kept[$0] ?? []) })
  }

  /// `["08:30-12:30", "13:30-18:00"]`, or one of them; an empty list is closed all day.
  private static func hours(_ node: ConfigNode, under key: String, _ notes: inout ConfigNotes) -> [Hours] {
    (notes.texts(node, under: key) ?? []).compactMap { text, place in
      guard let interval = OpenInterval(acrossMidnight: text) else {
        notes.add(.badValue(text, expected: "08:30-12:30, 22:00-06:00, 18:00-24:00"), at: place)
        return nil
      }
      return Hours(interval: interval, text: text, place: place)
    }
  }

  /// Leaves out what opens before something else has closed, the night before included.
  private static func withoutOverlaps(
    _ written: [Int: [Hours]], cycle: Int?, _ notes: inout ConfigNotes
  ) -> [Int: [OpenInterval]] {
    var kept: [Int: [Hours]] = [:]
    // Two texts that meet on several days are one mistake.
    var told: Set<[ConfigPlace]> = []
    for (day, hours) in written.sorted(by: { $0.key < $1.key }) {
      for next in hours.sorted(by: { $0.interval < $1.interval }) {
        let clash = kept.lazy.flatMap { other, theirs in theirs.map { (other, $0) } }.first { other, theirs in
          collide(theirs.interval, on: other, next.interval, on: day, cycle: cycle)
        }
        if let clash {
          guard told.insert([next.place, clash.1.place].sorted()).inserted else { continue }
          notes.add(.overlappingHours(next.text, clash.1.text), at: max(next.place, clash.1.place))
        } else {
          kept[day, default: []].append(next)
        }
      }
    }
    return kept.mapValues { $0.map(\.interval) }
  }

  /// Days are apart by their numbers, or by the shorter way round a week.
  private static func collide(_ a: OpenInterval, on first: Int, _ b: OpenInterval, on second: Int, cycle: Int?) -> Bool
  {
    var shifts = [second - first]
    if let cycle { shifts += [second - first + cycle, second - first - cycle] }
    return shifts.contains { shift in
      guard abs(shift) <= 1 else { return false }
      let (opens, closes) = (b.opens + shift * 86_400, b.closes + shift * 86_400)
      return a.opens < closes && opens < a.closes
    }
  }

  // MARK: - Names of days

  /// ISO order, in English and in French.
  private static let english = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let french = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"]
  private static let weekdayNames = english + french + ["mon-fri", "lun-ven"]

  /// `mon`, `mon-fri`, `lun-ven`, `fri-mon`: ISO numbers.
  static func weekdays(_ text: String) -> [Int]? {
    let bounds = text.lowercased().split(separator: "-", omittingEmptySubsequences: false).map { name in
      (english.firstIndex(of: String(name)) ?? french.firstIndex(of: String(name))).map { $0 + 1 }
    }
    guard (1...2).contains(bounds.count), let first = bounds[0], let last = bounds.last ?? nil else { return nil }
    return first <= last ? Array(first...last) : Array(first...7) + Array(1...last)
  }

  // MARK: - Holidays

  /// `french`, `05-01`, `easter+39`, `2026-05-15`, and the names of lists.
  package static func holidays(
    _ entries: [(text: String, place: ConfigPlace)], named sets: [String: Holidays], _ notes: inout ConfigNotes
  ) -> Holidays {
    var all = Holidays.none
    for (text, place) in entries {
      if let set = sets[text] {
        all = all.union(set)
      } else if let day = Day(iso: text) {
        all = all.union(Holidays(dates: [day]))
      } else if let (month, day) = monthAndDay(text) {
        all = all.union(Holidays(fixed: [(month, day)]))
      } else if text.hasPrefix("easter"), let days = fromEaster(text) {
        all = all.union(Holidays(fromEaster: [days]))
      } else if text.utf8.first.map({ (48...57).contains($0) }) == true || text.hasPrefix("easter") {
        notes.add(.badValue(text, expected: "french, 05-01, easter+39, 2026-05-15"), at: place)
      } else {
        notes.unknown(.holidays, text, among: sets.keys.sorted(), at: place)
      }
    }
    return all
  }

  private static func monthAndDay(_ text: String) -> (Int, Int)? {
    // A leap year: 29 February is a day that some years have.
    guard text.utf8.count == 5, let day = Day(iso: "2024-" + text) else { return nil }
    return (day.month, day.day)
  }

  private static func fromEaster(_ text: String) -> Int? {
    let rest = text.dropFirst("easter".count)
    if rest.isEmpty { return 0 }
    guard rest.first == "+" || rest.first == "-", rest.utf8.count <= 4, let days = Int(rest),
      (-Holidays.reach...Holidays.reach).contains(days)
    else { return nil }
    return days
  }
}

extension OpenInterval {
  /// `HH:MM-HH:MM`, which may end on the day after: `22:00-06:00` is `22:00-30:00`.
  package init?(acrossMidnight text: String) {
    if let interval = OpenInterval(text) {
      self = interval
      return
    }
    let bounds = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard bounds.count == 2, let opens = OpenInterval(bounds[0] + "-48:00")?.opens,
      let closes = OpenInterval("00:00-" + bounds[1])?.closes, closes < opens
    else { return nil }
    self.init(opens: opens, closes: closes + 86_400)
  }
}
