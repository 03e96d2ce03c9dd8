import Desk
import Testing

/// Who may stand in without a word: members, and those of the rota's group.
@Suite struct RotaGroupTests {
  @Test(arguments: [("amel", true), ("bob", true), ("zoe", false)])
  func takesItsGroup(login: String, isTaken: Bool) throws {
    var directory = Directory()
    directory.apply(.group(Group(id: "reseau", name: "Réseau", members: ["bob"])))
    let plan = try #require(
      HandoverPlan([HandoverPlan.Moment(weekday: 1, second: 0)], from: Day(2026, 1, 5), zone: .utc))
    var rota = Rota(name: "n2", group: "reseau", members: ["amel", nil], plan: plan)
    #expect(rota.takes(login, in: directory) == isTaken)
    // Of no group, or of one that nobody registered: nothing can be said against it.
    for group in [nil, "serveurs"] {
      rota.group = group
      #expect(rota.takes(login, in: directory))
    }
  }
}

/// Who is on call, drawn as time: each letter of `who` is a member, and stands for one step of time.
@Suite struct RotaTests {
  private static let paris = Zones.paris

  private static func moments(_ texts: [String]) -> [HandoverPlan.Moment] {
    texts.flatMap { text -> [HandoverPlan.Moment] in
      let words = text.split(separator: " ")
      let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
      let numbers = words[words.count - 1].split(separator: ":").compactMap { Int($0) }
      let second = numbers[0] * 3600 + numbers[1] * 60
      let days = words.count == 2 ? [(names.firstIndex(of: String(words[0])) ?? 0) + 1] : Array(1...7)
      return days.map { HandoverPlan.Moment(weekday: $0, second: second) }
    }
  }

  /// A rota of members `a`, `b`, `c` …; `-` is a place nobody holds.
  static func rota(
    _ members: String, _ handovers: [String], from: String = "2026-01-05", _ rotation: HandoverPlan.Rotation = .shift,
    hours: DutyHours = .always, holidays: Holidays = .none, zone: Zone = paris, name: String = "n2"
  ) -> Rota {
    guard let start = Day(iso: from),
      let plan = HandoverPlan(moments(handovers), from: start, rotation: rotation, zone: zone, putOffOn: holidays)
    else { fatalError("no plan") }
    return Rota(name: name, members: members.map { $0 == "-" ? nil : String($0) }, plan: plan, hours: hours)
  }

  /// Who is on call at each step: `.` where the rota is not there, `?` where nobody is.
  private static func drawn(
    _ rota: Rota, from: String, every minutes: Int64, _ count: Int, _ swaps: [DutySwap] = []
  ) -> String {
    (0..<count).map { step in
      guard let shift = rota.onCall(at: moment(from) + Int64(step) * minutes * 60, swaps) else { return "." }
      return shift.agent ?? "?"
    }.joined()
  }

  struct Picture: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rota: Rota
    let from: String
    let minutes: Int64
    let who: String

    init(_ name: String, _ rota: Rota, from: String, every minutes: Int64, _ who: String) {
      (testDescription, self.rota, self.from, self.minutes, self.who) = (name, rota, from, minutes, who)
    }
  }

  static let pictures: [Picture] = [
    Picture(
      "each Monday at 9", rota("abc", ["mon 09:00"]), from: "2026-01-05 08:30", every: 7 * 1440, ".abcabca"),
    Picture("before it begins nobody", rota("ab", ["mon 09:00"]), from: "2026-01-05 08:00", every: 30, "..aaa"),
    Picture(
      "day and night", rota("ab", ["08:00", "20:00"]), from: "2026-01-05 08:00", every: 360, "aabbaabb"),
    Picture(
      "it begins at the first moment of its day", rota("ab", ["20:00", "08:00"]), from: "2026-01-05 07:00",
      every: 720, ".abab"),
    Picture(
      "3x8, on by one each week", rota("abc", ["06:00", "14:00", "22:00"], .week), from: "2026-01-05 06:00",
      every: 480, "abcabcabcabcabcabcabc" + "bcabcabcabcabcabcabca" + "cab"),
    Picture(
      "3x8, on by one each day", rota("abcd", ["06:00", "14:00", "22:00"], .day), from: "2026-01-05 06:00",
      every: 480, "abcbcdcdadab"),
    Picture("a place nobody holds", rota("a-", ["mon 09:00"]), from: "2026-01-05 09:00", every: 7 * 1440, "a?a?"),
    Picture(
      "week and week-end", rota("ab", ["mon 09:00", "fri 18:00"]), from: "2026-01-09 17:00", every: 60, "abbbbb"),
    Picture(
      "outside office hours", rota("a", ["mon 09:00"], hours: .outside(.office(paris))), from: "2026-01-06 08:00",
      every: 30, "a........aa.........aaa"),
    Picture(
      "during office hours", rota("a", ["mon 09:00"], hours: .during(.office(paris))), from: "2026-01-06 08:00",
      every: 30, ".aaaaaaaa..aaaaaaaaa.."),
    // Spring: 2026-03-29, 02:00 is 03:00. A hand-over at 02:30 is at 03:00.
    Picture(
      "a hand-over in the hour that is skipped", rota("ab", ["02:30"], from: "2026-03-28"), from: "2026-03-29 01:30",
      every: 15, "aabbbb"),
    // Autumn: 2026-10-25, 03:00 is 02:00 once more. A hand-over at 02:30 is at the first.
    Picture(
      "a hand-over in the hour that comes twice", rota("ab", ["02:30"], from: "2026-10-24"), from: "2026-10-25 02:00",
      every: 30, "abbbbb"),
    Picture(
      "Easter Monday: handed over on Tuesday", rota("ab", ["mon 09:00"], from: "2026-03-30", holidays: .french),
      from: "2026-04-06 08:00", every: 720, "aaabb"),
    Picture(
      "Christmas by days: the eve’s holder stays on", rota("abc", ["08:00"], from: "2026-12-24", holidays: .french),
      from: "2026-12-24 09:00", every: 1440, "aac"),
  ]

  @Test(arguments: pictures) func `time drawn as letters`(_ picture: Picture) {
    let drawn = Self.drawn(picture.rota, from: picture.from, every: picture.minutes, picture.who.count)
    #expect(drawn == picture.who)
  }

  // MARK: - Substitutions

  private static func swap(_ whom: String, _ by: String, _ from: String, _ to: String) -> DutySwap {
    DutySwap(rota: "n2", whom: whom, by: by, from: moment(from), to: moment(to), reason: "congé")
  }

  @Test func `a substitution counts in its time, the last recorded wins`() {
    let rota = Self.rota("ab", ["08:00"])
    let one = Self.swap("a", "c", "2026-01-05 12:00", "2026-01-05 20:00")
    let later = Self.swap("a", "d", "2026-01-05 14:00", "2026-01-05 16:00")
    func drawn(_ swaps: [DutySwap]) -> String {
      Self.drawn(rota, from: "2026-01-05 08:00", every: 120, 14, swaps)
    }
    #expect(drawn([]) == "aaaaaaaaaaaabb")
    #expect(drawn([one]) == "aaccccaaaaaabb")
    #expect(drawn([one, later]) == "aacdccaaaaaabb")
    #expect(drawn([later, one]) == "aaccccaaaaaabb")
    // Whoever stands in may be stood in for; whom the rota names may take it back.
    #expect(drawn([one, Self.swap("c", "e", "2026-01-05 18:00", "2026-01-06 08:00")]) == "aaccceaaaaaabb")
    #expect(drawn([one, Self.swap("a", "a", "2026-01-05 12:00", "2026-01-05 16:00")]) == "aaaaccaaaaaabb")
    // Of another's turn it changes nothing.
    #expect(drawn([Self.swap("b", "c", "2026-01-05 12:00", "2026-01-05 20:00")]) == "aaaaaaaaaaaabb")
  }

  @Test func `until when, and whose turn is next`() {
    let rota = Self.rota("abc", ["mon 09:00"])
    let now = moment("2026-01-07 12:00")
    let shift = rota.onCall(at: now)
    #expect(shift?.until == moment("2026-01-12 09:00"))
    #expect(shift.flatMap { rota.next(after: $0) } == "b")
    #expect(shift.flatMap { rota.shift(after: $0) }?.agent == "b")
    let swaps = [Self.swap("a", "b", "2026-01-07 18:00", "2026-01-08 09:00")]
    #expect(rota.onCall(at: now, swaps)?.until == moment("2026-01-07 18:00"))
    // Who stands in is on call already: the second is another.
    let evening = rota.onCall(at: moment("2026-01-07 19:00"), swaps)
    #expect(evening.flatMap { rota.next(after: $0) } == "c")
    #expect(evening?.planned == "a" && evening?.swap == swaps[0])
  }

  // MARK: - Laws

  static let whole: [Rota] = [
    rota("abc", ["mon 09:00"]), rota("ab", ["08:00", "20:00"]), rota("abcd", ["06:00", "14:00", "22:00"], .week),
    rota("ab", ["02:30"]), rota("abcde", ["mon 09:00", "fri 18:00"], holidays: .french),
    rota("abc", ["00:00"], zone: Zones.santiago), rota("ab", ["mon 02:15"], zone: Zones.lordHowe),
    rota("abcd", ["06:00", "18:00"], .day, holidays: .french),
  ]

  /// At every instant of a year exactly one agent is on call: shifts follow one another without a gap.
  @Test(arguments: whole) func `without a hole there is one on call at every instant of a year`(_ rota: Rota) {
    let (from, to) = (moment("2026-01-12 12:00"), moment("2027-01-12 12:00"))
    let shifts = rota.shifts(from: from, to: to)
    #expect(shifts.first?.from == from && shifts.last?.until == to)
    #expect(zip(shifts, shifts.dropFirst()).allSatisfy { $0.until == $1.from && $0.from < $0.until })
    #expect(shifts.allSatisfy { $0.agent != nil })
    var draw = Draw(seed: 26)
    for _ in 0..<120 {
      let at = Instant(seconds: draw.number(in: from.seconds...to.seconds - 1))
      let one = shifts.filter { $0.from <= at && at < $0.until }
      #expect(one.count == 1 && rota.onCall(at: at)?.agent == one.first?.agent)
    }
  }

  /// Hand-overs fall on the wall clock's own hour on every day of a year, but where the clocks skip it.
  @Test(arguments: whole) func `hand-overs are exact through the changes of the clocks`(_ rota: Rota) {
    let shifts = rota.shifts(from: moment("2026-01-12 12:00"), to: moment("2027-01-12 12:00")).dropFirst()
    let hours = Set(rota.plan.moments.map(\.second))
    let strays = shifts.filter { !hours.contains(rota.zone.local($0.from).secondOfDay) }
    for stray in strays {
      // The first instant after a gap: a second before, the clock showed an hour less.
      #expect(rota.zone.offset(at: stray.from) > rota.zone.offset(at: stray.from + -1))
    }
    #expect(strays.count <= 1)
  }

  /// A substitution changes only its interval.
  @Test(arguments: whole) func `a substitution changes only its interval`(_ rota: Rota) {
    var draw = Draw(seed: 7)
    let (from, to) = (moment("2026-02-01 00:00"), moment("2026-12-01 00:00"))
    for _ in 0..<40 {
      let start = Instant(seconds: draw.number(in: from.seconds...to.seconds))
      let end = start + draw.number(in: 60...30 * 86_400)
      let whom = rota.onCall(at: start)?.agent ?? ""
      let swap = DutySwap(rota: rota.name, whom: whom, by: "z", from: start, to: end, reason: "")
      for _ in 0..<20 {
        let at = Instant(seconds: draw.number(in: from.seconds...to.seconds))
        let (before, after) = (rota.onCall(at: at)?.agent, rota.onCall(at: at, [swap])?.agent)
        #expect(after == (swap.covers(at) && before == whom ? "z" : before))
      }
    }
  }

  @Test func `hours that are added are those on call`() {
    let outside = DutyHours.outside(.office(Self.paris))
    // Tuesday 08:20: ten minutes until the desk opens, the rest over lunch.
    #expect(outside.add(15 * 60, to: moment("2026-01-06 08:20")) == moment("2026-01-06 12:35"))
    #expect(DutyHours.always.add(900, to: moment("2026-03-29 01:50")) == moment("2026-03-29 03:05"))
    #expect(DutyHours.during(.office(Self.paris)).add(0, to: moment("2026-01-10 12:00")) == moment("2026-01-12 08:30"))
  }
}
