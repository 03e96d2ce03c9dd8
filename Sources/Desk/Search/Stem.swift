/// A word without its endings: plural, feminine, conjugation and the commonest derivations. A light stemmer: it errs on
/// the side of leaving a word alone, for what it finds is only a second, weaker match (see `Relevance`).
///
/// Works on folded words, in place; a stem is never longer than its word and keeps its first three letters. Words of
/// under four letters, with a digit or in another script are their own stems.
package enum Stem {
  /// Letters of a word that stay.
  package static let kept = 3

  /// Cuts the word at the beginning of a buffer and gives the length of its stem.
  package static func cut(_ word: UnsafeMutableBufferPointer<UInt8>, _ count: Int, as language: TextLanguage) -> Int {
    guard count > kept, isStemmed(word[..<count]) else { return count }
    return switch language {
    case .french: french(word, count)
    case .english: english(word, count)
    }
  }

  package static func of(_ word: String, as language: TextLanguage) -> String {
    var bytes = Array(word.utf8)
    let length = bytes.withUnsafeMutableBufferPointer { cut($0, $0.count, as: language) }
    return String(decoding: bytes[..<length], as: UTF8.self)
  }

  /// Whether a word is of letters alone: others have no forms.
  static func isStemmed(_ word: some Sequence<UInt8>) -> Bool { word.allSatisfy { (0x61...0x7A).contains($0) } }
}
