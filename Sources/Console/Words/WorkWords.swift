import Desk

// The words of time, tasks, checklists, major incidents, merging and splitting.
extension Words {
  /// Why two tickets may be one: `même demandeur · imprimante, panne`.
  package func because(_ reasons: [Lookalike.Reason]) -> String {
    reasons.map { reason in
      switch reason {
      case .requester: say(fr: "même demandeur", en: "same requester")
      case .asset(let id): say(fr: "même équipement \(id)", en: "same asset \(id)")
      case .customer(let id): say(fr: "même client \(id)", en: "same customer \(id)")
      case .category(let name): name
      case .words(let shared): shared.map { say(fr: "« \($0) »", en: "“\($0)”") }.joined(separator: " ")
      }
    }.joined(separator: " · ")
  }
  /// Before the ticket itself, where those like it stand under it.
  var thisTicket: String { say(fr: "ce ticket : ", en: "this ticket: ") }
  package var noLookalike: String {
    say(fr: "Aucun ticket actif ne lui ressemble.", en: "No active ticket is like it.")
  }
  package func mergeHint(_ command: String) -> String {
    say(fr: "Rien n’est fusionné. Pour voir : \(command)", en: "Nothing is merged. To see: \(command)")
  }

  func workName(_ verb: Verb) -> String {
    switch verb {
    case .split: say(fr: "scinder", en: "split")
    case .logTime: say(fr: "noter du temps", en: "log time")
    case .correctTime: say(fr: "corriger un temps", en: "correct a time")
    case .addTask: say(fr: "prévoir une tâche", en: "add a task")
    case .finishTask: say(fr: "terminer une tâche", en: "end a task")
    case .recordSession: say(fr: "noter une prise en main", en: "record a remote session")
    case .applyChecklist: say(fr: "ouvrir une liste de contrôle", en: "apply a checklist")
    case .tick: say(fr: "cocher", en: "tick")
    case .declareMajor: say(fr: "déclarer un incident majeur", en: "declare a major incident")
    case .endMajor: say(fr: "lever l’incident majeur", en: "end the major incident")
    case .acknowledge: say(fr: "répondre à l’appel", en: "answer the page")
    case .changeRequester: say(fr: "changer le demandeur", en: "change the requester")
    case .linkAsset: say(fr: "lier un équipement", en: "link an asset")
    case .linkContract: say(fr: "lier un contrat", en: "link a contract")
    case .askSatisfaction: say(fr: "demander un avis", en: "ask for an opinion")
    case .answerSatisfaction: say(fr: "noter un avis", en: "record an opinion")
    default: ""
    }
  }

  func workOutcome(_ verb: Verb, _ s: String) -> String {
    switch verb {
    case .split: say(fr: "scindé\(s)", en: "split")
    case .logTime: say(fr: ": temps noté", en: ": time logged")
    case .correctTime: say(fr: ": temps corrigé", en: ": time corrected")
    case .addTask: say(fr: ": tâche prévue", en: ": task added")
    case .finishTask: say(fr: ": tâche terminée", en: ": task ended")
    case .recordSession: say(fr: ": prise en main notée", en: ": remote session recorded")
    case .applyChecklist: say(fr: ": liste ouverte", en: ": checklist applied")
    case .tick: say(fr: ": liste à jour", en: ": checklist updated")
    case .declareMajor: say(fr: "déclaré\(s) incident majeur, P0", en: "declared a major incident, P0")
    case .endMajor: say(fr: ": incident majeur levé", en: ": major incident ended")
    case .acknowledge: say(fr: ": appel acquitté", en: ": page acknowledged")
    case .changeRequester: say(fr: ": demandeur changé", en: ": requester changed")
    case .linkAsset: say(fr: ": équipement mis à jour", en: ": asset updated")
    case .linkContract: say(fr: ": contrat mis à jour", en: ": contract updated")
    case .askSatisfaction: say(fr: ": avis demandé", en: ": opinion asked")
    case .answerSatisfaction: say(fr: ": avis noté", en: ": opinion recorded")
    default: ""
    }
  }

  func workField(_ field: Refusal.Field) -> String {
    switch field {
    case .time: say(fr: "minutes", en: "minutes")
    case .task: say(fr: "tâche", en: "task")
    case .outcome: say(fr: "résultat", en: "outcome")
    case .end: say(fr: "fin", en: "end")
    case .travel: say(fr: "minutes de trajet", en: "travel minutes")
    case .place: say(fr: "lieu", en: "place")
    case .tool: say(fr: "outil", en: "tool")
    case .consent: say(fr: "accord du demandeur", en: "the requester’s consent")
    case .checklist: say(fr: "liste de contrôle", en: "checklist")
    case .item: say(fr: "point", en: "item")
    case .event: say(fr: "événement", en: "event")
    case .every: say(fr: "minutes entre deux points", en: "minutes between two communications")
    case .score: say(fr: "note", en: "score")
    case .comment: say(fr: "commentaire", en: "comment")
    case .doneAt: say(fr: "fait le", en: "done at")
    case .asset: say(fr: "équipement", en: "asset")
    case .contract: say(fr: "contrat", en: "contract")
    default: ""
    }
  }

  /// Why two tickets do not go together.
  func refusedPair(_ refusal: Refusal) -> String {
    switch refusal {
    case .linkToSelf: say(fr: "Un ticket ne se lie pas à lui-même.", en: "A ticket is not linked to itself.")
    case .mergeWithSelf:
      say(fr: "Un ticket ne se fusionne pas avec lui-même.", en: "A ticket is not merged with itself.")
    case .merged(let into):
      say(
        fr: "Ce ticket est fusionné dans \(into) : agir là, ou défaire la fusion.",
        en: "This ticket was merged into \(into): act there, or undo the merge.")
    case .otherState(let verb, let id, let state):
      say(
        fr: "\(id) est \(name(state)) : on ne peut pas \(name(verb)) avec lui.",
        en: "\(id) is \(name(state)): one cannot \(name(verb)) with it.")
    case .linkCycle(let id):
      say(
        fr: "\(id) est lui-même sous ce ticket : un ticket n’est pas son propre parent.",
        en: "\(id) itself stands under this ticket: a ticket is not its own parent.")
    case .hasParent(let id):
      say(fr: "Il a déjà un parent, \(id) : le délier d’abord.", en: "It has a parent, \(id): unlink that first.")
    case .notSplittable(let event):
      say(
        fr: "« \(event) » n’est pas un message ou une note de ce ticket, ou est déjà ailleurs. guichet show --ids",
        en: "“\(event)” is no message or note of this ticket, or is elsewhere already. guichet show --ids")
    default: ""
    }
  }

  package func comesFrom(_ ticket: String) -> String { say(fr: "de \(ticket)", en: "from \(ticket)") }

  /// A pair of tickets of which one half is missing, and what finishes it.
  package func unfinished(_ half: HalfPair, home: String) -> String {
    switch half {
    case .merge(let source, let target):
      let (source, target) = (name(source, home: home), name(target, home: home))
      return say(
        fr: "Fusion de \(source) dans \(target) interrompue à mi-chemin. La répéter la termine.",
        en: "The merge of \(source) into \(target) was cut short. Repeating it finishes it.")
    case .unmerge(let source, let target):
      let (source, target) = (name(source, home: home), name(target, home: home))
      return say(
        fr: "La séparation de \(source) et \(target) a été interrompue à mi-chemin. La répéter la termine.",
        en: "Unmerging \(source) from \(target) was cut short. Repeating it finishes it.")
    case .link(let id, let link): return halfLink(id, link, home: home, isGone: false)
    case .unlink(let id, let link): return halfLink(id, link, home: home, isGone: true)
    case .split(let source, let to):
      let (source, to) = (name(source, home: home), name(to, home: home))
      return say(
        fr: "\(source) ne dit pas encore ce qui est passé à \(to) : répéter la scission la termine.",
        en: "\(source) does not yet say what went to \(to): repeating the split finishes it.")
    }
  }

  /// After a sum.
  private func halfLink(_ id: TicketID, _ link: Link, home: String, isGone: Bool) -> String {
    let (id, other) = (name(id, home: home), name(link.target, home: home))
    let told = "\(id) \(name(link)) \(other)"
    return isGone
      ? say(
        fr: "Lien « \(told) » : ôté de \(other) seulement. guichet repair \(id) l’ôte ici.",
        en: "Link “\(told)”: taken from \(other) only. guichet repair \(id) takes it from here.")
      : say(
        fr: "Lien « \(told) » : \(other) n’en dit rien. guichet repair \(id) le termine.",
        en: "Link “\(told)”: \(other) says nothing of it. guichet repair \(id) finishes it.")
  }

  package func pairsToFinish(_ number: Int) -> String {
    ", "
      + count(
        number, fr: ("fusion ou scission à terminer", "fusions ou scissions à terminer"),
        en: ("merge or split to finish", "merges or splits to finish"))
  }

  // MARK: - What a ticket holds

  package var workTitle: String { say(fr: "Travail", en: "Work") }

  /// `45 min, dont 30 min facturables`
  package func timeSpent(_ work: Work) -> String {
    let all = minutes(work.minutes)
    if work.billableMinutes == work.minutes { return all }
    let billed = minutes(work.billableMinutes)
    return say(fr: "\(all), dont \(billed) facturables", en: "\(all), \(billed) of it billable")
  }

  package var notBilled: String { say(fr: ", non facturé", en: ", not billed") }

  /// `[ ] Changer l’écran (sur site), bob, lun. 24/11 09:00, Lyon 3, trajet 40 min`
  package func sentence(_ sheet: TaskSheet, zone: Zone, now: Instant) -> String {
    let task = sheet.task
    var parts = [(sheet.isOpen ? "[ ] " : "[x] ") + task.title + " (" + name(task.kind) + ")"]
    if let assignee = task.assignee { parts.append(assignee) }
    if let start = task.start {
      parts.append(moment(start, in: zone, now: now) + (task.end.map { "–" + clock($0, in: zone) } ?? ""))
    }
    if let place = task.place { parts.append(place) }
    if task.travel > 0 { parts.append(say(fr: "trajet ", en: "travel ") + minutes(task.travel)) }
    if let outcome = sheet.outcome { parts.append("→ " + outcome.text) }
    return parts.joined(separator: ", ")
  }

  package func progress(of list: Checklist) -> String { "\(list.done)/\(list.items.count)" }

  package var timeLabel: String { say(fr: "temps", en: "time") }
  package var taskLabel: String { say(fr: "tâche", en: "task") }
  package var opinionLabel: String { say(fr: "avis", en: "opinion") }
  package var majorLabel: String { say(fr: "incident majeur", en: "major incident") }
  package var contractLabel: String { say(fr: "contrat", en: "contract") }
  package var repeatLabel: String { say(fr: "revient", en: "comes back") }

  package func opinion(_ satisfaction: Satisfaction) -> String {
    guard let answer = satisfaction.answer else {
      let who = satisfaction.asked?.of ?? ""
      return say(fr: "demandé à \(who)", en: "asked \(who)")
    }
    return say(fr: "\(answer.score) sur 5", en: "\(answer.score) of 5")
      + (answer.comment.map { say(fr: " : \($0)", en: ": \($0)") } ?? "")
  }

  package func communicationOwed(at moment: String) -> String {
    say(fr: "prochain point \(moment)", en: "next communication \(moment)")
  }

  package func childrenCount(_ number: Int) -> String {
    count(number, fr: ("ticket rattaché", "tickets rattachés"), en: ("ticket under it", "tickets under it"))
  }

  /// Resolved as it is, no report would count it.
  package func resolveUnqualified(_ ticket: String) -> String {
    say(
      fr: "\(ticket) n’est pas qualifié : ni catégorie ni priorité. Dans le même geste : --kind incident --gravity 3 "
        + "--impact 4 --category Poste ; ou --anyway pour le laisser ainsi.",
      en: "\(ticket) is not qualified: neither category nor priority. In the same act: --kind incident --gravity 3 "
        + "--impact 4 --category Desktop; or --anyway to leave it so.")
  }

  /// The same on the sheet, where it is one key away.
  package var unqualified: String {
    say(
      fr: "Pas qualifié : ni catégorie ni priorité pour les rapports.",
      en: "Not qualified: no category and no priority for the reports.")
  }

  /// What a resolution leaves undone.
  package func openTasks(_ number: Int) -> String {
    count(
      number, fr: ("tâche reste ouverte", "tâches restent ouvertes"), en: ("task is still open", "tasks are still open")
    )
  }

  /// The same requester, the same category, and it was said to be resolved.
  package func comesBack(from tickets: [String]) -> String {
    let list = tickets.joined(separator: ", ")
    return say(
      fr: "même demandeur, même catégorie, résolu il y a moins de 14 jours : \(list)",
      en: "same requester, same category, resolved less than 14 days before: \(list)")
  }

  package func mergePreview(_ source: String, _ target: String, shown: Int) -> String {
    let events = count(shown, fr: ("événement", "événements"), en: ("event", "events"))
    return say(
      fr: "\(source) serait fusionné dans \(target), dont le fil montrerait ses \(events). Rien n’est enregistré.",
      en: "\(source) would be merged into \(target), whose thread would show its \(events). Nothing is recorded.")
  }

  package func unmergePreview(_ source: String, _ target: String, state: State) -> String {
    say(
      fr: "\(source) quitterait \(target) et redeviendrait : \(name(state)). Rien n’est enregistré.",
      en: "\(source) would leave \(target) and be again: \(name(state)). Nothing is recorded.")
  }

  package func splitOff(_ source: String, _ new: String, _ number: Int) -> String {
    let messages = count(number, fr: ("message", "messages"), en: ("message", "messages"))
    return say(fr: "✓ \(new) ouvert avec \(messages) de \(source)", en: "✓ \(new) opened with \(messages) of \(source)")
  }

  package func noSuchEvent(_ text: String) -> String {
    say(
      fr: "Aucun événement « \(text) » ici, ou plusieurs. guichet show --ids les montre.",
      en: "No event “\(text)” here, or several. guichet show --ids shows them.")
  }

  /// Of a list of the desk that a ticket has not.
  package func toBeLaid(_ items: Int) -> String {
    say(fr: "à poser, ", en: "to be laid, ") + count(items, fr: ("point", "points"), en: ("item", "items"))
  }

  package var noChecklists: String {
    say(fr: "Aucune liste de contrôle, ni ici ni dans les réglages.", en: "No checklist, here or in the settings.")
      + checklistsThereAre([])
  }

  /// After “no checklist …”: what there is, and how one is made.
  package func checklistsThereAre(_ names: [String]) -> String {
    names.isEmpty
      ? say(
        fr: " Une nouvelle s’ouvre avec --item TEXTE, autant de fois que de points.",
        en: " A new one is laid with --item TEXT, once for each of its points.")
      : say(fr: " Il y a : ", en: " There are: ") + names.joined(separator: ", ") + "."
  }

  package func badMinutes(_ text: String) -> String {
    say(fr: "« \(text) » n’est pas une durée : 25m, 1h, 1h30.", en: "“\(text)” is no duration: 25m, 1h, 1h30.")
  }
}
