/// `queues.json`: the views that the whole desk shares, beside those that each agent keeps.
///
///     { queues: [{ name: "VPN cette semaine", filter: "vpn âge:<7j", sort: "next", columns: ["site", "âge"] }] }
package struct QueueConfig: Sendable {
  package private(set) var views: [SavedView] = []

  private static let keys = ["name", "filter", "sort", "columns", "digit"]

  /// The orders and columns by their names in both languages, folded.
  private static let orders: [(String, Order)] =
    Order.allCases.map { ($0.rawValue, $0) } + [
      ("suivant", .next), ("arrivee", .received), ("changement", .updated), ("date", .nextDate),
      ("priorite", .priority),
    ]
  private static let columns: [(String, QueueColumn)] =
    QueueColumn.allCases.map { ($0.rawValue, $0) } + [
      ("niveau", .level), ("etat", .state), ("demandeur", .requester), ("categorie", .category),
    ]

  package init(_ node: ConfigNode?, _ notes: inout ConfigNotes) {
    let members = notes.members(of: node, keys: ["queues"])
    for entry in notes.list(members["queues"], under: "queues") {
      guard let view = QueueConfig.view(entry, &notes) else { continue }
      if views.contains(where: { $0.isNamed(view.name) }) {
        notes.add(.doubledName(.queue, view.name), at: entry.place)
      } else if let digit = view.digit, let other = views.first(where: { $0.digit == digit }) {
        notes.add(.takenDigit(digit, by: other.name), at: entry.place)
      } else if views.count < SavedView.most {
        views.append(view)
      } else {
        notes.add(.tooMany(limit: SavedView.most), at: entry.place)
        return
      }
    }
  }

  /// nil where it could not be used: its fault is noted, and the others stay.
  private static func view(_ node: ConfigNode, _ notes: inout ConfigNotes) -> SavedView? {
    let members = notes.members(of: node, keys: keys)
    guard node.members != nil else { return nil }
    guard let name = text("name", members, node, &notes), let filter = text("filter", members, node, &notes) else {
      return nil
    }
    let order = notes.text(members["sort"], under: "sort").flatMap { text in
      one(text, at: members["sort"]?.place ?? node.place, among: orders, &notes)
    }
    let columns = (notes.texts(members["columns"], under: "columns") ?? []).compactMap { text, place in
      one(text, at: place, among: QueueConfig.columns, &notes)
    }
    let digit = notes.number(members["digit"], under: "digit", SavedView.digits)
    do throws(SavedView.Flaw) {
      return try SavedView(name: name, filter: filter, order: order ?? .next, columns: columns, digit: digit)
    } catch {
      switch error {
      case .filter(let flaw): notes.add(.query(flaw), at: members["filter"]?.place ?? node.place)
      case .name, .digit:
        notes.add(.badValue(name, expected: "1–\(SavedView.longestName)"), at: members["name"]?.place ?? node.place)
      }
      return nil
    }
  }

  private static func text(
    _ key: String, _ members: [String: ConfigNode], _ node: ConfigNode, _ notes: inout ConfigNotes
  ) -> String? {
    if members[key] == nil { notes.add(.missingKey(key), at: node.place) }
    return notes.text(members[key], under: key)
  }

  private static func one<T>(
    _ text: String, at place: ConfigPlace, among known: [(String, T)], _ notes: inout ConfigNotes
  ) -> T? {
    let folded = Folding.fold(text.trimmed)
    if let found = known.first(where: { $0.0 == folded }) { return found.1 }
    notes.add(.badValue(text, expected: known.map(\.0).joined(separator: ", ")), at: place)
    return nil
  }
}

extension Configuration {
  /// The shared views, read when they are asked for: most of what is done at the desk needs none.
  package var queues: QueueConfig { queuesNoted.queues }

  /// What is wrong in them.
  var queueFaults: [ConfigFault] { queuesNoted.faults }

  private var queuesNoted: (queues: QueueConfig, faults: [ConfigFault]) {
    var notes = ConfigNotes(file: ConfigFile.queues.name)
    let queues = QueueConfig(nodes[.queues], &notes)
    return (queues, notes.faults)
  }
}
