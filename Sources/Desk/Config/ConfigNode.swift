/// Where something stands in a text: both from 1, the column in Unicode scalars.
package struct ConfigPlace: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int = 1, column: Int = 1) {
    self.line = line
    self.column = column
  }

  package static func < (a: ConfigPlace, b: ConfigPlace) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A value of a configuration file, and where it begins.
package struct ConfigNode: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int64)
    /// A number with a fraction, an exponent, or beyond 64 bits; infinite or none where it was written so.
    case number(Double)
    case string(String)
    case array([ConfigNode])
    case object([Member])
  }

  /// One name and value of an object, in the order of the file.
  package struct Member: Sendable, Equatable {
    package let key: String
    /// Where the key stands.
    package let place: ConfigPlace
    package let value: ConfigNode

    package init(_ key: String, at place: ConfigPlace, _ value: ConfigNode) {
      self.key = key
      self.place = place
      self.value = value
    }
  }

  package let value: Value
  package let place: ConfigPlace

  package init(_ value: Value, at place: ConfigPlace) {
    self.value = value
    self.place = place
  }

  package var string: String? { if case .string(let value) = value { value } else { nil } }
  // Not inlined: the optimiser of Swift 6.3 ends the borrow of the node too early where it is, and fails.
  @inline(never) package var bool: Bool? { if case .bool(let value) = value { value } else { nil } }
  @inline(never) package var int: Int64? { if case .int(let value) = value { value } else { nil } }
  package var array: [ConfigNode]? { if case .array(let value) = value { value } else { nil } }
  package var members: [Member]? { if case .object(let value) = value { value } else { nil } }
  package var isNull: Bool { value == .null }

  /// The value under a key; the first of a doubled one, as Foundation has it (`ConfigForm` tells of the second).
  package subscript(key: String) -> ConfigNode? { members?.first { $0.key == key }?.value }
}
