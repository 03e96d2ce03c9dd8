/// A row's words as they are compared: cut and folded once, then looked through as often as one likes.
package struct FoldedWords: Hashable, Sendable {
  /// Each word and a space after it; a newline after each field.
  private let bytes: [UInt8]

  private static let space: UInt8 = 0x20
  private static let newline: UInt8 = 0x0A

  package init(_ row: Summary) { self.init(row.words) }

  /// The words of several texts; no phrase is found across two.
  package init(_ texts: [String]) {
    var bytes: [UInt8] = []
    for text in texts {
      Tokens.each(in: text) { word in
        bytes.append(contentsOf: word)
        bytes.append(FoldedWords.space)
      }
      bytes.append(FoldedWords.newline)
    }
    self.bytes = bytes
  }

  /// Whether the words stand side by side in one of the texts.
  package func contains(_ term: TextTerm) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var phrase = Phrase(term)
      var start = 0
      for (at, byte) in bytes.enumerated() {
        if byte == FoldedWords.newline {
          phrase.part()
          start = at + 1
        } else if byte == FoldedWords.space {
          if phrase.take(UnsafeBufferPointer(rebasing: bytes[start..<at])) { return true }
          start = at + 1
        }
      }
      return false
    }
  }
}
