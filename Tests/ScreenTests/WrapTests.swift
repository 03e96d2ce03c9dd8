import Screen
import Testing

/// A text, a width, and the lines it is folded into.
struct Fold: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let width: Int
  let lines: [String]

  init(_ name: String, _ text: String, _ width: Int, _ lines: String...) {
    (testDescription, self.text, self.width, self.lines) = (name, text, width, lines)
  }
}

@Test(arguments: [
  Fold("words go whole", "le serveur ne répond plus", 12, "le serveur", "ne répond", "plus"),
  Fold("exact width", "abc def", 7, "abc def"), Fold("one too few", "abc def", 6, "abc", "def"),
  Fold("blank lines stay", "a\n\nb\n", 5, "a", "", "b", ""), Fold("nothing", "", 5, ""),
  Fold("a long word is cut", "anticonstitutionnellement", 10, "anticonsti", "tutionnell", "ement"),
  Fold("a long word after a short one", "un anticonstitutionnel", 10, "un", "anticonsti", "tutionnel"),
  Fold("spaces at the fold vanish", "abc     def", 5, "abc", "def"),
  Fold("indentation is kept", "  un deux trois", 9, "  un deux", "  trois"),
  Fold("a quotation stays one", "> un deux trois", 9, "> un deux", "> trois"),
  Fold("a list item hangs", "- un deux trois", 9, "- un deux", "  trois"),
  Fold("a numbered item hangs", " 12. un deux", 10, " 12. un", "     deux"),
  Fold("too much indentation is text", "         a b", 10, "         a", "b"),
  Fold("no space in Japanese", "日本語日本語", 7, "日本語", "日本語"),
  Fold("no-break space holds", "il a dit\u{a0}oui", 10, "il a", "dit\u{a0}oui"),
  Fold("a high mark is not left alone", "il répond non !", 13, "il répond", "non !"),
  Fold("guillemets hold their words", "dit « non » ici", 7, "dit", "« non »", "ici"),
  Fold("marks stay", "e\u{301}e\u{301}e\u{301}", 2, "e\u{301}e\u{301}", "e\u{301}"),
  Fold("one column", "ab c", 1, "a", "b", "c"), Fold("no column", "ab", 0),
])
func textIsFolded(_ fold: Fold) { #expect(Wrap.lines(fold.text, width: fold.width) == fold.lines) }

@Test(arguments: [
  ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""), ("日本語", 5, "日本…"),
  ("日本語", 4, "日…"), ("e\u{301}te\u{301}s", 3, "e\u{301}t…"), ("", 3, ""),
])
func anEndIsCut(_ text: String, _ width: Int, _ cut: String) { #expect(Truncate.end(text, width) == cut) }

@Test(arguments: [
  ("/srv/guichet/a", 14, "/srv/guichet/a"), ("/srv/guichet/a", 8, "…ichet/a"), ("日本語", 4, "…語"), ("abc", 0, ""),
])
func aStartIsCut(_ text: String, _ width: Int, _ cut: String) { #expect(Truncate.start(text, width) == cut) }

@Test(arguments: [("abcdefgh", 5, "ab…gh"), ("abcdefgh", 4, "ab…h"), ("abc", 3, "abc"), ("abc", 1, "…")])
func aMiddleIsCut(_ text: String, _ width: Int, _ cut: String) { #expect(Truncate.middle(text, width) == cut) }

@Test(arguments: [
  ("ab", 5, Alignment.left, "ab   "), ("ab", 5, .right, "   ab"), ("ab", 5, .centre, " ab  "), ("日本語", 4, .left, "日… "),
])
func textFits(_ text: String, _ width: Int, _ alignment: Alignment, _ fitted: String) {
  #expect(Truncate.fit(text, width, alignment) == fitted)
}

@Test func foldingLosesNoWord() {
  let text = "Plus personne à l’étage n’ouvre le lecteur S:. Message « erreur 0x80070035 ». 日本語 Rappeler."
  for width in 1...90 {
    let lines = Wrap.lines(text, width: width)
    let letters = lines.joined().filter { $0 != " " }
    #expect(letters == text.filter { $0 != " " } && lines.allSatisfy { Width.of($0) <= max(2, width) })
  }
}
