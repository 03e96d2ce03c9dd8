import Desk
import Screen

// What commands print when they are done.
extension Words {
  package var nothingListed: String { say(fr: "Aucun ticket ne passe ce filtre.", en: "No ticket passes this filter.") }
  /// Over the columns of a list on a terminal.
  package var listHead: [String] {
    [
      columnTicket, "P", columnDeadline, columnState, columnLevel, capital(name(QueueColumn.agent)), columnRequester,
      columnSubject,
    ]
  }
  package var noTicketFound: String { say(fr: "Aucun ticket.", en: "No ticket.") }
  package var nothingFound: String { say(fr: "Aucune fiche.", en: "No article.") }

  package func recordedArticle(_ article: Article) -> String {
    "✓ \(article.id) \(name(article.state))" + colon + article.content.title
  }

  package func badLogin(_ login: String) -> String {
    say(
      fr: "« \(login) » n’est pas un login : minuscules, chiffres, . - _, 32 au plus.",
      en: "“\(login)” is no login: lower case, digits, . - _, at most 32.")
  }

  // MARK: - Themes

  package var shipped: String { say(fr: "livré", en: "shipped") }

  package func themeRight(_ theme: String) -> String {
    say(fr: "✓ \(theme) : rien à redire", en: "✓ \(theme): nothing wrong")
  }

  package func themeWrong(_ number: Int) -> String {
    count(number, fr: ("défaut", "défauts"), en: ("fault", "faults"))
  }

  package func themeFault(_ fault: ThemeFile.Fault, _ path: String) -> String {
    let problem: String =
      switch fault.problem {
      case .unknownRole(let role, let near):
        say(fr: "rôle « \(role) » inconnu", en: "unknown role “\(role)”") + themePerhaps(near)
      case .unknownWord(let word, let near):
        say(fr: "« \(word) » n’est ni couleur ni attribut", en: "“\(word)” is neither colour nor attribute")
          + themePerhaps(near)
      case .badColor(let word): say(fr: "« \(word) » : 0 à 255, ou #rrggbb", en: "“\(word)”: 0 to 255, or #rrggbb")
      case .unknownMode(let word):
        say(fr: "mode « \(word) » : dark, light, any", en: "mode “\(word)”: dark, light, any")
      case .badContrast(let word): say(fr: "contraste « \(word) » : 1 à 21", en: "contrast “\(word)”: 1 to 21")
      case .unknownSection(let word): say(fr: "\(word) : [palette] ou [roles]", en: "\(word): [palette] or [roles]")
      case .noAssignment(let text):
        say(fr: "« \(text) » : attendu rôle = style", en: "“\(text)”: expected role = style")
      case .unknownParent(let name, let near):
        say(fr: "hérite de « \(name) », inconnu", en: "inherits “\(name)”, unknown") + themePerhaps(near)
      case .inheritanceTooDeep: say(fr: "héritage sans fin", en: "endless inheritance")
      case .tooLong(let bytes): say(fr: "fichier trop long (\(bytes) octets)", en: "file too long (\(bytes) bytes)")
      }
    return fault.line == 0
      ? "\(path): \(problem)"
      : say(fr: "\(path), ligne \(fault.line) : \(problem)", en: "\(path), line \(fault.line): \(problem)")
  }

  private func themePerhaps(_ near: String?) -> String { near.map { say(fr: " ; \($0) ?", en: "; \($0)?") } ?? "" }

  package func themeFinding(_ finding: ThemeCheck.Finding) -> String {
    switch finding {
    case .lowContrast(let role, let surface, let ratio, let least):
      say(
        fr: "\(role.name) sur \(surface.name) : contraste \(tenths(ratio)), il faut \(tenths(least))",
        en: "\(role.name) on \(surface.name): contrast \(tenths(ratio)), \(tenths(least)) is needed")
    case .tooClose(let one, let other, let blindness):
      say(
        fr: "\(one.name) et \(other.name) se confondent (\(blindness))",
        en: "\(one.name) and \(other.name) look alike (\(blindness))")
    case .blueText(let role):
      say(
        fr: "\(role.name) : le bleu de base est illisible sur noir",
        en: "\(role.name): basic blue cannot be read on black")
    case .sameInMono(let one, let other):
      say(
        fr: "\(one.name) et \(other.name) sont pareils sans couleurs",
        en: "\(one.name) and \(other.name) look the same without colours")
    }
  }

  private func tenths(_ number: Double) -> String {
    let scaled = Int((number * 10).rounded())
    return "\(scaled / 10)" + say(fr: ",", en: ".") + "\(scaled % 10)"
  }
}

extension Words {
  // MARK: - Mail

  package var emptyMail: String { say(fr: "Message vide.", en: "Empty message.") }
  package var noSubject: String { say(fr: "(sans objet)", en: "(no subject)") }

  package func waitingMail(_ number: Int, _ path: String) -> String {
    count(number, fr: ("message en attente", "messages en attente"), en: ("message waiting", "messages waiting"))
      + say(fr: " dans \(path) : guichet mail < fichier", en: " in \(path): guichet mail < file")
  }

  // MARK: - Upkeep

  package func indexed(_ tickets: Int) -> String {
    say(fr: "✓ index à jour : ", en: "✓ index up to date: ")
      + count(tickets, fr: ("ticket", "tickets"), en: ("ticket", "tickets"))
  }

  // MARK: - Demonstration

  package func cannotCreate(_ path: String) -> String {
    say(fr: "Impossible de créer \(path).", en: "Cannot create \(path).")
  }
  package func progress(_ done: Int, of total: Int) -> String {
    say(fr: "\(done) sur \(total) tickets", en: "\(done) of \(total) tickets")
  }
  package func demoMade(_ number: Int, _ path: String) -> String {
    say(fr: "\(number) tickets de démonstration dans \(path)", en: "\(number) demonstration tickets in \(path)")
  }
}
