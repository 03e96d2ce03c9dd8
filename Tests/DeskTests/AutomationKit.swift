import Desk
import Kit
import Testing

/// A configuration of these texts, read in UTC.
func automation(_ texts: (ConfigFile, String)...) -> Automation {
  Automation(Configuration(texts.map { ConfigText($0.0, $0.1) }, zones: { _ in .utc }), zones: { _ in .utc })
}

/// Rules as they are written, without their outer braces.
func routing(_ rules: String, templates: String = "{}") -> Routing {
  let read = automation((.templates, templates), (.rules, "{ rules: [ \(rules) ] }"))
  let errors = read.faults.filter { !$0.isWarning }
  if !errors.isEmpty { Issue.record("\(errors)") }
  return read.routing
}

extension Routing {
  /// What follows from an act on a life's ticket, drawn: `rule.fired tag.added`.
  func followed(_ life: Life, _ facts: [Fact], by actor: Actor, roster: Roster = .empty) -> [PendingFact] {
    var count = 0
    let act = facts.enumerated().map { PendingFact(id: "A\($0.offset)", $0.element, by: actor) }
    return follow(act, on: life.ticket, under: life.rules, at: life.now, roster: roster) {
      count += 1
      return "R\(count)"
    }
  }
}

extension Life {
  /// An act and what follows from it, both lived.
  mutating func live(_ facts: [Fact], by actor: Actor, following routing: Routing, roster: Roster = .empty) {
    let followed = routing.followed(self, facts, by: actor, roster: roster)
    record(facts, by: actor)
    for pending in followed { record([pending.fact], by: pending.actor) }
  }
}
