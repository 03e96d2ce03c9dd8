/// One rule: once something happened to a ticket that answers its question, it does what it says.
package struct RoutingRule: Hashable, Sendable {
  package var name: String
  package var on: [Trigger]
  /// Asked of the ticket as the whole act left it; `me` is who acted.
  package var condition: Query
  package var then: [Instruction]
  /// No rule after it looks at the same event.
  package var stops: Bool
  /// How often it fires on one ticket, at all and on one day.
  package var most: Int
  package var mostDaily: Int
  package var place: ConfigPlace
  /// `on` and `if` as they are written.
  package var awaited: [String] = []
  package var asked = ""
  /// Where `if` is written.
  package var askedPlace: ConfigPlace?

  package init(
    name: String, on: [Trigger], if condition: Query = .all, then: [Instruction], stops: Bool = false,
    most: Int = Limits.ruleRuns, mostDaily: Int = Limits.ruleRunsDaily, place: ConfigPlace = ConfigPlace()
  ) {
    self.name = name
    self.on = on
    self.condition = condition
    self.then = then
    self.stops = stops
    self.most = most
    self.mostDaily = mostDaily
    self.place = place
  }
}

extension RoutingRule {
  /// Whether it has fired on a ticket as often as it may.
  func isSpent(on ticket: Ticket, under rules: Rules, at now: Instant) -> Bool {
    let zone = rules.calendar.zone
    let today = zone.local(now).day
    var (all, daily) = (0, 0)
    for entry in ticket.entries {
      guard case .automat(.ruleFired(let rule, _, _)) = entry.fact, rule == name else { continue }
      all += 1
      if zone.local(entry.at).day == today { daily += 1 }
    }
    return all >= most || daily >= mostDaily
  }
}
