/// What an event of repair tells of its file: each thing found wrong, tied to the bytes it was found in. Nothing is
/// taken away by a repair; what is wrong stays where it is and is accounted for.
package struct Repair: Hashable, Sendable {
  package var damage: [Spot]

  package init(damage: [Spot]) { self.damage = damage }

  /// One thing wrong.
  package struct Spot: Hashable, Sendable {
    /// Its name in the output of `guichet verify`: `torn`, `flipped`, `missing` …
    package var kind: String
    /// From 1; 0 the file as a whole.
    package var line: Int
    /// Of the line, without its newline; of a file that was cut, those it had.
    package var bytes: Int
    /// 128 bits of the SHA-256 of the line; of what is missing, its numbers.
    package var seal: String

    package init(kind: String, line: Int, bytes: Int, seal: String) {
      self.kind = kind
      self.line = line
      self.bytes = bytes
      self.seal = seal
    }
  }

  /// The operation of the event.
  package static let op = "journal.repaired"
}

extension Repair {
  package init?(json: JSON) {
    guard let damage = json["damage"]?.array else { return nil }
    self.init(damage: damage.compactMap(Spot.init(json:)))
  }

  package var json: JSON { .object(of: ("damage", .array(damage.map(\.json)))) }
}

extension Repair.Spot {
  init?(json: JSON) {
    guard let kind = json["kind"]?.string, let line = json["line"]?.int, let bytes = json["bytes"]?.int,
      let seal = json["seal"]?.string
    else { return nil }
    self.init(kind: kind, line: Int(clamping: line), bytes: Int(clamping: bytes), seal: seal)
  }

  var json: JSON {
    .object(
      of: ("kind", .string(kind)), ("line", .int(Int64(line))), ("bytes", .int(Int64(bytes))), ("seal", .string(seal)))
  }
}
