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

  /// What a sheet says whose ticket is no more the one it was opened on.
  package func conflictTitle(_ ticket: String, _ conflict: Conflict) -> String {
    conflict.speaks
      ? say(fr: "\(ticket) a changé pendant votre rédaction", en: "\(ticket) changed while you were writing")
      : say(fr: "\(ticket) a changé pendant votre saisie", en: "\(ticket) changed while you filled this in")
  }
  /// What may be done about it, key by key.
  func conflictWays(_ conflict: Conflict) -> [String] {
    [
      conflict.speaks
        ? say(fr: "e  envoyer quand même", en: "e  send anyway")
        : say(fr: "e  enregistrer quand même", en: "e  record it anyway"),
      conflict.keepsDraft
        ? say(fr: "r  relire le fil, brouillon gardé", en: "r  read the thread, draft kept")
        : say(fr: "r  relire le fil, saisie abandonnée", en: "r  read the thread, this is dropped"),
    ] + (conflict.speaks ? [say(fr: "n  en faire une note interne", en: "n  make it an internal note")] : [])
  }
  func conflictHints(_ conflict: Conflict) -> [Hint] {
    [
      Hint("e", conflict.speaks ? say(fr: "envoyer", en: "send") : say(fr: "enregistrer", en: "record")),
      Hint("r", say(fr: "relire", en: "read")),
    ] + (conflict.speaks ? [Hint("n", say(fr: "note interne", en: "internal note"))] : []) + [
      Hint(
        key(.escape),
        conflict.keepsDraft
          ? say(fr: "garder le brouillon", en: "keep the draft") : say(fr: "revenir à la saisie", en: "go back to it"))
    ]
  }
}
