import Desk
import Journal

/// `desk.conf` in the cabinet: the desk's own rules. What it does not say is the default; a mistake costs its line.
///
///     zone            = Europe/Paris
///     holidays        = french                  # french, alsace-moselle, none
///     category        = Poste/Imprimante        # one a line; without any, all are accepted
///     autoclose       = 5                       # working days after a resolution
///     autoclose.p1    = 2
///     reopen          = 5                       # working days after the closing
///     sla.p2          = 30m 1h 4h 8h office     # taken, first reply, updates, solution; - for none; office or 24/7
///     matrix.1        = P1 P1 P2 P3             # impact 1 (the company), gravity from the worst
///     matrix.glpi     = priority_matrix.json    # or GLPI's own, beside this file
package struct DeskConf {
  static let fileName = "desk.conf"
  static let keys = [
    "zone", "holidays", "category", "autoclose", "autoclose.p1", "reopen", "matrix.1", "matrix.2", "matrix.3",
    "matrix.4", "matrix.glpi", "sla.p0", "sla.p1", "sla.p2", "sla.p3", "sla.p4", "sla.p5",
  ]
  static let days = 1...365
  static let defaultZone = "Europe/Paris"

  package private(set) var file: ConfFile
  /// The content of the files read, which tells these rules from others.
  package private(set) var source: [UInt8]
  private var zone = DeskConf.defaultZone
  private var holidays = Holidays.french
  private var rows: [Int: (line: ConfFile.Line, priorities: [Int])] = [:]
  private var matrix = PriorityMatrix.standard
  private var categories: [String] = []
  private var autoClose = 5
  private var autoCloseUrgent = 2
  private var reopen = 5
  /// By priority.
  private var promises: [Int: (goals: [ServiceClock: Int64], isOffice: Bool)] = [:]

  package init(_ cabinet: String) {
    let path = cabinet + "/" + DeskConf.fileName
    source = Paths.read(path) ?? []
    file = ConfFile(String(decoding: source, as: UTF8.self), path: path)
    for line in file.lines { take(line, cabinet) }
    for line in file.lines where line.key.hasPrefix("sla.p") { takePromise(line) }
    makeMatrix()
  }

  package func rules(_ directory: Directory) -> Rules {
    var rules = Rules(
      matrix: matrix, categories: categories, autoCloseDays: autoClose, autoCloseDaysUrgent: autoCloseUrgent,
      reopenDays: reopen, directory: directory,
      calendar: .office(ZoneFiles.named(zone) ?? .utc, holidays: holidays))
    if !promises.isEmpty {
      let own = Priority.allCases.compactMap { priority in
        promises[priority.rawValue].map { promise in
          let usual = rules.policies.policy(for: ServiceSubject(priority: priority))
          return ServicePolicy(
            name: "desk-" + priority.name.lowercased(), conditions: ServiceConditions(priorities: [priority]),
            calendar: promise.isOffice ? rules.calendar : .always, goals: promise.goals, levelGoals: usual.levelGoals,
            warnings: usual.warnings)
        }
      }
      rules.policies = ServicePolicies(own, office: rules.calendar)
    }
    return rules
  }

  /// What a day of office hours counts, in any zone.
  private static let officeDay = WorkingCalendar.office(.utc).nominalDay

  private mutating func take(_ line: ConfFile.Line, _ cabinet: String) {
    switch line.key {
    case "zone":
      guard ZoneFiles.exists(line.value) else { return file.bad(line, expected: DeskConf.defaultZone) }
      zone = line.value
    case "holidays":
      switch line.value {
      case "french": holidays = .french
      case "alsace-moselle": holidays = .alsaceMoselle
      case "none": holidays = .none
      default: file.bad(line, expected: "french, alsace-moselle, none")
      }
    case "category": categories.append(line.value)
    case "autoclose": autoClose = days(line) ?? autoClose
    case "autoclose.p1": autoCloseUrgent = days(line) ?? autoCloseUrgent
    case "reopen": reopen = days(line) ?? reopen
    case "matrix.1", "matrix.2", "matrix.3", "matrix.4": takeRow(line)
    case "matrix.glpi": takeGLPI(line, cabinet)
    case let key where DeskConf.keys.contains(key): break
    default: file.unknown(line, among: DeskConf.keys)
    }
  }

  /// Four goals and a calendar: `15m 30m 1h 4h 24/7`, `- - - 8h office`.
  private mutating func takePromise(_ line: ConfFile.Line) {
    guard let digit = line.key.last?.wholeNumberValue, (0...5).contains(digit) else { return }
    let parts = line.value.split(separator: " ").map(String.init)
    guard parts.count == 5, parts[4] == "office" || parts[4] == "24/7" else {
      return file.bad(line, expected: DeskConf.promise)
    }
    let isOffice = parts[4] == "office"
    let nominalDay = isOffice ? DeskConf.officeDay : WorkingCalendar.always.nominalDay
    var goals: [ServiceClock: Int64] = [:]
    for (clock, text) in zip(ServiceClock.promised, parts) where text != "-" {
      guard let goal = WorkingDuration.seconds(of: text, nominalDay: nominalDay) else {
        return file.bad(line, expected: DeskConf.promise)
      }
      goals[clock] = goal
    }
    promises[digit] = (goals, isOffice)
  }

  private static let promise = "30m 1h 4h 8h office, - - - 4h 24/7"

  private mutating func days(_ line: ConfFile.Line) -> Int? {
    if let count = Int(line.value), DeskConf.days.contains(count) { return count }
    file.bad(line, expected: "1–365")
    return nil
  }

  private mutating func takeRow(_ line: ConfFile.Line) {
    let values = line.value.split(separator: " ").map { $0.first == "P" || $0.first == "p" ? Int($0.dropFirst()) : nil }
    guard values.count == 4, values.allSatisfy({ $0.map { (1...5).contains($0) } ?? false }),
      let number = line.key.last?.wholeNumberValue
    else { return file.bad(line, expected: "P1 P1 P2 P3") }
    rows[number] = (line, values.compactMap { $0 })
  }

  private mutating func takeGLPI(_ line: ConfFile.Line, _ cabinet: String) {
    let path = line.value.hasPrefix("/") ? line.value : cabinet + "/" + line.value
    let bytes = Paths.read(path) ?? []
    source += bytes
    let rows = DeskConf.rows(glpi: bytes)
    guard let rows, let read = try? PriorityMatrix(glpi: rows) else {
      return file.bad(line, expected: "GLPI 5×5")
    }
    matrix = read
  }

  /// GLPI writes `{"1":{"1":1,…},…}`; an array of arrays does as well.
  package static func rows(glpi bytes: [UInt8]) -> [[Int]]? {
    guard let json = try? JSONReader.read(bytes) else { return nil }
    func values(_ json: JSON) -> [JSON]? {
      if let array = json.array { return array }
      let numbered = (1...5).compactMap { json[String($0)] }
      return numbered.count == 5 ? numbered : nil
    }
    func number(_ json: JSON) -> Int? { json.int.flatMap { Int(exactly: $0) } ?? json.string.flatMap { Int($0) } }
    return values(json)?.map { row in (values(row) ?? []).compactMap(number) }
  }

  /// Rows not given are the default's; a row that makes the matrix fall where it should rise is refused.
  private mutating func makeMatrix() {
    guard let last = rows.values.max(by: { $0.line.number < $1.line.number }) else { return }
    let all = Impact.allCases.map { impact in
      rows[impact.rawValue]?.priorities ?? Gravity.allCases.map { PriorityMatrix.standard[impact, $0].rawValue }
    }
    do {
      matrix = try PriorityMatrix(rows: all)
    } catch {
      switch error {
      case .notMonotone(let row, let column):
        let line = rows[row]?.line ?? last.line
        file.bad(line, expected: "I\(row) G\(column): ≥ P\(all[row - 1][column - 1]) ↔ I\(row - 1), G\(column - 1)")
      default: file.bad(last.line, expected: "P1 P1 P2 P3")
      }
    }
  }
}
