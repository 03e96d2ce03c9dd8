import Desk

/// What the demo's desk has ready and does by itself: enough of each file to be looked at, tried and changed. It calls
/// nobody, and no rule writes to a requester.
package enum DemoConfig {
  /// The texts besides those that are made of the demo's own people and categories.
  package static let texts = [
    ConfigText(.templates, templates), ConfigText(.macros, macros), ConfigText(.rules, rules),
    ConfigText(.checklists, checklists), ConfigText(.queues, queues),
  ]

  private static let templates = """
    // Ce que le guichet répond souvent, dans la langue du demandeur. guichet reply 42 --template accueil
    {
      language: "fr",
      templates: {
        accueil: {
          fr: ["Bonjour {requester.name|Madame, Monsieur},", "",
            "Votre demande est bien arrivée ({ticket}) et je m’en occupe. Je reviens vers vous dans la journée.", "",
            "{agent}"],
          en: ["Hello {requester.name|there},", "",
            "Your request has reached us ({ticket}) and I am on it. You will hear from me today.", "", "{agent}"],
        },
        relance: {
          fr: ["Bonjour {requester.name|Madame, Monsieur},", "",
            "Il me manque votre réponse pour continuer sur « {subject} ». Un mot ou une copie d’écran suffit.", "",
            "{agent}"],
          en: ["Hello {requester.name|there},", "",
            "I need your answer to go on with “{subject}”. A word or a screenshot will do.", "", "{agent}"],
        },
      },
    }

    """

  private static let macros = """
    // Plusieurs gestes sous un nom, tous ou aucun. « :macro » dans la console, guichet macro 42 relance --dry-run
    {
      macros: {
        relance: {
          title: { fr: "Relancer, et attendre deux jours", en: "Chase, and wait two days" },
          then: [{ ask: "relance", for: "2j" }],
        },
        arrivee: {
          title: { fr: "Préparer une arrivée", en: "Prepare for a newcomer" },
          then: [
            { qualify: { kind: "request", gravity: 3, impact: 4, category: "Comptes/Arrivée" } },
            { checklist: "Arrivée" }, { task: "Préparer et remettre le poste" },
          ],
        },
      },
    }

    """

  private static let rules = """
    // Ce que le guichet fait de lui-même. À essayer sur le passé : guichet rules dry-run
    {
      rules: [
        { name: "réseau", on: "ticket.qualified", if: "cat:Réseau -groupe:reseau", then: [{ group: "reseau" }] },
        { name: "hameçonnage", on: "ticket.qualified", if: "cat:Hameçonnage",
          then: [{ tag: "sécurité" }, { watch: "ingrid" }] },
      ],
    }

    """

  private static let checklists = """
    // Les listes de contrôle, par nom : guichet checklist 42 Arrivée
    {
      checklists: {
        "Arrivée": ["Compte créé", "Boîte ouverte", "Poste préparé", "Badge et téléphone remis", "Accueil fait"],
        "Départ": ["Compte fermé", "Boîte transmise", "Poste rendu", "Badge rendu"],
      },
    }

    """

  private static let queues = """
    // Les vues communes : celles de tous, à côté de celles que chacun garde.
    {
      queues: [
        { name: "Sécurité ouverte", filter: "cat:Sécurité état:actif", sort: "arrivee", columns: ["site", "âge"] },
      ],
    }

    """
}
