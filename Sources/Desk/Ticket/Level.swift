/// The line of support a ticket stands at: three of our own, two of vendors.
package enum Level: String, CaseIterable, Comparable, Sendable {
  case n1 = "N1"
  case n2 = "N2"
  case n3 = "N3"
  case v4 = "V4"
  case v5 = "V5"

  package var rank: Int { Level.allCases.firstIndex(of: self)! }
  package var isVendor: Bool { self >= .v4 }
  package static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }
}
