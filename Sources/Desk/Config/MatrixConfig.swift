/// `matrix.json`: the priority matrix, in the desk's own rows by name or as GLPI exports its own (5×5).
///
///     { I1: "P1 P1 P2 P3", I2: "P1 P2 P3 P3", I3: …, I4: … }
package struct MatrixConfig: Sendable {
  package private(set) var matrix = PriorityMatrix.standard

  private static let rows = ["I1", "I2", "I3", "I4"]
  private static let names = ["company", "department", "group", "person"]

  package init(_ node: ConfigNode?, _ notes: inout ConfigNotes) {
    guard let node else { return }
    if MatrixConfig.isGLPI(node) { readGLPI(node, &notes) } else { readOwn(node, &notes) }
  }

  private static func isGLPI(_ node: ConfigNode) -> Bool {
    node.array != nil || node.members?.contains { Int($0.key) != nil } == true
  }

  /// Rows not given are the built-in one's.
  private mutating func readOwn(_ node: ConfigNode, _ notes: inout ConfigNotes) {
    let members = notes.members(of: node, keys: MatrixConfig.rows + MatrixConfig.names)
    var places: [Int: [ConfigPlace]] = [:]
    let rows = Impact.allCases.map { impact -> [Int] in
      let standard = Gravity.allCases.map { PriorityMatrix.standard[impact, $0].rawValue }
      let at = impact.rawValue - 1
      guard let row = members[MatrixConfig.rows[at]] ?? members[MatrixConfig.names[at]] else { return standard }
      guard let cells = MatrixConfig.cells(row, &notes) else { return standard }
      places[impact.rawValue] = cells.map(\.place)
      return cells.map(\.priority)
    }
    do {
      matrix = try PriorityMatrix(rows: rows)
    } catch {
      guard case .notMonotone(let row, let column) = error else { return }
      // Of two neighbours that disagree, the one that was written.
      let place = places[row]?[column - 1] ?? places[row - 1]?[column - 1] ?? node.place
      notes.add(.notMonotone(impact: row, gravity: column), at: place)
    }
  }

  /// `"P1 P1 P2 P3"`, `["P1", "P1", "P2", "P3"]`, or by gravity `{ G1: "P1", … }`.
  private static func cells(
    _ row: ConfigNode, _ notes: inout ConfigNotes
  ) -> [(priority: Int, place: ConfigPlace)]? {
    var words: [(String, ConfigPlace)] = []
    if let text = row.string {
      words = text.split(separator: " ").map { (String($0), row.place) }
    } else if row.members != nil {
      let members = notes.members(of: row, keys: Gravity.allCases.map(\.name))
      words = Gravity.allCases.compactMap { gravity in
        members[gravity.name].map { ($0.string ?? "", $0.place) }
      }
    } else {
      words = notes.list(row).map { ($0.string ?? $0.int.map { "P\($0)" } ?? "", $0.place) }
    }
    let cells = words.compactMap { word, place -> (priority: Int, place: ConfigPlace)? in
      let priority = Priority.allCases.first { $0.name == word.uppercased() }
      return priority.flatMap { $0 == .p0 ? nil : ($0.rawValue, place) }
    }
    if cells.count == Gravity.allCases.count, words.count == cells.count { return cells }
    notes.add(.badValue(words.map(\.0).joined(separator: " "), expected: "P1 P1 P2 P3"), at: row.place)
    return nil
  }

  // MARK: - GLPI

  /// `{"1":{"1":1,…},…}` by urgency and impact, 5 the worst; an array of arrays does as well.
  private mutating func readGLPI(_ node: ConfigNode, _ notes: inout ConfigNotes) {
    do {
      matrix = try PriorityMatrix(glpi: MatrixConfig.rows(glpi: node))
    } catch { notes.add(MatrixConfig.problem(of: error), at: node.place) }
  }

  private static func problem(of flaw: PriorityMatrix.Flaw) -> ConfigFault.Problem {
    if case .notMonotone(let impact, let gravity) = flaw { return .notMonotone(impact: impact, gravity: gravity) }
    return .badValue("GLPI", expected: "5×5, 1–5")
  }

  private static func rows(glpi node: ConfigNode) -> [[Int]] {
    guard let rows = numbered(node) else { return [] }
    return rows.map { row in (numbered(row) ?? []).map { number($0) ?? 0 } }
  }

  private static func numbered(_ node: ConfigNode) -> [ConfigNode]? {
    if let array = node.array { return array }
    let members = (1...5).compactMap { node[String($0)] }
    return members.count == 5 ? members : nil
  }

  /// Their exports write some numbers as texts.
  private static func number(_ node: ConfigNode) -> Int? {
    node.int.flatMap { Int(exactly: $0) } ?? node.string.flatMap { Int($0) }
  }
}
