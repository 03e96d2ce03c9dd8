import Console
import Desk
import Testing

/// A typed date and what it is on the wall clock of Paris, where it is Friday 21 November 2025, 14:03.
struct WhenCase: CustomTestStringConvertible, Sendable {
  let typed: String
  let expected: String
  let direction: When.Direction

  init(_ typed: String, _ expected: String, _ direction: When.Direction = .ahead) {
    self.typed = typed
    self.expected = expected
    self.direction = direction
  }

  var testDescription: String { "\(typed) → \(expected)" }
}

private let ahead: [WhenCase] = [
  .init("4h", "2025-11-21 18:03"), .init("30m", "2025-11-21 14:33"), .init("30 min", "2025-11-21 14:33"),
  .init("1h 30m", "2025-11-21 15:33"), .init("in 4 hours", "2025-11-21 18:03"),
  .init("dans 2 heures", "2025-11-21 16:03"), .init("2j", "2025-11-23 14:03"), .init("2d", "2025-11-23 14:03"),
  .init("3 jours", "2025-11-24 14:03"), .init("1w", "2025-11-28 14:03"), .init("2 semaines", "2025-12-05 14:03"),
  .init("2j 9h", "2025-11-23 09:00"), .init("2 days at 9:00", "2025-11-23 09:00"),
  .init("demain", "2025-11-22 09:00"), .init("demain 9h", "2025-11-22 09:00"),
  .init("DEMAIN À 8h30", "2025-11-22 08:30"), .init("tomorrow 9:00", "2025-11-22 09:00"),
  .init("après-demain 8h", "2025-11-23 08:00"), .init("aujourd’hui", "2025-11-21 18:00"),
  .init("today 17:30", "2025-11-21 17:30"), .init("lundi", "2025-11-24 09:00"),
  .init("monday 14h30", "2025-11-24 14:30"), .init("next monday", "2025-11-24 09:00"),
  .init("lun. 8h", "2025-11-24 08:00"), .init("vendredi", "2025-11-28 09:00"),
  .init("vendredi 18h", "2025-11-21 18:00"), .init("lundi prochain midi", "2025-11-24 12:00"),
  .init("25/11", "2025-11-25 09:00"), .init("25/11 14:00", "2025-11-25 14:00"),
  .init("le 25/11 à 14h", "2025-11-25 14:00"), .init("20/11", "2026-11-20 09:00"),
  .init("25/11/2026", "2026-11-25 09:00"), .init("25/11/26 7h", "2026-11-25 07:00"),
  .init("29/2", "2028-02-29 09:00"), .init("2026-11-25 14:00", "2026-11-25 14:00"),
  .init("2026-11-25T14:00", "2026-11-25 14:00"), .init("14:30", "2025-11-21 14:30"),
  .init("14:00", "2025-11-22 14:00"), .init("14h30", "2025-11-21 14:30"), .init("à 9h", "2025-11-22 09:00"),
  .init("at 2pm", "2025-11-22 14:00"), .init("2:30pm", "2025-11-21 14:30"), .init("12am", "2025-11-22 00:00"),
  .init("lun. 24/11 09:00", "2025-11-24 09:00"),
]

private let back: [WhenCase] = [
  .init("2h", "2025-11-21 12:03", .back), .init("il y a 2h", "2025-11-21 12:03", .back),
  .init("2 days ago", "2025-11-19 14:03", .back), .init("hier 14h", "2025-11-20 14:00", .back),
  .init("yesterday", "2025-11-20 09:00", .back), .init("lundi", "2025-11-17 09:00", .back),
  .init("vendredi", "2025-11-21 09:00", .back), .init("20/11", "2025-11-20 09:00", .back),
  .init("25/11", "2024-11-25 09:00", .back), .init("10:30", "2025-11-21 10:30", .back),
  .init("15:00", "2025-11-20 15:00", .back), .init("aujourd'hui", "2025-11-21 09:00", .back),
]

private func wall(_ instant: Instant, _ zone: Zone) -> String {
  let local = zone.local(instant)
  let minute = local.secondOfDay / 60
  return "\(local.day.year)-\(Instant.pad(local.day.month, 2))-\(Instant.pad(local.day.day, 2)) "
    + "\(Instant.pad(minute / 60, 2)):\(Instant.pad(minute % 60, 2))"
}

private func read(_ text: String, _ now: Instant = SheetBench.now, _ direction: When.Direction = .ahead) -> String {
  do {
    return wall(try When.read(text, now: now, in: SheetBench.paris, looking: direction), SheetBench.paris)
  } catch {
    return "\(error)"
  }
}

@Suite("Typed dates") struct SheetsWhenTests {
  @Test("read as people mean them, in both languages", arguments: ahead + back)
  func reads(_ sample: WhenCase) {
    #expect(read(sample.typed, SheetBench.now, sample.direction) == sample.expected)
  }

  @Test(
    "that are none say why",
    arguments: [
      WhenCase("", "blank"), .init("   ", "blank"), .init("bientôt", "unknown(\"bientot\")"),
      .init("31/2", "noSuchDay(\"31/2\")"), .init("11/25", "noSuchDay(\"11/25\")"),
      .init("0/1", "noSuchDay(\"0/1\")"), .init("25:00", "noSuchTime(\"25:00\")"),
      .init("12h75", "noSuchTime(\"12h75\")"), .init("13pm", "noSuchTime(\"13pm\")"),
      .init("lundi mardi", "unknown(\"mardi\")"), .init("9h 10h30", "unknown(\"10h30\")"),
      .init("9h30 4h", "unknown(\"4h\")"),
      .init("5:", "unknown(\"5:\")"), .init("1/1/1/1", "unknown(\"1/1/1/1\")"), .init("9999j", "tooFar"),
      .init("99999h", "tooFar"), .init("1/1/2099", "tooFar"),
      .init("99999999999999999999j", "unknown(\"99999999999999999999j\")"), .init("à", "unknown(\"\")"),
    ])
  func flaws(_ sample: WhenCase) {
    #expect(read(sample.typed) == sample.expected)
  }

  /// Clocks go forward on 29 March 2026 at 02:00 and back on 25 October at 03:00.
  @Test(
    "across a change of clocks: days keep the time of day, hours are elapsed hours",
    arguments: [
      ("2026-03-28T11:00:00.000Z", "1j", "2026-03-29 12:00"), ("2026-03-28T11:00:00.000Z", "24h", "2026-03-29 13:00"),
      ("2026-03-28T11:00:00.000Z", "demain 2h30", "2026-03-29 03:00"),
      ("2026-10-24T10:00:00.000Z", "1j", "2026-10-25 12:00"), ("2026-10-24T10:00:00.000Z", "24h", "2026-10-25 11:00"),
      ("2026-10-24T10:00:00.000Z", "demain 2h30", "2026-10-25 02:30"),
    ])
  func daylight(_ now: String, _ typed: String, _ expected: String) throws {
    #expect(read(typed, try #require(Instant(rfc3339: now))) == expected)
  }

  @Test("twice on the clock is the first time")
  func repeated() throws {
    let now = try #require(Instant(rfc3339: "2026-10-24T10:00:00.000Z"))
    let instant = try When.read("demain 2h30", now: now, in: SheetBench.paris)
    #expect(instant.rfc3339 == "2026-10-25T00:30:00.000Z")
  }

  @Test("what the screen shows can be typed back", arguments: Language.allCases)
  func roundTrip(_ language: Language) {
    let words = Words(language)
    let wrong = (1...400).map { Int64($0) * 79_260 }.filter { seconds in
      let instant = Instant(seconds: (SheetBench.now + seconds).seconds / 60 * 60)
      let shown = words.date(instant, in: SheetBench.paris, now: SheetBench.now)
      return (try? When.read(shown, now: SheetBench.now, in: SheetBench.paris)) != instant
    }
    #expect(wrong.isEmpty)
  }

  @Test("whatever is typed is read or refused")
  func hostile() {
    let pieces = [
      "9", "h", ":", "/", "-", "2026", "lundi", " ", "à", "j", "31", "12", "0", "t", "pm", "٣", "é", "\u{0}", ".",
      "29/2",
    ]
    var seed: UInt64 = 7
    var read = 0
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<5 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      if (try? When.read(text, now: SheetBench.now, in: SheetBench.paris)) != nil { read += 1 }
    }
    #expect(read > 0)
  }
}
