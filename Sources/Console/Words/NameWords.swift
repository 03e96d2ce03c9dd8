import Desk

// What the desk's closed lists are called on screen.
extension Words {
  package func name(_ state: State) -> String {
    switch state {
    case .new: say(fr: "nouveau", en: "new")
    case .open: say(fr: "en cours", en: "in progress")
    case .planned: say(fr: "planifié", en: "planned")
    case .waitUser: say(fr: "en attente du demandeur", en: "waiting for requester")
    case .waitThird: say(fr: "en attente d’un tiers", en: "waiting for third party")
    case .resolved: say(fr: "résolu", en: "resolved")
    case .closed: say(fr: "clos", en: "closed")
    case .cancelled: say(fr: "annulé", en: "cancelled")
    case .spam: say(fr: "indésirable", en: "spam")
    case .merged: say(fr: "fusionné", en: "merged")
    }
  }

  /// Four columns at most: what a row has room for.
  package func short(_ state: State) -> String {
    switch state {
    case .new: say(fr: "nouv", en: "new")
    case .open: say(fr: "cour", en: "open")
    case .planned: say(fr: "plan", en: "plan")
    case .waitUser: say(fr: "att.", en: "wait")
    case .waitThird: say(fr: "tier", en: "3rd")
    case .resolved: say(fr: "réso", en: "done")
    case .closed: say(fr: "clos", en: "clsd")
    case .cancelled: say(fr: "annu", en: "canc")
    case .spam: say(fr: "indé", en: "spam")
    case .merged: say(fr: "fusi", en: "merg")
    }
  }

  package func name(_ kind: Kind) -> String {
    switch kind {
    case .incident: say(fr: "incident", en: "incident")
    case .request: say(fr: "demande", en: "request")
    case .advice: say(fr: "conseil", en: "advice")
    case .alert: say(fr: "alerte", en: "alert")
    case .problem: say(fr: "problème", en: "problem")
    case .change: say(fr: "changement", en: "change")
    }
  }

  package func name(_ gravity: Gravity) -> String {
    switch gravity {
    case .crisis: say(fr: "production arrêtée", en: "production stopped")
    case .blocking: say(fr: "bloquant", en: "blocking")
    case .degraded: say(fr: "gênant", en: "degraded")
    case .minor: say(fr: "non bloquant", en: "not blocking")
    }
  }

  package func name(_ impact: Impact) -> String {
    switch impact {
    case .company: say(fr: "entreprise ou site", en: "company or site")
    case .department: say(fr: "service ou équipe", en: "department or team")
    case .group: say(fr: "groupe ou VIP", en: "group or VIP")
    case .person: say(fr: "une personne", en: "one person")
    }
  }

  package func name(_ channel: Channel) -> String {
    switch channel {
    case .phone: say(fr: "téléphone", en: "phone")
    case .mail: say(fr: "courriel", en: "mail")
    case .chat: say(fr: "messagerie", en: "chat")
    case .portal: say(fr: "portail", en: "portal")
    case .monitor: say(fr: "supervision", en: "monitoring")
    case .walkIn: say(fr: "au guichet", en: "walk-in")
    }
  }

  package func name(_ profile: Profile) -> String {
    switch profile {
    case .requester: say(fr: "demandeur", en: "requester")
    case .n1: "N1"
    case .n2: "N2"
    case .n3: "N3"
    case .manager: say(fr: "responsable", en: "manager")
    case .admin: say(fr: "administrateur", en: "administrator")
    case .auditor: say(fr: "auditeur", en: "auditor")
    case .machine: say(fr: "automate", en: "machine")
    }
  }

  /// A role as the desk called it, else its profile.
  package func name(_ role: DeskRole) -> String { role.name ?? name(role.profile) }

  package func name(_ reason: WaitReason) -> String {
    switch reason {
    case .information: say(fr: "information manquante", en: "missing information")
    case .userTest: say(fr: "test par l’utilisateur", en: "test by the user")
    case .unavailable: say(fr: "demandeur indisponible", en: "requester unavailable")
    case .equipment: say(fr: "matériel", en: "equipment")
    case .vendor: say(fr: "fournisseur", en: "vendor")
    case .workshop: say(fr: "atelier", en: "workshop")
    case .change: say(fr: "changement", en: "change")
    case .unspecified: say(fr: "non précisé", en: "unspecified")
    case .maintenanceWindow: say(fr: "fenêtre de maintenance", en: "maintenance window")
    case .quote: say(fr: "devis ou accord", en: "quote or approval")
    }
  }

  package func name(_ who: WaitingFor) -> String {
    switch who {
    case .user: say(fr: "demandeur", en: "requester")
    case .third: say(fr: "tiers", en: "third party")
    }
  }

  package func name(_ chosenBy: ChosenBy) -> String {
    switch chosenBy {
    case .user: say(fr: "choisie par le demandeur", en: "chosen by the requester")
    case .us: say(fr: "choisie par nous", en: "chosen by us")
    }
  }

  package func name(_ code: ResolutionCode) -> String {
    switch code {
    case .assistance: say(fr: "assistance", en: "assistance")
    case .training: say(fr: "formation", en: "training")
    case .softwareFix: say(fr: "correctif logiciel", en: "software fix")
    case .update: say(fr: "mise à jour", en: "update")
    case .hardwareRepair: say(fr: "réparation matérielle", en: "hardware repair")
    case .replacement: say(fr: "remplacement", en: "replacement")
    case .workaround: say(fr: "contournement", en: "workaround")
    case .configuration: say(fr: "configuration", en: "configuration")
    case .vendor: say(fr: "fournisseur", en: "vendor")
    case .notReproducible: say(fr: "non reproductible", en: "not reproducible")
    case .outOfScope: say(fr: "hors périmètre", en: "out of scope")
    case .duplicate: say(fr: "doublon", en: "duplicate")
    case .other: say(fr: "autre", en: "other")
    }
  }

  package func name(_ cause: ResumeCause) -> String {
    switch cause {
    case .reply: say(fr: "le demandeur a répondu", en: "the requester answered")
    case .timer: say(fr: "la date est venue", en: "the date has come")
    case .agent: say(fr: "décision de l’agent", en: "the agent’s decision")
    }
  }

  package func name(_ cause: CloseCause) -> String {
    switch cause {
    case .confirmed: say(fr: "confirmé par le demandeur", en: "confirmed by the requester")
    case .auto: say(fr: "sans retour, à sa date", en: "no word, at its date")
    case .manager: say(fr: "par un responsable", en: "by a manager")
    }
  }

  package func name(_ cause: ReopenCause) -> String {
    switch cause {
    case .requester: say(fr: "demandeur", en: "requester")
    case .agent: say(fr: "agent", en: "agent")
    }
  }

  package func name(_ visibility: Visibility) -> String {
    switch visibility {
    case .team: say(fr: "équipe", en: "team")
    case .restricted: say(fr: "restreinte", en: "restricted")
    }
  }

  package func name(_ relation: Relation) -> String {
    switch relation {
    case .parent: say(fr: "parent", en: "parent")
    case .child: say(fr: "enfant", en: "child")
    case .duplicates: say(fr: "doublon de", en: "duplicates")
    case .relates: say(fr: "lié à", en: "relates to")
    case .follows: say(fr: "suite de", en: "follows")
    case .mentions: say(fr: "mentionne", en: "mentions")
    case .causedBy: say(fr: "causé par", en: "caused by")
    case .fixedBy: say(fr: "corrigé par", en: "fixed by")
    case .blocks: say(fr: "bloque", en: "blocks")
    }
  }

  /// A link as this side of it reads.
  package func name(_ link: Link) -> String {
    guard link.isInverse else { return name(link.relation) }
    return switch link.relation {
    case .parent, .child, .relates: name(link.relation)
    case .duplicates: say(fr: "a pour doublon", en: "is duplicated by")
    case .follows: say(fr: "a pour suite", en: "is followed by")
    case .mentions: say(fr: "mentionné par", en: "is mentioned by")
    case .causedBy: say(fr: "cause de", en: "causes")
    case .fixedBy: say(fr: "corrige", en: "fixes")
    case .blocks: say(fr: "bloqué par", en: "is blocked by")
    }
  }

  package func name(_ told: Told) -> String {
    switch told {
    case .message: say(fr: "par message", en: "by message")
    case .phone: say(fr: "au téléphone", en: "by phone")
    }
  }

  package func name(_ clock: ServiceClock) -> String {
    switch clock {
    case .acknowledge: say(fr: "prise en charge", en: "take in hand")
    case .firstReply: say(fr: "réponse", en: "reply")
    case .update: say(fr: "nouvelles", en: "update")
    case .resolve: say(fr: "solution", en: "solution")
    case .ola: say(fr: "prise au niveau", en: "taken at level")
    case .uc: say(fr: "fournisseur", en: "vendor")
    }
  }

  package func name(_ kind: ArticleKind) -> String {
    switch kind {
    case .solution: say(fr: "solution", en: "solution")
    case .procedure: say(fr: "procédure", en: "procedure")
    case .script: say(fr: "script", en: "script")
    case .standard: say(fr: "norme", en: "standard")
    case .knownError: say(fr: "erreur connue", en: "known error")
    case .siteNote: say(fr: "note de site", en: "site note")
    }
  }

  package func name(_ state: ArticleState) -> String {
    switch state {
    case .draft: say(fr: "brouillon", en: "draft")
    case .archived: say(fr: "archivée", en: "archived")
    case .published(.internal): say(fr: "interne", en: "internal")
    case .published(.public): say(fr: "publique", en: "public")
    }
  }

  package func name(_ draft: Draft.Kind) -> String {
    switch draft {
    case .reply: say(fr: "réponse", en: "reply")
    case .ask: say(fr: "question au demandeur", en: "question to the requester")
    case .note: say(fr: "note interne", en: "internal note")
    case .resolve: say(fr: "résolution", en: "resolution")
    case .escalate: say(fr: "escalade", en: "escalation")
    case .intake: say(fr: "nouveau ticket", en: "new ticket")
    case .hold: say(fr: "attente d’un tiers", en: "wait for a third party")
    case .return: say(fr: "retour au niveau inférieur", en: "return to a lower level")
    case .completeHandoff: say(fr: "transmission à compléter", en: "hand-off to complete")
    case .article: say(fr: "fiche", en: "article")
    }
  }

  package func name(_ language: Language) -> String {
    switch language {
    case .french: "français"
    case .english: "english"
    }
  }

  /// `#10471` at home, `LYO-10471` elsewhere: what is said on the phone.
  package func name(_ id: TicketID, home: String) -> String { id.site == home ? "#\(id.number)" : id.description }
}
