/// `templates.json`: what the desk often answers, in the languages it answers in.
extension TemplateBook {
  init(_ node: ConfigNode?, _ notes: inout AutomationNotes) {
    let members = notes.notes.members(of: node, keys: ["language", "templates"])
    if let asked = members["language"], let text = notes.notes.text(asked, under: "language") {
      if AutomationNotes.isLanguage(text) {
        language = text.lowercased()
      } else {
        notes.notes.add(.unknownName(.language, text, near: nil), at: asked.place)
      }
    }
    for member in members["templates"].map({ notes.notes.table($0, under: "templates") }) ?? [] {
      guard let letter = notes.letter(member.value, language: language) else { continue }
      templates[member.key] = letter
      names.append(member.key)
    }
    // Words in no language of their own are in that one.
    if let asked = members["language"], !names.isEmpty, text(in: language) == nil {
      notes.notes.add(.unused(.language, language), at: asked.place)
    }
  }

  /// A template that has words in a language.
  private func text(in language: String) -> LetterTemplate? {
    let primary = language.prefix { $0 != "-" }
    return templates.values.first { template in template.texts.keys.contains { $0.prefix { $0 != "-" } == primary } }
  }
}
