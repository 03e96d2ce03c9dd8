/// A list of things to do that the desk lays on tickets by its name.
package struct ChecklistTemplate: Hashable, Sendable {
  package var name: String
  package var items: [String]

  package init(name: String, items: [String]) {
    self.name = name
    self.items = items
  }

  package func isNamed(_ other: String) -> Bool { Folding.fold(name) == Folding.fold(other.trimmed) }
}

/// `checklists.json`: the desk's checklists, by name.
///
///     { checklists: { "Arrivée": ["Compte créé", "Poste prêt", "Badge remis"] } }
package struct ChecklistConfig: Sendable {
  package private(set) var templates: [ChecklistTemplate] = []

  package init(_ node: ConfigNode?, _ notes: inout ConfigNotes) {
    let members = notes.members(of: node, keys: ["checklists"])
    guard let table = members["checklists"] else { return }
    for member in notes.table(table, under: "checklists") {
      let items = notes.list(member.value, under: member.key).compactMap { notes.text($0, under: member.key) }
      if member.key.trimmed.isEmpty || member.key.utf8.count > Limits.shortText {
        notes.add(member.key.trimmed.isEmpty ? .blank : .badLength(limit: Limits.shortText), at: member.place)
      } else if templates.contains(where: { $0.isNamed(member.key) }) {
        notes.add(.doubledName(.checklist, member.key), at: member.place)
      } else if let entries = member.value.array?.count,
        !(1...Limits.checklistItems).contains(entries) || items.reduce(0, { $0 + $1.utf8.count }) > Limits.inlineBody
      {
        notes.add(.badValue("\(entries)", expected: "1–\(Limits.checklistItems)"), at: member.value.place)
      } else if !items.isEmpty {
        templates.append(ChecklistTemplate(name: member.key.trimmed, items: items))
      }
    }
  }
}

extension Configuration {
  /// The desk's checklists, read when they are asked for.
  package var checklists: ChecklistConfig { checklistsNoted.checklists }

  /// What is wrong in them.
  var checklistFaults: [ConfigFault] { checklistsNoted.faults }

  private var checklistsNoted: (checklists: ChecklistConfig, faults: [ConfigFault]) {
    var notes = ConfigNotes(file: ConfigFile.checklists.name)
    let checklists = ChecklistConfig(nodes[.checklists], &notes)
    return (checklists, notes.faults)
  }
}
