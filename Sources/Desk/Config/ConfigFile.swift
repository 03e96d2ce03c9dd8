/// The files of a desk's configuration, in the order in which they are read: a later one may name what an earlier one
/// defines. To add one: a case here, a type with `init(_ node: ConfigNode?, _ notes: inout ConfigNotes, …)` that holds
/// the built-in values where the node is nil or wrong, and a line in `Configuration`.
package enum ConfigFile: String, CaseIterable, Sendable {
  case desk, calendars, policies, matrix
  /// Kept and versioned with the others; read where they are used.
  case queues, rules, rotas, templates, macros, recurring, roles, checklists

  /// As it lies in `config/`: `desk.json`.
  package var name: String { rawValue + ".json" }

  package init?(named name: String) {
    guard let file = ConfigFile.allCases.first(where: { $0.name == name }) else { return nil }
    self = file
  }

  /// Where the files are edited, under the cabinet.
  package static let folder = "config"
  /// Bytes of one file.
  package static let limit = 1 << 20
  /// Entries of one list or table of a file.
  package static let entryLimit = 2000
}

/// A file's text, by its name.
package struct ConfigText: Hashable, Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package init(_ file: ConfigFile, _ text: String) { self.init(file.name, Array(text.utf8)) }
}
