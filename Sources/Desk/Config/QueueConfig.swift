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
    var earlier: [(name: String, digit: Int?)] = []
    for entry in notes.list(members["queues"], under: "queues") {
      let (name, digit, view) = QueueConfig.view(entry, &notes)
      let isDoubled =
        name.map { name in earlier.contains { Folding.fold($0.name) == Folding.fold(name.trimmed) } } ?? false
      let taker = digit.flatMap { digit in earlier.first { $0.digit == digit } }
      if let name {
        if isDoubled { notes.add(.doubledName(.queue, name), at: entry.place) }
        if let digit, let taker { notes.add(.takenDigit(digit, by: taker.name), at: entry.place) }
        earlier.append((name.trimmed, digit))
      }
      guard let view, !isDoubled, taker == nil else { continue }
      if views.count < SavedView.most {
        views.append(view)
      } else {
        notes.add(.tooMany(limit: SavedView.most), at: entry.place)
        return
      }
    }
  }

  /// Its name and its digit, and the view itself; nil where it could not be used: all of its faults are noted, and the
  /// others stay.
  private static func view(
    _ node: ConfigNode, _ notes: inout ConfigNotes
  ) -> (name: String?, digit: Int?, view: SavedView?) {
    let members = notes.members(of: node, keys: keys)
    guard node.members != nil else { return (nil, nil, nil) }
    let name = text("name", members, node, &notes)
    let filter = text("filter", members, node, &notes)
    let order = notes.text(members["sort"], under: "sort").flatMap { text in
      one(text, at: members["sort"]?.place ?? node.place, among: orders, &notes)
    }
    let columns = (notes.texts(members["columns"], under: "columns") ?? []).compactMap { text, place in
      one(text, at: place, among: QueueConfig.columns, &notes)
    }
    let digit = notes.number(members["digit"], under: "digit", SavedView.digits)
    let query = filter.flatMap { notes.query($0, at: members["filter"]?.place ?? node.place) }
    guard let name else { return (nil, digit, nil) }
    if !SavedView.isName(name) {
      notes.add(.badValue(name, expected: "1–\(SavedView.longestName)"), at: members["name"]?.place ?? node.place)
    }
    let view = filter.flatMap { filter in
      try? SavedView(name: name, filter: filter, order: order ?? .next, columns: columns, digit: digit)
    }
    for field in query?.blanks ?? [] {
      notes.add(.meets(.blank(field)), at: members["filter"]?.place ?? node.place)
    }
    return (name, digit, view)
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
