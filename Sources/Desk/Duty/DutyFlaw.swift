/// What is wrong with a rota once agents and time are looked at. Every one of them is a warning: the rest keeps working.
package enum DutyFlaw: Hashable, Sendable {
  case unknownAgent(rota: String, login: String, near: String?)
  case inactiveAgent(rota: String, login: String)
  /// The agent's profile is not of the rota's level.
  case levelNotHeld(rota: String, login: String, level: Level)
  /// From one wall clock time to another nobody is on call in a rota that is there.
  case hole(rota: String, from: LocalTime, to: LocalTime)
  /// Rotas of one level and group leave a time between them.
  case gap(rotas: [String], from: LocalTime, to: LocalTime)
  /// Two rotas that page for the same tickets are there at once.
  case overlap(rota: String, other: String, line: Int, from: LocalTime, to: LocalTime)
  /// `next` where there is no second member.
  case noNext(rota: String)
}

extension DutyPlan {
  /// Times of one kind that are told of one rota; the first ones.
  private static let told = 3

  /// What is wrong in so many seconds from an instant on: agents that are not there, times that nobody covers, rotas
  /// that call twice. In the order of the rotas, each with its place.
  package func flaws(
    beside directory: Directory, _ book: DutyBook = DutyBook(), roles: Roles = Roles(), from start: Instant,
    seconds: Int64
  ) -> [(place: ConfigPlace, flaw: DutyFlaw)] {
    let end = start + seconds
    let agents = isEmpty ? [:] : directory.agents.all
    let shifts = rotas.map { $0.shifts(from: start, to: end, book.swaps(of: $0.name)) }
    var flaws: [(ConfigPlace, DutyFlaw)] = []
    for (at, rota) in rotas.enumerated() {
      flaws += staff(of: rota, shifts[at], agents, roles).map { (rota.place, $0) }
      flaws += holes(in: rota, shifts[at], agents, start, end).map { (rota.place, $0) }
    }
    return flaws + overlaps(shifts) + gaps(shifts, start, end)
  }

  /// Agents who are named, or stand in, and are not there.
  private func staff(
    of rota: Rota, _ shifts: [DutyShift], _ agents: [String: Agent], _ roles: Roles
  ) -> [DutyFlaw] {
    var named = rota.members.compactMap { $0 }
    for step in rota.steps { if case .agent(let login) = step.target { named.append(login) } }
    let members = Set(named)
    named += shifts.compactMap(\.swap?.by)
    var seen: Set<String> = []
    var flaws: [DutyFlaw] = named.filter { seen.insert($0).inserted }.compactMap { login in
      guard let agent = agents[login] else {
        return .unknownAgent(rota: rota.name, login: login, near: Nearest.name(to: login, among: agents.keys.sorted()))
      }
      if !agent.active { return .inactiveAgent(rota: rota.name, login: login) }
      guard let level = rota.level, rota.members.contains(login), members.contains(login) else { return nil }
      return roles.mayEnd(level, roles.role(of: agent))
        ? nil : .levelNotHeld(rota: rota.name, login: login, level: level)
    }
    let asksNext = rota.steps.contains { $0.target == .next }
    if asksNext, Set(rota.members.compactMap { $0 }).count < 2 { flaws.append(.noNext(rota: rota.name)) }
    return flaws
  }

  /// Times within the rota's hours that nobody holds who is there.
  private func holes(
    in rota: Rota, _ shifts: [DutyShift], _ agents: [String: Agent], _ start: Instant, _ end: Instant
  ) -> [DutyFlaw] {
    var holes = shifts.filter { shift in shift.agent.flatMap { agents[$0] }?.active != true }.map {
      ($0.from, $0.until)
    }
    if rota.plan.turn(at: start) == nil, let first = rota.plan.handover(after: start), first > start {
      holes.insert((start, min(first, end)), at: 0)
    }
    return holes.prefix(DutyPlan.told).map { from, to in
      .hole(rota: rota.name, from: rota.zone.local(from), to: rota.zone.local(to))
    }
  }

  /// Two that page for the same tickets, and are there at once.
  private func overlaps(_ shifts: [[DutyShift]]) -> [(ConfigPlace, DutyFlaw)] {
    var flaws: [(ConfigPlace, DutyFlaw)] = []
    for (at, rota) in rotas.enumerated() where rota.pages != nil {
      for (before, other) in rotas[..<at].enumerated()
      where other.pages == rota.pages && other.level == rota.level && other.group == rota.group {
        guard let (from, to) = DutyPlan.meeting(shifts[before], shifts[at]) else { continue }
        flaws.append(
          (
            rota.place,
            .overlap(
              rota: rota.name, other: other.name, line: other.place.line, from: rota.zone.local(from),
              to: rota.zone.local(to))
          ))
      }
    }
    return flaws
  }

  /// The first time that two lists of shifts share.
  private static func meeting(_ one: [DutyShift], _ other: [DutyShift]) -> (Instant, Instant)? {
    var (i, j) = (0, 0)
    while i < one.count, j < other.count {
      let (from, to) = (max(one[i].from, other[j].from), min(one[i].until, other[j].until))
      if from < to { return (from, to) }
      if one[i].until <= other[j].until { i += 1 } else { j += 1 }
    }
    return nil
  }

  /// What several rotas of one level and group leave uncovered between them.
  private func gaps(_ shifts: [[DutyShift]], _ start: Instant, _ end: Instant) -> [(ConfigPlace, DutyFlaw)] {
    var flaws: [(ConfigPlace, DutyFlaw)] = []
    for (first, rota) in rotas.enumerated() {
      let same = rotas.indices.filter { rotas[$0].level == rota.level && rotas[$0].group == rota.group }
      guard same.first == first, same.count > 1 else { continue }
      var covered = start
      var gaps: [(Instant, Instant)] = []
      for shift in same.flatMap({ shifts[$0] }).sorted(by: { $0.from < $1.from }) {
        if shift.from > covered { gaps.append((covered, shift.from)) }
        covered = max(covered, shift.until)
      }
      if covered < end { gaps.append((covered, end)) }
      let names = same.map { rotas[$0].name }
      for (from, to) in gaps.prefix(DutyPlan.told) {
        let flaw = DutyFlaw.gap(rotas: names, from: rota.zone.local(from), to: rota.zone.local(to))
        flaws.append((rotas[same[same.count - 1]].place, flaw))
      }
    }
    return flaws
  }
}

extension Configuration {
  /// What is wrong with the rotas in the coming weeks, by file and place.
  package func dutyFaults(beside directory: Directory, _ book: DutyBook, from now: Instant) -> [ConfigFault] {
    let flaws = duty.plan.flaws(beside: directory, book, roles: roles.roles, from: now, seconds: DutyPlan.checked).map {
      ConfigFault(file: ConfigFile.rotas.name, at: $0.place, .duty($0.flaw))
    }
    return (flaws + pageFaults(beside: directory)).sorted()
  }

  /// Pages that would never be sent: nobody would find that out before the night they are needed.
  private func pageFaults(beside directory: Directory) -> [ConfigFault] {
    duty.plan.rotas.flatMap { rota -> [ConfigFault] in
      let doubts = rota.pages?.doubts(beside: directory, categories: desk.categories) ?? []
      var faults = doubts.map { ConfigFault(file: ConfigFile.rotas.name, at: rota.pagesPlace, .meets($0)) }
      if let group = rota.group, directory.groups[group] == nil {
        faults.append(ConfigFault(file: ConfigFile.rotas.name, at: rota.groupPlace, .unregistered(.group, group)))
      }
      return faults
    }
  }
}

extension DutyPlan {
  /// Seconds that are looked ahead for holes: eight weeks.
  package static let checked: Int64 = 8 * 7 * 86_400
}
