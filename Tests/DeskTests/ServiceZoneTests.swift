import Desk
import Foundation
import Testing

struct RuleCase: CustomTestStringConvertible, Sendable {
  let posix: String
  let at: String
  let offset: Int
  let letters: String
  var testDescription: String { "\(posix) at \(at)" }

  init(_ posix: String, _ at: String, _ offset: Int, _ letters: String) {
    (self.posix, self.at, self.offset, self.letters) = (posix, at, offset, letters)
  }
}

struct WallCase: CustomTestStringConvertible, Sendable {
  let name: String
  let zone: Zone
  let day: Day
  let time: String
  let first: String
  let last: String
  var testDescription: String { name }

  init(_ name: String, _ zone: Zone, _ day: Day, _ time: String, first: String, last: String) {
    (self.name, self.zone, self.day, self.time, self.first, self.last) = (name, zone, day, time, first, last)
  }
}

@Suite struct ServiceZoneTests {
  private static let paris = "CET-1CEST,M3.5.0,M10.5.0/3"
  private static let nuuk = "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"
  private static let santiago = "<-04>4<-03>,M9.1.6/24,M4.1.6/24"

  @Test(arguments: [
    RuleCase(paris, "2026-03-29T00:59:59Z", 3600, "CET"),
    RuleCase(paris, "2026-03-29T01:00:00Z", 7200, "CEST"),
    RuleCase(paris, "2026-10-25T00:59:59Z", 7200, "CEST"),
    RuleCase(paris, "2026-10-25T01:00:00Z", 3600, "CET"),
    RuleCase(paris, "2300-07-01T00:00:00Z", 7200, "CEST"),
    RuleCase("UTC0", "2026-01-01T00:00:00Z", 0, "UTC"),
    RuleCase("IST-5:30", "2026-01-01T00:00:00Z", 19_800, "IST"),
    RuleCase("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", "2026-12-31T23:00:00Z", 49_500, "+1345"),
    RuleCase(nuuk, "2026-03-29T00:59:59Z", -7200, "-02"),
    RuleCase(nuuk, "2026-03-29T01:00:00Z", -3600, "-01"),
    RuleCase(santiago, "2026-04-05T02:59:59Z", -10_800, "-03"),
    RuleCase(santiago, "2026-04-05T03:00:00Z", -14_400, "-04"),
    RuleCase(santiago, "2026-09-06T03:59:59Z", -14_400, "-04"),
    RuleCase(santiago, "2026-09-06T04:00:00Z", -10_800, "-03"),
    RuleCase("AAA0BBB,J60,J61", "2024-03-01T02:00:00Z", 3600, "BBB"),
    RuleCase("AAA0BBB,J60,J61", "2024-03-01T01:59:59Z", 0, "AAA"),
    RuleCase("AAA0BBB,59,60", "2024-02-29T02:00:00Z", 3600, "BBB"),
    RuleCase("AAA0BBB,59,60", "2024-03-01T02:00:00Z", 0, "AAA"),
    RuleCase("EST5EDT,0/0,J365/25", "2026-01-01T05:00:00Z", -14_400, "EDT"),
    RuleCase("EST5EDT,0/0,J365/25", "2026-07-01T05:00:00Z", -14_400, "EDT"),
    RuleCase("XXX3EDT4,0/0,J365/23", "2026-01-01T03:00:00Z", -14_400, "EDT"),
    RuleCase("<+02>-2<+03>,M3.4.4/50,M10.4.4/50", "2026-03-27T23:59:59Z", 7200, "+02"),
    RuleCase("<+02>-2<+03>,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00:00Z", 10_800, "+03"),
  ])
  func `the POSIX rule gives the offset`(_ row: RuleCase) {
    let zone = Zone(tzif: Zones.tzif(footer: row.posix), name: "test")
    #expect(zone?.offset(at: moment(row.at)) == row.offset)
    #expect(zone?.abbreviation(at: moment(row.at)) == row.letters)
  }

  @Test(arguments: [
    "CE-1", "CET", "CET-1CEST", "CET-25", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
    "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,J366,J1", "CET-1CEST,M3.5.0/168,M10.5.0", "<CET-1",
    "CET-1CEST,M3.5.0,M10.5.0/3x", "CET-1:60", "CET--1", "CET-99999999999999999999",
  ])
  func `a footer that is no rule is refused`(_ posix: String) {
    #expect(Zone(tzif: Zones.tzif(footer: posix), name: "test") == nil)
  }

  @Test(arguments: [
    WallCase(
      "plain", Zones.paris, Day(2026, 3, 9), "08:30", first: "2026-03-09T07:30:00Z", last: "2026-03-09T07:30:00Z"),
    WallCase(
      "in the gap: its end", Zones.paris, Day(2026, 3, 29), "02:30", first: "2026-03-29T01:00:00Z",
      last: "2026-03-29T01:00:00Z"),
    WallCase(
      "start of the gap: its end", Zones.paris, Day(2026, 3, 29), "02:00", first: "2026-03-29T01:00:00Z",
      last: "2026-03-29T01:00:00Z"),
    WallCase(
      "repeated hour", Zones.paris, Day(2026, 10, 25), "02:30", first: "2026-10-25T00:30:00Z",
      last: "2026-10-25T01:30:00Z"),
    WallCase(
      "end of the repeated hour", Zones.paris, Day(2026, 10, 25), "03:00", first: "2026-10-25T02:00:00Z",
      last: "2026-10-25T02:00:00Z"),
    WallCase(
      "midnight skipped", Zones.santiago, Day(2026, 9, 6), "00:00", first: "2026-09-06T04:00:00Z",
      last: "2026-09-06T04:00:00Z"),
    WallCase(
      "the hour before midnight twice", Zones.santiago, Day(2026, 4, 4), "23:30", first: "2026-04-05T02:30:00Z",
      last: "2026-04-05T03:30:00Z"),
    WallCase(
      "half an hour twice", Zones.lordHowe, Day(2026, 4, 5), "01:45", first: "2026-04-04T14:45:00Z",
      last: "2026-04-04T15:15:00Z"),
    WallCase(
      "past 24:00", Zones.paris, Day(2026, 3, 28), "30:00", first: "2026-03-29T04:00:00Z", last: "2026-03-29T04:00:00Z"),
  ])
  func `a wall time names an instant`(_ row: WallCase) throws {
    let parts = row.time.split(separator: ":").compactMap { Int($0) }
    let second = parts[0] * 3600 + parts[1] * 60
    #expect(row.zone.instant(of: row.day, secondOfDay: second, repeated: .first) == moment(row.first))
    #expect(row.zone.instant(of: row.day, secondOfDay: second, repeated: .last) == moment(row.last))
  }

  @Test(arguments: [Zones.paris, Zones.santiago, Zones.lordHowe, .utc])
  func `what the wall shows leads back to the instant`(_ zone: Zone) {
    var draw = Draw(seed: 7)
    var lost = 0
    for _ in 0..<2000 {
      let instant = Instant(seconds: draw.number(in: -2_000_000_000...9_000_000_000))
      let wall = zone.local(instant)
      let first = zone.instant(of: wall.day, secondOfDay: wall.secondOfDay, repeated: .first)
      let last = zone.instant(of: wall.day, secondOfDay: wall.secondOfDay, repeated: .last)
      if first != instant && last != instant { lost += 1 }
    }
    #expect(lost == 0)
  }

  @Test(
    .enabled(if: Zones.areInstalled, "no zone files on this machine"),
    arguments: [
      "Africa/Cairo", "Africa/Casablanca", "Africa/Abidjan", "America/New_York", "America/Nuuk", "America/Santiago",
      "America/Sao_Paulo", "America/St_Johns", "America/Havana", "Asia/Gaza", "Asia/Jerusalem", "Asia/Kathmandu",
      "Asia/Kolkata", "Asia/Tehran", "Australia/Lord_Howe", "Australia/Sydney", "Europe/Dublin", "Europe/London",
      "Europe/Paris", "Pacific/Apia", "Pacific/Chatham", "Pacific/Kiritimati", "Indian/Reunion", "Etc/UTC",
    ])
  func `agrees with Foundation from 1975 to 2037`(_ name: String) throws {
    let zone = try #require(Zones.installed(name))
    let oracle = try #require(TimeZone(identifier: name))
    var different: [String] = []
    for seconds in stride(from: Int64(157_766_400), to: 2_145_916_800, by: 40_009) {
      let theirs = oracle.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      let instant = Instant(seconds: seconds)
      if zone.offset(at: instant) != theirs { different.append(instant.rfc3339) }
    }
    #expect(different.isEmpty, "\(different.count): \(different.prefix(3))")
  }

  @Test(.enabled(if: Zones.areInstalled, "no zone files on this machine"))
  func `no cut and no changed byte of a file traps`() throws {
    let bytes = try #require(Zones.bytes("Africa/Casablanca"))
    var read = 0
    func use(_ bytes: [UInt8]) {
      guard let zone = Zone(tzif: bytes, name: "hostile") else { return }
      read += 1
      for instant in [Int64.min / 2000, -1, 0, 1_800_000_000, Int64.max / 2000] {
        _ = zone.local(Instant(seconds: instant))
      }
      let calendar = Calendars.weekdays("hostile", zone, ["08:00-18:00"])
      _ = calendar.add(3600, to: Instant(seconds: 1_800_000_000))
    }
    for length in 0..<bytes.count { use(Array(bytes.prefix(length))) }
    var draw = Draw(seed: 3)
    for _ in 0..<4000 {
      var mutant = bytes
      for _ in 0..<3 {
        mutant[Int(draw.number(in: 0...Int64(bytes.count - 1)))] = UInt8(draw.number(in: 0...255))
      }
      use(mutant)
    }
    #expect(read > 0)
  }

  @Test(arguments: [
    [], Array("TZif".utf8), [UInt8](repeating: 0xFF, count: 400),
    Array("TZif2".utf8) + [UInt8](repeating: 0xFF, count: 100), [UInt8](repeating: 0, count: 70_000),
  ])
  func `bytes that are no zone file are refused`(_ bytes: [UInt8]) {
    #expect(Zone(tzif: bytes, name: "none") == nil)
  }
}
