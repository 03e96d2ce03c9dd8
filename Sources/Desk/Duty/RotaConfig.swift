/// `rotas.json`: who is on call, by turns. Without it nobody is, and nobody is paged.
package struct RotaConfig: Sendable {
  package private(set) var plan = DutyPlan()
  /// Names of the calendars that rotas are there during or outside of.
  package private(set) var calendars: Set<String> = []

  private static let keys = [
    "name", "level", "group", "zone", "members", "handover", "rotate", "from", "holidays", "during", "outside",
    "pages", "delay", "escalate",
  ]

  private let desk: DeskConfig
  private let known: CalendarConfig

  package init(
    _ node: ConfigNode?, _ notes: inout ConfigNotes, desk: DeskConfig, calendars known: CalendarConfig,
    zones: (String) -> Zone?
  ) {
    self.desk = desk
    self.known = known
    let members = notes.members(of: node, keys: ["rotas"])
    var rotas: [Rota] = []
    for (at, entry) in notes.list(members["rotas"], under: "rotas").enumerated() {
      guard let rota = read(entry, number: at + 1, &notes, zones) else { continue }
      if rotas.contains(where: { $0.name == rota.name }) {
        notes.add(.doubledName(.rota, rota.name), at: rota.place)
      } else {
        rotas.append(rota)
      }
    }
    let names = rotas.map(\.name)
    for rota in rotas {
      for case .rota(let other) in rota.steps.map(\.target) where !names.contains(other) {
        notes.unknown(.rota, other, among: names, at: rota.place)
      }
    }
    plan = DutyPlan(rotas)
  }

  private mutating func read(
    _ node: ConfigNode, number: Int, _ notes: inout ConfigNotes, _ zones: (String) -> Zone?
  ) -> Rota? {
    let members = notes.members(of: node, keys: RotaConfig.keys)
    guard node.members != nil else { return nil }
    let name = notes.text(members["name"], under: "name") ?? "#\(number)"
    var zone = desk.zone
    if let asked = notes.text(members["zone"], under: "zone"), let place = members["zone"]?.place {
      if let found = zones(asked) { zone = found } else { notes.add(.unknownName(.zone, asked, near: nil), at: place) }
    }
    let logins = RotaConfig.logins(members["members"], &notes)
    if logins.isEmpty { notes.add(.missingKey("members"), at: node.place) }
    guard let plan = plan(members, node.place, zone, &notes), !logins.isEmpty else { return nil }
    var rota = Rota(name: name, members: logins, plan: plan, hours: hours(members, &notes))
    rota.place = node.place
    rota.group = notes.text(members["group"], under: "group")
    rota.groupPlace = members["group"]?.place ?? node.place
    rota.pagesPlace = members["pages"]?.place ?? node.place
    if let text = notes.text(members["level"], under: "level"), let place = members["level"]?.place {
      rota.level = notes.name(text, at: place, .level, among: Level.allCases.map { ($0.rawValue, $0) })
    }
    readPages(members["pages"], &rota, &notes)
    rota.delay = RotaConfig.duration(members["delay"], under: "delay", &notes) ?? 0
    rota.steps = steps(members["escalate"], rota, &notes)
    return rota
  }

  // MARK: - Turns

  /// Logins; null is a place that nobody holds.
  private static func logins(_ node: ConfigNode?, _ notes: inout ConfigNotes) -> [String?] {
    let entries = notes.list(node, under: "members")
    if let node, entries.count > Rota.memberLimit { notes.add(.tooMany(limit: Rota.memberLimit), at: node.place) }
    var logins: [String?] = []
    for entry in entries.prefix(Rota.memberLimit) {
      if entry.isNull {
        logins.append(nil)
      } else if let text = notes.text(entry, under: "members") {
        let login = text.hasPrefix("@") ? String(text.dropFirst()) : text
        if logins.contains(login) { notes.add(.doubledTurn(login), at: entry.place) }
        logins.append(login)
      }
    }
    return logins
  }

  private func plan(
    _ members: [String: ConfigNode], _ place: ConfigPlace, _ zone: Zone, _ notes: inout ConfigNotes
  ) -> HandoverPlan? {
    let moments = RotaConfig.moments(members["handover"], &notes)
    if members["handover"] == nil { notes.add(.missingKey("handover"), at: place) }
    var start: Day?
    if let text = notes.text(members["from"], under: "from"), let place = members["from"]?.place {
      start = Day(iso: text)
      if start == nil { notes.add(.badValue(text, expected: "2026-01-05"), at: place) }
    } else if members["from"] == nil {
      notes.add(.missingKey("from"), at: place)
    }
    var rotation = HandoverPlan.Rotation.shift
    if let text = notes.text(members["rotate"], under: "rotate"), let place = members["rotate"]?.place {
      if let found = HandoverPlan.Rotation(rawValue: text.lowercased()) {
        rotation = found
      } else {
        notes.add(.badValue(text, expected: "shift, day, week"), at: place)
      }
    }
    var holidays = Holidays.none
    if let names = notes.texts(members["holidays"], under: "holidays") {
      holidays = CalendarConfig.holidays(names, named: known.sets, &notes)
    }
    return start.flatMap {
      HandoverPlan(moments, from: $0, rotation: rotation, zone: zone, putOffOn: holidays)
    }
  }

  /// `mon 09:00`, `lun-ven 18:00`, `08:00` for every day.
  private static func moments(_ node: ConfigNode?, _ notes: inout ConfigNotes) -> [HandoverPlan.Moment] {
    var moments: Set<HandoverPlan.Moment> = []
    for (text, place) in notes.texts(node, under: "handover") ?? [] {
      let words = text.split(separator: " ")
      let days = words.count == 2 ? CalendarConfig.weekdays(String(words[0])) : words.count == 1 ? Array(1...7) : nil
      guard let days, let hour = words.last, let second = OpenInterval(hour + "-48:00")?.opens else {
        notes.add(.badValue(text, expected: "mon 09:00, 08:00"), at: place)
        continue
      }
      for day in days { moments.insert(HandoverPlan.Moment(weekday: day, second: second)) }
    }
    if let node, moments.count > HandoverPlan.limit { notes.add(.tooMany(limit: HandoverPlan.limit), at: node.place) }
    return Array(moments.sorted().prefix(HandoverPlan.limit))
  }

  private mutating func hours(_ members: [String: ConfigNode], _ notes: inout ConfigNotes) -> DutyHours {
    if let both = members["outside"], members["during"] != nil {
      notes.add(.badValue("outside", expected: "during | outside"), at: both.place)
    }
    for key in ["during", "outside"] {
      guard let name = notes.text(members[key], under: key), let place = members[key]?.place else { continue }
      calendars.insert(name)
      guard let calendar = known.calendar(name, at: place, &notes) else { continue }
      if key == "during" { return name == CalendarConfig.always ? .always : .during(calendar) }
      if calendar == .always { notes.add(.badValue(name, expected: CalendarConfig.office), at: place) }
      return .outside(calendar)
    }
    return .always
  }

  // MARK: - Pages

  /// A filter; `-` or null pages for nothing.
  private func readPages(_ node: ConfigNode?, _ rota: inout Rota, _ notes: inout ConfigNotes) {
    if let node, node.isNull || node.string == "-" { return }
    rota.pagesText = notes.text(node, under: "pages") ?? Rota.usualPages
    rota.pages = notes.query(rota.pagesText ?? "", at: rota.pagesPlace)
    if rota.pages == nil {
      rota.pages = try? Query(Rota.usualPages)
      rota.pagesText = Rota.usualPages
    }
  }

  /// The chain after the first: the next member after a quarter of an hour where nothing is said.
  private func steps(_ node: ConfigNode?, _ rota: Rota, _ notes: inout ConfigNotes) -> [DutyStep] {
    guard let node else {
      let others = Set(rota.members.compactMap { $0 })
      return others.count > 1 ? [DutyStep(after: Rota.usualPatience, .next)] : []
    }
    let entries = notes.list(node, under: "escalate")
    if entries.count > Rota.stepLimit { notes.add(.tooMany(limit: Rota.stepLimit), at: node.place) }
    return entries.prefix(Rota.stepLimit).compactMap { entry in
      let members = notes.members(of: entry, keys: ["after", "to"])
      guard entry.members != nil else { return nil }
      let after = RotaConfig.duration(members["after"], under: "after", &notes) ?? Rota.usualPatience
      guard let text = notes.text(members["to"], under: "to") else {
        if members["to"] == nil { notes.add(.missingKey("to"), at: entry.place) }
        return nil
      }
      if text == "next" { return DutyStep(after: after, .next) }
      if text.hasPrefix("@"), text.count > 1 { return DutyStep(after: after, .agent(String(text.dropFirst()))) }
      if text.hasPrefix("rota:"), text.count > 5 { return DutyStep(after: after, .rota(String(text.dropFirst(5)))) }
      notes.add(.badValue(text, expected: "next, @login, rota:…"), at: members["to"]?.place ?? entry.place)
      return nil
    }
  }

  private static func duration(_ node: ConfigNode?, under key: String, _ notes: inout ConfigNotes) -> Int64? {
    guard let node, let text = notes.text(node, under: key) else { return nil }
    if let seconds = WorkingDuration.seconds(of: text, nominalDay: 86_400), seconds <= 7 * 86_400 { return seconds }
    notes.add(.badValue(text, expected: "5m, 15m, 1h30"), at: node.place)
    return nil
  }
}
