import Desk

// What a ticket's thread and header say.
extension Words {
  package var publicReply: String { say(fr: "RÉPONSE PUBLIQUE", en: "PUBLIC REPLY") }

  package func internalNote(_ visibility: Visibility) -> String {
    switch visibility {
    case .team: say(fr: "NOTE INTERNE", en: "INTERNAL NOTE")
    case .restricted: say(fr: "NOTE INTERNE RESTREINTE", en: "RESTRICTED INTERNAL NOTE")
    }
  }

  package var automatic: String { say(fr: "automatique", en: "automatic") }
  package var threadTitle: String { say(fr: "Fil", en: "Thread") }
  package var linksTitle: String { say(fr: "Liens", en: "Links") }
  package var handoffTitle: String { say(fr: "Transmission", en: "Hand-off") }
  package var resolutionTitle: String { say(fr: "Résolution", en: "Resolution") }
  package var previewTitle: String { say(fr: "aperçu", en: "preview") }
  package var watchers: String { say(fr: "suivi par", en: "watched by") }
  package var tags: String { say(fr: "étiquettes", en: "tags") }
  package var reading: String { say(fr: "lecture…", en: "reading…") }
  package var bodyGoesOn: String {
    say(
      fr: "[…] texte trop long pour l’écran : guichet show --save DOSSIER",
      en: "[…] too long for the screen: guichet show --save FOLDER")
  }

  package func hidden(_ number: Int) -> String {
    "⁖ " + count(number, fr: ("caractère masqué", "caractères masqués"), en: ("hidden character", "hidden characters"))
  }

  package func foldedQuotes(_ number: Int) -> String {
    count(
      number, fr: ("ligne citée, z déplie", "lignes citées, z déplie"),
      en: ("quoted line, z unfolds", "quoted lines, z unfolds"))
  }

  package func attachment(_ name: String, bytes: Int) -> String {
    let size =
      bytes < 1024 ? say(fr: "\(bytes) o", en: "\(bytes) B") : say(fr: "\(bytes / 1024) Kio", en: "\(bytes / 1024) KiB")
    return say(fr: "pièce jointe : \(name) (\(size))", en: "attachment: \(name) (\(size))")
  }

  // MARK: - Header

  package func computedPriority(_ priority: Priority, _ qualification: Qualification) -> String {
    let i = qualification.impact.rawValue
    let g = qualification.gravity.rawValue
    return say(
      fr: "\(priority.name) (impact \(i) × gravité \(g))", en: "\(priority.name) (impact \(i) × gravity \(g))")
  }

  package func unqualifiedPriority(_ priority: Priority) -> String {
    say(fr: "\(priority.name) (à qualifier)", en: "\(priority.name) (to qualify)")
  }

  package func setPriority(_ priority: Priority, by: String, computed: Priority) -> String {
    say(
      fr: "\(priority.name) fixée par \(by) (calcul : \(computed.name))",
      en: "\(priority.name) set by \(by) (computed: \(computed.name))")
  }

  package func agent(_ login: String?) -> String { say(fr: "agent \(login ?? "—")", en: "agent \(login ?? "—")") }
  package func steward(_ login: String) -> String { say(fr: "suivi \(login)", en: "steward \(login)") }
  package func phone(_ number: String) -> String { say(fr: "tél. \(number)", en: "tel. \(number)") }
  package func waits(_ reason: WaitReason, until: String, party: String?) -> String {
    let who = party.map { " (\($0))" } ?? ""
    return say(
      fr: "attend : \(name(reason))\(who), jusqu’à \(until)", en: "waits: \(name(reason))\(who), until \(until)")
  }
  package func plannedFor(_ start: String) -> String { say(fr: "prévu \(start)", en: "planned \(start)") }
  package func handoffOwed(until: String) -> String {
    say(fr: "transmission due avant \(until)", en: "hand-off owed by \(until)")
  }

  // MARK: - Changes

  /// What an event says, after the name of who did it; nil for what a thread shows otherwise.
  package func sentence(_ fact: Fact, home: String, zone: Zone, now: Instant) -> String? {
    switch fact {
    case .opened(let opening):
      return say(
        fr: "a ouvert le ticket (\(name(opening.channel)))", en: "opened the ticket (\(name(opening.channel)))")
    case .qualified(let what):
      return say(
        fr:
          "a qualifié : \(name(what.kind)), impact \(what.impact.rawValue), gravité \(what.gravity.rawValue), \(what.category)",
        en:
          "qualified: \(name(what.kind)), impact \(what.impact.rawValue), gravity \(what.gravity.rawValue), \(what.category)"
      )
    case .priorityOverridden(let priority?, let reason):
      return say(
        fr: "a fixé la priorité à \(priority.name) : \(reason)", en: "set the priority to \(priority.name): \(reason)")
    case .priorityOverridden(nil, let reason):
      return say(fr: "a rendu la priorité au calcul : \(reason)", en: "gave the priority back to the matrix: \(reason)")
    case .routed(let group): return say(fr: "a orienté vers \(group)", en: "routed to \(group)")
    case .assigned, .released, .stewardChanged: return ownership(fact)
    case .escalated, .handoffCompleted, .returned: return levels(fact)
    case .planned(let start, let chosenBy):
      let date = date(start, in: zone, now: now)
      return say(fr: "a planifié au \(date) (\(name(chosenBy)))", en: "planned for \(date) (\(name(chosenBy)))")
    case .waiting(let wait):
      let until = date(wait.until, in: zone, now: now)
      let party = wait.party.map { " (\($0))" } ?? ""
      return say(
        fr: "attend : \(name(wait.on))\(party), \(name(wait.reason)), jusqu’au \(until)",
        en: "waits for: \(name(wait.on))\(party), \(name(wait.reason)), until \(until)")
    case .resumed(let cause): return say(fr: "a repris : \(name(cause))", en: "resumed: \(name(cause))")
    case .resolved(let how):
      return say(
        fr: "a résolu (\(name(how.code))) : \(how.summary)", en: "resolved (\(name(how.code))): \(how.summary)")
    case .reopened(_, let reason): return say(fr: "a rouvert", en: "reopened") + tail(reason)
    case .closed(let cause): return say(fr: "a clos : \(name(cause))", en: "closed: \(name(cause))")
    case .cancelled(let reason): return say(fr: "a annulé", en: "cancelled") + tail(reason)
    case .restored(let reason): return say(fr: "a rétabli", en: "restored") + tail(reason)
    case .markedSpam: return say(fr: "a marqué indésirable", en: "marked as spam")
    case .unmarkedSpam: return say(fr: "a retiré la marque d’indésirable", en: "unmarked spam")
    case .work(let fact): return work(fact, zone: zone, now: now)
    case .service(let fact): return service(fact)
    case .duty(let fact): return duty(fact)
    case .concern(let fact): return concern(fact)
    case .automat(let fact): return automat(fact)
    default: return relation(fact, home: home)
    }
  }

  private func tail(_ reason: String) -> String {
    reason.isEmpty ? "" : say(fr: " : \(reason)", en: ": \(reason)")
  }

  private func ownership(_ fact: Fact) -> String? {
    switch fact {
    case .assigned(_, .take, _): say(fr: "a pris le ticket", en: "took the ticket")
    case .assigned(let to, .assign, let reason):
      say(fr: "a affecté à \(to)", en: "assigned to \(to)") + tail(reason ?? "")
    case .assigned(_, .steal, let reason):
      say(fr: "a repris le ticket", en: "took the ticket over") + tail(reason ?? "")
    case .released(let reason): say(fr: "a libéré le ticket", en: "released the ticket") + tail(reason ?? "")
    case .stewardChanged(let to): say(fr: "a confié le suivi à \(to)", en: "made \(to) the steward")
    default: nil
    }
  }

  private func levels(_ fact: Fact) -> String? {
    switch fact {
    case .escalated(let from, let to, let handoff, let target):
      say(fr: "a escaladé \(from.rawValue) → \(to.rawValue)", en: "escalated \(from.rawValue) → \(to.rawValue)")
        + (target.map { " (\($0))" } ?? "")
        + (handoff == nil ? say(fr: ", en urgence, sans transmission", en: ", in emergency, without a hand-off") : "")
    case .handoffCompleted: say(fr: "a complété la transmission", en: "completed the hand-off")
    case .returned(let from, let to, let reason):
      say(fr: "a rendu \(from.rawValue) → \(to.rawValue)", en: "returned \(from.rawValue) → \(to.rawValue)")
        + tail(reason)
    default: nil
    }
  }

  private func relation(_ fact: Fact, home: String) -> String? {
    switch fact {
    case .deliveryFailed(let recipient, let status):
      say(
        fr: "signale un courriel non remis à \(recipient) : \(status)",
        en: "reports a mail not delivered to \(recipient): \(status)")
    case .linkAdded(let link):
      say(fr: "a lié : \(name(link)) ", en: "linked: \(name(link)) ") + name(link.target, home: home)
    case .linkRemoved(let link):
      say(fr: "a délié : \(name(link)) ", en: "unlinked: \(name(link)) ")
        + name(link.target, home: home)
    case .mergedInto(let id): say(fr: "a fusionné dans ", en: "merged into ") + name(id, home: home)
    case .mergedFrom(let id, _):
      say(
        fr: "a fusionné \(name(id, home: home)) dans ce ticket", en: "merged \(name(id, home: home)) into this ticket")
    case .mergeUndone(let id): say(fr: "a défait la fusion avec ", en: "undid the merge with ") + name(id, home: home)
    case .splitOut(let to, _): say(fr: "a détaché vers ", en: "split out to ") + name(to, home: home)
    case .splitIn(let from, _): say(fr: "vient de ", en: "comes from ") + name(from, home: home)
    case .watcherAdded(let who): say(fr: "a ajouté \(who) au suivi", en: "added \(who) to the watchers")
    case .watcherRemoved(let who): say(fr: "a ôté \(who) du suivi", en: "took \(who) off the watchers")
    case .tagAdded(let tag): say(fr: "a mis l’étiquette \(tag)", en: "added the tag \(tag)")
    case .tagRemoved(let tag): say(fr: "a ôté l’étiquette \(tag)", en: "removed the tag \(tag)")
    case .repaired(let repair):
      say(fr: "a constaté dans le fichier : ", en: "found in the file: ")
        + count(repair.damage.count, fr: ("anomalie", "anomalies"), en: ("fault", "faults"))
    case .unknown(let op, _):
      say(
        fr: "a fait ce qu’une version plus récente comprend : \(op)", en: "did what a newer version understands: \(op)")
    default: nil
    }
  }
}
