import Desk

// What the boxes over the panes say.
extension Words {
  package var paletteTitle: String { say(fr: "Commandes", en: "Commands") }
  package var helpTitle: String { say(fr: "Ce que je peux faire ici", en: "What I can do here") }
  package var draftsTitle: String { say(fr: "Brouillons", en: "Drafts") }
  package var macrosTitle: String { say(fr: "Macros", en: "Macros") }
  package var paletteView: String { say(fr: "vue", en: "view") }
  package var paletteTheme: String { say(fr: "thème", en: "theme") }
  package var paletteLanguage: String { say(fr: "langue", en: "language") }
  package func openTicket(_ id: String) -> String { say(fr: "ouvrir \(id)", en: "open \(id)") }
  package var noCommand: String { say(fr: "Rien de ce nom.", en: "Nothing by that name.") }
  package func following(_ prefix: String) -> String {
    switch prefix {
    case "s": say(fr: "s — changer l’état", en: "s — change the state")
    case "y": say(fr: "y — copier", en: "y — copy")
    case "g": say(fr: "g — aller", en: "g — go")
    default: prefix
    }
  }
  /// What the keys of a menu do: each is the initial of an entry.
  var menuHint: String { say(fr: "choisir", en: "choose") }
  var letterKey: String { say(fr: "lettre", en: "letter") }
  var cancelHint: String { say(fr: "annuler", en: "cancel") }

  // MARK: - Conflict

  package func conflictTitle(_ ticket: String) -> String {
    say(fr: "\(ticket) a changé pendant votre rédaction", en: "\(ticket) changed while you were writing")
  }
  package var conflictSend: String { say(fr: "e  envoyer quand même", en: "e  send anyway") }
  package var conflictRead: String {
    say(fr: "r  relire le fil, brouillon gardé", en: "r  read the thread, draft kept")
  }
  package var conflictNote: String { say(fr: "n  en faire une note interne", en: "n  make it an internal note") }
  var conflictHints: [Hint] {
    [
      Hint("e", say(fr: "envoyer", en: "send")), Hint("r", say(fr: "relire", en: "read")),
      Hint("n", say(fr: "note interne", en: "internal note")),
      Hint(key(.escape), say(fr: "garder le brouillon", en: "keep the draft")),
    ]
  }
}
