/// One cell of a frame, eight bytes: a scalar, its marks, what it is and the surface it lies on.
package struct Cell: Hashable, Sendable {
  /// How much of a character this cell holds.
  package enum Span: UInt8, Sendable {
    case one
    /// The left half of a wide character; the cell at its right is its `tail`.
    case wide
    /// The right half of a wide character: nothing is drawn here.
    case tail
  }

  private var bits: UInt32
  /// The place of the combining marks in the frame's own table, from 1; 0 when there are none.
  var marks: UInt16
  package var role: Role
  /// The role of the row under the text: `.text` for the bare page.
  package var surface: Role

  init(_ scalar: Unicode.Scalar, _ span: Span = .one, marks: UInt16 = 0, role: Role, surface: Role = .text) {
    bits = scalar.value | UInt32(span.rawValue) << 24
    self.marks = marks
    self.role = role
    self.surface = surface
  }

  static let blank = Cell(" ", role: .text)

  /// Whether it is drawn like another, the marks aside.
  func isSame(withoutMarks other: Cell) -> Bool {
    bits == other.bits && role == other.role && surface == other.surface
  }

  /// The spacing character; a space in a tail.
  package var scalar: Unicode.Scalar { Unicode.Scalar(bits & 0x1F_FFFF) ?? " " }
  package var span: Span { Span(rawValue: UInt8(bits >> 24)) ?? .one }
}
