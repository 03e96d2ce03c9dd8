import Desk
import Kit
import Testing

/// All that is wrong in a file is told at once: a fault does not hide those that stand behind it.
@Suite struct AllFaultsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: ConfigFile
    let text: String
    let problems: [ConfigFault.Problem]

    init(_ name: String, _ file: ConfigFile, _ text: String, _ problems: [ConfigFault.Problem]) {
      (testDescription, self.file, self.text, self.problems) = (name, file, text, problems)
    }
  }

  static let cases = [
    Case(
      "a policy's condition, and its goals",
      .policies,
      "{ policies: [{ name: 'a', if: { kind: 'x y z' }, goals: { resolve: 'x', ola: { N1: 'y' } }, thresholds: [0] }] }",
      [
        .badValue("x", expected: "30m, 4h, 1h30, 2j"), .badValue("y", expected: "30m, 4h, 1h30, 2j"),
        .badValue("0", expected: "1–1000"),
      ]),
    Case(
      "the name and the digit of a view whose filter does not read", .queues,
      "{ queues: [{ name: 'a', filter: 'x', digit: 3 }, { name: 'A', filter: 'zzz:1', digit: 3 }] }",
      [.doubledName(.queue, "A"), .takenDigit(3, by: "a")]),
    Case(
      "a filter that asks nothing", .queues, "{ queues: [{ name: 'a', filter: 'vpn cat:' }] }",
      [.meets(.blank(.category))]),
    Case(
      "a list that is none", .checklists, "{ checklists: { Arrivée: 'x' } }", [.wrongShape(.array, under: "Arrivée")]),
    Case("a list of nothing", .checklists, "{ checklists: { Arrivée: [] } }", [.badValue("0", expected: "1–100")]),
  ]

  @Test(arguments: cases) func told(_ one: Case) {
    let faults = Configuration([ConfigText(one.file, one.text)]) { _ in .utc }.faults(beside: Directory())
    let told = faults.map(\.problem)
    for problem in one.problems {
      #expect(told.count { $0 == problem } == 1, "\(problem) in \(told)")
    }
    if one.file == .checklists { #expect(told.count == 1, "\(told)") }
  }

  @Test func aRecurringTicketWithoutPeriodTellsItsHour() {
    let text = "{ recurring: { t: { every: 'moon', at: '25:00', from: 'x', open: { subject: 'S', requester: 'R' } } } }"
    let configuration = Configuration([ConfigText(.recurring, text)]) { _ in .utc }
    let told = Automation(configuration) { _ in .utc }.faults.map(\.problem)
    #expect(
      told.contains(.badValue("25:00", expected: "08:00")) && told.contains(.badValue("x", expected: "2026-12-01")))
    #expect(told.count == 3, "\(told)")
  }

  /// Each word that does not read is told, at its own place.
  @Test(arguments: [
    ("vpn site:Lyon", []), ("zzz:1 vpn yyy:2", [0, 10]), ("sla:demain -age:>3x p1", [0, 12]), ("zzz:1 (vpn", [0, 6]),
    ("état:x ou (zzz:1 état:y)", [0, 11, 17]), ("-zzz:1 -", [1]), ("", []),
  ])
  func everyWrongWord(_ text: String, _ places: [Int]) {
    #expect(Query.flaws(in: text).map(\.range.lowerBound) == places)
  }

  // MARK: - Tables

  @Test func allThatIsWrongInALine() {
    let text =
      "id;client;début;fin;calendrier;minutes_par_jour\nor;amce;2026-02-01;2026-01-01;burau;8h\nb;;2026;;;\nc;;;;;"
    let plan = RegisterImport(CSV(text), as: Contract.self, in: Directory())
    let problems: [RegisterImport.Problem] = [
      .cell(.dayMinutes, .notANumber("8h")), .cell(.to, .before(Day(2026, 1, 1), Day(2026, 2, 1))),
      .cell(.from, .notADate("2026")),
    ]
    #expect(plan.flaws.map(\.problem) == problems && plan.refused == 2 && plan.created == ["c"], "\(plan)")
    #expect(plan.strangers.map(\.stranger.name) == ["amce"])
    #expect(plan.doubtful.count == 2 && plan.facts.count == 1)
  }

  /// A word of a column's name is enough to be told which one was meant.
  @Test(arguments: [("garantie", ColumnName.warrantyEnd), ("série", .serial), ("de", nil), ("couleur", nil)])
  func theNearestColumn(_ header: String, _ near: ColumnName?) {
    let plan = RegisterImport(CSV("id;\(header)\nA;x"), as: Asset.self, in: Directory())
    #expect(plan.unknown.map(\.near) == [near])
  }

  @Test(arguments: [
    ("fr", true), ("EN", true), ("pt-BR", true), ("xx", false), ("français", false), ("fr-", false), ("-", false),
  ])
  func aLanguageIsOne(_ text: String, _ isOne: Bool) {
    let plan = RegisterImport(CSV("email;langue\na@b.fr;\(text)"), as: Person.self, in: Directory())
    let flaw = RegisterImport.Problem.cell(.language, .notAWord(text, allowed: LanguageTag.examples, near: nil))
    #expect(plan.flaws.map(\.problem) == (isOne ? [] : [flaw]))
  }

  @Test func theContactOfACustomerIsAnAddress() {
    let plan = RegisterImport(CSV("id;rei\nacme;qui?\nb;ines@acme.example\nc;"), as: Customer.self, in: Directory())
    #expect(plan.flaws.map(\.problem) == [.cell(.contact, .notAnAddress("qui?"))] && plan.created == ["b", "c"])
  }
}
