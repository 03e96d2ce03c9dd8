/// Another after each event that says something of a contract, and the same for whoever reads the same events: rows are
/// made anew where it differs, for what is promised for a ticket may.
package struct ContractEdition: Hashable, Sendable {
  /// Events that said something of a contract.
  package private(set) var count = 0
  /// `Event.id` of the last of them; empty where there is none.
  package private(set) var last = ""

  package init(count: Int = 0, last: String = "") {
    self.count = count
    self.last = last
  }

  mutating func take(_ event: String) {
    count &+= 1
    last = event
  }
}
