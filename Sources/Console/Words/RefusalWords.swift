import Desk

// Why the desk refused: the rule, then what would make the act legal.
extension Words {
  package func refusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .notAllowed(_, let right, let role, let holders):
      let names = holders.isEmpty ? nobody : holders.map { name($0) }.joined(separator: ", ")
      let who = say(
        fr: (role.name == nil ? "Le profil " : "Le rôle ") + name(role),
        en: (role.name == nil ? "The profile " : "The role ") + name(role))
      return say(
        fr: "\(who) ne peut pas \(name(right)). Peuvent le faire : \(names).",
        en: "\(who) may not \(name(right)). Who may: \(names).")
    case .wrongState(let verb, let state):
      let from = verb.from.map { name($0) }.joined(separator: ", ")
      return say(
        fr: "Ce ticket est \(name(state)). On peut \(name(verb)) depuis : \(from).",
        en: "This ticket is \(name(state)). One may \(name(verb)) from: \(from).")
    case .missing(let fields):
      let names = fields.map { name($0) }.joined(separator: ", ")
      return say(fr: "À remplir : \(names).", en: "To fill in: \(names).")
    case .tooLong(let field, let limit):
      return say(
        fr: "Trop long : \(name(field)), \(limit) octets au plus.",
        en: "Too long: \(name(field)), at most \(limit) bytes.")
    case .tooMany(let field, let limit):
      return say(
        fr: "Trop nombreux : \(name(field)), \(limit) au plus.", en: "Too many: \(name(field)), at most \(limit).")
    case .badFilter(let query): return badFilter(query)
    case .invalid(.recipient, let text): return badAddress(text)
    case .invalid(.link, let text):
      return say(
        fr: "« \(text) » n’est pas un numéro de ticket : 42, ou LYO-42 pour un autre site.",
        en: "“\(text)” is no ticket number: 42, or LYO-42 of another site.")
    case .invalid(let field, let text):
      return say(
        fr: "« \(text) » ne convient pas pour : \(name(field)).", en: "“\(text)” does not fit: \(name(field)).")
    case .changed(let by, _, let op, let number):
      return say(
        fr:
          "Entre-temps, \(by) \(change(op))\(others(number - 1)). Relire le fil, puis recommencer.",
        en:
          "Meanwhile \(by) \(change(op))\(others(number - 1)). Read the thread, then do it again."
      )
    case .notInFuture, .tooFar, .inFuture, .tooEarly, .windowOver: return refusedDate(refusal)
    case .owned, .alreadyYours, .notOwned, .levelNotHeld, .noSuchAgent, .agentInactive,
      .nobodyPossible:
      return refusedOwner(refusal)
    case .noSuchContract, .otherCustomer: return refusedContract(refusal)
    case .linkToSelf, .mergeWithSelf, .merged, .otherState, .linkCycle, .hasParent, .notSplittable:
      return refusedPair(refusal)
    default: return refusedStep(refusal)
    }
  }

  /// The same where there are no keys: what would help is a command.
  package func commandRefusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .owned(let by):
      say(
        fr: "\(by) l’a déjà. « guichet steal » pour le reprendre, avec un motif.",
        en: "\(by) has it already. “guichet steal” to take it over, with a reason.")
    case .notOwned:
      say(fr: "Personne ne l’a. « guichet take » pour le prendre.", en: "Nobody has it. “guichet take” to take it.")
    case .noSuchAgent(let login):
      say(
        fr: "Pas d’agent nommé \(login). « guichet agent list » montre les agents.",
        en: "No agent named \(login). “guichet agent list” shows the agents.")
    case .unknownCategory(let category): unknownCategory(category, near: nil, known: [])
    default: self.refusal(refusal)
    }
  }

  /// A category that the desk does not have: the one it may be a slip for, else those under the same head, else some.
  package func unknownCategory(_ category: String, near: String?, known: [String]) -> String {
    let told = say(fr: "Catégorie inconnue : « \(category) ».", en: "Unknown category: “\(category)”.")
    if let near { return told + say(fr: " Vouliez-vous dire « \(near) » ?", en: " Did you mean “\(near)”?") }
    if known.isEmpty { return told }
    let head = category.prefix { $0 != "/" }
    let siblings = known.filter { $0.prefix { $0 != "/" } == head }
    let names = siblings.isEmpty ? known : siblings
    let list = names.prefix(Words.categoriesTold).joined(separator: ", ")
    return told
      + say(fr: " Celles du service : \(list)", en: " The desk’s own: \(list)")
      + (names.count > Words.categoriesTold ? "…" : ".")
  }

  private static let categoriesTold = 12

  private func refusedDate(_ refusal: Refusal) -> String {
    switch refusal {
    case .notInFuture(let field):
      say(
        fr: "\(capital(name(field))) : il faut une date à venir.",
        en: "\(capital(name(field))): a date to come is needed.")
    case .tooFar(let field, let days):
      say(
        fr: "\(capital(name(field))) : \(days) jours ouvrés au plus. Relancer d’abord, puis reporter.",
        en: "\(capital(name(field))): at most \(days) working days. Chase first, then extend.")
    case .inFuture(let field):
      say(
        fr: "\(capital(name(field))) : un fait ne peut pas être à venir.",
        en: "\(capital(name(field))): a fact cannot be in the future.")
    case .tooEarly:
      say(
        fr: "La clôture automatique n’est pas échue. Le demandeur peut confirmer ; un responsable peut clore avant.",
        en: "The automatic closing is not due. The requester may confirm; a manager may close early.")
    case .windowOver(let days):
      say(
        fr: "Clos depuis plus de \(days) jours ouvrés. Ouvrir un nouveau ticket et le lier à celui-ci.",
        en: "Closed more than \(days) working days ago. Open a new ticket and link it to this one.")
    default: ""
    }
  }

  private func refusedOwner(_ refusal: Refusal) -> String {
    switch refusal {
    case .owned(let by):
      say(
        fr: "\(by) l’a déjà. T pour le reprendre, avec un motif.",
        en: "\(by) has it already. T to take it over, with a reason.")
    case .alreadyYours: say(fr: "Il est déjà à vous.", en: "It is yours already.")
    case .notOwned: say(fr: "Personne ne l’a. t pour le prendre.", en: "Nobody has it. t to take it.")
    case .levelNotHeld(let agent, let level):
      say(
        fr: "\(agent) ne tient pas le niveau \(level.rawValue). Choisir un agent de ce niveau, ou rendre le ticket.",
        en: "\(agent) does not hold level \(level.rawValue). Choose an agent of that level, or return the ticket.")
    case .noSuchAgent(let login):
      say(
        fr: "Pas d’agent nommé \(login). Tab montre les agents.", en: "No agent named \(login). Tab shows the agents.")
    case .nobodyPossible(let level):
      say(
        fr: "Personne de possible au niveau \(level.rawValue). Revoir le groupe, ses membres ou leurs compétences.",
        en: "Nobody possible at level \(level.rawValue). See to the group, its members or their skills.")
    case .agentInactive(let login):
      say(
        fr: "\(login) n’est plus actif. Choisir un autre agent.",
        en: "\(login) is no longer active. Choose another agent.")
    default: ""
    }
  }

  private func refusedContract(_ refusal: Refusal) -> String {
    switch refusal {
    case .noSuchContract(let contract, let near):
      say(
        fr: "Pas de contrat « \(contract) »." + (near.map { " Vouliez-vous dire « \($0) » ?" } ?? ""),
        en: "No contract “\(contract)”." + (near.map { " Did you mean “\($0)”?" } ?? ""))
    case .otherCustomer(let contract, let customer, let own):
      say(
        fr: "Le contrat \(contract) est celui de \(customer), le ticket est de \(own). Prendre un contrat de \(own).",
        en: "The contract \(contract) is \(customer)’s, the ticket is \(own)’s. Take a contract of \(own).")
    default: ""
    }
  }

  private func refusedStep(_ refusal: Refusal) -> String {
    switch refusal {
    case .notQualified:
      say(fr: "Pas encore qualifié : le qualifier d’abord.", en: "Not qualified yet: qualify it first.")
    case .levelNotAbove(let to, let current):
      say(
        fr: "Le ticket est en \(current.rawValue) : \(to.rawValue) n’est pas au-dessus.",
        en: "The ticket stands at \(current.rawValue): \(to.rawValue) is not above.")
    case .levelNotBelow(let to, let current):
      say(
        fr: "Le ticket est en \(current.rawValue) : \(to.rawValue) n’est pas en dessous.",
        en: "The ticket stands at \(current.rawValue): \(to.rawValue) is not below.")
    case .noEmergency(let priority):
      say(
        fr: "Sans transmission, seulement en P0 ou P1 ; ce ticket est \(priority.name). Remplir la transmission.",
        en: "Without a hand-off only for P0 or P1; this ticket is \(priority.name). Fill in the hand-off.")
    case .nothingOwed: say(fr: "Aucune transmission n’est due.", en: "No hand-off is owed.")
    case .alreadyAnswered:
      say(
        fr: "Quelqu’un a déjà répondu : ce n’est pas un indésirable. L’annuler plutôt.",
        en: "Somebody has answered already: not spam. Cancel it instead.")
    case .wrongReason(let reason, let who):
      say(
        fr: "« \(name(reason)) » ne va pas avec une attente du \(name(who)).",
        en: "“\(name(reason))” does not go with waiting for the \(name(who)).")
    case .unknownCategory(let category):
      say(
        fr: "Catégorie inconnue : « \(category) ». Tab montre celles du service.",
        en: "Unknown category: “\(category)”. Tab shows the desk’s own.")
    case .notPromised(let clock):
      say(
        fr: "Rien n’est promis sur ce ticket pour l’échéance « \(name(clock)) ».",
        en: "Nothing is promised on this ticket for the deadline “\(name(clock))”.")
    case .notBetween(.time, let least, let most):
      say(
        fr: "Temps : de \(least) min à \(most / 60)h en une fois.",
        en: "Time: from \(least) min to \(most / 60)h at once.")
    case .notBetween(let field, let least, let most):
      say(
        fr: "\(capital(name(field))) : de \(least) à \(most).", en: "\(capital(name(field))): from \(least) to \(most)."
      )
    case .alreadyThere: say(fr: "C’est déjà fait.", en: "That is there already.")
    case .severalTags(let text):
      say(
        fr: "« \(text) » : une étiquette est un mot, sans espace ni virgule. Une à la fois.",
        en: "“\(text)”: a tag is one word, without a space or a comma. One at a time.")
    case .notThere: say(fr: "Il n’y a rien à ôter.", en: "There is nothing to take away.")
    case .noOpenPage: say(fr: "Aucun appel n’est en cours pour ce ticket.", en: "No page is open for this ticket.")
    default: ""
    }
  }

  /// What an event did, after the name of who did it.
  package func change(_ op: String) -> String {
    switch op {
    case "message.out": say(fr: "a répondu", en: "replied")
    case "message.in": say(fr: "a écrit", en: "wrote")
    case "ticket.assigned": say(fr: "a pris ou affecté le ticket", en: "took or assigned the ticket")
    case "ticket.released": say(fr: "a libéré le ticket", en: "released the ticket")
    case "ticket.escalated": say(fr: "a escaladé", en: "escalated")
    case "ticket.returned": say(fr: "a rendu le ticket au niveau inférieur", en: "returned it to a lower level")
    case "ticket.resolved": say(fr: "a résolu", en: "resolved it")
    case "ticket.closed": say(fr: "a clos", en: "closed it")
    case "ticket.reopened": say(fr: "a rouvert", en: "reopened it")
    case "ticket.waiting", "ticket.planned": say(fr: "a mis en attente", en: "put it on hold")
    case "ticket.resumed": say(fr: "a repris", en: "resumed it")
    case "ticket.qualified", "priority.overridden": say(fr: "a qualifié", en: "qualified it")
    default: say(fr: "a modifié le ticket", en: "changed the ticket")
    }
  }

  /// After the last change: how many more there were.
  package func others(_ number: Int) -> String {
    guard number > 0 else { return "" }
    return ", "
      + count(
        number, fr: ("autre changement", "autres changements"), en: ("more change", "more changes"))
  }

  /// The first letter in upper case.
  package func capital(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }
}
