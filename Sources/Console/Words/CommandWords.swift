import Desk

// The help of the command line.
extension Words {
  package func summary(of command: CommandName) -> String {
    switch command {
    case .demo: say(fr: "essayer sur un dépôt de démonstration", en: "try it on a demonstration cabinet")
    case .`init`: say(fr: "créer un dépôt et son premier agent", en: "make a cabinet and its first agent")
    case .new: say(fr: "ouvrir un ticket", en: "open a ticket")
    case .list: say(fr: "lister les tickets qu’un filtre retient", en: "list the tickets a filter keeps")
    case .view: say(fr: "les vues que vous gardez, et les autres", en: "the views you keep, and the others")
    case .flow:
      say(fr: "le chemin des tickets : équipes, niveaux, attentes", en: "the way tickets went: teams, levels, waits")
    case .search: say(fr: "chercher dans les textes, le meilleur d’abord", en: "search the texts, best first")
    case .show: say(fr: "montrer un ticket et son fil", en: "show a ticket and its thread")
    case .take: say(fr: "prendre des tickets", en: "take tickets")
    case .assign: say(fr: "attribuer à un agent", en: "assign to an agent")
    case .steal: say(fr: "reprendre le ticket d’un collègue", en: "take over a colleague’s ticket")
    case .release: say(fr: "remettre en file", en: "put back in the queue")
    case .next: say(fr: "prendre le premier de la file", en: "take the first of the queue")
    case .skip: say(fr: "laisser un ticket aux autres", en: "leave a ticket to others")
    case .qualify:
      say(fr: "qualifier : type, gravité, impact, catégorie", en: "qualify: kind, gravity, impact, category")
    case .priority:
      say(fr: "forcer la priorité, ou la rendre à la matrice", en: "set the priority, or give it back to the matrix")
    case .plan: say(fr: "planifier un début", en: "plan a start")
    case .ask: say(fr: "demander au demandeur et attendre", en: "ask the requester and wait")
    case .hold: say(fr: "attendre un tiers", en: "wait for a third party")
    case .resume: say(fr: "reprendre après une attente", en: "go on after a wait")
    case .reply: say(fr: "répondre au demandeur", en: "reply to the requester")
    case .note: say(fr: "écrire une note interne", en: "write an internal note")
    case .escalate: say(fr: "escalader, avec la fiche de passage", en: "escalate, with the hand-off")
    case .handoff: say(fr: "compléter la fiche de passage due", en: "complete the hand-off that is owed")
    case .return: say(fr: "rendre à un niveau inférieur", en: "give back to a lower level")
    case .resolve: say(fr: "résoudre", en: "resolve")
    case .close: say(fr: "clore", en: "close")
    case .reopen: say(fr: "rouvrir", en: "reopen")
    case .cancel: say(fr: "annuler", en: "cancel")
    case .restore: say(fr: "rétablir un ticket annulé", en: "restore a cancelled ticket")
    case .spam: say(fr: "marquer comme indésirable", en: "mark as spam")
    case .waive, .explain, .replay, .sla, .tick: clockSummary(of: command)
    case .oncall, .page, .handover: dutySummary(of: command)
    case .tag: say(fr: "poser ou ôter une étiquette", en: "add or remove a tag")
    case .link: say(fr: "lier à un autre ticket", en: "link to another ticket")
    case .watch: say(fr: "suivre, ou ne plus suivre", en: "watch, or stop watching")
    case .merge, .unmerge, .split, .time, .task, .remote, .checklist, .major, .csat, .requester, .concern:
      workSummary(of: command)
    case .kb: say(fr: "base de connaissances", en: "knowledge base")
    case .agent: say(fr: "agents du guichet", en: "the desk’s agents")
    case .group: say(fr: "groupes d’agents", en: "groups of agents")
    case .customer: say(fr: "clients", en: "customers")
    case .contract: say(fr: "contrats et crédits d’heures", en: "contracts and hour credits")
    case .asset: say(fr: "équipements", en: "assets")
    case .person: say(fr: "demandeurs connus", en: "known requesters")
    case .config: say(fr: "réglages du guichet, en fichiers texte", en: "the desk’s settings, as text files")
    case .rules, .macro, .template, .recurring: automationSummary(of: command)
    case .mail:
      say(
        fr: "prendre un message (RFC 5322) sur l’entrée standard", en: "take in a message (RFC 5322) on standard input")
    case .import:
      say(fr: "reprendre l’historique d’un autre guichet", en: "take in another desk’s history")
    case .verify: say(fr: "vérifier les chaînes des fichiers", en: "verify the chains of the files")
    case .repair: say(fr: "réparer par ajout ce qui peut l’être", en: "mend what can be, by appending")
    case .index: say(fr: "mettre l’index à jour, ou le refaire", en: "bring the index up to date, or make it anew")
    case .theme: say(fr: "thèmes : liste, contrôle", en: "themes: list, check")
    case .doctor:
      say(
        fr: "l’état de tout : terminal, droits, disque, index",
        en: "the state of everything: terminal, rights, disk, index"
      )
    }
  }

  package func title(of subject: CommandSubject) -> String {
    switch subject {
    case .start: say(fr: "Commencer", en: "Start")
    case .tickets: say(fr: "Tickets", en: "Tickets")
    case .acts: say(fr: "Agir sur un ticket", en: "Act on a ticket")
    case .desk: say(fr: "Le guichet", en: "The desk")
    case .clocks: say(fr: "Échéances et chiffres", en: "Deadlines and figures")
    case .upkeep: say(fr: "Entretien", en: "Upkeep")
    }
  }

  /// What the program is, at the head of the help.
  package var aboutProgram: String {
    say(
      fr: "guichet — le guichet d’assistance dans le terminal", en: "guichet — a help desk in the terminal")
  }

  package var usageHead: String { say(fr: "Usage :", en: "Usage:") }
  package var usageConsole: String { say(fr: "ouvrir la console", en: "open the console") }
  package var optionsHead: String { say(fr: "Options :", en: "Options:") }
  package var columnsHead: String { say(fr: "Colonnes d’une table :", en: "Columns of a table:") }
  package var examplesHead: String { say(fr: "Exemples :", en: "Examples:") }
  package var commandWord: String { say(fr: "COMMANDE", en: "COMMAND") }
  package var moreHelp: String {
    say(
      fr: "guichet COMMANDE --help : le détail. Un ticket s’écrit 42 ou LYO-42.",
      en: "guichet COMMAND --help: the details. A ticket is written 42 or LYO-42.")
  }
}
