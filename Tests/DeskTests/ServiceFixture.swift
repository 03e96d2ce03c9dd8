import Desk
import Foundation

/// Zones built from a POSIX rule alone, so that the tests need no zone files.
enum Zones {
  static let paris = rule("CET-1CEST,M3.5.0,M10.5.0/3", "Europe/Paris")
  static let london = rule("GMT0BST,M3.5.0/1,M10.5.0", "Europe/London")
  /// The clocks change at midnight.
  static let santiago = rule("<-04>4<-03>,M9.1.6/24,M4.1.6/24", "America/Santiago")
  /// The clocks change by half an hour.
  static let lordHowe = rule("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "Australia/Lord_Howe")

  static func rule(_ posix: String, _ name: String) -> Zone {
    guard let zone = Zone(tzif: tzif(footer: posix), name: name) else { fatalError("no rule: \(posix)") }
    return zone
  }

  /// A TZif file of version 2 without transitions, one type (UTC) and a footer.
  static func tzif(footer: String) -> [UInt8] {
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15 + 12) + [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
    let block = header + [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    return block + block + [10] + Array(footer.utf8) + [10]
  }

  /// The zone files of this machine, where it has some.
  static let folder = "/usr/share/zoneinfo/"
  static let areInstalled = FileManager.default.fileExists(atPath: folder + "Europe/Paris")

  static func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: folder + name).map { Array($0) }
  }

  static func installed(_ name: String) -> Zone? { bytes(name).flatMap { Zone(tzif: $0, name: name) } }
}

/// The calendars of the golden vectors.
enum Calendars {
  static let bureau = WorkingCalendar.office(Zones.paris)
  static let nuit = everyDay("nuit", Zones.paris, ["22:00-30:00"])
  static let s7 = everyDay("7/7", Zones.paris, ["08:00-18:00"])
  static let always = everyDay("24/7", Zones.paris, ["00:00-24:00"])
  static let london = weekdays("London", Zones.london, ["09:00-17:30"])

  static func everyDay(_ name: String, _ zone: Zone, _ hours: [String]) -> WorkingCalendar {
    calendar(name, zone, 1...7, hours)
  }

  static func weekdays(_ name: String, _ zone: Zone, _ hours: [String]) -> WorkingCalendar {
    calendar(name, zone, 1...5, hours)
  }

  static func calendar(
    _ name: String, _ zone: Zone, _ days: ClosedRange<Int>, _ hours: [String]
  ) -> WorkingCalendar {
    let intervals = hours.compactMap { OpenInterval($0) }
    return WorkingCalendar(name: name, zone: zone, week: Dictionary(uniqueKeysWithValues: days.map { ($0, intervals) }))
  }
}

/// `2026-03-09 16:00` or `…:30` on the wall clock of a zone; with an offset or `Z` at its end, RFC 3339.
func moment(_ text: String, _ zone: Zone = Zones.paris) -> Instant {
  if let exact = Instant(rfc3339: text) { return exact }
  let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
  guard numbers.count >= 5 else { fatalError("no moment: \(text)") }
  let second = numbers[3] * 3600 + numbers[4] * 60 + (numbers.count > 5 ? numbers[5] : 0)
  return zone.instant(of: Day(numbers[0], numbers[1], numbers[2]), secondOfDay: second)
}

/// Numbers that look drawn by lot, and are the same at each run (xorshift64).
struct Draw {
  private var state: UInt64
  init(seed: UInt64) { state = seed | 1 }

  mutating func number(in range: ClosedRange<Int64>) -> Int64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return range.lowerBound + Int64(state % UInt64(range.upperBound - range.lowerBound + 1))
  }
}
