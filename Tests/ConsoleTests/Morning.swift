import Desk
import Kit

/// A morning at the desk: the tickets and articles the console is rehearsed on.
enum Morning {
  static func id(_ number: Int) -> TicketID { TicketID(site: "LYO", number: number) }

  static func fold(_ ticket: Ticket, _ facts: [Fact], by: String, at: Instant, via: Via? = nil) -> Ticket {
    var ticket = ticket
    for fact in facts {
      let n = Int(ticket.lamport) + 1
      ticket.apply(
        TicketEvent(
          id: "\(ticket.id.number)-\(n)", site: ticket.id.site, n: n, lamport: ticket.lamport + 1, at: at, by: by,
          via: via, fact: fact), under: Rehearsal.rules)
    }
    return ticket
  }

  /// A ticket opened so many minutes before noon, with what happened since.
  static func ticket(
    _ number: Int, _ subject: String, _ who: String, _ site: String, _ category: String, g gravity: Int, i impact: Int,
    ago minutes: Int64, by opener: String = "amel", words: String = "", _ then: [(String, Fact)] = []
  ) -> Ticket {
    let start = Rehearsal.noon + -60 * minutes
    let party = Party(name: who, email: "demandeur\(number)@exemple.fr", phone: "41\(number % 100)")
    var ticket = Ticket(id: id(number))
    let opening = Opening(
      subject: subject, channel: .mail, requester: party, site: site, asset: nil, receivedAt: start)
    let letter = Letter(from: party, body: Body(words.isEmpty ? subject : words), channel: .mail)
    ticket = fold(ticket, [.opened(opening), .messageIn(letter)], by: opener, at: start)
    if gravity > 0 {
      ticket = fold(ticket, [.qualified(.of(gravity, impact, category))], by: opener, at: start + 60)
    }
    for (place, step) in then.enumerated() {
      ticket = fold(ticket, [step.1], by: step.0, at: start + 120 + 60 * Int64(place))
    }
    return ticket
  }

  static func taken(by login: String) -> (String, Fact) { (login, .assigned(to: login, mode: .take, reason: nil)) }

  static let thread: [(String, Fact)] = [
    ("bob", .noteAdded(Note(Body("Même message chez deux collègues du 1er étage.\nLes ports du switch sont actifs.")))),
    (
      "amel",
      .messageOut(
        Letter(
          to: ["a.bensalah@exemple.fr"], subject: "Re: Serveur",
          body: Body("Bonjour,\n\nNous regardons.\n\n> Plus personne\n> n’ouvre\n> le lecteur S:\n> ici"),
          channel: .mail))
    ),
    ("bob", .tagAdded("serveur")),
  ]

  static let tickets: [Ticket] = [
    ticket(
      10432, "SAP : la facturation plante à la validation", "É. Bérard", "Lyon", "Appli métier", g: 1, i: 2, ago: 342,
      [taken(by: "chloe"), ("chloe", .escalated(from: .n1, to: .n2, handoff: .full, target: "chloe"))]),
    ticket(
      10467, "Comptabilité : 3 mots de passe à réinitialiser", "J.-N. Lefèvre", "Paris", "Comptes", g: 2, i: 2,
      ago: 150,
      [taken(by: "amel")]),
    ticket(
      10471, "Serveur de fichiers inaccessible, étage entier", "Aïcha Ben Salah", "Nantes", "Serveurs", g: 2, i: 1,
      ago: 12,
      words: "Plus personne à l’étage n’ouvre le lecteur S:. Message « erreur 0x80070035 ». Environ 25 personnes.",
      thread),
    ticket(
      10458, "VPN : déconnexions toutes les 5 minutes", "Z. Müller", "Télétrav.", "Réseau", g: 3, i: 1, ago: 120,
      [taken(by: "amel")]),
    ticket(10459, "VPN : impossible de se reconnecter", "N. Châtelain", "Télétrav.", "Réseau", g: 3, i: 1, ago: 110),
    ticket(10460, "VPN lent depuis la mise à jour du client", "Ł. Wójcik", "Télétrav.", "Réseau", g: 3, i: 3, ago: 100),
    ticket(
      10463, "Imprimante du 3e : bourrage puis file bloquée", "A. Guérin", "Lyon", "Impression", g: 3, i: 2, ago: 61,
      [taken(by: "amel")]),
    ticket(
      10449, "Wi-Fi instable en salle Rhône", "S. Roche", "Lyon", "Réseau", g: 4, i: 2, ago: 3000, [taken(by: "bob")]),
    ticket(
      10438, "Double écran : résolution floue", "L. Petit", "Nantes", "Poste", g: 4, i: 3, ago: 400, [taken(by: "amel")]
    ),
    ticket(
      10417, "Certificat intranet expiré : attente éditeur", "DSI", "Paris", "Sécurité", g: 3, i: 1, ago: 1500,
      [taken(by: "amel"), ("amel", .waiting(Wait(on: .user, reason: .information, until: Rehearsal.noon + 86_400)))]),
    ticket(
      10461, "Réinitialisation MFA", "I. Blanc", "Paris", "Comptes", g: 3, i: 4, ago: 125,
      [taken(by: "amel"), ("amel", .resolved(.simple()))]),
    ticket(10480, "Écran noir ce matin", "M. J. Núñez", "Paris", "", g: 0, i: 0, ago: 5),
  ]

  static let articles: [Article] = [
    article(
      "KB-0113", "Partage inaccessible, erreur 0x80070035",
      steps: [
        "Le serveur répond-il au ping ?", "Ouvrir le chemin avec le nom complet",
        "Escalader N2 Serveurs avec : heure, étage, nombre de personnes, ping.",
      ], reply: "Bonjour {prénom}, le serveur est momentanément indisponible. {agent}"),
    article("KB-0088", "Serveur de fichiers perdu : réplique", steps: ["Basculer sur la réplique"], reply: nil),
  ]

  static let rows = rows(of: tickets)

  static func rows(of tickets: [Ticket]) -> [TicketID: Summary] {
    Dictionary(uniqueKeysWithValues: tickets.map { ($0.id, Summary($0, under: Rehearsal.rules)) })
  }

  static func article(_ id: String, _ title: String, steps: [String], reply: String?) -> Article {
    let content = ArticleContent(
      title: title, kind: .solution, level: .n1, symptom: "Le poste ne trouve pas le chemin réseau.", steps: steps,
      reply: reply, keywords: ["partage", "smb"])
    let at = Rehearsal.noon + -86_400 * 12
    let facts: [ArticleFact] = [.created(content), .published(.internal), .helpful(true, ticket: nil)]
    return Article.fold(
      id,
      facts.enumerated().map {
        ArticleEvent(
          id: "\(id)-\($0.offset)", site: "LYO", n: $0.offset + 1, lamport: Int64($0.offset + 1), at: at, by: "bob",
          fact: $0.element)
      })
  }
}
