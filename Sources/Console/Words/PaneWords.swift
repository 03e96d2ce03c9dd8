import Desk

// What the queue, the tabs and the status row say.
extension Words {
  /// A view by its identifier; one of the agent's own is called what it is called.
  package func view(_ id: String, level: Level) -> String {
    switch id {
    case "mine": say(fr: "Ma file", en: "Mine")
    case "to_take": say(fr: "À prendre", en: "To take")
    case "level": level.rawValue
    case "waiting": say(fr: "En attente", en: "Waiting")
    case "followed": say(fr: "Je suis", en: "Followed")
    case "urgent": say(fr: "Urgents", en: "Urgent")
    case "answered": say(fr: "Réponses", en: "Answers")
    case "resolved": say(fr: "Résolus", en: "Resolved")
    case "active": say(fr: "Actifs", en: "Active")
    case "all": say(fr: "Tout", en: "All")
    case "desk.deadlines": say(fr: "Échéances", en: "Deadlines")
    case "desk.majors": say(fr: "Majeurs", en: "Majors")
    case "desk.alerts": say(fr: "Alertes", en: "Alerts")
    case "desk.dormant": say(fr: "Dormants", en: "Dormant")
    case "desk.bounces": say(fr: "Rebonds", en: "Bounces")
    case "desk.unclaimed": say(fr: "Sans preneur", en: "No taker")
    case "desk.committee": say(fr: "Comité", en: "Committee")
    case "desk.candidates": say(fr: "Candidats", en: "Candidates")
    default: id
    }
  }

  /// What else a view is asked for by; nil where it has one name.
  package func otherName(ofView id: String) -> String? {
    switch id {
    case "urgent": say(fr: "Astreinte", en: "On call")
    case "answered": say(fr: "Réponses reçues", en: "Answers received")
    case "resolved": say(fr: "Résolus à confirmer", en: "Resolved, to be confirmed")
    case "desk.majors": say(fr: "Majeur en cours", en: "Major in progress")
    case "desk.alerts": say(fr: "Alertes supervision", en: "Supervision alerts")
    case "desk.bounces": say(fr: "Courriels en échec", en: "Mail that failed")
    case "desk.unclaimed": say(fr: "Sans preneur possible", en: "Without any taker")
    case "desk.candidates": say(fr: "Problèmes candidats", en: "Problem candidates")
    default: nil
    }
  }

  package var columnDeadline: String { "SLA" }
  package var columnTicket: String { "Ticket" }
  package var columnLevel: String { say(fr: "Nv", en: "Lv") }
  package var columnState: String { say(fr: "État", en: "St.") }
  package var columnSubject: String { say(fr: "Objet", en: "Subject") }
  package var columnRequester: String { say(fr: "Demandeur", en: "Requester") }
  package var columnSite: String { "Site" }
  package var columnCategory: String { say(fr: "Catégorie", en: "Category") }
  package var columnAge: String { say(fr: "Âge", en: "Age") }
  package var columnAgent: String { "Agent" }

  /// Why a row no longer belongs to the view.
  package func leaving(_ reason: QueueRow.Leaving, me: String) -> String {
    switch reason {
    case .level(let level): "→ \(level.rawValue)"
    case .owner(let owner): owner == me ? say(fr: "→ vous", en: "→ you") : "→ \(owner)"
    case .state(let state): "→ \(name(state))"
    case .unknown: say(fr: "→ sorti", en: "→ left")
    }
  }

  // MARK: - Status row

  package func countOf(_ shown: Int, _ total: Int) -> String {
    say(fr: "\(shown) sur \(total)", en: "\(shown) of \(total)")
  }

  package func late(_ number: Int) -> String { "! " + count(number, fr: ("dépassé", "dépassés"), en: ("late", "late")) }
  package func soon(_ number: Int) -> String { "▲ " + say(fr: "\(number) bientôt", en: "\(number) soon") }
  package func marked(_ number: Int) -> String {
    "* " + count(number, fr: ("marqué", "marqués"), en: ("marked", "marked"))
  }
  package func newcomers(_ number: Int) -> String {
    "+ "
      + count(
        number, fr: ("nouveau, ; pour le voir", "nouveaux, ; pour les voir"),
        en: ("newcomer, ; to see it", "newcomers, ; to see them"))
  }
  package func sender(_ name: String, _ profile: Profile) -> String { "\(name) · \(self.name(profile))" }

  package func markedOnly(_ marked: Int, of total: Int) -> String {
    say(
      fr: "Les \(marked) premiers de \(total) sont marqués : pas plus à la fois.",
      en: "The first \(marked) of \(total) are marked: no more at once.")
  }

  /// While the index is being made, as far as it has come.
  package func indexing(_ progress: Listing.Progress?) -> String {
    let far = progress.map { $0.of > 0 ? " " + percent(min($0.done, $0.of) * 100 / $0.of) : "" } ?? ""
    return say(fr: "⋯ index en cours\(far) : tickets actifs seuls", en: "⋯ indexing\(far): active tickets only")
  }

  // MARK: - Empty

  package var listing: String { say(fr: "lecture de la file…", en: "reading the queue…") }

  // MARK: - Filter

  package var filterTitle: String { say(fr: "Filtre", en: "Filter") }
  package var filterHelp: [String] {
    [
      say(
        fr: " etat: nouveau encours attente resolu clos   sla: depasse bientot <1h suspendu",
        en: " state: new open waiting resolved closed        sla: late soon <1h paused"),
      say(
        fr: " p1-2 n2 @moi @chloe @-  site: cat: client: equip: de:  age:>3j  -mot  a ou b",
        en: " p1-2 n2 @me @chloe @-  site: cat: client: asset: from:  age:>3d  -word  a or b"),
      say(
        fr: " mot entier   impr* début   imprimer~ ses formes   \"mot de passe\" à la suite",
        en: " word whole   prin* beginning   print~ its forms   \"blue screen\" in a row"),
    ]
  }

  // MARK: - Messages

  package func pasteIgnored(_ number: Int) -> String {
    let what = count(
      number, fr: ("caractère ignoré", "caractères ignorés"), en: ("character ignored", "characters ignored"))
    return say(
      fr: "Collage : \(what).  c en faire une note   / chercher", en: "Paste: \(what).  c make it a note   / search")
  }
  package var quitAgain: String {
    say(fr: "q encore pour quitter ; les brouillons restent.", en: "q again to quit; drafts stay.")
  }
  package func noKey(_ keys: String) -> String {
    say(fr: "\(keys) ne fait rien ici.  ? montre ce qui marche", en: "\(keys) does nothing here.  ? shows what works")
  }
  /// On a leaf, where the last row shows all there is.
  func nothingOn(_ key: String) -> String { say(fr: "\(key) ne fait rien ici.", en: "\(key) does nothing here.") }
  package var nothingSelected: String { say(fr: "Aucun ticket ici.", en: "No ticket here.") }
  package var nothingNew: String { say(fr: "Rien de nouveau.", en: "Nothing new.") }
  package var oneAtATime: String {
    say(fr: "Un ticket à la fois. Échap ôte les marques.", en: "One ticket at a time. Esc clears the marks.")
  }
  package var noRoomForPreview: String {
    say(fr: "Il faut 80 colonnes et 30 lignes pour l’aperçu.", en: "The preview needs 80 columns and 30 rows.")
  }
  package var noView: String { say(fr: "Cette vue n’existe pas.", en: "There is no such view.") }
  package var noFilter: String { say(fr: "Aucun filtre.", en: "No filter.") }
  package var noMarks: String { say(fr: "Rien n’est marqué.", en: "Nothing is marked.") }
  package var noDrafts: String { say(fr: "Aucun brouillon.", en: "No drafts.") }
  package var noAddress: String {
    say(fr: "Adresse du demandeur inconnue.", en: "The requester’s address is not known.")
  }
  package var noPhone: String { say(fr: "Téléphone du demandeur inconnu.", en: "The requester’s phone is not known.") }
  package var noNext: String { say(fr: "C’est le dernier.", en: "This is the last one.") }
  package var noPrevious: String { say(fr: "C’est le premier.", en: "This is the first one.") }
  package func copied(_ text: String) -> String {
    say(fr: "copié, si le terminal l’accepte : \(text)", en: "copied, if the terminal accepts it: \(text)")
  }
  package var discarded: String { say(fr: "Brouillon jeté.", en: "Draft thrown away.") }
  package func draftKept(_ kind: Draft.Kind) -> String {
    say(
      fr: "Brouillon gardé : \(name(kind)).  :brouillons le retrouve",
      en: "Draft kept: \(name(kind)).  :drafts finds it")
  }
  package var nothingToTake: String {
    say(fr: "Rien à prendre : la file est vide.", en: "Nothing to take: the queue is empty.")
  }
  package var draftOnlyInMemory: String {
    say(
      fr: "Brouillon en mémoire seulement : rien ne s’écrit.",
      en: "Draft in memory only: nothing can be written.")
  }
  package var draftBeside: String {
    say(
      fr: "Brouillon changé dans une autre console : le vôtre est à côté.  :brouillons",
      en: "Draft changed in another console: yours lies beside it.  :drafts")
  }
  package func severalDrafts(_ number: Int) -> String {
    say(
      fr: "\(number) brouillons ici : voici le dernier.  :brouillons montre les autres",
      en: "\(number) drafts here: this is the latest.  :drafts shows the others")
  }
  /// What lay there as the console started.
  package func keptDrafts(_ number: Int) -> String {
    count(number, fr: ("brouillon gardé", "brouillons gardés"), en: ("draft kept", "drafts kept"))
      + say(fr: "  :brouillons", en: "  :drafts")
  }
  package func draftsWouldBeLost(_ number: Int) -> String {
    let drafts = count(number, fr: ("brouillon", "brouillons"), en: ("draft", "drafts"))
    return say(
      fr: "Q encore : quitter et perdre \(drafts) en mémoire", en: "Q again: quit and lose \(drafts) in memory")
  }
  package func draftSaved(_ hour: String) -> String { say(fr: "brouillon gardé \(hour)", en: "draft kept \(hour)") }
  package func draftInMemory(_ hour: String) -> String {
    say(fr: "brouillon en mémoire \(hour)", en: "draft in memory \(hour)")
  }
  package func opened(_ id: String) -> String { say(fr: "✓ \(id) ouvert", en: "✓ \(id) opened") }
  package func someRefused(_ number: Int, _ why: String) -> String {
    count(number, fr: ("refusé", "refusés"), en: ("refused", "refused")) + say(fr: " : \(why)", en: ": \(why)")
  }
  package func someFailed(_ number: Int, _ why: String) -> String {
    count(number, fr: ("non écrit", "non écrits"), en: ("not written", "not written"))
      + say(fr: " : \(why)", en: ": \(why)")
  }
  package func themeUsed(_ name: String) -> String { say(fr: "thème \(name)", en: "theme \(name)") }
  package var recording: String { say(fr: "enregistrement…", en: "recording…") }
}
