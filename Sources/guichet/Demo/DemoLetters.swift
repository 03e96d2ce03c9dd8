import Desk

/// What people put around their words: greetings, reminders, signatures.
enum DemoLetters {
  private static let greetings = [
    "Bonjour,", "Bonjour,", "Bonjour à tous,", "Bonjour l’équipe,", "Bonjour Madame, Monsieur,",
  ]
  private static let closings = [
    "Cordialement,", "Bien cordialement,", "Merci d’avance,", "Merci pour votre aide,", "Bonne journée,",
    "Merci de me tenir au courant,", "Salutations,",
  ]
  private static let englishGreetings = ["Hello,", "Hi,", "Hi team,", "Good morning,"]
  private static let englishClosings = ["Best,", "Thanks,", "Kind regards,", "Many thanks,"]
  static let reminders = [
    "Bonjour, avez-vous du nouveau ? Je suis toujours bloqué{e}.",
    "Je me permets de vous relancer, le problème est toujours là.",
    "Petite relance : pouvez-vous me donner un délai, même approximatif ?",
    "Toujours rien de mon côté. Merci de me rappeler au {tel}.",
  ]
  static let englishReminders = ["Any news on this? I am still stuck.", "Just checking in: do you have an estimate?"]
  static let acknowledgements = [
    "Votre demande est prise en charge. Je regarde et je reviens vers vous dans la journée.",
    "Merci pour ces précisions. Je fais quelques vérifications et je vous rappelle au {tel}.",
    "J’ai bien reçu votre message et je commence les vérifications tout de suite.",
    "Je m’en occupe. Si cela devenait bloquant, appelez-nous sans attendre.",
  ]
  static let englishAcknowledgements = [
    "Thank you, I am looking into it and will come back to you today.",
    "Thanks for the details, that is a great help. I am starting the checks now.",
  ]
  static let againDefaults = [
    "Bonjour, le problème est revenu ce matin, à l’identique.",
    "Désolé{e} d’insister, mais cela recommence depuis hier.", "Je pensais que c’était réglé, mais non.",
  ]
  static let englishAgain = ["Sorry, it happened again this morning.", "Unfortunately the problem is back."]
  static let specialistNotes = [
    "Repris après lecture de la transmission, rien à redemander au client. Je commence par les journaux.",
    "Reproduit de mon côté. Je garde une trace avant de toucher à quoi que ce soit.",
    "Point avec {agent} : la chronologie est claire, l’hypothèse se tient.",
    "Journaux récupérés, comparaison avec une situation saine en cours.",
  ]
  static let returnReasons = [
    "Il manque l’heure précise et le nom du poste, impossible de chercher dans les journaux.",
    "Relève de la procédure N1 : elle couvre ce cas, voir l’article lié.",
    "Le symptôme a disparu ; à confirmer avec l’utilisateur avant d’aller plus loin.",
  ]
  static let cancelReasons = [
    "Demande annulée par le demandeur, qui a trouvé la réponse.", "Ouvert deux fois par le portail.",
    "Besoin disparu : le projet est reporté.",
  ]

  /// Who writes what nobody asked for; the name cannot be registered (RFC 2606).
  static let stranger = Party(name: "Service Clients", email: "contact@offres-pro.invalid")

  /// What a channel adds of itself: who calls, the fields of the portal's form.
  static func frame(_ channel: Channel, isEnglish: Bool) -> (before: String, after: String) {
    switch channel {
    case .phone, .walkIn: ("Appel de {demandeur}, {metier}, {site}.\n\n", "")
    case .portal:
      isEnglish
        ? ("", "\n\nSite: {site}\nPhone: {tel}\nBest time to call: {after|before} {bientot}")
        : ("", "\n\nSite : {site}\nTéléphone : {tel}\nÀ joindre : {{bientot}|le matin|l’après-midi|à tout moment}")
    case .chat: isEnglish ? ("", "") : ("", "{| 🙂| ({site})| – {prenom}, {site}| poste {poste}}")
    case .mail, .monitor: ("", "")
    }
  }

  /// The requester's mail, as that person would send it.
  static func incoming(
    _ text: String, from requester: DemoCustomer.Requester, of customer: DemoCustomer, isEnglish: Bool,
    channel: Channel, with source: inout SplitMix64
  ) -> String {
    let greeting = source.pick(isEnglish ? englishGreetings : greetings) ?? ""
    guard channel != .chat, channel != .portal else { return text }
    let closing = source.pick(isEnglish ? englishClosings : closings) ?? ""
    var signature = requester.name
    if source.chance(60) {
      signature += "\n\(requester.job), \(customer.name)\n\(requester.site.name) · \(requester.phone)"
    }
    return "\(greeting)\n\n\(text)\n\n\(closing)\n\(source.chance(25) ? requester.firstName : signature)"
  }

  /// The agent's answer.
  static func outgoing(_ text: String, to requester: String, from agent: DemoAgent, isEnglish: Bool) -> String {
    isEnglish
      ? "Hello \(requester),\n\n\(text)\n\nKind regards,\n\(agent.name)\nService desk"
      : "Bonjour \(requester),\n\n\(text)\n\nCordialement,\n\(agent.name)\nCentre de services"
  }
}
