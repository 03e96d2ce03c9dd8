/// What an event brought, known by that event ever after.
package protocol Enrolled: Hashable, Sendable {
  /// The id of the event that brought it.
  var event: String { get }
}

/// Things in the order they came, each found by the event that brought it.
package struct Sheaf<Item: Enrolled>: Hashable, Sendable, RandomAccessCollection {
  private var items: [Item] = []
  private var places: [String: Int] = [:]

  package init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { items.count }
  package subscript(place: Int) -> Item { items[place] }

  package subscript(event event: String) -> Item? { places[event].map { items[$0] } }

  /// The same event brings nothing twice.
  mutating func add(_ item: Item) {
    guard places[item.event] == nil else { return }
    places[item.event] = items.count
    items.append(item)
  }

  /// Changes what an event brought; nothing where it brought nothing.
  mutating func change(_ event: String, _ change: (inout Item) -> Void) {
    guard let place = places[event] else { return }
    change(&items[place])
  }
}
