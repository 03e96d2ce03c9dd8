/// One key as the agent pressed it, whatever the terminal sent for it.
///
/// Modifiers wrap a key, so that `.ctrl("x")`, `.ctrl(.left)` and `.alt(.enter)` all read the same. Shift is only
/// kept where it does not change the character: `.shift(.up)`, never `.shift("a")`, which is `"A"`.
package indirect enum Key: Hashable, Sendable {
  /// A printable character. A letter typed with its accent as a second scalar arrives as two keys.
  case char(Unicode.Scalar)
  case enter, escape, tab, backtab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// A function key, F1 to F24.
  case f(Int)
  case ctrl(Key)
  case alt(Key)
  case shift(Key)

  package static let space = Key.char(" ")
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  package init(unicodeScalarLiteral scalar: Unicode.Scalar) { self = .char(scalar) }
}

extension Key {
  /// The character the key types when nothing modifies it.
  package var character: Unicode.Scalar? {
    if case .char(let scalar) = self { scalar } else { nil }
  }
}
