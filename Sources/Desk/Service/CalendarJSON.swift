// A calendar as a question about working time brings it along:
//
//     {"tz": "Europe/Paris", "hours": {"mon": [["09:00", "12:30"], ["13:30", "18:00"]]}, "holidays": ["2026-01-01"]}

extension WorkingCalendar {
  /// - Parameters:
  ///   - breaks: hours off by date, as `{"2026-03-09": [["10:00", "11:30"]]}`.
  ///   - shifts: the hours of a date in place of the week's, holiday or not, in the same form.
  ///   - zone: the zone of a name.
  package init(
    json: JSON, breaks: JSON? = nil, shifts: JSON? = nil, zone: (String) -> Zone?
  ) throws(WorkingTimeFlaw) {
    guard let name = json["tz"]?.string else { throw .missing("cal.tz") }
    guard let place = zone(name) else { throw .calendar("cal.tz", .unknownZone(name)) }
    var week: [Int: [OpenInterval]] = [:]
    guard case .object(let days)? = json["hours"] else { throw .missing("cal.hours") }
    for day in days {
      guard let number = WorkingCalendar.weekdayNames.firstIndex(of: day.key) else {
        throw .calendar("cal.hours", .unknownWeekday(day.key))
      }
      week[number + 1] = try WorkingCalendar.intervals(day.value, "cal.hours." + day.key)
    }
    let closed = try WorkingCalendar.dates(json["holidays"])
    var exceptions = try WorkingCalendar.dated(shifts, "shifts_local")
    for (day, off) in try WorkingCalendar.dated(breaks, "breaks_local") {
      let usual = exceptions[day] ?? (closed.contains(day) ? [] : week[day.weekday] ?? [])
      exceptions[day] = off.reduce(usual) { hours, off in hours.flatMap { $0.without(off) } }
    }
    self.init(
      name: json["name"]?.string ?? name, zone: place, week: week, holidays: Holidays(dates: Array(closed)),
      exceptions: exceptions)
    if let flaw = flaws.first { throw .calendar("cal.hours", flaw) }
  }

  /// Days and intervals of one calendar.
  private static let countLimit = 10_000

  private static func intervals(_ json: JSON, _ field: String) throws(WorkingTimeFlaw) -> [OpenInterval] {
    guard let pairs = json.array, pairs.count <= countLimit else {
      throw .bad(field, expected: "[[\"09:00\", \"17:00\"]]")
    }
    var intervals: [OpenInterval] = []
    for pair in pairs {
      guard let bounds = pair.array, bounds.count == 2, let opens = bounds[0].string, let closes = bounds[1].string
      else { throw .bad(field, expected: "[[\"09:00\", \"17:00\"]]") }
      let text = opens + "-" + closes
      guard let interval = OpenInterval(text) else { throw .calendar(field, .badHours(text)) }
      intervals.append(interval)
    }
    return intervals
  }

  private static func dates(_ json: JSON?) throws(WorkingTimeFlaw) -> Set<Day> {
    guard let json else { return [] }
    guard let texts = json.array, texts.count <= countLimit else {
      throw .bad("cal.holidays", expected: "[\"2026-01-01\"]")
    }
    var days: Set<Day> = []
    for text in texts {
      guard let day = text.string.flatMap({ Day(iso: $0) }) else {
        throw .calendar("cal.holidays", .badDate(text.string ?? ""))
      }
      days.insert(day)
    }
    return days
  }

  private static func dated(_ json: JSON?, _ field: String) throws(WorkingTimeFlaw) -> [Day: [OpenInterval]] {
    guard let json, json != .null else { return [:] }
    guard case .object(let members) = json, members.count <= countLimit else {
      throw .bad(field, expected: "{\"2026-03-09\": [[\"10:00\", \"11:30\"]]}")
    }
    var dated: [Day: [OpenInterval]] = [:]
    for member in members {
      guard let day = Day(iso: member.key) else { throw .calendar(field, .badDate(member.key)) }
      dated[day] = try intervals(member.value, field)
    }
    return dated
  }
}

extension OpenInterval {
  /// What is left of these hours without some of them.
  fileprivate func without(_ off: OpenInterval) -> [OpenInterval] {
    [
      OpenInterval(opens: opens, closes: min(closes, off.opens)),
      OpenInterval(opens: max(opens, off.closes), closes: closes),
    ].compactMap { $0 }
  }
}
