import Desk
import Foundation
import Testing

/// Random calendars, zones, starts, goals and pauses against an oracle that walks minute by minute and asks only what
/// the wall shows. 800 cases; 100,000 where `GUICHET_FULL` is set.
@Suite struct WorkingTimeOracleTests {
  private static let isFull = ProcessInfo.processInfo.environment["GUICHET_FULL"] != nil
  private static let calendars = isFull ? 200 : 8
  private static let casesPerCalendar = isFull ? 500 : 100

  @Test func `clocks agree with whoever counts the minutes`() {
    var draw = Draw(seed: 31)
    var wrong: [String] = []
    for number in 0..<Self.calendars where wrong.count < 5 {
      let hours = DrawnHours(&draw)
      let minutes = WalkedMinutes(hours, &draw)
      for _ in 0..<Self.casesPerCalendar {
        let question = DrawnRun(&draw, within: minutes.count)
        if let flaw = question.flaw(hours.calendar, minutes) { wrong.append("calendar \(number), \(hours): \(flaw)") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5).joined(separator: "\n"))")
  }
}

/// Hours as they were drawn, before any calendar is made of them.
private struct DrawnHours: CustomStringConvertible {
  let zone: Zone
  var week: [Int: [OpenInterval]] = [:]
  var holidays: Set<Int> = []
  var exceptions: [Int: [OpenInterval]] = [:]
  /// The first day walked: near a change of the clocks of the zone, or anywhere.
  let firstDay: Int

  private static let zones = [Zones.paris, Zones.london, Zones.santiago, Zones.lordHowe, .utc]
  private static let changes = [
    Day(2026, 3, 29), Day(2026, 10, 25), Day(2026, 4, 4), Day(2026, 9, 6), Day(2026, 4, 5), Day(2026, 10, 4),
    Day(2026, 7, 1),
  ]

  init(_ draw: inout Draw) {
    zone = Self.zones[Int(draw.number(in: 0...4))]
    firstDay = Self.changes[Int(draw.number(in: 0...6))].number - Int(draw.number(in: 2...12))
    for weekday in 1...7 where draw.number(in: 0...9) < 8 { week[weekday] = Self.intervals(&draw) }
    for _ in 0..<draw.number(in: 0...3) { holidays.insert(firstDay + Int(draw.number(in: 0...20))) }
    for _ in 0..<draw.number(in: 0...2) {
      exceptions[firstDay + Int(draw.number(in: 0...20))] = draw.number(in: 0...2) == 0 ? [] : Self.intervals(&draw)
    }
    // Never a calendar that is not open at all.
    if week.isEmpty { week[1] = [OpenInterval("08:00-12:00")].compactMap { $0 } }
  }

  /// One to three intervals on quarters of an hour, the last perhaps across midnight.
  private static func intervals(_ draw: inout Draw) -> [OpenInterval] {
    var from = 0
    var hours: [OpenInterval] = []
    for _ in 0..<draw.number(in: 1...3) where from < 92 {
      let opens = from + Int(draw.number(in: 0...Int64(95 - from)))
      let closes = opens + Int(draw.number(in: 1...40))
      OpenInterval(opens: opens * 900, closes: closes * 900).map { hours.append($0) }
      from = closes + 1
    }
    return hours
  }

  var calendar: WorkingCalendar {
    WorkingCalendar(
      name: "drawn", zone: zone, week: week, holidays: Holidays(dates: holidays.map { Day(number: $0) }),
      exceptions: Dictionary(uniqueKeysWithValues: exceptions.map { (Day(number: $0.key), $0.value) }))
  }

  /// Whether the wall shows an open time: hours belong to the date they fall on.
  func isOpen(_ wall: LocalTime) -> Bool {
    let day = wall.day.number
    func has(_ hours: [OpenInterval], _ second: Int) -> Bool {
      hours.contains { ($0.opens..<$0.closes).contains(second) }
    }
    if has(exceptions[day - 1] ?? [], wall.secondOfDay + 86_400) { return true }
    if let own = exceptions[day] { return has(own, wall.secondOfDay) }
    if holidays.contains(day) { return false }
    return has(week[wall.day.weekday] ?? [], wall.secondOfDay)
      || has(week[(wall.day + -1).weekday] ?? [], wall.secondOfDay + 86_400)
  }

  var description: String { "\(zone.name) week \(week) closed \(holidays) dates \(exceptions)" }
}

/// A stretch of time, minute by minute.
private struct WalkedMinutes {
  let start: Instant
  /// How many open minutes there are before each.
  private let openBefore: [Int]
  var count: Int { openBefore.count - 1 }

  func open(in range: Range<Int>) -> Int { openBefore[range.upperBound] - openBefore[range.lowerBound] }

  init(_ hours: DrawnHours, _ draw: inout Draw) {
    start = hours.zone.instant(of: Day(number: hours.firstDay), secondOfDay: Int(draw.number(in: 0...1439)) * 60)
    let (zone, start) = (hours.zone, start)
    var openBefore = [0]
    for minute in 0..<20 * 1440 {
      openBefore.append(openBefore[minute] + (hours.isOpen(zone.local(start + Int64(minute) * 60)) ? 1 : 0))
    }
    self.openBefore = openBefore
  }

  func instant(_ minute: Int) -> Instant { start + Int64(minute) * 60 }
}

/// A start, a goal, pauses and an end, in minutes from the beginning of the walk.
private struct DrawnRun {
  let start: Int
  let goal: Int
  let end: Int
  /// In order, perhaps empty ones among them.
  var pauses: [Range<Int>] = []

  init(_ draw: inout Draw, within count: Int) {
    start = Int(draw.number(in: 0...Int64(count / 2)))
    goal = Int(draw.number(in: 1...1200))
    end = start + Int(draw.number(in: 0...Int64(count - start - 1)))
    var from = start
    for _ in 0..<draw.number(in: 0...4) {
      let begins = from + Int(draw.number(in: 0...1500))
      let ends = begins + Int(draw.number(in: 0...2000))
      if ends < count { pauses.append(begins..<ends) }
      from = ends
    }
  }

  func flaw(_ calendar: WorkingCalendar, _ minutes: WalkedMinutes) -> String? {
    let countedAtEnd = spells(until: end).reduce(0) { $0 + minutes.open(in: $1) }
    var left = goal
    var due: Int?
    for spell in spells(until: minutes.count) {
      let open = minutes.open(in: spell)
      if left > open {
        left -= open
        continue
      }
      // Within this spell: minute by minute.
      due = spell.first { minutes.open(in: spell.lowerBound..<$0 + 1) == left }.map { $0 + 1 }
      break
    }
    let used = watch(minutes, until: end).used(on: calendar, at: minutes.instant(end))
    if used != Int64(countedAtEnd * 60) { return "\(self): used \(used), not \(countedAtEnd * 60)" }
    let reached = watch(minutes, until: nil).instant(reaching: Int64(goal * 60), on: calendar)
    if let due, reached != minutes.instant(due) {
      return "\(self): due \(reached?.rfc3339 ?? "never"), not \(minutes.instant(due).rfc3339)"
    }
    if due == nil, let reached, reached < minutes.instant(minutes.count) { return "\(self): due \(reached.rfc3339)" }
    return lawFlaw(calendar, minutes)
  }

  /// The stretches in which the clock is not paused, until a minute.
  private func spells(until limit: Int) -> [Range<Int>] {
    var spells: [Range<Int>] = []
    var from = start
    for pause in pauses where pause.lowerBound < limit {
      if from < pause.lowerBound { spells.append(from..<pause.lowerBound) }
      from = pause.upperBound
    }
    if from < limit { spells.append(from..<limit) }
    return spells
  }

  /// The laws of a calendar, on the same drawn moments.
  private func lawFlaw(_ calendar: WorkingCalendar, _ minutes: WalkedMinutes) -> String? {
    let (a, c) = (minutes.instant(start), minutes.instant(end))
    let b = minutes.instant((start + end) / 2)
    let (ab, bc, ac) = (
      calendar.elapsed(from: a, to: b), calendar.elapsed(from: b, to: c), calendar.elapsed(from: a, to: c)
    )
    if ab + bc != ac || ab > ac { return "\(self): not additive" }
    guard let due = calendar.add(Int64(goal * 60), to: a), calendar.elapsed(from: a, to: due) == Int64(goal * 60) else {
      return "\(self): elapsed does not undo add"
    }
    return nil
  }

  private func watch(_ minutes: WalkedMinutes, until limit: Int?) -> Stopwatch {
    var watch = Stopwatch()
    watch.start(at: minutes.instant(start))
    for pause in pauses {
      if let limit, pause.lowerBound >= limit { break }
      watch.pause(at: minutes.instant(pause.lowerBound))
      if let limit, pause.upperBound >= limit { break }
      watch.start(at: minutes.instant(pause.upperBound))
    }
    return watch
  }
}
