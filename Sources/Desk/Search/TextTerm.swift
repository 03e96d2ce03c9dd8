/// What a query looks for in texts: words side by side, one mostly.
package struct TextTerm: Hashable, Sendable {
  /// At least one; the last may be a beginning or stand for its forms.
  package let patterns: [WordPattern]

  /// The words of a typed text; nil where it has none.
  package init?(_ text: String, last kind: WordPattern.Kind = .exact) {
    let words = Tokens.words(text).prefix(Limits.phraseWords)
    guard let last = words.last else { return nil }
    patterns = words.dropLast().map { WordPattern($0) } + [WordPattern(last, kind)]
  }

  package var isPhrase: Bool { patterns.count > 1 }

  /// The same words, the last as the beginning of one: it is still being typed.
  package var typing: TextTerm {
    guard let last = patterns.last, last.kind == .exact else { return self }
    return TextTerm(patterns.dropLast() + [WordPattern(last.word, .prefix)])
  }

  /// One word, as what it stands for.
  package init(_ pattern: WordPattern) { patterns = [pattern] }

  private init(_ patterns: [WordPattern]) { self.patterns = patterns }
}
