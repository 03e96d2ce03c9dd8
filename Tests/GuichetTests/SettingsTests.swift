import Console
import Desk
import Journal
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

  private static func draft(_ text: String, origin: String? = nil, place: Int = 1) -> Draft {
    Draft(
      kind: .note, ticket: TicketID(site: "LYO", number: 4), fields: ["body": text],
      savedAt: Instant(ms: 1_764_000_000_000), place: place, origin: origin.map { ["body": $0] })
  }

  private static func texts(_ shelf: DraftShelf) throws -> [String] {
    try shelf.all().map { "\($0.place) \($0.fields["body"] ?? "")" }.sorted()
  }

  /// Two consoles of one agent: neither replaces nor drops what it has not read.
  @Test func twoConsolesKeepTwoDrafts() throws {
    let bench = Bench()
    bench.furnish()
    let cabinet = try Cabinet(opening: bench.cabinet)
    let (one, two) = (DraftShelf(of: "amel", in: cabinet), DraftShelf(of: "amel", in: cabinet))
    #expect(try one.keep(SettingsTests.draft("a")) == 1)
    #expect(try one.keep(SettingsTests.draft("ab")) == 1)
    #expect(try two.keep(SettingsTests.draft("x")) == 2)
    #expect(try two.keep(SettingsTests.draft("xy", place: 2)) == 2)
    #expect(try SettingsTests.texts(one) == ["1 ab", "2 xy"])
    try two.drop(SettingsTests.draft("xy"))
    #expect(try SettingsTests.texts(one) == ["1 ab", "2 xy"])
    try two.drop(SettingsTests.draft("xy", place: 2))
    // Read by the other, gone on from there; the first has not read that.
    #expect(try two.keep(SettingsTests.draft("abc", origin: "ab")) == 1)
    #expect(try one.keep(SettingsTests.draft("abd")) == 2)
    try one.drop(SettingsTests.draft("ab"))
    #expect(try SettingsTests.texts(two) == ["1 abc", "2 abd"])
  }

  /// A draft of a console that had no mark, or was killed, is taken up and replaced by who read it.
  @Test func aDraftWithoutAMarkIsReadAndTakenUp() throws {
    let bench = Bench()
    bench.furnish()
    let cabinet = try Cabinet(opening: bench.cabinet)
    let old = SettingsTests.draft("ancien")
    try cabinet.saveDraft("amel", old.key, JSONWriter.bytes(old.json))
    try cabinet.saveDraft("amel", "note.LYO-4.x", JSONWriter.bytes(old.json))
    try cabinet.saveDraft("amel", "reply.LYO-4", Array("{".utf8))
    try cabinet.saveDraft("amel", "ask.LYO-4", [])
    let shelf = DraftShelf(of: "amel", in: cabinet)
    #expect(try shelf.all() == [old])
    #expect(try shelf.keep(SettingsTests.draft("ancien et neuf", origin: "ancien")) == 1)
    #expect(try SettingsTests.texts(shelf) == ["1 ancien et neuf"])
    var reply = SettingsTests.draft("réponse")
    reply.kind = .reply
    #expect(try shelf.keep(reply) == 2)
    reply.kind = .ask
    #expect(try shelf.keep(reply) == 1)
  }
}
