/// Looks for words side by side in a run of words: each word of a text is shown to it once, in order.
///
/// Bit i says that the first i + 1 words of the phrase are the last i + 1 words seen (the shift-and search of
/// Baeza-Yates and Gonnet, with words for letters).
package struct Phrase {
  private let patterns: [WordPattern]
  private var state: UInt64 = 0

  package init(_ term: TextTerm) { patterns = term.patterns }

  /// Takes the next word; true where the phrase is complete with it.
  package mutating func take(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = state << 1 | 1
    state = 0
    for at in patterns.indices where before >> UInt64(at) & 1 == 1 && patterns[at].includes(word) {
      state |= 1 << UInt64(at)
    }
    return state >> UInt64(patterns.count - 1) & 1 == 1
  }

  /// Another text begins: no phrase goes on from one into the next.
  package mutating func part() { state = 0 }

  /// Whether the phrase is found within a text.
  package static func isFound(_ term: TextTerm, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var phrase = Phrase(term)
    var isFound = false
    Tokens.each(in: text) { word in if !isFound { isFound = phrase.take(word) } }
    return isFound
  }

  package static func isFound(_ term: TextTerm, in text: String) -> Bool {
    var text = text
    return text.withUTF8 { isFound(term, in: $0) }
  }
}
