import Desk

// What the actions do, a line for each.
extension Words {
  /// What it does, for the help.
  package func help(_ action: ActionID) -> String {
    switch action {
    case .newTicket: say(fr: "saisir une demande pendant l’appel", en: "take down a request during the call")
    case .take: say(fr: "le ticket devient le vôtre", en: "the ticket becomes yours")
    case .reply: say(fr: "écrire au demandeur ; c’est public", en: "write to the requester; this is public")
    case .note: say(fr: "écrire pour l’équipe, jamais envoyé", en: "write for the team, never sent")
    case .escalate: say(fr: "transmettre au niveau supérieur", en: "hand over to the next level")
    case .assign: say(fr: "donner le ticket à un agent", en: "give the ticket to an agent")
    case .steal:
      say(fr: "prendre un ticket qui est à un autre, avec un motif", en: "take a ticket somebody has, with a reason")
    case .release: say(fr: "le remettre dans la file", en: "put it back in the queue")
    case .saveView:
      say(fr: "le filtre, l’ordre et les colonnes, sous un nom", en: "filter, order and columns, under a name")
    case .dropView: say(fr: "elle était gardée par vous", en: "you kept it")
    case .next:
      say(fr: "le premier de la file à prendre, sans choisir", en: "the first of the queue to take, without choosing")
    case .skip:
      say(fr: "avec un motif ; il ne vous sera plus proposé", en: "with a reason; it is not offered to you again")
    case .qualify: say(fr: "dire ce que c’est ; la priorité s’en déduit", en: "say what it is; the priority follows")
    case .prioritise: say(fr: "à la place du calcul, avec un motif", en: "in place of the matrix, with a reason")
    case .resolve: say(fr: "le travail est fini", en: "the work is done")
    case .ask: say(fr: "poser une question ; l’échéance est suspendue", en: "ask a question; the deadline is suspended")
    case .hold: say(fr: "fournisseur, atelier, changement", en: "vendor, workshop, change")
    case .plan: say(fr: "convenir d’une date", en: "agree on a date")
    case .resume: say(fr: "reprendre le travail maintenant", en: "go on with the work now")
    case .returnDown: say(fr: "avec un motif", en: "with a reason")
    case .completeHandoff: say(fr: "due après une escalade d’urgence", en: "owed after an emergency escalation")
    case .close:
      say(fr: "confirmé par le demandeur, ou par un responsable", en: "confirmed by the requester, or by a manager")
    case .reopen: say(fr: "ce n’était pas fini", en: "it was not done")
    case .cancel: say(fr: "il n’y aura pas de suite, avec un motif", en: "nothing more will be done, with a reason")
    case .restore: say(fr: "revenir sur une annulation", en: "take a cancellation back")
    case .spam: say(fr: "hors de la file ; s j le rend", en: "out of the queue; s j brings it back")
    case .unspam: say(fr: "le remettre dans la file", en: "put it back in the queue")
    case .tag: say(fr: "ajouter ou ôter une étiquette", en: "add or take away a tag")
    case .link: say(fr: "parent, doublon, cause…", en: "parent, duplicate, cause…")
    case .watch: say(fr: "être tenu au courant", en: "be kept informed")
    case .merge:
      say(fr: "son fil continue dans l’autre ; rien n’est déplacé", en: "its thread goes on there; nothing is moved")
    case .split:
      say(fr: "une autre demande : elle aura son propre ticket", en: "another matter: it gets a ticket of its own")
    case .checklist: say(fr: "celles du guichet, par leur nom", en: "the desk’s own, by their names")
    case .replyFamily:
      say(fr: "incident majeur, parent : une réponse pour tous", en: "major incident, parent: one answer for all")
    case .unmerge:
      say(fr: "le ticket redevient exactement ce qu’il était", en: "the ticket is exactly what it was again")
    case .time: say(fr: "25m, 1h30 ; décompté du contrat ou non", en: "25m, 1h30; drawn from the contract or not")
    case .task: say(fr: "sur site, en atelier, à distance", en: "on site, in the workshop, remote")
    case .tick: say(fr: "le suivant de la liste est fait", en: "the next of the list is done")
    case .major: say(fr: "priorité P0, et un point à intervalle fixe", en: "priority P0, and news at fixed intervals")
    case .endMajor: say(fr: "la priorité revient au calcul", en: "the priority goes back to the matrix")
    case .opinion: say(fr: "de 1 à 5, une fois par clôture", en: "from 1 to 5, once for each closing")
    case .macro: say(fr: "plusieurs gestes d’un coup, tous ou aucun", en: "several acts at once, all or none")
    case .knowledge: say(fr: "chercher avec les mots du ticket", en: "search with the ticket’s words")
    case .searchKnowledge: say(fr: "taper d’autres mots", en: "type other words")
    case .insertReply:
      say(fr: "ouvre la réponse au demandeur avec ce texte", en: "opens the reply to the requester with this text")
    case .rateUp: say(fr: "elle a servi pour ce ticket", en: "it served for this ticket")
    case .rateDown: say(fr: "elle n’a pas servi", en: "it did not serve")
    case .writeArticle: say(fr: "ajouter à la base de connaissances", en: "add to the knowledge base")
    case .explain: say(fr: "chaque heure comptée ou non, et pourquoi", en: "each hour counted or not, and why")
    case .cards: say(fr: "demandeur, client, contrat, équipement", en: "requester, customer, contract, asset")
    case .open: say(fr: "lire en entier", en: "read it whole")
    case .back: say(fr: "revenir à la file", en: "go back to the queue")
    case .nextTicket: say(fr: "sans repasser par la file", en: "without going back to the queue")
    case .previousTicket: say(fr: "sans repasser par la file", en: "without going back to the queue")
    case .nextPane: say(fr: "de la file au ticket et retour", en: "from the queue to the ticket and back")
    case .filter: say(fr: "réduire la file en tapant", en: "narrow the queue as you type")
    case .dropFilter: say(fr: "revoir toute la file", en: "see the whole queue again")
    case .newcomers:
      say(fr: "ranger la file à nouveau, faire entrer et sortir", en: "sort the queue again, let rows in and out")
    case .togglePreview: say(fr: "montrer ou cacher l’aperçu", en: "show or hide the preview")
    case .foldQuotes: say(fr: "montrer ou replier le texte cité", en: "show or fold quoted text")
    case .view1: say(fr: "ouvrir cette file", en: "open this queue")
    case .view2: say(fr: "ouvrir cette file", en: "open this queue")
    case .view3: say(fr: "ouvrir cette file", en: "open this queue")
    case .view4: say(fr: "ouvrir cette file", en: "open this queue")
    case .view5: say(fr: "ouvrir cette file", en: "open this queue")
    case .view6: say(fr: "ouvrir cette file", en: "open this queue")
    case .view7: say(fr: "ouvrir cette file", en: "open this queue")
    case .view8: say(fr: "ouvrir cette file", en: "open this queue")
    case .view9: say(fr: "ouvrir cette file", en: "open this queue")
    case .viewAll: say(fr: "tous les tickets, les derniers touchés d’abord", en: "all tickets, the latest first")
    case .mark: say(fr: "marquer et descendre", en: "mark and go down")
    case .markRange: say(fr: "de la dernière marque à cette ligne", en: "from the last mark to this row")
    case .markAll: say(fr: "tout ce que la file montre", en: "all the queue shows")
    case .clearMarks: say(fr: "plus rien n’est marqué", en: "nothing is marked any more")
    case .down: say(fr: "ligne suivante", en: "next line")
    case .up: say(fr: "ligne précédente", en: "previous line")
    case .halfDown: say(fr: "descendre d’une demi-page", en: "go down half a page")
    case .halfUp: say(fr: "monter d’une demi-page", en: "go up half a page")
    case .pageDown: say(fr: "descendre d’une page", en: "go down a page")
    case .pageUp: say(fr: "monter d’une page", en: "go up a page")
    case .top: say(fr: "première ligne", en: "first line")
    case .bottom: say(fr: "dernière ligne", en: "last line")
    case .palette:
      say(
        fr: "toutes les commandes par leur nom, en français ou en anglais",
        en: "all commands by name, in French or English")
    case .help: say(fr: "ce que je peux faire ici", en: "what I can do here")
    case .onCall: say(fr: "jusqu’à quand, puis qui ; répondre aux appels", en: "until when, then who; answer pages")
    case .handover:
      say(fr: "ce que l’équipe suivante doit savoir", en: "what the next shift has to know")
    case .drafts: say(fr: "reprendre ce qui n’est pas envoyé", en: "take up what was not sent")
    case .copyID:
      say(fr: "dans le presse-papiers, si le terminal l’accepte", en: "to the clipboard, if the terminal accepts it")
    case .copyMail:
      say(fr: "dans le presse-papiers, si le terminal l’accepte", en: "to the clipboard, if the terminal accepts it")
    case .copyPhone:
      say(fr: "dans le presse-papiers, si le terminal l’accepte", en: "to the clipboard, if the terminal accepts it")
    case .reload: say(fr: "relire la file et le ticket", en: "read the queue and the ticket again")
    case .redraw: say(fr: "peindre l’écran à nouveau", en: "paint the screen again")
    case .suspend: say(fr: "revenir au shell, fg pour reprendre", en: "back to the shell, fg to go on")
    case .quit: say(fr: "demande un second q ; les brouillons restent", en: "asks for a second q; drafts stay")
    case .quitNow: say(fr: "les brouillons restent", en: "drafts stay")
    }
  }
}
