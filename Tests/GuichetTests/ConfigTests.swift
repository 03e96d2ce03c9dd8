import Console
import Desk
import Journal
import Kit
import Testing
import guichet

/// The configuration as text, through the program.
@Suite struct ConfigTests {
  /// What the example of the rotas holds as comments reads, once it is none.
  @Test(arguments: [Language.french, .english]) func theRotasOfTheExampleRead(_ language: Language) throws {
    let text = try #require(Words(language).example(of: .rotas))
    let bare = text.split(separator: "\n").map { line in
      let words = line.drop { $0 == " " }
      return words.hasPrefix("// {") || words.hasPrefix("//   ") ? words.dropFirst(2) : line
    }
    let configuration = Configuration([ConfigText(.rotas, bare.joined(separator: "\n"))]) { _ in .utc }
    #expect(configuration.faults.isEmpty, "\(configuration.faults)")
    #expect(configuration.duty.plan.rotas.map(\.name) == ["n2", "n3", "3x8"])
  }

  /// The examples say what is built in: laying them down changes nothing.
  @Test(arguments: [Language.french, .english]) func theExamplesAreTheDefaults(_ language: Language) throws {
    let texts = ConfigFile.allCases.compactMap { file in
      Words(language).example(of: file).map { ConfigText(file, $0) }
    }
    #expect(texts.count >= 9)
    let examples = Configuration(texts) { $0 == DeskConfig.defaultZone ? .utc : nil }
    let rules = examples.rules()
    let usual = Configuration { $0 == DeskConfig.defaultZone ? .utc : nil }.rules()
    #expect(examples.faults(beside: Directory()).isEmpty)
    #expect(rules.matrix == usual.matrix)
    #expect(rules.categories == usual.categories)
    #expect(rules.calendar.week == usual.calendar.week)
    #expect(rules.calendar.holidays == usual.calendar.holidays)
    #expect(rules.calendar.nominalDay == usual.calendar.nominalDay)
    #expect((rules.autoCloseDays, rules.autoCloseDaysUrgent, rules.reopenDays) == (5, 2, 5))
    for priority in Priority.allCases {
      let (ours, theirs) = (promise(rules, priority), promise(usual, priority))
      #expect(ours.goals == theirs.goals)
      #expect(ours.levelGoals == theirs.levelGoals)
      #expect(ours.warnings == theirs.warnings)
      #expect(ours.calendar.week == theirs.calendar.week)
    }
    #expect(rules.policies.ownCount == 5)
  }

  private func promise(_ rules: Rules, _ priority: Priority) -> ServicePolicy {
    rules.policies.policy(for: ServiceSubject(priority: priority))
  }

  private func bench() -> Bench {
    let bench = Bench(in: Bench.memory)
    bench.guichet("init", "--site", "LYO", "--as", "lea", "--level", "n1")
    _ = bench.shell("mkdir cabinet/config")
    return bench
  }

  /// A text too long for a line of the ledger, and one that is no UTF-8, come back byte for byte.
  @Test func aVersionKeepsLongAndBrokenTexts() throws {
    let bench = bench()
    let cabinet = try Cabinet(opening: bench.cabinet)
    let texts = [
      ConfigText("desk.json", Array(("// " + String(repeating: "é", count: 60_000) + "\n{}").utf8)),
      ConfigText("macros.json", [0x7B, 0xFF, 0x7D]), ConfigText("matrix.json", Array("{}".utf8)),
    ]
    let actor = Actor(name: "lea", profile: .admin, via: .cli)
    let version = try cabinet.apply(texts, as: actor, at: Instant(ms: 1_764_000_000_000))
    #expect(version.files.map { $0.blob == nil } == [false, false, true])
    let kept = try cabinet.directory().versions[version.name]
    #expect(kept == version)
    let read = try cabinet.configShelf.texts(of: version)
    #expect(read == texts)
    #expect(version.name == Cabinet.versionName(of: texts.reversed()))
  }

  /// Where a version cannot be read any more the built-in rules stand in, and it is told.
  @Test func aVersionThatIsGoneIsToldByTheDoctor() throws {
    let bench = bench()
    bench.write("// " + String(repeating: "x", count: 20_000) + "\n{ autoclose: 9 }", to: "cabinet/config/desk.json")
    #expect(bench.guichet("config", "apply").status == 0)
    _ = bench.shell("rm -r cabinet/blobs/*")
    #expect(bench.guichet("doctor", "--lang", "en").output.contains("cannot be read: the built-in settings stand in"))
    #expect(bench.guichet("new", "Essai", "--from", "Paul").status == 0)
  }

  /// A row made under one version is not shown under the next one's promises, and comes back with it.
  @Test func deadlinesFollowTheVersionInForce() throws {
    let bench = bench()
    bench.guichet("new", "Essai", "--from", "Paul")
    let before = bench.guichet("list", "--json").output
    bench.write(
      "{ policies: [{ name: 'a', calendar: '24/7', goals: { resolve: '1h' } }] }", to: "cabinet/config/policies.json")
    #expect(bench.guichet("list", "--json").output == before)
    #expect(bench.guichet("config", "apply").status == 0)
    let after = bench.guichet("list", "--json").output
    #expect(after != before)
    _ = bench.shell("rm cabinet/config/policies.json")
    #expect(bench.guichet("config", "apply").status == 0)
    #expect(bench.guichet("list", "--json").output == before)
  }

  /// Only an administrator, or whoever owns the cabinet, puts rules in force.
  @Test func anAgentMayNotApply() {
    let bench = bench()
    bench.write("{ autoclose: 9 }", to: "cabinet/config/desk.json")
    let refused = bench.guichet("config", "apply", "--as", "lea", "--restricted")
    #expect(refused.status == 77)
    #expect(bench.guichet("config", "log").output.contains("built-in settings"))
  }

  @Test func programsReadTheFaults() {
    let bench = bench()
    bench.write("{ zone: 'Nulle/Part' }", to: "cabinet/config/desk.json")
    let checked = bench.guichet("config", "check", "--json")
    #expect(checked.status == 65)
    let expected =
      #"{"column":9,"file":"config/desk.json","line":1,"severity":"error","text":"unknown zone “Nulle/Part”; for example: Europe/Paris, America/New_York, UTC"}"#
    #expect(checked.output.contains(expected), "\(checked.output)")
  }
}
