import Console
import Desk
import Kit
import Testing
import guichet

@Suite struct SettingsTests {
  @Test func linesAndFaultsOfASettingsFile() {
    let file = ConfFile("# head\n\nkey = value # not this\n color = #ff0000\nalone\n = nothing\nempty =\n", path: "f")
    #expect(file.lines.map(\.key) == ["key", "color"])
    #expect(file.lines.map(\.value) == ["value", "#ff0000"])
    #expect(file.faults.map(\.line) == [5, 6, 7])
  }

  private static let languages: [([String: String], Language)] = [
    ([:], .french), (["LANG": "fr_FR.UTF-8"], .french), (["LANG": "en_GB.UTF-8"], .english),
    (["LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_US.UTF-8"], .english), (["LC_ALL": "fr_BE", "LANG": "C"], .french),
    (["LC_ALL": "", "LANG": "fr"], .french), (["LANG": "C"], .english),
  ]

  @Test(arguments: languages.indices)
  func theLanguageFollowsTheLocale(row: Int) {
    let (environment, language) = SettingsTests.languages[row]
    #expect(Settings.language(environment) == language)
  }

  private func rules(_ text: String) -> (rules: Rules, faults: [ConfFile.Fault]) {
    let bench = Bench()
    bench.write(text, to: "desk.conf")
    let conf = DeskConf(bench.folder)
    return (conf.rules(Directory()), conf.file.faults)
  }

  @Test func theDesksOwnRules() {
    let (rules, faults) = rules(
      "category = A\ncategory = B\nautoclose = 9\nautoclose.p1 = 1\nreopen = 3\nzone = Europe/Paris\nmatrix.4 = P4 P4 P5 P5\n"
    )
    #expect(faults.isEmpty)
    #expect(rules.categories == ["A", "B"])
    #expect((rules.autoCloseDays, rules.autoCloseDaysUrgent, rules.reopenDays) == (9, 1, 3))
    #expect(rules.matrix[.person, .crisis] == .p4)
    #expect(rules.matrix[.company, .crisis] == .p1)
  }

  @Test func aMatrixThatFallsIsRefused() {
    let (rules, faults) = rules("matrix.1 = P5 P1 P1 P1\n")
    #expect(faults.count == 1)
    #expect(rules.matrix == .standard)
  }

  @Test func glpisMatrixIsReadAsItIs() throws {
    #expect(DeskConf.rows(glpi: Array(#"{"1":{"1":1,"2":"2","3":2,"4":2,"5":2}}"#.utf8)) == nil)
    let line = #"{"1":1,"2":1,"3":2,"4":2,"5":2}"#
    let whole = "{" + (1...5).map { "\"\($0)\":" + line }.joined(separator: ",") + "}"
    #expect(DeskConf.rows(glpi: Array(whole.utf8)) == [[Int]](repeating: [1, 1, 2, 2, 2], count: 5))
  }

  private static let base64: [(String, String)] = [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("é", "w6k="),
  ]

  /// RFC 4648, section 10.
  @Test(arguments: base64.indices)
  func whatIsCopiedIsBase64(row: Int) {
    #expect(Clipboard.base64(Array(SettingsTests.base64[row].0.utf8)) == SettingsTests.base64[row].1)
  }

  @Test func draftsComeBackAsTheyWere() throws {
    let draft = Draft(
      kind: .reply, ticket: TicketID(site: "LYO", number: 4), fields: ["body": "a\n\"b\" ‮", "to": ""],
      savedAt: Instant(ms: 1_764_000_000_123))
    #expect(Draft(json: draft.json) == draft)
    #expect(Draft(json: .object([])) == nil)
  }
}
