import Desk

// What the knowledge base says.
extension Words {
  package var knowledgeTitle: String { say(fr: "Base de connaissances", en: "Knowledge base") }
  package var toDo: String { say(fr: "À faire", en: "What to do") }
  package var readyReply: String { say(fr: "Réponse prête", en: "Ready reply") }
  package var articleText: String { say(fr: "Texte", en: "Text") }
  package var keywords: String { say(fr: "Mots", en: "Keywords") }
  package var searching: String { say(fr: "recherche…", en: "searching…") }
  package func articles(_ number: Int) -> String {
    count(number, fr: ("fiche", "fiches"), en: ("article", "articles"))
  }
  package func useful(_ number: Int) -> String { say(fr: "utile \(number)", en: "useful \(number)") }
  package var noArticle: String {
    say(
      fr: "Aucune fiche pour ces mots. / pour en chercher d’autres.", en: "No article for these words. / to try others."
    )
  }
  package var noReadyReply: String {
    say(fr: "Cette fiche n’a pas de réponse prête.", en: "This article has no ready reply.")
  }
  package var noTicketForReply: String {
    say(fr: "Ouvrir la base depuis un ticket (b) pour y répondre.", en: "Open the base from a ticket (b) to answer it.")
  }
  package func usefulQuestion(_ ticket: String) -> String {
    say(fr: "utile pour \(ticket) ?  + oui   - non", en: "useful for \(ticket)?  + yes   - no")
  }
  package func written(_ article: String) -> String { say(fr: "✓ \(article) écrite", en: "✓ \(article) written") }
  package func articleDrafted(_ article: String) -> String {
    say(
      fr: "✓ résolu ; \(article) est à relire et à compléter avant de la publier",
      en: "✓ resolved; read \(article) over and complete it before it is published")
  }
  /// The same of a command.
  package func articleToReread(_ article: String) -> String {
    say(
      fr: "\(article), brouillon : à relire avant publication, sans nom ni coordonnées (guichet kb show \(article))",
      en: "\(article), a draft: read it over before it is published, no names or numbers (guichet kb show \(article))")
  }
  package func rated(_ article: String, helpful: Bool) -> String {
    helpful
      ? say(fr: "✓ \(article) : utile, c’est noté", en: "✓ \(article): useful, noted")
      : say(fr: "✓ \(article) : pas utile, c’est noté", en: "✓ \(article): not useful, noted")
  }
}
