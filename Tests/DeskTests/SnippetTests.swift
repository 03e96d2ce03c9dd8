import Desk
import Testing

@Suite struct SnippetTests {
  private static let text = """
    Bonjour, depuis ce matin rien ne marche. J’ai redémarré le poste deux fois. L’imprimante du hall
    affiche « bourrage papier » et l’imprimante du premier ne répond plus. Merci de votre aide.
    """

  struct Case: Sendable, CustomTestStringConvertible {
    let words: String
    let width: Int
    /// With what is underlined in brackets.
    let shown: String
    init(_ words: String, _ width: Int, _ shown: String) {
      self.words = words
      self.width = width
      self.shown = shown
    }
    var testDescription: String { "\(words) in \(width)" }
  }

  @Test(arguments: [
    Case("bourrage", 40, "…du hall affiche « [bourrage] papier » et…"),
    Case("imprimante papier", 44, "…[papier] » et l’[imprimante] du premier ne…"),
    Case("rien-de-tel", 30, "Bonjour, depuis ce matin…"),
    Case("bonjour aide", 20, "[Bonjour], depuis ce…"), Case("bourrage", 5, "…bou…"), Case("bourrage", 0, "…"),
    Case("aide", 400, ""),
  ]) func showsWhereItWasFound(_ asked: Case) {
    let snippet = Snippet(of: SnippetTests.text, Question(asked.words).terms, width: asked.width)
    #expect(snippet.text.count <= max(asked.width, 1))
    if asked.shown.isEmpty {
      #expect(!snippet.text.contains("…") && !snippet.text.contains("\n") && snippet.marks.count == 1)
    } else {
      #expect(bracketed(snippet) == asked.shown)
    }
  }

  private func bracketed(_ snippet: Snippet) -> String {
    var out = ""
    for (at, character) in snippet.text.enumerated() {
      if snippet.marks.contains(where: { $0.lowerBound == at }) { out += "[" }
      out.append(character)
      if snippet.marks.contains(where: { $0.upperBound == at + 1 }) { out += "]" }
    }
    return out
  }

  /// Any text and width: no longer than asked, marks in order and within.
  @Test func fitsAlways() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["mot ", "é\u{301}", "日本 ", "\n\n", "l’", "👩‍👩‍👧 ", "long", " ", "autre-mot ", "\u{0}"]
    for _ in 0..<500 {
      let text = (0..<30).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let width = Int.random(in: 1...50, using: &random)
      let snippet = Snippet(of: text, Question("mot long").terms, width: width)
      #expect(snippet.text.count <= width, "\(text)")
      var end = 0
      for mark in snippet.marks {
        #expect(mark.lowerBound >= end && mark.upperBound <= snippet.text.count, "\(text)")
        end = mark.upperBound
      }
    }
  }

  @Test(arguments: [
    ("mot de passe", "Le mot de passe", true), ("mot de passe", "mot du passe", false),
    ("a a b", "a a a b", true), ("pc-01689", "le PC 01689.", true), ("de passe mot", "mot de passe", false),
    ("imprimante", "l’imprimante", true), ("mot de pas*", "mot de passe", true), ("panne~", "en pannes", true),
  ]) func phrasesAreSideBySide(_ phrase: String, _ text: String, _ isFound: Bool) throws {
    let kind: WordPattern.Kind =
      phrase.last == "*" ? .prefix : phrase.last == "~" ? .forms(TextLanguage.allCases) : .exact
    let term = try #require(TextTerm(phrase, last: kind))
    #expect(Phrase.isFound(term, in: text) == isFound)
    #expect(FoldedWords([text]).contains(term) == isFound)
  }
}
