/// Which words of a dictionary a word of a question stands for.
package struct WordPattern: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The word itself.
    case exact
    /// Every word that begins so: `impr*`.
    case prefix
    /// Every word with the same stem in one of the languages: `imprimer~`.
    case forms([TextLanguage])
    /// A word being typed, which may be whole: both of these.
    case typed([TextLanguage])
  }

  /// Folded, as `Tokens` cuts it.
  package let word: String
  package let kind: Kind
  /// What every word it stands for begins with: where to look in a sorted dictionary.
  package let root: [UInt8]
  private let bytes: [UInt8]
  /// The stem of the word in each language asked for.
  private let stems: [(language: TextLanguage, stem: [UInt8])]

  package init(_ word: String, _ kind: Kind = .exact) {
    self.word = word
    self.kind = kind
    bytes = Array(word.utf8)
    guard let languages = WordPattern.languages(kind), bytes.count >= Stem.kept, Stem.isStemmed(bytes) else {
      root = bytes
      stems = []
      return
    }
    root = Array(bytes.prefix(Stem.kept))
    stems = languages.map { ($0, Array(Stem.of(word, as: $0).utf8)) }
  }

  /// Whether a folded word is the very word.
  package func isExact(_ word: UnsafeBufferPointer<UInt8>) -> Bool { bytes.elementsEqual(word) }

  /// Whether it stands for a folded word.
  package func includes(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    switch kind {
    case .exact: isExact(word)
    case .prefix: word.starts(with: bytes)
    case .forms: word.starts(with: root) && (isExact(word) || hasStem(word))
    case .typed: word.starts(with: root) && (word.starts(with: bytes) || hasStem(word))
    }
  }

  private static func languages(_ kind: Kind) -> [TextLanguage]? {
    switch kind {
    case .exact, .prefix: nil
    case .forms(let languages), .typed(let languages): languages
    }
  }

  private func hasStem(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= Tokens.longest else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Tokens.longest) { room in
      stems.contains { language, stem in
        _ = room.update(from: word)
        let length = Stem.cut(room, word.count, as: language)
        return length == stem.count && room[..<length].elementsEqual(stem)
      }
    }
  }

  package static func == (a: WordPattern, b: WordPattern) -> Bool { a.word == b.word && a.kind == b.kind }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(word)
    hasher.combine(kind)
  }
}
