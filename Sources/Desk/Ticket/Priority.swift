/// ITIL priority, `p0` (major) the most pressing. Outside the matrix `p0` is declared, never computed.
package enum Priority: Int, CaseIterable, Comparable, Sendable {
  case p0 = 0, p1, p2, p3, p4, p5
  /// `P1`
  package var name: String { "P\(rawValue)" }
  package static func < (a: Priority, b: Priority) -> Bool { a.rawValue < b.rawValue }
}

/// How badly the work is hampered (ITIL urgency; gravité), 1 the worst.
package enum Gravity: Int, CaseIterable, Sendable {
  case crisis = 1, blocking, degraded, minor
  /// `G1`
  package var name: String { "G\(rawValue)" }
}

/// How many are hit (ITIL impact), 1 the widest.
package enum Impact: Int, CaseIterable, Sendable {
  case company = 1, department, group, person
  /// `I1`
  package var name: String { "I\(rawValue)" }
}

/// Gravity × impact → priority. A matrix is only made if it is monotone: more gravity or more impact
/// never gives a less pressing priority.
package struct PriorityMatrix: Hashable, Sendable {
  /// `cells[impact - 1][gravity - 1]`
  private var cells: [[Priority]]

  package subscript(impact: Impact, gravity: Gravity) -> Priority { cells[impact.rawValue - 1][gravity.rawValue - 1] }

  /// The desk's default.
  package static let standard = PriorityMatrix(unchecked: [
    [.p1, .p1, .p2, .p3],
    [.p1, .p2, .p3, .p3],
    [.p2, .p3, .p3, .p4],
    [.p3, .p3, .p4, .p5],
  ])

  private init(unchecked cells: [[Priority]]) { self.cells = cells }

  /// What is wrong with a matrix somebody wrote.
  package enum Flaw: Error, Hashable, Sendable {
    /// Not four rows (impact) of four columns (gravity), nor GLPI's five of five.
    case shape(rows: Int, columns: Int)
    /// A cell that is no priority from 1 to 5; row and column from 1.
    case value(row: Int, column: Int)
    /// The cell is less pressing than its milder neighbour.
    case notMonotone(row: Int, column: Int)
  }

  /// Makes a matrix of priorities 1…5, rows by impact from the widest, columns by gravity from the worst.
  package init(rows: [[Int]]) throws(Flaw) {
    guard rows.count == Impact.allCases.count, rows.allSatisfy({ $0.count == Gravity.allCases.count }) else {
      throw .shape(rows: rows.count, columns: rows.map(\.count).max() ?? 0)
    }
    var cells: [[Priority]] = []
    for (r, row) in rows.enumerated() {
      var line: [Priority] = []
      for (c, value) in row.enumerated() {
        guard (1...5).contains(value), let priority = Priority(rawValue: value) else {
          throw .value(row: r + 1, column: c + 1)
        }
        if c > 0, priority < line[c - 1] { throw .notMonotone(row: r + 1, column: c + 1) }
        if r > 0, priority < cells[r - 1][c] { throw .notMonotone(row: r + 1, column: c + 1) }
        line.append(priority)
      }
      cells.append(line)
    }
    self.cells = cells
  }

  /// GLPI's `priority_matrix`: `[urgency][impact]`, 1 the mildest and 5 the worst, for priorities as well.
  /// Its five steps fall on our four: 5 → 1, 4 → 2, 3 → 3, and 2 (not 1) → 4; a GLPI priority p becomes 6 - p.
  package init(glpi: [[Int]]) throws(Flaw) {
    guard glpi.count == 5, glpi.allSatisfy({ $0.count == 5 }) else {
      throw .shape(rows: glpi.count, columns: glpi.map(\.count).max() ?? 0)
    }
    let steps = [5, 4, 3, 2]
    try self.init(
      rows: steps.map { impact in
        steps.map { gravity in
          let value = glpi[gravity - 1][impact - 1]
          return (1...5).contains(value) ? 6 - value : 0
        }
      })
  }
}
