import Desk

// Other words that agents try for an action: never shown, only found.
extension Words {
  /// What an action is also looked for by in the palette and the help.
  func synonyms(of action: ActionID) -> [String] {
    switch action {
    case .newTicket: say(fr: ["créer un ticket", "appel"], en: ["create a ticket", "phone call"])
    case .note: say(fr: ["commenter", "commentaire"], en: ["comment"])
    case .assign: say(fr: ["assigner", "attribuer", "confier"], en: ["give to"])
    case .escalate: say(fr: ["transférer", "transmettre"], en: ["transfer"])
    case .qualify: say(fr: ["catégorie", "catégoriser", "classer"], en: ["category", "classify"])
    case .close: say(fr: ["fermer"], en: [])
    case .resolve: say(fr: ["résoudre", "solution"], en: ["solve", "solution"])
    case .cancel: say(fr: ["abandonner"], en: ["abandon"])
    case .spam: say(fr: ["pourriel"], en: ["junk"])
    case .hold: say(fr: ["fournisseur"], en: ["vendor"])
    case .merge: say(fr: ["doublon"], en: ["duplicate"])
    case .split: say(fr: ["scinder", "diviser", "extraire"], en: ["divide", "extract"])
    case .time: say(fr: ["durée", "minutes"], en: ["minutes", "duration"])
    case .saveView:
      say(fr: ["enregistrer la vue", "sauver la vue", "sauvegarder la vue"], en: ["save the view", "store the view"])
    case .dropView: say(fr: ["supprimer la vue", "effacer la vue"], en: ["delete the view"])
    case .knowledge: say(fr: ["articles", "fiches"], en: ["articles"])
    case .explain: say(fr: ["délais", "sla"], en: ["sla", "clocks"])
    case .reload: say(fr: ["rafraîchir", "actualiser"], en: ["refresh"])
    case .quit: say(fr: ["sortir"], en: ["exit"])
    default: []
    }
  }

  private func say(fr: [String], en: [String]) -> [String] { language == .french ? fr : en }
}
