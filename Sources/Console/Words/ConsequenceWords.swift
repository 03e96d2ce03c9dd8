import Desk

// What the desk’s rules made of an act, in the status row.
extension Words {
  /// ` ; règle « VPN » : niveau N2, équipe réseau`, after what the agent did; blank where no rule changed anything.
  func followed(_ consequences: [Consequence]) -> String {
    consequences.compactMap { consequence in
      let told = consequence.facts.compactMap(changed)
      if told.isEmpty { return nil }
      let (name, what) = (consequence.rule, told.joined(separator: ", "))
      return say(fr: " ; règle « \(name) » : \(what)", en: "; rule “\(name)”: \(what)")
    }.joined()
  }

  /// The same of an act on several tickets: how many each rule changed.
  func followed(_ rules: [String: Int]) -> String {
    rules.sorted { $0.key < $1.key }.map { rule, number in
      let tickets = count(number, fr: ("ticket changé", "tickets changés"), en: ("ticket changed", "tickets changed"))
      return say(fr: " ; règle « \(rule) » : \(tickets)", en: "; rule “\(rule)”: \(tickets)")
    }.joined()
  }

  /// What an event leaves of a ticket in two or three words; nil where nothing is to be seen of it.
  private func changed(_ fact: Fact) -> String? {
    switch fact {
    case .qualified(let what): say(fr: "catégorie \(what.category)", en: "category \(what.category)")
    case .priorityOverridden(let priority?, _):
      say(fr: "priorité \(priority.name)", en: "priority \(priority.name)")
    case .priorityOverridden(nil, _): say(fr: "priorité au calcul", en: "priority by the matrix")
    case .routed(let group): say(fr: "équipe \(group)", en: "team \(group)")
    case .assigned(let to, _, _): say(fr: "affecté à \(to)", en: "assigned to \(to)")
    case .escalated(_, let level, _, _), .returned(_, let level, _):
      say(fr: "niveau \(level.rawValue)", en: "level \(level.rawValue)")
    case .tagAdded(let tag): say(fr: "étiquette \(tag)", en: "tag \(tag)")
    case .tagRemoved(let tag): say(fr: "sans étiquette \(tag)", en: "no tag \(tag)")
    case .watcherAdded(let login): say(fr: "suivi par \(login)", en: "watched by \(login)")
    case .stewardChanged(let login): say(fr: "suivi de \(login)", en: "steward \(login)")
    case .messageOut: say(fr: "message envoyé", en: "message sent")
    case .noteAdded: say(fr: "note", en: "note")
    case .released: say(fr: "libéré", en: "released")
    case .waiting(let wait): say(fr: "en attente : \(name(wait.on))", en: "waiting: \(name(wait.on))")
    case .resolved: name(State.resolved)
    case .closed: name(State.closed)
    case .cancelled: name(State.cancelled)
    case .resumed: name(State.open)
    default: nil
    }
  }
}
