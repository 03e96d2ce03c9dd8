/// What one member of a JSON object must be: what the codecs read, said aloud, so that whoever writes it can be told
/// which member is wrong and what was expected there.
package struct FieldShape: Sendable {
  let name: String
  let value: Value
  let isOptional: Bool

  indirect enum Value: Sendable {
    /// A text with at least one character that is no space, of so many bytes at most.
    case text(most: Int)
    /// A text that may be empty.
    case words(most: Int)
    case choice([String])
    case number(ClosedRange<Int64>)
    case truth
    case instant
    case texts(most: Int)
    case object([FieldShape])
  }

  init(_ name: String, _ value: Value, isOptional: Bool = false) {
    self.name = name
    self.value = value
    self.isOptional = isOptional
  }

  /// A member that may be left out.
  static func maybe(_ name: String, _ value: Value) -> FieldShape { FieldShape(name, value, isOptional: true) }
}

/// A member that is not what it must be.
package struct FieldFlaw: Error, Hashable, Sendable {
  /// From the top of the object: `events[3].d.channel`; empty for the object itself.
  package var path: String
  package var problem: Problem

  package enum Problem: Hashable, Sendable {
    case missing
    case expected(Expectation)
    /// No such member; the nearest that there is.
    case unknown(near: String?)
    /// No such operation, or none that can be taken from elsewhere.
    case unknownOperation(String, near: String?)
    /// The life does not begin with its opening, or has two.
    case opening
    /// Earlier than the event before it.
    case beforeItsPredecessor
    /// Too long to be written as one event, its text aside.
    case tooLong
  }

  /// What would have done.
  package enum Expectation: Hashable, Sendable {
    case object, list(most: Int), texts(most: Int), truth, instant
    case text(most: Int)
    case choice([String])
    case number(ClosedRange<Int64>)
    /// A name without spaces.
    case name(most: Int)
  }

  package init(_ path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }
}

extension [FieldShape] {
  /// Looks at every member of an object: those that must be there, those that may, and those that may not.
  func check(_ json: JSON, at path: String) throws(FieldFlaw) {
    guard case .object(let members) = json else { throw FieldFlaw(path, .expected(.object)) }
    for member in members where !contains(where: { $0.name == member.key }) {
      throw FieldFlaw(path + "." + member.key, .unknown(near: Nearest.name(to: member.key, among: map(\.name))))
    }
    for shape in self {
      let place = path.isEmpty ? shape.name : path + "." + shape.name
      if let value = json[shape.name] {
        try shape.value.check(value, at: place)
      } else if !shape.isOptional {
        throw FieldFlaw(place, .missing)
      }
    }
  }
}

extension FieldShape.Value {
  fileprivate func check(_ json: JSON, at path: String) throws(FieldFlaw) {
    switch self {
    case .object(let shapes): try shapes.check(json, at: path)
    case .text(let most):
      guard let text = json.string, text.utf8.count <= most, !text.allSatisfy(\.isWhitespace) else {
        throw FieldFlaw(path, .expected(.text(most: most)))
      }
    case .words(let most):
      guard let text = json.string, text.utf8.count <= most else {
        throw FieldFlaw(path, .expected(.text(most: most)))
      }
    case .choice(let names):
      guard let name = json.string, names.contains(name) else { throw FieldFlaw(path, .expected(.choice(names))) }
    case .number(let range):
      guard let number = json.int, range.contains(number) else { throw FieldFlaw(path, .expected(.number(range))) }
    case .truth: if json.bool == nil { throw FieldFlaw(path, .expected(.truth)) }
    case .instant:
      guard let text = json.string, let instant = Instant(rfc3339: text), Instant.written.contains(instant) else {
        throw FieldFlaw(path, .expected(.instant))
      }
    case .texts(let most):
      guard let texts = json.array, texts.count <= Limits.recipients,
        texts.allSatisfy({ $0.string.map { $0.utf8.count <= most } ?? false })
      else { throw FieldFlaw(path, .expected(.texts(most: Limits.recipients))) }
    }
  }
}

extension Instant {
  /// What four digits of a year can tell, from 1970 on.
  static let written = Instant(ms: 0)...Instant(ms: 253_402_300_799_999)
}
