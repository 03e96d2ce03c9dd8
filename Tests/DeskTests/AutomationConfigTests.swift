import Desk
import Kit
import Testing

private let wrongs: [WrongEntry] = [
  WrongEntry(
    .rules, "{ rules: [ { on: 'tiket.opened', then: [] } ] }", 1, 18,
    .unknownName(.event, "tiket.opened", near: "ticket.opened")),
  WrongEntry(
    .rules, "{ rules: [ { on: 'rule.fired', then: [] } ] }", 1, 18,
    .unknownName(.event, "rule.fired", near: nil, known: Trigger.words)),
  WrongEntry(
    .rules, "{ rules: [ { on: 'clock.crossed soon', then: [] } ] }", 1, 18,
    .badValue("clock.crossed soon", expected: "clock.crossed, clock.crossed resolve 75")),
  WrongEntry(.rules, "{ rules: [\n{ then: [{ tag: 'a' }] } ] }", 2, 1, .missingKey("on")),
  WrongEntry(.rules, "{ rules: [\n{ on: 'ticket.opened' } ] }", 2, 1, .missingKey("then")),
  WrongEntry(
    .rules, "{ rules: [ { on: 'ticket.opened', if: 'estt:ouvert', then: [] } ] }", 1, 40,
    .query(
      Query.Flaw(range: 0..<11, problem: .unknownField("estt", nearest: "est")))),
  WrongEntry(
    .rules, "{ rules: [ { on: 'ticket.opened', then: [ { tagg: 'a' } ] } ] }", 1, 45,
    .unknownName(.action, "tagg", near: "tag")),
  WrongEntry(
    .rules, "{ rules: [ { on: 'ticket.opened', then: [ { tag: 'a', reason: 'b' } ] } ] }", 1, 55,
    .unknownKey("reason", near: nil, known: ["tag"])),
  WrongEntry(
    .rules, "{ rules: [ { on: 'ticket.opened', then: [ { note: 'à {requester.nam}' } ] } ] }", 1, 51,
    .unknownName(.field, "requester.nam", near: "requester.name")),
  WrongEntry(.rules, "{ rules: [ { on: 'ticket.opened', then: [ { note: 'à {ticket' } ] } ] }", 1, 51, .brace),
  WrongEntry(
    .rules, "{ rules: [ { on: 'ticket.opened', then: [ { reply: 'acueil' } ] } ] }", 1, 52,
    .unknownName(.template, "acueil", near: nil)),
  WrongEntry(
    .rules, "{ rules: [ { on: 'ticket.opened', then: [ { assign: { by: 'lod' } } ] } ] }", 1, 59,
    .unknownName(.strategy, "lod", near: "load")),
  WrongEntry(
    .rules, "{ rules: [ { on: 'ticket.opened', then: [ { assign: {} } ] } ] }", 1, 53, .missingKey("by")),
  WrongEntry(
    .rules, "{ rules: [ { on: 'ticket.opened', then: [ { escalate: 'N9' } ] } ] }", 1, 55,
    .unknownName(.level, "N9", near: nil, known: Level.allCases.map(\.rawValue))),
  WrongEntry(
    .rules, "{ rules: [ { on: 'ticket.opened', then: [ { close: 1 } ] } ] }", 1, 52,
    .wrongShape(.bool, under: "close")),
  WrongEntry(
    .rules, "{ rules: [ { on: 'ticket.opened', max: 0, then: [] } ] }", 1, 40,
    .badValue("0", expected: "1–\(Limits.ruleRuns)")),
  WrongEntry(
    .rules, "{ rules: [ { name: 'a', on: 'ticket.opened', then: [] },\n{ name: 'a', on: 'tag.added', then: [] } ] }", 2,
    1,
    .doubledName(.rule, "a")),
  WrongEntry(
    .rules,
    "{ rules: [\n{ name: 'a', on: 'ticket.*', then: [], stop: true },\n"
      + "{ name: 'b', on: 'ticket.opened', if: 'p1', then: [] } ] }", 3, 1, .neverReached("b", by: "a", line: 2)),
  WrongEntry(
    .rules,
    "{ rules: [\n{ name: 'a', on: 'tag.added', then: [{ watch: 'x' }] },\n"
      + "{ name: 'b', on: 'watcher.added', then: [{ tag: 'y' }] } ] }", 2, 1, .loop(["a", "b"], lines: [2, 3])),
  WrongEntry(
    .rules, "{ rules: [ { name: 'a', on: 'tag.added', then: [{ tag: 'y' }] } ] }", 1, 12, .loop(["a"], lines: [1])),
  WrongEntry(
    .templates, "{ templates: { a: [\n'Bonjour',\n'{agentt}' ] } }", 3, 1,
    .unknownName(.field, "agentt", near: "agent")),
  WrongEntry(
    .templates, "{ templates: { a: { 'pas une langue': 'x' } } }", 1, 21,
    .unknownName(.language, "pas une langue", near: nil)),
  WrongEntry(.templates, "{ templates: { a: { fr: { subject: 'x' } } } }", 1, 25, .missingKey("body")),
  WrongEntry(.templates, "{ templates: { a: '  ' } }", 1, 19, .blank),
  WrongEntry(.macros, "{ macros: { a: { title: 'x' } } }", 1, 16, .missingKey("then")),
  WrongEntry(
    .macros, "{ macros: { a: { then: [ { resolve: { summary: 'x', code: 'assistence' } } ] } } }", 1, 59,
    .unknownName(.code, "assistence", near: "assistance")),
  WrongEntry(
    .macros, "{ macros: { a: { then: [ { ask: { fr: '?' }, for: 'bientôt' } ] } } }", 1, 51,
    .badValue("bientôt", expected: "30m, 4h, 1h30, 2j")),
  WrongEntry(
    .macros, "{ macros: { a: { then: [ { hold: 'x', for: '2j', reason: 'information' } ] } } }", 1, 58,
    .unknownName(.reason, "information", near: nil, known: WaitReason.reasons(for: .third).map(\.rawValue))),
  WrongEntry(
    .recurring, "{ recurring: { a: { every: 'fortnight', open: { subject: 's', requester: 'r' } } } }", 1, 28,
    .badValue("fortnight", expected: "day, week, 2 weeks, month, quarter, year")),
  WrongEntry(
    .recurring, "{ recurring: { a: { every: 'month', on: 'first mn', open: { subject: 's', requester: 'r' } } } }", 1,
    41,
    .badValue("first mn", expected: "1–31, last, first mon, last fri")),
  WrongEntry(
    .recurring, "{ recurring: { a: { every: 'day', at: '8h', open: { subject: 's', requester: 'r' } } } }", 1, 39,
    .badValue("8h", expected: "08:00")),
  WrongEntry(
    .recurring, "{ recurring: { a: { every: 'day', open: { subject: 's' } } } }", 1, 41, .missingKey("requester")),
  WrongEntry(
    .recurring, "{ recurring: { a: { every: 'day', calendar: 'bureu', open: { subject: 's', requester: 'r' } } } }", 1,
    45, .unknownName(.calendar, "bureu", near: "bureau")),
  WrongEntry(
    .recurring, "{ recurring: { a: { every: 'day', open: { subject: 's', requester: 'r', gravity: 2, impact: 3 } } } }",
    1, 41, .missingKey("category")),
]

@Suite struct AutomationConfigTests {
  @Test(arguments: wrongs)
  fileprivate func `a wrong entry is told at its place`(_ wrong: WrongEntry) {
    let faults = automation((wrong.file, wrong.text)).faults.filter {
      // Many of these rules do nothing.
      if case .doesNothing = $0.problem { false } else { true }
    }
    #expect(faults.map(\.problem) == [wrong.problem])
    #expect(faults.map(\.place) == [ConfigPlace(line: wrong.place.line, column: wrong.place.column)])
  }

  @Test func `a rule with an error is left out, the others stay`() {
    let read = automation(
      (
        .rules,
        "{ rules: [ { name: 'a', on: 'tag.added', then: [{ tag: 'x' }, { tagg: 'y' }] }, "
          + "{ name: 'b', on: 'ticket.opened', then: [{ tag: 'x' }] } ] }"
      ))
    #expect(read.routing.rules.map(\.name) == ["b"])
  }

  @Test func `whom the files name is looked up in the registers`() {
    let read = automation(
      (.rules, "{ rules: [ { on: 'ticket.opened', then: [ { watch: 'bob' }, { watch: 'zoe' }, { group: 'g' } ] } ] }"))
    let faults = read.faults(beside: TestDesk.directory).map(\.problem)
    #expect(faults == [.unregistered(.agent, "zoe"), .unregistered(.group, "g")])
  }

  @Test func `no file, nothing`() {
    let read = automation()
    #expect(read.routing.rules.isEmpty && read.macros.isEmpty && read.recurring.isEmpty && read.faults.isEmpty)
  }

  @Test func `every operation of the journal may be waited for`() {
    let others: Set = ["message.in", "rule.fired", Repair.op, "sla.forgotten"]
    let missing = Set(everyFact.map(\.op)).subtracting(others).subtracting(Trigger.ops)
    #expect(missing.isEmpty)
    #expect(Trigger.words.allSatisfy { Trigger($0) != nil })
    #expect(Trigger.ops.allSatisfy { op in Trigger(String(op.prefix { $0 != "." }) + ".*") != nil })
  }

  @Test(arguments: ["", " ", "ticket", "ticket.", ".*", "*", "rule.*", "clock.crossed 0", "clock.crossed 75 resolve"])
  func `what is no event is none`(_ text: String) { #expect(Trigger(text) == nil) }
}

/// Files bent at random: read as far as they read, and followed, never a crash.
@Suite struct BentAutomationTests {
  private static let texts: [(ConfigFile, String)] = [
    (
      .rules,
      "{ rules: [ { name: 'a', on: ['ticket.*', 'clock.crossed resolve 75'], if: 'p1-2 -tag:x or «mot»', then: [ "
        + "{ qualify: { gravity: 2, impact: 3, category: 'R' } }, { assign: { by: ['skill', 'load'], most: 3 } }, "
        + "{ reply: { fr: ['{ticket}', '{site|—}'] } }, { ask: 't', for: '3j' }, { time: '1h30' } ], max: 3, stop: true } ] }"
    ),
    (.templates, "{ language: 'fr', templates: { t: { fr: { subject: '{subject}', body: 'b' }, en: 'e' } } }"),
    (
      .macros,
      "{ macros: { m: { title: { fr: 'M' }, then: [ { resolve: { code: 'other', summary: 's', kb: 'K' } } ] } } }"
    ),
    (
      .recurring,
      "{ recurring: { r: { every: '3 weeks', on: ['mon', 'sun'], at: '23:59', ahead: 60, from: '2026-01-01', "
        + "closed: 'next', open: { subject: '{date}', requester: { name: 'n' }, gravity: 1, impact: 1, category: 'c' } } } }"
    ),
  ]

  @Test func bentFilesAreReadAsFarAsTheyRead() {
    var source = Lot(seed: 11)
    let signs = Array("{}[]:,'\"0189-|.* \né\\ztjN".unicodeScalars)
    var life = Life(channel: .mail)
    life.record([.qualified(.of(2, 2))], by: TestDesk.actor("amel"))
    for _ in 0..<600 {
      let bent = Self.texts.map { file, text -> ConfigText in
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<(1 + source.below(4)) {
          let at = source.below(scalars.count)
          switch source.below(3) {
          case 0: scalars.remove(at: at)
          case 1: scalars[at] = signs[source.below(signs.count)]
          default: scalars.insert(contentsOf: scalars[at..<min(scalars.count, at + source.below(12))], at: at)
          }
        }
        return ConfigText(file, String(String.UnicodeScalarView(scalars)))
      }
      let read = Automation(Configuration(bent, zones: { _ in .utc }), zones: { _ in .utc })
      _ = read.routing.followed(life, [.service(.crossed(Threshold(clock: .resolve, percent: 75)))], by: .timer)
      for recurrence in read.recurring { _ = recurrence.next(2, after: life.now) }
      let scene = Scene(as: TestDesk.actor("amel"), under: life.rules, at: life.now, templates: read.templates)
      for macro in read.macros { _ = try? macro.facts(on: life.ticket, in: scene) }
    }
  }
}
