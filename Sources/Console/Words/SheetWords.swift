import Desk

// Titles of the sheets and the words of their keys.
extension Words {
  /// After a ticket's number: how many more tickets a sheet acts on.
  func andOthers(_ number: Int) -> String {
    say(fr: " et ", en: " and ")
      + count(number, fr: ("autre ticket", "autres tickets"), en: ("more ticket", "more tickets"))
  }

  var replyTitle: String { say(fr: "RÉPONSE AU DEMANDEUR", en: "REPLY TO THE REQUESTER") }
  var askTitle: String { say(fr: "QUESTION AU DEMANDEUR", en: "QUESTION TO THE REQUESTER") }
  var noteTitle: String {
    say(fr: "NOTE INTERNE — jamais envoyée au demandeur", en: "INTERNAL NOTE — never sent to the requester")
  }
  var intakeTitle: String { say(fr: "Nouveau ticket", en: "New ticket") }
  var holdTitle: String { say(fr: "Attendre un tiers", en: "Wait for a third party") }
  var planTitle: String { say(fr: "Planifier", en: "Plan") }
  var escalateTitle: String { say(fr: "Escalader", en: "Escalate") }
  var owedHandoffTitle: String { say(fr: "Compléter la transmission", en: "Complete the hand-off") }
  var returnTitle: String { say(fr: "Rendre au niveau inférieur", en: "Return to a lower level") }
  var resolveTitle: String { say(fr: "Résoudre", en: "Resolve") }
  var closeTitle: String { say(fr: "Clore", en: "Close") }
  var qualifyTitle: String { say(fr: "Qualifier", en: "Qualify") }
  var priorityTitle: String { say(fr: "Priorité fixée à la main", en: "Priority set by hand") }
  var tagTitle: String { say(fr: "Étiquette", en: "Tag") }
  var linkTitle: String { say(fr: "Lier à un autre ticket", en: "Link to another ticket") }
  var mergeTitle: String { say(fr: "Fusionner dans un autre ticket", en: "Merge into another ticket") }
  var taskTitle: String { say(fr: "Prévoir une tâche", en: "Add a task") }
  var majorTitle: String { say(fr: "Déclarer un incident majeur (P0)", en: "Declare a major incident (P0)") }
  var opinionTitle: String { say(fr: "Avis du demandeur", en: "The requester’s opinion") }

  /// The title of the sheet for time: what has been spent already.
  func timeTitle(_ work: Work) -> String {
    let title = say(fr: "Temps passé", en: "Time spent")
    return work.minutes == 0 ? title : title + say(fr: " — déjà ", en: " — so far ") + timeSpent(work)
  }

  func tickTitle(_ lists: Sheaf<Checklist>) -> String {
    let title = say(fr: "Cocher", en: "Tick")
    guard let last = lists.last else { return title + say(fr: " — aucune liste", en: " — no checklist") }
    return title + " — " + last.name + " " + progress(of: last)
  }

  func billing(_ billing: TimeSheet.Billing) -> String {
    switch billing {
    case .billed: say(fr: "facturé", en: "billed")
    case .free: say(fr: "non facturé", en: "not billed")
    }
  }

  var articleTitle: String { say(fr: "Nouvelle fiche", en: "New article") }

  func assignTitle(_ level: Level) -> String {
    say(fr: "Affecter à un agent \(level.rawValue)", en: "Assign to an agent of \(level.rawValue)")
  }

  /// The title of a sheet that only asks for a reason. `owner` is who has the ticket.
  func reasonTitle(_ kind: SheetKind, owner: String) -> String {
    switch kind {
    case .steal:
      owner.isEmpty
        ? say(fr: "Reprendre à un collègue", en: "Take over")
        : say(fr: "Reprendre à \(owner)", en: "Take over from \(owner)")
    case .release: say(fr: "Libérer le ticket", en: "Release the ticket")
    case .skip: say(fr: "Laisser le ticket aux autres", en: "Leave the ticket to others")
    case .restore: say(fr: "Rétablir le ticket", en: "Restore the ticket")
    case .reopen: say(fr: "Rouvrir le ticket", en: "Reopen the ticket")
    case .endMajor: say(fr: "Lever l’incident majeur", en: "End the major incident")
    default: say(fr: "Annuler le ticket", en: "Cancel the ticket")
    }
  }

  // MARK: - Keys

  var record: String { say(fr: "enregistrer", en: "record") }
  var splitTitle: String {
    say(fr: "Détacher vers un nouveau ticket", en: "Take out to a new ticket")
  }
  func extent(_ extent: SplitSheet.Extent) -> String {
    switch extent {
    case .alone: say(fr: "ce message", en: "this message")
    case .onwards: say(fr: "et tous les suivants", en: "and all after it")
    }
  }
  var checklistTitle: String { say(fr: "Ouvrir une liste de contrôle", en: "Apply a checklist") }
  func points(_ number: Int) -> String { count(number, fr: ("point", "points"), en: ("item", "items")) }
  var minutesExample: String { "25m, 1h30" }

  func familyTitle(_ messages: Int?) -> String {
    guard let messages else { return say(fr: "RÉPONSE À TOUS", en: "REPLY TO ALL") }
    return say(fr: "RÉPONSE À \(messages) DEMANDEURS", en: "REPLY TO \(messages) REQUESTERS")
  }
  func familyTickets(_ names: [String]) -> String {
    let rest = names.dropFirst()
    let head = names.first ?? ""
    return rest.isEmpty
      ? say(fr: "\(head), aucun ticket rattaché actif", en: "\(head), no active ticket under it")
      : say(fr: "\(head) et ", en: "\(head) and ") + rest.joined(separator: " ")
  }
  var familyAdvice: String {
    say(
      fr: "Un message par demandeur, sans retour possible : taper leur nombre.",
      en: "One message to each requester, not to be undone: type their number.")
  }
  var send: String { say(fr: "envoyer", en: "send") }
  var choose: String { say(fr: "choisir", en: "choose") }
  var pick: String { say(fr: "prendre", en: "pick") }
  var asTyped: String { say(fr: "garder tel quel", en: "keep as typed") }
  var nextField: String { say(fr: "champ suivant", en: "next field") }
  var discard: String { say(fr: "jeter", en: "discard") }
  var inEditor: String { say(fr: "éditeur", en: "editor") }
  var toInternalNote: String { say(fr: "note interne", en: "internal note") }
  var toPublicReply: String { say(fr: "réponse publique", en: "public reply") }
  var knowledge: String { say(fr: "base", en: "knowledge") }
  var template: String { say(fr: "modèle", en: "template") }
  var quote: String { say(fr: "citer", en: "quote") }
  var more: String { say(fr: "suite", en: "more") }
  var takeUpDraft: String { say(fr: "reprendre le brouillon", en: "take up the draft") }
  var goBack: String { say(fr: "revenir", en: "back") }
  var leave: String { say(fr: "quitter", en: "leave") }
  var keepDraft: String { say(fr: "garder le brouillon", en: "keep the draft") }
  /// The same where there is no room for it.
  var draft: String { say(fr: "brouillon", en: "draft") }

  // MARK: - In the fields

  var writeHere: String { say(fr: "Écrire ici", en: "Write here") }
  var noneIfNone: String { say(fr: "« aucune » s’il n’y en a pas", en: "“none” if there is none") }
  var qualifyLater: String { say(fr: "vide : à qualifier plus tard", en: "blank: to be qualified later") }

  /// Under the grid of priorities, where no cell is chosen.
  func unchosenPriority(_ priority: Priority) -> String {
    unqualifiedPriority(priority)
      + say(fr: " tant que rien n’est choisi", en: " as long as nothing is chosen")
  }
  /// Why the grid of priorities begins at the impact of a group.
  var raisedForVIP: String { say(fr: "VIP : impact relevé", en: "VIP: impact raised") }

  /// What the requester was promised, in so many seconds; an answer ends it.
  func replyDue(_ clock: ServiceClock, seconds: Int64) -> String {
    let left = remaining(seconds: seconds)
    return say(
      fr: "\(name(clock)) due dans \(left) · cet envoi arrête l’échéance",
      en: "\(name(clock)) due in \(left) · sending this ends the deadline")
  }

  /// The promise was not kept, so many seconds ago.
  func replyLate(_ clock: ServiceClock, seconds: Int64) -> String {
    let late = remaining(seconds: seconds)
    return say(
      fr: "\(name(clock)) en retard de \(late) · cet envoi arrête l’échéance",
      en: "\(name(clock)) late by \(late) · sending this ends the deadline")
  }

  /// Above the folded words of the requester.
  func lastMessage(_ at: String) -> String {
    say(fr: "── dernier message, \(at) (Ctrl-X q le cite)", en: "── last message, \(at) (Ctrl-X q quotes it)")
  }

  func backToMatrix(_ computed: String) -> String {
    say(fr: "celle de la matrice (\(computed))", en: "the matrix’s (\(computed))")
  }

  /// What the matrix says of a ticket, and from what.
  func computed(_ ticket: Ticket) -> String {
    guard let known = ticket.qualification else {
      return say(fr: "\(ticket.computed.name), pas encore qualifié", en: "\(ticket.computed.name), not qualified yet")
    }
    return
      "\(ticket.computed.name) = \(known.gravity.name) \(name(known.gravity)) × \(known.impact.name) \(name(known.impact))"
  }

  func glass(_ glass: EscalateSheet.Glass) -> String {
    switch glass {
    case .now: say(fr: "maintenant", en: "now")
    case .later:
      say(
        fr: "dans les \(Limits.breakGlassMinutes) min (urgence)",
        en: "within \(Limits.breakGlassMinutes) min (emergency)")
    }
  }

  func keep(_ keep: ResolveSheet.Keep) -> String {
    switch keep {
    case .linked: say(fr: "fiche existante", en: "existing article")
    case .draft: say(fr: "fiche à écrire", en: "article to write")
    case .none: say(fr: "rien à garder", en: "nothing to keep")
    }
  }

  func way(_ way: TagSheet.Way) -> String {
    switch way {
    case .add: say(fr: "mettre", en: "add")
    case .remove: say(fr: "ôter", en: "remove")
    }
  }
}
