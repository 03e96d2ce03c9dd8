import Desk

// What `guichet config init` writes of rules, templates, macros and recurring tickets: nothing is built in, so all of it
// stands as comments.
extension Words {
  func automationExample(of file: ConfigFile) -> String? {
    switch file {
    case .rules: rulesExample
    case .templates: templatesExample
    case .macros: macrosExample
    case .recurring: recurringExample
    default: nil
    }
  }

  private var rulesExample: String {
    """
    // \(say(fr: "Les règles, dans l’ordre. À essayer d’abord : guichet rules dry-run.", en: "The rules, in order. To be rehearsed first: guichet rules dry-run."))
    {
      rules: [
        // \(say(fr: "on : événement(s) ; if : un filtre ; then : des actions ; stop : les suivantes ne regardent pas.", en: "on: event(s); if: a filter; then: actions; stop: those after it do not look."))
        // { name: "\(say(fr: "accusé de réception", en: "acknowledge"))", on: "message.received", if: "state:new", max: 1,
        //   then: [{ reply: "\(say(fr: "accueil", en: "welcome"))" }] },
        // { name: "VPN", on: "ticket.qualified", if: "cat:VPN n1",
        //   then: [{ escalate: "N2", needed: "…" }, { assign: { by: ["skill", "load"] } }, { tag: "vpn" }] },
        // { name: "\(say(fr: "bientôt en retard", en: "soon late"))", on: "clock.crossed resolve 90", then: [{ watch: "amel" }] },
      ],
    }

    """
  }

  private var templatesExample: String {
    """
    // \(say(fr: "Les modèles de réponse, dans les langues du guichet.", en: "The reply templates, in the desk’s languages."))
    {
      // \(say(fr: "Quand rien ne dit la langue du demandeur.", en: "Where nothing tells the requester’s language."))
      language: "fr",
      templates: {
        // \(say(fr: "accueil", en: "welcome")): {
        //   fr: { subject: "Votre demande {ticket}", body: ["Bonjour {requester.name|Madame, Monsieur},", "", "{agent}"] },
        //   en: ["Hello {requester.name},", "", "{agent}"],
        // },
      },
    }

    """
  }

  private var macrosExample: String {
    """
    // \(say(fr: "Les macros : plusieurs gestes sous un nom, tous ou aucun. guichet macro ID NOM.", en: "The macros: several acts under one name, all or none. guichet macro ID NAME."))
    {
      macros: {
        // \(say(fr: "relance", en: "reminder")): {
        //   title: { fr: "Relancer et attendre trois jours", en: "Remind, and wait three days" },
        //   then: [{ ask: { fr: "Bonjour {requester.name}, …", en: "Hello {requester.name}, …" }, for: "3j" }, { tag: "…" }],
        // },
      },
    }

    """
  }

  private var recurringExample: String {
    """
    // \(say(fr: "Les tickets récurrents, ouverts par guichet tick. every : day, week, 2 weeks, month, quarter, year.", en: "Recurring tickets, opened by guichet tick. every: day, week, 2 weeks, month, quarter, year."))
    {
      recurring: {
        // \(say(fr: "sauvegardes", en: "backups")): {
        //   every: "week", on: ["mon", "thu"], at: "08:00", closed: "next", ahead: 0,
        //   open: { subject: "… {date}", requester: "…", gravity: 4, impact: 2, category: "…",
        //     then: [{ checklist: "…", items: ["…", "…"] }, { assign: { by: "load" } }] },
        // },
      },
    }

    """
  }
}
