/// A tag as people type it.
package enum Tag {
  /// Whether it is one tag: a word, for spaces and commas are what people put between several.
  package static func isOne(_ text: String) -> Bool {
    !text.contains { $0.isWhitespace || $0 == "," || $0 == ";" }
  }
}
