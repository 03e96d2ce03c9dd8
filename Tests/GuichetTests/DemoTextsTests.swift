import Desk
import Testing

import guichet

@Suite("The demo's texts")
struct DemoTextsTests {
  static let stories = DemoScenarios.all + DemoScenarios.spam

  @Test func areAsManyAsPromised() {
    let counts = [
      DemoAgent.team.count, DemoAgent.team(.n1).count, DemoAgent.team(.n2).count, DemoAgent.team(.n3).count,
      DemoAgent.team(.rei).count, DemoAgent.team(.admin).count, DemoCustomer.all.count, DemoArticle.all.count,
      DemoArticle.all.count { $0.kind == .script }, DemoArticle.all.count { $0.kind == .standard },
      DemoArticle.all.count { $0.kind == .procedure }, DemoArticle.all.count { $0.kind == .knownError },
    ]
    #expect(counts == [12, 5, 3, 2, 1, 1, 8, 30, 3, 1, 2, 2])
    #expect(DemoScenarios.all.count >= 60)
    #expect(DemoScenarios.all.count(where: \.isEnglish) >= 4)
    #expect(DemoCustomer.all.allSatisfy { (6...10).contains($0.requesters.count) })
  }

  @Test func areNamedOnce() {
    func twice(_ names: [String]) -> [String] {
      Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    }
    #expect(twice(Self.stories.map(\.id)) == [])
    #expect(twice(DemoArticle.all.map(\.id)) == [])
    #expect(twice(DemoAgent.team.map(\.login)) == [])
    #expect(twice(DemoCustomer.all.flatMap(\.requesters).map(\.mail)) == [])
  }

  @Test func wantForNothing() {
    let lacking = DemoScenarios.all.filter { story in
      story.subjects.isEmpty || story.openings.isEmpty || story.qualifications.isEmpty || story.fix.isEmpty
        || story.summary.isEmpty || story.code == .other || !DemoCategories.paths.contains(story.category)
        || story.ask.isEmpty != story.answer.isEmpty
    }
    #expect(lacking.map(\.id) == [])
    let unready = DemoScenarios.all.filter { story in
      story.level > .n1
        && (story.cause.isEmpty || story.handoff.tried.isEmpty || story.handoff.hypothesis.isEmpty
          || story.handoff.needed.isEmpty)
    }
    #expect(unready.map(\.id) == [])
    let vague = DemoArticle.all.filter {
      $0.title.isEmpty || $0.steps.count < 3 || $0.reply.isEmpty || $0.keywords.count < 4 || $0.symptom.isEmpty
    }
    #expect(vague.map(\.id) == [])
  }

  @Test func nameOnlyWhatExists() {
    let articles = Set(DemoArticle.all.map(\.id))
    #expect(DemoScenarios.all.filter { $0.article.map { !articles.contains($0) } ?? false }.map(\.id) == [])
    let customers = Set(DemoCustomer.all.map(\.id))
    #expect(DemoScenarios.all.filter { !customers.isSuperset(of: $0.customers) }.map(\.id) == [])
    let domains = Set(DemoCategories.tree.map(\.name))
    #expect(DemoAgent.team.filter { !domains.isSuperset(of: $0.skills) }.map(\.login) == [])
  }

  @Test func fillEveryHole() {
    let facts = Dictionary(uniqueKeysWithValues: DemoSlots.names.map { ($0, "x") })
    var source = SplitMix64(seed: 1)
    var unfilled: [String] = []
    for story in Self.stories {
      for text in texts(story) {
        for _ in 0..<8 where Phrase.fill(text, facts: facts, with: &source).contains(where: { $0 == "{" || $0 == "}" })
        {
          unfilled.append(story.id + ": " + text)
          break
        }
      }
    }
    #expect(unfilled == [])
  }

  @Test func nameAMachineOnlyWhereThereIsOne() {
    let odd = DemoScenarios.all.filter { story in
      story.asset == "aucun" && texts(story).contains { $0.contains("{equipement}") }
    }
    #expect(odd.map(\.id) == [])
  }

  /// Typographic apostrophes; an English or a French word with a straight one is a slip.
  @Test func areWellTypeset() {
    var slips: [String] = []
    for text in Self.stories.flatMap(texts) where Self.isSlip(text) { slips.append(text) }
    for article in DemoArticle.all {
      for text in article.steps where Self.isSlip(text) { slips.append(text) }
      for text in [article.reply, article.symptom, article.title] where Self.isSlip(text) { slips.append(text) }
    }
    #expect(slips == [])
  }

  private static func isSlip(_ text: String) -> Bool {
    if text.contains("...") { return true }
    var before: Character = " "
    for character in text {
      if character == "'", before.isLetter { return true }
      before = character
    }
    return text.contains("  ") && !text.contains("\n")
  }

  private func texts(_ story: DemoScenario) -> [String] {
    let handoff: [String] = [story.handoff.tried, story.handoff.hypothesis, story.handoff.needed]
    let talk: [String] = [story.note, story.ask, story.answer, story.reply, story.fix, story.again]
    let rest: [String] = [story.third?.text ?? "", story.plan, story.summary, story.cause]
    return story.subjects + story.openings.map(\.text) + handoff + talk + rest
  }
}

@Suite("A phrase with holes")
struct PhraseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var filled: Set<String>
    var testDescription: String { text }
  }

  static let cases = [
    Case(text: "rien", filled: ["rien"]),
    Case(text: "à {site}", filled: ["à Metz"]),
    Case(text: "{inconnu}", filled: ["{inconnu}"]),
    Case(text: "{a|b}", filled: ["a", "b"]),
    Case(text: "{depuis {jour}|hier}", filled: ["depuis lundi", "hier"]),
    Case(text: "{ouvert", filled: ["{ouvert"]),
    Case(text: "}{", filled: ["}{"]),
    Case(text: "{|s}", filled: ["", "s"]),
  ]

  @Test(arguments: cases) func isFilled(_ tried: Case) {
    var source = SplitMix64(seed: 7)
    var seen: Set<String> = []
    for _ in 0..<40 {
      seen.insert(Phrase.fill(tried.text, facts: ["site": "Metz", "jour": "lundi"], with: &source))
    }
    #expect(seen == tried.filled)
  }
}

@Suite("Cards")
struct CardTests {
  @Test func joinParagraphsAndKeepLogs() {
    let cards = Card.read(
      "== un\nsubject: Un\nmail:\ndeux\nlignes\n\n| 1: journal\n| 2\nnote: fin", keys: ["subject", "mail", "note"])
    #expect(cards.map(\.id) == ["un"])
    #expect(cards.first?.first("mail") == "deux lignes\n\n1: journal\n2")
    #expect(cards.first?.first("note") == "fin")
    #expect(cards.first?.first("absent") == "")
  }
}

@Suite("SplitMix64")
struct SplitMix64Tests {
  /// The reference implementation's first numbers from the seed 1234567.
  @Test func drawsTheReferenceNumbers() {
    var source = SplitMix64(seed: 1_234_567)
    let drawn = (0..<5).map { _ in source.next() }
    #expect(
      drawn == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test func staysWithinBounds() {
    var source = SplitMix64(seed: 9)
    #expect((0..<200).allSatisfy { _ in (3...5).contains(source.within(3...5)) })
    #expect(source.below(0) == 0)
    #expect(source.pick([Int]()) == nil)
  }
}
