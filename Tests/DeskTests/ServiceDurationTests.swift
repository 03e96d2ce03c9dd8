import Desk
import Testing

@Suite struct ServiceDurationTests {
  @Test(arguments: [
    ("4h", 14_400), ("2j", 61_200), ("2d", 61_200), ("30m", 1800), ("30 min", 1800), ("1h30", 5400), ("1h30m", 5400),
    ("1j 4h", 45_000), ("8.5h", 30_600), ("8,5 h", 30_600), ("0.25j", 7650), ("90s", 90), ("2J", 61_200),
    (" 4 h ", 14_400), ("1j 1h 1m 1s", 34_261),
  ])
  func `a duration is working seconds`(_ text: String, _ seconds: Int64) {
    #expect(WorkingDuration.seconds(of: text, nominalDay: 30_600) == seconds)
  }

  @Test(arguments: [
    "", " ", "h", "4", "30", "-4h", "4x", "30m 1h", "1h 1h", "1h30x", "1.234h", "0h", "1000000h", "9999999h", "1h.5",
    "1j30", "four hours", "1é",
  ])
  func `anything else is refused`(_ text: String) {
    #expect(WorkingDuration.seconds(of: text, nominalDay: 30_600) == nil)
  }

  @Test(arguments: [
    ("08:30-12:30", 30_600, 45_000), ("22:00-30:00", 79_200, 108_000), ("0:00-24:00", 0, 86_400),
    ("23:59-48:00", 86_340, 172_800),
  ])
  func `hours are read`(_ text: String, _ opens: Int, _ closes: Int) {
    #expect(OpenInterval(text) == OpenInterval(opens: opens, closes: closes))
    #expect(OpenInterval(text) != nil)
  }

  @Test(arguments: [
    "", "-", "08:30", "12:30-08:30", "08:30-08:30", "24:00-25:00", "08:60-12:00", "08:30-48:01", "8h-12h", "08:3-12:00",
    "+8:30-12:00", "08:30-12:30-14:00", "008:30-12:30", "١٢:00-13:00",
  ])
  func `hours that make no sense are refused`(_ text: String) {
    #expect(OpenInterval(text) == nil)
  }
}
