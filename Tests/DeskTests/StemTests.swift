import Desk
import Testing

@Suite struct StemTests {
  @Test(arguments: [
    "imprimante imprimantes imprimer imprime imprimait", "journal journaux", "bateau bateaux", "reseau reseaux",
    "installer installation installations installateur installe installee", "lent lente lents lentes lenteur",
    "connecter connecte connexion connexions", "bloquer bloque bloquee blocage", "partage partager partagee",
    "afficher affiche affichage",
    "national nationale nationaux", "serveur serveurs", "erreur erreurs", "ferme fermer fermeture",
    "utilisateur utilisatrice utilisation", "cle cles", "jeu jeux", "message messages",
  ]) func frenchFamilies(_ family: String) { expectOne(family, .french) }

  @Test(arguments: [
    "print printer printers printing printed", "policy policies", "stop stops stopped stopping", "box boxes",
    "install installs installed installing installer", "flow flows flowing", "analysis analyses", "theory theories",
    "process processes processed", "crash crashes crashed crashing", "configure configured configuring",
    "aerodynamic aerodynamics", "connect connected connection connections",
  ]) func englishFamilies(_ family: String) { expectOne(family, .english) }

  private func expectOne(_ family: String, _ language: TextLanguage) {
    let stems = family.split(separator: " ").map { Stem.of(String($0), as: language) }
    #expect(Set(stems).count == 1, "\(stems)")
  }

  /// Words that mean other things, and words that have no forms.
  @Test(arguments: [
    ("port", "portail"), ("mail", "malle"), ("pare", "parc"), ("table", "tableau"), ("cour", "courriel"),
    ("p4p4s", "p4p4"), ("bus", "but"), ("new", "net"), ("привет", "приветы"),
  ]) func strangersStayApart(_ a: String, _ b: String) {
    for language in TextLanguage.allCases { #expect(Stem.of(a, as: language) != Stem.of(b, as: language)) }
  }

  /// A stem begins as its word does, is not longer, and is there.
  @Test func keepsTheBeginning() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "a", "ation", "s", "es", "ing", "ed", "eaux", "x", "ll", "ement", "y", "é", "qu", "ies", "0", "ss", "er",
    ]
    for _ in 0..<5000 {
      let word = (0...Int.random(in: 0...5, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
        .joined()
      for language in TextLanguage.allCases {
        let stem = Stem.of(word, as: language)
        #expect(stem.utf8.count <= word.utf8.count && stem.utf8.starts(with: word.utf8.prefix(3)), "\(word) \(stem)")
      }
    }
  }

  @Test(arguments: [
    ("comment installer une imprimante sur le reseau", [TextLanguage.french]),
    ("how do i install the printer", [.english]), ("vpn", [.french, .english]), ("", [.french, .english]),
  ]) func languageIsGuessed(_ text: String, _ languages: [TextLanguage]) {
    #expect(TextLanguage.guess(Tokens.words(text)) == languages)
  }
}
