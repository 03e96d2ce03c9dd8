// What `guichet kb import` says, and a search of many questions.
extension Words {
  package var notAnObject: String {
    say(
      fr: "un objet est attendu : {\"id\", \"title\", \"text\"}",
      en: "an object is expected: {\"id\", \"title\", \"text\"}")
  }

  package func missingMember(_ name: String) -> String {
    say(fr: "il manque \"\(name)\"", en: "\"\(name)\" is missing")
  }

  package func badMember(_ name: String) -> String {
    say(fr: "\"\(name)\" n’a pas une valeur qui convienne", en: "\"\(name)\" has no value that will do")
  }

  package func memberTooLong(_ name: String, limit: Int) -> String {
    say(fr: "\"\(name)\" dépasse \(limit) octets", en: "\"\(name)\" is over \(limit) bytes")
  }

  package func doubledReference(_ name: String, line: Int) -> String {
    say(fr: "« \(name) » est déjà à la ligne \(line)", en: "“\(name)” is on line \(line) already")
  }

  package func nothingImported(_ flaws: Int) -> String {
    let lines = count(flaws, fr: ("ligne fautive", "lignes fautives"), en: ("line is wrong", "lines are wrong"))
    return say(fr: "\(lines) : rien n’a été importé.", en: "\(lines): nothing was imported.")
  }

  package func importedArticles(_ created: Int, _ revised: Int, _ unchanged: Int) -> String {
    say(
      fr: "✓ fiches importées : \(created) nouvelles, \(revised) révisées, \(unchanged) inchangées",
      en: "✓ articles imported: \(created) new, \(revised) revised, \(unchanged) unchanged")
  }

  package func articlesDone(_ done: Int, of total: Int) -> String {
    say(fr: "\(done) sur \(total) fiches", en: "\(done) of \(total) articles")
  }

  package func fileTooLong(_ path: String, limit: Int) -> String {
    say(fr: "\(path) dépasse \(limit >> 20) Mio.", en: "\(path) is over \(limit >> 20) MiB.")
  }

  package func badQuery(_ path: String, line: Int) -> String {
    lineRefused(path, line, say(fr: "{\"id\", \"text\"} est attendu", en: "{\"id\", \"text\"} is expected"))
  }

  package var wordsAndQueries: String {
    say(fr: "Des mots ou --queries, pas les deux.", en: "Words or --queries, not both.")
  }

  package func answers(to query: String, _ number: Int) -> String {
    "\(query) : " + count(number, fr: ("fiche", "fiches"), en: ("article", "articles"))
  }
}
