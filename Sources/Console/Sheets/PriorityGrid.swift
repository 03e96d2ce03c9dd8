import Desk
import Screen

/// Impact by gravity, moved with the arrows over the priorities they give: the matrix itself is the field.
package struct PriorityGrid: Hashable, Sendable {
  package private(set) var impact: Impact
  package private(set) var gravity: Gravity
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
  /// `3,2`: impact, gravity.
  package var value: String { "\(impact.rawValue),\(gravity.rawValue)" }

  package mutating func restore(_ value: String) {
    let parts = value.split(separator: ",")
    guard parts.count == 2, let impact = Int(parts[0]).flatMap(Impact.init),
      let gravity = Int(parts[1]).flatMap(Gravity.init)
    else { return }
    self.impact = impact
    self.gravity = gravity
  }

  package mutating func set(gravity: Gravity) { self.gravity = gravity }

  /// A VIP is hit as a group is, at the least.
  package mutating func raiseToGroup() { if impact.rawValue > Impact.group.rawValue { impact = .group } }

  /// False at an edge, where the form goes to its next field.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
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
      let role: Role = gravity == self.gravity ? .textStrong : .textDim
      frame.put(gravity.name, x: wide + place * PriorityGrid.column + 1, role, in: area.line(0, in: window))
    }
    for (row, impact) in Impact.allCases.enumerated() {
      let isCurrent = impact == self.impact
      let name = wide < PriorityGrid.named ? impact.name : "\(impact.name) \(words.name(impact))"
      let line = area.line(row + 1, in: window)
      frame.put(Truncate.end(name, wide - 1), isCurrent ? .textStrong : .textDim, in: line)
      for (place, gravity) in Gravity.allCases.enumerated() {
        let isChosen = isCurrent && gravity == self.gravity
        let priority = matrix[impact, gravity]
        let x = wide + place * PriorityGrid.column
        let role: Role = isChosen ? .choiceCurrent : Role.priority(priority.rawValue)
        frame.put(isChosen ? "[\(priority.name)]" : " \(priority.name) ", x: x, role, in: line)
        if isChosen, focused { frame.cursor = area.cursor(x: x + 1, y: row + 1, in: window) }
      }
    }
    let sentence = "\(gravity.name) \(words.name(gravity)) × \(impact.name) \(words.name(impact))"
    let last = area.line(PriorityGrid.height - 1, in: window)
    let end = frame.put("\(priority.name) ", Role.priority(priority.rawValue), in: last)
    frame.put(Truncate.end(sentence, max(0, area.width - end)), x: end, .textDim, in: last)
  }
}
