/// The languages whose words are brought back to a stem, and how one is recognised.
package enum TextLanguage: CaseIterable, Hashable, Sendable {
  case french, english

  /// The languages a text may be in: told by its function words, those with the most of them; all where it has none.
  package static func guess(_ words: [String]) -> [TextLanguage] {
    let counts = allCases.map { language in words.count { language.functionWords.contains($0) } }
    let most = counts.max() ?? 0
    return most == 0 ? allCases : zip(allCases, counts).filter { $0.1 == most }.map(\.0)
  }

  /// Words of this language that the other one does not have.
  private var functionWords: Set<String> { self == .french ? TextLanguage.onlyFrench : TextLanguage.onlyEnglish }

  private static let onlyFrench = StopWords.french.subtracting(StopWords.english)
  private static let onlyEnglish = StopWords.english.subtracting(StopWords.french)
}
