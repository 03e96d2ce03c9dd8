import Console
import Desk
import Kit
import Testing

/// What the words say, and that they say something for every case in both languages.
struct WordTests {
  static let tongues = [Words(.french), Words(.english)]

  @Test func everyRefusalSaysSomething() {
    let at = Rehearsal.noon
    let refusals: [Refusal] = [
      .notAllowed(.take, .takeN2, profile: .n1), .wrongState(.close, state: .open), .missing([.summary, .rootCause]),
      .tooLong(.body, limit: 10), .notInFuture(.until), .tooFar(.until, days: 10), .inFuture(.occurredAt),
      .owned(by: "bob"),
      .alreadyYours, .notOwned, .levelNotHeld(agent: "bob", level: .n3), .noSuchAgent("x"), .agentInactive("gone"),
      .notQualified, .levelNotAbove(.n1, current: .n2), .levelNotBelow(.n2, current: .n1), .noEmergency(.p3),
      .nothingOwed,
      .alreadyAnswered, .wrongReason(.vendor, .user), .tooEarly(until: at), .windowOver(days: 5), .unknownCategory("x"),
      .invalid(.date, text: "hier"), .linkToSelf, .alreadyThere, .notThere, .noOpenPage, .tooMany(.tag, limit: 50),
      .nobodyPossible(level: .n2), .changed(by: "bob", at: at, op: "note", count: 2),
    ]
    for refusal in refusals {
      let said = WordTests.tongues.map { $0.refusal(refusal) }
      #expect(said[0].count > 8 && said[1].count > 8 && said[0] != said[1], "\(refusal)")
    }
  }

  /// « 167L108 » typed where a ticket is asked for.
  @Test func whatIsNoTicketIsSaidToBeNone() {
    let said = WordTests.tongues.map { $0.refusal(.invalid(.link, text: "167L108")) }
    #expect(said[0].hasPrefix("« 167L108 » n’est pas un numéro de ticket"))
    #expect(said[1].hasPrefix("“167L108” is no ticket number"))
  }

  @Test func theNamesOfAListDiffer() {
    for words in WordTests.tongues {
      #expect(Set(State.allCases.map { words.name($0) }).count == State.allCases.count)
      #expect(Set(State.allCases.map { words.short($0) }).count == State.allCases.count)
      #expect(State.allCases.allSatisfy { words.short($0).count <= 4 })
      #expect(Set(ResolutionCode.allCases.map { words.name($0) }).count == ResolutionCode.allCases.count)
      #expect(Set(Refusal.Field.allCases.map { words.name($0) }).count == Refusal.Field.allCases.count)
      #expect(Set(Right.allCases.map { words.name($0) }).count == Right.allCases.count)
      #expect(Set(Verb.allCases.map { words.name($0) }).count == Verb.allCases.count)
    }
  }

  @Test(
    arguments: [
      (0, "0h00", "0h00"), (18 * 60, "0h18", "0h18"), (-102 * 60, "-1h42", "-1h42"), (26 * 3600, "1j02", "1d02"),
      (23 * 3600 + 900, "23h15", "23h15"), (-23 * 3600 - 900, "-23h", "-23h"), (12 * 86_400, "12j", "12d"),
      (-45 * 3600, "-1j21", "-1d21"), (400 * 86_400, "400j", "400d"), (-999 * 86_400, "-999j", "-999d"),
      (1100 * 86_400, "3a", "3y"), (Int64.max, "10a", "10y"), (Int64.min, "-10a", "-10y"),
    ] as [(Int64, String, String)])
  func remaining(_ seconds: Int64, _ french: String, _ english: String) {
    #expect(WordTests.tongues[0].remaining(seconds: seconds) == french)
    #expect(WordTests.tongues[1].remaining(seconds: seconds) == english)
  }

  @Test func datesAreWrittenAsEachLanguageDoes() {
    let monday = Instant(rfc3339: "2026-11-23T09:00:00Z")!
    #expect(Words(.french).date(monday, in: .utc, now: monday) == "lun. 23/11 09:00")
    #expect(Words(.english).date(monday, in: .utc, now: monday) == "Mon 23/11 09:00")
    #expect(Words(.french).moment(monday, in: .utc, now: monday) == "09:00")
  }

  /// The column it stands in has four places.
  @Test(
    arguments: [
      (720, "12m", "12m"), (18_000, "5h", "5h"), (3 * 86_400, "3j", "3d"), (99 * 86_400, "99j", "99d"),
      (100 * 86_400, "100j", "100d"), (999 * 86_400, "999j", "999d"), (1000 * 86_400, "2a", "2y"),
      (Int64.max, "10a", "10y"), (-5, "0m", "0m"),
    ] as [(Int64, String, String)])
  func anAgeHasFourPlaces(_ seconds: Int64, _ french: String, _ english: String) {
    #expect(WordTests.tongues[0].age(seconds: seconds) == french)
    #expect(WordTests.tongues[1].age(seconds: seconds) == english)
  }

  /// Lengths of time have one form, wherever they are told: units at their number, minutes alone spelled.
  @Test(
    arguments: [
      (8 * 3600, "8h"), (30_600, "8h30"), (900, "15 min"), (3660, "1h01"), (30, "30 s"), (0, "0 s"),
    ] as [(Int64, String)])
  func lengthsOfTimeAreWrittenInOneWay(_ seconds: Int64, _ text: String) {
    #expect(WordTests.tongues.map { $0.worked(seconds) } == [text, text])
    if seconds >= 60 {
      #expect(WordTests.tongues.map { $0.minutes(Int(seconds / 60)) } == [text, text])
      #expect(WordTests.tongues.map { $0.span(seconds: seconds) } == [text, text])
      #expect(WordTests.tongues.map { $0.minutes(-Int(seconds / 60)) } == ["-" + text, "-" + text])
    }
    #expect(WordTests.tongues.map { $0.span(seconds: 2 * 86_400 + 7 * 3600) } == ["2j07", "2d07"])
  }

  /// Whoever writes `roles.json` finds every right in the file laid down for them, and it reads as no change.
  @Test(arguments: Language.allCases) func theRightsStandInTheirExample(_ language: Language) throws {
    let text = try #require(Words(language).example(of: .roles))
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("//   ") }
    #expect(lines.map { String($0.dropFirst(5).prefix { $0 != " " }) } == Right.allCases.map(\.rawValue))
    let configuration = Configuration([ConfigText(.roles, text)], zones: { _ in .utc })
    #expect(configuration.faults == [] && configuration.roles.roles == Roles())
  }
}
