import Desk
import Testing

@Suite struct PriorityTests {
  @Test func standardMatrixReadsAsTheRulesSay() {
    let rows = Impact.allCases.map { impact in
      Gravity.allCases.map { PriorityMatrix.standard[impact, $0].name }.joined(separator: " ")
    }
    #expect(rows == ["P1 P1 P2 P3", "P1 P2 P3 P3", "P2 P3 P3 P4", "P3 P3 P4 P5"])
  }

  struct Bad: Sendable {
    let rows: [[Int]]
    let flaw: PriorityMatrix.Flaw
  }

  @Test(arguments: [
    Bad(rows: [[1, 1, 1, 1]], flaw: .shape(rows: 1, columns: 4)),
    Bad(rows: [[1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 1]], flaw: .shape(rows: 4, columns: 3)),
    Bad(rows: [[0, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]], flaw: .value(row: 1, column: 1)),
    Bad(rows: [[1, 6, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]], flaw: .value(row: 1, column: 2)),
    Bad(rows: [[2, 1, 2, 3], [2, 2, 3, 3], [2, 3, 3, 4], [3, 3, 4, 5]], flaw: .notMonotone(row: 1, column: 2)),
    Bad(rows: [[1, 2, 2, 3], [1, 1, 3, 3], [2, 3, 3, 4], [3, 3, 4, 5]], flaw: .notMonotone(row: 2, column: 2)),
  ]) func flawedMatrixIsRefused(_ bad: Bad) {
    #expect(throws: bad.flaw) { try PriorityMatrix(rows: bad.rows) }
  }

  /// GLPI's own default, as its installer writes it.
  @Test func glpiMatrixLoads() throws {
    let glpi = [[1, 1, 2, 2, 2], [1, 2, 2, 3, 3], [2, 2, 3, 4, 4], [2, 3, 4, 4, 5], [2, 3, 4, 5, 5]]
    let matrix = try PriorityMatrix(glpi: glpi)
    #expect(matrix[.company, .crisis] == .p1)
    #expect(matrix[.person, .minor] == .p4)
    #expect(throws: PriorityMatrix.Flaw.shape(rows: 2, columns: 2)) { try PriorityMatrix(glpi: [[1, 2], [1, 2]]) }
  }

  @Test func rightsTableHoldsTogether() {
    for right in Right.allCases { #expect(!right.holders.isEmpty, "\(right)") }
    #expect(Roles().may(.readInternal, DeskRole(.auditor)))
    #expect(Roles().rights(of: DeskRole(.auditor)) == [.readInternal])
    #expect(Profile.n1.holds(.n1) && !Profile.n1.holds(.n2) && Profile.n2.holds(.v4) && !Profile.admin.holds(.n1))
  }
}
