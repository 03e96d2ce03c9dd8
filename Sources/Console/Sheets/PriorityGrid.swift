import Desk
import Screen

/// Impact by gravity, moved with the arrows over the priorities they give: the matrix itself is the field.
///
/// Where no cell has to be chosen none is lit until one is: the hand stands on the one the desk proposes.
package struct PriorityGrid: Hashable, Sendable {
  package private(set) var impact: Impact
  package private(set) var gravity: Gravity
  /// Whether the cell under the hand is what will be recorded.
  package private(set) var isLit = true
  /// Whether somebody moved it: what is proposed stays away from it then.
  package private(set) var isMoved = false
  /// Whether it stands where it does since the requester is a VIP.
  package private(set) var isRaised = false
  package let matrix: PriorityMatrix
  package let words: Words

  package init(_ matrix: PriorityMatrix, impact: Impact = .person, gravity: Gravity = .degraded, _ words: Words) {
    self.matrix = matrix
    self.impact = impact
    self.gravity = gravity
    self.words = words
  }

  /// At the cell nearest to the usual one that gives a priority; at the usual one where none does.
  package init(_ matrix: PriorityMatrix, showing priority: Priority, _ words: Words) {
    self.init(matrix, words)
    var nearest = Int.max
    for impact in Impact.allCases.reversed() {
      for gravity in Gravity.allCases.reversed() where matrix[impact, gravity] == priority {
        let steps = abs(impact.rawValue - Impact.person.rawValue) + abs(gravity.rawValue - Gravity.degraded.rawValue)
        if steps < nearest { (nearest, self.impact, self.gravity) = (steps, impact, gravity) }
      }
    }
  }

  package var priority: Priority { matrix[impact, gravity] }
  /// `3,2`: impact, gravity; nothing while no cell is lit.
  package var value: String { isLit ? cell : "" }
  private var cell: String { "\(impact.rawValue),\(gravity.rawValue)" }

  package mutating func restore(_ value: String) {
    let parts = value.split(separator: ",")
    guard parts.count == 2, let impact = Int(parts[0]).flatMap(Impact.init),
      let gravity = Int(parts[1]).flatMap(Gravity.init)
    else { return }
    if !isLit || value != cell { (isMoved, isRaised) = (true, false) }
    (self.impact, self.gravity, isLit) = (impact, gravity, true)
  }

  package mutating func set(gravity: Gravity) { self.gravity = gravity }

  /// A VIP is hit as a group is, at the least.
  package mutating func raiseToGroup() {
    guard impact.rawValue > Impact.group.rawValue else { return }
    (impact, isRaised) = (.group, true)
  }

  /// Where the desk would begin; `lit`: that is recorded unless somebody moves. What was moved stays.
  package mutating func propose(_ grid: PriorityGrid, lit: Bool) {
    if isMoved { return }
    (impact, gravity, isRaised, isLit) = (grid.impact, grid.gravity, grid.isRaised, lit)
  }

  /// What a draft put back may be no more than what was proposed.
  package mutating func takeAsProposed(_ grid: PriorityGrid) { if grid.cell == cell { isMoved = false } }

  /// False at an edge, where the form goes to its next field.
  package mutating func handle(_ key: Key) -> Bool {
    let before = impact
    guard move(key) else { return false }
    (isLit, isMoved) = (true, true)
    if impact != before { isRaised = false }
    return true
  }

  private mutating func move(_ key: Key) -> Bool {
    switch key {
    case .space: return true
    case .left, "h": gravity = Gravity(rawValue: gravity.rawValue - 1) ?? gravity
    case .right, "l": gravity = Gravity(rawValue: gravity.rawValue + 1) ?? gravity
    case .up, "k":
      guard let above = Impact(rawValue: impact.rawValue - 1) else { return false }
      impact = above
    case .down, "j":
      guard let below = Impact(rawValue: impact.rawValue + 1) else { return false }
      impact = below
    default: return false
    }
    return true
  }

  /// The header, a row for each impact, and the sentence.
  static let height = Impact.allCases.count + 2
  private static let column = 5
  /// Columns from which impacts are named and not only numbered.
  private static let named = 10

  func draw(into frame: inout Frame, in area: Area, window: Area, focused: Bool) {
    let wide = min(26, max(3, area.width - Gravity.allCases.count * PriorityGrid.column))
    for (place, gravity) in Gravity.allCases.enumerated() {
      let role: Role = isLit && gravity == self.gravity ? .textStrong : .textDim
      frame.put(gravity.name, x: wide + place * PriorityGrid.column + 1, role, in: area.line(0, in: window))
    }
    if isRaised, isLit || focused {
      let fitting = [words.raisedForVIP, words.vip].first { Width.of($0) < wide }
      frame.put(fitting ?? "", .textStrong, in: area.line(0, in: window))
    }
    for (row, impact) in Impact.allCases.enumerated() {
      let isHand = impact == self.impact
      let isCurrent = isLit && isHand
      let name = wide < PriorityGrid.named ? impact.name : "\(impact.name) \(words.name(impact))"
      let line = area.line(row + 1, in: window)
      frame.put(Truncate.end(name, wide - 1), isCurrent ? .textStrong : .textDim, in: line)
      for (place, gravity) in Gravity.allCases.enumerated() {
        let isUnderHand = isHand && gravity == self.gravity
        let isChosen = isUnderHand && isLit
        let priority = matrix[impact, gravity]
        let x = wide + place * PriorityGrid.column
        let role: Role = isChosen ? .choiceCurrent : Role.priority(priority.rawValue)
        frame.put(isChosen ? "[\(priority.name)]" : " \(priority.name) ", x: x, role, in: line)
        if isUnderHand, focused { frame.cursor = area.cursor(x: x + 1, y: row + 1, in: window) }
      }
    }
    let last = area.line(PriorityGrid.height - 1, in: window)
    guard isLit else {
      frame.put(Truncate.end(words.unchosenPriority(Ticket.unqualifiedPriority), area.width), .textDim, in: last)
      return
    }
    let sentence = "\(gravity.name) \(words.name(gravity)) × \(impact.name) \(words.name(impact))"
    let end = frame.put("\(priority.name) ", Role.priority(priority.rawValue), in: last)
    frame.put(Truncate.end(sentence, max(0, area.width - end)), x: end, .textDim, in: last)
  }
}

extension Ticket {
  /// The priority of a ticket that nobody has qualified yet.
  static let unqualifiedPriority = Ticket(id: TicketID(site: "", number: 0)).computed
}
