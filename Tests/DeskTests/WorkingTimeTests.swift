import Desk
import Journal
import Kit
import Testing

/// Questions about working time, as `guichet sla` reads them.
@Suite struct WorkingTimeTests {
  private static let zones = ["Europe/Paris": Zones.paris, "Europe/London": Zones.london, "UTC": .utc]

  private static func ask(_ text: String) -> String {
    var desk = WorkingTimeDesk { zones[$0] }
    guard let json = try? JSONReader.read(Array(text.utf8)) else { return "no JSON" }
    do throws(WorkingTimeFlaw) { return written(try desk.answer(json)) } catch { return written(error.json) }
  }

  private static func written(_ json: JSON) -> String {
    String(decoding: JSONWriter.bytes(json), as: UTF8.self).replacingAll("\"", with: "'")
  }

  private static let hours = #""hours":{"mon":[["08:30","12:30"],["13:30","18:00"]],"tue":[["08:30","18:00"]]}"#
  private static func asking(_ rest: String, _ cal: String = #"{"tz":"Europe/Paris",\#(hours)}"#) -> String {
    "{\"cal\":\(cal),\(rest)}"
  }

  @Test(arguments: [
    ("a run", asking(#""id":7,"start":"2026-03-09T08:00:00Z","minutes":240"#), "{'due':'2026-03-09T13:00:00Z','id':7}"),
    (
      "paused, pauses out of order and overlapping",
      asking(
        #""start":"2026-03-09T08:00:00Z","minutes":60,"to":"2026-03-09T11:00:00Z","pauses":[["2026-03-09T09:00:00Z","2026-03-09T10:00:00Z"],["2026-03-09T08:30:00Z","2026-03-09T09:30:00Z"]]"#
      ), "{'due':'2026-03-09T10:30:00Z','elapsed_seconds':5400}"
    ),
    ("elapsed alone", asking(#""start":"2026-03-09T08:00:00Z","to":"2026-03-09T08:00:01Z""#), "{'elapsed_seconds':1}"),
    ("back to front", asking(#""start":"2026-03-09T08:00:00Z","to":"2026-03-08T08:00:01Z""#), "{'elapsed_seconds':0}"),
    (
      "milliseconds are kept", asking(#""start":"2026-03-09T08:00:00.250Z","minutes":1"#),
      "{'due':'2026-03-09T08:01:00.250Z'}"
    ),
    (
      "within", asking(#""op":"within","from":"2026-03-09T00:00:00Z","to":"2026-03-10T00:00:00Z""#), "{'seconds':30600}"
    ),
    (
      "after some hours", asking(#""op":"after","n":5,"unit":"hours","at":"2026-03-09T11:00:00Z""#),
      "{'result':'2026-03-09T17:00:00Z'}"
    ),
    (
      "before some hours", asking(#""op":"before","n":5,"unit":"hours","at":"2026-03-10T08:30:00Z""#),
      "{'result':'2026-03-09T13:00:00Z'}"
    ),
    (
      "before no time at all: the last closing",
      asking(#""op":"before","n":0,"unit":"hour","at":"2026-03-14T08:30:00Z""#),
      "{'result':'2026-03-10T17:00:00Z'}"
    ),
    (
      "after a day: the next open one", asking(#""op":"after","n":1,"unit":"day","at":"2026-03-10T09:00:00Z""#),
      "{'result':'2026-03-16T09:00:00Z'}"
    ),
    (
      "breaks",
      asking(
        #""breaks_local":{"2026-03-09":[["09:00","11:00"]]},"op":"within","from":"2026-03-09T00:00:00Z","to":"2026-03-10T00:00:00Z""#
      ), "{'seconds':23400}"
    ),
    (
      "shifts",
      asking(
        #""shifts_local":{"2026-03-14":[["09:00","11:00"]]},"op":"within","from":"2026-03-14T00:00:00Z","to":"2026-03-15T00:00:00Z""#
      ), "{'seconds':7200}"
    ),
    (
      "a life",
      asking(
        #""sla":{"first_response":60,"solution":120},"events":[["2026-03-09T08:00:00Z","created"],["2026-03-09T08:30:00Z","agent"],["2026-03-09T09:00:00Z","pending"]]"#
      ),
      "{'first_response_due':null,'first_response_left':30,'first_response_min':30,'solution_due':null,'solution_left':60,'solution_min':60,'start':'2026-03-09T08:00:00Z'}"
    ),
  ])
  func `is answered`(_ name: String, _ question: String, _ answer: String) {
    #expect(Self.ask(question) == answer)
  }

  @Test(arguments: [
    ("no calendar", #"{"start":"2026-03-09T08:00:00Z","minutes":1}"#, "missing cal"),
    ("no object", "[1]", "bad_value "),
    ("no zone", asking(#""minutes":1"#, "{}"), "missing cal.tz"),
    ("an unknown zone", asking(#""minutes":1"#, #"{"tz":"Mars/Olympus","hours":{}}"#), "unknown_zone cal.tz"),
    ("a day of no week", asking(#""minutes":1"#, #"{"tz":"UTC","hours":{"dim":[]}}"#), "unknown_weekday cal.hours"),
    (
      "hours that end before they begin", asking(#""minutes":1"#, #"{"tz":"UTC","hours":{"mon":[["12:00","08:00"]]}}"#),
      "bad_hours cal.hours.mon"
    ),
    (
      "hours that meet",
      asking(#""minutes":1"#, #"{"tz":"UTC","hours":{"mon":[["08:00","12:00"],["11:00","13:00"]]}}"#),
      "overlapping_hours cal.hours"
    ),
    (
      "a night that reaches into the morning",
      asking(#""minutes":1"#, #"{"tz":"UTC","hours":{"mon":[["22:00","30:00"]],"tue":[["05:00","08:00"]]}}"#),
      "overlapping_hours cal.hours"
    ),
    ("never open", asking(#""minutes":1"#, #"{"tz":"UTC","hours":{"mon":[]}}"#), "never_opens cal.hours"),
    (
      "no such day",
      asking(#""minutes":1"#, #"{"tz":"UTC","hours":{"mon":[["08:00","12:00"]]},"holidays":["2026-02-30"]}"#),
      "bad_date cal.holidays"
    ),
    ("no start", asking(#""minutes":1"#), "missing start"),
    ("no such time", asking(#""start":"yesterday","minutes":1"#), "bad_value start"),
    ("less than nothing", asking(#""start":"2026-03-09T08:00:00Z","minutes":-1"#), "bad_value minutes"),
    ("more than all", asking(#""start":"2026-03-09T08:00:00Z","minutes":9223372036854775807"#), "bad_value minutes"),
    ("nothing asked", asking(#""start":"2026-03-09T08:00:00Z""#), "missing minutes"),
    ("an unknown sum", asking(#""op":"beside""#), "bad_value op"),
    ("an unknown unit", asking(#""op":"after","n":1,"unit":"weeks","at":"2026-03-09T08:00:00Z""#), "bad_value unit"),
    (
      "half a pause", asking(#""start":"2026-03-09T08:00:00Z","minutes":1,"pauses":[["2026-03-09T08:00:00Z"]]"#),
      "bad_value pauses[0]"
    ),
    (
      "an unknown event", asking(#""sla":{"solution":1},"events":[["2026-03-09T08:00:00Z","born"]]"#),
      "bad_value events[0]"
    ),
    ("an unknown goal", asking(#""sla":{"lunch":1},"events":[["2026-03-09T08:00:00Z","created"]]"#), "bad_value sla"),
    ("no event", asking(#""sla":{"solution":1},"events":[]"#), "missing events[0]"),
  ])
  func `is refused with its field`(_ name: String, _ question: String, _ expected: String) throws {
    var desk = WorkingTimeDesk { Self.zones[$0] }
    let json = try JSONReader.read(Array(question.utf8))
    do throws(WorkingTimeFlaw) {
      Issue.record("\(name): \(Self.written(try desk.answer(json)))")
    } catch {
      let told = [error.json["error"]?.string ?? "", error.json["field"]?.string ?? ""].joined(separator: " ")
      #expect(told == expected)
    }
  }

  @Test func `backwards undoes forwards`() throws {
    var draw = Draw(seed: 23)
    for calendar in ServiceCalendarTests.calendars {
      for _ in 0..<100 {
        let start = Instant(seconds: draw.number(in: 1_735_689_600...1_830_297_600))
        let seconds = draw.number(in: 1...400_000)
        let due = try #require(calendar.add(seconds, to: start))
        let back = try #require(calendar.subtract(seconds, from: due))
        if calendar.elapsed(from: back, to: due) != seconds || calendar.add(0, to: start) != calendar.add(0, to: back) {
          Issue.record("\(calendar.name): \(start.rfc3339) + \(seconds) → \(due.rfc3339) → \(back.rfc3339)")
        }
      }
    }
  }
}

extension String {
  fileprivate func replacingAll(_ part: Character, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
