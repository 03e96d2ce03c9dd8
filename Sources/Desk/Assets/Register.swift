/// Where a directory is kept, to be read only as far as it is asked for: of 5,000 people a command needs one, or none.
package protocol Register: AnyObject, Sendable {
  func agent(_ login: String) -> Agent?
  /// The first login of an account.
  func agent(account: String) -> Agent?
  func customer(_ id: String) -> Customer?
  /// The first customer with exactly this mail domain, in lower case.
  func customer(domain: String) -> Customer?
  /// - Parameter key: as `Directory.people` has it.
  func person(_ key: String) -> Person?

  func agents() -> [String: Agent]
  func customers() -> [String: Customer]
  func people() -> [String: Person]

  /// Which configuration is in force since when.
  var reigns: [RuleBook.Reign] { get }
  func version(_ name: String) -> ConfigVersion?
  func versions() -> [String: ConfigVersion]
}

/// The entries of one kind in a directory, by key. Asking for one reads one.
package struct Roll<Value> {
  private let find: (String) -> Value?
  private let load: () -> [String: Value]

  init(find: @escaping (String) -> Value?, load: @escaping () -> [String: Value]) {
    self.find = find
    self.load = load
  }

  package subscript(key: String) -> Value? { find(key) }

  /// All of them, read now.
  package var all: [String: Value] { load() }
  package var values: [Value] { Array(load().values) }
  package var count: Int { load().count }
}
