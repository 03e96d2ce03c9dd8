/// Several intents and an answer under one name, done all or not at all.
package struct Macro: Hashable, Sendable {
  package var name: String
  /// What it is for, by language.
  package var titles: [String: String]
  package var then: [Instruction]
  package var place: ConfigPlace

  package init(name: String, titles: [String: String] = [:], then: [Instruction], place: ConfigPlace = ConfigPlace()) {
    self.name = name
    self.titles = titles
    self.then = then
    self.place = place
  }

  /// What it is for in a language, else in any; the name where nothing is said.
  package func title(in language: String) -> String {
    titles[language] ?? titles.min { $0.key < $1.key }?.value ?? name
  }

  /// Why it was not done: which of its instructions, from 1, and the refusal.
  package struct Stop: Error, Hashable, Sendable {
    package var step: Int
    package var verb: Verb
    package var refusal: Refusal

    package init(step: Int, verb: Verb, refusal: Refusal) {
      self.step = step
      self.verb = verb
      self.refusal = refusal
    }
  }

  /// The facts it makes on a ticket, each instruction on the ticket as the one before left it.
  package func facts(on ticket: Ticket, in scene: Scene) throws(Stop) -> [Fact] {
    var probe = ticket
    var facts: [Fact] = []
    for (at, instruction) in then.enumerated() {
      do throws(Refusal) {
        let made = try instruction.facts(on: probe, in: scene)
        for fact in made { probe.apply(PendingFact(id: "", fact, by: scene.actor), under: scene.rules, at: scene.now) }
        facts += made
      } catch { throw Stop(step: at + 1, verb: instruction.verb, refusal: error) }
    }
    return facts
  }
}

/// `macros.json`: the macros in the order of the file. One with an error is left out whole.
struct MacroConfig {
  private(set) var macros: [Macro] = []

  init(_ node: ConfigNode?, _ notes: inout AutomationNotes, language: String) {
    let members = notes.notes.members(of: node, keys: ["macros"])
    for member in members["macros"].map({ notes.notes.table($0, under: "macros") }) ?? [] {
      let before = notes.errors
      let parts = notes.notes.members(of: member.value, keys: ["title", "then"])
      if member.value.members != nil, parts["then"] == nil {
        notes.notes.add(.missingKey("then"), at: member.value.place)
      }
      let then = notes.instructions(parts["then"], of: member.key, language: language)
      let titles = MacroConfig.titles(parts["title"], &notes, language)
      if notes.errors == before, then.isEmpty {
        notes.notes.add(.doesNothing(.macro, member.key), at: member.place)
      } else if notes.errors == before {
        macros.append(Macro(name: member.key, titles: titles, then: then, place: member.place))
      }
    }
  }

  /// `"…"`, or one for each language.
  private static func titles(
    _ node: ConfigNode?, _ notes: inout AutomationNotes, _ language: String
  ) -> [String: String] {
    guard let node else { return [:] }
    if node.members == nil { return notes.notes.text(node, under: "title").map { [language: $0] } ?? [:] }
    var titles: [String: String] = [:]
    for member in notes.notes.table(node, under: "title") {
      titles[member.key.lowercased()] = notes.notes.text(member.value, under: member.key)
    }
    return titles
  }
}
