import Desk
import Testing

private func zones(_ name: String) -> Zone? { ["Europe/Paris", "Europe/London"].contains(name) ? .utc : nil }

private func read(_ file: ConfigFile, _ text: String) -> Configuration {
  Configuration([ConfigText(file, text)], zones: zones)
}

private let wrongs: [WrongEntry] = [
  // desk.json
  WrongEntry(.desk, "{ zone: 'Europe/Pari' }", 1, 9, .unknownName(.zone, "Europe/Pari", near: nil)),
  WrongEntry(.desk, "{ autoclos: 3 }", 1, 3, .unknownKey("autoclos", near: "autoclose")),
  WrongEntry(.desk, "{ autoclose: 0 }", 1, 14, .badValue("0", expected: "1–365")),
  WrongEntry(.desk, "{ autoclose: 1.5 }", 1, 14, .wrongShape(.number, under: "autoclose")),
  WrongEntry(.desk, "{ reopen: 3,\n  reopen: 4 }", 2, 3, .doubledKey("reopen")),
  WrongEntry(.desk, "[]", 1, 1, .wrongShape(.object, under: nil)),
  WrongEntry(.desk, "{ zone: 3 }", 1, 9, .wrongShape(.string, under: "zone")),
  WrongEntry(.desk, "{ categories: [''] }", 1, 16, .blank),
  WrongEntry(.desk, "{ categories: 3 }", 1, 15, .wrongShape(.object, under: "categories")),
  WrongEntry(.desk, "{ calendar: 'bureu' }", 1, 13, .unknownName(.calendar, "bureu", near: "bureau")),
  WrongEntry(.desk, "{ holidays: 'frensh' }", 1, 13, .unknownName(.holidays, "frensh", near: "french")),
  // calendars.json; « bureau » is used by the desk
  WrongEntry(.calendars, "{ calendars: { bureau: { week: {} } } }", 1, 16, .neverOpens("bureau")),
  WrongEntry(.calendars, "{ calendars: { bureau: { week: { mon: [] } } } }", 1, 16, .neverOpens("bureau")),
  WrongEntry(.calendars, "{ calendars: { bureau: {} } }", 1, 16, .neverOpens("bureau")),
  WrongEntry(
    .calendars, "{ calendars: { bureau: { week: { mon: ['08:00-12:00', '11:59-13:00'] } } } }", 1, 55,
    .overlappingHours("11:59-13:00", "08:00-12:00")),
  WrongEntry(
    .calendars, "{ calendars: { bureau: { week: { mon: '22:00-06:00', tue: '05:00-09:00' } } } }", 1, 59,
    .overlappingHours("05:00-09:00", "22:00-06:00")),
  WrongEntry(
    .calendars, "{ calendars: { bureau: { week: { mon: '05:00-09:00', sun: '22:00-06:00' } } } }", 1, 59,
    .overlappingHours("22:00-06:00", "05:00-09:00")),
  WrongEntry(
    .calendars, "{ calendars: { bureau: { week: { 'mon-fri': '8h-12h', sat: '08:00-12:00' } } } }", 1, 45,
    .badValue("8h-12h", expected: "08:30-12:30, 22:00-06:00, 18:00-24:00")),
  WrongEntry(
    .calendars, "{ calendars: { bureau: { week: { mon: '08:00-12:00', 'mon-fry': '08:00-12:00' } } } }", 1, 54,
    .unknownName(.weekday, "mon-fry", near: "mon-fri")),
  WrongEntry(
    .calendars, "{ calendars: { bureau: { zone: 'Mars', week: { mon: '08:00-12:00' } } } }", 1, 32,
    .unknownName(.zone, "Mars", near: nil)),
  WrongEntry(
    .calendars, "{ calendars: { bureau: { week: { mon: '08:00-12:00' }, open: { '2026-02-30': [] } } } }", 1, 64,
    .badValue("2026-02-30", expected: "2026-12-24")),
  WrongEntry(
    .calendars, "{ calendars: { bureau: { week: { mon: '08:00-12:00' }, day: '25h' } } }", 1, 61,
    .badValue("25h", expected: "7h, 8h30")),
  WrongEntry(
    .calendars, "{ holidays: { pont: ['easter+101'] } }", 1, 22,
    .badValue("easter+101", expected: "french, 05-01, easter+39, 2026-05-15")),
  WrongEntry(
    .calendars, "{ calendars: { seul: { week: { mon: '08:00-12:00' } } } }", 1, 16, .unused(.calendar, "seul")),
  // Two texts that meet on five days are one mistake.
  WrongEntry(
    .calendars, "{ calendars: { bureau: { week: { 'mon-fri': ['08:00-12:00', '11:00-18:00'] } } } }", 1, 61,
    .overlappingHours("11:00-18:00", "08:00-12:00")),
  WrongEntry(
    .calendars, "{ calendars: { bureau: { week: { 'mon-sun': ['22:00-06:00', '05:00-07:00'] } } } }", 1, 61,
    .overlappingHours("05:00-07:00", "22:00-06:00")),
  // policies.json
  WrongEntry(
    .policies, "{ policies: [ { goals: { resolve: '8h' }, thresholds: [75, 50, 100] } ] }", 1, 60,
    .thresholdOrder(50, after: 75)),
  WrongEntry(
    .policies, "{ policies: [ { goals: { resolve: '8h' }, thresholds: [75, 75] } ] }", 1, 60,
    .thresholdOrder(75, after: 75)),
  WrongEntry(
    .policies, "{ policies: [ { goals: { first_reply: '2j', resolve: '8h' } } ] }", 1, 39,
    .outlasts(.firstReply, "2j", resolve: "8h")),
  WrongEntry(
    .policies, "{ policies: [ { goals: { resolve: '1h', acknowledge: '90m' } } ] }", 1, 54,
    .outlasts(.acknowledge, "90m", resolve: "1h")),
  WrongEntry(.policies, "{ policies: [ { name: 'vide', goals: {} } ] }", 1, 38, .promisesNothing("vide", toAll: true)),
  WrongEntry(
    .policies, "{ policies: [ { name: 'p5', if: { priority: 'P5' }, goals: { resolve: '-', ola: { N2: null } } } ] }",
    1, 60,
    .promisesNothing("p5", toAll: false)),
  WrongEntry(.policies, "{ policies: {} }", 1, 13, .wrongShape(.array, under: "policies")),
  WrongEntry(.policies, "{ policies: [ 3 ] }", 1, 15, .wrongShape(.object, under: nil)),
  WrongEntry(.policies, "{ policies: [ { name: 'a' } ] }", 1, 15, .missingKey("goals")),
  WrongEntry(
    .policies, "{ policies: [ { goals: { resolve: 'bientôt' } } ] }", 1, 35,
    .badValue("bientôt", expected: "30m, 4h, 1h30, 2j")),
  WrongEntry(
    .policies, "{ policies: [ { goals: { resolv: '4h' } } ] }", 1, 26, .unknownKey("resolv", near: "resolve")),
  WrongEntry(
    .policies, "{ policies: [ { if: { priority: ['P1', 'P9'] }, goals: { resolve: '8h' } } ] }", 1, 40,
    .unknownName(.priority, "P9", near: nil, known: Priority.allCases.map(\.name))),
  WrongEntry(
    .policies, "{ policies: [ { if: { kind: 'incidnt' }, goals: { resolve: '8h' } } ] }", 1, 29,
    .unknownName(.kind, "incidnt", near: "incident")),
  WrongEntry(
    .policies, "{ policies: [ { calendar: 'bureu', goals: { resolve: '8h' } } ] }", 1, 27,
    .unknownName(.calendar, "bureu", near: "bureau")),
  WrongEntry(
    .policies, "{ policies: [ { goals: { ola: { N8: '1h' } } } ] }", 1, 33,
    .unknownName(.level, "N8", near: nil, known: Level.allCases.map(\.rawValue))),
  WrongEntry(
    .policies, "{ policies: [ { thresholds: [50, 0], goals: { resolve: '8h' } } ] }", 1, 34,
    .badValue("0", expected: "1–1000")),
  WrongEntry(
    .policies,
    "{ policies: [\n{ name: 'a', if: { vip: true }, goals: { resolve: '8h' } },\n{ name: 'a', goals: { resolve: '8h' } } ] }",
    3, 1,
    .doubledName(.policy, "a")),
  WrongEntry(
    .policies,
    "{ policies: [\n{ name: 'tous', goals: { resolve: '8h' } },\n{ name: 'vip', if: { vip: true }, goals: { resolve: '8h' } } ] }",
    3, 1,
    .neverReached("vip", by: "tous", line: 2)),
  WrongEntry(
    .policies,
    "{ policies: [\n{ name: 'haut', if: { priority: ['P0', 'P1', 'P2'] }, goals: { resolve: '8h' } },\n"
      + "{ name: 'bas', if: { priority: ['P3', 'P4', 'P5'] }, goals: { resolve: '8h' } },\n{ name: 'reste', goals: { resolve: '8h' } } ] }",
    4, 1, .neverReached("reste", by: "haut", line: 2)),
  WrongEntry(
    .policies,
    "{ policies: [\n{ name: 'réseau', if: { category: 'Réseau' }, goals: { resolve: '8h' } },\n"
      + "{ name: 'vpn', if: { category: 'Réseau/VPN' }, goals: { resolve: '8h' } } ] }",
    3, 1, .neverReached("vpn", by: "réseau", line: 2)),
  // matrix.json
  WrongEntry(.matrix, "{ I1: 'P1 P1 P2' }", 1, 7, .badValue("P1 P1 P2", expected: "P1 P1 P2 P3")),
  WrongEntry(.matrix, "{ I1: 'P0 P1 P2 P3' }", 1, 7, .badValue("P0 P1 P2 P3", expected: "P1 P1 P2 P3")),
  WrongEntry(
    .matrix, "{\n  I1: 'P1 P1 P2 P3',\n  I4: ['P5', 'P3', 'P4', 'P5'] }", 3, 14, .notMonotone(impact: 4, gravity: 2)),
  WrongEntry(.matrix, "{ I2: 'P1 P1 P1 P1' }", 1, 7, .notMonotone(impact: 2, gravity: 3)),
  WrongEntry(
    .matrix, "{ I5: 'P1 P1 P1 P1' }", 1, 3,
    .unknownKey(
      "I5", near: nil, known: ["I1", "I2", "I3", "I4", "company", "department", "group", "person"])),
  WrongEntry(.matrix, "{ '1': {'1': 1} }", 1, 1, .badValue("GLPI", expected: "5×5, 1–5")),
  // any file
  WrongEntry(.rules, "{ a: 1", 1, 7, .syntax(.end)),
]

@Suite struct ConfigurationTests {
  @Test(arguments: wrongs.indices) func aWrongEntryIsNamedAndCostsItself(_ at: Int) {
    let wrong = wrongs[at]
    let place = ConfigPlace(line: wrong.place.line, column: wrong.place.column)
    #expect(read(wrong.file, wrong.text).faults == [ConfigFault(file: wrong.file.name, at: place, wrong.problem)])
  }

  @Test func aDeskWithoutFilesHasRules() {
    let rules = Configuration(zones: zones).rules()
    #expect(Configuration(zones: zones).faults.isEmpty)
    #expect(rules.matrix == .standard)
    #expect(rules.calendar == .office(.utc))
    #expect(rules.policies == ServicePolicies(office: .office(.utc)))
    #expect((rules.autoCloseDays, rules.autoCloseDaysUrgent, rules.reopenDays) == (5, 2, 5))
  }

  /// Whatever is wrong, there is a policy for every ticket and a calendar that opens.
  @Test(arguments: wrongs.indices) func theDeskNeverRunsWithoutAClock(_ at: Int) {
    let rules = read(wrongs[at].file, wrongs[at].text).rules()
    for priority in Priority.allCases {
      let policy = rules.policies.policy(for: ServiceSubject(priority: priority))
      #expect(policy.calendar.add(3600, to: Instant(seconds: 0)) != nil)
    }
    #expect(rules.calendar.add(3600, to: Instant(seconds: 0)) != nil)
  }

  @Test func theRestOfAWrongFileIsRead() {
    let configuration = read(
      .desk, "{ zone: 'Nulle/Part', autoclose: 9, reopen: 'x', categories: { A: ['B', 3, 'C'], D: {} } }")
    #expect(configuration.faults.count == 3)
    #expect(configuration.desk.autoClose == 9)
    #expect(configuration.desk.reopen == 5)
    #expect(configuration.desk.categories == ["A/B", "A/C", "D"])
  }

  @Test func categoriesAreATree() {
    let tree =
      "{ categories: { Poste: ['Écran', { Imprimante: ['Laser', 'Encre'] }], Réseau: { VPN: [], Wi_Fi: null } } }"
    #expect(
      read(.desk, tree).desk.categories
        == ["Poste/Écran", "Poste/Imprimante/Laser", "Poste/Imprimante/Encre", "Réseau/VPN", "Réseau/Wi_Fi"])
    #expect(read(.desk, "{ categories: ['A', 'B/C'] }").desk.categories == ["A", "B/C"])
  }

  @Test func aCalendarIsReadInFull() throws {
    let configuration = read(
      .calendars,
      """
      { holidays: { ponts: ['2026-05-15', '12-24', 'easter-2'] },
        calendars: { bureau: {
          week: { 'lun-jeu': ['08:00-12:00', '13:00-17:00'], fri: '08:00-12:00', sat: '22:00-06:00' },
          holidays: ['french', 'ponts'], open: { '2026-05-14': ['09:00-24:00'], '2026-06-01': [] }, day: '7h' } } }
      """)
    #expect(configuration.faults.isEmpty)
    let calendar = configuration.calendar
    let hours = { (text: String) in OpenInterval(text) }
    let expected = WorkingCalendar(
      name: "bureau", zone: .utc,
      week: [
        1: ["08:00-12:00", "13:00-17:00"], 2: ["08:00-12:00", "13:00-17:00"], 3: ["08:00-12:00", "13:00-17:00"],
        4: ["08:00-12:00", "13:00-17:00"], 5: ["08:00-12:00"], 6: ["22:00-30:00"],
      ].mapValues { $0.compactMap(hours) },
      holidays: Holidays.french.union(
        Holidays(fixed: [(12, 24)], fromEaster: [-2], dates: [Day(2026, 5, 15)])),
      exceptions: [Day(2026, 5, 14): ["09:00-24:00"].compactMap(hours), Day(2026, 6, 1): []], nominalDay: 7 * 3600)
    #expect(calendar == expected)
    #expect(
      configuration.rules().workingDays(1, after: Instant(rfc3339: "2026-03-09T08:00:00Z")!) == Instant(
        rfc3339: "2026-03-09T16:00:00Z")!)
  }

  @Test func durationsInDaysAreTheCalendars() {
    let configuration = read(
      .policies,
      """
      { policies: [
        { name: 'or', if: { contract: 'or', priority: ['p1', 'P0'] }, calendar: '24/7', goals: { resolve: '2j' } },
        { name: 'tous', goals: { acknowledge: '30m', resolve: '2j', update: '-', ola: { N2: '1d' } },
          thresholds: [80], count_resolved: true, pause_for_third: true },
      ] }
      """)
    #expect(configuration.faults.isEmpty)
    let policies = configuration.rules().policies
    let gold = policies.policy(for: ServiceSubject(contract: "or", priority: .p1))
    let others = policies.policy(for: ServiceSubject(priority: .p1))
    #expect(gold.name == "or")
    #expect(gold.goals == [.resolve: 172_800])
    #expect(others.name == "tous")
    #expect(others.goals == [.acknowledge: 1800, .resolve: 17 * 3600])
    #expect(others.levelGoals == [.n2: 30_600])
    #expect(others.warnings == [80])
    #expect(others.options == ServiceOptions(countsResolved: true, pausesForThird: true))
  }

  /// A condition of which nothing is left promises nothing to anybody, rather than to everybody.
  @Test func aPolicyForUnknownsIsLeftOut() {
    let configuration = read(
      .policies, "{ policies: [ { name: 'x', if: { kind: 'incidnt' }, goals: { resolve: '1m' } } ] }")
    #expect(configuration.rules().policies.ownCount == 0)
  }

  @Test func theRegistersAreItsNeighbours() {
    let configuration = Configuration(
      [
        ConfigText(.calendars, "{ calendars: { soir: { week: { mon: '18:00-20:00' } } } }"),
        ConfigText(
          .policies,
          "{ policies: [\n{ name: 'a', if: { contract: ['or', 'ro'], customer: 'acme' }, goals: { resolve: '8h' } } ] }"
        ),
      ], zones: zones)
    #expect(configuration.faults.map(\.problem) == [.unused(.calendar, "soir")])
    var directory = Directory()
    directory.apply(.contract(Contract(id: "or", name: "Or", calendar: "soir", policy: "a")))
    directory.apply(.contract(Contract(id: "vieux", name: "Vieux", calendar: "nuit", policy: "b")))
    let faults = configuration.faults(beside: directory)
    let expected: [ConfigFault.Problem] = [
      .missingFor(.calendar, "nuit", contract: "vieux"), .missingFor(.policy, "b", contract: "vieux"),
      .unregistered(.contract, "ro"), .unregistered(.customer, "acme"),
    ]
    #expect(faults.map(\.problem) == expected)
    #expect(faults.allSatisfy { $0.isWarning })
  }

  @Test func theMatrixIsReadInEachForm() throws {
    let rows = read(.matrix, "{ I4: 'P2 P3 P4 P5' }").matrix
    let cells = read(.matrix, "{ person: ['P2', 'p3', 4, 5] }").matrix
    let named = read(.matrix, "{ I4: { G1: 'P2', G2: 'P3', G3: 'P4', G4: 'P5' } }").matrix
    let expected = try PriorityMatrix(rows: [[1, 1, 2, 3], [1, 2, 3, 3], [2, 3, 3, 4], [2, 3, 4, 5]])
    for matrix in [rows, cells, named] { #expect(matrix == expected) }
  }

  @Test(arguments: [
    "[[1,1,2,2,2],[1,2,2,3,3],[2,2,3,4,4],[2,3,4,4,5],[2,3,4,5,5]]",
    #"{"1":{"1":1,"2":1,"3":2,"4":2,"5":2},"2":{"1":1,"2":2,"3":2,"4":3,"5":3},"3":{"1":"2","2":2,"3":3,"4":4,"5":4},"#
      + #""4":{"1":2,"2":3,"3":4,"4":4,"5":5},"5":{"1":2,"2":3,"3":4,"4":5,"5":5}}"#,
  ]) func glpisMatrixIsReadAsItIs(_ text: String) throws {
    let configuration = read(.matrix, text)
    #expect(configuration.faults.isEmpty)
    let rows = [[1, 1, 2, 2, 2], [1, 2, 2, 3, 3], [2, 2, 3, 4, 4], [2, 3, 4, 4, 5], [2, 3, 4, 5, 5]]
    let expected = try PriorityMatrix(glpi: rows)
    #expect(configuration.matrix == expected)
  }

  @Test func aFileThatNothingReadsIsSaidToBe() {
    let faults = Configuration([ConfigText("calendar.json", [])], zones: zones).faults
    #expect(faults == [ConfigFault(file: "calendar.json", at: ConfigPlace(), .unknownFile(near: "calendars.json"))])
    #expect(faults.allSatisfy { $0.isWarning })
  }

  @Test func aFileTooLongIsNotRead() {
    let text = ConfigText(ConfigFile.desk.name, [UInt8](repeating: 32, count: ConfigFile.limit + 1))
    #expect(
      Configuration([text], zones: zones).faults
        == [ConfigFault(file: "desk.json", at: ConfigPlace(), .tooLong(limit: ConfigFile.limit))])
  }

  /// Any prefix of good files makes a desk.
  @Test func halfAFileMakesADesk() {
    let text = Array(
      "{ holidays: { p: ['05-01'] }, calendars: { bureau: { week: { 'mon-fri': ['08:00-12:00'] } } } }".utf8)
    for count in text.indices {
      for file in ConfigFile.allCases.prefix(4) {
        let rules = Configuration([ConfigText(file.name, Array(text.prefix(count)))], zones: zones).rules()
        #expect(rules.calendar.nominalDay == 30_600)
      }
    }
  }
}
