/// A queue that somebody keeps under a name: a filter, an order, the columns wanted and the digit of its tab.
package struct SavedView: Hashable, Sendable {
  package var name: String
  /// In the filter language, as it was typed.
  package var filter: String
  package var order: Order
  /// Wanted beside those that a row never lacks; none named: all that have room.
  package var columns: [QueueColumn]
  /// 1…9: it takes the place of that tab.
  package var digit: Int?

  /// What `filter` reads as.
  package let query: Query

  /// Refuses what could not be used: no name, a name too long, a filter that does not read, no such digit.
  package init(
    name: String, filter: String, order: Order = .next, columns: [QueueColumn] = [], digit: Int? = nil
  ) throws(Flaw) {
    let name = name.trimmed
    guard SavedView.isName(name) else { throw .name }
    if let digit, !SavedView.digits.contains(digit) { throw .digit }
    do throws(Query.Flaw) { query = try Query(filter) } catch { throw .filter(error) }
    self.name = name
    self.filter = filter
    self.order = order
    self.columns = columns
    self.digit = digit
  }

  package enum Flaw: Error, Hashable, Sendable {
    case name, digit
    case filter(Query.Flaw)
  }

  /// Characters.
  package static let longestName = 24
  package static let digits = 1...9
  /// Views of one agent.
  package static let most = 50

  package var view: View {
    View("saved." + Folding.fold(name), query, order: order, name: name, columns: columns)
  }

  /// The same as one of the whole desk.
  package var sharedView: View {
    View("shared." + Folding.fold(name), query, order: order, name: name, columns: columns)
  }

  /// Whether a view can be called so.
  package static func isName(_ text: String) -> Bool {
    (1...longestName).contains(text.trimmed.count) && !text.trimmed.contains(where: \.isNewline)
  }

  /// Names that differ only in case or accents are one.
  package func isNamed(_ other: String) -> Bool { Folding.fold(name) == Folding.fold(other.trimmed) }
}

/// A column of a queue that may be left out.
package enum QueueColumn: String, CaseIterable, Hashable, Sendable {
  case ticket, level, state, requester, site, category, age, agent
}

extension [SavedView] {
  /// With one more: in the place of one of the same name, and the only one under its digit.
  package func keeping(_ view: SavedView) -> [SavedView] {
    var views = self
    for at in views.indices where view.digit != nil && views[at].digit == view.digit { views[at].digit = nil }
    if let at = views.firstIndex(where: { $0.isNamed(view.name) }) {
      views[at] = view
    } else if views.count < SavedView.most {
      views.append(view)
    }
    return views
  }
}

// MARK: - JSON

extension SavedView {
  package var json: JSON {
    .object(
      of: ("name", .string(name)), ("filter", .string(filter)), ("order", .string(order.rawValue)),
      ("columns", .strings(columns.map(\.rawValue))), ("digit", digit.map { .int(Int64($0)) }))
  }

  /// nil for what is no view: one kept by a newer version, or spoilt. The others stay.
  package init?(json: JSON) {
    guard let name = json["name"]?.string, let filter = json["filter"]?.string else { return nil }
    try? self.init(
      name: name, filter: filter, order: json["order"]?.string.flatMap(Order.init) ?? .next,
      columns: json["columns"]?.strings?.compactMap(QueueColumn.init) ?? [],
      digit: json["digit"]?.int.map { Int(clamping: $0) })
  }
}
