import Desk

// What `guichet import` says: what is wrong with a line, and what came of the file.
extension Words {
  package func lineRefused(_ file: String, _ line: Int, _ problem: String) -> String {
    say(fr: "\(file), ligne \(line) : \(problem)", en: "\(file), line \(line): \(problem)")
  }

  package func flaw(_ flaw: FieldFlaw) -> String {
    let place = flaw.path.isEmpty ? "" : flaw.path + say(fr: " : ", en: ": ")
    return place + problem(flaw.problem)
  }

  private func problem(_ problem: FieldFlaw.Problem) -> String {
    switch problem {
    case .missing: say(fr: "absent", en: "missing")
    case .expected(let expectation): say(fr: "attendu : ", en: "expected: ") + expected(expectation)
    case .unknown(let near): say(fr: "champ inconnu", en: "unknown field") + perhapsMeant(near)
    case .unknownOperation(let op, let near):
      say(
        fr: "opération « \(op) » inconnue ou qui ne se reprend pas", en: "operation “\(op)” unknown or not to be taken")
        + perhapsMeant(near)
    case .opening:
      say(
        fr: "une vie commence par ticket.opened, et par un seul", en: "a life begins with ticket.opened, and with one")
    case .beforeItsPredecessor:
      say(fr: "avant l’événement qui précède", en: "earlier than the event before it")
    case .tooLong: say(fr: "trop long pour un événement", en: "too long for one event")
    }
  }

  private func perhapsMeant(_ near: String?) -> String { near.map { say(fr: " ; \($0) ?", en: "; \($0)?") } ?? "" }

  private func expected(_ expectation: FieldFlaw.Expectation) -> String {
    switch expectation {
    case .object: say(fr: "un objet", en: "an object")
    case .list(let most): say(fr: "une liste, 1 à \(most)", en: "a list, 1 to \(most)")
    case .texts(let most): say(fr: "une liste de textes, \(most) au plus", en: "a list of texts, at most \(most)")
    case .truth: say(fr: "true ou false", en: "true or false")
    case .instant: say(fr: "une date comme 2026-03-02T12:00:00Z", en: "a time such as 2026-03-02T12:00:00Z")
    case .text(let most): say(fr: "un texte, \(most) octets au plus", en: "a text, at most \(most) bytes")
    case .choice(let names): names.joined(separator: ", ")
    case .number(let range): "\(range.lowerBound)–\(range.upperBound)"
    case .name(let most):
      say(fr: "un nom sans espace, \(most) octets au plus", en: "a name without spaces, at most \(most) bytes")
    }
  }

  package func notJSON(at offset: Int) -> String {
    say(fr: "pas du JSON, octet \(offset + 1)", en: "no JSON, byte \(offset + 1)")
  }

  package func lineTooLong(limit: Int) -> String {
    say(fr: "plus de \(limit) octets", en: "longer than \(limit) bytes")
  }

  package func moreRefused(_ number: Int) -> String {
    count(
      number, fr: ("autre ligne refusée", "autres lignes refusées"), en: ("more line refused", "more lines refused"))
  }

  package func imported(taken: Int, known: Int, refused: Int, isTrial: Bool) -> String {
    let done =
      isTrial
      ? count(taken, fr: ("ticket à reprendre", "tickets à reprendre"), en: ("ticket to take in", "tickets to take in"))
      : count(taken, fr: ("ticket repris", "tickets repris"), en: ("ticket taken in", "tickets taken in"))
    return done + say(fr: ", \(known) déjà là, ", en: ", \(known) here already, ")
      + count(refused, fr: ("ligne refusée", "lignes refusées"), en: ("line refused", "lines refused"))
  }

  package var mayNotImport: String {
    say(
      fr: "Reprendre un historique revient à qui possède le dépôt, ou administre le guichet.",
      en: "To take in a history is for the cabinet’s owner or an administrator.")
  }
}
