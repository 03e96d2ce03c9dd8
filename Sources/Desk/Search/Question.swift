/// What somebody wants to know, in words: any of them may be missing from a document that answers.
package struct Question: Hashable, Sendable {
  /// One word of it, as what it stands for and how much it counts.
  package struct Word: Hashable, Sendable {
    package var pattern: WordPattern
    package var weight: Float
    /// One of the words that every text has.
    package var isStopWord = false
  }

  package private(set) var words: [Word] = []

  /// Words that every text has still say how a thing is asked, but little.
  private static let stopWordWeight: Float = 0.3

  /// The words of a text, each with its forms in the language it seems to be in. While it is being typed the last word
  /// is the beginning of one.
  package init(_ text: String, typing: Bool = false) {
    let all = Tokens.words(text)
    let languages = TextLanguage.guess(all)
    let isOpen = typing && Tokens.endsWord(text)
    for (at, word) in all.prefix(Limits.questionWords).enumerated() {
      if isOpen, at == all.count - 1 {
        add(WordPattern(word, .typed(languages)), isStopWord: false)
      } else {
        let isStopWord = StopWords.contains(word)
        add(WordPattern(word, isStopWord ? .exact : .forms(languages)), isStopWord: isStopWord)
      }
    }
    weigh()
  }

  /// The texts a query looks for, to rank what it found.
  package init(_ terms: [TextTerm]) {
    let all = terms.flatMap(\.patterns)
    let languages = TextLanguage.guess(all.map(\.word))
    for pattern in all.prefix(Limits.questionWords) {
      let isStopWord = pattern.kind == .exact && StopWords.contains(pattern.word)
      let wide = pattern.kind == .exact && !isStopWord ? WordPattern(pattern.word, .forms(languages)) : pattern
      add(wide, isStopWord: isStopWord)
    }
    weigh()
  }

  package var isEmpty: Bool { words.isEmpty }

  /// What a snippet underlines.
  package var terms: [TextTerm] {
    let telling = words.filter { !$0.isStopWord }
    return (telling.isEmpty ? words : telling).map { TextTerm($0.pattern) }
  }

  private mutating func add(_ pattern: WordPattern, isStopWord: Bool) {
    if let at = words.firstIndex(where: { $0.pattern == pattern }) { return words[at].weight += 1 }
    words.append(Word(pattern: pattern, weight: 1, isStopWord: isStopWord))
  }

  private mutating func weigh() {
    guard !words.allSatisfy(\.isStopWord) else { return }
    for at in words.indices where words[at].isStopWord { words[at].weight *= Question.stopWordWeight }
  }
}
