/// All files of a desk's configuration, read. Pure: the same texts and zones give the same rules on every machine.
/// What is wrong is in `faults` and costs its own entry; what is not said is built in, so no text at all is a desk.
package struct Configuration: Sendable {
  package let desk: DeskConfig
  package let calendars: CalendarConfig
  package let policies: PolicyConfig
  package let matrix: PriorityMatrix
  package let duty: RotaConfig
  package let roles: RoleConfig
  /// What is wrong, by file and place.
  package let faults: [ConfigFault]
  /// The values of the files that are read elsewhere, for whoever reads them (`ConfigFile`).
  package let nodes: [ConfigFile: ConfigNode]

  /// - Parameter zones: the zone of a name in the IANA database.
  package init(_ texts: [ConfigText] = [], zones: (String) -> Zone?) {
    var reading = Reading(texts)
    let desk = reading.read(.desk) { DeskConfig($0, &$1, zones: zones) }
    let calendars = reading.read(.calendars) { CalendarConfig($0, &$1, desk: desk, zones: zones) }
    let usual = desk.calendar?.name ?? CalendarConfig.office
    let policies = reading.read(.policies) {
      PolicyConfig($0, &$1, calendars: calendars, usual: usual, categories: desk.categories)
    }
    matrix = reading.read(.matrix) { MatrixConfig($0, &$1).matrix }
    let duty = reading.read(.rotas) { RotaConfig($0, &$1, desk: desk, calendars: calendars, zones: zones) }
    roles = reading.read(.roles) { RoleConfig($0, &$1) }
    reading.note(.desk) { notes in
      if let calendar = desk.calendar { _ = calendars.calendar(calendar.name, at: calendar.place, &notes) }
    }
    let used = policies.calendars.union(duty.calendars).union([usual, CalendarConfig.office])
    reading.note(.calendars) { notes in
      for entry in calendars.written where !used.contains(entry.name) && calendars.calendars[entry.name] != nil {
        notes.add(.unused(.calendar, entry.name), at: entry.place)
      }
    }
    (self.desk, self.calendars, self.policies, self.duty) = (desk, calendars, policies, duty)
    nodes = reading.nodes
    faults = reading.faults.sorted()
  }

  /// The calendar that counts working days.
  package var calendar: WorkingCalendar {
    desk.calendar.flatMap { calendars.calendars[$0.name] } ?? calendars.calendars[CalendarConfig.office] ?? .always
  }

  /// What the desk works under, the directory given.
  package func rules(_ directory: Directory = Directory()) -> Rules {
    Rules(
      matrix: matrix, categories: desk.categories, autoCloseDays: desk.autoClose,
      autoCloseDaysUrgent: desk.autoCloseUrgent, reopenDays: desk.reopen, directory: directory, calendar: calendar,
      policies: policies.policies(office: calendar), calendars: calendars.calendars, duty: duty.plan,
      roles: roles.roles)
  }
}

/// The files being read, one after the other.
private struct Reading {
  private(set) var nodes: [ConfigFile: ConfigNode] = [:]
  private(set) var faults: [ConfigFault] = []

  init(_ texts: [ConfigText]) {
    for text in texts {
      if let file = ConfigFile(named: text.name) {
        take(text, as: file)
      } else {
        let near = Nearest.name(to: text.name, among: ConfigFile.allCases.map(\.name))
        faults.append(ConfigFault(file: text.name, at: ConfigPlace(), .unknownFile(near: near)))
      }
    }
  }

  private mutating func take(_ text: ConfigText, as file: ConfigFile) {
    if text.bytes.count > ConfigFile.limit {
      faults.append(ConfigFault(file: text.name, at: ConfigPlace(), .tooLong(limit: ConfigFile.limit)))
      return
    }
    switch Reading.node(text) {
    case .success(let node): nodes[file] = node
    case .failure(let fault): faults.append(fault)
    }
  }

  private static func node(_ text: ConfigText) -> Result<ConfigNode, ConfigFault> {
    Result { () throws(ConfigFault) in try ConfigReader.read(text.bytes, file: text.name) }
  }

  /// What a file makes, with what is wrong in it.
  mutating func read<T>(_ file: ConfigFile, _ make: (ConfigNode?, inout ConfigNotes) -> T) -> T {
    var notes = ConfigNotes(file: file.name)
    let made = make(nodes[file], &notes)
    faults += notes.faults
    return made
  }

  /// What one file shows to be wrong in another.
  mutating func note(_ file: ConfigFile, _ look: (inout ConfigNotes) -> Void) {
    var notes = ConfigNotes(file: file.name)
    look(&notes)
    faults += notes.faults
  }
}
