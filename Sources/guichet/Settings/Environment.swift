import Glibc

/// The environment the program was started with. A variable is looked up when it is asked for: most commands ask for
/// a handful of the dozens there are.
package struct Environment: Sendable {
  /// In place of the process's own; nil for that.
  private let values: [String: String]?

  /// The process's own.
  init() { values = nil }

  package init(_ values: [String: String]) { self.values = values }

  /// nil where there is no such variable.
  package subscript(name: String) -> String? {
    if let values { return values[name] }
    return getenv(name).map { String(cString: $0) }
  }
}
