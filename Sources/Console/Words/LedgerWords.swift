import Desk

// What a ledger of a clock says: where the ticket was, what was counted, what was not and why.
extension Words {
  package func phase(_ phase: ClockPhase) -> String {
    switch phase {
    case .new: say(fr: "nouveau", en: "new")
    case .open: say(fr: "en cours", en: "in progress")
    case .planned: say(fr: "planifié", en: "planned")
    case .plannedByUser: say(fr: "planifié par le demandeur", en: "planned by the requester")
    case .waitingUser: say(fr: "attente du demandeur", en: "waiting for the requester")
    case .waitingThird: say(fr: "attente d’un tiers", en: "waiting for a third party")
    case .waitingVendor: say(fr: "chez le fournisseur", en: "with the vendor")
    case .resolved: say(fr: "résolu", en: "resolved")
    case .ended: say(fr: "terminé", en: "over")
    }
  }

  package func name(_ reason: ClockLedger.Reason) -> String {
    switch reason {
    case .counted: say(fr: "compté", en: "counted")
    case .paused: say(fr: "suspendu", en: "paused")
    case .stopped: say(fr: "arrêté", en: "stopped")
    case .closed(.afterHours): say(fr: "hors horaires", en: "after hours")
    case .closed(.lunch): say(fr: "pause de midi", en: "lunch")
    case .closed(.dayOff): say(fr: "jour non ouvré", en: "day off")
    case .closed(.exception): say(fr: "fermeture exceptionnelle", en: "exceptional closing")
    case .closed(.holiday(let holiday)): say(fr: "férié", en: "holiday") + name(holiday).prefixed(" · ")
    }
  }

  /// The name of a holiday; empty where it has none.
  package func name(_ holiday: Holiday) -> String {
    switch holiday {
    case .named(let name): name
    case .listed: ""
    case .fixed(let month, let day):
      fixedHoliday(month, day) ?? Instant.pad(day, 2) + "/" + Instant.pad(month, 2)
    case .fromEaster(let days):
      movingHoliday(days) ?? say(fr: "Pâques", en: "Easter") + " \(days < 0 ? "" : "+")\(days)"
    }
  }

  private func fixedHoliday(_ month: Int, _ day: Int) -> String? {
    switch (month, day) {
    case (1, 1): say(fr: "jour de l’an", en: "New Year’s Day")
    case (5, 1): say(fr: "fête du travail", en: "Labour Day")
    case (5, 8): say(fr: "victoire de 1945", en: "Victory in Europe Day")
    case (7, 14): say(fr: "fête nationale", en: "Bastille Day")
    case (8, 15): say(fr: "Assomption", en: "Assumption")
    case (11, 1): say(fr: "Toussaint", en: "All Saints’ Day")
    case (11, 11): say(fr: "armistice de 1918", en: "Armistice Day")
    case (12, 25): say(fr: "Noël", en: "Christmas")
    case (12, 26): say(fr: "Saint-Étienne", en: "St Stephen’s Day")
    default: nil
    }
  }

  private func movingHoliday(_ days: Int) -> String? {
    switch days {
    case -2: say(fr: "Vendredi saint", en: "Good Friday")
    case 0: say(fr: "Pâques", en: "Easter Sunday")
    case 1: say(fr: "lundi de Pâques", en: "Easter Monday")
    case 39: say(fr: "Ascension", en: "Ascension")
    case 49: say(fr: "Pentecôte", en: "Whit Sunday")
    case 50: say(fr: "lundi de Pentecôte", en: "Whit Monday")
    default: nil
    }
  }

  package func name(_ outcome: ClockCycle.Outcome) -> String {
    switch outcome {
    case .kept: say(fr: "tenu", en: "kept")
    case .broken: say(fr: "dépassé", en: "broken")
    case .open: say(fr: "en cours", en: "open")
    case .waived: say(fr: "levé", en: "waived")
    }
  }

  /// Working time to the second where it is not whole minutes: `4h00`, `8h30`, `0h07:30`.
  package func workingTime(_ seconds: Int64) -> String {
    let rest = Int(seconds.magnitude % 60)
    let minutes = Int(clamping: seconds.magnitude / 60)
    return (seconds < 0 ? "-" : "") + "\(minutes / 60)h" + Instant.pad(minutes % 60, 2)
      + (rest == 0 ? "" : ":" + Instant.pad(rest, 2))
  }

  /// `solution · 2e cycle · N2`
  package func ledgerTitle(_ ledger: ClockLedger) -> String {
    let cycle = ledger.cycle.number > 1 ? say(fr: " n° \(ledger.cycle.number)", en: " no. \(ledger.cycle.number)") : ""
    return name(ledger.cycle.clock) + cycle + (ledger.cycle.level.map { " " + $0.rawValue } ?? "")
  }

  package func ledgerPromise(_ ledger: ClockLedger) -> String {
    say(
      fr: "promis \(workingTime(ledger.deadline.goal)), calendrier \(ledger.calendar), engagement \(ledger.policy)",
      en: "promised \(workingTime(ledger.deadline.goal)), calendar \(ledger.calendar), policy \(ledger.policy)")
  }

  package func ledgerStanding(_ ledger: ClockLedger, due: String?) -> String {
    let used = workingTime(ledger.deadline.used)
    let left = workingTime(ledger.deadline.remaining)
    switch ledger.deadline.standing {
    case .running:
      return say(
        fr: "court : \(used) utilisées, reste \(left) ouvrées, échéance \(due ?? "—")",
        en: "runs: \(used) used, \(left) working time left, due \(due ?? "—")")
    case .paused:
      return say(
        fr: "suspendu : \(used) utilisées, reste \(left) ouvrées, pas d’échéance",
        en: "paused: \(used) used, \(left) working time left, not due")
    case .stopped: return say(fr: "arrêté : \(used) utilisées", en: "stopped: \(used) used")
    }
  }

  package var nothingPromised: String {
    say(fr: "Rien n’est promis sur ce ticket.", en: "Nothing is promised on this ticket.")
  }
  package var ledgerCut: String { say(fr: "… la suite est coupée", en: "… the rest is cut") }
  package func waivedBecause(_ reason: String) -> String { say(fr: "levé : \(reason)", en: "waived: \(reason)") }

  package var ledgerHead: [String] {
    [
      say(fr: "du", en: "from"), say(fr: "au", en: "to"), say(fr: "ticket", en: "ticket"), say(fr: "temps", en: "time"),
      say(fr: "compté", en: "counted"), say(fr: "total", en: "total"),
    ]
  }

  package func underPolicy(_ file: String?) -> String {
    file.map { say(fr: "— avec \($0) —", en: "— with \($0) —") }
      ?? say(fr: "— engagements en vigueur —", en: "— promises in force —")
  }

  // MARK: - Tick and replay

  /// What the desk did by itself.
  package func stroke(_ fact: Fact) -> String {
    switch fact {
    case .service(.crossed(let threshold)):
      threshold.percent < 100
        ? say(
          fr: "\(name(threshold.clock)) : \(threshold.percent) % utilisés",
          en: "\(name(threshold.clock)): \(threshold.percent)% used")
        : threshold.percent == 100
          ? say(fr: "\(name(threshold.clock)) : dépassé", en: "\(name(threshold.clock)): broken")
          : say(
            fr: "\(name(threshold.clock)) : dépassé, \(threshold.percent) %",
            en: "\(name(threshold.clock)): broken, \(threshold.percent)%")
    case .resumed: say(fr: "réveillé à sa date", en: "woken at its date")
    case .closed: say(fr: "clos à sa date", en: "closed at its date")
    case .automat(let fact): automat(fact)
    case .duty(let fact): duty(fact)
    default: fact.op
    }
  }

  package var replayHead: [String] {
    [
      say(fr: "échéance", en: "deadline"), say(fr: "priorité", en: "priority"), say(fr: "tenus", en: "kept"),
      say(fr: "dépassés", en: "broken"), say(fr: "en cours", en: "open"), say(fr: "levés", en: "waived"),
      say(fr: "→ tenus", en: "→ kept"), say(fr: "dépassés", en: "broken"), say(fr: "en cours", en: "open"),
      say(fr: "levés", en: "waived"),
    ]
  }

  package func replaySum(_ replay: PolicyReplay) -> String {
    let tickets = count(replay.tickets, fr: ("ticket", "tickets"), en: ("ticket", "tickets"))
    return say(
      fr: "\(tickets) ; \(replay.better) dépassés seraient tenus, \(replay.worse) tenus seraient dépassés.",
      en: "\(tickets); \(replay.better) broken would be kept, \(replay.worse) kept would be broken.")
  }
}

extension String {
  fileprivate func prefixed(_ head: String) -> String { isEmpty ? "" : head + self }
}
