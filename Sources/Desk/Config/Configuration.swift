/// All files of a desk's configuration, read. Pure: the same texts and zones give the same rules on every machine.
/// What is wrong is in `faults` and costs its own entry; what is not said is built in, so no text at all is a desk.
package struct Configuration: Sendable {
  package let desk: DeskConfig
  package let calendars: CalendarConfig
  package let policies: PolicyConfig
  package let matrix: PriorityMatrix
  /// What is wrong, by file and place.
  package private(set) var faults: [ConfigFault] = []
  /// The values of the files that are read elsewhere, for whoever reads them (`ConfigFile`).
  package private(set) var nodes: [ConfigFile: ConfigNode] = [:]

  /// - Parameter zones: the zone of a name in the IANA database.
  package init(_ texts: [ConfigText] = [], zones: (String) -> Zone?) {
    var faults: [ConfigFault] = []
    var nodes: [ConfigFile: ConfigNode] = [:]
    for text in texts {
      guard let file = ConfigFile(named: text.name) else {
        let near = Nearest.name(to: text.name, among: ConfigFile.allCases.map(\.name))
        faults.append(ConfigFault(file: text.name, at: ConfigPlace(), .unknownFile(near: near)))
        continue
      }
      nodes[file] = Configuration.node(text, &faults)
    }
    func read<T>(_ file: ConfigFile, _ make: (ConfigNode?, inout ConfigNotes) -> T) -> T {
      var notes = ConfigNotes(file: file.name)
      defer { faults += notes.faults }
      return make(nodes[file], &notes)
    }
    let desk = read(.desk) { DeskConfig($0, &$1, zones: zones) }
    let calendars = read(.calendars) { CalendarConfig($0, &$1, desk: desk, zones: zones) }
    let usual = desk.calendar?.name ?? CalendarConfig.office
    let policies = read(.policies) {
      PolicyConfig($0, &$1, calendars: calendars, usual: usual, categories: desk.categories)
    }
    matrix = read(.matrix) { MatrixConfig($0, &$1) }.matrix
    (self.desk, self.calendars, self.policies) = (desk, calendars, policies)
    self.nodes = nodes
    var notes = ConfigNotes(file: ConfigFile.desk.name)
    if let calendar = desk.calendar { _ = calendars.calendar(calendar.name, at: calendar.place, &notes) }
    let used = policies.calendars.union([usual, CalendarConfig.office])
    let idle = calendars.written.filter { !used.contains($0.name) && calendars.calendars[$0.name] != nil }.map {
      ConfigFault(file: ConfigFile.calendars.name, at: $0.place, .unused(.calendar, $0.name))
    }
    self.faults = (faults + notes.faults + idle).sorted()
  }

  private static func node(_ text: ConfigText, _ faults: inout [ConfigFault]) -> ConfigNode? {
    if text.bytes.count > ConfigFile.limit {
      faults.append(ConfigFault(file: text.name, at: ConfigPlace(), .tooLong(limit: ConfigFile.limit)))
      return nil
    }
    do {
      return try ConfigReader.read(text.bytes, file: text.name)
    } catch {
      faults.append(error)
      return nil
    }
  }

  /// The calendar that counts working days.
  package var calendar: WorkingCalendar {
    desk.calendar.flatMap { calendars.calendars[$0.name] } ?? calendars.calendars[CalendarConfig.office] ?? .always
  }

  /// What the desk works under, the directory given.
  package func rules(_ directory: Directory = Directory()) -> Rules {
    var rules = Rules(
      matrix: matrix, categories: desk.categories, autoCloseDays: desk.autoClose,
      autoCloseDaysUrgent: desk.autoCloseUrgent, reopenDays: desk.reopen, directory: directory, calendar: calendar)
    rules.calendars = calendars.calendars
    rules.policies = policies.policies(office: calendar)
    return rules
  }
}
