/// `rules.json`: the desk's rules in order. A rule with an error is left out whole: half a rule is another rule.
struct RuleConfig {
  private(set) var rules: [RoutingRule] = []

  private static let keys = ["name", "on", "if", "then", "stop", "max", "daily"]

  init(_ node: ConfigNode?, _ notes: inout AutomationNotes, language: String) {
    let members = notes.notes.members(of: node, keys: ["rules"])
    let entries = notes.notes.list(members["rules"], under: "rules")
    if entries.count > Limits.rules { notes.notes.add(.tooMany(limit: Limits.rules), at: entries[Limits.rules].place) }
    var names: Set<String> = []
    for (at, entry) in entries.prefix(Limits.rules).enumerated() {
      let before = notes.errors
      let rule = RuleConfig.rule(entry, number: at + 1, &notes, language)
      guard let rule else { continue }
      if !names.insert(rule.name).inserted { notes.notes.add(.doubledName(.rule, rule.name), at: rule.place) }
      if notes.errors == before {
        if rule.then.isEmpty { notes.notes.add(.doesNothing(.rule, rule.name), at: rule.place) }
        rules.append(rule)
      }
    }
    for (rule, taker) in RuleLoops.unreached(rules) {
      notes.notes.add(.neverReached(rule.name, by: taker.name, line: taker.place.line), at: rule.place)
    }
    for loop in RuleLoops.loops(rules) {
      notes.notes.add(.loop(loop.map(\.name), lines: loop.map(\.place.line)), at: loop[0].place)
    }
  }

  private static func rule(
    _ node: ConfigNode, number: Int, _ notes: inout AutomationNotes, _ language: String
  ) -> RoutingRule? {
    let members = notes.notes.members(of: node, keys: keys)
    guard node.members != nil else { return nil }
    let name = notes.notes.text(members["name"], under: "name") ?? "#\(number)"
    for key in ["on", "then"] where members[key] == nil { notes.notes.add(.missingKey(key), at: node.place) }
    let on = triggers(members["on"], &notes)
    let condition = notes.query(members["if"])
    let then = notes.instructions(members["then"], of: name, language: language)
    let stops = notes.notes.flag(members["stop"], under: "stop") ?? false
    let most = notes.notes.number(members["max"], under: "max", 1...Limits.ruleRuns)
    let daily = notes.notes.number(members["daily"], under: "daily", 1...Limits.ruleRuns)
    var rule = RoutingRule(
      name: name, on: on, if: condition ?? .all, then: then, stops: stops, most: most ?? Limits.ruleRuns,
      mostDaily: daily ?? Limits.ruleRunsDaily, place: node.place)
    rule.awaited = members["on"]?.string.map { [$0] } ?? members["on"]?.array?.compactMap(\.string) ?? []
    rule.asked = members["if"]?.string ?? ""
    rule.askedPlace = members["if"]?.place
    return rule
  }

  private static func triggers(_ node: ConfigNode?, _ notes: inout AutomationNotes) -> [Trigger] {
    (notes.notes.texts(node, under: "on") ?? []).compactMap { entry in
      if let trigger = Trigger(entry.text) { return trigger }
      let word = entry.text.split(separator: " ").first.map(String.init) ?? entry.text
      if word == "clock.crossed" {
        notes.notes.add(.badValue(entry.text, expected: "clock.crossed, clock.crossed resolve 75"), at: entry.place)
      } else {
        notes.notes.unknown(.event, word, among: Trigger.words, at: entry.place)
      }
      return nil
    }
  }
}
