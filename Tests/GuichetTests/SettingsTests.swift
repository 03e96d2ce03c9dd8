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
    #expect(Settings.language(Environment(environment)) == language)
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
