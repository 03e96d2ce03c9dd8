import Desk

// What the verbs of the desk are called: as a wish, and once done.
extension Words {
  /// The verb in the infinitive: `prendre`, `take`.
  package func name(_ verb: Verb) -> String {
    switch verb {
    case .take: say(fr: "prendre", en: "take")
    case .assign: say(fr: "affecter", en: "assign")
    case .steal: say(fr: "reprendre à un collègue", en: "take over")
    case .release: say(fr: "libérer", en: "release")
    case .skip: say(fr: "laisser aux autres", en: "leave to others")
    case .qualify: say(fr: "qualifier", en: "qualify")
    case .prioritise: say(fr: "fixer la priorité", en: "set the priority")
    case .route: say(fr: "orienter", en: "route")
    case .plan: say(fr: "planifier", en: "plan")
    case .ask: say(fr: "questionner le demandeur", en: "ask the requester")
    case .hold: say(fr: "mettre en attente d’un tiers", en: "hold for a third party")
    case .resume: say(fr: "reprendre le travail", en: "resume")
    case .escalate: say(fr: "escalader", en: "escalate")
    case .completeHandoff: say(fr: "compléter la transmission", en: "complete the hand-off")
    case .return: say(fr: "rendre au niveau inférieur", en: "return to a lower level")
    case .resolve: say(fr: "résoudre", en: "resolve")
    case .close: say(fr: "clore", en: "close")
    case .reopen: say(fr: "rouvrir", en: "reopen")
    case .cancel: say(fr: "annuler", en: "cancel")
    case .restore: say(fr: "rétablir", en: "restore")
    case .spam: say(fr: "marquer indésirable", en: "mark as spam")
    case .unspam: say(fr: "démarquer indésirable", en: "unmark spam")
    case .merge: say(fr: "fusionner", en: "merge")
    case .unmerge: say(fr: "défaire la fusion", en: "undo the merge")
    case .reply: say(fr: "répondre", en: "reply")
    case .note: say(fr: "noter", en: "note")
    case .receive: say(fr: "recevoir un message", en: "receive a message")
    case .link: say(fr: "lier", en: "link")
    case .unlink: say(fr: "délier", en: "unlink")
    case .watch: say(fr: "suivre", en: "watch")
    case .unwatch: say(fr: "ne plus suivre", en: "stop watching")
    case .tag: say(fr: "étiqueter", en: "tag")
    case .untag: say(fr: "ôter une étiquette", en: "untag")
    case .steward: say(fr: "changer le suivi", en: "change the steward")
    case .waive: say(fr: "lever une échéance", en: "waive a deadline")
    case .split, .logTime, .correctTime, .addTask, .finishTask, .recordSession, .applyChecklist, .tick, .declareMajor,
      .endMajor, .acknowledge, .changeRequester, .linkAsset, .linkContract, .askSatisfaction, .answerSatisfaction:
      workName(verb)
    }
  }

  /// What was done, for the status line: `✓ #10471 pris par vous`.
  package func done(_ verb: Verb, _ ticket: String) -> String {
    "✓ " + joined(ticket, outcome(verb, count: 1))
  }

  /// `✓ 3 tickets pris par vous`
  package func done(_ verb: Verb, count number: Int) -> String {
    let tickets = count(number, fr: ("ticket", "tickets"), en: ("ticket", "tickets"))
    return "✓ " + joined(tickets, outcome(verb, count: number))
  }

  /// French sets a space before a colon, English none.
  private func joined(_ what: String, _ outcome: String) -> String {
    language == .english && outcome.hasPrefix(":") ? what + outcome : what + " " + outcome
  }

  private func outcome(_ verb: Verb, count: Int) -> String {
    let s = count < 2 ? "" : "s"
    return switch verb {
    case .take, .steal: say(fr: "pris par vous", en: "taken by you")
    case .assign: say(fr: "affecté\(s)", en: "assigned")
    case .release: say(fr: "libéré\(s)", en: "released")
    case .skip: say(fr: "laissé\(s) aux autres", en: "left to others")
    case .qualify: say(fr: "qualifié\(s)", en: "qualified")
    case .prioritise: say(fr: "repriorisé\(s)", en: "prioritised")
    case .route: say(fr: "orienté\(s)", en: "routed")
    case .plan: say(fr: "planifié\(s)", en: "planned")
    case .ask: say(fr: "en attente du demandeur", en: "waiting for the requester")
    case .hold: say(fr: "en attente d’un tiers", en: "waiting for a third party")
    case .resume: say(fr: "de nouveau en cours", en: "in progress again")
    case .escalate: say(fr: "escaladé\(s)", en: "escalated")
    case .completeHandoff: say(fr: ": transmission complétée", en: ": hand-off completed")
    case .return: say(fr: "rendu\(s) au niveau inférieur", en: "returned to a lower level")
    case .resolve: say(fr: "résolu\(s)", en: "resolved")
    case .close: say(fr: "clos", en: "closed")
    case .reopen: say(fr: "rouvert\(s)", en: "reopened")
    case .cancel: say(fr: "annulé\(s)", en: "cancelled")
    case .restore: say(fr: "rétabli\(s)", en: "restored")
    case .spam: say(fr: "indésirable\(s)", en: "marked as spam")
    case .unspam: say(fr: "n’est plus indésirable", en: "no longer spam")
    case .merge: say(fr: "fusionné\(s)", en: "merged")
    case .unmerge: say(fr: "séparé\(s) de nouveau", en: "unmerged")
    case .reply: say(fr: ": réponse enregistrée", en: ": reply recorded")
    case .note: say(fr: ": note enregistrée", en: ": note recorded")
    case .receive: say(fr: ": message reçu", en: ": message received")
    case .link, .unlink: say(fr: ": liens mis à jour", en: ": links updated")
    case .watch: say(fr: "suivi\(s)", en: "watched")
    case .unwatch: say(fr: "plus suivi\(s)", en: "no longer watched")
    case .tag, .untag: say(fr: ": étiquettes mises à jour", en: ": tags updated")
    case .steward: say(fr: ": suivi changé", en: ": steward changed")
    case .waive: say(fr: ": échéance levée", en: ": deadline waived")
    case .split, .logTime, .correctTime, .addTask, .finishTask, .recordSession, .applyChecklist, .tick, .declareMajor,
      .endMajor, .acknowledge, .changeRequester, .linkAsset, .linkContract, .askSatisfaction, .answerSatisfaction:
      workOutcome(verb, s)
    }
  }

  /// A right, as what it allows: `travailler sur un ticket`.
  package func name(_ right: Right) -> String {
    switch right {
    case .readInternal: say(fr: "lire les notes internes", en: "read internal notes")
    case .open: say(fr: "ouvrir un ticket", en: "open a ticket")
    case .work: say(fr: "travailler sur un ticket", en: "work on a ticket")
    case .takeN1: say(fr: "prendre un ticket N1", en: "take an N1 ticket")
    case .takeN2: say(fr: "prendre un ticket N2", en: "take an N2 ticket")
    case .takeN3: say(fr: "prendre un ticket N3", en: "take an N3 ticket")
    case .stealSame: say(fr: "reprendre à un collègue du même niveau", en: "take over from a peer")
    case .stealLower: say(fr: "reprendre à un niveau inférieur", en: "take over from a lower level")
    case .stealAny: say(fr: "reprendre à quiconque", en: "take over from anybody")
    case .escalate: say(fr: "escalader", en: "escalate")
    case .escalateToVendor: say(fr: "escalader vers un fournisseur", en: "escalate to a vendor")
    case .returnDown: say(fr: "rendre au niveau inférieur", en: "return to a lower level")
    case .holdVendor: say(fr: "mettre en attente d’un fournisseur", en: "hold for a vendor")
    case .resolve: say(fr: "résoudre", en: "resolve")
    case .confirm: say(fr: "confirmer une résolution", en: "confirm a resolution")
    case .closeEarly: say(fr: "clore avant la date", en: "close early")
    case .reopenClosed: say(fr: "rouvrir un ticket clos", en: "reopen a closed ticket")
    case .restore: say(fr: "rétablir un ticket annulé", en: "restore a cancelled ticket")
    case .waive: say(fr: "lever une échéance", en: "waive a deadline")
    case .declareMajor: say(fr: "déclarer un incident majeur (P0)", en: "declare a major incident (P0)")
    case .merge: say(fr: "fusionner des tickets", en: "merge tickets")
    case .mergeAny: say(fr: "fusionner au-delà de N1", en: "merge tickets beyond N1")
    case .mergeAcross: say(fr: "fusionner des tickets de deux clients", en: "merge tickets of two customers")
    case .writeArticle: say(fr: "écrire une fiche", en: "write an article")
    case .publishInternal: say(fr: "publier une fiche en interne", en: "publish an article internally")
    case .publishPublic: say(fr: "publier une fiche au public", en: "publish an article to all")
    case .archiveArticle: say(fr: "archiver une fiche", en: "archive an article")
    case .configure: say(fr: "configurer", en: "configure")
    case .actForOthers: say(fr: "agir au nom d’un autre", en: "act for somebody else")
    }
  }

  package func name(_ field: Refusal.Field) -> String {
    switch field {
    case .subject: say(fr: "objet", en: "subject")
    case .requester: say(fr: "demandeur", en: "requester")
    case .body: say(fr: "texte", en: "text")
    case .reason: say(fr: "motif", en: "reason")
    case .until: say(fr: "date de relance", en: "until")
    case .start: say(fr: "date de début", en: "start")
    case .party: say(fr: "tiers attendu", en: "third party")
    case .category: say(fr: "catégorie", en: "category")
    case .symptom: say(fr: "symptôme", en: "symptom")
    case .tried: say(fr: "déjà essayé", en: "tried")
    case .hypothesis: say(fr: "hypothèse", en: "hypothesis")
    case .needed: say(fr: "ce qu’il faut", en: "needed")
    case .evidence: say(fr: "preuves", en: "evidence")
    case .summary: say(fr: "résumé", en: "summary")
    case .rootCause: say(fr: "cause", en: "root cause")
    case .message: say(fr: "message au demandeur", en: "message to the requester")
    case .knowledge: say(fr: "base de connaissances", en: "knowledge base")
    case .article: say(fr: "fiche", en: "article")
    case .agent: say(fr: "agent", en: "agent")
    case .recipient: say(fr: "destinataire", en: "recipient")
    case .occurredAt: say(fr: "survenu le", en: "occurred at")
    case .priority: say(fr: "priorité", en: "priority")
    case .tag: say(fr: "étiquette", en: "tag")
    case .filter: say(fr: "filtre", en: "filter")
    case .columns: say(fr: "colonnes", en: "columns")
    case .link: say(fr: "lien", en: "link")
    case .attachment: say(fr: "pièce jointe", en: "attachment")
    case .watcher: say(fr: "personne qui suit", en: "watcher")
    case .name: say(fr: "nom", en: "name")
    case .login: say(fr: "identifiant", en: "login")
    case .date: say(fr: "date", en: "date")
    case .number: say(fr: "nombre", en: "number")
    case .time, .task, .outcome, .end, .travel, .place, .tool, .consent, .checklist, .item, .event, .every, .score,
      .comment, .doneAt, .asset, .contract:
      workField(field)
    }
  }
}
