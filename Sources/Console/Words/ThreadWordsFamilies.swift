import Desk

// What the events of each family say, after the name of who did it.
extension Words {
  func work(_ fact: WorkFact, zone: Zone, now: Instant) -> String {
    switch fact {
    case .timeLogged(let time):
      let spent = minutes(time.minutes) + " (" + name(time.activity) + ")"
      return say(fr: "a passé \(spent)", en: "spent \(spent)")
        + (time.isBillable ? "" : say(fr: ", non facturé", en: ", not billed"))
    case .timeCorrected(_, let minutes, let reason):
      let spent = self.minutes(minutes)
      return say(fr: "a corrigé un temps à \(spent) : \(reason)", en: "corrected a time to \(spent): \(reason)")
    case .taskAdded(let task):
      let title = say(fr: "a prévu : \(task.title)", en: "planned: \(task.title)") + " (" + name(task.kind) + ")"
      return title + (task.start.map { ", " + date($0, in: zone, now: now) } ?? "")
    case .taskDone(_, let outcome): return say(fr: "a terminé une tâche : \(outcome)", en: "ended a task: \(outcome)")
    case .remoteSession(let session):
      let long = minutes(Int(clamping: max(0, session.end - session.start) / 60))
      return say(
        fr: "a pris la main (\(session.tool), \(long), accord : \(session.consent))",
        en: "had a remote session (\(session.tool), \(long), consent: \(session.consent))")
    case .checklistApplied(let name, let items):
      let points = count(items.count, fr: ("point", "points"), en: ("item", "items"))
      return say(fr: "a ouvert la liste \(name), \(points)", en: "applied the checklist \(name), \(points)")
    case .checklistTicked(_, let item, let isDone):
      return isDone
        ? say(fr: "a coché le point \(item)", en: "ticked item \(item)")
        : say(fr: "a décoché le point \(item)", en: "unticked item \(item)")
    }
  }

  func service(_ fact: ServiceFact) -> String {
    switch fact {
    case .crossed(let threshold):
      say(
        fr: "signale \(threshold.percent) % de l’engagement : \(name(threshold.clock))",
        en: "tells of \(threshold.percent) % of the goal: \(name(threshold.clock))")
    case .waived(let clock, let reason):
      say(
        fr: "a levé l’engagement \(name(clock)) : \(reason)", en: "waived the goal \(name(clock)): \(reason)")
    }
  }

  func duty(_ fact: DutyFact) -> String {
    switch fact {
    case .majorDeclared(let reason, let every):
      say(
        fr: "a déclaré l’incident majeur, point toutes les \(minutes(every)) : \(reason)",
        en: "declared a major incident, news every \(minutes(every)): \(reason)")
    case .majorEnded(let reason):
      say(fr: "a levé l’incident majeur : \(reason)", en: "ended the major incident: \(reason)")
    case .pageSent(let page):
      say(fr: "demande l’appel de \(page.to) (\(page.rota))", en: "asks to page \(page.to) (\(page.rota))")
        + (page.step > 1 ? say(fr: ", appel n° \(page.step)", en: ", call no. \(page.step)") : "")
    case .pageRetried: say(fr: "demande l’appel de nouveau", en: "asks to page again")
    case .pageDelivered: say(fr: "appel transmis", en: "page delivered")
    case .pageFailed(_, let reason): say(fr: "l’appel a échoué : \(reason)", en: "the page failed: \(reason)")
    case .pageUnanswered(let rota): nobodyAnswered(rota)
    case .pageAcknowledged: say(fr: "a répondu à l’appel", en: "answered the page")
    }
  }

  /// The same of calls that nothing carried.
  package func unheard(_ fact: Fact) -> String? {
    switch fact {
    case .duty(.pageUnanswered(let rota)): nobodyHeard(rota)
    case .duty(let fact): duty(fact) + say(fr: " : ", en: ": ") + notCarried
    default: nil
    }
  }

  func concern(_ fact: ConcernFact) -> String {
    switch fact {
    case .requesterChanged(let party, _, _):
      say(fr: "a corrigé le demandeur : \(party.label)", en: "corrected the requester: \(party.label)")
    case .assetLinked(let asset?): say(fr: "a lié l’équipement \(asset)", en: "linked the asset \(asset)")
    case .assetLinked(nil): say(fr: "a délié l’équipement", en: "unlinked the asset")
    case .contractLinked(let contract?): say(fr: "a lié le contrat \(contract)", en: "linked the contract \(contract)")
    case .contractLinked(nil): say(fr: "a délié le contrat", en: "unlinked the contract")
    case .satisfactionAsked(let who): say(fr: "a demandé son avis à \(who)", en: "asked \(who) how content they are")
    case .satisfactionAnswered(let score, let comment):
      say(fr: "avis : \(score) sur 5", en: "opinion: \(score) of 5")
        + (comment.map { say(fr: " : \($0)", en: ": \($0)") } ?? "")
    }
  }

  func automat(_ fact: AutomatFact) -> String {
    switch fact {
    case .ruleFired(let rule, _, let refused): ruleFired(rule, refused)
    case .recurred(let rule, let occurrence, let missed): recurred(rule, occurrence, missed: missed)
    case .skipped(let reason): say(fr: "a passé son tour : \(reason)", en: "left it to others: \(reason)")
    }
  }

  /// `25 min`, `1h30`
  package func minutes(_ count: Int) -> String {
    (count < 0 ? "-" : "") + length(minutes: Int(clamping: count.magnitude))
  }

  package func name(_ activity: Activity) -> String {
    switch activity {
    case .diagnosis: say(fr: "diagnostic", en: "diagnosis")
    case .repair: say(fr: "réparation", en: "repair")
    case .call: say(fr: "appel", en: "call")
    case .remote: say(fr: "prise en main", en: "remote session")
    case .onsite: say(fr: "sur site", en: "on site")
    case .workshop: say(fr: "atelier", en: "workshop")
    case .travel: say(fr: "trajet", en: "travel")
    case .followUp: say(fr: "suivi", en: "follow-up")
    case .other: say(fr: "autre", en: "other")
    }
  }

  package func name(_ kind: TaskKind) -> String {
    switch kind {
    case .onsite: say(fr: "sur site", en: "on site")
    case .workshop: say(fr: "atelier", en: "workshop")
    case .remote: say(fr: "à distance", en: "remote")
    case .call: say(fr: "appel", en: "call")
    case .other: say(fr: "autre", en: "other")
    }
  }
}
