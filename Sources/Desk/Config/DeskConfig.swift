/// `desk.json`: what the desk sets for itself that is no list of its own.
package struct DeskConfig: Sendable, Equatable {
  /// A name of the IANA database.
  package var zoneName = DeskConfig.defaultZone
  package var zone = Zone.utc
  /// Of the calendars that name none.
  package var holidays = Holidays.french
  /// The calendar that counts working days: closing by itself, waits. nil for `CalendarConfig.office`.
  package var calendar: (name: String, place: ConfigPlace)?
  package var categories: [String] = []
  /// Working days after a resolution until the ticket closes; for a P0 or P1.
  package var autoClose = 5
  package var autoCloseUrgent = 2
  /// Working days after the closing during which a ticket can be reopened.
  package var reopen = 5

  package static let defaultZone = "Europe/Paris"
  package static let days = 1...365
  private static let keys = [
    "zone", "holidays", "calendar", "categories", "autoclose", "autoclose_urgent", "reopen",
  ]

  package init(_ node: ConfigNode?, _ notes: inout ConfigNotes, zones: (String) -> Zone?) {
    let members = notes.members(of: node, keys: DeskConfig.keys)
    let asked = notes.text(members["zone"], under: "zone")
    if let asked, let found = zones(asked) {
      (zoneName, zone) = (asked, found)
    } else {
      let place = members["zone"]?.place ?? ConfigPlace()
      if let asked { notes.add(.unknownName(.zone, asked, near: nil), at: place) }
      // A fault, or no word of it: the zone a desk starts with. A machine without zones counts in UTC, and says so.
      if let usual = zones(zoneName) {
        zone = usual
      } else if asked != zoneName {
        notes.add(.unknownName(.zone, zoneName, near: nil), at: place)
      }
    }
    if let sets = notes.texts(members["holidays"], under: "holidays") {
      holidays = CalendarConfig.holidays(sets, named: CalendarConfig.builtInHolidays, &notes)
    }
    if let name = notes.text(members["calendar"], under: "calendar"), let place = members["calendar"]?.place {
      calendar = (name, place)
    }
    if let tree = members["categories"] { categories = DeskConfig.paths(tree, above: "", depth: 0, &notes) }
    autoClose = notes.number(members["autoclose"], under: "autoclose", DeskConfig.days) ?? autoClose
    autoCloseUrgent =
      notes.number(members["autoclose_urgent"], under: "autoclose_urgent", DeskConfig.days) ?? autoCloseUrgent
    reopen = notes.number(members["reopen"], under: "reopen", DeskConfig.days) ?? reopen
  }

  /// The leaves of a tree of names, each with its way down: `Poste/Imprimante`.
  private static func paths(
    _ node: ConfigNode, above: String, depth: Int, _ notes: inout ConfigNotes
  ) -> [String] {
    if depth > Limits.queryDepth {
      notes.add(.syntax(.tooDeep), at: node.place)
      return []
    }
    if let text = node.string { return [above + text] }
    if node.isNull { return [] }
    if node.array != nil {
      return notes.list(node).flatMap { entry -> [String] in
        if entry.members != nil { return paths(entry, above: above, depth: depth + 1, &notes) }
        return notes.text(entry, under: "categories").map { [above + $0] } ?? []
      }
    }
    return notes.table(node, under: "categories").flatMap { member -> [String] in
      let below = paths(member.value, above: above + member.key + "/", depth: depth + 1, &notes)
      return below.isEmpty ? [above + member.key] : below
    }
  }

  package static func == (a: DeskConfig, b: DeskConfig) -> Bool {
    a.zoneName == b.zoneName && a.holidays == b.holidays && a.calendar?.name == b.calendar?.name
      && a.categories == b.categories && a.autoClose == b.autoClose && a.autoCloseUrgent == b.autoCloseUrgent
      && a.reopen == b.reopen
  }
}
